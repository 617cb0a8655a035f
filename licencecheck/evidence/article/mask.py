"""Readability as a mask: which elements of a page hold its article, never in more than about linear time.

Readability is written for ordinary pages: several of its steps compare every element with every other, and some crafted
pages keep it busy for minutes. Those steps are done here in one pass each, and a page on which the others would be slow
is refused.
"""

from __future__ import annotations

import contextlib
import logging
import re
from collections.abc import Collection, Iterable, Mapping
from copy import deepcopy
from functools import cache
from typing import Any

import lxml.html
from lxml import etree
from readability.readability import REGEXES, Document, Unparseable  # type: ignore[import-untyped]

from licencecheck.text import squeeze

_DROP = "dropped"
_NO_TEXT = ("script", "style", "noscript", "template", "link", "svg", "iframe")
_MARKUP = (etree.Comment, etree.ProcessingInstruction)
_BLOCKS = ("div", "p", "ul", "ol", "table", "img", "blockquote", "pre", "dl")
_UNLIKELY, _PERHAPS = (
    re.compile(REGEXES[name].pattern).search for name in ("unlikelyCandidatesRe", "okMaybeItsACandidateRe")
)
"""Words of small letters: to fold names first takes a fifth of the time."""
_NOT_SHOWN = REGEXES["displayNoneRe"].search
_LONG_NAME = 1000
_INLINE = frozenset("a b cite code em font i small span strong sub sup u".split())  # noqa: SIM905
_JUDGED = frozenset("table ul div aside header footer section".split())  # noqa: SIM905
_SCORED = ("p", "pre", "td", "blockquote")
_MOST_ELEMENTS = 60_000
_MOST_STEPS = 2_000_000
_MOST_CANDIDATES = 2_000
_SPACE = re.compile(r"\s+")
_UGLY = re.compile(r"[^\S ]|  ").search

logging.getLogger("readability").setLevel(logging.CRITICAL + 1)


def kept_elements(tree: etree._Element) -> set[etree._Element]:
    """Give the elements below the root element `tree` that readability keeps; none where it fails or is refused.

    The tree stays as it is. It should be known not to be deep: time grows with the depth of the text.
    """
    body = tree.find("body")
    if body is None:
        return set()
    mask = _Mask(body)
    # readability wraps whatever goes wrong in its own error
    with contextlib.suppress(Unparseable):
        mask.summary()
    return mask.kept


class _TooCostlyError(Exception):
    """Readability would take more than about linear time on this page."""


class _Mask(Document):  # type: ignore[misc]
    """Readability on a prepared tree; `kept` are the elements of the page that it kept."""

    def __init__(self, body: etree._Element) -> None:
        super().__init__(body)
        self.kept: set[etree._Element] = set()
        self._originals: dict[etree._Element, etree._Element] = {}
        self._weights: dict[tuple[str | None, str | None], int] = {}
        self._densities: dict[etree._Element, float] | None = None
        self._lengths: dict[etree._Element, int] | None = None

    def _parse(self, body: etree._Element) -> etree._Element:
        """Copy the body, note of which element each is the copy, and take out what no reader sees."""
        root: etree._Element = _parser().makeelement("html")
        root.append(deepcopy(body))
        # both trees are walked in the same order, comments included
        self._originals = dict(zip(root[0].iter(), body.iter(), strict=True))
        if len(self._originals) > _MOST_ELEMENTS:
            raise _TooCostlyError
        etree.strip_elements(root, *_NO_TEXT, *_MARKUP, with_tail=False)
        _strip(root, _hidden(root[0]))
        return root

    def get_clean_html(self) -> str:
        """Note what is left; the serialised article is only measured by readability, so its attributes may stay."""
        self.kept = {self._originals[element] for element in self.html.iter() if element in self._originals}
        return etree.tostring(self.html, method="html", encoding="unicode")

    def remove_unlikely_candidates(self) -> None:
        """Same rule, but the two questions about relatives are asked once for the whole page."""
        protected = _protected(self.html)
        judged: dict[tuple[str | None, str | None], bool] = {(None, None): False}
        doomed = []
        for element in self.html[0].iterdescendants():
            name = element.get("class"), element.get("id")
            if name not in judged:
                low = f"{name[0] or ''} {name[1] or ''}"[:_LONG_NAME].lower()
                judged[name] = bool(_UNLIKELY(low) and not _PERHAPS(low))
            if judged[name] and element not in protected:
                doomed.append(element)
        _strip(self.html, doomed)

    def transform_misused_divs_into_paragraphs(self) -> None:
        """Same result without serialising the page once per level; what is left by now gets its white space folded."""
        _fold_spaces(self.html)
        divs = self.html.findall(".//div")
        holders = _around(self.html.iter(*_BLOCKS))
        for div in divs:
            if div not in holders:
                div.tag = "p"
        for div in divs:
            if div.tag == "div":
                _wrap_loose_text(div, holders)

    def score_paragraphs(self) -> dict[Any, Any]:
        """Same scores; the white space within texts is folded already, and nobody reads a log of them."""
        candidates: dict[Any, Any] = {}
        for element in self.tags(self.html, *_SCORED):
            parent = element.getparent()
            text = squeeze(element.text_content())
            if parent is None or len(text) < self.min_text_length:
                continue
            score = 2 + text.count(",") + min(len(text) / 100, 3)
            for holder, share in ((parent, 1), (parent.getparent(), 2)):
                if holder is not None:
                    if holder not in candidates:
                        candidates[holder] = self.score_node(holder)
                    candidates[holder]["content_score"] += score / share
        self._lengths = {}
        for element, candidate in candidates.items():
            candidate["content_score"] *= 1 - self.get_link_density(element)
        self._lengths = None
        return candidates

    def get_editorial_leads(self, _best: etree._Element) -> list[etree._Element]:
        """None: a standfirst is not the article's text."""
        return []

    def get_preserved_elements(self, _node: etree._Element) -> dict[etree._Element, bool]:
        """None: what stands among the paragraphs is looked at again when readability is done."""
        return {}

    def merge_article_segments(self, candidates: Mapping[Any, Any], best_candidate: Any, threshold: float) -> None:
        """Readability compares every candidate with every element around the best."""
        if len(candidates) > _MOST_CANDIDATES:
            return
        self._densities = {}
        super().merge_article_segments(candidates, best_candidate, threshold)
        self._densities = None

    def class_weight(self, e: Any) -> int:
        """Same weight, each name read once."""
        name = e.get("class"), e.get("id")
        if name not in self._weights:
            self._weights[name] = super().class_weight(e)
        return self._weights[name]

    def get_link_density(self, elem: Any) -> float:
        """Same share; the white space is folded already, and within one step no element is measured twice."""
        if self._densities is not None and elem in self._densities:
            return self._densities[elem]
        linked = sum(self._length_of(link) for link in elem.iterdescendants("a"))
        density = float(linked / max(self._length_of(elem), 1))
        if self._densities is not None:
            self._densities[elem] = density
        return density

    def _length_of(self, elem: Any) -> int:
        """Characters of text; a link stands in many boxes and is measured once for all of them."""
        if self._lengths is None:
            return len(elem.text_content().strip())
        if elem not in self._lengths:
            self._lengths[elem] = len(elem.text_content().strip())
        return self._lengths[elem]

    def sanitize(self, node: etree._Element, candidates: Mapping[Any, Any], keep_all_images: bool = False) -> str:
        """Readability asks each box for its siblings until one has text."""
        steps = 0
        for element in node.iter():
            children = len(element)
            if children > 1:
                steps += children * sum(child.tag in _JUDGED for child in element)
        if steps > _MOST_STEPS:
            raise _TooCostlyError
        return str(super().sanitize(node, candidates, keep_all_images))


