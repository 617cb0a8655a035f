"""Where in a front matter an address stands that one of its values is, or links within a sentence."""

from __future__ import annotations

from licencecheck.documents.document import Entry
from licencecheck.evidence.front_matter.values import addresses_in
from licencecheck.model import Location


def place_of_address(entry: Entry, url: str) -> Location:
    """Place of the address in the value of an entry; no line where it is written in another way than it reads."""
    values = [str(value) for value in (entry.value if isinstance(entry.value, tuple) else (entry.value,))]
    for number, value in enumerate(values):
        found = next((address for address in addresses_in(value) if address.url == url), None)
        if found is not None:
            if not number and found.written == value:
                return entry.location
            before = "\n".join([*values[:number], value[: found.start]])
            return entry.place_of(found.written, before.count(found.written))
    return Location(entry.location.path, element=entry.key)
