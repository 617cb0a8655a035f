"""Credits by their wording: "originally published by", "Source:", "read the original"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from licencecheck.evidence import outlets
from licencecheck.evidence.bylines.names import names_in
from licencecheck.evidence.credits.candidate import Candidate
from licencecheck.evidence.credits.labelled import Labelled, labelled
from licencecheck.evidence.credits.linked import Linked
from licencecheck.evidence.credits.links import links_after, links_of, sentence_of
from licencecheck.evidence.credits.names import HOST, URL, clean_name, name_of
from licencecheck.evidence.credits.signals import signals_of_links, signals_of_name, signals_of_place
from licencecheck.evidence.identity import is_own, names_own
from licencecheck.evidence.layout.layout import Layout
from licencecheck.evidence.layout.runs import Run
from licencecheck.evidence.licences.scope import speaks_of
from licencecheck.evidence.phrases.matcher import Hit, Span
from licencecheck.model import CreditForm, Identity, Place, Target
from licencecheck.text import compiled, fold, is_unspaced, same_name, words
from licencecheck.urls import host_of, target_of, url_key

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
_QUOTED, _LEVELS = 20, 12
"""Lines of a quotation above its source, for whoever quotes more copies the article; levels of elements around them."""
_EMBEDDED = frozenset({"twitter-tweet", "instagram-media", "tiktok-embed", "bluesky-embed", "mastodon-embed"})
"""Classes of the quotations in which networks embed posts."""
_SEVERAL = 2
"""Addresses linked under one weak label from which on it heads a list of references."""
_SUBJECT = 2
"""Words before a wording that may name what it speaks of, or after a weak label that make it part of a sentence."""
_REFERENCE = r"[,،，(（]\s*(?:19|20)\d\d[)）]?\W*$"
"""A year alone at the end, as references have it."""
_CLAUSE = 5
"""Words after a comma from which on a wording that links nothing tells more: "Originally from X, she has lived ..."."""
_QUOTES = "\"'“”„«»‘’「『《‹"
_PAPERS = frozenset({"doi.org", "dx.doi.org", "arxiv.org"})
_REPOSITORY = re.compile(
    r"(?:github|gitlab|bitbucket|codeberg|gitee)\.\w+/[^/]+/[^/]+"
    r"(?:/(?:-/)?(?:blob|tree|commit|pull|releases)(?:/\S*(?<!\.md))?)?"
)
"""A repository, or what it holds but for texts."""
_REFERRED = re.compile(r"(?P<initial>\b[^\W\d_]\.,? )?\((?:19|20)\d\d[a-z]?\)")
"""The year in brackets of references, often after an initial: "Roe, J. (2019). On wells. First published in ..."."""
_CHARTS = frozenset({"table", "svg", "canvas", "iframe"})
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
        if hit.category not in FORMS or any(_overlap(a, hit) for a in away) or _is_of(others, line, hit):
            continue
        candidate = _candidate(layout, line, hit, known)
        if candidate is not None:
            if label:
                candidate.lines = 1 if line is run else 2
                candidate.signals += _doubts_of_lone_label(label, candidate, known)
            candidate.signals += ["says that permission was given"] * any(h.category == "permitted" for h in hits)
            yield candidate


def _candidate(layout: Layout, run: Run, hit: Hit, known: Collection[str]) -> Candidate | None:
    form, strong, medium = FORMS[hit.category]
    if _is_reference(run, hit):
        return None  # says where the cited work was published
    if _is_aside(run, hit):
        hit = hit._replace(strength=hit.strength - 1)
    slot = next((hit.slots[s] for s in _SLOTS if s in hit.slots), None)
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
        links = links_after(layout, run)
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
        *_doubts(layout, run, hit, name, links),
    ]
    return Candidate(run, hit.start, hit.end, form, signals, name, links, hit.category == "via")


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


def _doubts(layout: Layout, run: Run, hit: Hit, name: str | None, links: Sequence[Linked]) -> Iterator[str]:
    """What beside the wording says that something else than the origin of this article may be meant."""
    form = FORMS[hit.category][0]
    start, end = sentence_of(run.text, hit.start, hit.end)
    if form is CreditForm.LABEL:
        yield from _doubts_of_label(layout, run, hit, name, links)
    elif form is CreditForm.FIRST_PUBLISHED and hit.strength < 3:
        clause = run.text[hit.end : end].lstrip()
        goes_on = not links and clause.startswith(",") and len(words(clause)) >= _CLAUSE
        if goes_on or (start and not links) or len(words(run.text[start : hit.start])) >= _SUBJECT:
            yield "may speak of something else"
    elif form is CreditForm.READ_ORIGINAL and speaks_of("condition", run.text[start : hit.start]):
        yield "invites to read elsewhere as well"
    if form is CreditForm.FIRST_PUBLISHED and _may_be_own(layout, run, hit, links):
        yield "may be the own site"
    weak = form in {CreditForm.LABEL, CreditForm.READ_ORIGINAL} or hit.strength < 3
    if weak and any(map(_is_paper_or_code, links[:1])):
        yield "refers to a paper or code"
    is_outlet = name is not None and outlets.has_outlet_form(name)
    if not is_outlet and any(h.category == "own_edition" and _overlap(h, hit) for h in layout.hits(run)):
        yield "may name an edition of the own site"


def _doubts_of_label(layout: Layout, run: Run, hit: Hit, name: str | None, links: Sequence[Linked]) -> Iterator[str]:
    """Reasons why a label may name the source of something else: a reference, a quotation, figures, a recipe."""
    start, end = sentence_of(run.text, hit.start, hit.end)
    goes_on = hit.strength < 2 and hit.slots and len(words(run.text[hit.end : end])) >= _SUBJECT
    if goes_on or not (_begins(run.text, hit.start) or hit.start in run.borders):
        yield "label within a sentence"
    if hit.strength < 2 and len({link.url for link in links}) >= _SEVERAL:
        yield "one of several references"
    if _ends_quotation(layout, run):
        yield "source of a quotation"
    if "©" in run.text and _names_own_site(layout.identity, run.text):
        yield "beside the own copyright line"
    if _is_of_figures(name, run.text[start:end], links) or _stands_below_chart(layout, run):
        yield "may be the source of figures"
    if _is_in_recipe(layout):
        yield "may be the source of a recipe"
    if name and outlets.is_institution(name) and _stands_beside_author(layout, run):
        yield "institution beside the author of the article"


def _doubts_of_lone_label(label: Labelled, credit: Candidate, known: Collection[str]) -> Iterator[str]:
    """Below a label, only an outlet or a written address tells for sure that the source of the article is meant."""
    name = credit.name or ""
    is_party = outlets.has_outlet_form(name) or outlets.names_agency(name) or fold(name) in known
    if is_party or label.is_field or (not credit.links and HOST.match(name)):
        return
    yield "label alone on its line"
    if label.is_fact:
        yield "may be a fact of something else"


def _is_in_code(run: Run, hit: Hit, slot: Span | None) -> bool:
    """Whether a label or what it labels stands in code: a parameter is no label, a file no source."""
    named = slot.start if slot and not URL.match(slot.text) else hit.start
    nodes = [run.source_of(start) for start in {hit.start, named}]
    around = [node[0] if node[1] == "text" else node[0].getparent() for node in nodes if node is not None]
    return any(element is not None and element.tag in _CODE for element in around)


def _overlap(one: Hit, other: Hit) -> bool:
    return one.start < other.end and other.start < one.end


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


def _is_paper_or_code(link: Linked) -> bool:
    """Whether a link leads to a paper or to the start page of a repository: no article is copied from there."""
    url = link.url or ""
    return host_of(url) in _PAPERS or _REPOSITORY.fullmatch(url_key(url)) is not None


def _ends_quotation(layout: Layout, run: Run) -> bool:
    """Whether a line stands below other text in a quotation that is only a part of the article."""
    quotation = next(run.element.iterancestors("blockquote"), None)
    if quotation is None or not run.index:
        return False
    before = layout.runs[max(0, run.index - _QUOTED) : run.index]
    within = [r for r in before if quotation in islice(r.element.iterancestors(), _LEVELS)]
    return bool(within) and layout.first < within[0].index


def _is_of_figures(name: str | None, said: str, links: Sequence[Linked]) -> bool:
    """Whether "Source: Office, 2019" tells where numbers are from: its name, statistics, a bare year; no press text."""
    if name is None or speaks_of("press", said):
        return False
    dated = compiled(_REFERENCE).search(said) and not outlets.has_outlet_form(name)
    return outlets.is_of_figures(name, said) or bool(dated and not any(k.target is Target.ARTICLE for k in links))


def _stands_below_chart(layout: Layout, run: Run) -> bool:
    """Whether a line within the article's text follows a table or a chart, alone or in its box."""
    if layout.place(run) is not Place.BODY:
        return False
    above = run.element.getprevious()
    if above is None or above.tag in _CHARTS:
        return above is not None
    return len(above) > 0 and above[-1].tag in _CHARTS and not (above[-1].tail or "").strip()


