"""A number with what it counts, and how several of them make one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.span import Span


@dataclass(frozen=True, slots=True)
class Quantity:
    """`sort` is time, age, money, share, people, distance or things; `unit` one of the units of a fact."""

    sort: str
    value: float
    unit: str
    span: Span


_AND_TIME = re.compile(r"\s? ,? \s? (?: and )? \s? $", re.VERBOSE)
_AND = re.compile(r"\s and \s", re.VERBOSE)
# Between the ends of a range: "six months to two years", "from one year to three years".
_TO = re.compile(r"\s (?: up \s )? (?: to | until | [-–] ) \s", re.VERBOSE)
_CENTS = re.compile(r"\s and \s (?P<cents> \d\d? ) \s (?: cents? | pence | centimes )\b", re.VERBOSE)
_SHIFTS = re.compile(r"(?P<times> \d ) \s? [x×] \s? $", re.VERBOSE)


def joined(found: Iterable[Quantity], text: str) -> Iterator[Quantity]:
    """Quantities without overlaps; "one year and six months" is one, in months, and a range is its upper end."""
    last: Quantity | None = None
    for quantity in found:
        if last is None:
            last = quantity
        elif (both := _both(last, quantity, text)) is not None:
            last = both
        else:
            yield _whole(last, text)
            last = quantity
    if last is not None:
        yield _whole(last, text)


def _both(last: Quantity, quantity: Quantity, text: str) -> Quantity | None:
    """What the two are together, None where they are two."""
    if quantity.span.overlaps(last.span):
        return max(last, quantity, key=lambda q: len(q.span))
    between, span = text[last.span.end : quantity.span.start], Span(last.span.start, quantity.span.end)
    if last.sort != quantity.sort:
        return None
    if (last.unit, quantity.unit) == ("year", "month") and _AND_TIME.fullmatch(between):
        return Quantity("time", last.value * 12 + quantity.value, "month", span)
    if (last.unit, quantity.unit) == ("month", "day") and _AND.fullmatch(between):
        return Quantity("time", round(last.value * 30 + quantity.value, 3), "day", span)
    return Quantity(quantity.sort, quantity.value, quantity.unit, span) if _TO.fullmatch(between) else None


def _whole(quantity: Quantity, text: str) -> Quantity:
    """With its cents, and as many times over as it says ("3 x 24 hours")."""
    if quantity.sort == "money" and (match := _CENTS.match(text, quantity.span.end)):
        return Quantity("money", quantity.value + int(match["cents"]) / 100, quantity.unit, Span(quantity.span.start, match.end()))
    if quantity.sort == "time" and (match := _SHIFTS.search(text[max(0, quantity.span.start - 5) : quantity.span.start])):
        start = quantity.span.start - len(match.group())
        return Quantity("time", quantity.value * int(match["times"]), quantity.unit, Span(start, quantity.span.end))
    return quantity
