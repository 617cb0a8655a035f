"""Statements that the article comes from another party: found by wording or by form, weighed by all that speaks for them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from licencecheck.evidence import outlets
from licencecheck.evidence.containers import OUTSIDE
from licencecheck.evidence.identity import is_own, names_own
from licencecheck.evidence.layout import NEAR, Layout
from licencecheck.evidence.notices import copyright_notices
from licencecheck.evidence.phrases import Hit
from licencecheck.evidence.runs import Run, RunLink
from licencecheck.evidence.weights import confidence_of, weigh
from licencecheck.model import Confidence, Credit, CreditForm, CreditPart, Identity, Link, Place, Role, Target
from licencecheck.text import excerpt, fold, squeeze
from licencecheck.urls import host_of, is_profile

_FORMS = {
    "credit_first": (CreditForm.FIRST_PUBLISHED, "says where it was first published", "may say where it was published"),
    "republished": (CreditForm.REPUBLISHED, "says that it is republished", "may say that it is republished"),
    "translation": (CreditForm.TRANSLATION, "says that it is translated from it", "may say that it is translated"),
    "read_original": (CreditForm.READ_ORIGINAL, "calls to read the original", "may call to read the original"),
    "credit_label": (CreditForm.LABEL, "label for the source", "label for the source"),
    "via": (CreditForm.LABEL, "weak wording", "weak wording"),
}
"""Form of a credit by category of its wording, with the signals of strong and of medium wording."""
_SLOTS = ("source", "outlet", "url", "partner", "title")
_GENERIC = re.compile(
    r"^(?:here|this|there|link|website|web ?site|site|blog|my (?:blog|site|website)|(?:his|her|their|our|the) (?:blog|site|website)|"
    r"(?:the )?(?:original|full|source)(?: (?:article|post|story|version|text|page|here))?|read (?:more|it|the .*)|"
    r"hier|original|quelle|dieser artikel|ici|lien|aqu[ií]|enlace|qui|ссылка|тут|здесь|оригинал.*|"
    r"原文.*|链接|連結|地址|此处|这里|来源|本文|こちら|元記事|リンク|post original.*|artigo original.*|art[ií]culo original.*)$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?。！？](?:\s|$)|\s\|\s")
_AUTHOR = re.compile(r"^[\s,–—-]*(?:[Bb]y|[Vv]on|[Pp]ar|de|di|[Pp]or|door|автор:?|作者[:：]?)\s+[^\W\d_a-z][^.!?]{2,50}$")
_PIECE = re.compile(r"[^,|/()（）·•\n]+")
_BY = re.compile(r"^\s*(?:by|from|von|par|de|por|di)\s+", re.IGNORECASE)
_FILE = re.compile(r"\.(?:png|jpe?g|gif|svg|webp|mp[34]|zip)(?:[?#]|$)", re.IGNORECASE)
_LINK_ORDER = (Target.ARTICLE, Target.HOMEPAGE, Target.RELATIVE, Target.DEAD, Target.OTHER)
_TITLE_AFTER = re.compile(r"\s+[–—-]\s+[“\"«‘„].*$")
_URL = re.compile(r"^(?:https?://|www\.)\S+$", re.IGNORECASE)
_NOBODY = re.compile(r"^[xX]{2,}|^(?:the )?(?:internet|web)$|其[它他]媒体|互联网|网络", re.IGNORECASE)
_HOST = re.compile(r"^(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?$", re.IGNORECASE)
_MAX_NAME = 90
_SHORT, _LONG = 220, 450
_MOST_BESIDE = 10


@dataclass(slots=True)
class Candidate:
    """A statement that may be a credit, with what speaks for and against it."""

    run: Run
    start: int
    end: int
    form: CreditForm
    signals: list[str]
    name: str | None = None
    links: list[Link] = field(default_factory=list)
    part_via: bool = False

    @property
    def score(self) -> float:
        """Sum of the weights of its signals."""
        return weigh(self.signals)


def has_sign(layout: Layout, known: Collection[str]) -> bool:
    """Whether anything on the page may be a credit: most pages have nothing and need no further reading."""
    worded = any(hit.category in _FORMS and hit.strength >= 2 for run in layout.runs for hit in layout.hits(run))
    return worded or any(
        candidate for run in layout.near() for candidate in (*_by_form(layout, run, known), *_by_copyright(layout, run, known))
    )


def candidates_of(layout: Layout, known: Collection[str]) -> list[Candidate]:
    """Everything on the page that may credit its origin, own credit and the other direction left out, in page order."""
    found: list[Candidate] = []
    for run in layout.runs:
        if layout.role(run) in {Role.COMMENT, Role.TITLE} or abs(layout.distance(run)) > 12 * NEAR:
            continue
        worded = list(_by_wording(layout, run, known))
        found += worded or _by_form(layout, run, known)
        found += _by_copyright(layout, run, known)
    return found


def _by_wording(layout: Layout, run: Run, known: Collection[str]) -> Iterator[Candidate]:
    hits = layout.hits(run)
    if not hits:
        return
    away = [h for h in hits if h.category in {"reverse", "history", "image_credit"}]
    for hit in hits:
        if hit.category not in _FORMS or any(a.start <= hit.start < a.end or hit.start <= a.start < hit.end for a in away):
            continue
        candidate = _candidate(layout, run, hit, known)
        if candidate is not None:
            candidate.signals += ["says that permission was given"] * any(h.category == "permission" for h in hits)
            yield candidate


def _candidate(layout: Layout, run: Run, hit: Hit, known: Collection[str]) -> Candidate | None:
    form, strong, medium = _FORMS[hit.category]
    wording = {3: strong, 2: medium}.get(hit.strength, "weak wording")
    slot = next((hit.slots[s] for s in _SLOTS if s in hit.slots), None)
    if form is CreditForm.TRANSLATION and slot is None and "translator" in hit.slots:
        return None  # names the translator alone
    links = _links_of(layout, run, hit.start, hit.end)
    name = _name(run, slot.text if slot else None, (slot.start, slot.end) if slot else (hit.start, hit.end), links)
    if _self_credit(layout.identity, name, slot.text if slot else None, links):
        return None
    if form is CreditForm.FIRST_PUBLISHED and hit.strength < 3 and any(link.target is Target.RELATIVE for link, _ in links[:1]):
        return None  # "published in" a category of the own site
    signals = [wording, *["label within a sentence"] * (form is CreditForm.LABEL and not _begins(run.text, hit.start)), *_signals_of_place(layout, run, hit.start), *_signals_of_links(links), *_signals_of_name(name, known)]
    return Candidate(run, hit.start, hit.end, form, signals, name, [link for link, _ in links], hit.category == "via")


def _begins(text: str, start: int) -> bool:
    """Whether a label stands at the start of a line or after a mark that parts it from what is before."""
    before = text[:start].rstrip(" (（[【")
    return not before or before[-1] in "|/·•—–-:：;；,，)）]】0123456789日" or start <= 3


def _self_credit(identity: Identity, name: str | None, slot: str | None, links: list[tuple[Link, RunLink]]) -> bool:
    foreign = any(link.url and not is_own(identity, url=link.url) and link.target in {Target.ARTICLE, Target.HOMEPAGE} for link, _ in links)
    if foreign:
        return False
    own_link = any(link.url and is_own(identity, url=link.url) for link, _ in links)
    if own_link and (name is None or is_own(identity, name=name)):
        return True
    return any(is_own(identity, name=text) or names_own(identity, text) for text in (name, slot) if text)


def _links_of(layout: Layout, run: Run, start: int, end: int) -> list[tuple[Link, RunLink]]:
    """Links of a statement, best first: those of its sentence, else "here" beside it, else the next line after a colon."""
    low, high = _sentence(run.text, start, end)
    spans = [s for s in run.links if s.start < high and s.end > low]
    if not spans and len(run.text) <= _LONG:
        spans = [s for s in run.links if _GENERIC.match(run.text[s.start : s.end])]
    if not spans and run.text.rstrip().endswith((":", "：")) and run.index + 1 < len(layout.runs):
        run = layout.runs[run.index + 1]
        spans = list(run.links) if len(run.text) <= _SHORT else []
    pairs = [(layout.link(run, s), s) for s in spans]
    pairs = [(link, s) for link, s in pairs if _may_credit(link, s, start, end)]

    def rank(pair: tuple[Link, RunLink]) -> tuple[int, int]:
        link, span = pair
        gap = max(span.start - end, start - span.end, 0)
        return _LINK_ORDER.index(Target.OTHER if is_profile(link.url) else link.target), gap

    return sorted(pairs, key=rank)


def _may_credit(link: Link, span: RunLink, start: int, end: int) -> bool:
    """Whether a link may be that of the statement: pictures are not, and dead ones only if they are its own words."""
    if link.target is Target.NONE or (link.url and _FILE.search(link.url)):
        return False
    return link.target is not Target.DEAD or (span.start < end and span.end > start)


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    low = 0
    for match in _SENTENCE_END.finditer(text, 0, start):
        low = match.end()
    after = _SENTENCE_END.search(text, end)
    return low, after.end() if after else len(text)


def _name(run: Run, slot: str | None, span: tuple[int, int], links: list[tuple[Link, RunLink]]) -> str | None:
    """The party as named: the slot of the wording, the anchor within it, else the host of the best link."""
    inside = [(link, s) for link, s in links if s.start < span[1] and s.end > span[0]]
    for text in (*(run.text[s.start : s.end] for _, s in inside), slot):
        cleaned = clean_name(text)
        if cleaned:
            return cleaned
    return next((host_of(link.url) for link, _ in links if link.url), None) or (clean_name(slot, strict=False) if slot else None)


def clean_name(text: str | None, *, strict: bool = True) -> str | None:
    """`text` as the name of a party, or None: an address gives its host, "here" and "original article" name nobody."""
    text = _TITLE_AFTER.sub("", squeeze(text or "")).strip(" \t.,;:|·•\"'“”„«»「」『』()（）[]【】<>《》-–—*_")
    if not text or outlets.is_language(text) or _NOBODY.search(text) or (strict and _GENERIC.match(text)):
        return None
    if _URL.match(text):
        return host_of(text if "://" in text else f"https://{text}") or None
    if len(text) > _MAX_NAME:
        return None
    return text


def _signals_of_place(layout: Layout, run: Run, start: int) -> Iterator[str]:
    role, place, distance = layout.role(run), layout.place(run), abs(layout.distance(run))
    if role in OUTSIDE:
        yield "in a box beside the article"
    elif distance > 4 * NEAR:
        yield "far from the article"
    elif place in {Place.TOP, Place.BYLINE, Place.BOTTOM}:
        yield "at the top or bottom of the article"
    else:
        yield "within the text"
    if start <= 3:
        yield "begins the paragraph"
    if len(run.text) <= _SHORT:
        yield "paragraph of its own"
    elif len(run.text) > _LONG and layout.place(run) is Place.BODY:
        yield "deep in a long paragraph"


def _signals_of_links(links: list[tuple[Link, RunLink]]) -> Iterator[str]:
    best = links[0][0].target if links else None
    yield {
        None: "links nothing",
        Target.ARTICLE: "links an article elsewhere",
        Target.HOMEPAGE: "links a home page elsewhere",
        Target.DEAD: "link is dead",
        Target.RELATIVE: "links the own site",
    }.get(best, "links nothing")


def _signals_of_name(name: str | None, known: Collection[str]) -> Iterator[str]:
    if name is None:
        return
    if outlets.is_agency(name) or fold(name) in known:
        yield "known publisher or agency"
    first = name[0]
    if first.isupper() or _HOST.match(name.split()[0].rstrip(",;")) or not (first.islower() or first.isdigit()):
        yield "has the form of a name"
    elif first.islower():
        yield "name is no name"


def _by_form(layout: Layout, run: Run, known: Collection[str]) -> Iterator[Candidate]:
    """Credits without wording: agency in the dateline, outlet beside the date, a bare address as the last line."""
    text = run.text
    if layout.first <= run.index <= layout.first + 2:
        agency = outlets.agency_in_dateline(text)
        if agency and not is_own(layout.identity, name=agency.text):
            yield Candidate(
                run, agency.start, agency.end, CreditForm.DATELINE,
                ["agency in the dateline", "at the top or bottom of the article"], agency.text,
            )  # fmt: skip
    if len(text) <= 120 and layout.role(run) not in OUTSIDE and layout.place(run) in {Place.TOP, Place.BYLINE, Place.BOTTOM}:
        yield from _agency_as_author(layout, run)
    if len(text) <= 120 and layout.place(run) in {Place.TOP, Place.BYLINE} and layout.role(run) not in OUTSIDE:
        yield from _bare_name(layout, run, known)
    yield from _by_title_and_author(layout, run)
    if _URL.match(text) and run.links and layout.place(run) in {Place.BOTTOM, Place.TOP}:
        links = [(layout.link(run, s), s) for s in run.links]
        link = links[0][0]
        if link.target is Target.ARTICLE and link.url and not is_own(layout.identity, url=link.url):
            signals = ["bare address at the end", "paragraph of its own", *_signals_of_links(links)]
            yield Candidate(run, 0, len(text), CreditForm.BARE_URL, signals, host_of(link.url), [link])


def _agency_as_author(layout: Layout, run: Run) -> Iterator[Candidate]:
    """"By the Agency", "A. Author, Agency", or the agency alone on its line."""
    for match in _PIECE.finditer(run.text):
        name = _BY.sub("", match[0]).strip(" .")
        if outlets.is_agency(name) and not is_own(layout.identity, name=name):
            signals = ["agency in the byline", *_signals_of_place(layout, run, match.start()), "links nothing"]
            yield Candidate(run, match.start(), match.end(), CreditForm.BYLINE, signals, name)
            return


def _by_title_and_author(layout: Layout, run: Run) -> Iterator[Candidate]:
    """A first line that is another article's title, linked, with its author: "Title by A. Author"."""
    if run.index > layout.first + 2 or len(run.text) > _SHORT or len(run.links) != 1:
        return
    span = run.links[0]
    link = layout.link(run, span)
    if link.target is Target.ARTICLE and span.start <= 3 and _AUTHOR.match(run.text[span.end :]):
        signals = ["title and author of another article", *_signals_of_place(layout, run, 0), "links an article elsewhere"]
        yield Candidate(run, 0, len(run.text), CreditForm.FIRST_PUBLISHED, signals, host_of(link.url or ""), [link])


