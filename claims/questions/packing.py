"""Things packed for another process of this program, and unpacked there.

Pickle asks every frozen dataclass with slots for its fields anew, which takes most of its time;
here each class is asked once. Nothing is unpacked but what a process of ours packed.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import IO, Any, Final

_Reducer = Callable[[Any], tuple[Any, ...]]


class _Reducers(dict[type, _Reducer]):
    """How a thing of each class is taken apart, where pickle does not know a quick way."""

    def __missing__(self, kind: type) -> _Reducer:
        if not is_dataclass(kind) or "__slots__" not in kind.__dict__ or len(fields(kind)) < _FEW:
            raise KeyError(kind)
        values = attrgetter(*(field.name for field in fields(kind)))
        reducer = self[kind] = lambda thing: (_made, (kind, values(thing)))
        return reducer


_FEW: Final = 2
"""Of how many fields on the values of a thing come as a tuple."""
_REDUCERS: Final = _Reducers()


@cache
def _setters(kind: type) -> tuple[Callable[[object, object], None], ...]:
    return tuple([getattr(kind, field.name).__set__ for field in fields(kind)])


def _made(kind: type, values: tuple[object, ...]) -> object:
    """Put a thing together from the values of its fields."""
    made: object = object.__new__(kind)
    for put, value in zip(_setters(kind), values, strict=True):
        put(made, value)
    return made


def pack(thing: object, into: IO[bytes]) -> None:
    """Write a thing."""
    pickler = pickle.Pickler(into, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _REDUCERS
    pickler.dump(thing)
    into.flush()


def unpack(source: IO[bytes]) -> Any:
    """Read the next thing.

    Raises:
        EOFError: There is none.
        pickle.UnpicklingError: It is cut short.
    """
    return pickle.load(source)  # noqa: S301 - see above
