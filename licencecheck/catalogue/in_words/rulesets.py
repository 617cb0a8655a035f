"""A rule set for people: whether they may repost, what they must do, what to paste, and how it is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from licencecheck.catalogue.in_words.duties import sentence
from licencecheck.catalogue.parts import GATES
from licencecheck.conditions import UNLESS, in_words
from licencecheck.model import CreditTemplate, Proof, Rule, RuleSet
from licencecheck.requirements import facets

_ANSWERS = {
    "granted": "You may",
    "on-request": "You must ask",
    "denied": "You may not",
    "covered": "The article is covered",
    "excluded": "The article is not covered",
    "ask": "You must find out",
}
_COVERAGE = {
    "partial": "known in part: read them there",
    "quoted": "known as others quote them: read them there",
}


def lines_of(ruleset: RuleSet) -> Iterator[tuple[str, str]]:
    """Tell `ruleset` line by line, each as its indent and its text, every sentence with its proof."""
    publisher, terms = ruleset.publisher, ruleset.terms
    hosts = f" ({', '.join(publisher.domains)})" if publisher.domains else ""
    yield "", f"{ruleset.id}: {publisher.name}{hosts}"
    if ruleset.licence:
        yield "", f"licence: {' or '.join(ruleset.licence)}"
    yield "", f"terms: {terms.url or 'no address'}"
    yield "  ", f"seen {terms.as_of}, written down {terms.compiled}"
    if terms.coverage in _COVERAGE:
        yield "  ", _COVERAGE[terms.coverage]
    gates = [rule for rule in ruleset.rules if rule.requires in GATES.values()]
    yield from _section("May I? The first that fits counts:", _cases(gates, ruleset))
    duties = [part for rule in ruleset.rules if rule not in gates for part in facets(rule)]
    shown = [rule for rule in duties if rule.requires != "attestation"]
    yield from _section("You must:", _rules([rule for rule in shown if rule.level == "must"], ruleset))
    yield from _section("You should:", _rules([rule for rule in shown if rule.level != "must"], ruleset))
    asked = [rule for rule in duties if rule.requires == "attestation"]
    yield from _section("You must confirm:", _rules(asked, ruleset))
    yield from _section("You may also:", _allowed(ruleset))
    yield from _section("To paste:", _credit(ruleset.credit, ruleset.questions))
    yield from _section("What no rule says:", (("  - ", _about(note.about, note.text)) for note in ruleset.notes))


def _section(title: str, lines: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    listed = list(lines)
    if listed:
        yield from (("", ""), ("", title), *listed)


def _cases(gates: Iterable[Rule], ruleset: RuleSet) -> Iterator[tuple[str, str]]:
    for rule in gates:
        cases = next((rule.parameters[section] for section in GATES if section in rule.parameters), None)
        for number, case in enumerate(cases if isinstance(cases, list) else []):
            yield "  - ", _case(case, number > 0, ruleset.questions)
            quote, proof = str(case.get("quote") or ""), Proof(str(case.get("proof", Proof.POLICY)))
            if quote:
                yield "    ", _quote(quote, proof)


def _case(case: Mapping[str, object], later: bool, questions: Mapping[str, str]) -> str:
    when, unless = case.get("when"), case.get(UNLESS)
    stated = {**(when if isinstance(when, Mapping) else {}), **({UNLESS: [unless]} if unless else {})}
    condition = in_words(stated, questions)
    answer = _ANSWERS[str(case["is"])]
    if case.get("contact"):
        answer += f" {case['contact']}"
    start = answer if condition or not later else f"Otherwise {answer[0].lower()}{answer[1:]}"
    question = f": {case['question']}" if case.get("question") else ""
    return f"{start}{', ' if condition else ''}{condition}{question}"


def _rules(rules: Iterable[Rule], ruleset: RuleSet, indent: str = "  ") -> Iterator[tuple[str, str]]:
    for rule in rules:
        condition = in_words(rule.when, ruleset.questions)
        said = f"{_duty(rule, ruleset)}{', ' if condition else ''}{condition} [{rule.id}]"
        yield f"{indent}- ", said
        if rule.quote:
            url = rule.terms.url
            yield f"{indent}  ", _quote(rule.quote, rule.proof) + (f" ({url})" if rule.terms != ruleset.terms else "")
        yield from _rules(rule.any_of, ruleset, indent + "  ")
        if rule.otherwise is not None:
            yield f"{indent}  ", "else:"
            yield from _rules([rule.otherwise], ruleset, indent + "  ")


def _duty(rule: Rule, ruleset: RuleSet) -> str:
    if rule.any_of:
        return "One of these"
    if rule.requires == "attestation":
        return f"{rule.parameters['ask']} It should be “{rule.parameters.get('want', 'yes')}”"
    return sentence(rule, ruleset)


def _quote(text: str, proof: Proof) -> str:
    return f"“{text}”" if proof.literal else f"{proof}: {text}"


def _allowed(ruleset: RuleSet) -> Iterator[tuple[str, str]]:
    for allowed in ruleset.allows:
        condition = in_words(allowed.when, ruleset.questions)
        yield "  - ", f"{allowed.use}{', ' if condition else ''}{condition}"
        if allowed.quote:
            yield "    ", _quote(allowed.quote, allowed.proof)


def _credit(templates: Iterable[CreditTemplate], questions: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for template in templates:
        condition = in_words(template.when, questions)
        place = "" if template.at == "anywhere" else f", at the {template.at}"
        yield "  - ", f"{template.id} ({template.lang}{place}{', ' if condition else ''}{condition}):"
        yield from (("    ", text) for text in template.texts)


def _about(about: str | None, text: str) -> str:
    return text if about is None else f"{about}: {text}"
