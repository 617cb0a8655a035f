"""What a rule asks, as a plain sentence: the summary of its type, and its parameters in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from licencecheck.model import CreditTemplate, Rule, RuleSet
from licencecheck.requirements import requirement_type
from licencecheck.text import enumerated

_SILENT = frozenset({"facet", "ask", "want", "per", "article-id", "is", "template", "from", "match", "title"})
"""Parameters that are told in another way, or of which a re-poster need know nothing."""
_WORDS = {
    "url": "the address of the article",
    "original_url": "the address of the first publication",
    "published": "of first publication",
    "updated": "of the last update",
    "article": "the article",
    "homepage": "the home page",
    "other": "a copy elsewhere",
    "profile": "the profile",
    "history": "the history of the page",
    "any": "any page",
    "original": "whoever published it first",
    "CC-unspecified": "any Creative Commons licence",
    "identical": "a compatible one is not enough",
    "compatible": "a compatible one is enough",
    "location": "place",
    "house-style": "house style",
    "forbidden": "not allowed",
    "on-request": "only on request",
}
_FLAGS = {
    "all": "all of them",
    "institution": "with the institution",
    "if-supplied": "if the original has one",
    "url-text-ok": "its address in words is enough",
    "direct": "without redirectors and shorteners",
    "full": "only as a whole",
    "translator": "with the name of the translator",
    "notice": "saying that it is one",
    "name": "saying who changed it",
    "date": "saying when",
    "reason": "saying what, or why",
    "subheadings": "and the headings within the text",
    "full-text": "and leave nothing out",
}
_PLACES = {"top": "at the top", "byline": "in the byline", "bottom": "at the end", "anywhere": "anywhere"}
_MODES = {
    "excluded": "none of the original",
    "own-only": "only those of the publisher",
    "only-if-marked": "only those that are marked for it",
    "own-licence": "each under a licence of its own",
    "noncommercial": "only without commercial advantage",
    "check-each": "after a look at the terms of each",
    "free": "with their article",
    "forbidden": "it must not be there",
}
_PHRASES = {
    "to": "it leads to {}",
    "on": "of {}",
    "names": "naming {}",
    "form": "in the form {}",
    "as": "as the {} of the article",
    "anchor": "on the words of the {}",
    "unproven": "for a copy elsewhere: {}",
    "allow": "allowed changes are {}",
    "licence": "of {}",
    "url": "at {}",
    "credit-contains": "credited to {}",
    "credit-excludes": "not credited to {}",
    "marks": "marked {}",
    "name": "{}",
    "content": "saying {}",
    "parts": "with {}",
    "styles": "in the style of {}",
    "scheme": "a {}",
    "prefix": "beginning with {}",
    "portion": "{}",
    "extracts": "excerpts are {}",
    "full-text": "the whole text is {}",
    "of": "the one {}",
    "edits": "after edits that are {}",
    "rel-forbidden": "never {}",
    "forbidden-spellings": "never written {}",
    "same": "{}",
    "commercial": "commercial sites are {}",
    "ads": "advertisements are {}",
    "paywall": "paywalls are {}",
    "resale": "selling it is {}",
    "added": "adding links is {}",
    "anchors": "on the same words",
    "keys": "under the keys {}",
    "hosts": "on {}",
    "contains": "with {}",
    "excludes": "without {}",
}
_CHOICES = {
    ("logo", ""): "Show the publisher's logo",
    ("logo", "forbidden"): "Leave the publisher's logo off",
    ("title-unchanged", ""): "Keep the title of the original",
    ("title-unchanged", "must-change"): "Give the article another title than the original",
    ("title-unchanged", "may-change"): "Keep the title of the original, or change it",
    ("translation", "granted"): "Translate it if you like",
    ("translation", "on-request"): "Ask before you translate it",
    ("translation", "denied"): "Do not translate it",
}
"""What is said in place of a summary that leaves a choice."""
_QUOTED = frozenset({"form", "credit-contains", "credit-excludes", "marks", "forbidden-spellings", "rel-forbidden"})
_OTHERS = frozenset({"at", "mode", "at-most", "any-of", "notice", "days", "hours", "limits"})
TOLD = _SILENT | _FLAGS.keys() | _PHRASES.keys() | _OTHERS
"""All parameters that have words."""
_LIMITS = {"words": "{} words", "characters": "{} characters", "paragraphs": "{} paragraphs"}


def sentence(rule: Rule, ruleset: RuleSet) -> str:
    """Write what `rule` asks, one sentence without full stop."""
    details = "; ".join(_details(rule, ruleset))
    summary = _summary(rule)
    return f"{summary}: {details}" if details else summary


def _summary(rule: Rule) -> str:
    """Say what the type asks, of the types that ask one thing or its contrary that which is asked."""
    for name in ("mode", "title", "is"):
        said = _CHOICES.get((rule.requires, str(rule.parameters.get(name))))
        if said is not None:
            return said
    return _CHOICES.get((rule.requires, ""), requirement_type(rule.requires).summary)


def _details(rule: Rule, ruleset: RuleSet) -> Iterator[str]:
    for name, value in rule.parameters.items():
        if value is False:
            continue
        if value in ([], ()):
            yield "no change is allowed"
        elif rule.requires == "translation" and name == "of":
            yield f"the {value} decides"
        elif name not in _SILENT and not (name == "mode" and (rule.requires, value) in _CHOICES):
            yield _phrase(name, value, ruleset)
    if rule.requires == "credit-line":
        yield from _line(rule, ruleset)
    if rule.requires == "excerpt-limit" and rule.parameters.get("from") == "start":
        yield "from the start"
    if "ask" in rule.parameters:
        yield f"for other changes, ask the {rule.parameters['ask']}"


def _phrase(name: str, value: object, ruleset: RuleSet) -> str:
    if value is True:
        return _FLAGS.get(name, name)
    if name == "at":
        place = value["place"] if isinstance(value, Mapping) else value
        return _PLACES[str(place)]
    if name == "mode":
        return _MODES.get(str(value), str(value))
    if name == "at-most":
        return _most(value)
    if name == "any-of":
        forms = [form for form in _list(value) if isinstance(form, Mapping)]
        return f"by {enumerated((str(address) for form in forms for address in form.values()), 'or')}"
    if name == "notice":
        line = next((template_text(one) for one in ruleset.credit if one.id == value), str(value))
        return f"with the line “{line}”"
    if name in {"days", "hours"}:
        return f"{value} {name}"
    if name == "limits":
        return "to post it" if value == "posting" else "to keep it"
    words = [_word(name, str(one), ruleset) for one in _list(value)]
    conjunction = "and" if name in {"names", "parts", "allow"} else "or"
    return _PHRASES.get(name, f"{name} {{}}").format(enumerated(words, conjunction))


def _most(value: object) -> str:
    said = dict(value) if isinstance(value, Mapping) else {}
    parts = [words.format(f"{said[unit]:,}") for unit, words in _LIMITS.items() if unit in said]
    parts += [f"{said['ratio'] * 100:.0f} % of the {said.get('of', 'words')}"] if "ratio" in said else []
    which = "more" if said.get("take") == "max" else "less"
    return f"at most {' or '.join(parts)}{f', whichever is {which}' if len(parts) > 1 else ''}"


def _line(rule: Rule, ruleset: RuleSet) -> Iterator[str]:
    if rule.parameters.get("from") == "original":
        yield "that stands below the original"
        return
    name = rule.parameters.get("template")
    template = next((one for one in ruleset.credit if name in {None, one.id}), None)
    if template is not None:
        exact = (rule.parameters.get("match") or template.match) == "exact"
        yield f"{'word for word' if exact else 'in words like these'}, “{template_text(template)}”"


def template_text(template: CreditTemplate) -> str:
    """Give the first wording of a template as a reader sees it: the words of its links, gaps in braces."""
    from licencecheck.requirements.paste import fill

    return fill(template.texts[0], {})


def _word(name: str, value: str, ruleset: RuleSet) -> str:
    if value == "publisher":
        return ruleset.publisher.name
    return f"“{value}”" if name in _QUOTED else _WORDS.get(value, value)


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else [value]
