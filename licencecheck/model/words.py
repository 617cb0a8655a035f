"""The words that facts and verdicts share: how grave, how sure, where, what for."""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """What a requirement says of a page (the values of SARIF's `result.kind`)."""

    PASS = "pass"  # noqa: S105
    FAIL = "fail"
    REVIEW = "review"
    """A person must decide: a machine cannot know."""
    NOT_APPLICABLE = "notApplicable"


class Level(StrEnum):
    """How grave a finding is; `none` unless its outcome is `fail`."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NONE = "none"

    @property
    def rank(self) -> int:
        """3 for error, 2 for warning, 1 for note, 0 for none."""
        return {"error": 3, "warning": 2, "note": 1, "none": 0}[self.value]


class Confidence(StrEnum):
    """How sure the reading of a fact is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def rank(self) -> int:
        """3 for high, 2 for medium, 1 for low."""
        return {"high": 3, "medium": 2, "low": 1}[self.value]


class Role(StrEnum):
    """What a block of a page is for."""

    TITLE = "title"
    BYLINE = "byline"
    BODY = "body"
    CREDIT = "credit"
    NOTICE = "notice"
    """Terms, disclaimers, the host's statements beside the article."""
    BIO = "bio"
    CAPTION = "caption"
    RELATED = "related"
    COMMENT = "comment"
    ASIDE = "aside"
    """Sidebars and widgets."""
    CHROME = "chrome"
    """Menus, headers, site footers, share and newsletter boxes, dialogs."""
    HEAD = "head"
    """The HTML head, structured data or front matter: not visible."""


class Place(StrEnum):
    """Where a fact stands relative to the article."""

    TOP = "top"
    BYLINE = "byline"
    BODY = "body"
    BOTTOM = "bottom"
    ASIDE = "aside"
    META = "meta"


class Target(StrEnum):
    """What a link leads to."""

    ARTICLE = "article"
    HOMEPAGE = "homepage"
    DEAD = "dead"
    """`#`, empty, `javascript:`, template placeholders, broken syntax; never "answers 404"."""
    RELATIVE = "relative"
    """Into the page's own site: relative, on-host redirector, search or profile page."""
    OTHER = "other"
    """Share buttons, shorteners, mail, files: nothing that can be an original."""
    NONE = "none"


class Scope(StrEnum):
    """What a licence or copyright statement speaks of."""

    ARTICLE = "article"
    SITE = "site"
    IMAGE = "image"
    MENTION = "mention"
    """Talked about only: code, data, fonts, or the subject of the text."""
