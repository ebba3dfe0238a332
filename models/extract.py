"""Makes `real_law.npz` from the labelled laws beside the project: counts, answers, labels and citations, no text.

    python -m models.extract ../shared models/real_law.npz

It takes a few minutes: the encoder reads every window. Needed again when the adapter, the windows or the counts change.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from corpus.taxonomy import load_taxonomy
from models.cited import cites
from models.encoder.reader import Reader, adapter_digest, encoder_bytes
from models.features import counted
from models.heads import heads_of
from models.lessons import carried
from models.real_law import Floats, RealLaw, packed
from models.signs import signs
from pipeline.classifier import ProvisionText
from pipeline.span import Span

_EVERY = 3
"""Of the neutral articles, every third is kept: more did not cut false alarms further, and the file stays small."""
_RUN = 11
_CODES = {
    "Bangladeshi": "bd", "Cambodian": "kh", "Jamaican": "jm", "Namibian": "na", "Pakistani": "pk", "Rwandan": "rw",
    "Tanzanian": "tz", "Zambian": "zm", "ghana": "gh", "india": "in", "nigeria": "ng", "singapore": "sg",
}  # fmt: skip
_POLARITY = {"restrictive": 1, "enabling": -1, "neutral": 0}


@dataclass(frozen=True)
class Article:
    """An article as its file gives it. `law` is its file's name, `title` the law's."""

    law: str
    title: str
    jurisdiction: str
    look_alike: bool
    row: dict[str, Any]


def labelled(folder: Path) -> list[Article]:
    """The labelled articles of `laws/`, without those marked to be skipped."""
    head, *index = (line.split("\t") for line in (folder / "INDEX.tsv").read_text(encoding="utf-8").splitlines())
    told = {row[0]: dict(zip(head, row, strict=True)) for row in index}
    return [
        Article(path.stem, told[path.stem]["title"], path.stem.partition("-")[0], told[path.stem]["kind"] != "on topic", row)
        for path in sorted(folder.glob("*.jsonl"))
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())
        if row["polarity"] != "skip"
    ]


def neutral(path: Path) -> list[Article]:
    """The neutral articles, numbered in their order."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        Article(
            f"neutral: {row['law']}", row["law"], _CODES[row["jurisdiction"]], True, {**row, "n": n, "polarity": "neutral", "labels": []}
        )
        for n, row in enumerate(rows)
    ]


def twins(articles: Sequence[Article]) -> list[str]:
    """For each article the jurisdiction of another that shares over half its runs of eleven words with it, or ""."""
    runs = [_runs(article.row["text"]) for article in articles]
    holders: dict[int, set[str]] = {}
    for article, own in zip(articles, runs, strict=True):
        for run in own:
            holders.setdefault(run, set()).add(article.jurisdiction)
    return [_twin(article.jurisdiction, own, holders) for article, own in zip(articles, runs, strict=True)]


def _twin(jurisdiction: str, runs: set[int], holders: dict[int, set[str]]) -> str:
    others = [holder for run in runs for holder in holders[run] if holder != jurisdiction]
    most = max(sorted(set(others)), key=others.count, default="")  # the first by name where several have as much
    return most if others.count(most) > len(runs) / 2 else ""


def _runs(text: str) -> set[int]:
    words = text.lower().split()
    return {hash(tuple(words[i : i + _RUN])) for i in range(len(words) - _RUN + 1)}


def cut(article: Article) -> Iterator[tuple[ProvisionText, tuple[str, ...], bool]]:
    """Each window of an article, the labels that it carries, and whether that is sure."""
    row = article.row
    marks = [(span["label"], Span(span["start"], span["end"])) for span in row.get("spans") or ()]
    parts = (row["part"],) if row["part"] else ()
    for window, labels in carried(row["text"], row["labels"], marks):
        text = window.of(row["text"])
        yield (
            ProvisionText(text=text, heading=row["heading"], parts=parts, law=article.title, article=row["article"]),
            (labels if labels is not None else tuple(row["labels"])),
            labels is not None,
        )


def extract(shared: Path, answers: Callable[[Sequence[ProvisionText]], Floats]) -> RealLaw:
    """All that is kept. `shared` holds `laws` and `neutral`; `answers` are the encoder's log-odds of windows."""
    articles = labelled(shared / "laws")
    twin = [*twins(articles)]
    others = neutral(shared / "neutral" / "articles.jsonl")[::_EVERY]
    every, twin = [*articles, *others], [*twin, *[""] * len(others)]
    rows = [(i, *window) for i, article in enumerate(every) for window in cut(article)]
    provisions, owner = [row[1] for row in rows], [every[row[0]] for row in rows]
    names = heads_of(load_taxonomy()).labels
    articles_of = np.array([row[0] for row in rows])
    pairs = cites(provisions, articles_of)
    polarity = [_POLARITY[article.row["polarity"]] if row[2] else 0 for article, row in zip(owner, rows, strict=True)]
    return RealLaw(
        counts=counted(provisions),
        answers=answers(provisions),
        labels=np.array([[name in row[2] for name in names] for row in rows]),
        label_names=names,
        polarity=np.array(polarity, dtype=np.int8),
        sure=np.array([row[3] for row in rows]),
        doubt=np.array([bool(article.row.get("doubt")) for article in owner]),
        look_alike=np.array([article.look_alike for article in owner]),
        jurisdiction=np.array([article.jurisdiction for article in owner]),
        twin=np.array([twin[row[0]] for row in rows]),
        law=np.array([article.law for article in owner]),
        article=np.array([article.row["n"] for article in owner], dtype=np.int32),
        signs=signs(provisions).astype(np.uint8),
        citing=pairs.windows,
        cited=np.searchsorted(articles_of, pairs.articles),
        adapter=adapter_digest(),
    )


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Counts and answers of real law, without its words")
    parser.add_argument("shared", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    arguments.out.write_bytes(packed(extract(arguments.shared, Reader(encoder_bytes()).answers)))


if __name__ == "__main__":
    main()
