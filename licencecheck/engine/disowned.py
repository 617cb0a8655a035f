"""Pages that may be reposts, and of which a person has answered that the article is another's."""

from __future__ import annotations

from licencecheck.catalogue import PERHAPS_REPOST, Catalogue
from licencecheck.engine.judging import check
from licencecheck.model import Confidence, Outcome, Page, Relation, RepostDecision
from licencecheck.options import Options


def disowned(page: Page, options: Options, catalogue: Catalogue) -> RepostDecision | None:
    """Give the decision that `page` is a repost, where it only may be one and an answer in `options` says so."""
    decision = page.repost
    if not options.profile.attestations or decision.is_repost or not decision.signals:
        return None
    answers = check(page, catalogue.ruleset(PERHAPS_REPOST), options)
    if not any(answer.verdict.outcome is Outcome.FAIL for answer in answers):
        return None
    return RepostDecision(
        is_repost=True,
        confidence=Confidence.HIGH,
        reason=f"{decision.reason}, and a person says that the article is not the site's own",
        signals=("not the site's own", *decision.signals),
        relation=decision.relation or Relation.THIRD_PARTY,
    )
