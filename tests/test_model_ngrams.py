"""Words become columns, each in its place: the same in every process and for any order of texts, with no vocabulary."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.evidence import words_in
from models.ngrams import ABSENT, counts, encode, words_of

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Within 30 days", ["within", "0", "days"]),  # which number it is, is the business of facts
        ("the person's papers", ["the", "person's", "papers"]),
        ("Société d’État", ["société", "d’état"]),  # letters of any script
        ("co-operate; s.4(2)", ["co", "operate", "s", "0", "0"]),
        ("— ... ()", []),
    ],
)
def test_words_are_lower_case_letters_and_nameless_numbers(text: str, words: list[str]):
    assert words_of(text) == words


@given(st.text(max_size=80))
def test_words_and_their_places_are_one_list_for_any_text(text: str):
    spans = [span.of(text) for span in words_in(text).spans]
    assert ["0" if word.isdigit() else word.lower() for word in spans] == words_of(text)


def test_columns_are_pinned_because_the_file_of_real_law_holds_them():
    places = encode(["No society may receive 20 gifts"], order=2, bits=18)
    assert places.columns[0].tolist() == [238950, 44753, 252646, 165535, 71078, 142962]
    assert places.columns[1].tolist() == [186345, 239825, 14594, 21501, 12034, -1]


def test_another_process_gives_the_same_columns():
    source = "from models.ngrams import encode; p = encode(['Une société d’État'], order=2, bits=14); print(*map(list, p.columns))"
    told = [
        subprocess.run([sys.executable, "-c", source], cwd=ROOT, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in ("1", "2")
    ]
    assert told[0] == told[1]
    assert told[0]


def test_a_pair_begins_at_its_first_word_and_never_crosses_texts():
    places = encode(["society", "may receive", "", "zebra may gifts"], order=2, bits=18)
    assert places.rows.tolist() == [0, 1, 1, 3, 3, 3]
    assert (places.columns[1] == ABSENT).tolist() == [True, False, True, False, False, True]


def test_a_pair_has_an_order_and_is_not_its_words():
    forth, back = encode(["law club"], order=2, bits=18), encode(["club law"], order=2, bits=18)
    assert forth.columns[1][0] != back.columns[1][0]
    assert len({*forth.columns[0].tolist(), int(forth.columns[1][0])}) == 3


def test_order_one_has_words_only():
    places = encode(["no club meets"], order=1, bits=12)
    assert len(places.columns) == 1
    assert len(places.rows) == 3


@given(st.lists(st.text(alphabet="ab c1", max_size=20), max_size=6), st.sampled_from([4, 12, 18]))
def test_columns_fit_and_a_texts_counts_do_not_depend_on_its_neighbours(texts: list[str], bits: int):
    places = encode(texts, order=2, bits=bits)
    assert all(((columns >= ABSENT) & (columns < 1 << bits)).all() for columns in places.columns)
    together = counts(places, len(texts), bits)
    assert together.shape == (len(texts), 1 << bits)
    for row, text in enumerate(texts):
        alone = counts(encode([text], order=2, bits=bits), 1, bits)
        assert (alone != together[row]).nnz == 0


def test_what_stands_twice_counts_twice():
    matrix = counts(encode(["no gifts no gifts"], order=2, bits=18), 1, 18)
    assert sorted(matrix.data.tolist()) == [1, 2, 2, 2]  # "gifts no" once; "no", "gifts", "no gifts" twice


def test_no_texts_and_empty_texts_are_no_trouble():
    assert encode([], order=2, bits=12).rows.tolist() == []
    assert counts(encode(["", "..."], order=2, bits=12), 2, 12).nnz == 0


def test_words_seldom_share_a_column_more_than_chance_has_it():
    names = ["".join(chr(97 + (n // 26**k) % 26) for k in range(4)) for n in range(20_000)]
    columns = encode([" ".join(names)], order=1, bits=18).columns[0]
    expected = (1 << 18) * (1 - np.exp(-20_000 / (1 << 18)))
    assert len(set(columns.tolist())) > 0.99 * expected
