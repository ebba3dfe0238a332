"""Numbers as laws print them: 12, 12A, 12 bis, XIV, first; what they are worth and how an eId writes them."""

from __future__ import annotations

import re

from pipeline.read.numerals import in_words, ordinal_in_words

_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ROMAN = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_ORDINALS: dict[str, int] = {
    **{ordinal_in_words(n).lower(): n for n in range(1, 100)},
    "premier": 1,
    "premiere": 1,
    "première": 1,
}
WORDS: dict[str, int] = {
    **_ORDINALS,
    **{in_words(n).lower(): n for n in range(1, 100)},
    "only": 1,
    "unique": 1,
    "sole": 1,
}
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|er|re|ère)", re.IGNORECASE)
"""1st, 1er, 12th."""
_STRAY = re.compile(r"\s*-\s*")
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
        suffix = "" if _ORDINAL.fullmatch(text) else found.group(2)
        return min(int(found.group(1)[:6]), 99999), (chr(66 + LATIN.index(suffix)) if suffix in LATIN else suffix.upper())
    word = text.rsplit(" ", 1)[-1]
    return WORDS.get(word) or roman(word) or letters(word), ""


def cited(printed: str) -> str:
    """A number as it is cited: an ordinal in digits (premier, 1st, the First: 1), else as printed, without stray blanks (21- C: 21-C)."""
    word = printed.strip().rsplit(" ", 1)[-1].lower()
    if word in _ORDINALS or _ORDINAL.fullmatch(word):
        return str(value(word)[0])
    return _STRAY.sub("-", " ".join(printed.split()))


def normal(printed: str) -> str:
    """A number as an eId writes it: without punctuation and blanks, romans and words above the article as digits by the caller."""
    return re.sub(r"[^0-9A-Za-z-]+", "", printed.replace("°", "").replace("–", "-").replace(".", "-")).strip("-")


def counted(printed: str) -> str:
    """A number of a part, chapter or schedule as an eId writes it: II and SECOND are 2, 4A stays."""
    text = printed.strip().lower()
    word = text.rsplit(" ", 1)[-1]
    if not text[:1].isdigit() and (word in WORDS or roman(word)):
        return str(WORDS.get(word) or roman(word))
    return normal(printed)
