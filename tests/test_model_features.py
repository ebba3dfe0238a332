"""What the fast model sees: text, heading and place side by side, each of unit length times its weight, rare words louder."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from models.features import FIELDS, TEXT, WIDTH, counted, places, rarity, weighted
from pipeline.classifier import ProvisionText

PROVISIONS = [
    ProvisionText("No society may receive gifts", heading="Gifts from abroad", parts=("Part 2 Money",), law="Societies Act"),
    ProvisionText("No society may meet", heading="Meetings", law="Societies Act"),
    ProvisionText("Gifts to museums are free of tax"),
]
EVEN = np.ones(WIDTH, dtype=np.float32)


def field_lengths(row: np.ndarray) -> list[float]:
    edges = np.cumsum([0, *(1 << field.bits for field in FIELDS)])
    return [float(np.linalg.norm(row[a:b])) for a, b in pairwise(edges)]


def test_each_field_is_of_unit_length_times_its_weight():
    rows = weighted(counted(PROVISIONS), rarity(counted(PROVISIONS))).toarray()
    whole = [field.weight for field in FIELDS]
    assert field_lengths(rows[0]) == pytest.approx(whole, rel=1e-5)
    assert field_lengths(rows[2]) == pytest.approx([whole[0], 0, 0], rel=1e-5)


@pytest.mark.parametrize("empty", [ProvisionText(""), ProvisionText("— …", heading="—"), ProvisionText(" \n", law="()")])
def test_nothing_to_read_is_a_row_of_zeros(empty: ProvisionText):
    rows = weighted(counted([empty, PROVISIONS[0]]), EVEN).toarray()
    assert not rows[0].any()
    assert np.isfinite(rows).all()


def test_no_provisions_are_no_rows():
    assert weighted(counted([]), EVEN).shape == (0, WIDTH)


def test_the_same_word_means_something_else_in_a_heading_and_in_a_title():
    rows = counted([ProvisionText("gifts"), ProvisionText("", heading="gifts"), ProvisionText("", law="gifts")]).toarray()
    assert rows.shape == (3, WIDTH)
    assert rows.sum(axis=1).tolist() == [1, 1, 1]
    assert len(set(rows.argmax(axis=1).tolist())) == 3


def test_the_law_and_its_parts_are_words_without_an_order():
    one, other = counted([ProvisionText("", law="Gifts Act", parts=("Money",)), ProvisionText("", law="Act Money", parts=("Gifts",))])
    assert (one != other).nnz == 0


def test_the_lead_in_is_read_with_the_text():
    split, joined = counted([ProvisionText("receive gifts", lead_in="No society may"), ProvisionText("No society may receive gifts")])
    assert (split != joined).nnz == 0


def test_rarity_is_highest_for_what_nobody_used():
    idf = rarity(counted(PROVISIONS))
    no, museums = (int(places(word).columns[0][0]) for word in ("no", "museums"))
    assert idf.shape == (WIDTH,)
    assert idf[no] == pytest.approx(np.log(4 / 3) + 1)  # in two of three
    assert idf[museums] == pytest.approx(np.log(4 / 2) + 1)
    assert idf.max() == pytest.approx(np.log(4) + 1)  # in none


def test_a_word_counts_less_the_oftener_it_stands():
    row = weighted(counted([ProvisionText("gifts gifts gifts gifts gifts gifts gifts gifts money")]), EVEN).toarray()[0]
    gifts, money = (int(places(word).columns[0][0]) for word in ("gifts", "money"))
    assert row[gifts] / row[money] == pytest.approx(1 + np.log(8), rel=1e-5)


def test_counts_are_left_as_they_were():
    matrix = counted(PROVISIONS)
    before = matrix.data.copy()
    weighted(matrix, EVEN)
    assert (matrix.data == before).all()


def test_the_columns_of_a_text_are_those_of_the_matrix():
    text = "No society may receive gifts"
    columns = np.concatenate(places(text).columns)
    assert sorted(columns[columns >= 0].tolist()) == counted([ProvisionText(text)]).indices.tolist()
    assert columns.max() < 1 << TEXT.bits
