"""What each requirement type wants on a page: whether what is said fulfils a rule, and the part that would."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from licencecheck.conditions import every, some
from licencecheck.model import Party, Rule
from licencecheck.parties import names_of
from licencecheck.requirements.wording import place_asked
from licencecheck.trials.facts import ARTICLE, Fact, has, named
from licencecheck.trials.parts import Kind, Part, Piece, Slot
from licencecheck.trials.sample import OTHER_ARTICLE, PUBLISHED, Sample
from licencecheck.trials.wording import line, pieces, template_of

Said = frozenset[Fact]
DAY = PUBLISHED.isoformat()
_COPY = "/licences/text.html"
_SLOTS = {"top": Slot.TOP, "byline": Slot.BYLINE}


@dataclass(frozen=True, slots=True)
class Duty:
    """How a trial treats one requirement type."""

    met: Callable[[Mapping[str, Any], Said, Sample], bool | None]
    supply: Callable[[Mapping[str, Any], Sample], Part]


def is_met(rule: Rule, said: Said, sample: Sample) -> bool | None:
    """Whether what is said fulfils `rule`; None where the trial cannot tell, as of types that no page fulfils."""
    if rule.any_of:
        return some(is_met(one, said, sample) for one in rule.any_of)
    duty = None if _forbids(rule) else DUTIES.get(rule.requires)
    return None if duty is None else duty.met(rule.parameters, said, sample)


def supply(rule: Rule, sample: Sample) -> Part | None:
    """Write the part that fulfils `rule`: of alternatives the first that a page can have; what is forbidden, none."""
    for one in rule.any_of:
        part = supply(one, sample)
        if part is not None:
            return part
    duty = None if _forbids(rule) else DUTIES.get(rule.requires)
    return None if duty is None else duty.supply(rule.parameters, sample)


def _forbids(rule: Rule) -> bool:
    return rule.parameters.get("mode") == "forbidden"


def _slot(parameters: Mapping[str, Any]) -> Slot:
    return _SLOTS.get(place_asked(parameters), Slot.BOTTOM)


def _credit(parameters: Mapping[str, Any], sample: Sample, text: str | None = None, **more: str) -> Part:
    words = pieces(text or sample.article.credit, {**sample.values, **more})
    return Part(kind=Kind.CREDIT, slot=_slot(parameters), pieces=words)


def house_credit(sample: Sample) -> Part | None:
    """Write the credit that the rule set proposes, if it proposes one for every use; bylines are as rules want them."""
    proposed = (one for one in sample.ruleset.credit if one.when is None and one.lang == sample.language)
    template = next((one for one in proposed if one.at != "byline"), None)
    if template is None:
        return None
    return Part(kind=Kind.CREDIT, slot=_slot({"at": template.at}), pieces=line(template, sample), template=template.id)


def _parties(parameters: Mapping[str, Any], sample: Sample) -> list[Party]:
    names = parameters.get("names", ["publisher"])
    known = {"publisher": sample.publisher, "original": sample.original}
    return [known.get(name) or Party(name=name) for name in names]


def _source_named(parameters: Mapping[str, Any], said: Said, sample: Sample) -> bool | None:
    parties = _parties(parameters, sample)
    if parameters.get("as") == "owner":
        return every(some(has(said, "owner", name) for name in names_of(party)) for party in parties)
    if any(fact.what == "meta" and OTHER_ARTICLE in fact.of for fact in said):
        return None  # A page that names another origin in its data contradicts its credit, if that is linked
    return every(named(party, said, place_asked(parameters)) for party in parties)


def _name_source(parameters: Mapping[str, Any], sample: Sample) -> Part:
    if parameters.get("as") == "owner":
        return _note_copyright({}, sample)
    if place_asked(parameters) == "byline":
        return _name_author({"form": "{author}, {publisher}"}, sample)
    names = dict.fromkeys(party.name for party in _parties(parameters, sample))
    return _credit(parameters, sample, publisher=", ".join(names))


def _author_named(parameters: Mapping[str, Any], said: Said, sample: Sample) -> bool | None:
    wanted = ["author", "institution"] if parameters.get("institution") else ["author"]
    form = "".join(piece.text for piece in pieces(str(parameters.get("form", "")), sample.values))
    if not any(form in fact.of for fact in said if fact.what == "byline" or not form):
        return False
    return every(has(said, one, at=place_asked(parameters)) for one in wanted)


def _name_author(parameters: Mapping[str, Any], sample: Sample) -> Part:
    form = parameters.get("form") or ("{author}, {institution}" if parameters.get("institution") else "{author}")
    by = sample.article.by.replace("{author}", str(form))
    return Part(kind=Kind.BYLINE, slot=Slot.BYLINE, pieces=pieces(by, sample.values))


def _linked(parameters: Mapping[str, Any], said: Said, sample: Sample) -> bool | None:
    anchor = parameters.get("anchor")
    if anchor is not None:
        return has(said, "anchor", sample.article.title if anchor == "title" else str(anchor), place_asked(parameters))
    return some(has(said, "link", target, place_asked(parameters)) for target in parameters.get("to", ["article"]))


def _link(parameters: Mapping[str, Any], sample: Sample) -> Part:
    anchor = parameters.get("anchor")
    if anchor is not None:
        words = "{title|url}" if anchor == "title" else f"{{{anchor}|url}}"
        return _credit(parameters, sample, f"{sample.article.credit} {words}")
    article = "article" in parameters.get("to", ["article"])
    return _credit(parameters, sample, url=sample.url if article else sample.home)


def _line_printed(parameters: Mapping[str, Any], said: Said, sample: Sample) -> bool | None:
    template = template_of(parameters.get("template"), sample)
    return template is not None and has(said, "line", template.id, place_asked(parameters))


def _print_line(parameters: Mapping[str, Any], sample: Sample) -> Part:
    template = template_of(parameters.get("template"), sample)
    words = line(template, sample) if template else ()
    slot = (
        _slot(parameters) if place_asked(parameters) != "anywhere" or template is None else _slot({"at": template.at})
    )
    return Part(kind=Kind.LINE, slot=slot, pieces=words, template=template.id if template else None)


def _copyright_noted(_: Mapping[str, Any], said: Said, __: Sample) -> bool | None:
    return has(said, "copyright")


def _note_copyright(parameters: Mapping[str, Any], sample: Sample) -> Part:
    form = str(parameters.get("form", "Copyright © {author}, {original}, {year}"))
    return Part(kind=Kind.NOTICE, slot=Slot.BOTTOM, pieces=pieces(form, sample.values))


def _licence_said(parameters: Mapping[str, Any], said: Said, sample: Sample) -> bool | None:
    accepted = parameters.get("licence") or sample.ruleset.licence
    if has(said, "other licence"):
        return None if has(said, "licence") else False
    return some(has(said, what, licence) for what in ("licence", "licence-link") for licence in accepted)


def _licence_linked(_: Mapping[str, Any], said: Said, __: Sample) -> bool | None:
    return has(said, "licence-link")


def _say_licence(_: Mapping[str, Any], sample: Sample) -> Part:
    words = pieces(sample.article.licence, sample.values)
    return Part(kind=Kind.LICENCE, slot=Slot.BOTTOM, pieces=words)


def _title_named(parameters: Mapping[str, Any], said: Said, _: Sample) -> bool | None:
    return has(said, "title", at=place_asked(parameters))


def _name_title(parameters: Mapping[str, Any], sample: Sample) -> Part:
    return _credit(parameters, sample, "“{title|url}”. " + sample.article.credit)


def _meta(name: str, value: str) -> Part:
    return Part(kind=Kind.META, slot=Slot.HEAD, pieces=(Piece(value),), name=name)


def _profile(parameters: Mapping[str, Any], sample: Sample) -> str:
    return f"{sample.url}/history" if "history" in parameters.get("to", ()) else f"{sample.home}author/mara-lindqvist"


def _link_author(parameters: Mapping[str, Any], sample: Sample) -> Part:
    values = {**sample.values, "profile": _profile(parameters, sample)}
    words = pieces(sample.article.by.replace("{author}", "{author|profile}"), values)
    return Part(kind=Kind.BYLINE, slot=Slot.BYLINE, pieces=words)


def _dated(parameters: Mapping[str, Any], said: Said, _: Sample) -> bool | None:
    return has(said, "date", at=place_asked(parameters))


def _date(parameters: Mapping[str, Any], sample: Sample) -> Part:
    if place_asked(parameters) == "byline":
        return _name_author({"form": "{author}, {date}"}, sample)
    return _credit(parameters, sample, sample.article.credit.rstrip(".。") + f" ({DAY}).")


def _number(parameters: Mapping[str, Any]) -> str:
    return {
        "doi": f"https://doi.org/{parameters.get('prefix', '10.5555')}/ferry.218734",
        "isbn": "ISBN 978-3-16-148410-0",
        "issn": "ISSN 2049-3630",
        "handle": "https://hdl.handle.net/20.1000/218734",
        "urn": "urn:nbn:de:101:1-218734",
    }[str(parameters["scheme"])]


def _numbered(parameters: Mapping[str, Any], said: Said, _: Sample) -> bool | None:
    return any(fact.what == "text" and _number(parameters) in fact.of for fact in said if fact.slot in ARTICLE)


def _give_number(parameters: Mapping[str, Any], _: Sample) -> Part:
    return Part(kind=Kind.LINE, slot=Slot.BOTTOM, pieces=(Piece(_number(parameters)),))


def _citation(parameters: Mapping[str, Any], sample: Sample) -> list[str]:
    known = {**sample.values, "doi": "https://doi.org/10.5555/ferry.218734"}
    return [known.get(part.replace("-", "_"), str(part)) for part in parameters["parts"]]


def _cited(parameters: Mapping[str, Any], said: Said, sample: Sample) -> bool | None:
    parts = _citation(parameters, sample)
    here = [fact.of for fact in said if fact.what == "text" and fact.slot in ARTICLE]
    return any(all(part in text for part in parts) for text in here) or None


def _cite(parameters: Mapping[str, Any], sample: Sample) -> Part:
    words = tuple(Piece(part, part if "://" in part else None) for part in _citation(parameters, sample))
    commas = tuple(piece for word in words for piece in (word, Piece(", ")))[:-1]
    return Part(kind=Kind.CITATION, slot=Slot.BOTTOM, pieces=(*commas, Piece(".")))


def _logo(parameters: Mapping[str, Any], sample: Sample) -> Part:
    owner = next(iter(parameters.get("name", ())), sample.publisher.name)
    slot = _slot(parameters) if place_asked(parameters) != "byline" else Slot.TOP
    return Part(kind=Kind.PICTURE, slot=slot, pieces=(Piece(f"{owner} logo", f"{sample.home}logo.png"),))


def _shows_logo(parameters: Mapping[str, Any], said: Said, sample: Sample) -> bool | None:
    return has(said, Kind.PICTURE.value, _logo(parameters, sample).text, place_asked(parameters))


def _copy_licence(_: Mapping[str, Any], sample: Sample) -> Part:
    words = pieces(sample.article.licence.replace("licence_url", "copy"), {**sample.values, "copy": _COPY})
    return Part(kind=Kind.LICENCE, slot=Slot.BOTTOM, pieces=words)


def _stated(parameters: Mapping[str, Any], sample: Sample) -> Part:
    content = str(parameters.get("content", "url"))
    return _meta(str(parameters["name"]), sample.values.get(content, content))


def _states(parameters: Mapping[str, Any], said: Said, sample: Sample) -> bool | None:
    part = _stated(parameters, sample)
    return has(said, "meta", f"{part.name}={part.text}")


def _titled(parameters: Mapping[str, Any], said: Said, sample: Sample) -> bool | None:
    kept = has(said, Kind.HEADLINE.value, sample.article.title)
    demand = parameters.get("title", "keep")
    return None if demand == "may-change" else not kept if demand == "must-change" else kept


def _verbatim(parameters: Mapping[str, Any], said: Said, sample: Sample) -> bool | None:
    return "title" in parameters.get("allow", ()) or has(said, Kind.HEADLINE.value, sample.article.title)


def _headline(_: Mapping[str, Any], sample: Sample) -> Part:
    return Part(kind=Kind.HEADLINE, slot=Slot.TOP, pieces=(Piece(sample.article.title),))


def _counter(parameters: Mapping[str, Any], sample: Sample) -> Part:
    ((form, address),) = parameters["any-of"][0].items()
    take = dict(parameters.get("article-id", {})).get("take", "last-digits")
    number = sample.url.rsplit("/" if take == "last-segment" else "-", 1)[-1]
    return Part(
        kind=Kind(form), slot=Slot.BOTTOM, pieces=(Piece("https://" + address.replace("{article-id}", number)),)
    )


def _counted(parameters: Mapping[str, Any], said: Said, sample: Sample) -> bool | None:
    counter = _counter(parameters, sample)
    return has(said, counter.kind.value, counter.text)


DUTIES: Mapping[str, Duty] = {
    "author-credit": Duty(_author_named, _name_author),
    "author-link": Duty(
        lambda parameters, said, sample: has(said, "author-link", _profile(parameters, sample)),
        _link_author,
    ),
    "canonical-link": Duty(
        lambda _, said, sample: has(said, "meta", f"canonical={sample.url}"),
        lambda _, sample: _meta("canonical", sample.url),
    ),
    "cite-format": Duty(_cited, _cite),
    "copyright-notice": Duty(_copyright_noted, _note_copyright),
    "credit-line": Duty(_line_printed, _print_line),
    "head-meta": Duty(_states, _stated),
    "identifier": Duty(_numbered, _give_number),
    "licence-link": Duty(_licence_linked, _say_licence),
    "licence-notice": Duty(_licence_said, _say_licence),
    "licence-text": Duty(lambda _, said, __: has(said, "link", _COPY), _copy_licence),
    "logo": Duty(_shows_logo, _logo),
    "noindex": Duty(
        lambda _, said, __: has(said, "meta", "robots=noindex"),
        lambda _, __: _meta("robots", "noindex"),
    ),
    "original-link": Duty(_linked, _link),
    "page-counter": Duty(_counted, _counter),
    "publication-date": Duty(_dated, _date),
    "source-credit": Duty(_source_named, _name_source),
    "title-credit": Duty(_title_named, _name_title),
    "title-unchanged": Duty(_titled, _headline),
    "verbatim-text": Duty(_verbatim, _headline),
}
"""Every requirement type that words, links or metadata of a page fulfil."""
