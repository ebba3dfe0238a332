"""Contents lists are told from the law that they list, to the line."""

from __future__ import annotations

import pytest

from pipeline.document import Role
from pipeline.layout import lay_out
from pipeline.reading import Paragraph, Reading
from tests.typed_pages import PROSE, laid, lines, page, shown, typed

HEADINGS = ("Short title", "Keeping of rolls", "Entries in a roll", "Access to rolls", "Loss of a roll", "Repeal")
LAW = tuple(
    text for i, heading in enumerate(HEADINGS, 1) for text in (f"{i}. {heading}.—(1) The keeper shall see to this", "matter in person.")
)


def _contents(entries: list[str], before: tuple[str, ...] = ("ARRANGEMENT OF SECTIONS",), law: tuple[str, ...] = LAW) -> list[str]:
    given = tuple(Paragraph(text) for text in ("ROLLS ACT, 1961", *before, *entries, "ROLLS ACT, 1961", "An Act to keep rolls.", *law))
    return shown(lay_out(Reading("text", paragraphs=given), sha256="0" * 64, name="rolls.txt"), Role.CONTENTS)


PLAIN = [f"{i}. {heading}" for i, heading in enumerate(HEADINGS, 1)]


@pytest.mark.parametrize(
    ("entries", "before", "reason"),
    [
        (PLAIN, ("ARRANGEMENT OF SECTIONS",), "numbers with a stop"),
        ([text.replace(".", "") for text in PLAIN], ("Contents",), "numbers without one"),
        ([f"{text} ........ {i}" for i, text in enumerate(PLAIN)], ("TABLE OF CONTENTS",), "dots and page numbers"),
        ([f"Article {text}" for text in PLAIN], ("Table of Contents",), "the word Article"),
        ([*PLAIN[:2], "PART II", "ACCESS", *PLAIN[2:], "First Schedule", "SCHEDULES"], ("ARRANGEMENT OF CLAUSES",), "parts and schedules"),
        (
            [*PLAIN[:3], "3A. Rolls of", "ships and boats", *PLAIN[3:]],
            ("ARRANGEMENT OF SECTIONS",),
            "two lines; a letter",
        ),
    ],
)
def test_a_list_with_a_heading(entries: list[str], before: tuple[str, ...], reason: str) -> None:
    assert _contents(entries, before) == [*before, *entries], reason


def test_a_list_without_a_heading_is_known_by_its_headings_that_come_again() -> None:
    assert _contents(PLAIN, ()) == PLAIN


def test_a_law_that_only_numbers_its_sections_has_no_contents_list() -> None:
    assert _contents([], ()) == []


@pytest.mark.parametrize(
    ("texts", "reason"),
    [
        (["Contents", "The keeper lists what the roll holds."], "a heading without entries"),
        (
            [
                "(1) Rolls",
                "(2) Books",
                "(3) Lists",
                "(4) Seals",
                "(5) Keys",
                *(f"({i}) {n} of" for i, n in enumerate(("Rolls", "Books"), 1)),
            ],
            "subsections",
        ),
        (["1. Ships;", "2. Boats;", "3. Rafts;", "4. Barges;", "5. Dinghies;"], "a list inside a sentence"),
        (
            ["1. Rolls are open.", "2. Rolls are kept.", "3. Rolls are read.", "4. Rolls are lost."],
            "words that do not come again",
        ),
    ],
)
def test_what_only_looks_like_one(texts: list[str], reason: str) -> None:
    reading = Reading("text", paragraphs=tuple(Paragraph(text) for text in (*texts, *PROSE)))
    assert not shown(lay_out(reading, sha256="0" * 64, name="x.txt"), Role.CONTENTS), reason


def test_the_list_ends_where_the_law_starts_on_the_same_page() -> None:
    sheet = page(1, lines("ARRANGEMENT OF SECTIONS", *PLAIN, y=60), typed("ROLLS ACT", x=250, y=160, size=14), lines(*LAW, y=190))
    document = laid(sheet)
    assert shown(document, Role.CONTENTS) == ["ARRANGEMENT OF SECTIONS", *PLAIN]
    assert shown(document, Role.BODY)[0] == "ROLLS ACT"


def test_headings_that_come_again_as_marginal_notes() -> None:
    law = [
        word
        for i in range(6)
        for word in (
            *typed(f"{i + 1}. The keeper shall see to this matter in person and at once or", y=200 + 60 * i),
            *lines(*PROSE[:3], y=212 + 60 * i),
        )
    ]
    notes = [word for i, heading in enumerate(HEADINGS) for word in typed(heading, x=420, y=201 + 60 * i, size=7)]
    document = laid(page(1, lines("ARRANGEMENT OF CLAUSES", *PLAIN, y=60), law, notes))
    assert shown(document, Role.CONTENTS) == ["ARRANGEMENT OF CLAUSES", *PLAIN]
    assert shown(document, Role.MARGINAL) == list(HEADINGS)


def test_the_lists_of_two_laws_in_one_issue() -> None:
    law = tuple(Paragraph(text) for text in ("CONTENTS", *PLAIN, "An Act to keep rolls.", *LAW))
    document = lay_out(Reading("text", paragraphs=law + law), sha256="0" * 64, name="issue.txt")
    assert shown(document, Role.CONTENTS) == ["CONTENTS", *PLAIN] * 2


def test_a_date_among_the_entries_is_no_entry() -> None:
    assert _contents([*PLAIN[:3], "14 March 2010", *PLAIN[3:]]) == ["ARRANGEMENT OF SECTIONS", *PLAIN[:3], "14 March 2010", *PLAIN[3:]]


def test_a_hostile_line_of_dots_takes_no_time() -> None:
    assert _contents(["1. " + ". " * 50_000 + "x"], ()) == []
