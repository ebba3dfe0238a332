"""Print every labelled law in three layouts, read all back, and print a table by layout and the failures.

.venv/bin/python -m tests.bench.round_trip [seeds] [law ...]
"""

# ruff: noqa: T201 - a command whose business is to print a table

from __future__ import annotations

import sys
from collections import defaultdict

from tests.law_printer import LAYOUTS, print_law
from tests.law_printer_invented import invented_laws
from tests.law_printer_sources import labelled_laws
from tests.round_trip import Outcome, read_back


def main(arguments: list[str]) -> None:
    """Run it."""
    seeds = int(arguments[0]) if arguments else 1
    wanted = set(arguments[1:])
    laws = [law for law in labelled_laws() or invented_laws() if not wanted or law.id in wanted]
    totals: dict[str, list[Outcome]] = defaultdict(list)
    for seed in range(seeds):
        for index, law in enumerate(laws):
            for layout in LAYOUTS:
                printed = print_law(law.title, law.articles, layout, seed * 100 + index)
                outcome = read_back(printed)
                totals[layout].append(outcome)
                _report(f"{law.id} | {layout} | seed {printed.seed}", printed.style.place, outcome)
    print(f"\n{'layout':22} {'articles':>8} {'whole':>6} {'share':>7} {'headings':>8} {'extra':>6}")
    for layout, outcomes in totals.items():
        articles, whole = sum(o.articles for o in outcomes), sum(o.whole for o in outcomes)
        headings, extra = sum(o.headings for o in outcomes), sum(len(o.extra) for o in outcomes)
        print(f"{layout:22} {articles:8} {whole:6} {whole / articles:7.2%} {headings / articles:8.1%} {extra:6}")
    print(f"left out of the sources: {sum(law.left_out for law in laws)} rows out of the order of their numbers")


def _report(name: str, place: str, outcome: Outcome) -> None:
    if outcome.failures or outcome.extra:
        print(f"{name}: {outcome.whole}/{outcome.articles} whole, {place}, laws {outcome.laws}, extra {list(outcome.extra)}")
    for failure in outcome.failures:
        print(f"    {failure.number}: {failure.why}")


if __name__ == "__main__":
    main(sys.argv[1:])
