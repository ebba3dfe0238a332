"""How well attributes and safeguards are found on the labelled laws beside the project, for each kind and each jurisdiction.

    python -m tests.bench.marks

Counted for each restrictive article with marked words: a kind is right where the reader names it too. The patterns are written, not
learnt; they were developed on the errors of half of the jurisdictions, and the other half only confirms them.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pipeline.judge.attributes import find_attributes
from pipeline.judge.facts import find_facts
from pipeline.judge.safeguards import find_guards
from pipeline.judge.words import words_of

LAWS = Path(__file__).parents[2].parent / "shared" / "laws"
DEVELOPED_ON = frozenset({"tz", "pk", "sg", "in", "gh", "na"})
UNMARKED = frozenset({"rw-ngo-2012", "rw-media-2013"})
UNCOUNTED = "other"

Counts = Counter[tuple[str, str]]


def marked() -> Iterator[tuple[str, dict]]:
    """Each marked restrictive article with its jurisdiction."""
    for path in sorted(LAWS.glob("*.jsonl")):
        rows = map(json.loads, path.read_text(encoding="utf-8").splitlines()) if path.stem not in UNMARKED else ()
        yield from ((path.stem.partition("-")[0], row) for row in rows if row["polarity"] == "restrictive" and row.get("spans"))


def named(row: dict) -> frozenset[str]:
    """The kinds that the reader names."""
    safeguards = {f"safeguard {s['kind']}" for s in row["safeguards"] if s["kind"] != UNCOUNTED}
    return frozenset(safeguards | {f"attribute {kind}" for kind in (*row["attributes"], *(s["kind"] for s in row["attribute_spans"]))})


def found(text: str) -> frozenset[str]:
    """The kinds that the rules find."""
    words = words_of(text)
    safeguards = {f"safeguard {g.kind}" for g in find_guards(words) if g.kind != UNCOUNTED}
    return frozenset(safeguards | {f"attribute {a.kind}" for a in find_attributes(words, 0, find_facts(text, 0))})


def count() -> Counts:
    """Right, wrong and missed by kind, sort and jurisdiction."""
    counts: Counts = Counter()
    for jurisdiction, row in marked():
        half = "developed on" if jurisdiction in DEVELOPED_ON else "confirming"
        gold, got = named(row), found(row["text"])
        for kind in gold | got:
            outcome = "right" if kind in gold and kind in got else "wrong" if kind in got else "missed"
            groups = (kind, kind.partition(" ")[0] + "s", "pooled", f"pooled, {half}", f"in {jurisdiction}")
            counts.update((group, outcome) for group in groups)
    return counts


def line(counts: Counts, group: str) -> str:
    right, wrong, missed = (counts[group, outcome] for outcome in ("right", "wrong", "missed"))
    precision, recall = right / max(right + wrong, 1), right / max(right + missed, 1)
    return f"{group:36} P {precision:.3f}  R {recall:.3f}  right {right}  wrong {wrong}  missed {missed}"


def main() -> None:
    if not LAWS.is_dir():
        sys.exit("no labelled laws beside the project")
    counts = count()
    sys.stdout.write("\n".join(line(counts, group) for group in sorted({group for group, _ in counts})) + "\n")


if __name__ == "__main__":
    main()
