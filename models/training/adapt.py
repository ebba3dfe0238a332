"""`python -m models.training.adapt --out models/encoder/adapter.npz`: teaches the encoder what our own drafting says of law.

Reads the drafted corpus alone. Without a GPU, the same corpus and the same choices give the same file on one machine. A
run that was broken off goes on, by the same command, from the half epoch that it last finished.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import torch

from corpus.examples import Example, corpus_files, load_examples
from corpus.taxonomy import load_taxonomy
from models.encoder.adapter import packed
from models.training.batches import questions_of, taught_of
from models.training.learn import Course, learn
from models.training.network import SCALE, adapter_of


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command."""
    out, course = _chosen(arguments)
    kept = out.with_name(out.name + ".part")
    source = adapt(load_examples(), course, kept, _say)
    out.write_bytes(source)
    kept.unlink(missing_ok=True)
    _say(f"{out}: {len(source)} bytes, sha256 {hashlib.sha256(source).hexdigest()}")
    return 0


def adapt(examples: Sequence[Example], course: Course, kept: Path, say: Callable[[str], None]) -> bytes:
    """The adapter's file, learnt from examples. `kept` is where a run that is broken off leaves what it has learnt."""
    taxonomy = load_taxonomy()
    taught = taught_of(examples, taxonomy)
    say(f"{len(examples)} articles, {len(taught)} passages")
    card = _card(course, len(examples), len(taught))  # before: the corpus may grow in the meantime
    return packed(adapter_of(learn(taught, course, kept, say), questions_of(taxonomy), SCALE, card))


def _chosen(arguments: Sequence[str] | None) -> tuple[Path, Course]:
    parser = argparse.ArgumentParser(prog="python -m models.training.adapt", description="Teaches the encoder from the drafted corpus.")
    usual = Course()
    parser.add_argument("--out", type=Path, required=True, help="the adapter's file")
    parser.add_argument("--epochs", type=int, default=usual.epochs, help="times that each passage is read")
    parser.add_argument("--rank", type=int, default=usual.rank, help="of the changes: the adapter's size grows with it")
    parser.add_argument("--rate", type=float, default=usual.rate, help="highest learning rate")
    parser.add_argument("--seed", type=int, default=usual.seed)
    given = parser.parse_args(arguments)
    if not given.out.parent.is_dir():  # said now, not after an hour
        parser.error(f"there is no folder {given.out.parent}")
    try:
        return given.out, Course(epochs=given.epochs, rank=given.rank, rate=given.rate, seed=given.seed)
    except ValueError as error:
        parser.error(str(error))


def _card(course: Course, examples: int, passages: int) -> dict[str, Any]:
    """What the adapter was learnt from, and how."""
    return {
        "corpus": drafted_digest(),
        "examples": examples,
        "passages": passages,
        "epochs": course.epochs,
        "rank": course.rank,
        "rate": course.rate,
        "seed": course.seed,
        "torch": torch.__version__,
        "from": "drafted corpus only: no real law",
    }


def drafted_digest() -> str:
    """Of the names and bytes of all files of examples to learn from (SHA-256, hexadecimal)."""
    digest = hashlib.sha256()
    for name, source in corpus_files():
        digest.update(f"{name}\0{len(source)}\0".encode() + source)
    return digest.hexdigest()


def _say(line: str) -> None:
    sys.stderr.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main())
