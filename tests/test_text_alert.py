"""The alert on a terminal says what was read, what was found and what to do, and obeys nobody but us."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from pipeline.alert.text import to_text
from pipeline.alert.text_lines import Ink, wrapped
from pipeline.analysis import Analysis
from pipeline.errors import Problem
from tests.analyses import bill, codebook, hostile, quiet, unpaged, unread

ESCAPES = re.compile("\x1b\\[[0-9;]*m")


def shown(analysis: Analysis, **options: object) -> str:
    return to_text(analysis, codebook(), **options)


def test_the_gravest_articles_come_first_and_protections_last():
    text = shown(bill())
    assert re.findall(r"^\d+\. (\w+)", text, re.MULTILINE) == ["CRITICAL", "HIGH", "CRITICAL", "HIGH", "MEDIUM", "PROTECTS", "PROTECTS"]
    assert text.index("PROVISIONS THAT PROTECT") < text.index("6. PROTECTS")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("Community Organisations Bill, 2031", "the title"),
        ("bill.pdf · Bill · 7 articles · 3 pages", "what was read"),
        ("CRITICAL: 5 restrictions", "how grave, in a sentence"),
        ("Section 3(2) Registration required, page 1", "where"),
        ("Section 5A", "an article's number as printed"),
        ("«commits an offence»", "the deciding words"),
        ("Missing safeguards: Judicial authorisation", "what is missing"),
        ("Appeal to court in Section 4(3) (“may appeal to the High Court”)", "a safeguard and where it stands"),
        ("Prison 2 years (“two years”)", "a number with its unit"),
        ("Norms: ICCPR article 22", "a norm whose pinpoint was verified"),
        ("pinpoint to be checked: Report on access to resources", "a norm whose pinpoint was not"),
        ("ICCPR: International Covenant on Civil and Political Rights", "what a short name stands for"),
        ("- Wide grounds of refusal (medium, 81 %): Lets the authority refuse on open grounds.", "what it is and what it does"),
        ("prison for the exercise itself", "why this severity"),
        ("Model model-0f3a, taxonomy 2031.1.", "what judged"),
    ],
)
def test_what_a_lawyer_looks_for_is_there(words, why):
    assert words in " ".join(shown(bill(), width=100).replace("   |", "").split()), why


def test_what_could_not_be_read_stands_before_what_was_found():
    text = shown(bill())
    assert text.index("NOT ALL OF IT COULD BE READ") < text.index("CRITICAL:")
    assert "What to do: Run the file through" in text


def test_pages_that_failed_alike_are_named_together():
    analysis = bill()
    problems = tuple(Problem("no_text_layer", page, f"Page {page} is a picture.", "Recognise it.") for page in (3, 4, 5, 9))
    text = shown(replace(analysis, document=replace(analysis.document, problems=problems)))
    assert "pages 3-5, 9: Page 3 is a picture. (the others likewise) [no_text_layer]" in text
    assert text.count("Recognise it.") == 1


def test_nothing_found_is_said_plainly_and_promises_nothing():
    text = " ".join(shown(quiet()).split())
    assert "No restriction of civic space was found in this text." in text
    assert "Read: 7 articles on 2 pages." in text
    assert "no guarantee" in text


def test_a_file_without_a_law_says_so():
    text = shown(unread())
    assert "No law was found" in text
    assert "[no_law]" in text


def test_without_pages_no_page_is_named():
    assert ", page" not in shown(unpaged())


def test_a_provision_found_twice_is_one_entry_with_all_its_marks():
    analysis = bill()
    base = analysis.findings[0]
    other = replace(base, label="registration.refusal_grounds", evidence=(base.facts[0].span,))
    text = shown(replace(analysis, findings=(base, other)))
    assert "2. " not in text
    assert text.count("carry on any activity") == 1
    assert "«five or more persons shall" in " ".join(text.replace("   |", "").split()), "marks that touch are one"
    assert text.index("- Compulsory registration (high") < text.index("- Wide grounds of refusal (high")


def test_a_list_hangs_from_its_numbers():
    analysis = bill()
    span = analysis.findings[0].provision.span
    words = "(1) No club shall—\n(a) meet; or\n(b) sing songs that are long enough to run over the end of a line of the screen."
    text = analysis.document.text[: span.start] + words.ljust(len(span))[: len(span)] + analysis.document.text[span.end :]
    lines = shown(replace(analysis, document=replace(analysis.document, text=text), findings=analysis.findings[:1]), width=60).splitlines()
    quoted = [line for line in lines if line.startswith("   |")]
    assert [line[:8] for line in quoted if "(" in line[:9]] == ["   | (1)", "   | (a)", "   | (b)"]
    assert all(line.startswith("   |     ") for line in quoted if "(" not in line[:9])


@pytest.mark.parametrize("width", [1, 40, 60, 80, 100, 400])
def test_no_line_is_wider_than_the_screen(width):
    for analysis in (bill(), hostile(), unread()):
        assert all(len(line) <= min(max(width, 40), 100) for line in shown(analysis, width=width).splitlines()), width


def test_without_escapes_there_are_none_and_with_them_nothing_else_changes_but_the_marks():
    plain, inked = shown(bill()), shown(bill(), ink=Ink(escapes=True))
    assert "\x1b" not in plain
    assert "\x1b[1;4mcommits an offence\x1b[0m" in inked
    assert ESCAPES.sub("", inked) == plain.replace("«", "").replace("»", "")


def test_a_mark_that_runs_over_a_line_leaves_the_margin_bare():
    ink = Ink(escapes=True)
    lines = list(wrapped("before " + ink.marked("these words are all of them marked") + " after", 26, first="| ", rest="| ", ink=ink))
    assert lines == [
        "| before \x1b[1;4mthese words are\x1b[0m",
        "| \x1b[1;4mall of them marked\x1b[0m",
        "| after",
    ]


def test_hostile_words_cannot_drive_the_terminal():
    for ink in (Ink(escapes=False), Ink(escapes=True)):
        left = ESCAPES.sub("", shown(hostile(), ink=ink))
        assert not [c for c in left if (ord(c) < 32 and c != "\n") or 127 <= ord(c) < 160 or c in "\u202e\ue000\ue001"]


def test_words_that_look_like_our_marks_are_not_taken_for_them():
    analysis = bill()
    text = analysis.document.text.replace("A person who takes", "A \ue000erson w\ue001o takes")
    inked = shown(replace(analysis, document=replace(analysis.document, text=text)), ink=Ink(escapes=True))
    assert inked.count("\x1b[1;4m") == inked.count("\x1b[1;4m", inked.index("1. CRITICAL"))
    assert "\ue000" not in inked
