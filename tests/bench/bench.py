"""What a scan costs: `make bench`. Prints ratios first; absolute times depend on the machine and its neighbours.

A scan's whole command (start, model, child process, reading, layout, segmenting, judging, JSON) against pdfplumber's
words alone and PDFium's raw text alone, on the same file, turn by turn in one run; the middle of three is counted.
"""

# ruff: noqa: T201 - a command whose business is to print a table

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from pathlib import Path
from statistics import median
from typing import TypeVar

from flows.wiring import Judges
from pipeline.document import Document
from pipeline.provision import Law
from tests.bench.long_files import joined, sources
from tests.bench.measure import PDFIUM, PLUMBER, clausewatch, script, timed, watched

T = TypeVar("T")
ROUNDS = 3
LONG, SHORT_MEMORY, LONG_MEMORY, BILL = 600, 65, 650, 100


def main() -> None:
    """Run everything and print."""
    origin, files = sources()
    print(f"pages from: {origin}")
    with tempfile.TemporaryDirectory() as folder:
        made = {pages: joined(files, pages, Path(folder) / f"{pages}.pdf") for pages in (LONG, SHORT_MEMORY, LONG_MEMORY, BILL)}
        _warm(made[SHORT_MEMORY])
        _speed(made[LONG])
        _memory(made[SHORT_MEMORY], made[LONG_MEMORY])
        _both_ways(made[BILL], made[LONG_MEMORY])
        _stages(made[LONG], made[BILL])
    _help()


def _scan(file: Path, *, fast: bool = True) -> list[str]:
    return [*clausewatch(), "scan", str(file), *(["--fast"] if fast else []), "--format", "json"]


def _warm(file: Path) -> None:
    """Train the model where it is not trained yet; said, not counted."""
    start = time.perf_counter()
    subprocess.run(_scan(file), check=True, capture_output=True)
    print(f"first scan of {SHORT_MEMORY} pages, training included where needed: {time.perf_counter() - start:.1f} s")


def _speed(file: Path) -> None:
    commands = {"whole scan": _scan(file), "pdfplumber words": script(PLUMBER, file), "raw PDFium text": script(PDFIUM, file)}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            times[name].append(timed(command).seconds)
    middle = {name: median(found) for name, found in times.items()}
    scan = middle["whole scan"]
    print(f"\n{LONG} pages, {ROUNDS} rounds     ratio to scan  seconds  pages/s")
    for name, seconds in middle.items():
        print(f"{name:24} {seconds / scan:12.2f}x {seconds:8.2f} {LONG / seconds:8.1f}")
    print(f"the scan is {middle['pdfplumber words'] / scan:.1f} times as fast as pdfplumber's words alone (wanted: at least 6)")


def _memory(short: Path, long: Path) -> None:
    few, many = watched(_scan(short)), watched(_scan(long))
    print(f"\npeak memory, {LONG_MEMORY} to {SHORT_MEMORY} pages (wanted: at most 1.3x)   ratio  {SHORT_MEMORY} pages  {LONG_MEMORY} pages")
    for name, least, most in (
        ("largest process", few.largest, many.largest),
        ("all processes together", few.together, many.together),
    ):
        print(f"{name:52} {most / least:6.2f}x {least / 1e6:6.0f} MB {most / 1e6:7.0f} MB")


def _both_ways(bill: Path, long: Path) -> None:
    """With the encoder, which is the default, and without it."""
    commands = {"with the encoder": _scan(bill, fast=False), "--fast": _scan(bill), "pdfplumber words": script(PLUMBER, bill)}
    times = {name: median(timed(command).seconds for _ in range(ROUNDS)) for name, command in commands.items()}
    print(f"\n{BILL} pages, {ROUNDS} rounds     ratio to pdfplumber's words  seconds   wanted")
    for (name, seconds), wanted in zip(times.items(), ("under 30 s", "under 5 s", ""), strict=True):
        print(f"{name:24} {seconds / times['pdfplumber words']:26.2f}x {seconds:8.2f}   {wanted}")
    held = watched(_scan(long, fast=False))
    print(
        f"{LONG_MEMORY} pages with the encoder: at most {held.largest / 1e6:.0f} MB in one process, "
        f"{held.together / 1e6:.0f} MB in all (wanted: under 1,000), {held.seconds:.1f} s"
    )


def _stages(long: Path, short: Path) -> None:
    """Stages in this process, with the encoder, without the child and the start; forms on the shorter file."""
    from flows.settings import read_settings  # noqa: PLC0415 - the stages' libraries must not weigh on what was timed above
    from flows.wiring import load_judges  # noqa: PLC0415
    from pipeline.judge import judge  # noqa: PLC0415
    from pipeline.layout import lay_out  # noqa: PLC0415
    from pipeline.read import read  # noqa: PLC0415
    from pipeline.structure import segment  # noqa: PLC0415

    clock = Clock()
    judges = clock("load model and taxonomy", lambda: load_judges(read_settings(os.environ).cache))

    def stages(file: Path) -> tuple[bytes, Document, tuple[Law, ...]]:
        print(f"\ntime by stage, {file.stem} pages")
        data = file.read_bytes()
        reading = clock("read", lambda: read(data, "joined.pdf"))
        document = clock("layout", lambda: lay_out(reading, sha256=sha256(data).hexdigest(), name="joined.pdf"))
        laws = clock("segment", lambda: segment(document))
        clock("judge", lambda: [judge(document, law, judges.classifier, judges.taxonomy) for law in laws])
        clock.show()
        return data, document, laws

    _forms(*stages(short), judges)
    stages(long)


def _forms(data: bytes, document: Document, laws: tuple[Law, ...], judges: Judges) -> None:
    """Each form of the alert for all laws of the shorter file."""
    from flows.form import Form  # noqa: PLC0415
    from flows.rendering import Job, Order, Original, render  # noqa: PLC0415
    from pipeline.analyse import analyse  # noqa: PLC0415

    analyses = analyse(document, laws, judges.classifier, judges.taxonomy)
    clock = Clock()
    for form in Form:
        jobs = [Job(a, judges.taxonomy, Original(data), Order(form), number) for number, a in enumerate(analyses, 1)]
        clock(f"form {form.value}", partial(_rendered, render, jobs))
    print(f"forms, {len(laws)} laws, {sum(len(a.findings) for a in analyses)} findings")
    clock.show()


def _rendered(render: Callable[[T], bytes], jobs: list[T]) -> list[bytes]:
    return [render(job) for job in jobs]


class Clock:
    """Runs things and remembers how long each took."""

    def __init__(self) -> None:
        self._times: dict[str, float] = {}

    def __call__(self, name: str, thing: Callable[[], T]) -> T:
        start = time.perf_counter()
        result = thing()
        self._times[name] = time.perf_counter() - start
        return result

    def show(self) -> None:
        """Print and forget."""
        total = sum(self._times.values())
        for name, seconds in self._times.items():
            print(f"  {name:24} {seconds / total:6.1%} {seconds:8.2f} s")
        self._times.clear()


def _help() -> None:
    seconds = median(timed([*clausewatch(), "--help"]).seconds for _ in range(7))
    print(f"\nclausewatch --help: {seconds:.2f} s (wanted: under 0.4)")


if __name__ == "__main__":
    main()
