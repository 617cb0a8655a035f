"""What the containers around a run say about it: comments, sidebars, captions, share boxes, bylines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise

from lxml import etree

from licencecheck.evidence.data import load
from licencecheck.model import Role

_TAGS = {
    "nav": Role.CHROME,
    "aside": Role.ASIDE,
    "figure": Role.CAPTION,
    "figcaption": Role.CAPTION,
    "dialog": Role.CHROME,
    "form": Role.CHROME,
    "menu": Role.CHROME,
    "h1": Role.TITLE,
}
_CUT = re.compile(r"[^a-zа-я]+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_LONGEST = 400
_NAMES = frozenset({"class", "id", "role", "itemprop", "rel", "data-component", "data-testid"})
OUTSIDE = frozenset({Role.COMMENT, Role.RELATED, Role.ASIDE, Role.CHROME, Role.CAPTION})
"""Roles in which nothing that is said belongs to the article."""
_GRAVITY = {
    role: at
    for at, role in enumerate(
        (
            Role.COMMENT,
            Role.CAPTION,
            Role.RELATED,
            Role.CHROME,
            Role.ASIDE,
            Role.BIO,
            Role.BYLINE,
            Role.NOTICE,
            Role.TITLE,
            Role.BODY,
        )
    )
}
"""The gravest first."""


def words_of(element: etree._Element) -> list[str]:
    """The words by which the attributes of an element name what it is for."""
    return [word for name, value in element.items() if name in _NAMES for word in _words_in(value[:_LONGEST])]


@lru_cache(maxsize=4096)
def _words_in(value: str) -> tuple[str, ...]:
    """The words of an attribute's tokens, and each pair of words as one."""
    found: list[str] = []
    for token in value.split():
        parts = [p for p in _CUT.split(_CAMEL.sub("-", token).lower()) if p]
        # page builders call every box a widget ("builder-widget-heading"); a sidebar's begins with the word
        found += [part for at, part in enumerate(parts) if at == 0 or part not in {"widget", "widgets"}]
        found += [a + b for a, b in pairwise(parts)]
    return tuple(found)


@lru_cache(maxsize=4096)
def _role_in(value: str) -> Role:
    """What the words of an attribute say of its element."""
    roles = _roles()
    return _gravest(roles[word] for word in _words_in(value) if word in roles)


def _gravest(roles: Iterable[Role]) -> Role:
    return min(roles, key=_GRAVITY.__getitem__, default=Role.BODY)


@cache
def _roles() -> dict[str, Role]:
    """Role by word."""
    table = {name: words for name, words in load("layout/containers.yaml").items() if name != "source_box"}
    return {word: Role(name) for name, words in table.items() for word in words}


@cache
def comment_words() -> frozenset[str]:
    """What comments are called, in classes and in the headings above them."""
    return frozenset(load("layout/containers.yaml")["comment"])


@cache
def _source_words() -> frozenset[str]:
    return frozenset(load("layout/containers.yaml")["source_box"])


@dataclass(slots=True)
class Containers:
    """Roles of elements, each asked once; what wraps the article itself is no box, whatever its class says."""

    around_article: frozenset[etree._Element] = frozenset()
    """Elements that hold the article: layout wrappers, whose names mean nothing ("has-sidebar")."""
    _roles: dict[etree._Element, Role] = field(default_factory=dict)

    def role_of(self, element: etree._Element) -> Role:
        """The gravest role of `element` and what holds it: a bad container within a good one is bad; else BODY."""
        path: list[etree._Element] = []
        node: etree._Element | None = element
        role = Role.BODY
        while node is not None:
            if node in self._roles:
                role = self._roles[node]
                break
            path.append(node)
            node = node.getparent()
        for step in reversed(path):
            own = self._own_role(step)
            if own is not role:
                role = _gravest((own, role))
            self._roles[step] = role
        return role

    def _own_role(self, element: etree._Element) -> Role:
        tag = element.tag
        if not isinstance(tag, str) or tag in {"html", "body", "main", "article"} or element in self.around_article:
            return Role.BODY
        if tag in _TAGS:
            return _TAGS[tag]
        if is_program(element):
            return Role.ASIDE
        if tag in {"footer", "header"} and not _within_article(element):
            return Role.CHROME
        return _gravest(_role_in(value[:_LONGEST]) for name, value in element.items() if name in _NAMES)


def is_named_for_source(element: etree._Element) -> bool:
    """Whether a box is named for the source: `class="source"`."""
    return not _source_words().isdisjoint(words_of(element))


def is_program(element: etree._Element) -> bool:
    """Whether an element shows a program, whose licence and origin are its own."""
    return element.tag == "pre" and element.find("code") is not None


def _within_article(element: etree._Element) -> bool:
    return any(a.tag in {"article", "main"} for a in element.iterancestors())
