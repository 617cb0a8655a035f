"""Facts that nobody may ask for: they are read when somebody does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar, overload

Item = TypeVar("Item", covariant=True)


class Deferred(Sequence[Item]):
    """A tuple whose items are read when it is first looked at: it compares, prints and pickles as that tuple.

    What reading needs is held until then.
    """

    __slots__ = ("_items", "_read")

    def __init__(self, read: Callable[[], Iterable[Item]]) -> None:
        """Let `read` give the items once."""
        self._read: Callable[[], Iterable[Item]] | None = read
        self._items: tuple[Item, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """The tuple itself."""
        if self._read is not None:
            self._items = tuple(self._read())
            self._read = None
        return self._items

    def __iter__(self) -> Iterator[Item]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    @overload
    def __getitem__(self, index: int) -> Item: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Item, ...]: ...

    def __getitem__(self, index: int | slice) -> Item | tuple[Item, ...]:
        return self.items[index]

    def __eq__(self, other: object) -> bool:
        return self.items == (other.items if isinstance(other, Deferred) else other)

    def __hash__(self) -> int:
        return hash(self.items)

    def __repr__(self) -> str:
        return repr(self.items)

    def __reduce__(self) -> tuple[Any, ...]:
        return tuple, (self.items,)
