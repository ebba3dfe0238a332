"""Our own held-out laws, which no model learns from, by drafting tradition; minimal pairs; facts; safeguards and attributes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import numpy as np

from corpus.examples import Example, load_held_out
from models.classifier import Classifier, Knowledge
from models.encoder.reader import Reader, encoder_bytes
from models.heads import Heads, answer
from models.quality import as_provision, flags_of
from tests.bench import marks
from tests.bench.bootstrap import Resampled
from tests.bench.counting import Flags, counted, pairs_right
from tests.bench.sheet import WAYS, Cell, Row, Section
from tests.test_facts_written import found, written


def drafted_sections(knowledge: Knowledge, model_id: str, say: Callable[[str], None]) -> list[Section]:
    """What is measured on our own laws."""
    examples = [example for example in load_held_out() if example.law]
    flags = []
    for way, reader in zip(WAYS, (None, Reader(encoder_bytes())), strict=True):
        say(f"judging {len(examples)} held-out articles of our own, {way}")
        flags.append(_flags(Classifier(model_id, knowledge, reader), examples))
    heads = knowledge.heads
    truth = np.array([answer(example.labels, example.polarity, heads) for example in examples])
    return [_traditions(examples, flags, truth, heads), _pairs(examples, flags, truth, heads)]


def _flags(classifier: Classifier, examples: list[Example]) -> Flags:
    """Law by law, as at run time."""
    flags = np.zeros((len(examples), classifier.heads.count), dtype=np.bool_)
    for law in sorted({(example.tradition, example.law) for example in examples}):
        own = [i for i, example in enumerate(examples) if (example.tradition, example.law) == law]
        judgements = classifier.judge([as_provision(examples[i]) for i in own])
        flags[own] = [flags_of(judgement, classifier.heads) for judgement in judgements]
    return flags


def _traditions(examples: list[Example], flags: list[Flags], truth: Flags, heads: Heads) -> Section:
    traditions = np.array([example.tradition for example in examples])
    rows = [_tradition("all", examples, np.arange(len(examples)), flags, truth, heads, None)]
    for name in np.unique(traditions):
        rows.append(_tradition(str(name), examples, np.flatnonzero(traditions == name), flags, truth, heads, 0.80))
    worst = [min(row.cells[i].numbers[-1][1] for row in rows[1:]) for i in range(len(WAYS))]
    lowest = Row("the lowest tradition", tuple(Cell((("F1", value),)) for value in worst), least=0.80)
    notes = ("drafted apart as whole laws by somebody who saw only the codebook; any restriction, families (micro F1), any enabling (F1)",)
    return Section("4a. Own held-out laws by drafting tradition", notes, (*rows, lowest))


def _tradition(name, examples, rows, flags: list[Flags], truth: Flags, heads: Heads, least: float | None) -> Row:
    laws = np.array([f"{examples[i].tradition}: {examples[i].law}" for i in rows])
    drawn, cells = Resampled(laws), []
    for own in (way[rows] for way in flags):
        families = counted(own[:, heads.restrictive], truth[rows][:, heads.restrictive]).f1
        enabling = counted(own[:, heads.any_enabling], truth[rows][:, heads.any_enabling]).f1
        any_flags, any_truth = own[:, heads.any_restrictive], truth[rows, heads.any_restrictive]
        whole = counted(any_flags, any_truth)
        interval = drawn.interval(lambda at, f=any_flags, t=any_truth: counted(f[at], t[at]).f1)
        numbers = (("micro", families), ("enabling", enabling), ("P", whole.precision), ("R", whole.recall), ("F1", whole.f1))
        cells.append(Cell(numbers, interval))
    true = int(truth[rows, heads.any_restrictive].sum())
    return Row(name, tuple(cells), f"{len(set(laws))} laws, {len(rows)} articles, {true} restrictive", least=least)


def _pairs(examples: list[Example], flags: list[Flags], truth: Flags, heads: Heads) -> Section:
    halves = [i for i, example in enumerate(examples) if example.pair is not None]
    cells, counts = [], []
    for way in flags:
        right = way[:, heads.any_restrictive] == truth[:, heads.any_restrictive]
        whole, of = pairs_right((examples[i].pair, bool(right[i])) for i in halves)
        cells.append(Cell((("right", whole / of),)))
        counts.append(f"{whole} of {of}")
    singles = tuple(Cell((("right", float(np.mean((way == truth)[halves, heads.any_restrictive]))),)) for way in flags)
    rows = (
        Row("pairs of which both halves are right", tuple(cells), " and ".join(counts), least=0.95),
        Row("halves that are right", singles, f"{len(halves)} halves"),
    )
    return Section("4b. Own minimal pairs, in held-out laws: restrictive or not", (), rows)


def fact_section() -> Section:
    """Values and units in provisions that were written for it."""
    rows = written()
    right = wrong = whole = 0
    for text, expected in rows:
        got = Counter(found(text, authorities=any(kind == "authority" for kind, *_ in expected)))
        hits, most = sum((got & Counter(expected)).values()), max(len(expected), got.total())
        right, wrong, whole = right + hits, wrong + most - hits, whole + (hits == most)
    return Section(
        "5a. Facts: kind, value and unit (the same both ways)",
        (),
        (
            Row("facts right", (Cell((("share", right / (right + wrong)),)),), f"{right} of {right + wrong}", least=0.95),
            Row("provisions wholly right", (Cell((("share", whole / len(rows)),)),), f"{whole} of {len(rows)}"),
        ),
    )


def mark_section() -> Section:
    """Safeguards and attributes on the marked articles of the laws beside the project: patterns, nothing learnt."""
    counts = marks.count()
    groups = ("safeguards", "attributes", "pooled", "pooled, developed on", "pooled, confirming")
    kinds = sorted(group for group, _ in counts if group.startswith(("safeguard ", "attribute ")))
    rows = [_marks(counts, group, wanted=group in groups[:2]) for group in (*groups, *dict.fromkeys(kinds))]
    notes = (
        f"written patterns, the same both ways; developed on the errors of {' '.join(sorted(marks.DEVELOPED_ON))}, confirmed on the others",
        "wanted: precision >= 0.85 and recall >= 0.70",
    )
    return Section("5b. Safeguards (all kinds but `other`) and attributes, on the articles where people marked them", notes, tuple(rows))


def _marks(counts: marks.Counts, group: str, *, wanted: bool) -> Row:
    right, wrong, missed = (counts[group, outcome] for outcome in ("right", "wrong", "missed"))
    precision, recall = right / max(right + wrong, 1), right / max(right + missed, 1)
    verdict = f", both reached: {'yes' if precision >= 0.85 and recall >= 0.70 else 'NO'}" if wanted else ""
    return Row(group, (Cell((("P", precision), ("R", recall))),), f"{right} right, {wrong} wrong, {missed} missed{verdict}")
