"""Numbers as laws write them: figures, words, words with figures behind them, fractions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.span import Span

_UNIT_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TEN_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_UNITS = _UNIT_WORDS.split()
_TENS = {w: (i + 2) * 10 for i, w in enumerate(_TEN_WORDS.split())} | {"fourty": 40}  # a common slip
SMALL: dict[str, float] = {w: float(i) for i, w in enumerate(_UNITS)} | {w: float(v) for w, v in _TENS.items()} | {"dozen": 12.0}
SCALES: dict[str, float] = {
    "thousand": 1e3, "lakh": 1e5, "lakhs": 1e5, "lac": 1e5, "lacs": 1e5, "million": 1e6, "millions": 1e6,
    "crore": 1e7, "crores": 1e7, "billion": 1e9, "milliard": 1e9, "trillion": 1e12,
}  # fmt: skip
_PARTS: dict[str, int] = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5,
    "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10,
    "twentieth": 20, "twentieths": 20,
}  # fmt: skip
_SIGNS: dict[str, float] = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅛": 1 / 8}

GAP = r"[\s\-\u00ad\u2010\u2011]{1,3}"  # within a number: a blank, a line's end, any hyphen
_ANY_WORD = "|".join(sorted([*SMALL, "hundred", *SCALES], key=len, reverse=True))
_SCALE_WORD = "|".join(sorted([*SCALES, "hundred", "dozen"], key=len, reverse=True))
_PART_WORD = "|".join(sorted(_PARTS, key=len, reverse=True))
_SMALL_WORD = "|".join(_UNITS[1:10])

# Takes "12", "1,000", "1,00,000", "1.000.000", "50 000", "2.5"; leaves "12A", "12.3.4", "3(1)", "2/2010" and the tail of a word.
_FIGURES = r"""(?:
    \d{1,3} (?: \.\d{3} )+ ,\d{2} (?!\d) | \d{1,3} (?: ,\d{2,3} )+ (?: \.\d{1,2} )? | \d{1,3} (?: \.\d{3} ){2,}
  | \d{1,3} (?: [ \u00a0\u202f]\d{3} )+ (?!\d) | \d{1,9} (?: \.\d{1,3} )? )"""
_NUMBER = re.compile(
    rf"""
    (?: (?<![\w.,/]) | (?<=s\.) | (?-i: (?<=\b[A-Z]) | (?<=\b[A-Z][A-Za-z]) | (?<=\b[A-Z][A-Za-z]{{2}}) ) (?=\d) ) (?:
        (?P<fraction> (?: (?P<whole> (?: {_ANY_WORD} ) \b (?: {GAP} (?: {_ANY_WORD} ) \b )? ) \s+ and \s+ )?
           (?: (?P<top> {_SMALL_WORD} | an? ) {GAP} | (?= half ) ) (?P<part> {_PART_WORD} ) \b (?! \s+ yearly )
           (?: \s+ (?: of \s+ )? (?: an? | one ) \s+ (?P<of> thousand | million | billion | crore | lakh | (?= per \s? cent ) ) )? )
      | (?P<slash> \d / \d{{1,2}} (?! [\w/] ) )
      | (?P<words> (?: an? \s (?= (?: {_SCALE_WORD} ) \b ) )? \b(?: {_ANY_WORD} )\b (?: {GAP} (?: and \s+ )? (?: {_ANY_WORD} )\b )*
           (?P<half> \s+ and \s+ a \s+ half )? (?: \s? \( \s? (?P<again> {_FIGURES} ) \s? (?: %\s? )? \) )? )
      | (?P<figures> {_FIGURES} ) (?P<sign> \s?[½⅓⅔¼¾⅕⅛] | \s(?:1/[2-5]|[23]/[34]) )? (?! \w | /(?![-=]) | \.\d | \(\d | -\d )
           (?: \s? \( \s? (?: {_ANY_WORD} )\b (?: {GAP} (?: and \s+ )? (?: {_ANY_WORD} )\b )* \s? \) )?
           (?: \s (?P<scale> {_SCALE_WORD} ) \b )?
      | (?P<lone> [½⅓⅔¼¾⅕⅛] )
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number and its words. `worded` where words, not figures alone, say it; `fraction` for a part of one."""

    value: float
    span: Span
    worded: bool = False
    fraction: bool = False


@lru_cache(maxsize=64)  # facts, attributes and safeguards all ask of the same provision
def numbers(text: str) -> tuple[Number, ...]:
    """All numbers of `text` in order, whatever they count: section numbers and years too."""
    found = map(_number, _NUMBER.finditer(text))
    return tuple(number for number in found if number is not None)


def _number(match: re.Match[str]) -> Number | None:
    span = Span(*match.span())
    if match["fraction"]:
        return _fraction(match, span)
    if match["slash"]:
        top, bottom = match["slash"].split("/")
        return Number(int(top) / int(bottom), span, False, True) if 0 < int(top) < int(bottom) else None
    if match["lone"]:
        return Number(_SIGNS[match["lone"]], span, False, True)
    if match["figures"]:
        value = figures(match["figures"]) + _part(match["sign"])
        return Number(value * _scale(match["scale"]), span, bool(match["scale"]))
    return _worded(match, span)


def _fraction(match: re.Match[str], span: Span) -> Number | None:
    """A part of one, or of a million ("half a million"); a whole with a part ("thirty-three and one-third") is no fraction."""
    top = (match["top"] or "a").lower()
    part = (1.0 if top in ("a", "an") else SMALL[top]) / _PARTS[match["part"].lower()]
    if match["whole"]:
        whole = word_value(match["whole"])
        return None if whole is None else Number(whole + part, span, True)
    if match["of"] is not None:
        return Number(part * _scale(match["of"]), span, True)
    return Number(part, span, True, True)


def _worded(match: re.Match[str], span: Span) -> Number | None:
    """Words prevail over the figures behind them, as courts read them; unless the words make no number."""
    words = re.split(r"\s*\(|\s+and\s+a\s+half", match["words"], maxsplit=1, flags=re.IGNORECASE)[0]
    value = word_value(words)
    if value is None and match["again"]:
        return Number(figures(match["again"]), span, True)
    if value is None:  # "between six and eighteen months": the upper end
        last = re.split(r"\s+and\s+", match["words"], flags=re.IGNORECASE)[-1]
        upper = word_value(last)
        return None if upper is None else Number(upper, Span(span.end - len(last), span.end), True)
    return Number(value + (0.5 if match["half"] else 0.0), span, True)


def _part(sign: str | None) -> float:
    """What "½" or "1/2" behind figures adds."""
    if not sign:
        return 0.0
    top, slash, bottom = sign.strip().partition("/")
    return int(top) / int(bottom) if slash else _SIGNS[top]


def _scale(word: str | None) -> float:
    if not word:
        return 1.0
    return {"hundred": 100.0, "dozen": 12.0}.get(word.lower()) or SCALES[word.lower()]


def figures(text: str) -> float:
    """The value of figures: blanks and commas part thousands (or lakhs); dots do where there are two or more, where a comma follows
    ("10.000,00"), and where three digits follow one ("10.000"), but not behind a nought ("0.125").
    """
    if re.fullmatch(r"[\d.]+,\d{2}", text) and "." in text:
        return float(text.replace(".", "").replace(",", "."))
    bare = re.sub(r"[\s\u00a0\u202f,]", "", text)
    thousands = bare.count(".") > 1 or re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", bare)
    return float(bare.replace(".", "") if thousands else bare)


def word_value(text: str) -> float | None:
    """The value of number words ("two hundred and fifty thousand"), None where they make no number ("two three")."""
    total = current = 0.0
    seen: str | None = None
    for word in re.findall(r"[a-z]+", text.lower()):
        if word in ("and", "a", "an"):
            continue
        if word in SCALES:
            total, current, seen = total + (current or 1.0) * SCALES[word], 0.0, "scale"
        elif word == "hundred" or (word == "dozen" and seen):
            current, seen = (current or 1.0) * (100.0 if word == "hundred" else 12.0), "hundred"
        elif word not in SMALL or not _may_follow(seen, SMALL[word]):
            return None
        else:
            current, seen = current + SMALL[word], "ten" if SMALL[word] >= 20 else "one"
    return total + current if seen else None


def _may_follow(seen: str | None, value: float) -> bool:
    """Whether a small number may follow: after "twenty" come "one" to "nine", after "one" none."""
    return seen in (None, "hundred", "scale") or (seen == "ten" and 1 <= value <= 9)
