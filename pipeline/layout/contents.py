"""Contents lists: arrangements of sections, tables of contents, with or without a heading of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.read.numerals import in_words, ordinal_in_words

_HEADING = re.compile(
    r"""^\W*(?:
        arrangement\s+of\s+(?:the\s+)?(?:sections?|clauses?|articles?|regulations?|rules?|provisions?|parts?|paragraphs?|by-?laws?)
      | (?:table|list)\s+of\s+(?:contents?|provisions|sections|articles|clauses|headings)
      | contents? (?:\s+of\s+(?:the\s+)?(?:act|bill|law|code|ordinance|decree))? | index | analysis
      | table\s+des\s+mati[eè]res | ishakiro | [ií]ndice | sum[aá]rio
    )\W*$""",
    re.VERBOSE | re.IGNORECASE,
)
"""The heading of a contents list, alone on its line. It leaves the words inside a sentence alone."""

_WORDS = {in_words(n).lower(): n for n in range(1, 21)} | {ordinal_in_words(n).lower(): n for n in range(1, 11)}

_ENTRY = re.compile(
    r"""^[\[“"'‘\s]*
        (?P<unit>section|clause|article|art|sec|regulation|rule|s|cl|§+|paragraph|order)?[.\s]*
        (?P<number>\d{1,4}|(?<=\s)(?:one|two|three|four|five|six|seven|eight|nine|ten|first)\b)
        (?:\s?-?\s?\(?(?P<letters>(?-i:[A-Z]{1,3})|bis|ter|quater)\b\)?)?
        (?![\w/,]|\.\d|\s+(?:january|february|march|april|may|june|july|august|september|october|november|december)\s+\d)
        [.:)\]\s|—–-]*
        (?P<rest>.*)$""",
    re.VERBOSE | re.IGNORECASE,
)
"""A numbered line: the number of a section and what follows it. It leaves numbers in brackets: those are of subsections."""

_SUBSECTION = re.compile(r"\s*[“\"‘]?\(\s?(?:\d{1,3}|[a-z])[A-Z]?\s?\)")
"""The number of a subsection or a paragraph, such as no contents list has."""

_LEADER = re.compile(r"(?:[.…_·‥]\s?){3,}\s*\[?(?:\d{1,4}|[ivxlc]{1,6})?\]?\W*$|\s\|\s*\d{1,4}$", re.IGNORECASE)
"""Dots that lead to a page number, or the page number in the last cell of a table."""

_GROUP = re.compile(
    r"""^\W*(?:(?:the\s+)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s+(?:schedule|annex|appendix)
        | part | chapter | title | book | (?:sub-?)?division | subpart | schedules? | annex(?:ure|es)? | appendix | appendices | forms?
        | heading | preliminary | miscellaneous)\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""A heading of a group of sections, or a schedule, such as contents lists hold besides sections."""

_OPENS = re.compile(
    r"""^\W*(?:an?\s+(?:act|ordinance|decree|bill|law|proclamation)\b | be\s+it\s+(?:therefore\s+)?enacted | enacted\s+by | whereas\b
        | it\s+is\s+hereby | now,?\s+therefore | in\s+exercise\s+of
        | the\s+(?:national\s+)?(?:parliament|assembly)\b.{0,80}\b(?:enacts|adopt|has)
        | pursuant\s+to\b | having\s+regard | we,\s | preamble\W*$ | \(?1\)?\s+this\s+(?:act|law|ordinance)\b)""",
    re.VERBOSE | re.IGNORECASE,
)
"""How the law itself opens; a contents list has ended before."""

_LETTERS = re.compile(r"[^a-z0-9]+")


class _Numbered(NamedTuple):
    """A numbered line: where, its number, its letters, the heading that follows."""

    at: int
    number: int
    letters: str
    rest: str


def contents_ranges(texts: Sequence[str], noted: Sequence[str] = ()) -> list[tuple[int, int]]:
    """The contents lists among the lines of a document, as half-open ranges of lines; `noted` are its marginal notes.

    A list has lines numbered upwards without a sentence among them, whose headings come again, in a law after the list; it
    ends where the law starts, also on the same page.
    """
    numbered = {i: entry for i, text in enumerate(texts) if (entry := _entry(i, text))}
    beside = {_plain(text)[:14] for text in noted}
    found: list[tuple[int, int]] = []
    done = 0
    for start in _starts(texts, numbered):
        if start < done:
            continue
        end = _end(texts, numbered, start, beside)
        if end > start:
            found.append((start, end))
            done = end
    return found


def _starts(texts: Sequence[str], numbered: dict[int, _Numbered]) -> list[int]:
    """Where a contents list may start: at a heading of its own, else at the first line numbered 1 or the group above it."""
    headings = [i for i, text in enumerate(texts) if len(text) < 60 and _HEADING.match(text)]
    first = next((i for i, entry in numbered.items() if entry.number == 1), None)
    while first and first - 1 not in headings and _GROUP.match(texts[first - 1]) and len(texts[first - 1]) < 80:
        first -= 1
    return sorted({*headings, *([] if first is None else [first])})


def _entry(at: int, text: str) -> _Numbered | None:
    if len(text) > 400:
        return None
    match = _ENTRY.match(text[:240])
    if not match or (match["number"].isalpha() and not match["unit"]):
        return None
    number = match["number"].lower()
    value = int(number) if number.isdecimal() else _WORDS[number]
    return _Numbered(at, value, (match["letters"] or "").lower(), _plain(_LEADER.sub("", match["rest"])))


def _leads(text: str) -> bool:
    """Whether dots, or the last cell of a table, lead to a page number."""
    return _LEADER.search(text[-60:]) is not None


def _plain(text: str) -> str:
    return _LETTERS.sub(" ", text.lower()).strip()


def _end(texts: Sequence[str], numbered: dict[int, _Numbered], start: int, beside: set[str]) -> int:
    """Where the list that starts at `start` ends; `start` itself when there is no list."""
    entries: list[_Numbered] = []
    leaders = 0
    stop = start
    for stop in range(start, len(texts)):
        text = texts[stop]
        if stop > start and (_OPENS.match(text[:200]) or _SUBSECTION.match(text) or _reads_on(text)):
            break
        entry = numbered.get(stop)
        if entry and entries and not _follows(entries, entry, text):
            if not _goes_on(numbered, entries[-1], stop):
                break
            entry = None
        if not entry and stop - (entries[-1].at if entries else start) > 12:
            break
        leaders += _leads(text)
        if entry:
            entries.append(entry)
    else:
        stop = len(texts)
    if not (entries and _is_list(texts, entries, headed=_HEADING.match(texts[start]) is not None, leaders=leaders, later=beside)):
        return start
    return _last_line(texts, entries[-1].at, stop)


def _follows(entries: list[_Numbered], entry: _Numbered, text: str) -> bool:
    """Whether a numbered line may be the next of the list: upwards, or a list within the list that starts again at 1."""
    last = entries[-1]
    if (entry.number, entry.letters) > (last.number, last.letters):
        return entry.number - last.number < 60
    again = entry.rest[:24] == entries[0].rest[:24] or any(
        entry.number == old.number and entry.rest[:24] == old.rest[:24] for old in entries
    )
    return not again and _leads(text)


def _goes_on(numbered: dict[int, _Numbered], last: _Numbered, at: int) -> bool:
    """Whether the list goes on with its next number right after a line at `at` that is out of turn."""
    after = next((numbered[i] for i in range(at + 1, at + 8) if i in numbered), None)
    return after is not None and after.number == last.number + 1 > 2


def _reads_on(text: str) -> bool:
    """Whether a line is of a sentence: long, or with the marks that sentences have inside."""
    if len(text) > 260:
        return True
    return (len(text) > 40 and text.rstrip()[-1:] in ";:") or ".—(1)" in text or ".-(1)" in text


def _is_list(texts: Sequence[str], entries: list[_Numbered], *, headed: bool, leaders: int, later: set[str]) -> bool:
    """Whether the entries are a contents list: page numbers after dots, or headings that come again `later` or further down."""
    if len(entries) < (2 if headed else 4) or entries[-1].at - entries[0].at > (8 if headed else 5) * len(entries):
        return False
    if leaders > 0.5 * len(entries):
        return True
    named = [entry for entry in entries if len(entry.rest) > 3]
    wanted = {entry.rest[:14] for entry in named} - later
    for text in texts[entries[-1].at + 1 :]:
        if not wanted:
            break
        numbered = _entry(0, text) if len(text) < 160 else None
        wanted.discard(numbered.rest[:14] if numbered else "")
        wanted.discard(_plain(text[:40])[:14])
    again = sum(entry.rest[:14] not in wanted for entry in named)
    return bool(named) and again >= (0.3 if headed else 0.6) * len(named)


def _last_line(texts: Sequence[str], last: int, stop: int) -> int:
    """One past the last line of the list: its last entry, the rest of that entry, and the schedules named after it."""
    end = last + 1
    while end < stop:
        text = texts[end]
        rest_of_entry = end == last + 1 and text[:1].islower()
        if not (rest_of_entry or _leads(text) or (_GROUP.match(text) and len(text) < 120) or not any(letter.isalnum() for letter in text)):
            break
        end += 1
    return end
