"""Each window of an article teaches by itself; the deciding words say which labels it carries, and silence is kept as doubt."""

from __future__ import annotations

import pytest

from corpus.examples import Example, Marked
from models.lessons import carried, lessons_of
from pipeline.span import Span
from pipeline.taxonomy import Polarity

PERMIT, PUNISHED = "assembly.authorisation", "assembly.sanctions"
TWO = "(1) No club meets without leave. (2) A member who does is jailed."
THREE = "(1) The clerk keeps a list. (2) No club meets without leave. (3) Leave is given in writing."


def example(text: str, deciding: tuple[tuple[str, str], ...] = (), labels: tuple[str, ...] = (), polarity=Polarity.RESTRICTIVE) -> Example:
    marks = tuple(Marked(*pair) for pair in deciding)
    return Example(
        "x1", "mixed", "", "Clubs Act", "Part 1", "Permits", text, polarity if labels else None, labels, None, marks, None, None, "", None, "articles",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "labels", "deciding", "expected"),
    [
        # the window that holds the deciding words carries the label, the others are neutral
        (THREE, (PERMIT,), (("", "without leave"),), [(), (PERMIT,), ()]),
        # each word says its label
        (TWO, (PERMIT, PUNISHED), ((PERMIT, "without leave"), (PUNISHED, "is jailed")), [(PERMIT,), (PUNISHED,)]),
        # words without a label carry all of the article's
        (TWO, (PERMIT, PUNISHED), (("", "without leave"),), [(PERMIT, PUNISHED), ()]),
        # a label is carried wherever its words stand
        (TWO, (PERMIT,), ((PERMIT, "without leave"), (PERMIT, "is jailed")), [(PERMIT,), (PERMIT,)]),
        # nobody marked words: who knows which window it is
        (TWO, (PERMIT,), (), [None, None]),
        # one of two labels has no words
        (TWO, (PERMIT, PUNISHED), ((PERMIT, "without leave"),), [None, None]),
        # words over two windows belong to the one that holds most of them
        (TWO, (PERMIT,), ((PERMIT, "No club meets without leave. (2) A"),), [(PERMIT,), ()]),
        # there is one window only
        ("No club meets without leave.", (PERMIT, PUNISHED), (), [(PERMIT, PUNISHED)]),
        # a neutral article is neutral throughout
        (TWO, (), (), [(), ()]),
    ],
)
def test_which_window_carries_what(text: str, labels: tuple[str, ...], deciding, expected):
    marks = [(label, Span(text.index(words), text.index(words) + len(words))) for label, words in deciding]
    assert [found for _, found in carried(text, labels, marks)] == expected


def test_a_long_stretch_of_deciding_words_marks_each_window_that_holds_most_of_its_words_there():
    sentences = [" ".join([f"{name}{i}" for i in range(60)]) + "." for name in "ab"]
    text = " ".join(sentences)
    assert [labels for _, labels in carried(text, (PERMIT,), [(PERMIT, Span(0, len(text) - 50))])] == [(PERMIT,), ()]


def test_a_lesson_is_a_window_in_its_place():
    lessons = lessons_of([example(THREE, (("", "without leave"),), (PERMIT,))])
    assert [lesson.provision.text for lesson in lessons] == [
        "The clerk keeps a list.",
        "No club meets without leave.",
        "Leave is given in writing.",
    ]
    assert {(lesson.provision.heading, lesson.provision.parts, lesson.provision.law) for lesson in lessons} == {
        ("Permits", ("Part 1",), "Clubs Act")
    }
    assert {(lesson.example, lesson.group) for lesson in lessons} == {("x1", "mixed")}


def test_only_what_carries_labels_has_a_polarity_and_deciding_words():
    lessons = lessons_of([example(THREE, (("", "without leave"),), (PERMIT,), Polarity.ENABLING)])
    assert [lesson.polarity for lesson in lessons] == [None, Polarity.ENABLING, None]
    assert [lesson.deciding for lesson in lessons] == [(), ("without leave",), ()]
    assert all(lesson.sure for lesson in lessons)


def test_where_only_the_whole_articles_labels_are_known_no_window_is_sure():
    lessons = lessons_of([example(TWO, (), (PERMIT,))])
    assert [(lesson.sure, lesson.labels, lesson.polarity) for lesson in lessons] == [(False, (), None)] * 2


def test_lessons_come_in_the_order_of_the_examples():
    lessons = lessons_of([example("One."), example(TWO), example("Last.")])
    assert [lesson.provision.text for lesson in lessons] == [
        "One.",
        "No club meets without leave.",
        "A member who does is jailed.",
        "Last.",
    ]
