"""Reads rows of the hostile catalogue within one child process and tells what came of each."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import NamedTuple

from flows.limits import ProcessLimits, run_limited
from pipeline.errors import ClausewatchError
from pipeline.layout import lay_out
from pipeline.read import read
from pipeline.structure import segment


class Came(NamedTuple):
    """What came of a file: `read` or an error's code, its line and remedy, and what was read."""

    outcome: str
    detail: str
    remedy: str
    text: str
    pages: int
    problems: tuple[str, ...]
    seconds: float


Task = tuple[bytes, str, str | None]


def read_each(tasks: tuple[Task, ...], progress: Callable[[int, int], None]) -> list[Came]:
    """Read the files one after the other; runs in the child."""
    found = []
    for i, (data, name, password) in enumerate(tasks, 1):
        found.append(_read_one(data, name, password))
        progress(i, len(tasks))
    return found


def _read_one(data: bytes, name: str, password: str | None) -> Came:
    start = time.perf_counter()
    try:
        document = lay_out(read(data, name, password=password), sha256="0" * 64, name=name)
        laws = segment(document)
    except ClausewatchError as error:
        return Came(error.code, error.detail, error.remedy, "", 0, (), time.perf_counter() - start)
    problems = tuple(p.code for p in (*document.problems, *(p for law in laws for p in law.problems)))
    return Came("read", "", "", document.text, len(document.pages), problems, time.perf_counter() - start)


def read_all(tasks: tuple[Task, ...]) -> list[Came]:
    """All the files, in as few children as can be: one that kills its child is told so, and the next begins a new one."""
    done = 0

    def progress(count: int, _total: int) -> None:
        nonlocal done
        done = count

    if not tasks:
        return []
    limits = ProcessLimits(seconds=90.0, stall_seconds=12.0)
    start = time.perf_counter()
    try:
        found: list[Came] = run_limited(read_each, tasks, limits=limits, progress=progress)
    except ClausewatchError as error:
        culprit = Came(error.code, error.detail, error.remedy, "", 0, (), time.perf_counter() - start)
        at = done
        return [*read_all(tasks[:at]), culprit, *read_all(tasks[at + 1 :])]
    return found
