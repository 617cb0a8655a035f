"""What one sentence of terms says of the use of the article: granted, denied, to be asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from licencecheck.drafting.duties import is_enumerated, named
from licencecheck.drafting.reading import BEHIND, BESIDE, LISTED, NEAR, Reading, Stance
from licencecheck.drafting.tables import Hit

_LIMITS = frozenset(
    ["personal", "education", "community", "organisation", "noncommercial", "commercial", "print", "excerpt", "whole"]
)
_ANSWERED = ((Stance.ASKS, ("ask", "contact")), (Stance.GRANTS, ("assent", "may")), (Stance.DENIES, ("not", "deny")))
_SPANS = ("hours", "days", "weeks")
"""How long to wait: what is forbidden until then is allowed later."""
_MOST = 16
"""Uses of one clause that are looked at."""


class Said(NamedTuple):
    """A stance with its place, and to what it is limited."""

    stance: Stance
    start: int
    end: int
    limits: frozenset[str] = frozenset()


def stances(reading: Reading, *, lead: Stance | None = None) -> Iterator[Said]:
    """What the clauses of the sentence say of the use of the article; `lead` is what the lead of its list says."""
    if reading.foreign or _is_of_changes(reading):
        return
    for low, high in reading.prescribed():
        reading = reading.outside(low, high)
    others = reading.all("otherwise")
    borders = [hit.start for hit in reading.all("but") if not any(o.start < hit.start < o.end for o in others)]
    for low, high in zip([0, *borders], [*borders, len(reading.folded.text)], strict=True):
        clause = reading.part(low, high)
        granted = min((hit.start for hit in clause.all("may", "can")), default=high)
        conditions = clause.all("provided", "credit", "source-credit")
        condition = min((hit.start for hit in conditions if hit.start > granted), default=high)
        yield from _said(clause, clause.part(low, condition), lead)


def answer(reading: Reading) -> Iterator[Said]:
    """What the answer to a question about the use of the article says."""
    for stance, concepts in _ANSWERED:
        hits = reading.all(*concepts)
        if hits and (stance is Stance.ASKS or hits[0].start <= BESIDE):
            yield Said(stance, hits[0].start, hits[0].end)
            return


def _said(clause: Reading, grant: Reading, lead: Stance | None) -> Iterator[Said]:
    """The stance of a clause, of which `grant` is the part before the conditions of a grant."""
    uses = clause.all("act", "excerpt", "quotation", "citing")[:_MOST]
    uses = [use for use in uses if not _is_of_images(clause, use)]
    citing = not any(hit.concept in {"act", "excerpt"} for hit in uses)
    uses = uses or (clause.all("print", "commercial", "otherwise") if clause.has("ask", "contact") else [])
    limits = {hit.concept for hit in grant.all(*_LIMITS)} | ({"citing"} if citing else set())
    limits |= {"excerpt"} if clause.has("beyond") else set()
    stance, hits = _stance(clause, grant, uses) or _led(clause, uses, lead) or (None, [])
    if stance:
        hits = [*uses[:1], *hits]
        yield Said(stance, min(hit.start for hit in hits), max(hit.end for hit in hits), frozenset(limits))


def _stance(clause: Reading, grant: Reading, uses: list[Hit]) -> tuple[Stance, list[Hit]] | None:
    """The first stance that holds, with the words that say it."""
    if clause.has("insufficient") and (uses or clause.has("credit", "source")):
        return Stance.ASKS, clause.all("insufficient")
    reserved = clause.all("reserved") or (clause.all("unauthorised") if clause.has("deny") else [])
    if not uses or (clause.has("unauthorised") and not reserved):
        return (Stance.RESERVES, reserved) if reserved else None
    permits = [hit for use in uses if (hit := _permit(grant, use))]
    denials = [(use, hit) for use in uses if (hit := grant.denial(use))]
    forbidden = [hit for _, hit in denials]
    without = [] if permits and not denials else grant.all("without")
    asks = without or _asks(clause, permits)
    if forbidden and not without and clause.has("uncredited", "beyond"):
        return Stance.IMPLIES, forbidden
    if forbidden and not asks and all(_is_qualified(clause, use) for use, _ in denials):
        return Stance.QUALIFIES, forbidden
    said = ((Stance.ASKS, asks), (Stance.RESERVES, reserved), (Stance.DENIES, forbidden), (Stance.GRANTS, permits))
    return next(((stance, hits) for stance, hits in said if hits), None)


def _asks(clause: Reading, permits: list[Hit]) -> list[Hit]:
    """The words that ask for permission; to be told of a use is none, nor an address beside a grant."""
    without = clause.all("without")
    asks = [hit for hit in clause.all("ask") if not any(word.start <= hit.start < word.end for word in without)]
    return asks or ([] if permits or clause.has("notify") else clause.all("contact"))


def _led(clause: Reading, uses: list[Hit], lead: Stance | None) -> tuple[Stance, list[Hit]] | None:
    """What the lead of its list says of an item, or a condition of an unspoken grant."""
    if uses and lead and not clause.has("wait", *_SPANS):
        qualified = lead is Stance.DENIES and all(_is_qualified(clause, use) for use in uses)
        return (Stance.QUALIFIES if qualified else lead), []
    if uses and clause.has("provided", "demand") and any(named(clause)):
        return Stance.IMPLIES, []
    return None


def _is_qualified(clause: Reading, use: Hit) -> bool:
    """Whether it is about a manner of this use, its time, or profit, and about no other use before that."""
    if clause.near(use, _SPANS, NEAR, NEAR):
        return True
    manner = clause.near(use, ["manner", "commercial"], after=BEHIND, before=0)
    if manner and manner.start > use.start:
        return not clause.part(use.end, manner.start).has("act", "or", "and")
    return bool(clause.near(use, ["manner"], after=0, before=BESIDE)) or any(
        hit.start < use.end and use.start < hit.end for hit in clause.all("commercial")
    )


def _permit(clause: Reading, use: Hit) -> Hit | None:
    """The word that permits the use; a mere "can" behind the use must speak of a work: waves are reproduced too."""
    far = BESIDE if use.concept == "citing" else NEAR
    return clause.near(use, ["may"], far, far) or clause.near(use, ["can"], far if clause.has("work") else 0, far)


def _is_of_changes(reading: Reading) -> bool:
    """Whether it speaks of changed copies only: "translations must be approved before they are published"."""
    changes, uses = reading.all("edit", "translate"), reading.all("act")
    if not (changes and uses and changes[0].start < uses[0].start) or reading.has("may", "can"):
        return False
    return not reading.joined(changes[0].end, uses[0].start)


def _is_of_images(reading: Reading, use: Hit) -> bool:
    image, work = (reading.near(use, [thing], LISTED, NEAR) for thing in ("image", "work"))
    if image is None or (work is not None and work.start < image.start):
        return False
    return not is_enumerated(reading, image)
