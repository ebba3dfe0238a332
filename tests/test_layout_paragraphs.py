"""A newline stands where a paragraph, a numbered unit or a heading begins, a space where one runs on; broken words are whole."""

from __future__ import annotations

import pytest

from pipeline.document import Role
from pipeline.layout import lay_out
from pipeline.reading import Paragraph, Reading
from tests.typed_pages import LEFT, NARROW, PROSE, laid, lines, page, paragraphs, typed

FULL = PROSE[0]  # a line that fills its column


@pytest.mark.parametrize(
    ("second", "x", "gap", "breaks", "reason"),
    [
        ("of the district who shall hang it at the door of the court", LEFT, 0, False, "the sentence runs on"),
        ("(2) The clerk shall hang it at the door of the court for all", LEFT + 12, 0, True, "a numbered unit, indented"),
        ("13. The clerk shall hang it at the door of the court for all", LEFT, 14, True, "a section after white space"),
        ("of the district who shall hang it", LEFT + 24, 0, False, "a hanging paragraph goes on further in"),
        ("PART II", LEFT + 150, 14, True, "a centred heading"),
        ("Provided that no name is entered twice in one book of that year", LEFT + 24, 6, True, "a proviso"),
    ],
)
def test_after_a_full_line_without_a_stop(second: str, x: float, gap: float, breaks: bool, reason: str) -> None:
    document = laid(page(1, typed(FULL, y=100), typed(second, x=x, y=112 + gap), lines(*PROSE, y=200)))
    assert (f"{FULL}\n{second}" in document.text) is breaks, reason
    assert (f"{FULL} {second}" in document.text) is not breaks, reason


@pytest.mark.parametrize(
    ("first", "second", "breaks", "reason"),
    [
        (
            "of the roll.",
            "The clerk shall hang it at the door of the court for all to read",
            True,
            "a short line with a stop",
        ),
        (
            "every roll of section",
            "12. of the former Act shall be kept for all to read in that court",
            True,
            "a number after a short line",
        ),
        (
            "of the roll, as the case may be, and every other book which the clerk",
            "keeps shall be open.",
            False,
            "lower case",
        ),
    ],
)
def test_where_the_line_before_decides(first: str, second: str, breaks: bool, reason: str) -> None:
    document = laid(page(1, lines(*PROSE), typed(first, y=184), typed(second, y=196)))
    assert (f"{first}\n{second}" in document.text) is breaks, reason


def test_a_reference_that_falls_at_the_start_of_a_line_opens_nothing() -> None:
    first = "the keeper of the roll shall in every case that falls under section"
    document = laid(page(1, lines(*PROSE), typed(first, y=184), typed("(2) or section 4 enter the name.", y=196)))
    assert f"{first} (2) or" in document.text


def test_a_paragraph_runs_on_over_columns_and_pages() -> None:
    first, second = page(1, lines(*NARROW), lines(*NARROW, x=320)), page(2, lines(*NARROW))
    assert laid(first, second).text.count("\n") == 0


def test_a_footnote_at_the_foot_of_the_page_does_not_cut_the_sentence() -> None:
    mark = typed("2", x=LEFT + 340, y=98.5, size=6)
    first = page(1, lines(*PROSE[:6]), mark, typed("2. Added by Act 7.", y=300, size=8))
    text = laid(first, page(2, lines("whose name it is entered there."))).text
    assert f"{PROSE[5]} whose name" in text


@pytest.mark.parametrize(
    ("end", "start", "hyphen", "word", "reason"),
    [
        ("imple-", "mented", False, "implemented", "lower case goes on"),
        ("imple", "mented", True, "implemented", "the reader dropped the hyphen"),
        ("twenty-", "four", False, "twenty-four", "numbers keep theirs"),
        ("twenty", "four", True, "twenty-four", "also where the reader dropped it"),
        ("Vice-", "President", False, "Vice-President", "a capital after it"),
        ("sub-", "section", False, "sub-section", "as the document writes it elsewhere: sub-section"),
        ("co-", "operate", False, "cooperate", "as the document writes it elsewhere: cooperate"),
    ],
)
def test_words_broken_at_the_end_of_a_line(end: str, start: str, hyphen: bool, word: str, reason: str) -> None:
    elsewhere = "that under the sub-section the clerks cooperate."
    filled = typed("the keeper of the roll shall see to it that all of it is", y=184)
    last = typed(end, x=filled[-1].x1 + 5, y=184, hyphen=hyphen)
    document = laid(page(1, typed(elsewhere, y=60), lines(*PROSE), filled, last, typed(f"{start} in each ward of the town.", y=196)))
    assert f"is {word} in each" in document.text, reason
    at = document.text.index(f"is {word} in") + 3
    spot = document.lines[0].span
    boxes = document.boxes(type(spot)(at, at + len(word)))
    assert [round(box.top) for box in boxes] == [184, 196], reason


def test_a_word_broken_over_two_pages_has_a_box_on_each() -> None:
    first, second = page(1, lines(*PROSE[:6], "fault of his own in the keep-")), page(2, lines("ing of that book."))
    document = laid(first, second)
    at = document.text.index("keeping")
    assert [box.page for box in document.boxes(type(document.lines[0].span)(at, at + 7))] == [1, 2]


def test_input_without_pages_is_a_line_for_each_paragraph() -> None:
    given = (
        Paragraph("Rolls Act", level=1, centred=True, bold=True),
        Paragraph("  1.  Rolls are\nopen. "),
        Paragraph("Added by Act 7.", note=True),
        Paragraph("(a) to all;", indent=18.0),
        Paragraph("Fee | Ten", table=True),
        Paragraph("   "),
    )
    document = lay_out(Reading("docx", paragraphs=given), sha256="0" * 64, name="rolls.docx")
    assert paragraphs(document) == ["Rolls Act", "1. Rolls are open.", "(a) to all;", "Fee | Ten", "Added by Act 7."]
    assert [line.role for line in document.lines] == [Role.BODY, Role.BODY, Role.BODY, Role.TABLE, Role.FOOTNOTE]
    assert (document.lines[0].level, document.lines[0].centred, document.lines[2].indent, document.lines[0].page) == (1, True, 18.0, None)
    assert document.boxes(document.lines[0].span) == ()
