"""Which articles a provision cites, and what is said of them."""

from __future__ import annotations

import numpy as np
import pytest

from models.cited import Cites, cites, number_of, numbers_cited, said_there
from pipeline.classifier import ProvisionText


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("a breach of section 12", {"12"}),
        ("under sections 4(2)(a), 5 and 7A", {"4", "5", "7A"}),
        ("Article 3 or 10 applies", {"3", "10"}),
        ("as regulation 9, and clause 11, provide", {"9", "11"}),
        ("section 5 of the Lamps Act", set()),  # another law
        ("section 5 of the Act; section 6 of the principal Act", {"5", "6"}),
        ("within 12 days, 4 lamps", set()),
        ("this section", set()),
    ],
)
def test_numbers_of_the_same_law(text: str, numbers: set[str]):
    assert numbers_cited(text) == numbers


@pytest.mark.parametrize(("article", "number"), [("12a.", "12A"), ("Section 7", "7"), ("Preamble", ""), ("", "")])
def test_the_number_by_which_an_article_is_cited(article: str, number: str):
    assert number_of(article) == number


LAW = [
    ProvisionText("No choir may sing without leave.", law="Choirs Act", article="1"),
    ProvisionText("Leave is asked for in writing.", law="Choirs Act", article="1"),
    ProvisionText("Whoever breaks section 1 or 2 or 9 is fined.", law="Choirs Act", article="2"),
    ProvisionText("Section 1 does not bind children.", law="Lamps Act", article="5"),
    ProvisionText("Section 5 is repealed.", law="Lamps Act"),
]
ARTICLES = np.array([0, 0, 1, 2, 3])


def test_a_window_is_paired_with_articles_of_its_own_law_and_never_with_its_own():
    found = cites(LAW, ARTICLES)
    assert list(zip(found.windows.tolist(), found.articles.tolist(), strict=True)) == [(2, 0), (4, 2)]


def test_the_highest_of_an_article_is_what_is_said_there():
    said = np.array([[1.0, -3.0], [0.5, 2.0], [9.0, 9.0], [-1.0, -1.0], [5.0, 5.0]])
    there, has = said_there(said, ARTICLES, cites(LAW, ARTICLES))
    assert there.tolist() == [[0, 0], [0, 0], [1.0, 2.0], [0, 0], [-1.0, -1.0]]
    assert has.tolist() == [0, 0, 1, 0, 1]


def test_of_some_windows_only_those_are_seen():
    rows = np.array([2, 4])
    some = cites(LAW, ARTICLES).among(rows)
    assert some.windows.tolist() == [0, 1]
    there, has = said_there(np.array([[9.0], [5.0]]), ARTICLES[rows], some)
    assert has.tolist() == [0, 0], "the articles that are cited are not among them"
    assert there.tolist() == [[0.0], [0.0]]


def test_nobody_cites_anybody():
    nothing = Cites(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))
    there, has = said_there(np.ones((2, 3)), np.array([0, 1]), nothing)
    assert not there.any()
    assert not has.any()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("section " + "1" * 200_000, {"1111"}),
        ("sections " + "12, " * 50_000 + "13 of the Lamps Act", {"12"}),
        ("section 1(a)" * 20_000, {"1"}),
    ],
)
def test_endless_text_comes_to_an_end(text: str, numbers: set[str]):
    assert numbers_cited(text) == numbers
