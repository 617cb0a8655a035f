"""Names of persons: which words of a byline are names, and which the office, the outlet or the day beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import islice
from string import ascii_lowercase

from licencecheck.evidence import outlets
from licencecheck.evidence.data import load
from licencecheck.text import compiled, may_be_unspaced, squeeze

_LOWER = "".join(c for c in map(chr, range(0x61, 0x530)) if c.islower())
_PARTICLE = r"(?:(?:de|del|della|da|das|do|dos|di|du|van|von|der|den|ten|ter|zu|la|le|al|el|bin|ibn|y)\s+|d['’]|al-)"
_TITLE = r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Dra|Mag|Ing|Rev|Sr|Sra)\b\.?\s+)*"
AND = r"(?:and|und|et|y|e|ed|en|oraz|i|и|ve|και|dan|&|AND|UND|ET|DAN)"
_JOINT = re.compile(rf"\s*(?:[,;،、/|&·•]|\s[-–—]\s)\s*|\s+{AND}\s+|\s+و(?=\w+\s+\w)")
_NEXT = re.compile(rf"\s*,\s*(?:{AND}\s+)?|\s+{AND}\s+")
_PAIR = re.compile(r"[A-Z][\w'’-]+\s+(?:and|und|et|y|en|&)\s+[A-Z][\w'’-]+")
"""Two words and no family names: an account or a couple, who are called so together."""
_LEADS = re.compile(r"^(?:by|von|par|por|di|door|автор:?|yazan:?|dr\.?|prof\.?)\s+", re.IGNORECASE)
_ASIDE = re.compile(r"\s*[(（\[][^()（）\[\]]{0,80}[)）\]]")
_NOT_IN_NAMES = re.compile(
    r"(?<!\b\w)(?<!\b(?:Dr|St|Jr|Sr))(?<!\bProf)[.!?。！？](?:\s|$)|https?://|@|:"
    r"|\b(?:is|was|are|has|have|had|will|said|ist|wurde|est|es|был)\b",
    re.IGNORECASE,
)
_TRIM = " \t.,;:|·•\"'“”„«»()[]（）【】*_-–—"
_SLUG = re.compile(r"[a-z]{2,}(?:-[a-z]{2,}){1,2}")
_LABEL = re.compile(r"(?P<label>[^.,;:：|/·()]{1,40})[:：](?!//)")
_HAN_NAMES = r"[\u3400-\u9fff]{2,4}(?:[ \u3000][\u3400-\u9fff]{2,4}){1,9}"
_FAMILY_FIRST = re.compile(r"(?P<family>\w+)\s*,\s*(?P<given>\w[\w. -]*)")
_ACRONYM = re.compile(r"\b[A-Z]{2,5}\b")
_WORD_START = re.compile(r"[^\W_]+")
_ARTICLE = re.compile(r"\W{0,3}(?:(?:the|der|die|el|la|le|l['’]|o|a|il|lo|de|het|ο|η)\s*)?", re.IGNORECASE)
_ON = re.compile(
    r"\s+(?:on|at|for|in|auf|bei|für|sur|dans|pour|en|para|em|no|na|su|per|op|bij|voor|w|na|в|на|på|i)\s+(?:the\s+)?"
)
_LONGEST_OFFICE, _MOST_BEFORE = 80, 6
_LONGEST, _LONGEST_NAME, _MOST_WORDS, _MOST_NAMES = 250, 60, 5, 10
_LONGEST_DATA = 2_000


def names_in(text: str) -> list[str]:
    """Person names of a byline slot: of "A. Author and B. Author, Outlet, 3 May" the two authors."""
    text = squeeze(text)
    if len(text) > _LONGEST:
        return []
    if _SLUG.fullmatch(text):
        name = _written_out(text)
        return [name] if is_full_name(name) else []
    if _nobody().fullmatch(text.strip(_TRIM)):
        return []
    text = _ASIDE.sub("", _without_others(text))
    if owned := _blog().fullmatch(text.strip(_TRIM)):
        text = owned["of"] or owned["owner"]
        return [text] if is_full_name(text) else []
    if not text.isascii() and compiled(_HAN_NAMES).fullmatch(text):
        return text.split()
    if _PAIR.fullmatch(text.strip(_TRIM)):
        return [text.strip(_TRIM)]
    found: list[str] = []
    for piece in _JOINT.split(text):
        name = _LEADS.sub("", piece.strip(_TRIM)).strip(_TRIM)
        leading = [] if found else names_after_office(name)[0]  # "our editor A. Author", "A. Author lives in ..."
        name = leading[0][0] if leading else name
        if is_person(name) and not (found and _is_addition(name, found[0])):
            found.append(name)
    return found


def leading_names(text: str, start: int = 0) -> tuple[list[tuple[str, int]], int]:
    """Full names, with their offsets, with which `text` goes on at `start`, and where the last of them ends."""
    found: list[tuple[str, int]] = []
    at, full_name = start, _full_name(may_be_unspaced(text))
    while len(found) < _MOST_NAMES and (match := full_name.match(text, at)) and is_full_name(match[0]):
        found.append((match[0], at))
        start = match.end()
        joint = _NEXT.match(text, start)
        if joint is None:
            break
        at = joint.end()
    return found, start


def names_after_office(text: str, start: int = 0) -> tuple[list[tuple[str, int]], int]:
    """Full names at `start` as `leading_names` gives them, but for an article and an office before the first of them.

    "The author A. Author ..." begins with a name; so does "former editor A. Author".
    """
    full_name = _full_name(may_be_unspaced(text))
    for word in islice(_WORD_START.finditer(text, start, start + _LONGEST_OFFICE), _MOST_BEFORE):
        # most words begin small, names are rare and soon told, offices take a long look
        if word[0][0] in ascii_lowercase or not full_name.match(text, word.start()):
            continue
        if _may_precede(text[start : word.start()]):
            names, end = leading_names(text, word.start())
            if names:
                return names, end
    return [], start


def outlet_behind(text: str) -> int | None:
    """Where the outlet begins in "A. Author on River Post"; None where no author or no outlet is named."""
    names, end = leading_names(text)
    at = _ON.match(text, end) if names else None
    return at.end() if at and outlets.has_outlet_form(text[at.end() :]) else None


def _may_precede(text: str) -> bool:
    """Whether `text`, which stands before a name, is an article or holds an office."""
    return _ARTICLE.fullmatch(text) is not None or _office().search(text) is not None


def author_in(value: str) -> list[str]:
    """Names of the author that data gives, where the family name may come first: "Author, Anne".

    Of several parties it is who wrote: "B. Translator (original article by A. Author)", "Text: A. Author. Design: ...".
    """
    value = squeeze(value[:_LONGEST_DATA])
    if original := authors_of_original(value):
        return original
    turned = _FAMILY_FIRST.fullmatch(value)
    return [f"{turned['given']} {turned['family']}"] if turned else names_in(_written_by(value))


def authors_of_original(value: str) -> list[str]:
    """Names behind the words for the original, in data that names first who adapted it."""
    told = _original().search(value)
    return names_in(value[told.end() :]) if told else []


def _written_by(value: str) -> str:
    """What stands in data before the first label, and behind those of who wrote: none wrote the "Programming"."""
    labels = [*islice(_LABEL.finditer(value), _MOST_NAMES)]
    if not labels:
        return value
    said = [value[: labels[0].start()]]
    for label, after in zip(labels, [*labels[1:], None], strict=True):
        if _wrote().fullmatch(label["label"].strip(_TRIM)):
            said.append(value[label.end() : after.start() if after else len(value)])
    return ", ".join(piece for part in said if (piece := part.strip(_TRIM)))


def _written_out(slug: str) -> str:
    """The name that a key of the site's list of authors is made of: "anne-van-author"."""
    first, *rest = slug.split("-")
    small = re.compile(_PARTICLE)
    return " ".join([first.capitalize(), *(w if small.fullmatch(f"{w} ") else w.capitalize() for w in rest)])


