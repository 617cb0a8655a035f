"""Credits by their wording: "originally published by", "Source:", "read the original"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from licencecheck.evidence import outlets
from licencecheck.evidence.bylines.names import outlet_behind
from licencecheck.evidence.copyrights.notices import copyright_notices
from licencecheck.evidence.credits.candidate import Candidate
from licencecheck.evidence.credits.doubts import doubts, doubts_of_lone_label
from licencecheck.evidence.credits.labelled import labelled
from licencecheck.evidence.credits.linked import Linked
from licencecheck.evidence.credits.links import links_after, links_of, links_of_fields, links_of_logo, sentence_of
from licencecheck.evidence.credits.names import URL, clean_name, name_of
from licencecheck.evidence.credits.signals import signals_of_links, signals_of_name, signals_of_place
from licencecheck.evidence.identity import is_own, names_own
from licencecheck.evidence.layout.layout import Layout
from licencecheck.evidence.layout.runs import Run
from licencecheck.evidence.licences.scope import speaks_of
from licencecheck.evidence.phrases.matcher import Hit, Span
from licencecheck.model import CreditForm, Identity, Target
from licencecheck.text import fold, same_name, words
from licencecheck.urls import target_of

FORMS = {
    "credit_first": (CreditForm.FIRST_PUBLISHED, "says where it was first published", "may say where it was published"),
    "republished": (CreditForm.REPUBLISHED, "says that it is republished", "may say that it is republished"),
    "translation": (CreditForm.TRANSLATION, "says that it is translated from it", "may say that it is translated"),
    "read_original": (CreditForm.READ_ORIGINAL, "calls to read the original", "may call to read the original"),
    "credit_label": (CreditForm.LABEL, "label for the source", "label for the source"),
    "via": (CreditForm.LABEL, "weak wording", "weak wording"),
}
"""Form of a credit by category of its wording, with the signals of strong and of medium wording."""
CREDITING = frozenset(FORMS)
NAMING = frozenset({"credit_first", "republished", "credit_label"})
"""Categories of wordings by which a line credits the party that it names."""
_SLOTS = ("source", "outlet", "url", "partner", "title")
_AWAY = frozenset({"reverse", "history", "image_credit"})
_HEAD, _CAPTION = 40, 100
_LEVELS = 12
"""Elements around a line that are looked at."""
_EMBEDDED = frozenset({"twitter-tweet", "instagram-media", "tiktok-embed", "bluesky-embed", "mastodon-embed"})
"""Classes of the quotations in which networks embed posts."""
_SUBJECT = 2
"""Words before a bracket that may be what it is about."""
_QUOTES = "\"'“”„«»‘’「『《‹"
_REFERRED = re.compile(r"(?P<initial>\b[^\W\d_]\.,? )?\((?:19|20)\d\d[a-z]?\)")
"""The year in brackets of references, often after an initial: "Roe, J. (2019). On wells. First published in ..."."""
_CITATION = re.compile(r"\bet (?:al|coll)\b", re.IGNORECASE)
"""In the names of those who wrote a paper."""
_CODE = frozenset({"code", "kbd", "samp", "tt"})


def runs_by_wording(layout: Layout) -> Iterator[Run]:
    """The runs that hold a wording of credit, wherever they stand."""
    for run in (layout.runs[at] for at in layout.saying(CREDITING) | layout.labels | layout.labelled_links):
        if any(hit.category in FORMS for hit in layout.hits(run)) or labelled(layout, run):
            yield run


def by_wording(layout: Layout, run: Run, known: Collection[str]) -> Iterator[Candidate]:
    """The statements of a run that credit by their words."""
    label = labelled(layout, run)
    hits = label.hits if label else layout.hits(run, CREDITING)
    if not hits or _is_embedded(run) or outlets.numbers_figure(run.text):
        return
    line = label.line if label else run
    away = [h for h in hits if h.category in _AWAY]
    others = [h for h in hits if h.category == "other_work"]
    for hit in hits:
        if hit.category not in FORMS or any(a.overlaps(hit) for a in away) or _is_of(others, line, hit):
            continue
        candidate = _candidate(layout, line, hit, known)
        if candidate is not None:
            if label:
                candidate.lines = 1 if line is run else 2
                candidate.signals += doubts_of_lone_label(label, candidate, known)
            candidate.signals += ["says that permission was given"] * any(h.category == "permitted" for h in hits)
            yield candidate


def _candidate(layout: Layout, run: Run, hit: Hit, known: Collection[str]) -> Candidate | None:
    form, strong, medium = FORMS[hit.category]
    if _is_reference(run, hit):
        return None  # says where the cited work was published
    if _is_aside(run, hit):
        hit = hit._replace(strength=hit.strength - 1)
    slot = next((_without_author(hit.slots[s]) for s in _SLOTS if s in hit.slots), None)
    if form is CreditForm.TRANSLATION and slot is None and "translator" in hit.slots:
        return None  # names the translator alone
    links = links_of(layout, run, hit.start, hit.end)
    name = name_of(run, slot.text if slot else None, (slot.start, slot.end) if slot else (hit.start, hit.end), links)
    if name is not None and _CITATION.search(name):
        return None
    quoted = slot is not None and slot.start > 0 and run.text[slot.start - 1] in _QUOTES
    if form is CreditForm.LABEL and (_is_caption(layout, run, name) or _is_in_code(run, hit, slot)):
        return None
    if not links:
        links = links_after(layout, run) or links_of_logo(layout, run, name) or links_of_fields(layout, run)
    said = slot.text if slot else None
    # what the head states tells most of them, and needs no look at the page
    if _self_credit(layout.stated_identity, name, said, links) or _self_credit(layout.identity, name, said, links):
        return None
    if any(link.target is Target.RELATIVE for link in links[:1]) and (
        form is CreditForm.TRANSLATION or (form is CreditForm.FIRST_PUBLISHED and hit.strength < 3)
    ):
        return None  # the own site in another language; "published in" a category of it
    # a slot in lower case weakens the wording, unless a name is found in it after all: "press release of *Outlet*"
    named = slot is not None and name is not None and slot.text[0].islower() and not name[0].islower()
    signals = [
        {3: strong, 2: medium}.get(hit.strength + named, "weak wording"),
        *signals_of_place(layout, run, hit.start),
        *signals_of_links(links),
        *signals_of_name(name, known, quoted=quoted),
        *["names and links nobody"] * (name is None and not links),
        *doubts(layout, run, hit, form, name, links),
    ]
    part_via = hit.category == "via" or _is_passed_on(run, hit)
    return Candidate(run, hit.start, hit.end, form, signals, name, links, part_via)


def _is_passed_on(run: Run, hit: Hit) -> bool:
    """Whether a copyright line stands before who is named: "© 2019 Outlet. Distributed by Agency"."""
    weak = hit.category == "credit_first" and hit.strength < 3
    return weak and any(notice.holders for notice in copyright_notices(run.text[: hit.start]))


def _without_author(slot: Span) -> Span:
    """The outlet of "published by A. Author on River Post"."""
    begin = outlet_behind(slot.text) or 0
    return Span(slot.text[begin:], slot.start + begin, slot.end)


def _is_aside(run: Run, hit: Hit) -> bool:
    """Whether a wording stands in brackets behind what they are about: "On Wells" (first published in a journal)."""
    start, _ = sentence_of(run.text, hit.start, hit.end)
    before = run.text[start : hit.start].rstrip()
    return before.endswith(("(", "（")) and len(words(before)) >= _SUBJECT


def _is_reference(run: Run, hit: Hit) -> bool:
    """Whether a wording stands in a reference: behind the year of the cited work, in a list or with initials."""
    cited = _REFERRED.search(run.text, 0, hit.start)
    if cited is None or cited["initial"]:
        return cited is not None
    return any(around.tag == "li" for around in (run.element, *islice(run.element.iterancestors(), _LEVELS)))


def _is_in_code(run: Run, hit: Hit, slot: Span | None) -> bool:
    """Whether a label or what it labels stands in code: a parameter is no label, a file no source."""
    named = slot.start if slot and not URL.match(slot.text) else hit.start
    nodes = [run.source_of(start) for start in {hit.start, named}]
    around = [node[0] if node[1] == "text" else node[0].getparent() for node in nodes if node is not None]
    return any(element is not None and element.tag in _CODE for element in around)


def _is_of(others: Sequence[Hit], run: Run, hit: Hit) -> bool:
    """Whether the sentence of a wording begins with another work than this article: a study, a book, a bill."""
    start, _ = sentence_of(run.text, hit.start, hit.end)
    # in some languages a wording begins with the name: "code is from Outlet" in Japanese order
    said = next((slot.end for slot in hit.slots.values() if slot.start == hit.start), hit.start)
    return any(start <= other.start <= said for other in others)


def _is_embedded(run: Run) -> bool:
    """Whether a run is another's post from a social network, which says where *that* comes from."""
    around = (run.element, *islice(run.element.iterancestors(), _LEVELS))
    return any(not _EMBEDDED.isdisjoint((e.get("class") or "").split()) for e in around if e.tag == "blockquote")


