"""Run the trial of a rule set: its page passes, and of each damage just the duties that it touches complain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from licencecheck.catalogue import Catalogue
from licencecheck.catalogue.parts import GATES
from licencecheck.conditions import facts_of, holds
from licencecheck.engine.inputs import Input
from licencecheck.engine.originals import original_from
from licencecheck.engine.pages import report_on
from licencecheck.engine.reading import read_page
from licencecheck.errors import LicencecheckError
from licencecheck.model import (
    Case,
    Confidence,
    Credit,
    CreditForm,
    Finding,
    Identity,
    Location,
    Original,
    Outcome,
    Page,
    PageReport,
    RepostDecision,
    Rule,
    RuleSet,
    SiteProfile,
)
from licencecheck.options import Options
from licencecheck.requirements import facets, is_answerable
from licencecheck.requirements.cases import possible
from licencecheck.requirements.wording import place_asked
from licencecheck.trials.damages import Damage, damages
from licencecheck.trials.duties import DUTIES, house_credit, is_met, supply
from licencecheck.trials.facts import facts
from licencecheck.trials.pages import html, markdown, original
from licencecheck.trials.parts import Kind, Part, Piece, Slot
from licencecheck.trials.sample import OTHER_TITLE, SITE_HOST, TODAY, Sample, sample_of

_FORMS = {"page.html": html, "page.md": markdown}
_COMPLAINTS = frozenset({Outcome.FAIL, Outcome.REVIEW})
_UNEDITED = {"edits": "none"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """A rule that did not answer as it should."""

    page: str
    """What was done to the page, and its format."""
    rule: str
    expected: str
    found: str
    """What the rule said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What came of the trial of one rule set."""

    ruleset: str
    pages: int
    """Compliant and damaged pages that were judged."""
    right: int
    wrong: tuple[Wrong, ...] = ()
    unreached: tuple[str, ...] = ()
    """Rules that no damage touches."""


def trial_of(ruleset: RuleSet, catalogue: Catalogue) -> Score:
    """Judge a page that keeps all rules of `ruleset`, and every damage to it, as HTML and as Markdown."""
    trial = _Trial(ruleset, catalogue)
    judged = list(trial.run())
    wrong = [one for _, errors in judged for one in errors]
    return Score(
        ruleset=ruleset.id,
        pages=len(judged),
        right=sum(not errors for _, errors in judged),
        wrong=tuple(wrong),
        unreached=tuple(sorted({rule.id for rule in trial.rules} - {name for names, _ in judged for name in names})),
    )


class _Trial:
    """The sample of one rule set, its page and the rules that are asked of it."""

    def __init__(self, ruleset: RuleSet, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.sample = sample_of(ruleset)
        self.original = self._original()
        asked = [one for rule in ruleset.rules if (one := self._asked(rule)) is not None]
        self.rules = [part for rule in asked for part in facets(rule)]
        self.parts = tuple(_composed(self.rules, self.sample))
        self.said = facts(self.parts, self.sample)

    def run(self) -> Iterator[tuple[frozenset[str], list[Wrong]]]:
        """Yield of every page the rules that are touched, and what went wrong."""
        whole = Damage(name="nothing", parts=self.parts, profile=self.sample.profile)
        for file in _FORMS:
            sound = self._findings(whole, file)
            unexpected = {name: one for name, one in sound.items() if self._is_unexpected(one)}
            yield frozenset(), [self._wrong(whole, file, one, complains=False) for one in unexpected.values()]
            answering = {name for name, one in sound.items() if one.verdict.outcome is Outcome.PASS}
            answering |= {name for name in unexpected if self._is_met(unexpected[name].rule)}
            for damage in damages(self.parts, self.sample):
                if damage.only_html and file != "page.html":
                    continue
                touched, doubtful = self._touched(damage)
                found = self._findings(damage, file)
                yield (
                    touched,
                    [
                        self._wrong(damage, file, found[name], complains=name in touched)
                        for name in sorted(answering - doubtful)
                        if (found[name].verdict.outcome in _COMPLAINTS) != (name in touched)
                    ],
                )

    def _is_unexpected(self, finding: Finding) -> bool:
        """Whether a finding on the compliant page is neither a pass nor a question that no page can answer."""
        outcome, rule = finding.verdict.outcome, finding.rule
        if self._is_met(rule) is None and not is_answerable(rule):
            return outcome is Outcome.FAIL
        return outcome in _COMPLAINTS

    def _is_met(self, rule: Rule) -> bool | None:
        return is_met(rule, self.said, self.sample)

    def _touched(self, damage: Damage) -> tuple[frozenset[str], frozenset[str]]:
        """Name the rules that a damage leaves unfulfilled, and those of which the trial cannot tell."""
        said = facts(damage.parts, self.sample)
        asked = {rule.id: rule for rule in self.rules}
        answers = {rule.id: is_met(rule, said, self.sample) for rule in self.rules}
        unmet = {name for name, met in answers.items() if met is False}
        withdrawn = {one.id for one in self.sample.profile.attestations} - {
            one.id for one in damage.profile.attestations
        }
        unmet |= {rule.id for rule in self.rules if rule.name in withdrawn and not self._is_granted(rule, damage)}
        unmet |= {rule.id for rule in self.rules if damage.profile.commercial is not False and _forbids_commerce(rule)}
        doubtful = {name for name, rule in asked.items() if answers[name] is None and rule.requires in DUTIES}
        # A facet is silent where its duty is not fulfilled
        doubtful |= {
            name for name, rule in asked.items() if _duty_of(rule) != name and answers[_duty_of(rule)] is not True
        }
        return frozenset(unmet) - doubtful, frozenset(doubtful)

    def _is_granted(self, rule: Rule, damage: Damage) -> bool:
        """Whether the terms themselves grant what nobody has answered."""
        section = next((rule.parameters[name] for name in GATES if name in rule.parameters), None)
        cases = section if isinstance(section, list) else []
        answers = {str(one["is"]) for one in possible(cases, facts_of(self._case(rule, damage.profile)))}
        return answers in ({"granted"}, {"covered"})

    def _findings(self, damage: Damage, file: str) -> Mapping[str, Finding]:
        options = Options(
            today=TODAY,
            publishers=(self.sample.ruleset.id,),
            url=f"https://{SITE_HOST}/ferry",
            profile=damage.profile,
        )
        page = Input(file, named=True, content=_FORMS[file](damage.parts, self.sample))
        report = report_on(page, options, self.catalogue, lambda _: self.original)
        if not isinstance(report, PageReport):
            raise LicencecheckError(f"the page of the trial could not be read: {report.reason}")
        return {finding.rule.id: finding for finding in report.findings}

    def _asked(self, rule: Rule) -> Rule | None:
        """Give the rule that is asked of the sample: `rule`, what is asked in its place, or none."""
        if holds(rule.when, facts_of(self._case(rule, self.sample.profile))) is not False:
            return rule
        return rule.otherwise and self._asked(rule.otherwise)

    def _case(self, rule: Rule, profile: SiteProfile) -> Case:
        """Say what the conditions of a rule may ask: a page that credits the publisher."""
        sample, here = self.sample, Location("page")
        credit = Credit(
            text=sample.publisher.name, location=here, name=sample.publisher.name, form=CreditForm.FIRST_PUBLISHED
        )
        page = Page(
            path="page",
            url=None,
            format="html",
            identity=Identity(),
            repost=RepostDecision(is_repost=True, confidence=Confidence.HIGH, reason=""),
            credits=(credit,),
        )
        return Case(page=page, ruleset=sample.ruleset, rule=rule, profile=profile, original=self.original, today=TODAY)

    def _original(self) -> Original:
        page = Input("original.html", named=True, content=original(self.sample))
        read = read_page(page, Options(today=TODAY, url=self.sample.url), self.catalogue, main_text=True)
        if not isinstance(read, Page):
            raise LicencecheckError(f"the original of the trial could not be read: {read.reason}")
        return original_from(read)

    def _wrong(self, damage: Damage, file: str, finding: Finding, *, complains: bool) -> Wrong:
        """Say what is wrong on a page of which the rule should complain, or should not."""
        verdict = finding.verdict
        return Wrong(
            page=f"{file}, {damage.name}",
            rule=finding.rule.name,
            expected="a complaint" if complains else "no complaint",
            found=f"{verdict.outcome}: {verdict.message}",
        )


def _composed(rules: Sequence[Rule], sample: Sample) -> Iterator[Part]:
    """Yield the parts that together fulfil all rules: byline and credit, and what they leave open."""
    credit = house_credit(sample)
    other = any(rule.parameters.get("title") == "must-change" for rule in rules)
    title = OTHER_TITLE if other else sample.article.title
    headline = Part(kind=Kind.HEADLINE, slot=Slot.TOP, pieces=(Piece(title),))
    parts = [headline] if credit is None else [headline, credit]
    for rule in sorted((*rules, *_basics(sample.ruleset)), key=_turn):
        if holds(rule.when, _UNEDITED) is False:
            continue
        met = is_met(rule, facts(parts, sample), sample)
        part = None if met else supply(rule, sample)
        if part is not None:
            parts.append(part)
    yield from parts


def _basics(ruleset: RuleSet) -> Iterator[Rule]:
    """What every page of a trial does, asked or not; a platform's terms leave the source to others."""
    for requires in ("author-credit", "original-link") if ruleset.layer == "platform" else ("author-credit",):
        yield Rule(id=requires, ruleset=ruleset.id, requires=requires, terms=ruleset.terms)


def _turn(rule: Rule) -> int:
    """When a rule is supplied: one byline stands on a page, so who wants most in it comes first."""
    if rule.any_of:
        return min(map(_turn, rule.any_of))
    if rule.requires == "author-link" or rule.parameters.get("form") or rule.parameters.get("institution"):
        return 0
    if place_asked(rule.parameters) == "byline" and rule.requires in {"source-credit", "publication-date"}:
        return 1
    return 2 if rule.requires == "author-credit" else 3


def _duty_of(rule: Rule) -> str:
    """Id of the rule whose facet `rule` judges, or its own."""
    facet = rule.parameters.get("facet")
    return rule.id if facet is None else rule.id.removesuffix(f"-{facet}")


def _forbids_commerce(rule: Rule) -> bool:
    if rule.requires != "noncommercial":
        return False
    if rule.parameters.get("resale") == "forbidden":
        return True
    silent = "allowed" if rule.parameters.get("ads") == "allowed" else "forbidden"
    return rule.parameters.get("commercial", silent) == "forbidden"
