"""Names in plain words for what an analysis names by an id, and text made safe to set."""

from __future__ import annotations

import re
from typing import Final

from pipeline.finding import Fact
from pipeline.taxonomy import Named

FACT_KINDS: Final = {
    "notice_period": "Notice period",
    "time_limit": "Time limit",
    "founders": "Founders or members",
    "fine": "Fine",
    "prison": "Prison",
    "percentage": "Percentage",
    "cap": "Cap",
    "fee": "Fee",
    "distance": "Distance",
    "count": "Number",
    "authority": "Authority",
}
UNITS: Final = {
    "day": ("day", "days"),
    "month": ("month", "months"),
    "year": ("year", "years"),
    "hour": ("hour", "hours"),
    "person": ("person", "persons"),
    "percent": ("%", "%"),
    "metre": ("metre", "metres"),
    "currency_point": ("currency point", "currency points"),
    "none": ("", ""),
}
LANGUAGES: Final = {"en": "English", "fr": "French", "es": "Spanish", "pt": "Portuguese", "ar": "Arabic", "ru": "Russian", "sw": "Swahili"}
# What may not stand in a page, a memo or a note: control characters, half surrogates, noncharacters, and the marks that
# turn the reading direction around (a quotation must read as it stands in the law). Joiners and direction marks stay.
UNSAFE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
LINE_ENDS: Final = re.compile(r"\r\n?|[\u2028\u2029]")


def clean(text: str) -> str:
    """The text without characters that are illegal in XML or that change how the rest is shown."""
    return UNSAFE.sub("", LINE_ENDS.sub("\n", text))


def one_line(text: str) -> str:
    """Cleaned, with every run of white space a single space."""
    return " ".join(clean(text).split())


def spoken(id: str) -> str:
    """An id in words: `appeal_to_court` is "Appeal to court"."""
    words = one_line(id.replace("_", " "))
    return words[:1].upper() + words[1:]


def name_of(id: str, known: tuple[Named, ...]) -> str:
    """The taxonomy's name of an id, else the id in words."""
    return next((one_line(entry.name) for entry in known if entry.id == id), spoken(id))


def shortened(text: str, limit: int) -> str:
    """At most about `limit` characters, cut at a word, with an ellipsis where something was left out."""
    return text if len(text) <= limit else text[:limit].rsplit(" ", 1)[0].rstrip(",;: ") + " …"


def counted(number: int, one: str, many: str = "") -> str:
    """A number and its noun: "1 finding", "2 findings"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def fact_kind(fact: Fact) -> str:
    """What kind of fact it is, in words."""
    return FACT_KINDS.get(fact.kind, spoken(fact.kind))


def measure(fact: Fact) -> str:
    """The value with its unit ("30 days", "5,000 EUR"); empty for a fact that is only named, as an authority is."""
    if fact.kind == "authority" or (fact.unit == "none" and fact.value == 0):
        return ""
    number = f"{int(fact.value):,}" if fact.value == int(fact.value) else f"{fact.value:,.2f}".rstrip("0")
    one, many = UNITS.get(fact.unit, (one_line(fact.unit), one_line(fact.unit)))
    return f"{number} {one if fact.value == 1 else many}".strip()
