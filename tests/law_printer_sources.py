"""Laws to print: the labelled laws beside the project, and laws of our own making."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from tests.law_printer_blocks import Article

SHARED_LAWS = Path(__file__).parent.parent.parent / "shared" / "laws"

_OWN_NUMBER = re.compile(r"\s*(?:Section|Article|s\.)?\s*\d{1,3}[A-Z]{0,2}\s?[.)](?!\d)\s*")
"""A section's number printed again before its text ("3. No body"): the printer prints it once; leaves "3.5 metres"."""
_HEADING_NUMBER = re.compile(
    r"\s*(?:(?:Section|Article)\s+)?\d{1,3}[A-Z]{0,2}\s?[.:)–—-]?\s+(?=\S)|\s*(?:Section|Article)\s+(?:\d{1,3}[A-Z]{0,2}|One)\s*[.:–—-]?\s*|\s*-\s+"
)
"""A number, with or without its word, or a bare dash before a heading; leaves "2-year plan"."""
_EDITORIAL = re.compile(r"\s*(?:\n\s*Footnotes?\s*\n|\[Footnotes?\]).*", re.DOTALL)
"""The source's own list of footnotes at the end of a text (they cite other laws, number by number)."""


_LOOSE = re.compile(r"(?<=[(“])\s+(?=\S)|\s+(?=[)”.,;:](?:\s|$))|(?<=\w)\s+(?=’s\b)")
"""Blanks that a web page left inside brackets and quotation marks and before a stop: no printer sets them."""
_LEADING_DASH = re.compile(r"\s*[_—–―.:-]+\s*(?=\S)")
_NEXT_PART = re.compile(
    r"""
    \s+ (?: part | chapter | division | title ) \s+ [0-9IVXLC]+ \s* [–—:-] \s* [^.;]{3,110} $     # "Part II – Registration"
    | (?<=[.;*\]]) \s+ (?: part | chapter ) [\s-]{0,2} [0-9IVXLTH]{1,4} \b .{0,110} $          # after a full stop: "CHAPTER-6"
    | (?<=[.\]]) \s+ (?: the \s+ | first \s+ )? schedules? \b (?: \s+ [(\[] | \s+ (?-i:[A-Z]) ) .* $ # "Schedule (Under section 6(1)) ..."
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
"""The heading of the next part, or a schedule, at the very end of a text, where the source cut too late."""
_FOOTER = re.compile(
    r"""
    \s+ History\ of\ this\ document \b .* $                       # a web page's versions and links
    | \s* _{5,} .* $                                             # a rule, and the web page's date below it
    | \s+ (?: Made | Done ) \s (?: in | at ) \s [A-Z] .{0,40} \d{4} .* $   # place, date and signatures
    | \s+ \d{1,3}[A-Z]{0,2} \. \s+ \[ \s? Repealed [^]]* \] \s* $      # the next section, repealed
    """,
    re.VERBOSE | re.DOTALL,
)
"""What stands below the text of an article and is not part of it."""

_OTHER_SECTION = re.compile(r"\s+(?:\d{0,2}\s?\[)?\d{1,3}[A-Z]{0,2}\s?\.\s+[A-Z][^.]{3,120}\.\s?[—_–].*", re.DOTALL)
"""Another section that the source merged into a text, from its number and heading on ("[30A. Remand.—(1) ...")."""
_HEADING_END = re.compile(r"(?<!etc)(?<!No)\.?\s*[—_―]+\s*|(?<!etc)(?<!No)\.\s+(?=[A-Z(])|\s+(?=\(1\)\s)|(?<!etc)(?<!No)\.\s+(?=\d\[)")
"""Where a heading ends and text begins that the source left in the heading ("Definitions. In this Act, unless ...")."""
_PART_MARK = re.compile(r"\d{1,2}\s?\[?\s*(?=PART|CHAPTER)|^(?:PART|CHAPTER)$", re.IGNORECASE)
"""A footnote's mark before a part's label, or a label that lost its number."""


@dataclass(frozen=True)
class SourceLaw:
    """A law to print; `left_out` says how many rows of the source are not printed, out of the order of its numbers."""

    id: str
    title: str
    articles: tuple[Article, ...]
    left_out: int


def labelled_laws() -> tuple[SourceLaw, ...]:
    """The laws in `../shared/laws`, empty where they are absent."""
    if not SHARED_LAWS.is_dir():
        return ()
    lines = (SHARED_LAWS / "INDEX.tsv").read_text(encoding="utf-8").splitlines()[1:]
    titles = {row[0]: row[2] for row in (line.split("\t") for line in lines)}
    return tuple(_labelled(path, titles[path.stem]) for path in sorted(SHARED_LAWS.glob("*.jsonl")))


def _labelled(path: Path, title: str) -> SourceLaw:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    articles = [_article(row) for row in rows]
    kept = _ascending([article for article in articles if re.search(r"\w", article.text)])
    return SourceLaw(path.stem, title, tuple(kept), len(articles) - len(kept))


def _article(row: dict[str, str]) -> Article:
    """The row as it is to be printed: its number once, its heading out of its text, the source's layout marks dropped."""
    heading = _HEADING_NUMBER.sub("", row["heading"], count=1) if _HEADING_NUMBER.match(row["heading"]) else row["heading"]
    text = _FOOTER.sub("", _EDITORIAL.sub("", row["text"]))
    own = _OWN_NUMBER.match(text)
    text = text[own.end() :] if own else text
    if not heading:
        first, blank, rest = text.partition("\n\n")
        if blank and len(first) < 150 and first.endswith("."):
            heading, text = first.rstrip("."), rest
    text = text.lstrip().removeprefix(heading) if len(heading) > 3 else text
    end = _HEADING_END.search(heading)
    if end and heading[end.end() :].strip():
        heading, text = heading[: end.start()], f"{heading[end.end() :]} {text}"
    text = _OTHER_SECTION.sub("", _NEXT_PART.sub("", _tidy(text)))
    return Article(row["article"], _tidy(heading), _PART_MARK.sub("", " ".join(row["part"].split())), text)


def _tidy(text: str) -> str:
    dash = _LEADING_DASH.match(text)
    return _LOOSE.sub("", " ".join((text[dash.end() :] if dash else text).split()))


def _ascending(articles: list[Article]) -> list[Article]:
    """The longest run of articles whose numbers ascend: the rest are the source's faults (a preamble taken for section 17)."""
    best: list[list[int]] = []
    for i, article in enumerate(articles):
        before = [chain for chain in best if _rank(articles[chain[-1]]) < _rank(article)]
        best.append([*max(before, key=len, default=[]), i])
    return [articles[i] for i in max(best, key=len)]


def _rank(article: Article) -> tuple[int, str]:
    matched = re.match(r"(\d+)\s*([A-Z]*)", article.number)
    return (int(matched[1]), matched[2]) if matched else (0, article.number)
