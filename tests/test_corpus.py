"""What the corpus guarantees: every type covered, enough that is neutral, and not a sentence of any real law."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.examples import Example, Marked, corpus_files, load_examples, load_held_out
from corpus.taxonomy import load_taxonomy
from pipeline.taxonomy import Polarity

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
FACTS = ROOT / "tests" / "facts_written.jsonl"
LONGEST_SHARED_RUN = 11
"""Words in a row that an example may not share with a real law; the project's own gate looks for fourteen."""


def of(polarity: Polarity | None) -> list[Example]:
    return [example for example in load_examples() if example.polarity is polarity]


def test_ids_are_unique():
    assert len({example.id for example in load_examples()}) == len(load_examples())


def test_each_file_holds_one_tradition():
    for name, source in corpus_files():
        assert {json.loads(line)["tradition"] for line in source.decode().splitlines()} == {name.removesuffix(".jsonl")}


def test_labels_are_those_of_the_taxonomy():
    known = {entry.label for entry in load_taxonomy().labels}
    assert {label for example in load_examples() for label in example.labels} <= known


def test_every_type_is_restricted_in_many_traditions_and_protected_somewhere():
    restricted = Counter(label for example in of(Polarity.RESTRICTIVE) for label in example.labels)
    traditions = {label: {e.tradition for e in of(Polarity.RESTRICTIVE) if label in e.labels} for label in restricted}
    protected = {label for example in of(Polarity.ENABLING) for label in example.labels}
    for entry in load_taxonomy().labels:
        assert restricted[entry.label] >= 40, entry.label
        assert len(traditions[entry.label]) >= 5, entry.label
        assert entry.label in protected, entry.label


def test_two_in_five_are_look_alikes_or_plainly_neutral():
    assert len(load_examples()) >= 1200
    assert len(of(None)) / len(load_examples()) >= 0.40


def test_deciding_words_stand_in_the_text_and_only_where_something_is_decided():
    assert all(mark.words in example.text for example in load_examples() for mark in example.deciding)
    assert not [example.id for example in of(None) if example.deciding or example.severity]
    marked = [example for example in of(Polarity.RESTRICTIVE) if example.deciding and example.severity]
    assert len(marked) / len(of(Polarity.RESTRICTIVE)) >= 0.8


def test_pairs_have_both_halves_and_differ_in_what_they_are():
    pairs: dict[int, list[Example]] = {}
    for example in load_examples():
        if example.pair is not None:
            pairs.setdefault(example.pair, []).append(example)
    assert len(pairs) >= 150
    for number, halves in pairs.items():
        assert len(halves) >= 2, number
        assert len({(half.polarity, half.labels) for half in halves}) >= 2, number


def shingles(text: str, length: int) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9]+", text.lower())
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}


def test_only_minimal_pairs_are_nearly_alike():
    """Two examples that share 20 or more eight-word runs are the same provision twice, unless they are a pair."""
    holders: dict[tuple[str, ...], list[Example]] = {}
    for example in load_examples():
        for run in shingles(example.text, 8):
            holders.setdefault(run, []).append(example)
    shared = Counter(
        (a.id, b.id) for group in holders.values() for a in group for b in group if a.id < b.id and (a.pair is None or a.pair != b.pair)
    )
    assert not [pair for pair, runs in shared.items() if runs >= 20]


def test_the_text_is_clean():
    broken = re.compile(r"Ã.|â€|�|[\x00-\x08\x0b-\x1f]|[ ]{2}")
    assert not [example.id for example in load_examples() if broken.search(example.text) or example.text != example.text.strip()]


def test_what_is_held_out_shares_no_run_of_words_with_what_is_learnt():
    learnt = {run for example in load_examples() for run in shingles(example.text, LONGEST_SHARED_RUN)}
    assert not [e.id for e in load_held_out() if shingles(e.text, LONGEST_SHARED_RUN) & learnt]


def test_what_is_held_out_measures_every_tradition():
    counted = Counter(example.tradition for example in load_held_out() if example.law)
    assert set(counted) == {example.tradition for example in load_examples()} - {"mixed"}
    assert min(counted.values()) >= 25


def _prints() -> list[Path]:
    return [*sorted((SHARED / "laws").glob("*.jsonl")), *sorted((SHARED / "neutral").glob("*.jsonl"))]


def _printed(row: dict) -> str:
    """As it is printed: some formulas run from the heading into the text."""
    return f"{row.get('heading', '')} {row['text']}"


def _ours() -> Iterator[tuple[str, str]]:
    """All law that we wrote: a name and the print."""
    yield from ((example.id, f"{example.heading} {example.text}") for example in (*load_examples(), *load_held_out()))
    for number, line in enumerate(FACTS.read_text(encoding="utf-8").splitlines(), 1):
        yield f"{FACTS.name}:{number}", _printed(json.loads(line))
    for path in sorted((ROOT / "corpus" / "samples").rglob("*.txt")):
        yield path.name, path.read_text(encoding="utf-8")


@pytest.mark.skipif(not _prints(), reason="the real laws lie beside the project only where it is developed")
def test_nothing_that_we_wrote_shares_a_run_of_words_with_a_real_law():
    real = set()
    for path in _prints():
        for line in path.read_text(encoding="utf-8").splitlines():
            real |= {hash(run) for run in shingles(_printed(json.loads(line)), LONGEST_SHARED_RUN)}
    shared = [(name, " ".join(run)) for name, said in _ours() for run in shingles(said, LONGEST_SHARED_RUN) if hash(run) in real]
    assert shared == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"text": " "}, "no text"),
        ({"labels": ()}, "labels and polarity"),
        ({"polarity": None}, "labels and polarity"),
        ({"deciding": (Marked("", "not there"),)}, "not in the text"),
        ({"safeguards": (Marked("reasons", "not there"),)}, "not in the text"),
        ({"deciding": (Marked("surveillance.interception", "the"),)}, "labels which it has not"),
    ],
)
def test_an_example_that_contradicts_itself_is_refused(change: dict, fault: str):
    row = {field: getattr(of(Polarity.RESTRICTIVE)[0], field) for field in Example.__slots__}
    with pytest.raises(ValueError, match=fault):
        Example(**{**row, **change})