@cache
def _parser() -> etree.HTMLParser:
    """Makes the elements that readability wants, but chooses their class without asking Python for each."""
    parser = etree.HTMLParser()
    parser.set_element_class_lookup(
        etree.ElementDefaultClassLookup(element=lxml.html.HtmlElement, comment=lxml.html.HtmlComment)
    )
    return parser


def _strip(root: etree._Element, elements: list[etree._Element]) -> None:
    """Take `elements` out and leave what follows them; in one go, since each join of two texts copies both."""
    for element in elements:
        element.tag = _DROP
    etree.strip_elements(root, _DROP, with_tail=False)


def _hidden(body: etree._Element) -> list[etree._Element]:
    return [
        element
        for element in body.iterdescendants()
        if element.get("hidden") is not None or ((style := element.get("style")) is not None and _NOT_SHOWN(style))
    ]


def _protected(root: etree._Element) -> set[etree._Element]:
    """What is never unlikely: an article or formula, what holds one, and what stands in a program."""
    articles = list(root.iter("main", "article", "math"))
    programs: set[etree._Element] = set()
    for element in root.iter("pre", "code"):
        if element not in programs:
            programs.update(element.iterdescendants())
    return {*articles, *_around(articles), *programs}


def _around(elements: Iterable[etree._Element]) -> set[etree._Element]:
    """All that holds one of `elements`, each looked at once."""
    holders: set[etree._Element] = set()
    for element in elements:
        step = element.getparent()
        while step is not None and step not in holders:
            holders.add(step)
            step = step.getparent()
    return holders


def _fold_spaces(root: etree._Element) -> None:
    for element in root.iter():
        text, tail = element.text, element.tail
        if text and _UGLY(text):
            element.text = " " if text.isspace() else _SPACE.sub(" ", text)
        if tail and _UGLY(tail):
            element.tail = " " if tail.isspace() else _SPACE.sub(" ", tail)


def _wrap_loose_text(div: etree._Element, holders: Collection[etree._Element]) -> None:
    """Put every run of text and inline elements between the blocks of `div` into a paragraph of its own."""
    paragraph: etree._Element | None = None
    children = list(div)
    if div.text and div.text.strip():
        paragraph = _paragraph(div.text)
        div.text = None
        div.insert(0, paragraph)
    for child in children:
        if child.tag in _INLINE and child not in holders:
            if paragraph is None:
                paragraph = _paragraph()
                child.addprevious(paragraph)
            paragraph.append(child)
            continue
        paragraph = None
        if child.tail and child.tail.strip():
            loose = _paragraph(child.tail)
            child.tail = None
            child.addnext(loose)
        if child.tag == "br":
            child.tail = None
            div.remove(child)


def _paragraph(text: str | None = None) -> etree._Element:
    paragraph: etree._Element = _parser().makeelement("p")
    paragraph.text = text
    return paragraph
