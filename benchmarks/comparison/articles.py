"""Articles that may be edited: made from sentences of our own, and the topics of Python's documentation.

Those topics come with every Python (`pydoc_data`, PSF licence) and are read at run time.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from licencecheck.documents import pages_in, read_file
from licencecheck.evidence.page import page_of
from licencecheck.model import Paragraph, Role, Unreadable

NAMES = [
    "Amara Okafor",
    "Lena Fischer",
    "Tomasz Wolny",
    "Priya Raman",
    "Diego Salas",
    "Marie Dubois",
    "Owen Hughes",
    "Yuki Tanabe",
    "Ines Carvalho",
    "Noah Lindqvist",
    "Fatou Ba",
    "Rosa Conti",
    "Piet Vandamme",
    "Selma Aydin",
    "Grace Mwangi",
    "Ivan Petrov",
]
TOWNS = [
    "Harlow Bay",
    "Kingsmead",
    "Tarrawonga",
    "Elmsford",
    "Port Denham",
    "Brackley",
    "Marlow Flats",
    "Ashgrove",
    "Wickham",
    "Cold Spring",
    "Lindenau",
    "Saint-Aubin",
    "Valdehoz",
    "Monte Rosso",
    "Oudekerk",
    "Zarnowo",
]
PLACES = [
    "Australia",
    "Canada",
    "Scotland",
    "Ohio",
    "Kenya",
    "New Zealand",
    "Ireland",
    "Queensland",
    "Oregon",
    "Wales",
]
_EN = [
    "Officials in {town} said on {day} that the {thing} would stay closed for another {n} weeks.",
    "“{quote},” said {name}, who has run the {place} for {n} years.",
    "{name} told the council that {n2} households had not received any help since {month}.",
    "The {thing} was built in {year} and has never been repaired, says a report that {name} published last year.",
    "About {pct} per cent of the people who live near the {thing} say they cannot sleep because of the noise.",
    "The organisation had analysed {n2} samples of water from the harbour before it reached this conclusion.",
    "Neighbours recognised the danger early, but nobody at the centre took them seriously.",
    "It costs ${money} million a year to keep the {thing} open, {name} said.",
    "Researchers at the university in {town} followed {n2} children over {n} years and found no sign of harm.",
    "The behaviour of the birds changed in the spring of {year}, when the first turbines were installed.",
    "On {d} {month} {year} the court rejected the appeal, and the {thing} was sold to a company from {town}.",
    "Critics say the programme is not working; its defenders point to {n2} new jobs.",
    "“{quote}. {quote2},” {name} said in an interview.",
    "There will be no further cuts to the {place} before {month}, the minister promised on {day}.",
    "A spokesman declined to comment, but two people familiar with the talks said that an agreement was near.",
    "The {place}, which was founded by {name} in {year}, has lost a third of its members.",
    "For most families here, a ticket for the ferry costs more than a day's wages.",
    "Since {day} the road between {town} and {town2} has been blocked by snow, rocks and fallen trees.",
    "It's a question that {name} can't answer: why did the alarm fail to go off at {hour} in the morning?",
    "Farmers have grown {crop} in the valley for centuries, yet the soil is now too dry in summer.",
    "The new rules, which apply to every {place} in the country, don't mention the {thing} at all.",
    "When the water rose, {n} volunteers carried sandbags from the school to the {thing}.",
    "{name} and {name2} met at the {place} in {town}, where both had worked as labourers.",
    "The colour of the river has changed from green to brown within a decade.",
    "Travellers were told to wait, and some of them cancelled their journeys.",
    "Prices rose by {pct}.{digit} percent in {month}, more than in any month since {year}.",
    "An earlier inquiry into the {thing} found faults in {n2} of its parts, none of which was replaced.",
    "No one knows how many {crop} fields were flooded, and the ministry has not published any figures.",
    "After the vote, the hall emptied quickly; only {name} stayed behind to stack the chairs.",
    "The museum keeps a letter in which the engineer describes how the {thing} was lifted into place with ropes.",
]
_DE = [
    "Die Behörden in {town} teilten am {day} mit, dass die Brücke noch {n} Wochen gesperrt bleibt.",
    "„{quote}“, sagte {name}, die das Museum seit {n} Jahren leitet.",
    "Rund {pct} Prozent der Anwohner können wegen des Lärms nicht schlafen.",
    "Das Werk wurde {year} gebaut und seither nie erneuert, heißt es in einem Bericht von {name}.",
    "Nach Angaben der Stadt kostet der Betrieb {money} Millionen Euro im Jahr.",
    "Am {d}. {month} {year} wies das Gericht die Klage ab, und das Gelände wurde verkauft.",
    "Niemand wollte sagen, warum der Alarm um {hour} Uhr nicht ausgelöst wurde.",
    "In der Schule fehlen {n2} Plätze, und keine der Gemeinden will für einen Neubau bezahlen.",
    "Die Forscher hatten {n2} Proben aus dem Hafen untersucht, bevor sie zu diesem Schluss kamen.",
    "Der Verein hat in zehn Jahren ein Drittel seiner Mitglieder verloren, doch die Stimmung ist gut.",
    "{name} will den Hof nicht aufgeben, obwohl die Böden im Sommer zu trocken sind.",
    "Zwischen {town} und {town2} ist die Straße seit {day} durch Schnee und umgestürzte Bäume blockiert.",
    "Als das Wasser stieg, trugen {n} Freiwillige Sandsäcke vom Rathaus zum Ufer.",
    "Die neuen Regeln gelten für jede Werkstatt im Land, sie erwähnen die Lehrlinge aber mit keinem Wort.",
]
_FR = [
    "Les autorités de {town} ont annoncé {day} que le pont resterait fermé pendant {n} semaines.",
    "« {quote} », a déclaré {name}, qui dirige le musée depuis {n} ans.",
    "Environ {pct} % des habitants ne peuvent pas dormir à cause du bruit.",
    "L'usine a été construite en {year} et n'a jamais été rénovée, selon un rapport de {name}.",
    "Le 1er {month} {year}, le tribunal a rejeté l'appel et le terrain a été vendu.",
    "L'entretien du bâtiment coûte {money} millions d'euros par an, selon la commune.",
    "Personne n'a voulu dire pourquoi l'alarme ne s'est pas déclenchée à {hour} heures.",
    "Les chercheurs avaient analysé {n2} échantillons avant d'arriver à cette conclusion.",
    "Dans la vallée, les paysans cultivent du blé depuis des siècles, mais la terre est trop sèche en été.",
    "Quand l'eau est montée, {n} volontaires ont porté des sacs de sable jusqu'à la rive.",
    "L'association, fondée par {name} en {year}, a perdu un tiers de ses membres.",
    "Il manque {n2} places à l'école et aucune des communes ne veut payer un nouveau bâtiment.",
]
_ES = [
    "Las autoridades de {town} dijeron el {day} que el puente seguirá cerrado otras {n} semanas.",
    "«{quote}», dijo {name}, que dirige el museo desde hace {n} años.",
    "Cerca del {pct} por ciento de los vecinos no puede dormir por el ruido.",
    "La fábrica se construyó en {year} y nunca se ha reparado, según un informe de {name}.",
    "El {d} de {month} de {year} el tribunal rechazó la demanda y el terreno se vendió.",
    "Mantener el edificio cuesta {money} millones de euros al año, según el ayuntamiento.",
    "Nadie quiso explicar por qué la alarma no sonó a las {hour} de la mañana.",
    "Los investigadores habían analizado {n2} muestras del puerto antes de llegar a esta conclusión.",
    "En el valle se cultiva trigo desde hace siglos, pero la tierra está demasiado seca en verano.",
    "Cuando subió el agua, {n} voluntarios llevaron sacos de arena hasta la orilla.",
    "La asociación, que fundó {name} en {year}, ha perdido un tercio de sus socios.",
    "En la escuela faltan {n2} plazas y ninguno de los municipios quiere pagar un edificio nuevo.",
]
_QUOTES = {
    "en": [
        "We have waited long enough for an answer",
        "Nobody asked the people who live on the river",
        "This place will never be the same again",
        "I would do it all over again tomorrow",
        "They promised us a bridge and built a fence",
        "My father never spoke about those years",
        "The machines are old, but they do their work",
        "You cannot eat a promise",
    ],
    "de": [
        "Wir haben lange genug auf eine Antwort gewartet",
        "Niemand hat die Leute am Fluss gefragt",
        "Ich würde es morgen wieder tun",
        "Man hat uns eine Brücke versprochen und einen Zaun gebaut",
    ],
    "fr": [
        "Nous attendons une réponse depuis trop longtemps",
        "Personne n'a interrogé les gens du fleuve",
        "Je recommencerais dès demain",
        "On nous avait promis un pont, on a construit une clôture",
    ],
    "es": [
        "Llevamos demasiado tiempo esperando una respuesta",
        "Nadie preguntó a la gente del río",
        "Lo volvería a hacer mañana mismo",
        "Nos prometieron un puente y levantaron una valla",
    ],
}
MONTHS = {
    "en": ["January", "March", "April", "June", "July", "September", "October", "November"],
    "de": ["Januar", "März", "April", "Juni", "Juli", "September", "Oktober", "November"],
    "fr": ["janvier", "mars", "avril", "juin", "juillet", "septembre", "octobre", "novembre"],
    "es": ["enero", "marzo", "abril", "junio", "julio", "septiembre", "octubre", "noviembre"],
}
DAYS = {
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"],
    "de": ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag"],
    "fr": ["lundi", "mardi", "mercredi", "jeudi", "vendredi"],
    "es": ["lunes", "martes", "miércoles", "jueves", "viernes"],
}
_SENTENCES = {"en": _EN, "de": _DE, "fr": _FR, "es": _ES}
_HEADINGS = {
    "en": ["What comes next", "A long wait", "The cost of silence", "Who pays"],
    "de": ["Wie es weitergeht", "Langes Warten", "Wer bezahlt"],
    "fr": ["Et maintenant", "Une longue attente", "Qui paiera"],
    "es": ["Qué pasará ahora", "Una larga espera", "Quién paga"],
}
_MARKUP = re.compile(r"[{}<>\\`#|*_~]|://|\(\)")
_ENDED = re.compile(r"[.!?…]['\"’”»)]*$")
_LEAST = 6
"""Paragraphs of an article that is worth editing."""
_PLAIN = re.compile(r"[*`\"_{}\[\]<>|=\\#]")


@dataclass(frozen=True, slots=True)
class Article:
    """An article to plant edits in."""

    name: str
    language: str
    title: str
    paragraphs: tuple[str, ...]
    headings: frozenset[int] = frozenset()
    """Which of the paragraphs are headings."""


def articles(made: int = 72, seed: int = 7) -> Iterator[Article]:
    """Yield `made` articles of own sentences, two thirds of them English, and the topics."""
    choice = random.Random(seed)
    for number in range(made):
        language = ["en", "en", "en", "en", "de", "fr", "es"][number % 7]
        yield _made(number, language, choice)
    yield from _topics()


def articles_in(folder: str) -> Iterator[Article]:
    """Yield the main texts of the pages in a folder, in the languages that edits are known in."""
    for path in pages_in(folder):
        document = read_file(path) if isinstance(path, str) else path
        if isinstance(document, Unreadable):
            continue
        page = page_of(document, main_text=True, thorough=True)
        paragraphs = [p for p in page.main_text.paragraphs if _is_prose(p)] if page.main_text else []
        if page.language in _SENTENCES and len(paragraphs) >= _LEAST:
            headings = frozenset(at for at, paragraph in enumerate(paragraphs) if paragraph.is_heading)
            texts = tuple(paragraph.text for paragraph in paragraphs)
            yield Article(document.path, page.language, page.title or "Untitled", texts, headings)


def _is_prose(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a heading or ends as a sentence: no code, no entry of a list, no caption."""
    text = paragraph.text
    is_plain = paragraph.role is Role.BODY and not _MARKUP.search(text)
    return is_plain and (paragraph.is_heading or bool(_ENDED.search(text)))


