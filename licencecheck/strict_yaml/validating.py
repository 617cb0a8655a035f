"""Say what is wrong with a file by its schema, where, and what would be right."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any

from licencecheck.errors import FileError
from licencecheck.nearest import did_you_mean
from licencecheck.strict_yaml.reading import Source, Steps
from licencecheck.text import enumerated

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

ELSEWHERE = "x-elsewhere"
"""Key of a schema, beside words to choose from: what is written elsewhere in the file, and under which key."""
_LONGEST_SHOWN = 60
_FEW = 20
"""Words of which all are named."""
_MOST = 20
"""Problems of one file that are told."""
_TRUTHS = {"yes": "true", "on": "true", "no": "false", "off": "false"}
_KINDS = {
    "string": "text",
    "array": "a list",
    "object": "a mapping",
    "boolean": "true or false",
    "integer": "a number",
    "null": "null",
}


def validator_of(schema: Mapping[str, Any]) -> Draft202012Validator:
    """Make the validator of a schema, which sees to its days too: `format: date`."""
    from jsonschema import Draft202012Validator, FormatChecker

    return Draft202012Validator(schema, format_checker=FormatChecker(["date"]))


def problems_in(source: Source, validator: Draft202012Validator) -> list[FileError]:
    """List what the schema of `validator` has against `source`, in the order of its lines; at most 20 problems."""
    told = (
        each
        for error in validator.iter_errors(source.data)
        for cause in _causes(error)
        for each in _told(cause, source.wrong.subject)
    )
    found = {(source.line_at(steps), message): steps for steps, message in islice(told, _MOST)}
    return [source.error(message, *steps) for (_, message), steps in sorted(found.items())]


def _causes(error: ValidationError) -> Iterator[ValidationError]:
    """Go down to the cause: of alternatives, the one that goes deepest before it fails."""
    if error.validator != "anyOf" or not error.context:
        yield error
        return
    branches: dict[int, list[ValidationError]] = {}
    for part in error.context:
        branches.setdefault(int(part.schema_path[0]), []).append(part)
    fitting = [parts for parts in branches.values() if not _is_of_another_kind(parts)]
    within = [parts for parts in fitting if all(len(part.path) > 0 for part in parts)]
    fitting = within if len(within) == 1 else fitting
    if len(fitting) == 1:
        for part in fitting[0]:
            yield from _causes(part)
    else:
        yield error


def _is_of_another_kind(parts: Iterable[ValidationError]) -> bool:
    """Whether a branch fails as a whole: it wants another kind of value."""
    return any(not part.path and _kind(part.instance) not in _wanted_kinds(part) for part in parts)


def _wanted_kinds(error: ValidationError) -> set[str]:
    wanted: Any = error.validator_value
    match error.validator:
        case "type":
            return {_KINDS[kind] for kind in ([wanted] if isinstance(wanted, str) else wanted)}
        case "const":
            return {_kind(wanted)}
        case "enum":
            return {_kind(one) for one in wanted}
        case _:
            return {_kind(error.instance)}


def _told(error: ValidationError, subject: str) -> Iterator[tuple[Steps, str]]:
    """Say the steps to what is wrong, and what that is; one error of the schema may hold several."""
    steps: Steps = tuple(error.absolute_path)
    wanted: Any = error.validator_value
    value: Any = error.instance
    name = _name(steps) or subject
    match error.validator:
        case "additionalProperties":
            known = set(_schema(error).get("properties", ()))
            for key in sorted(value.keys() - known):
                yield (*steps, key), f"{name} has no key '{_short(key)}'{_hint(key, known)}"
        case "required":
            for key in sorted(set(wanted) - value.keys()):
                yield steps, f"{name} lacks `{key}:`"
        case "enum" | "const" if isinstance(value, list | dict):
            yield steps, f"{name} is text, not {_kind(value)}"
        case "enum" | "const":
            yield steps, _rejected(steps, error)
        case "type":
            kinds = [wanted] if isinstance(wanted, str) else wanted
            yield steps, f"{name} is {_not_of(kinds, value)}{_remedy(kinds, value, [_schema(error)])}"
        case "anyOf" if (kinds := _kinds_of(wanted)) and _kind(value) not in map(_KINDS.get, kinds):
            yield steps, f"{name} is {_not_of(kinds, value)}{_remedy(kinds, value, wanted)}"
        case "oneOf" if (keys := _keys_of(wanted)) and isinstance(value, dict):
            given = " and ".join(_marked(key for key in keys if key in value))
            named = f"has {given}; it takes one of them" if given else f"lacks {_one_of(_marked(keys))}"
            yield steps, f"{name} {named}"
        case "minLength" | "minItems" | "minProperties":
            yield steps, f"{name} needs at least {wanted} entries" if wanted > 1 else f"{name} is empty"
        case "maxLength":
            yield steps, f"{name} has {len(value)} characters; at most {wanted} are allowed"
        case _:
            yield steps, _refused(error, name)


def _refused(error: ValidationError, name: str) -> str:
    value: Any = error.instance
    if error.validator == "format":
        return f"there is no day {_short(value)}"
    shown = f"'{_short(value)}'" if isinstance(value, str | int | float) else _kind(value)
    return f"{name} cannot be {shown}{_described(error)}"


def _kinds_of(branches: Iterable[Mapping[str, Any]]) -> list[str]:
    """Name the types of the branches of a schema; words to choose from are text."""
    types = ("string" if _is_of_words(branch) else branch.get("type") for branch in branches)
    return [str(type_) for type_ in types if type_ in _KINDS]


def _is_of_words(branch: Mapping[str, Any]) -> bool:
    words = branch.get("enum") or [branch.get("const")]
    return all(isinstance(word, str) for word in words)


def _keys_of(branches: Iterable[Mapping[str, Any]]) -> list[str]:
    """Name the keys of which one is wanted, where the branches of a schema say nothing else."""
    return [key for branch in branches if branch.keys() == {"required"} for key in branch["required"]]


def _marked(keys: Iterable[str]) -> Iterator[str]:
    return (f"`{key}:`" for key in keys)


def _not_of(kinds: Iterable[str], value: object) -> str:
    return f"{_one_of(map(_KINDS.__getitem__, kinds))}, not {_kind(value)}"


def _one_of(things: Iterable[str]) -> str:
    return enumerated(dict.fromkeys(things), "or")


def _remedy(kinds: Collection[str], value: object, branches: Iterable[Mapping[str, Any]]) -> str:
    """Say how to write what was meant, where one character or word more would do."""
    if "boolean" in kinds and isinstance(value, str) and value.lower() in _TRUTHS:
        return f"; write {_TRUTHS[value.lower()]}"
    items = [branch.get("items", {}) for branch in branches if branch.get("type") == "array"]
    if isinstance(value, str | int | float) and any(_may_be(value, each) for each in items):
        return f"; write [{_short(value)}]"
    return ""


def _may_be(value: object, items: Mapping[str, Any]) -> bool:
    """Whether an item of a list may be `value`, as far as its schema says so itself."""
    kinds = items.get("type", [])
    named = {_KINDS.get(kind) for kind in ([kinds] if isinstance(kinds, str) else kinds)}
    return value in items["enum"] if "enum" in items else not named or _kind(value) in named


def _rejected(steps: Steps, error: ValidationError) -> str:
    """Say that a word is none of those to choose from, and what is meant or where it belongs."""
    value: Any = error.instance
    if value in (elsewhere := _schema(error).get(ELSEWHERE, {})):
        return f"'{value}' is no type of a rule; write it under `{elsewhere[value]}`"
    is_type = bool(steps) and steps[-1] == "requires"
    what = f"'{_short(value)}' is no requirement type" if is_type else f"{_name(steps)} cannot be '{_short(value)}'"
    wanted: Any = error.validator_value
    words = [wanted] if error.validator == "const" else wanted
    return f"{what}{_hint(str(value), [str(word).lower() if isinstance(word, bool) else str(word) for word in words])}"


def _name(steps: Steps) -> str:
    """Name the value at `steps`, `rules[2].level`; the top has no name."""
    name = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    return f"`{name.lstrip('.')}`" if steps else ""


def _hint(word: str, known: Collection[str]) -> str:
    listed = f"; it may be {', '.join(sorted(known))}" if len(known) <= _FEW else ""
    return did_you_mean(word, known) or listed


def _kind(value: object) -> str:
    kinds = {bool: "true or false", str: "text", int: "a number", float: "a number", list: "a list", dict: "a mapping"}
    return kinds.get(type(value), "null")


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"


def _described(error: ValidationError) -> str:
    description = _schema(error).get("description")
    return f": {description}" if description else ""


def _schema(error: ValidationError) -> Mapping[str, Any]:
    return error.schema if isinstance(error.schema, Mapping) else {}
