"""What stands at the start of a row and may open a unit: an article's number, or the heading of a part or a schedule."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.structure.numbers import LATIN, WORDS, cited, value
from pipeline.structure.row import Row

_ORDINAL = "|".join(sorted(WORDS, key=len, reverse=True))
_LATIN = "|".join(LATIN)

_BARE = re.compile(
    rf"""
    (?:\*+\s?|\d{{1,3}}\s?(?=\[))?          # a footnote's mark before inserted text: 1[12A.
    \[?\s?
    (?P<num>\d{{1,4}}
        (?:\s?(?:{_LATIN})\b
          |(?:-\s?)?[A-Z]{{1,3}}(?![\w'’])       # 12A, 12AA, 12-A, 12- A
          |[a-z]{{1,2}}(?=\.)                # 12a.
          |\s[A-Z](?=\s?[.)])                # 11 A.
          |\s-[A-Z]{{1,2}}(?=\s?[.:—–(]|\s*$)   # 12 -A.
          |\s?\([A-Z]\)(?=\s?[.:—–-]|\s[A-Z]) # 7 (A)
        )?
    )
    (?P<punct>\s?\.?\s?[—–-]{{1,2}}(?=\s?\(|\s?[A-Z“"‘])   # 12.— 12.-(1) 12.-
        |\s?[.:](?![0-9])                    # 12. and not 1.1
        |\)
        |(?=\s?\(1\)|\s+[A-Z“"‘(\[]|$)        # nothing: 12 Short title, 12(1), or the number alone
    )
    \s*
    """,
    re.VERBOSE,
)
"""A number without a word before it. Leaves decimals (1.1), dates without a stop, and amounts (50,000; 50 per cent)."""

_WORDED = re.compile(
    rf"""
    (?:\*+\s?|\d{{1,3}}\s?(?=\[))?\[?\s?
    (?:(?P<before>{_ORDINAL})\s+(?P<word2>article|section)
      |(?P<word>articles?|art|sections?|sect?|clauses?|regulations?|rules?|paragraphs?|orders?|by-?laws?|§{{1,2}})
       \.?\s*(?:no\.?\s*)?
       (?P<num>\d[\d]{{0,3}}(?:[.:-]\d+)*(?:\s?(?:{_LATIN})\b|ère\b|-?[A-Z]{{1,3}}\b|\s[A-Z](?=\s?[.:])|(?:\s-|-\s)(?-i:[A-Z]{{1,2}})(?=\s?[.:(]|\s*$)|\s?\([A-Z]\)(?=\s?[.:]))?
         |[ivxlc]{{1,8}}\b(?!\s*\))|(?:the\s+)?(?:{_ORDINAL})\b(?:\s+(?:{_LATIN})\b)?|[A-Z]\b(?=[.:]))
    )
    (?P<punct>\s?[.:]?\s?[—–-]{{1,2}}\s?|\s?[.:)]\s?[—–-]?|\s*)
    \s*
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A number after its word: Article 12, Sec. 3., § 611., ARTICLE FIRST. What follows decides whether it is a reference."""

_GROUP = re.compile(
    rf"""
    [\[“"‘'(]?\s?
    (?:(?P<before>{_ORDINAL})\s+(?P<word2>part|chapter|title|book|division)\b
      |(?P<word>sub-?part|part|sub-?chapter|chapter|sub-?title|title|sub-?division|division|book|section)\s*[-–—]?\s*
       (?P<num>(?:the\s+)?(?:{_ORDINAL})\b|[ivxlc]{{1,8}}(?:-?[a-z])?\b|\d{{1,3}}(?:-?[a-z]{{1,2}})?\b|[a-z]{{1,2}}\b))
    \s*(?P<punct>[.:)—–-]*)\s*
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""The heading of a part, chapter, title, division or book."""

_SCHEDULE = re.compile(
    rf"""
    [\[“"‘'(]?\s?(?:the\s+)?
    (?:(?P<before>{_ORDINAL}|\d{{1,2}}(?:st|nd|rd|th))\s+)?
    (?P<word>schedules?|annex(?:ure|e)?|appendix|attachment)\b
    (?:\s*(?:no\.?\s*)?[-–—]?\s*[“"‘']?(?P<num>\d{{1,3}}[a-z]?\b|[ivxlc]{{1,7}}\b|(?:{_ORDINAL})\b|[a-z]\b))?
    [”"’']?\s*(?P<punct>[.:)—–-]*)\s*
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""The heading of a schedule, annex or appendix."""

_OPENERS = "[“\"‘'( "
_ARTICLE_WORDS = ("article", "section", "clause", "regulation", "rule", "paragraph", "order", "bylaw", "by-law", *WORDS)
_GROUP_WORDS = (
    "sub",
    "part",
    "chapter",
    "title",
    "division",
    "book",
    "section",
    "the",
    "schedule",
    "annex",
    "appendix",
    "attachment",
    *WORDS,
)
_ARTICLE_STARTS = frozenset(word[:3] for word in _ARTICLE_WORDS)
_GROUP_STARTS = frozenset(word[:3] for word in _GROUP_WORDS)
"""First letters, a cheap test before the patterns: most rows begin with none of these."""
_SENTENCE = re.compile(r"[a-z]\.\s+(?:\(|[A-Z][a-z]+\s+[a-z])")
"""A sentence that ends and goes on: no heading has that."""
_DEFINES = re.compile(r"[“\"‘'][^”\"’']{3,80}[”\"’']\s*(?:,|and|or|means?|includes?|has|in\s+relation)")
"""A term that begins with a part's number: '“Part 3 order” means'."""
_DANGLING = re.compile(
    r"\b(?:the|this|that|said|an?|of|in|to|under|by|and|or|with|first|second|third|fourth|fifth|sixth|seventh|each|any|see)\s*$", re.I
)
"""A row that cannot be the end of anything: the next row goes on with it."""
_WORD = {"art": "article", "sec": "section", "sect": "section", "§§": "§", "bylaw": "bylaw", "by-law": "bylaw"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A possible number of an article. `start` is where the number begins, `rest` where the words after it do."""

    row: int
    start: int
    rest: int
    word: str
    number: str
    n: int
    suffix: str
    punct: str


@dataclass(frozen=True, slots=True)
class Group:
    """A heading of a unit above or beside articles: kind is part, chapter, ..., schedule, annex. `rest` is the heading on its row."""

    row: int
    kind: str
    number: str
    rest: str


def article_mark(row: Row) -> Mark | None:
    """The article number that the row may begin with."""
    text = row.text
    first = text[0]
    if first.isdigit() or first in "[*":
        found = _BARE.match(text)
        if found:
            return _mark(row, found, "", found.group("num"))
        if first.isdigit():
            return None
    if first in "§[*" or text[:3].lower() in _ARTICLE_STARTS:
        found = _WORDED.match(text)
        if found:
            word = (found.group("word") or found.group("word2")).lower()
            return _mark(row, found, _WORD.get(word, word.rstrip("s")), found.group("num") or found.group("before"))
    return None


def _mark(row: Row, found: re.Match[str], word: str, printed: str) -> Mark | None:
    n, suffix = value(printed)
    if not n:
        return None
    start = row.start + (found.start("word") if word and found.group("word") else found.start("before") if word else found.start("num"))
    return Mark(row.at, start, row.start + found.end(), word, cited(printed), n, suffix, found.group("punct").strip())


def group_mark(row: Row, before: Row | None) -> Group | None:
    """The heading of a part, chapter or schedule that the row may be."""
    text = row.text
    if len(text) > 200 or not (text[0].isdigit() or text[0] in _OPENERS or text[:3].lower() in _GROUP_STARTS):
        return None
    if before is not None and not before.ended and not _set_apart(row, before) and _DANGLING.search(before.text[-12:]):
        return None
    if not _may_stand(row, before):
        return None
    return _schedule(row) or _part(row)


def _set_apart(row: Row, before: Row) -> bool:
    """Whether the row is in bold or capitals in the middle of the column and the row before is not."""
    return row.line.centred and not before.line.centred and (row.line.bold or row.capitals) and not before.capitals


def _may_stand(row: Row, before: Row | None) -> bool:
    """Whether the row may be a heading by its place: set apart by type, or where the row before has come to an end."""
    if before is None or before.ended or before.capitals or row.capitals or row.line.bold or row.line.centred:
        return True
    return row.opens and len(row.text) < 90


def _schedule(row: Row) -> Group | None:
    found = _SCHEDULE.match(row.text)
    if not found or not _is_heading_rest(row.text, found.end(), found.group("punct")):
        return None
    word = found.group("word").lower()
    kind = (
        "schedule"
        if word.startswith("schedule")
        else "appendix"
        if word == "appendix"
        else "attachment"
        if word == "attachment"
        else "annex"
    )
    number = found.group("before") or found.group("num") or ""
    if word == "schedules" and not number:
        return None
    return Group(row.at, kind, number, row.text[found.end() :])


def _part(row: Row) -> Group | None:
    found = _GROUP.match(row.text)
    if not found or not _is_heading_rest(row.text, found.end(), found.group("punct")):
        return None
    kind = (found.group("word") or found.group("word2")).lower().replace("-", "")
    number = found.group("before") or found.group("num")
    if kind == "section" and (number.isdigit() or (row.text.isupper() is False and found.group("punct") == ".")):
        return None
    return Group(row.at, kind, number, row.text[found.end() :])


def _is_heading_rest(text: str, end: int, punct: str) -> bool:
    """Whether what follows a part's number is a heading or nothing, and not the rest of a sentence."""
    rest = text[end:]
    if not text[:1].isupper() and text[:1] not in "[“\"‘'(0123456789":
        return False
    if not rest:
        return punct in {"", ":", "—", "–", "-", ".—", ".", "-–"} and (punct != "." or text.isupper())
    if rest[0] in ",;" or rest[0].islower() or (rest[0].isdigit() and ":" in punct) or _DEFINES.match(text):
        return False
    return len(rest) < 130 and not _SENTENCE.search(rest) and not (rest[-1] in ".;," and len(rest) > 60)
