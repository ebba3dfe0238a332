"""Numbers as word processors and browsers print them."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth", "twelve": "twelfth"}


def roman(value: int) -> str:
    """Lower-case Roman numeral of 1 to 3999, else the digits."""
    if not 0 < value < 4000:
        return str(value)
    found = ""
    for worth, sign in _ROMAN:
        while value >= worth:
            found += sign
            value -= worth
    return found


def letters(value: int) -> str:
    """A to z, then aa, ab as browsers count; the digits below 1."""
    if value < 1:
        return str(value)
    found = ""
    while value:
        value, place = divmod(value - 1, 26)
        found = chr(97 + place) + found
    return found


def doubled_letters(value: int) -> str:
    """A to z, then aa, bb as Word counts; the digits below 1 and beyond twenty rounds."""
    if not 0 < value <= 520:
        return str(value)
    return chr(97 + (value - 1) % 26) * ((value - 1) // 26 + 1)


def ordinal(value: int) -> str:
    """1st, 2nd, 3rd, 11th."""
    ending = "th" if value % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def in_words(value: int) -> str:
    """One, Twenty-one; the digits from a hundred on."""
    if not 0 <= value < 100:
        return str(value)
    return _lower_words(value).capitalize()


def ordinal_in_words(value: int) -> str:
    """First, Twenty-first; the digits from a hundred on."""
    if not 0 < value < 100:
        return ordinal(value)
    first, dash, last = _lower_words(value).rpartition("-")
    return (first + dash + _as_ordinal(last)).capitalize()


def _lower_words(value: int) -> str:
    if value < 20:
        return _ONES[value]
    tens, ones = divmod(value, 10)
    return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")


def _as_ordinal(word: str) -> str:
    if word in _ORDINALS:
        return _ORDINALS[word]
    return word[:-1] + "ieth" if word.endswith("y") else word + "th"
