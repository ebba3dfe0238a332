"""Hostile files of our own making: each gives a result or one of our errors with a code and a remedy, in time."""

from __future__ import annotations

import time

import pytest

from flows.limits import ProcessLimits
from flows.reading import Limits, read_file
from pipeline.errors import ClausewatchError
from pipeline.read import ReadLimits
from tests.hostile_others import OTHERS
from tests.hostile_pdfs import CALM, GREEDY, Hostile
from tests.hostile_reader import Came, read_all

ROWS = (*CALM, *OTHERS)
SECONDS = 6.0
"""What one file may take here; the machine of the suite may be slow and busy."""


@pytest.fixture(scope="module")
def came() -> dict[str, Came]:
    """All rows that ask for nothing excessive, read in one child process as long as none kills it."""
    tasks = tuple((row.build(), _file_name(row), row.key) for row in ROWS)
    return {row.name: result for row, result in zip(ROWS, read_all(tasks), strict=True)}


def _file_name(row: Hostile) -> str:
    return row.name if "." in row.name else "file.pdf"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_hostile_file_gives_a_result_or_a_clear_error(row: Hostile, came: dict[str, Came]) -> None:
    got = came[row.name]
    assert got.outcome in row.outcomes, (row.purpose, got)
    assert got.seconds < SECONDS, row.purpose
    if got.outcome != "read":
        assert got.detail.strip()
        assert "\n" not in got.detail
        assert got.remedy
        return
    folded = " ".join(got.text.split())
    assert folded or got.problems, f"{row.purpose}: nothing was read, and nothing says so"
    assert row.says in folded, (row.purpose, folded[:500])
    assert not row.absent or row.absent not in folded, row.purpose
    assert not row.problem or row.problem in got.problems, (row.purpose, got.problems)
    assert row.pages in (None, got.pages), row.purpose


@pytest.mark.parametrize("row", GREEDY, ids=lambda row: row.name)
def test_a_greedy_file_is_stopped(row: Hostile) -> None:
    """Each in a child of its own, with a tenth of the usual memory and a few seconds."""
    limits = Limits(process=ProcessLimits(seconds=8.0, stall_seconds=8.0, memory=600_000_000))
    start = time.perf_counter()
    error = _error_of(row, limits)
    assert time.perf_counter() - start < 15
    assert (error.code if error else "read") in row.outcomes, row.purpose
    assert not error or (error.remedy and "\n" not in error.detail)


def _error_of(row: Hostile, limits: Limits) -> ClausewatchError | None:
    try:
        read_file(row.build(), name="file.pdf", limits=limits)
    except ClausewatchError as error:
        return error
    return None


def test_limits_of_bytes_and_pages_are_kept() -> None:
    with pytest.raises(ClausewatchError) as caught:
        read_file(b"1. Short title\n" * 100, name="law.txt", limits=Limits(read=ReadLimits(file_bytes=1_000)))
    assert caught.value.code == "too_large"


def test_no_row_is_there_twice() -> None:
    names = [row.name for row in (*ROWS, *GREEDY)]
    assert len(names) == len(set(names))
    assert all(row.purpose for row in (*ROWS, *GREEDY))
