"""Pictures of the article: which a page shows, whether they come from the original, what their credits say."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from licencecheck.model import Case, Image, Page, Party, Role
from licencecheck.parties import is_address_of, is_named, original_of, publisher_of
from licencecheck.requirements.wording import quoted
from licencecheck.text import bare, fold
from licencecheck.urls import url_key

_BESIDE = frozenset({Role.COMMENT, Role.RELATED, Role.ASIDE, Role.CHROME})
_NO_PICTURE = re.compile(
    r"(?:^|[^a-z])(?:logo|wordmark|emblem|(?:gr)?avatar|badge|button|icon|counter|pixel|cc-by)s?(?:[^a-z]|$)"
    r"|creativecommons\.org",
    re.IGNORECASE,
)
"""What addresses and alternative texts say of images that illustrate nothing."""
_CREDIT = re.compile(
    r"[(\[/|©]|\b(?:credit|photo|image|picture|illustration|graphic|chart|map)s?(?::| by | courtesy of )", re.IGNORECASE
)
"""What stands before a name in the credit of a picture."""
_MARKS = ("logo", "wordmark", "emblem")
_DIGITS = re.compile(r"\d+")
_SIZE = re.compile(r"(?:[-_](?:\d{2,5}x\d{2,5}|\d{2,5}w?|scaled|large|medium|small|full|\de?))+$")
_LONGEST = 500
_TELLING = 6
"""Letters and digits from which on a file name or an alternative text tells one picture from others."""


def pictures(page: Page) -> list[Image]:
    """Images that illustrate the article: no icons, logos and badges, nothing in menus, comments and boxes."""
    return [
        image
        for image in page.images
        if not image.small
        and image.role not in _BESIDE
        and not _NO_PICTURE.search(f"{image.src[:_LONGEST]} {image.alt}")
    ]


def is_taken(image: Image, case: Case) -> bool | None:
    """Whether a picture comes from the original: by its host, credit, file, words; None where no original is given.

    A picture that was renamed and has other words is not known again.
    """
    parties = [party for party in (publisher_of(case), original_of(case.page)) if party is not None]
    if any(is_address_of(party, image.url) or _is_credited(image, party) for party in parties):
        return True
    original = case.original.page
    return None if original is None else match_of(image, pictures(original)) is not None


def _is_credited(image: Image, party: Party) -> bool:
    """Whether the caption ends with the name of `party`, as credits do: `The ferry (Ann Roe / River Post)`."""
    *before, last = _CREDIT.split(image.caption.rstrip(" .)]"))
    return bool(before) and any(is_named(party, name) for name in last.split(","))


def match_of(image: Image, others: Iterable[Image]) -> Image | None:
    """Find the same picture among `others`: by address, file name in any size, alternative text or caption."""
    keys = _keys(image)
    return next((other for other in others if not keys.isdisjoint(_keys(other))), None)


def is_logo(image: Image, names: tuple[str, ...], party: Party | None) -> bool:
    """Whether an image calls itself the logo of the party with these names, or bears one of them alone."""
    own = {bare(name) for name in names} - {""}
    if not own.isdisjoint({bare(image.alt), _DIGITS.sub("", bare(file_of(image).rpartition(".")[0]))}):
        return True
    called = any(mark in bare(f"{image.alt} {file_of(image)}") for mark in _MARKS)
    return called and (bears(image, names) or (party is not None and is_address_of(party, image.url)))


def bears(image: Image, names: tuple[str, ...]) -> bool:
    """Whether the image has one of the names in its file or alternative text."""
    said = bare(f"{image.alt} {file_of(image)}")
    return any(bare(name) and bare(name) in said for name in names)


def says(words: Iterable[str], image: Image) -> bool:
    """Whether the credit of a picture holds one of `words`."""
    text = fold(f"{image.caption} {image.alt}")
    return any(fold(word) in text for word in words)


def shown(image: Image) -> str:
    """Words for a picture in a message: its credit, else its file."""
    return quoted(image.caption or image.alt or file_of(image))


def file_of(image: Image) -> str:
    """Name of the file of a picture."""
    return image.src.partition("?")[0].rstrip("/").rsplit("/", 1)[-1]


@lru_cache(maxsize=2048)
def _keys(image: Image) -> frozenset[str]:
    """What tells a picture: its address, and file name, alternative text and caption if they are long enough."""
    told = (bare(_SIZE.sub("", file_of(image).rpartition(".")[0])), bare(image.alt), bare(image.caption))
    telling = {key for key in told if len(key) >= _TELLING}
    return frozenset(telling | {url_key(image.url)} if image.url else telling)
