"""Whether the words of a page can be what is printed on it.

Measured on 335 pages of real acts, bills and gazettes (English, French, Kinyarwanda, Arabic; schedules full of
abbreviations): characters without a Unicode value 0 %; words of an impossible shape at most 0.5 % (4 % on a page of 24
words); vowels among Latin letters at least 33 %; words of one or two letters at most 45 %. A text layer that is garbage
lies far outside.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from pipeline.errors import Problem

_OCR = "Run text recognition (for example ocrmypdf --force-ocr) and scan the result, or ask the sender for the original Word file."
_BROKEN = re.compile(
    r"""
    [\x00-\x08\x0b-\x1f\x7f-\x9f\ufffd\uffff]     # control characters, the sign for "unknown", no character at all
    | [\ue000-\uf8ff\U000f0000-\U0010ffff]        # private use: a font's own glyphs
    | \(cid:\d{1,6}\)                             # pdfminer's way to say that a glyph has no character
    """,
    re.VERBOSE,
)
_CONTROL = re.compile(r"[\x01-\x08\x0b\x0e-\x1f\x7f-\x9f]")
_ADDRESS = re.compile(
    r"://|www\.|@|\\\\|[a-z]\.[a-z]{2,3}/|\.(?:com|org|gov|int|net|pdf|html?|txt)\b|</?[A-Z]|^[\w.-]+(?:/[\w.-]+){2,}", re.IGNORECASE
)
_EDGES = ".,;:()[]{}“”\"'‘’«»-–—…/*†‡§°"
_SIGN_IN_WORD = re.compile(
    r"""
    [^\W\d_] \d* [$%{}\\^~|<>=#*_¬■¢£¥¤©®!?"“„]+ \d* [^\W\d_]     # letters around a sign that parts no word
    | ^ [${}\\^~|<>=¬■¢¥¤]+ [^\W\d_]{2} | [^\W\d_] [{}\\^~|<>=¬■¢¥¤]+ $
    """,
    re.VERBOSE,
)
_DIGIT_IN_WORD = re.compile(
    r"""
    [a-zà-öø-ÿа-яα-ω]\d+[^\W\d_]              # pers0n  traini9ng; leaves 12A, R2D and other codes in capitals
    | [^\W\d_]\d+[a-zà-öø-ÿа-яα-ω]{2}
    | \b[a-zà-öø-ÿ]{2,}\d\d\b | \b[01][a-zà-öø-ÿ]{4,}\b     # sha11  1antern; leaves tax1, a footnote's mark, and 1st
    """,
    re.VERBOSE,
)
_CASE_IN_WORD = re.compile(r"[a-zà-öø-ÿ][A-ZÀ-Þ]+[a-zà-öø-ÿ]+[A-ZÀ-Þ]|[a-zà-öø-ÿ]{2}[A-ZÀ-Þ]$")
_LATIN, _CYRILLIC, _GREEK = re.compile(r"[A-Za-zÀ-ÖØ-öø-ž]"), re.compile(r"[\u0400-\u04ff]"), re.compile(r"[\u0388-\u03ff]")
_VOWEL = re.compile(r"[aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿāēīōūăąęıůűő]", re.IGNORECASE)
_CONSONANTS = re.compile(r"[bcdfghjklmnpqrstvwxz]{7}|(.)\1\1\1", re.IGNORECASE)
_PART = re.compile(r"[-–—'’/.&]")


def no_words(page: int) -> Problem:
    """For a page that shows something and has no text."""
    return Problem("no_text_layer", page, "The page is a picture without text: none of it was read.", _OCR)


def picture_of_text(page: int, share: float) -> Problem:
    """For a page that is mostly a picture, with a stamp or a running head in text beside it."""
    detail = f"A picture covers {share:.0%} of the page and has no text behind it: what is written in it was not read."
    return Problem("no_text_layer", page, detail, _OCR)


def garbage(page: int, why: str) -> Problem:
    """For a page whose text is not what is printed."""
    return Problem(
        "bad_text_layer", page, f"The text behind the page is not what is printed on it ({why}): do not rely on what was read.", _OCR
    )


def page_lost(page: int) -> Problem:
    """For a page that cannot be opened at all."""
    return Problem(
        "page_damaged",
        page,
        "The page is damaged and could not be opened.",
        "Open the file in a PDF viewer; if the page shows there, print it to a new PDF.",
    )


def cut_off() -> Problem:
    """For a file whose end is missing, as a stopped download leaves it."""
    detail = "The end of the file is missing: what follows the last page read here is lost, and pages may be blank."
    return Problem("cut_off", None, detail, "Ask the sender for the file again, or download it once more.")


def nothing_written() -> Problem:
    """For a file whose pages open and are all blank."""
    remedy = "Open the file in a PDF viewer: if text shows there, print it to a new PDF; else ask the sender for the file again."
    return Problem("no_text_layer", None, "No page of the file has any text.", remedy)


def too_dense(page: int, characters: int) -> Problem:
    """For a page with more characters than any printed page has."""
    return Problem("too_dense", page, f"The page claims {characters:,} characters and was not read.", _OCR)


def suspicion(words: Sequence[str], unmapped: float, text: str = "") -> str:
    """Why the words cannot be trusted, "" when they can.

    `unmapped` is the share of characters without a Unicode value; `text` all that the page's text layer holds, with
    what is no part of any word.
    """
    if len(_CONTROL.findall(text)) > max(3, 0.05 * len(text)):
        return "characters without meaning"
    told = {word: count for word, count in Counter(words).items() if _tells(word)}  # each word is looked at once
    if not told:
        return "the font has no Unicode values" if words and unmapped > 0.3 else ""
    if unmapped > 0.3:
        return "the font has no Unicode values"
    broken = sum(count for word, count in told.items() if is_broken(word))
    if broken >= 2 and broken > 0.1 * sum(told.values()):
        return "characters without meaning"
    odd = sum(1 for word in told if is_broken(word) or is_impossible(word))  # a product's name is one odd word, however often printed
    if odd > 0.05 * len(told) and (odd >= 4 or odd >= 0.5 * len(told)):
        return "words that no language has"
    return _letters(told)


def _letters(told: Mapping[str, int]) -> str:
    """Consonant soup, or words cut into splinters; only judged where there is enough of it. `told` counts each word."""
    plain = [(core, count) for word, count in told.items() if (core := word.strip(_EDGES)).isalpha() and len(core) < 40]
    latin = [(word, count) for word, count in plain if _LATIN.match(word) and not (word.isupper() and len(word) < 6)]
    letters = sum(len(word) * count for word, count in latin)
    if letters >= 150 and sum(_vowels(word) * count for word, count in latin) < 0.24 * letters:
        return "consonants without vowels"
    short = sum(count for word, count in plain if len(word) <= 2)
    number = sum(count for _, count in plain)
    if number >= 60 and short > 0.62 * number and not _CJK.search(plain[0][0]):
        return "words cut into splinters"
    return ""


@lru_cache(maxsize=65_536)
def _vowels(word: str) -> int:
    return len(_VOWEL.findall(word))


_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@lru_cache(maxsize=65_536)
def _tells(word: str) -> bool:
    """Whether a word says anything about the text layer: figures and signs do not."""
    return any(c.isalpha() for c in word) or is_broken(word)


@lru_cache(maxsize=65_536)
def is_broken(word: str) -> bool:
    """Whether a word holds something that is no character."""
    return bool(_BROKEN.search(word))


@lru_cache(maxsize=65_536)
def is_impossible(word: str) -> bool:
    """Whether a word has a shape that print never has: signs or digits within letters, two alphabets, no vowel, seven consonants.

    Addresses, file names, citations (12A, s.3), abbreviations in capitals and names in mixed case (WhatsApp) are possible.
    """
    if _ADDRESS.search(word):
        return False
    core = word.strip(_EDGES)
    if _SIGN_IN_WORD.search(core) or _DIGIT_IN_WORD.search(core) or _CASE_IN_WORD.search(core):
        return True
    if sum(1 for letters in (_LATIN, _CYRILLIC, _GREEK) if letters.search(core)) > 1:
        return True
    return any(_is_soup(part) for part in _PART.split(core))


def _is_soup(part: str) -> bool:
    """A word of Latin letters that nobody could say; short ones and capitals may be abbreviations."""
    if not part.isalpha() or not _LATIN.match(part) or part.isupper():
        return False
    return (len(part) >= 5 and not _VOWEL.search(part)) or bool(_CONSONANTS.search(part))
