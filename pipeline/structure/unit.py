"""A unit while the tree is built; becomes a `Provision` when the tree stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.provision import Amendment
from pipeline.span import Span

GROUPS = frozenset({"book", "part", "subpart", "title", "subtitle", "chapter", "subchapter", "division", "subdivision"})
SCHEDULES = frozenset({"schedule", "annex", "appendix", "attachment"})


@dataclass(slots=True)
class Unit:
    """A numbered unit: `start` to `end` is its print, heading included; `body` is where the words after number and heading begin.

    `cited`: a lawyer cites it, as an article. `quotation` numbers the stretch of new text that it stands at the top of;
    `within` is the number of the section of the other law that it goes into, where it is less than a section. `quotes` are
    the stretches of new text that the unit brings in.
    """

    kind: str
    number: str
    start: int
    end: int
    heading: str = ""
    body: int = 0
    cited: bool = False
    quoted: bool = False
    amends: Amendment | None = None
    lead_in: Span | None = None
    quotation: int = 0
    within: str = ""
    quotes: list[Span] = field(default_factory=list)
    children: list[Unit] = field(default_factory=list)

    def walk(self) -> Iterator[Unit]:
        """The unit and all below it, in the order of the text."""
        stack = [self]
        while stack:
            unit = stack.pop()
            yield unit
            stack.extend(reversed(unit.children))