def is_person(name: str) -> bool:
    """Whether a piece of a byline may be a person's name or pen name: no desk, agency, date or sentence."""
    if not 2 <= len(name) <= _LONGEST_NAME or _nobody().fullmatch(name) or _NOT_IN_NAMES.search(name):
        return False
    if outlets.is_agency(name) or any(c.isdigit() for c in name):
        return False
    letters = [w for w in name.split() if w[0].isalpha()]
    return 0 < len(letters) <= _MOST_WORDS and not letters[0][0].islower() and not _ends_small(letters)


def _ends_small(words: Sequence[str]) -> bool:
    """Whether three or more words end in small letters, as a sentence does: "bell hooks" and "Ana de souza" do not."""
    return len(words) > 3 and words[-1].islower()


def is_full_name(name: str) -> bool:
    """Whether a party may be a person: two or more capitalised words, none of them an outlet's or a company's."""
    return len(name) <= _LONGEST_NAME and _is_full_name(name)


@lru_cache(maxsize=1024)  # several readers ask of the same lines
def _is_full_name(name: str) -> bool:
    return (
        _full_name(may_be_unspaced(name)).fullmatch(name) is not None
        and is_person(name)
        and not outlets.has_outlet_form(name)
        and not holds_office(name)
        and not _company().search(name)
        and name.split(maxsplit=1)[0].lower() not in load("bylines/words.yaml")["no_first_words"]
        and not (name.count(" ") == 1 and _ARTICLE.fullmatch(name.partition(" ")[0]))
    )


