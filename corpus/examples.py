"""Labelled provisions to learn and to measure from: our own drafting, one file for each drafting tradition."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from pipeline.taxonomy import Polarity, Severity


@dataclass(frozen=True, slots=True)
class Example:
    """An article of our own drafting and what a person says of it.

    `polarity` is None for a neutral one. `labels` of an enabling one name the freedom that it protects. `deciding` are
    exact pieces of `text` that carry the labels, empty where nobody marked them; `severity` is None likewise. `law` and
    `part` are imagined, "" where the article stands alone. `pair` is shared by a minimal pair: nearly the same words,
    another meaning. `tradition` is the drafting tradition, `style` a finer name of it.
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
    deciding: tuple[str, ...]
    why: str
    pair: int | None

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError(f"{self.id} has no text")
        if (self.polarity is None) != (not self.labels):
            raise ValueError(f"{self.id}: labels and polarity do not agree")
        if missing := [words for words in self.deciding if words not in self.text]:
            raise ValueError(f"{self.id}: deciding words that are not in the text: {missing}")


@cache
def load_examples() -> tuple[Example, ...]:
    """All examples, in the order of their ids; ValueError for a row that contradicts itself."""
    rows = (json.loads(line) for _, source in corpus_files() for line in source.decode().splitlines())
    return tuple(sorted((_example(row) for row in rows), key=lambda example: example.id))


def corpus_files() -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each file of examples, by name: what a model's card is made from."""
    folder = files(__package__).joinpath("provisions")
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".jsonl"):
            yield file.name, file.read_bytes()


def _example(row: dict[str, Any]) -> Example:
    polarity = None if row["polarity"] == "neutral" else Polarity(row["polarity"])
    severity = Severity(row["severity"]) if row["severity"] else None
    plain = {key: row[key] for key in ("id", "tradition", "style", "law", "part", "heading", "text", "why", "pair")}
    return Example(**plain, polarity=polarity, severity=severity, labels=tuple(row["labels"]), deciding=tuple(row["deciding"]))
