"""Numbers as laws print them: 12, 12A, 12 bis, XIV, first; what they are worth and how an eId writes them."""

from __future__ import annotations

import re

_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ROMAN = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_UNITS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth"
_CARDINALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
)
WORDS: dict[str, int] = {
    **{word: n for n, word in enumerate(_UNITS.split(), 1)},
    **{word: n for n, word in enumerate(_CARDINALS.split(), 1)},
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "premier": 1,
    "premiere": 1,
    "only": 1,
    "unique": 1,
    "sole": 1,
}
LATIN = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies")
_PARTS = re.compile(r"(\d+)\s*[-.]?\s*\(?([A-Za-z]*)\)?")


def roman(text: str) -> int:
    """What a roman numeral is worth, 0 for anything else."""
    lower = text.lower()
    if not lower or len(lower) > 15 or not _ROMAN.fullmatch(lower):
        return 0
    values = [_ROMAN_DIGITS[c] for c in lower]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def letters(text: str) -> int:
    """The place of a letter or doubled letter in its alphabet: a 1, z 26, aa 27, bb 28; 0 for anything else."""
    lower = text.lower()
    if not lower.isascii() or not lower.isalpha() or len(set(lower)) > 1 or len(lower) > 3:
        return 0
    return ord(lower[0]) - 96 + 26 * (len(lower) - 1)


def value(printed: str) -> tuple[int, str]:
    """A number's place in its sequence: its whole part and what was inserted after it (12A -> (12, "A")); (0, "") unknown."""
    text = printed.strip().lower()
    found = _PARTS.match(text)
    if found:
        suffix = found.group(2)
        return min(int(found.group(1)[:6]), 99999), (chr(66 + LATIN.index(suffix)) if suffix in LATIN else suffix.upper())
    word = text.rsplit(" ", 1)[-1]
    return WORDS.get(word) or roman(word) or letters(word), ""


def normal(printed: str) -> str:
    """A number as an eId writes it: without punctuation and blanks, romans and words above the article as digits by the caller."""
    return re.sub(r"[^0-9A-Za-z-]+", "", printed.replace("°", "").replace("–", "-").replace(".", "-")).strip("-")


def counted(printed: str) -> str:
    """A number of a part, chapter or schedule as an eId writes it: II and SECOND are 2, 4A stays."""
    text = printed.strip().lower()
    word = text.rsplit(" ", 1)[-1]
    if word in WORDS or roman(word):
        return str(WORDS.get(word) or roman(word))
    return normal(printed)