def is_chinese_name(name: str) -> bool:
    """Whether two or three Chinese signs may be a person's name: they begin with a frequent family name."""
    return len(name) in {2, 3} and _is_han(name) and name[0] in load("bylines/words.yaml")["surnames"]


def holds_office(text: str) -> bool:
    """Whether an office or institution is named in `text`."""
    return _office().search(text) is not None or _institution(may_be_unspaced(text)).search(text) is not None


def institution_in(text: str) -> str | None:
    """The institution in "A. Author, Professor of Tides, River University", None where none is told from an office."""
    pieces = [piece.strip(_TRIM) for piece in text[:300].split(",")]
    return next((piece for piece in reversed(pieces[1:]) if _institution(may_be_unspaced(piece)).search(piece)), None)


def names_other(text: str) -> bool:
    """Whether `text` speaks of a translator, photographer or editor."""
    return _others().search(text) is not None


def _without_others(text: str) -> str:
    """Cut a byline before its translator, photographer or editor."""
    other = _others().search(text)
    return text[: other.start()] if other else text


def _is_addition(piece: str, first: str) -> bool:
    """Whether what follows a full name is a place, an outlet, an office or a degree, and no second person."""
    if outlets.has_outlet_form(piece) or holds_office(piece):
        return True
    if _ACRONYM.search(piece) and not _ACRONYM.search(first):
        return True
    return " " in first and " " not in piece and not _is_han(piece)


def _is_han(text: str) -> bool:
    return all("\u3400" <= c <= "\u9fff" for c in text)


@cache
def _full_name(unspaced: bool) -> re.Pattern[str]:
    """Two to four words, with the particles between them: each begins with a capital letter or is of a script without.

    But none is Chinese, which parts no words.
    """
    chinese = r"\u3040-\u9fff" if unspaced else ""
    word = rf"(?:[^\W\d_{_LOWER}{chinese}](?:\.|[\w'’]*(?:-\w[\w'’]*)*))"
    return re.compile(rf"{_TITLE}{word}(?:\s+{_PARTICLE}{{0,2}}{word}){{1,3}}")


@cache
def _pattern(kind: str) -> str:
    """The words of one kind as alternatives."""
    return "(?:" + "|".join(load("bylines/words.yaml")[kind]) + ")"


@cache
def _nobody() -> re.Pattern[str]:
    return re.compile(_pattern("nobody"), re.IGNORECASE)


@cache
def _others() -> re.Pattern[str]:
    unspaced = rf"{_pattern('others_unspaced')}(?=\s*[:：/／|｜・])"
    return re.compile(rf"\b{_pattern('others')}\b|{unspaced}", re.IGNORECASE)


@cache
def _wrote() -> re.Pattern[str]:
    return re.compile(_pattern("wrote"), re.IGNORECASE)


@cache
def _original() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_pattern('original')}(?:\s*[:：]\s*|\s+)", re.IGNORECASE)


@cache
def _blog() -> re.Pattern[str]:
    """The blog of somebody: "A. Author's Blog", "Blog von A. Author"."""
    blog = rf"(?:\w+\s)?{_pattern('blog')}"
    return re.compile(rf"(?P<owner>.+)['’]s?\s{blog}|{blog}\s(?:of|by|von|de|di|van)\s(?P<of>.+)", re.IGNORECASE)


@cache
def _company() -> re.Pattern[str]:
    return re.compile(rf"\b{_pattern('company')}(?!\w)|^(?:the|las|los|les)\s", re.IGNORECASE)


@cache
def _office() -> re.Pattern[str]:
    return re.compile(rf"\b{_pattern('office')}(?!\w)", re.IGNORECASE)


@cache
def _institution(unspaced: bool) -> re.Pattern[str]:
    begin = r"(?:\b|(?<=(?-i:[\u3400-\u9fff])))" if unspaced else r"\b"
    return re.compile(begin + _pattern("institution"), re.IGNORECASE)
