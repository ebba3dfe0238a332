"""A number and what it counts: time, money, a share, people, distance, things."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.judge.currencies import AFTER, BEFORE, currency
from pipeline.judge.numerals import Number, numbers
from pipeline.judge.quantity import Quantity, joined
from pipeline.judge.references import references
from pipeline.span import Span

_TIMES: dict[str, tuple[float, str]] = {
    "minute": (1 / 60, "hour"),
    "hour": (1, "hour"),
    "hr": (1, "hour"),
    "day": (1, "day"),
    "night": (1, "day"),
    "week": (7, "day"),
    "fortnight": (14, "day"),
    "month": (1, "month"),
    "quarter": (3, "month"),
    "year": (1, "year"),
    "decade": (10, "year"),
}
_STERLING = " sterling"
_LENGTHS = {
    "metre": 1.0,
    "meter": 1.0,
    "m": 1.0,
    "kilometre": 1000.0,
    "kilometer": 1000.0,
    "km": 1000.0,
    "mile": 1609.344,
    "yard": 0.9144,
    "foot": 0.3048,
    "feet": 0.3048,
}
_PEOPLE_TABLE = (
    "persons? people members? founders? citizens? nationals? individuals? promoters? participants? directors? trustees? "
    "subscribers? organisers? organizers? stewards?"
    " residents? signatories signatory applicants? officers? employees? adults? voters? incorporators? founding\\smembers? "
    "natural\\spersons? legal\\spersons? founder\\smembers?"
    " followers? users? subscribers? beneficiaries volunteers? foreigners? guarantors? referees? delegates? workers? "
    "inhabitants? electors? journalists? students? demonstrators?"
)
_THINGS_TABLE = (
    "copies copy times(?!\\sthe) offices? regions? districts? provinces? states counties county branches signatures? votes? "
    "meetings? occasions? countries sureties reports? accounts? newspapers?"
    " cards? seats? employees? branches members\\sof\\sstaff "
    "states\\sparties schools? seats? units? organi[sz]ations? associations? points? issues?"
)

_LIKE = (
    "(?: clear|full|whole|complete|calendar|working|business|week|weekly|court|consecutive|successive|continuous|ordinary|further"
    "|additional|more|civil|lunar|solar|sitting|gregorian|hijri|judicial )"
)
# What stands behind a number. Words between ("clear", "working", "founding") are passed over, four at most.
_BEHIND = re.compile(
    rf"""
    \s? (?:
        (?P<share> % | per \s? cent(?:um)?\b | percent(?:age)?\b (?: \s points? )? )
      | \s? -? (?: {_LIKE} \s (?: and\s)? ){{0,3}}
        (?P<time> minute|hour|hr|day|night|week|fortnight|month|quarter|year|decade ) s? \b (?! \s? -? yearly )
        (?P<old> \s of \s age | \s old )?
      | (?P<length> kilomet(?:re|er)s? | km | met(?:re|er)s? | miles? | yards? | feet | foot | m ) \b (?! [²'’] )
      | (?P<points> currency \s points? ) \b
      | (?P<units> (?: penalty | fee | fine | tax | notional | calculation | minimum \s calculation ) \s? units?
          | (?: minimum | basic | base | unified | monthly | living | average | national | reference | legal | current | calculation
          | \s ){{1,6}} (?: wages?
          | salar(?:y|ies) | units? | amounts? | indices | index | indicators? | values? ) ) \b
      | (?P<money> {AFTER} )
      | (?: or \s (?: more | fewer | less ) \s | other \s )? (?: (?!of\b|or\b|and\b|to\b|in\b) [a-z]+ (?: - [a-z]+ )? \s
          ){{0,2}}? (?: (?P<people> {"|".join(_PEOPLE_TABLE.split())} ) | (?P<things> {"|".join(_THINGS_TABLE.split())} ) ) \b
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ADJECTIVE_MONEY = re.compile(
    rf"\s? (?: (?: [A-Z][a-z]+ | US | U\.S\. | CFA | CFP | in \s words | legal \s tender ) \s ){{0,2}} (?P<money> {AFTER} | [A-Z]{{3}}\b )",
    re.VERBOSE,
)
_IN_FRONT = re.compile(rf"(?P<sign> {BEFORE} ) \s? (?: \. \s? )? (?: / - )? $", re.VERBOSE)
_LEVEL = re.compile(r"level \s $", re.VERBOSE | re.IGNORECASE)
_SHARE_OF = re.compile(r"\s (?: in \s number \s )? (?: of | majority )\b", re.VERBOSE)
_MAJORITY_OF = re.compile(r"\b majorit(?: y | ies ) \s of (?: \s at \s least )? \s $", re.VERBOSE | re.IGNORECASE)
_ARTICLE_TIME = re.compile(
    r"\b(?: a | an | one ) \s (?P<time> fortnight | week | month | year | quarter ) \b (?! \s of \s age )", re.VERBOSE | re.IGNORECASE
)
# Between the two ends where the unit is said once: "not less than ten and not more than fifty dinars".
_AND_NOT_MORE = re.compile(
    r"\s (?: and | nor | but | or ) \s (?: (?: not | no ) \s )? (?: (?: be \s )? more \s than | exceed(?: ing )? | at \s most ) \s",
    re.VERBOSE | re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\b(?: within | for | (?<! part \s ) of | exceed(?:ing|s)? | than | after | least | every | period | once ) \s $",
    re.VERBOSE | re.IGNORECASE,
)


def quantities(text: str, countries: tuple[str, ...] = ()) -> tuple[Quantity, ...]:
    """The quantities of `text`, in order; numbers that only name something are left out."""
    found = sorted(_all(text, countries), key=lambda q: (q.span.start, -q.span.end))
    if not found:
        return ()
    named = references(text)
    return tuple(joined([q for q in found if not any(q.span.overlaps(r) for r in named)], text))


def _all(text: str, countries: tuple[str, ...]) -> Iterator[Quantity]:
    bare: Number | None = None
    for number in numbers(text):
        quantity = _quantity(number, text, countries)
        if quantity is None:
            bare = number
            continue
        if bare is not None and _AND_NOT_MORE.fullmatch(text[bare.span.end : quantity.span.start][:40]):
            yield Quantity(quantity.sort, bare.value * quantity.value / number.value, quantity.unit, bare.span)
        bare = None
        yield quantity
    for match in _ARTICLE_TIME.finditer(text):
        if match.group().lower().startswith("a") and _LIMIT.search(text[max(0, match.start() - 12) : match.start()]):
            times, unit = _TIMES[match["time"].lower()]
            yield Quantity("time", times, unit, Span(*match.span()))


def _quantity(number: Number, text: str, countries: tuple[str, ...]) -> Quantity | None:
    start, end = number.span.start, number.span.end
    before = text[max(0, start - 12) : start]
    sign = _IN_FRONT.search(before)
    code = currency(sign["sign"], countries) if sign else None
    longer = sign is not None and end - start > {"E": 3, "M": 3}.get(sign["sign"], 1)  # "Form E5" is no money
    if sign and code and (longer or sign["sign"] not in "KRNPEM"):
        return Quantity("money", number.value, code, Span(start - len(before) + sign.start(), _past_dash(text, end)))
    if before[-1:].isalpha():  # a letter is part of it: "A12" names something
        return None
    if _LEVEL.search(before) and text[end : end + 24].startswith(" on the standard scale"):
        return Quantity("money", number.value, "none", Span(start - 6, end + len(" on the standard scale")))
    return _counted(number, text, countries) or _share(number, text) or _said_before(number, text)


def _past_dash(text: str, end: int) -> int:
    """Past the "/-" or "/=" that closes a sum."""
    return end + 2 if text[end : end + 2] in ("/-", "/=") else end


def _counted(number: Number, text: str, countries: tuple[str, ...]) -> Quantity | None:
    """What the words behind the number say that it counts."""
    end = number.span.end
    if end < len(text) and text[end] == ")":  # "within (30) days"; "(3) Members" is a paragraph's number
        if not _LIMIT.search(text[max(0, number.span.start - 14) : number.span.start].removesuffix("(")):
            return None
        end += 1
    if number.fraction and text[end:].startswith((" a ", " an ")):
        end = text.index(" ", end + 1)
    match = _BEHIND.match(text, end)
    if match is None:
        return _foreign_money(number, text, end, countries)
    span = Span(number.span.start, match.end())
    if match["time"]:
        times, unit = _TIMES[match["time"].lower()]
        return Quantity("age" if match["old"] else "time", number.value * times, unit, span)
    if match["length"]:
        name = match["length"].lower()
        return Quantity("distance", number.value * _LENGTHS[name if name in _LENGTHS else name.rstrip("s")], "metre", span)
    if match["money"]:
        sterling = text.startswith(_STERLING, match.end())
        code = "GBP" if sterling else currency(match["money"], countries) or "none"
        return Quantity("money", number.value, code, Span(span.start, span.end + sterling * len(_STERLING)))
    return _plain(match, number.value, span)


def _plain(match: re.Match[str], value: float, span: Span) -> Quantity:
    if match["share"]:
        return Quantity("share", value, "percent", span)
    if match["points"]:
        return Quantity("money", value, "currency_point", span)
    if match["units"]:
        return Quantity("money", value, "none", span)
    return Quantity("people", value, "person", span) if match["people"] else Quantity("things", value, "none", span)


def _foreign_money(number: Number, text: str, end: int, countries: tuple[str, ...]) -> Quantity | None:
    """Sums such as "500 Uganda shillings", "10,000 USD"."""
    match = _ADJECTIVE_MONEY.match(text, end)
    if match is None:
        return None
    code = currency(match["money"], (*_named(text[end : match.end()]), *countries))
    return Quantity("money", number.value, code, Span(number.span.start, match.end())) if code else None


# Adjectives of countries that share a word for money; "Egyptian" holds "Egypt".
_ADJECTIVES = {
    stem: stem
    for stem in (
        *(
            "Uganda",
            "Kenya",
            "Tanzania",
            "Rwanda",
            "Zambia",
            "Malawi",
            "India",
            "Pakistan",
            "Singapore",
            "Australia",
            "Egypt",
            "Sudan",
            "Syria",
            "Guinea",
        ),
        *("Jordan", "Kuwait", "Bahrain", "Tunisia", "Algeria", "Iraq", "Qatar", "Oman", "Russia", "Belarus", "United States"),
    )
} | {"US": "United States", "U.S.": "United States", "American": "United States", "Canad": "Canada", "Leban": "Lebanon"}
_ADJECTIVES |= {"Saudi": "Saudi Arabia", "Mexic": "Mexico"}


def _named(words: str) -> tuple[str, ...]:
    return tuple(country for stem, country in _ADJECTIVES.items() if stem in words)


def _share(number: Number, text: str) -> Quantity | None:
    """A fraction of something: "one-third of the members" is 33.333 per cent."""
    before = text[max(0, number.span.start - 24) : number.span.start]
    if number.fraction and (_SHARE_OF.match(text, number.span.end) or _MAJORITY_OF.search(before)):
        return Quantity("share", round(number.value * 100, 3), "percent", number.span)
    return None


# "members, not fewer than five", "the number of founders is thirty", "the founders, who number at least fifteen".
_PEOPLE_BEFORE = re.compile(
    rf"""\b(?P<people> {"|".join(_PEOPLE_TABLE.split())} ) (?: \s? , \s? (?: who \s number \s? | being \s? | numbering \s? )?
    (?: (?: not | no ) \s (?: fewer | less | more ) \s than | at \s (?: least | most ) )
    | \s (?: is | shall \s be | must \s be | may \s be | amounts \s to ) (?: \s (?: not | no ) (?: \s be )? \s (?: fewer | less
    | more ) \s than
    | \s at \s (?: least | most ) )? | [^.;]{{0,40}} \b and \s (?: not | no ) \s more \s than ) \s $""",
    re.VERBOSE | re.IGNORECASE,
)
_AGE_BEFORE = re.compile(r"\b age \s of \s $", re.VERBOSE | re.IGNORECASE)
# What a limit stands before counts something, whatever it is called: "no more than three licences".
_LIMITED = re.compile(
    r"\b(?: (?: no | not ) \s (?: more | fewer | less ) \s than | at \s (?: most | least ) | (?: maximum | minimum ) \s of ) \s $",
    re.VERBOSE | re.IGNORECASE,
)
_THINGS_NAMED = re.compile(r"\s (?: [A-Za-z]+ \s ){0,1}? [a-z]{3,} s \b (?! \s of \b )", re.VERBOSE)


def _said_before(number: Number, text: str) -> Quantity | None:
    """A number whose noun stands before it, an age without years, and what only a limit shows to be counted."""
    before = text[max(0, number.span.start - 90) : number.span.start]
    if number.fraction or number.value < 2:
        return None
    if _AGE_BEFORE.search(before):
        return Quantity("age", number.value, "year", number.span)
    if _PEOPLE_BEFORE.search(before):
        return Quantity("people", number.value, "person", number.span)
    named = _THINGS_NAMED.match(text, number.span.end) if _LIMITED.search(before) else None
    return Quantity("things", number.value, "none", Span(number.span.start, named.end())) if named else None
