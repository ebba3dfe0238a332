"""An article teaches as a whole; its numbered subsections teach by themselves where it is known what each carries."""

from __future__ import annotations

import pytest

from corpus.examples import Example, Marked
from models.lessons import lessons_of, subsections
from pipeline.taxonomy import Polarity


def example(
    text: str, *, deciding: tuple[str | tuple[str, str], ...] = (), labels: tuple[str, ...] = (), polarity: Polarity | None = None
) -> Example:
    marks = tuple(Marked(*words) if isinstance(words, tuple) else Marked("", words) for words in deciding)
    return Example(
        "x1", "mixed", "", "Clubs Act", "Part 1", "Permits", text, polarity, labels, None, marks, None, None, "", None, "articles"
    )


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


def test_the_subsection_that_holds_the_deciding_words_carries_the_label():
    text = "(1) The clerk keeps a list. (2) No club meets without leave. (3) Leave is given in writing."
    lessons = lessons_of([example(text, deciding=("without leave",), labels=("assembly.authorisation",), polarity=Polarity.RESTRICTIVE)])
    assert [(lesson.labels, lesson.judged) for lesson in lessons] == [
        (("assembly.authorisation",), False),
        ((), True),
        (("assembly.authorisation",), True),
        ((), True),
    ]
    assert lessons[2].deciding == ("without leave",)
    assert lessons[1].polarity is None


def test_where_two_subsections_share_two_labels_only_the_whole_is_taught():
    text = "(1) No club meets without leave. (2) A member who does is jailed."
    labels = ("assembly.authorisation", "assembly.sanctions")
    lessons = lessons_of([example(text, deciding=("without leave", "is jailed"), labels=labels, polarity=Polarity.RESTRICTIVE)])
    assert [(lesson.labels, lesson.judged) for lesson in lessons] == [(labels, True)]


def test_where_each_word_says_its_label_each_subsection_has_its_own():
    text = "(1) No club meets without leave. (2) A member who does is jailed. (3) Leave is given in writing."
    words, labels = (
        (("assembly.authorisation", "without leave"), ("assembly.sanctions", "is jailed")),
        ("assembly.authorisation", "assembly.sanctions"),
    )
    lessons = lessons_of([example(text, deciding=words, labels=labels, polarity=Polarity.RESTRICTIVE)])
    assert [lesson.labels for lesson in lessons] == [labels, labels[:1], labels[1:], ()]


def test_where_a_label_has_no_words_only_the_whole_is_taught():
    text = "(1) No club meets without leave. (2) A member who does is jailed."
    words, labels = (("assembly.authorisation", "without leave"),), ("assembly.authorisation", "assembly.sanctions")
    assert len(lessons_of([example(text, deciding=words, labels=labels, polarity=Polarity.RESTRICTIVE)])) == 1


def test_without_deciding_words_only_the_whole_is_taught():
    lessons = lessons_of([example("(1) One. (2) Two.", labels=("assembly.authorisation",), polarity=Polarity.ENABLING)])
    assert len(lessons) == 1


def test_every_subsection_of_a_neutral_article_is_neutral_and_keeps_its_context():
    lessons = lessons_of([example("(1) One. (2) Two.")])
    assert [lesson.labels for lesson in lessons] == [(), (), ()]
    assert {(lesson.provision.heading, lesson.provision.parts, lesson.provision.law) for lesson in lessons} == {
        ("Permits", ("Part 1",), "Clubs Act")
    }
