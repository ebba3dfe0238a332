"""Prints the sample bill from its text, as a line-numbered bill with marginal notes.

.venv/bin/python -m tests.law_printer_sample    writes corpus/samples/sample_bill.pdf from corpus/samples/sample_bill.txt
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from tests.law_printer import BILL, Article, Printed, draw_style, print_law
from tests.law_printer_matter import Matter
from tests.law_printer_style import A4, MARGINAL

SAMPLES = Path(__file__).parent.parent / "corpus" / "samples"
_HEADING = re.compile(r"(?P<number>\d+)\. (?P<heading>\S.*)")
"""A clause's line: "12. Rules and treasurer"."""


def sample_bill() -> tuple[str, tuple[Article, ...], Matter]:
    """Title, clauses and the words around them, from the text source."""
    source = (SAMPLES / "sample_bill.txt").read_text(encoding="utf-8")
    head, *blocks = source.strip().split("\n\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    articles: list[Article] = []
    schedule: tuple[str, ...] = ()
    part = ""
    for block in blocks:
        first, *lines = block.splitlines()
        if first.startswith("PART "):
            part = first
        elif first.startswith("SCHEDULE"):
            schedule = tuple(lines)
        else:
            articles.append(_clause(first, lines, part))
    return fields["title"], tuple(articles), _matter(fields, schedule)


def _clause(first: str, lines: list[str], part: str) -> Article:
    matched = _HEADING.fullmatch(first)
    if not matched:
        raise ValueError(f"not the first line of a clause: {first!r}")
    return Article(matched["number"], matched["heading"], part, "\n".join(lines))


def _matter(fields: dict[str, str], schedule: tuple[str, ...]) -> Matter:
    return Matter(
        country=fields["country"],
        year=int(fields["year"]),
        number=int(fields["number"]),
        long_title=fields["long title"],
        enacting=fields["enacting"],
        banner=(fields["country"], "OFFICIAL GAZETTE", ""),
        signature=(),
        schedule=schedule,
        reasons=(),
        footnotes=(),
        unit="CLAUSES",
    )


def print_sample() -> Printed:
    """The sample bill as it is committed."""
    title, articles, matter = sample_bill()
    style = replace(
        draw_style(BILL, 1),
        page=A4,
        left=104.0,
        right=104.0,
        top=70.0,
        bottom=62.0,
        family="Times",
        size=10.5,
        leading=12.6,
        justify=True,
        hyphenate=True,
        soft_hyphen=False,
        word_by_word=False,
        place=MARGINAL,
        number_tail=".",
        number_face="b",
        first_indent=14.0,
        level_indent=18.0,
        hanging_levels=True,
        paragraph_space=2.5,
        part_face="",
        part_on_one_line=False,
        page_number="top",
        page_number_form="{}",
        running_head="title",
        head_rule=True,
        roman_front=True,
        line_numbers="fifth",
        line_number_side="inner",
        note_side="outer",
        note_size=7.8,
        contents="leaders",
        cover=True,
    )
    return print_law(title, articles, BILL, 1, style=style, matter=matter)


if __name__ == "__main__":
    (SAMPLES / "sample_bill.pdf").write_bytes(print_sample().pdf)
