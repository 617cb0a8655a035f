"""What the containers around a run say about it: comments, sidebars, captions, share boxes, bylines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from licencecheck.model import Role

# Words of class, id, role and itemprop values, cut at anything but letters: the field's own names for such boxes
_WORDS: dict[Role, str] = {
    Role.COMMENT: "comment comments commentlist commenting disqus respond pingback pingbacks trackback trackbacks reply "
    "replies livefyre isso utterances giscus kommentare comentarios commentaires",
    Role.CAPTION: "caption captions figcaption gallery lightbox slideshow imagecredit photocredit photographer wpcaption",
    Role.RELATED: "related recommended recommendations recirc popular trending mostread readmore alsoread morestories "
    "relatedposts similar teaser teasers outbrain taboola zergnet suggestions upnext prevnext pagination nextpost",
    Role.ASIDE: "sidebar sidebars widget widgets widgetarea rail rightrail secondary complementary",
    Role.CHROME: "nav navbar navigation menu menus submenu breadcrumb breadcrumbs masthead topbar toolbar colophon sitefooter "
    "siteheader siteinfo footerwidgets share sharing social socials addtoany sharedaddy newsletter subscribe subscription "
    "signup cookie cookies consent gdpr onetrust modal dialog popup overlay login advert advertisement ads adsbygoogle "
    "promo promotion paywall banner search skip offcanvas",
    Role.BIO: "authorbio aboutauthor authorbox bio biography authordescription authorinfo",
    Role.BYLINE: "byline bylines author authors dateline pubdate posted entrymeta postmeta articlemeta meta metadata published "
    "timestamp writer source sources infobar",
    Role.NOTICE: "disclaimer terms copyright licence license legal",
}
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
_BY_WORD = {word: role for role, words in _WORDS.items() for word in words.split()}
_CUT = re.compile(r"[^a-z]+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NAMES = ("class", "id", "role", "itemprop", "rel", "data-component", "data-testid")
_SOURCES = frozenset({"source", "sources", "origin", "medianame", "sourceorg", "agency", "provider"})
OUTSIDE = frozenset({Role.COMMENT, Role.RELATED, Role.ASIDE, Role.CHROME, Role.CAPTION})
"""Roles in which nothing that is said belongs to the article."""
_GRAVITY = (Role.COMMENT, Role.CAPTION, Role.RELATED, Role.CHROME, Role.ASIDE, Role.BIO, Role.BYLINE, Role.NOTICE, Role.TITLE)


def _words_of(element: etree._Element) -> list[str]:
    found: list[str] = []
    for name in _NAMES:
        value = element.get(name)
        if not value:
            continue
        for token in value[:400].split():
            parts = [p for p in _CUT.split(_CAMEL.sub("-", token).lower()) if p]
            # page builders call every box a widget ("builder-widget-heading"); a sidebar's begins with the word
            found += [part for at, part in enumerate(parts) if at == 0 or part not in {"widget", "widgets"}]
            found += [a + b for a, b in zip(parts, parts[1:], strict=False)]
    return found


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
            if own is not Role.BODY and (role is Role.BODY or _GRAVITY.index(own) < _GRAVITY.index(role)):
                role = own
            self._roles[step] = role
        return role

    def is_source_box(self, element: etree._Element) -> bool:
        """Whether the nearest box, or the one around it, is named for the source: `class="source"`."""
        boxes = [element, *element.iterancestors()][:2]
        return any(not _SOURCES.isdisjoint(_words_of(box)) for box in boxes)

    def _own_role(self, element: etree._Element) -> Role:
        tag = element.tag
        if not isinstance(tag, str) or tag in {"html", "body", "main", "article"} or element in self.around_article:
            return Role.BODY
        if tag in _TAGS:
            return _TAGS[tag]
        if tag in {"footer", "header"} and not _within_article(element):
            return Role.CHROME
        found = {_BY_WORD[word] for word in _words_of(element) if word in _BY_WORD}
        return next((role for role in _GRAVITY if role in found), Role.BODY)


def _within_article(element: etree._Element) -> bool:
    return any(a.tag in {"article", "main"} for a in element.iterancestors())
