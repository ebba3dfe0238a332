"""Three hundred provisions of our own, in the wording of many traditions, with the numbers that a reader takes from them.

The provisions and their answers were written before the detectors were run on them. A fact is right with its kind, its value and its
unit; of a range it is the upper end where the unit is said once. One found and not written counts as wrong. Authorities are counted
where a row names one.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from pipeline.judge.facts import find_facts

WRITTEN = Path(__file__).parent / "facts_written.jsonl"
LEAST = 0.95

Counted = tuple[str, float, str, str]


def written() -> list[tuple[str, list[Counted]]]:
    rows = (json.loads(line) for line in WRITTEN.read_text(encoding="utf-8").splitlines())
    return [(row["text"], [(f["kind"], f["value"], f["unit"], f.get("text", "")) for f in row["facts"]]) for row in rows]


def found(text: str, *, authorities: bool) -> list[Counted]:
    facts = find_facts(text, 0)
    kept = [f for f in facts if authorities or f.kind != "authority"]
    return [(f.kind, f.value, f.unit, f.text if f.kind == "authority" else "") for f in kept]


def test_there_are_three_hundred_provisions_of_many_traditions() -> None:
    rows = [json.loads(line) for line in WRITTEN.read_text(encoding="utf-8").splitlines()]
    assert len({row["text"] for row in rows}) >= 300
    assert len({row["tradition"] for row in rows}) >= 10
    assert {f["kind"] for row in rows for f in row["facts"]} >= {
        *("notice_period", "time_limit", "founders", "fine", "prison", "percentage", "cap", "fee", "distance", "count", "authority"),
    }


def test_ninety_five_in_a_hundred_are_right() -> None:
    right = wrong = 0
    misses: list[str] = []
    for text, expected in written():
        got = Counter(found(text, authorities=any(kind == "authority" for kind, *_ in expected)))
        hits = sum((got & Counter(expected)).values())
        right, wrong = right + hits, wrong + max(len(expected), got.total()) - hits
        if hits < max(len(expected), got.total()):
            misses.append(f"{text}\n   written {expected}\n   found {sorted(got.elements())}")
    share = right / (right + wrong)
    assert share >= LEAST, f"{share:.3f} of {right + wrong} facts right\n" + "\n".join(misses)


def test_whole_provisions_are_right_nine_times_in_ten() -> None:
    rows = written()
    whole = sum(Counter(found(t, authorities=any(k == "authority" for k, *_ in e))) == Counter(e) for t, e in rows)
    assert whole / len(rows) >= 0.9, f"{whole} of {len(rows)}"
