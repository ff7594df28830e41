"""Parts of templates that many pages show alike, made once in each language."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from jinja2 import Environment, nodes
from jinja2.ext import Extension
from jinja2.parser import Parser


class Once(Extension):
    """`{% once section %} … {% endonce %}`: what lies between is made once for equal values.

    It may show those values, globals and macros, and nothing else of the page; a test holds the theme to it.
    """

    tags = {"once"}

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self.known: dict[Hashable, str] = {}

    def bind(self, environment: Environment) -> Once:
        """The same for an overlay, which knows nothing yet: it may speak another language."""
        return Once(environment)

    def parse(self, parser: Parser) -> nodes.Node:
        """A call that is handed where in the theme it stands, the values, and what lies between."""
        line = next(parser.stream).lineno
        values: list[nodes.Expr] = []
        while parser.stream.current.type != "block_end":
            values.append(parser.parse_expression())
            parser.stream.skip_if("comma")
        body = parser.parse_statements(("name:endonce",), drop_needle=True)
        place = f"{parser.name} {parser.free_identifier().name}"
        given: list[nodes.Expr] = [nodes.Const(place), nodes.Tuple(values, "load")]
        return nodes.CallBlock(self.call_method("made", given), [], [], body).set_lineno(line)

    def made(self, place: str, values: tuple[Any, ...], caller: Callable[[], str]) -> str:
        """What lies between: as it was made before for these values, else made now.

        The gallery's examples are plain data, which has no hash: they are made each time.
        """
        key = place, values
        try:
            known = self.known.get(key)
        except TypeError:
            return caller()
        if known is None:
            known = self.known[key] = caller()
        return known
