"""A provision is judged in windows: its subsections, long ones cut between clauses; no word is left out or judged twice."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.windows import LONGEST, WORD, subsections, windows

NUMBER_AND_HEADING = 8


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("(1) A club tells the clerk. (2) The clerk keeps a list.", ["A club tells the clerk.", "The clerk keeps a list."]),
        ("Article 3. (1) One rule. (2) Another.", ["One rule.", "Another."]),  # a number before the first
        ("(1) One.\n(2) Two.\n(3) Three.", ["One.", "Two.", "Three."]),
        ("A club shall not: (1) meet; (2) march.", []),  # items of one rule
        ("Under section 4(2) a club may meet.", []),  # a reference
        ("(1) Only one.", []),
        ("(2) It begins in the middle. (3) And goes on.", []),
        ("(1) One. (3) A number is missing.", []),
        ("(a) letters; (b) are items", []),
        ("", []),
    ],
)
def test_subsections(text: str, pieces: list[str]):
    assert [span.of(text) for span in subsections(text)] == pieces


def sentence(words: int, end: str = ".") -> str:
    return " ".join(f"w{i}" for i in range(words)) + end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what has no subsections is one window, without the blanks around it
        ("  A club tells the clerk.\n", ["A club tells the clerk."]),
        ("", [""]),
        (" \n ", [" \n "]),
        # number and heading before the first subsection are no rule
        ("12. Gifts to clubs. (1) One. (2) Two.", ["One.", "Two."]),
        # a rule before the first subsection is one
        (
            "No club takes money from abroad before the clerk agrees.\n(1) The clerk may refuse. (2) A refusal is final.",
            ["No club takes money from abroad before the clerk agrees.", "The clerk may refuse.", "A refusal is final."],
        ),
        # just short enough
        (sentence(LONGEST), [sentence(LONGEST)]),
        # cut at the end of a clause near the middle, not in the middle
        (f"{sentence(60)} {sentence(40)}", [sentence(60), sentence(40)]),
        (f"{sentence(60, ';')} {sentence(40)}", [sentence(60, ";"), sentence(40)]),
        # the last clause that fits ends the window
        (f"{sentence(45)} {sentence(45)} {sentence(45)}", [f"{sentence(45)} {sentence(45)}", sentence(45)]),
        # no clause ends near: cut into equal parts, a short clause at the start does not make a window
        (sentence(100, ""), [sentence(50, ""), sentence(100, "").removeprefix(sentence(50, "") + " ")]),
        # of subsections only the long one is cut
        (f"(1) Short. (2) {sentence(60)} {sentence(50)}", ["Short.", sentence(60), sentence(50)]),
    ],
)
def test_windows(text: str, expected: list[str]):
    assert [window.of(text) for window in windows(text)] == expected


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        (f"{sentence(5)} {sentence(95, '')}", [50, 50]),  # a clause that ends at once makes no window
        (f"{sentence(96)} {sentence(30)}", [63, 63]),  # one that ends a word too late cannot be kept whole
        (sentence(LONGEST + 1, ""), [48, 48]),
        (sentence(3 * LONGEST, ""), [LONGEST] * 3),
        ("; ".join(["word"] * 300), [LONGEST, LONGEST, LONGEST, 15]),  # every word ends a clause
    ],
)
def test_how_long_windows_are(text: str, lengths: list[int]):
    assert [len(window.of(text).split()) for window in windows(text)] == lengths


PIECES = st.lists(
    st.sampled_from(["club", "leave,", "gift;", "abroad.", "(1)", "(2)", "(3)", "—", ":", "\n", "\n(1)", "\n(2)", "Société", " " * 3])
    | st.integers(3, 120).map(lambda n: " ".join(["word"] * n)),
    max_size=40,
)


@given(PIECES)
def test_windows_are_short_apart_and_leave_out_no_word_of_a_rule(pieces: list[str]):
    text = " ".join(pieces)
    found = windows(text)
    assert found
    assert all(first.end <= second.start for first, second in pairwise(found))
    assert all(len(window.of(text).split()) <= LONGEST for window in found)
    words = [match.start() for match in WORD.finditer(text)]
    covered = [any(window.start <= at < window.end for window in found) for at in words]
    rules = subsections(text)
    before = text[: text.rindex("(", 0, rules[0].start)].split() if rules else []
    marks = len(rules) + (len(before) if len(before) <= NUMBER_AND_HEADING else 0)
    assert covered.count(False) == marks


@given(PIECES)
def test_a_window_is_one_window(pieces: list[str]):
    text = " ".join(pieces)
    for window in windows(text):
        own = window.of(text)
        assert subsections(own) or [span.of(own) for span in windows(own)] == [own]


def test_a_hostile_text_takes_no_longer_than_its_length():
    assert len(windows("(1) a. " * 20_000)) > 400
    assert len(windows("x" * 1_000_000)) == 1