def _by_copyright(layout: Layout, run: Run, known: Collection[str]) -> Iterator[Candidate]:
    """A copyright line of an outlet beside the article: often the only credit of wire copy."""
    if layout.role(run) in OUTSIDE or abs(layout.distance(run)) > NEAR or len(run.text) > _LONG:
        return
    for notice in copyright_notices(run.text):
        if not notice.years and not notice.reserved:
            continue
        links = _links_of(layout, run, notice.start, notice.end)
        for holder in notice.holders:
            name = clean_name(holder)
            if name is None or is_own(layout.identity, name=name) or names_own(layout.identity, name):
                continue
            if not (outlets.is_agency(name) or fold(name) in known or outlets.has_outlet_form(name) or _HOST.match(name)):
                continue
            signals = [
                "copyright line of another holder",
                *_signals_of_place(layout, run, notice.start),
                *_signals_of_links(links),
                *_signals_of_name(name, known),
            ]
            found = [link for link, _ in links]
            yield Candidate(run, notice.start, notice.end, CreditForm.COPYRIGHT, signals, name, found)
            return


def _bare_name(layout: Layout, run: Run, known: Collection[str]) -> Iterator[Candidate]:
    dated = outlets.beside_date(run.text)
    span = dated or outlets.Span(run.text, 0, len(run.text))
    name = clean_name(span.text)
    if name is None or len(name) > 40 or is_own(layout.identity, name=name) or names_own(layout.identity, name):
        return
    familiar = outlets.is_agency(name) or fold(name) in known or layout.containers.is_source_box(run.element)
    beside = dated is not None or any(
        outlets.holds_date(layout.runs[i].text) and len(layout.runs[i].text) <= 120
        for i in range(max(0, run.index - 2), min(len(layout.runs), run.index + 3))
    )
    if not beside or not (familiar or outlets.has_outlet_form(name)):
        return
    links = [(layout.link(run, s), s) for s in run.links if s.start < span.end and s.end > span.start]
    signals = ["name of an outlet beside the date", *_signals_of_links(links), *_signals_of_name(name, known), "paragraph of its own"]
    signals += ["stands in a box named for the source"] * layout.containers.is_source_box(run.element)
    yield Candidate(run, span.start, span.end, CreditForm.DATELINE, signals, name, [link for link, _ in links])


