"""A family: one file that states once what several versions of a licence ask, and gives one rule set for each.

`family:` lists the licences. `{elements}`, `{unit}` and `{version}` in the file's texts stand for the parts of a
licence's id (`BY-NC`, `by-nc` and `4.0` of `CC-BY-NC-4.0`), and `licence-has:` in a condition is answered by them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from licencecheck.strict_yaml.reading import Source, Value

HAS = "licence-has"
"""The condition that asks for an element of the licence."""
_CC = re.compile(
    r"(?:LicenseRef-)?CC-((?:BY|NC|ND|SA)(?:-(?:BY|NC|ND|SA)){0,3})(?:-([0-9]\.[0-9])(?:-[A-Za-z]{2,8})?)?"
)


def elements(licence: str) -> frozenset[str]:
    """Name the elements of a Creative Commons licence (`BY`, `NC`, `ND`, `SA`); none of any other licence."""
    match = _CC.fullmatch(licence)
    return frozenset(match[1].split("-")) if match else frozenset()


def unported(licence: str) -> str:
    """Give the licence of which `licence` is a port (`CC-BY-3.0` of `CC-BY-3.0-IGO`), or `licence` itself.

    Version 2.1 was published as ports only, of 2.0.
    """
    match = _CC.fullmatch(licence)
    if match is None:
        return licence
    version = "2.0" if match[2] == "2.1" else match[2]
    return f"CC-{match[1]}-{version}" if version else f"CC-{match[1]}"


def member(source: Source, licence: str) -> Source:
    """Give the file `source` as it reads for the family's member `licence`."""
    match = _CC.fullmatch(licence)
    words = {"elements": match[1], "unit": match[1].lower(), "version": match[2] or ""} if match else {}
    data = {key: _filled(value, words) for key, value in source.data.items() if key != "family"}
    return replace(source, data={**data, "id": licence.lower(), "licence": licence})


def settle(when: Mapping[str, object] | None, licences: Sequence[str]) -> tuple[bool, Mapping[str, object] | None]:
    """Answer `licence-has` in `when` by what all `licences` have: whether `when` can hold, and what is left to ask.

    Where the licences differ, or none is known, the question stays.
    """
    if not when or HAS not in when:
        return True, when
    wanted = when[HAS]
    known = [elements(licence) for licence in licences]
    answers = {_has(wanted, found) for found in known}
    if len(answers) != 1:
        return True, when
    rest = {fact: value for fact, value in when.items() if fact != HAS}
    return answers.pop(), rest or None


def _has(wanted: object, found: frozenset[str]) -> bool:
    if isinstance(wanted, Mapping):
        return not _has(wanted.get("not"), found)
    return any(str(one) in found for one in wanted) if isinstance(wanted, list) else str(wanted) in found


def _filled(value: Value, words: Mapping[str, str]) -> Value:
    if isinstance(value, str):
        for word, text in words.items():
            value = value.replace(f"{{{word}}}", text)
        return value
    if isinstance(value, list):
        return [_filled(item, words) for item in value]
    if isinstance(value, dict):
        return {key: _filled(item, words) for key, item in value.items()}
    return value
