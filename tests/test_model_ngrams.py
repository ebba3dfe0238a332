"""Words become columns, each in its place, the same for any order of texts."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.evidence import words_in
from models.features import learn_features
from models.ngrams import encode, learn_ngrams, words_of
from pipeline.classifier import ProvisionText

TEXTS = ["No society may receive gifts", "No society may meet", "Gifts to museums", "A society may receive gifts"]


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
    assert [span.of(text) if not span.of(text).isdigit() else "0" for span in words_in(text).spans] == [
        word if word == "0" else span.of(text) for word, span in zip(words_of(text), words_in(text).spans, strict=True)
    ]
    assert [span.of(text).lower() for span in words_in(text).spans if not span.of(text).isdigit()] == [
        w for w in words_of(text) if w != "0"
    ]


def test_only_what_stands_in_two_texts_is_learnt():
    ngrams = learn_ngrams(TEXTS, order=3)
    assert ngrams.words == ("gifts", "may", "no", "receive", "society")
    assert len(ngrams.pairs) == 4  # no society, society may, may receive, receive gifts
    assert len(ngrams.triples) == 3


def test_a_pair_begins_at_its_first_word_and_never_crosses_texts():
    ngrams = learn_ngrams(TEXTS, order=2)
    places = encode(["society", "may receive", "zebra may"], ngrams, ngrams.index())
    assert places.rows.tolist() == [0, 1, 1, 2, 2]
    assert (places.columns[1] >= 0).tolist() == [False, True, False, False, False]


def test_fields_are_told_apart_and_each_has_its_length():
    provisions = [ProvisionText(text=text, heading="Gifts", law="Societies Act") for text in TEXTS]
    features = learn_features(provisions)
    matrix = features.matrix([ProvisionText(text="gifts"), ProvisionText(text="", heading="gifts"), ProvisionText(text="zebra")]).toarray()
    assert matrix.shape == (3, features.width)
    assert np.linalg.norm(matrix, axis=1).tolist() == pytest.approx([1.0, 0.5, 0.0])
    assert not (matrix[0] * matrix[1]).any()


def test_the_lead_in_is_read_with_the_text():
    features = learn_features([ProvisionText(text=text) for text in TEXTS])
    split = features.matrix([ProvisionText(text="receive gifts", lead_in="No society may")])
    assert (split != features.matrix([ProvisionText(text="No society may receive gifts")])).nnz == 0


def test_no_texts_and_empty_texts_are_no_trouble():
    features = learn_features([ProvisionText(text=text) for text in TEXTS])
    assert features.matrix([ProvisionText(text=""), ProvisionText(text="...")]).nnz == 0