def credit_of(layout: Layout, candidate: Candidate) -> Credit | None:
    """The candidate as a fact, or None if too little speaks for it."""
    confidence = confidence_of(candidate.score)
    if confidence is None:
        return None
    return Credit(
        text=excerpt(candidate.run.text[candidate.start :] if len(candidate.run.text) > _LONG else candidate.run.text),
        location=layout.location(candidate.run, candidate.start),
        role=Role.CREDIT if layout.role(candidate.run) is Role.BODY else layout.role(candidate.run),
        place=layout.place(candidate.run),
        confidence=confidence,
        signals=tuple(candidate.signals),
        name=candidate.name,
        form=candidate.form,
        links=tuple(candidate.links),
    )


def credits_beside(layout: Layout) -> list[Credit]:
    """Credits in comments, sidebars and captions: none of this article, but worth telling when its own is missing."""
    found: list[Credit] = []
    for run in layout.runs:
        role = layout.role(run)
        if role not in OUTSIDE or len(found) == _MOST_BESIDE:
            continue
        for hit in layout.hits(run):
            slot = hit.slots.get("source")
            if hit.category not in {"credit_first", "republished", "credit_label"} or slot is None or not clean_name(slot.text):
                continue
            found.append(
                Credit(
                    text=excerpt(run.text),
                    location=layout.location(run, hit.start),
                    role=role,
                    place=Place.ASIDE,
                    confidence=Confidence.LOW,
                    signals=("in a box beside the article",),
                    name=clean_name(slot.text),
                    form=_FORMS[hit.category][0],
                    part=CreditPart.VIA,
                    links=tuple(link for link, _ in _links_of(layout, run, hit.start, hit.end)),
                )
            )
            break
    return found
