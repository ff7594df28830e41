"""What every declaration does: take its fields, keep them, compare and show them.

All of it is told from the fields when it is asked for. `dataclass` would write and compile six functions for each of
eighty classes, and every command would wait for that.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, fields
from functools import cache
from operator import attrgetter
from typing import Any, NoReturn


class Frozen:
    """The methods of a dataclass that is frozen and takes its fields by name."""

    def __init__(self, **told: Any) -> None:
        """Set every field to what is told of it, else to its default."""
        named = fields(self)  # type: ignore[arg-type]
        unknown = told.keys() - {each.name for each in named}
        lacking = [each.name for each in named if is_required(each) and each.name not in told]
        if unknown or lacking:
            raise TypeError(f"{type(self).__name__}: unknown are {sorted(unknown)}, lacking are {lacking}")
        for each in named:
            object.__setattr__(self, each.name, told[each.name] if each.name in told else default_of(each))

    def __eq__(self, other: object) -> bool:
        """Whether two are of one class, and say the same."""
        return bool(values(self) == values(other)) if type(self) is type(other) else NotImplemented

    def __hash__(self) -> int:
        return hash(values(self))

    def __repr__(self) -> str:
        told = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in fields(self))  # type: ignore[arg-type]
        return f"{type(self).__qualname__}({told})"

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        raise FrozenInstanceError(f"cannot delete field {name!r}")


METHODS = ("__init__", "__eq__", "__hash__", "__repr__", "__setattr__", "__delattr__")


def values(thing: Any) -> Any:
    """The values of all fields, to be compared with those of another thing of the same class."""
    cls: Any = type(thing)
    return asked_for(cls)(thing)


@cache
def asked_for(cls: Any) -> Callable[[Any], Any]:
    """What gives the values of all fields of a class."""
    return attrgetter(*(each.name for each in fields(cls)))


def is_required(each: Field[Any]) -> bool:
    """Whether a field has no default."""
    return each.default is MISSING and each.default_factory is MISSING


def default_of(each: Field[Any]) -> Any:
    """What a field is where nothing is told of it."""
    return each.default if each.default_factory is MISSING else each.default_factory()