def _is_in_recipe(layout: Layout) -> bool:
    """Whether the article is a recipe: it names where the dish is from, as a study its books."""
    headings = outlets.recipe_headings()
    lines = (layout.runs[index].text for index in layout.holding(headings))
    return any(fold(line).strip(" :：") in headings for line in lines if len(line) <= _HEAD)


def _stands_beside_author(layout: Layout, run: Run) -> bool:
    """Whether a line next to `run` is signed: whoever signs wrote it, from what the source told."""
    return any(_signs(layout, other) for other in layout.runs[max(0, run.index - 1) : run.index + 2])


def _may_be_own(layout: Layout, run: Run, hit: Hit, links: Sequence[Linked]) -> bool:
    """Whether a credit may be the site's to itself: nothing tells whose site it is, who wrote it, or which article.

    Posts end so that whoever copies them from the feed credits their site; nobody has permission from himself.
    """
    if layout.place(run) is Place.TOP or any(said.category == "permitted" for said in layout.hits(run)):
        return False
    if any(layout.identity.names) or any(layout.identity.hosts) or "author" in hit.slots or layout.states_author:
        return False
    return any(link.target is Target.HOMEPAGE for link in links[:1]) and not any(
        _signs(layout, r) for r in layout.near()
    )


def _signs(layout: Layout, run: Run) -> bool:
    """Whether a short line names a person as author."""
    hits = layout.hits(run) if len(run.text) <= _CAPTION else ()
    return any(h.category == "byline" and "author" in h.slots and names_in(h.slots["author"].text) for h in hits)


def _names_own_site(identity: Identity, text: str) -> bool:
    return names_own(identity, text) or any(host in fold(text) for host in identity.hosts)


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


def _begins(text: str, start: int) -> bool:
    """Whether a label stands at the start of a line or after a mark that parts it from what is before."""
    before = text[:start].rstrip(" (（[【")
    spaced = text[:start].endswith((" ", "\u3000")) and is_unspaced(before[-1:])
    return not before or spaced or before[-1] in "|/·•—–-:：;；,，)）]】0123456789日" or start <= 3


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