def _is_caption(layout: Layout, run: Run, name: str | None) -> bool:
    """Whether a short line is about the picture above it, or says itself that it is about a picture."""
    if any(hit.category == "image_credit" for hit in layout.hits(run)) or speaks_of("image", run.text[:_HEAD]):
        return True
    above = layout.runs[run.index - 1] if run.index else None
    if above is None or above.text or len(run.text) > _CAPTION:
        return False
    return any(not _is_logo(picture.get("alt") or "", name) for picture in above.images)


def _is_logo(alt: str, name: str | None) -> bool:
    """Whether a picture is called by the name of a party or by its initials."""
    initials = "".join(word[0] for word in words(name or ""))
    return bool(name and alt) and (same_name(alt, name or "") or fold(alt) == initials)


def _self_credit(identity: Identity, name: str | None, slot: str | None, links: Sequence[Linked]) -> bool:
    if name and slot and name == clean_name(slot) and is_own(identity, name=name):
        return True
    foreign = any(
        link.url and not is_own(identity, url=link.url) and link.target in {Target.ARTICLE, Target.HOMEPAGE}
        for link in links
    )
    if foreign:
        return False
    if any(link.href.strip() == "/" or target_of(link.href)[0] is Target.HOMEPAGE for link in links):
        return True
    own_link = any(link.url and is_own(identity, url=link.url) for link in links)
    if own_link and (name is None or is_own(identity, name=name)):
        return True
    return any(is_own(identity, name=text) or names_own(identity, text) for text in (name, slot) if text)