def _made(number: int, language: str, choice: random.Random) -> Article:
    pool = list(_SENTENCES[language])
    choice.shuffle(pool)
    wanted = choice.randint(max(6, len(pool) // 2), len(pool))
    paragraphs: list[str] = []
    headings = []
    sentences = [_filled(template, language, choice) for template in pool[:wanted]]
    while sentences:
        if len(paragraphs) in {3, 7} and choice.random() < 0.7:
            headings.append(len(paragraphs))
            paragraphs.append(choice.choice([h for h in _HEADINGS[language] if h not in paragraphs]))
        size = choice.randint(1, 5)
        paragraphs.append(" ".join(sentences[:size]))
        sentences = sentences[size:]
    title = f"{choice.choice(TOWNS)}: {choice.choice(_QUOTES[language])}"
    return Article(f"{language}-{number}", language, title, tuple(paragraphs), frozenset(headings))


def _filled(template: str, language: str, choice: random.Random) -> str:
    name, name2 = choice.sample(NAMES, 2)
    town, town2 = choice.sample(TOWNS, 2)
    quote, quote2 = choice.sample(_QUOTES[language], 2)
    return template.format(
        name=name,
        name2=name2,
        town=town,
        town2=town2,
        quote=quote,
        quote2=quote2,
        day=choice.choice(DAYS[language]),
        month=choice.choice(MONTHS[language]),
        d=choice.randint(2, 28),
        year=choice.randint(1905, 2024),
        n=choice.randint(11, 48),
        n2=choice.choice([choice.randint(50, 950), f"{choice.randint(1, 90)},{choice.randint(100, 999)}"])
        if language == "en"
        else choice.randint(50, 950),
        pct=choice.randint(11, 89),
        digit=choice.randint(1, 9),
        money=choice.randint(2, 40),
        hour=choice.randint(2, 5),
        thing=choice.choice(["bridge", "quarry", "old mill", "power station", "lighthouse", "railway tunnel"]),
        place=choice.choice(["library", "clinic", "theatre", "workshop", "market", "observatory"]),
        crop=choice.choice(["wheat", "barley", "maize", "olive"]),
    )


def _topics() -> Iterator[Article]:
    from pydoc_data.topics import topics

    for name, text in sorted(topics.items()):
        prose = [
            _PLAIN.sub("", " ".join(block.split()))
            for block in text.split("\n\n")[1:]
            if not block.startswith((" ", "-", "*", "+", "|", "See also", "(", "[", *"0123456789"))
            and block.rstrip().endswith(".")
            and len(block) > 80
        ]
        if 6 <= len(prose) <= 60:
            yield Article(f"topic-{name}", "en", f"On {name} in detail", tuple(prose))
