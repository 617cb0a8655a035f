"""Credits by their wording: "originally published by", "Source:", "read the original"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from licencecheck.evidence.credits.candidate import Candidate
from licencecheck.evidence.credits.links import links_of
from licencecheck.evidence.credits.names import clean_name, name_of
from licencecheck.evidence.credits.signals import signals_of_links, signals_of_name, signals_of_place
from licencecheck.evidence.identity import is_own, names_own
from licencecheck.evidence.layout.layout import Layout
from licencecheck.evidence.layout.runs import Run, RunLink
from licencecheck.evidence.licences.scope import speaks_of
from licencecheck.evidence.phrases.matcher import Hit
from licencecheck.model import CreditForm, Identity, Link, Target

FORMS = {
    "credit_first": (CreditForm.FIRST_PUBLISHED, "says where it was first published", "may say where it was published"),
    "republished": (CreditForm.REPUBLISHED, "says that it is republished", "may say that it is republished"),
    "translation": (CreditForm.TRANSLATION, "says that it is translated from it", "may say that it is translated"),
    "read_original": (CreditForm.READ_ORIGINAL, "calls to read the original", "may call to read the original"),
    "credit_label": (CreditForm.LABEL, "label for the source", "label for the source"),
    "via": (CreditForm.LABEL, "weak wording", "weak wording"),
}
"""Form of a credit by category of its wording, with the signals of strong and of medium wording."""
_SLOTS = ("source", "outlet", "url", "partner", "title")
_AWAY = frozenset({"reverse", "history", "image_credit"})
_HEAD, _CAPTION = 40, 100


def by_wording(layout: Layout, run: Run, known: Collection[str]) -> Iterator[Candidate]:
    hits = layout.hits(run)
    if not hits:
        return
    away = [h for h in hits if h.category in {"reverse", "history", "image_credit"}]
    for hit in hits:
        if hit.category not in FORMS or any(
            a.start <= hit.start < a.end or hit.start <= a.start < hit.end for a in away
        ):
            continue
        candidate = _candidate(layout, run, hit, known)
        if candidate is not None:
            candidate.signals += ["says that permission was given"] * any(h.category == "permitted" for h in hits)
            yield candidate


def _candidate(layout: Layout, run: Run, hit: Hit, known: Collection[str]) -> Candidate | None:
    form, strong, medium = FORMS[hit.category]
    wording = {3: strong, 2: medium}.get(hit.strength, "weak wording")
    slot = next((hit.slots[s] for s in _SLOTS if s in hit.slots), None)
    if form is CreditForm.TRANSLATION and slot is None and "translator" in hit.slots:
        return None  # names the translator alone
    links = links_of(layout, run, hit.start, hit.end)
    name = name_of(run, slot.text if slot else None, (slot.start, slot.end) if slot else (hit.start, hit.end), links)
    if form is CreditForm.LABEL and _is_caption(layout, run):
        return None
    if _self_credit(layout.identity, name, slot.text if slot else None, links):
        return None
    if (
        form is CreditForm.FIRST_PUBLISHED
        and hit.strength < 3
        and any(link.target is Target.RELATIVE for link, _ in links[:1])
    ):
        return None  # "published in" a category of the own site
    signals = [
        wording,
        *["label within a sentence"] * (form is CreditForm.LABEL and not _begins(run.text, hit.start)),
        *signals_of_place(layout, run, hit.start),
        *signals_of_links(links),
        *signals_of_name(name, known),
        *["names and links nobody"] * (name is None and not links),
    ]
    return Candidate(run, hit.start, hit.end, form, signals, name, [link for link, _ in links], hit.category == "via")


def _is_caption(layout: Layout, run: Run) -> bool:
    """Whether a short line is about the picture above it, or says itself that it is about a picture."""
    if any(hit.category == "image_credit" for hit in layout.hits(run)) or speaks_of("image", run.text[:_HEAD]):
        return True
    above = layout.runs[run.index - 1] if run.index else None
    return above is not None and bool(above.images) and not above.text and len(run.text) <= _CAPTION


def _begins(text: str, start: int) -> bool:
    """Whether a label stands at the start of a line or after a mark that parts it from what is before."""
    before = text[:start].rstrip(" (（[【")
    return not before or before[-1] in "|/·•—–-:：;；,，)）]】0123456789日" or start <= 3


def _self_credit(identity: Identity, name: str | None, slot: str | None, links: list[tuple[Link, RunLink]]) -> bool:
    if name and slot and name == clean_name(slot) and is_own(identity, name=name):
        return True
    foreign = any(
        link.url and not is_own(identity, url=link.url) and link.target in {Target.ARTICLE, Target.HOMEPAGE}
        for link, _ in links
    )
    if foreign:
        return False
    if any(link.href.strip() == "/" for link, _ in links):
        return True
    own_link = any(link.url and is_own(identity, url=link.url) for link, _ in links)
    if own_link and (name is None or is_own(identity, name=name)):
        return True
    return any(is_own(identity, name=text) or names_own(identity, text) for text in (name, slot) if text)
