"""Evidence is one to three readable stretches of whole clauses, never a whole long provision, and quick on any text."""

from __future__ import annotations

import time
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.evidence import LONGEST, SPANS, deciding_spans, shares, words_in
from models.ngrams import encode


def likely_of(text: str, decides: str) -> np.ndarray:
    """One word decides for certain; of the others it is doubtful."""
    return np.array([0.9 if span.of(text).lower() == decides else 0.1 for span in words_in(text).spans])


FAR_APART = (
    "No club meets without leave. The office of the clerk, which stands beside the old market hall, is open on Mondays from nine "
    "to four and on Fridays until noon, and keeps the forms that clubs need for their yearly fair. A club without leave is closed."
)


@pytest.mark.parametrize(
    ("text", "decides", "evidence"),
    [
        # the clause, not the sentences around it
        ("The clerk keeps a list of clubs; no club meets without leave; lists are kept dry.", "leave", ["no club meets without leave"]),
        # two clauses far apart, both decisive
        (
            FAR_APART,
            "leave",
            ["No club meets without leave", "A club without leave is closed"],
        ),
        # too short to read alone: a neighbour comes with it
        ("Leave. A club asks the clerk in writing.", "leave", ["Leave. A club asks the clerk in writing"]),
        # shorter than the shortest: all of it
        ("No leave.", "leave", ["No leave"]),
        ("", "leave", []),
        ("— ;", "leave", []),
    ],
)
def test_evidence(text: str, decides: str, evidence: list[str]):
    assert [span.of(text) for span in deciding_spans(words_in(text), likely_of(text, decides))] == evidence


@given(st.lists(st.sampled_from(["club", "leave", "3.5", ";", ".", "(a)", ",", "\n", "—", "no"]), max_size=200), st.randoms())
def test_evidence_is_readable_and_apart(pieces: list[str], random):
    text = " ".join(pieces)
    words = words_in(text)
    spans = deciding_spans(words, np.array([random.uniform(-1, 1) for _ in words.spans]))
    assert len(spans) <= SPANS
    assert bool(spans) == bool(words.spans)
    assert all(first.end <= second.start for first, second in pairwise(spans))
    assert all(len(words_in(span.of(text)).spans) <= LONGEST for span in spans)


def test_a_long_sentence_without_a_stop_gives_a_stretch_of_it():
    text = "word " * 300 + "leave " + "word " * 300
    spans = deciding_spans(words_in(text), likely_of(text, "leave"))
    assert any("leave" in span.of(text) for span in spans)
    assert all(len(words_in(span.of(text)).spans) <= LONGEST for span in spans)


def test_every_ngram_shares_its_weight_among_its_words():
    worth = shares(encode(["no club meets"], order=2, bits=18), lambda columns: np.ones(len(columns), dtype=np.float32))
    assert worth.tolist() == pytest.approx([1 + 1 / 2, 1 + 1 / 2 + 1 / 2, 1 + 1 / 2])
    assert worth.sum() == pytest.approx(5)


def test_a_hostile_text_takes_no_longer_than_its_length():
    text = "no; " * 100_000
    started = time.process_time()
    assert deciding_spans(words_in(text), likely_of(text, "no"))
    assert time.process_time() - started < 5
