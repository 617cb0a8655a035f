"""Edits of every class, planted in an article at chance; what was done is known."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from benchmarks.comparison.articles import DAYS, NAMES, PLACES, TOWNS, Article
from licencecheck.model import Edit

_SENTENCE = re.compile(r"(?<=[.!?])(?<!\.[A-Z]\.)[\"'’”»)]* +(?=[\"'‘“„«¿(]?\s?[A-ZÄÖÜÉÀ])")
_SPELLINGS = {
    "en": [
        ("organisation", "organization"),
        ("organisations", "organizations"),
        ("analysed", "analyzed"),
        ("Neighbours", "Neighbors"),
        ("recognised", "recognized"),
        ("centre", "center"),
        ("behaviour", "behavior"),
        ("programme", "program"),
        ("labourers", "laborers"),
        ("colour", "color"),
        ("Travellers", "Travelers"),
        ("cancelled", "canceled"),
        ("theatre", "theater"),
        ("harbour", "harbor"),
        ("per cent", "percent"),
        ("percent", "%"),
        ("behavior", "behaviour"),
        ("neighbour", "neighbor"),
        ("recognized", "recognised"),
        ("initialization", "initialisation"),
        ("customized", "customised"),
        ("initialized", "initialised"),
        ("specialized", "specialised"),
        ("optimization", "optimisation"),
        ("a third", "one third"),
        ("don't", "do not"),
        ("can't", "cannot"),
        ("It's", "It is"),
        ("two people", "2 people"),
        ("non-", "non"),
        ("built-in", "built in"),
        ("co-", "co"),
    ],
    "de": [("Prozent", "%"), ("dass", "daß"), ("heißt", "heisst"), ("zehn Jahren", "10 Jahren"), ("Straße", "Strasse")],
    "fr": [("année", "annee"), ("pour cent", "%")],
    "es": [("por ciento", "%")],
}
_PUNCTUATION = [("; ", ", "), (", rocks and", ", rocks, and")]
_NEGATIONS = {
    "en": [
        (" had not ", " had "),
        (" has never ", " has "),
        ("no further ", "further "),
        (" no sign", " sign"),
        ("cannot", "can"),
        (" is not ", " is "),
        (" are not ", " are "),
        (" does not ", " does "),
        (" has not ", " has "),
        (" must be ", " must not be "),
        (" will be ", " will not be "),
        (" was ", " was not "),
        (" is ", " is not "),
        (" can be ", " cannot be "),
        (" do not ", " do "),
    ],
    "de": [
        (" nie ", " "),
        (" nicht ", " "),
        (" ist ", " ist nicht "),
        ("keine der", "eine der"),
        (" wurde ", " wurde nicht "),
    ],
    "fr": [
        ("ne peuvent pas", "peuvent"),
        ("n'a jamais été", "a été"),
        (" aucune des", " une des"),
        (" est ", " n'est pas "),
    ],
    "es": [(" no ", " "), (" nunca ", " "), ("ninguno de", "uno de"), (" está ", " no está "), ("Nadie", "Alguien")],
}
_TIMES = {
    "en": [
        ("on {day}", "today"),
        ("on {day}", "yesterday"),
        ("last year", "in 2023"),
        ("Since {day}", "Since last week"),
        ("on {day}", "on {day}, 14 May"),
    ],
    "de": [("am {day}", "heute"), ("am {day}", "gestern"), ("seit {day}", "seit gestern")],
    "fr": [("{day}", "hier"), ("{day}", "{day} dernier")],
    "es": [("el {day}", "ayer"), ("el {day}", "hoy")],
}
_PLACES = {
    "en": [
        (" in {town}", " in {town}, {place}"),
        ("families here", "families in {place}"),
        ("in the country", "in {place}"),
        ("Officials in", "{place} officials in"),
        (" from {town}", " from {town}, {place},"),
    ],
    "de": [(" in {town} ", " in {town} in Deutschland "), ("im Land", "in Österreich")],
    "fr": [(" de {town} ", " de {town}, en France, ")],
    "es": [(" de {town} ", " de {town}, en España, ")],
}
_ADDED = {
    "en": [
        "Several shops in the main street have put up signs in support.",
        "The firm did not reply to questions by our deadline.",
        "A petition against the plan has gathered a good deal of support online.",
        "Similar plans elsewhere were dropped after protests.",
        "Rain is forecast for the rest of the week.",
        "A second meeting is planned, though its date is still open.",
    ],
    "de": [
        "In mehreren Läden hängen inzwischen Plakate.",
        "Die Firma antwortete auf Fragen bis Redaktionsschluss nicht.",
        "Ein zweites Treffen ist geplant, doch der Termin steht noch aus.",
    ],
    "fr": [
        "Plusieurs boutiques ont accroché des affiches.",
        "L'entreprise n'a pas répondu à nos questions.",
        "Une deuxième réunion est prévue, mais sa date reste ouverte.",
    ],
    "es": [
        "Varias tiendas han colgado carteles en sus puertas.",
        "La empresa no respondió a las preguntas.",
        "Está prevista una segunda reunión, aunque sin fecha.",
    ],
}
_PHRASES = {
    "en": [", witnesses recalled,", ", once again,", " and their children", ", despite all warnings,"],
    "de": [", wie Zeugen berichten,", " trotz aller Warnungen"],
    "fr": [", malgré les avertissements,"],
    "es": [", a pesar de las advertencias,"],
}
_NOTES = [
    "[Editor's note: the owners dispute this.]",
    "[The figure was later corrected.]",
    "(Editor's note: see below.)",
]
_OTHERS = {
    "en": [
        "people",
        "work",
        "places",
        "years",
        "river",
        "question",
        "water",
        "answer",
        "good",
        "small",
        "large",
        "town",
        "house",
        "several",
        "early",
    ],
    "de": ["Leute", "Arbeit", "Orte", "Jahre", "Fluss", "Frage", "Wasser", "Antwort", "klein"],
    "fr": ["gens", "travail", "lieux", "rivière", "question", "eau", "réponse", "petit"],
    "es": ["gente", "trabajo", "lugares", "río", "pregunta", "agua", "respuesta", "pequeño"],
}
_SURNAMES = ["Brandt", "Keller", "Moreau", "Silva", "Nakamura", "Osei"]
_NAME = re.compile(rf"\b([A-Z]\w+) (?:{'|'.join(full.split()[1] for full in NAMES)})\b")
_TOWN = rf"(?:{'|'.join(TOWNS)})"
_DAY = rf"(?:{'|'.join(day for days in DAYS.values() for day in days)})"
_MONTH = (
    r"(?:jan|feb|f[eé]v|m[aä]r|abr|apr|avr|ma[iy]|jun|jui|jul|ag|aug|ao[uû]|sep|o[ck]t|nov|d[eéi][cz]|ene)\w{0,8}\.?"
)
_BEFORE_DAY = re.compile(rf"\b{_MONTH} $", re.IGNORECASE)
_AFTER_DAY = re.compile(rf"(?:st|nd|rd|th|er|º)?\.? (?:de )?{_MONTH}(?!\w)", re.IGNORECASE)
_MARKS = re.compile("[“”„«»\"]|(?<!\\w)[‘'](?=\\w)")


@dataclass(frozen=True, slots=True)
class Planted:
    """One edit that was made."""

    kind: Edit
    old: str
    new: str


@dataclass(slots=True)
class Draft:
    """The sentences of an article while it is edited."""

    article: Article
    choice: random.Random
    title: str
    paragraphs: list[list[str]]
    touched: set[tuple[int, int]] = field(default_factory=set)
    """Sentences that an edit has changed: each is changed once at most."""
    planted: list[Planted] = field(default_factory=list)

    def text(self) -> list[str]:
        """The paragraphs that are left."""
        return [" ".join(filter(None, sentences)) for sentences in self.paragraphs]


Planter = Callable[[Draft], bool]


def draft_of(article: Article, seed: str) -> Draft:
    """Open an article for editing."""
    paragraphs = [[text] if at in article.headings else _sentences(text) for at, text in enumerate(article.paragraphs)]
    return Draft(article, random.Random(seed), article.title, paragraphs)


def _sentences(text: str) -> list[str]:
    pieces, start = [], 0
    for match in _SENTENCE.finditer(text):
        pieces.append(text[start : match.end()].rstrip())
        start = match.end()
    return [*pieces, text[start:]]


def _free(draft: Draft, least: int = 5) -> list[tuple[int, int]]:
    """Sentences that may still be changed, in any order."""
    found = [
        (at, number)
        for at, sentences in enumerate(draft.paragraphs)
        if at not in draft.article.headings
        for number, sentence in enumerate(sentences)
        if (at, number) not in draft.touched and len(sentence.split()) >= least
    ]
    draft.choice.shuffle(found)
    return found


def _put(draft: Draft, place: tuple[int, int], sentence: str, planted: Planted) -> bool:
    draft.paragraphs[place[0]][place[1]] = sentence
    draft.touched.add(place)
    draft.planted.append(planted)
    return True


def _replace(draft: Draft, kind: Edit, pairs: Sequence[tuple[str, str]]) -> bool:
    """Replace the first of `pairs`, in any order, that occurs in a sentence."""
    pairs = list(pairs)
    for place in _free(draft, 4):
        draft.choice.shuffle(pairs)
        sentence = draft.paragraphs[place[0]][place[1]]
        for old, new in pairs:
            if match := re.search(_whole(old), sentence):
                edited = sentence[: match.start()] + new + sentence[match.end() :]
                return _put(draft, place, edited, Planted(kind, old, new))
    return False


def _whole(text: str) -> str:
    """The pattern of a text that is no part of longer words."""
    before, after = ("(?<!\\w)" if text[0].isalnum() else ""), ("(?!\\w)" if text[-1].isalnum() else "")
    return f"{before}{re.escape(text)}{after}"


def _is_plain(draft: Draft, place: tuple[int, int]) -> bool:
    """Whether a sentence neither stands in a quotation nor holds a part of one."""
    sentences = draft.paragraphs[place[0]]
    is_open = len(_MARKS.findall(" ".join(sentences[: place[1]]))) % 2
    return not is_open and not _MARKS.search(sentences[place[1]])


def _match(draft: Draft, kind: Edit, pattern: str, new: Callable[[re.Match[str]], str], *, plain: bool = False) -> bool:
    for place in _free(draft, 4):
        if plain and not _is_plain(draft, place):
            continue
        sentence = draft.paragraphs[place[0]][place[1]]
        matches = list(re.finditer(pattern, sentence))
        if matches:
            match = draft.choice.choice(matches)
            other = new(match)
            if other and other != match[0]:
                edited = sentence[: match.start()] + other + sentence[match.end() :]
                return _put(draft, place, edited, Planted(kind, match[0], other))
    return False


def cut_sentence(draft: Draft) -> bool:
    """Leave a sentence out."""
    for place in _free(draft):
        return _put(draft, place, "", Planted(Edit.CUT, draft.paragraphs[place[0]][place[1]], ""))
    return False


def cut_paragraph(draft: Draft) -> bool:
    """Leave a paragraph out that is not touched yet."""
    touched = {at for at, _ in draft.touched}
    free = [at for at in range(1, len(draft.paragraphs)) if at not in touched and at not in draft.article.headings]
    if not free or len(free) < 3:
        return False
    at = draft.choice.choice(free)
    old = " ".join(draft.paragraphs[at])
    draft.touched |= {(at, number) for number in range(len(draft.paragraphs[at]))}
    draft.paragraphs[at] = [""] * len(draft.paragraphs[at])
    draft.planted.append(Planted(Edit.CUT, old, ""))
    return True


def cut_clause(draft: Draft) -> bool:
    """Leave out what stands between or behind a comma, not within a quotation: there it would change that."""
    clause = r", (?:which|who|where|but|yet|and|doch|mais|pero|qui|que|according)\b[^,.;:()]{12,}(?=[,.;](?:\s|$))"
    return _match(draft, Edit.CUT, clause, lambda _: "\u200b", plain=True)


def add_sentence(draft: Draft) -> bool:
    """Add a sentence behind one."""
    for place in _free(draft):
        used = {planted.new for planted in draft.planted}
        new = [sentence for sentence in _ADDED[draft.article.language] if sentence not in used]
        if not new:
            return False
        added = draft.choice.choice(new)
        sentence = draft.paragraphs[place[0]][place[1]]
        return _put(draft, place, f"{sentence} {added}", Planted(Edit.ADDITION, "", added))
    return False


def add_phrase(draft: Draft) -> bool:
    """Add some words within a sentence, not within a quotation."""
    phrase = draft.choice.choice(_PHRASES[draft.article.language])
    for place in _free(draft, 9):
        sentence = draft.paragraphs[place[0]][place[1]]
        if not _is_plain(draft, place):
            continue
        words = sentence.split(" ")
        at = draft.choice.randint(3, len(words) - 4)
        if words[at - 1][-1].isalpha():
            edited = " ".join(words[:at]) + phrase + " " + " ".join(words[at:])
            return _put(draft, place, edited, Planted(Edit.ADDITION, "", phrase))
    return False


def number(draft: Draft) -> bool:
    """Change a figure that is no date."""
    figure = (
        r"(?<![\w.,:/–\[#-])(?<!in )(?<!of )(?<!wurde )(?<!en )(?:\d{1,3},\d{3}|\d{1,3})(?![\w.:/–\]-]|,\d|\. [A-ZJ])"
    )

    def other(match: re.Match[str]) -> str:
        if _BEFORE_DAY.search(match.string[: match.start()]) or _AFTER_DAY.match(match.string, match.end()):
            return ""
        digits = list(match[0])
        at = draft.choice.choice([index for index, digit in enumerate(digits) if digit.isdigit()])
        digits[at] = draft.choice.choice([d for d in "123456789" if d != digits[at]])
        return "".join(digits)

    return _match(draft, Edit.NUMBER, figure, other)


def negation(draft: Draft) -> bool:
    """Turn a statement into its contrary."""
    return _replace(draft, Edit.NEGATION, _NEGATIONS[draft.article.language])


def quotation(draft: Draft) -> bool:
    """Change one to three words within quotation marks."""

    def other(match: re.Match[str]) -> str:
        words = match[0].split(" ")
        if len(words) < 5:
            return ""
        count = draft.choice.randint(1, 3)
        at = draft.choice.randint(1, len(words) - count - 1)
        if any(len(word) < 3 for word in words[at : at + count]):
            return ""
        return " ".join(
            [*words[:at], *draft.choice.sample(_OTHERS[draft.article.language], count), *words[at + count :]]
        )

    marks = {
        "de": "(?<=„)[^“.]+(?=“)",
        "en": "(?<=“)[^”.,]+(?=[”.,])",
        "fr": "(?<=« )[^»]+(?= »)",
        "es": "(?<=«)[^»]+(?=»)",
    }
    return _match(draft, Edit.QUOTATION, marks[draft.article.language], other)


def spelling(draft: Draft) -> bool:
    """Follow another house style."""
    return _replace(draft, Edit.SPELLING, [*_SPELLINGS[draft.article.language], *_PUNCTUATION])


def time(draft: Draft) -> bool:
    """Say a day as seen from another day."""
    old, new = draft.choice.choice(_TIMES[draft.article.language])
    pattern = rf"\b{old.replace('{day}', _DAY)}\b(?! \d)"
    return _match(draft, Edit.TIME, pattern, lambda match: new.replace("{day}", _first(_DAY, match[0])))


def _first(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    return found[0] if found else ""


def location(draft: Draft) -> bool:
    """Say a place as seen from elsewhere."""
    old, new = draft.choice.choice(_PLACES[draft.article.language])
    country = draft.choice.choice(PLACES)

    def other(match: re.Match[str]) -> str:
        return new.replace("{town}", _first(_TOWN, match[0])).replace("{place}", country)

    return _match(draft, Edit.LOCATION, old.replace("{town}", _TOWN), other)


def name(draft: Draft) -> bool:
    """Give a person another name."""
    return _match(draft, Edit.NAME, _NAME.pattern, lambda m: f"{m[1]} {draft.choice.choice(_SURNAMES)}")


def day(draft: Draft) -> bool:
    """Change a year."""
    return _match(
        draft, Edit.DATE, r"\b(?:19|20)\d\d\b", lambda m: str(int(m[0]) + draft.choice.choice([-3, -1, 1, 2]))
    )


def note(draft: Draft) -> bool:
    """Add a marked note behind a sentence."""
    for place in _free(draft):
        words = draft.choice.choice(_NOTES)
        sentence = draft.paragraphs[place[0]][place[1]]
        return _put(draft, place, f"{sentence} {words}", Planted(Edit.NOTE, "", words))
    return False


def move(draft: Draft) -> bool:
    """Move a paragraph to another place."""
    touched = {at for at, _ in draft.touched}
    free = [
        at
        for at, sentences in enumerate(draft.paragraphs)
        if at not in touched and at not in draft.article.headings and len(" ".join(sentences).split()) > 15
    ]
    if len(free) < 4 or draft.article.headings:
        return False
    old = draft.choice.choice(free[1:-1])
    sentences = draft.paragraphs.pop(old)
    new = 0 if old > len(draft.paragraphs) // 2 else len(draft.paragraphs)
    draft.paragraphs.insert(new, sentences)
    # places have shifted: what was touched is found again by its words
    draft.touched = {(at, n) for at, each in enumerate(draft.paragraphs) for n in range(len(each))}
    draft.planted.append(Planted(Edit.MOVED, " ".join(sentences), " ".join(sentences)))
    return True


PLANTERS: dict[str, tuple[Planter, ...]] = {
    "cut": (cut_sentence, cut_paragraph, cut_clause),
    "addition": (add_sentence, add_phrase),
    "number": (number,),
    "negation": (negation,),
    "quotation": (quotation,),
    "style": (spelling,),
    "localisation": (time, location),
    "name": (name,),
    "date": (day,),
    "note": (note,),
    "moved": (move,),
}


def drafts(article: Article) -> Iterator[Draft]:
    """Yield the article with each class of edit alone, and mixed, few and many."""
    for planters in PLANTERS.values():
        for planter in planters:
            draft = draft_of(article, f"{article.name} {planter.__name__}")
            if planter(draft):
                yield draft
    for count in (3, 6, 12):
        draft = draft_of(article, f"{article.name} {count}")
        mixed = [planter for group, each in PLANTERS.items() if group != "moved" for planter in each]
        for _ in range(count):
            draft.choice.choice(mixed)(draft)
        if draft.planted:
            yield draft
