"""Labelled provisions to learn and to measure from: our own drafting, one file for each drafting tradition."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from pipeline.taxonomy import Polarity, Severity


class Marked(NamedTuple):
    """A piece of an example's text, and what it is: a label, an attribute, a kind of safeguard. "" where nobody said which."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Example:
    """An article of our own drafting and what a person says of it.

    `polarity` is None for a neutral one. `labels` of an enabling one name the freedom that it protects. `deciding` are
    exact pieces of `text` that carry the labels, empty where nobody marked them; `severity` is None likewise, and so are
    `attributes` and `safeguards` (empty ones were looked for and are not there). `law` and `part` are imagined, "" where
    the article stands alone. `pair` is shared by a minimal pair: nearly the same words, another meaning. `tradition` is
    the drafting tradition, `style` a finer name of it; `by` is the round of drafting that it comes from: `articles` of
    many laws, `whole_laws`, or `held_out`, whole laws by somebody who had seen only the codebook.
    """

    id: str
    tradition: str
    style: str
    law: str
    part: str
    heading: str
    text: str
    polarity: Polarity | None
    labels: tuple[str, ...]
    severity: Severity | None
    deciding: tuple[Marked, ...]
    attributes: tuple[Marked, ...] | None
    safeguards: tuple[Marked, ...] | None
    why: str
    pair: int | None
    by: str

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError(f"{self.id} has no text")
        if (self.polarity is None) != (not self.labels):
            raise ValueError(f"{self.id}: labels and polarity do not agree")
        marks = (*self.deciding, *(self.attributes or ()), *(self.safeguards or ()))
        if missing := [words for _, words in marks if words not in self.text]:
            raise ValueError(f"{self.id}: marked words that are not in the text: {missing}")
        if strangers := [label for label, _ in self.deciding if label and label not in self.labels]:
            raise ValueError(f"{self.id}: words that decide labels which it has not: {strangers}")


@cache
def load_examples() -> tuple[Example, ...]:
    """All examples to learn from, in the order of their ids; ValueError for a row that contradicts itself."""
    return _load(corpus_files())


@cache
def load_held_out() -> tuple[Example, ...]:
    """Whole laws and minimal pairs that no model learns from: what every model is measured by."""
    return _load(_files("held_out"))


def corpus_files() -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each file of examples to learn from, by name: what a model's card is made from."""
    return _files("provisions")


def _files(folder: str) -> Iterator[tuple[str, bytes]]:
    for file in sorted(files(__package__).joinpath(folder).iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".jsonl"):
            yield file.name, file.read_bytes()


def _load(sources: Iterator[tuple[str, bytes]]) -> tuple[Example, ...]:
    rows = (json.loads(line) for _, source in sources for line in source.decode().splitlines())
    return tuple(sorted((_example(row) for row in rows), key=lambda example: example.id))


def _example(row: dict[str, Any]) -> Example:
    polarity = None if row["polarity"] == "neutral" else Polarity(row["polarity"])
    severity = Severity(row["severity"]) if row["severity"] else None
    plain = {key: row[key] for key in ("id", "tradition", "style", "law", "part", "heading", "text", "why", "pair", "by")}
    return Example(
        **plain,
        polarity=polarity,
        severity=severity,
        labels=tuple(row["labels"]),
        deciding=_marks(row["deciding"]) or (),
        attributes=_marks(row["attributes"]),
        safeguards=_marks(row["safeguards"]),
    )


def _marks(given: list[list[str]] | None) -> tuple[Marked, ...] | None:
    return None if given is None else tuple(Marked(name, words) for name, words in given)
