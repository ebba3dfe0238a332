"""A second process that reads every other page of a long file: the same reading, whatever becomes of that process."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from flows.beside import beside
from flows.limits import ProcessLimits, run_limited
from pipeline.errors import TimedOut
from pipeline.read import read
from pipeline.read.limits import LONG
from pipeline.reading import ReadPage, Word
from pipeline.span import Box
from tests.drawn_pdf import drawn, line

BOOK = drawn(*(line(f"Section {number} applies to every lantern") for number in range(1, LONG + 2)))


def test_a_long_file_reads_the_same_in_two_processes() -> None:
    seen: list[tuple[int, int]] = []
    reading = read(BOOK, "book.pdf", beside=beside, progress=lambda done, total: seen.append((done, total)))
    assert reading == read(BOOK, "book.pdf")
    assert seen == [(number, LONG + 1) for number in range(1, LONG + 2)]


def test_a_short_file_is_read_by_one() -> None:
    assert read(drawn(line("a"), line("b")), "act.pdf", beside=_never) == read(drawn(line("a"), line("b")), "act.pdf")


def _never(_pages: Iterator[ReadPage]) -> Iterator[ReadPage]:
    raise AssertionError


def _raises(_number: int) -> None:
    raise ValueError


def _crashes(_number: int) -> None:
    os.abort()


def _leaves(_number: int) -> None:
    os._exit(3)


@pytest.mark.parametrize("end", [_raises, _crashes, _leaves])
def test_where_the_second_process_fails_the_first_reads_on(end: Callable[[int], None]) -> None:
    here = os.getpid()

    def failing(pages: Iterator[ReadPage]) -> Iterator[ReadPage]:
        def until_forty() -> Iterator[ReadPage]:
            for page in pages:
                if page.number == 40 and os.getpid() != here:
                    end(40)
                yield page

        return beside(until_forty())

    assert read(BOOK, "book.pdf", beside=failing) == read(BOOK, "book.pdf")


def test_a_page_comes_through_whole() -> None:
    box = Box(1, 0, 0, 10, 10)
    word = Word("naïve\N{ZERO WIDTH JOINER}", 0.1, 1 / 3, 5.0, 2.0, 9.5, struck=True, upright=False, hyphen=True)
    page = ReadPage(7, 595.0, 842.0, box, (word, word), reader="careful")
    received = tuple(beside(iter([page])))
    assert received == (page,)
    assert type(received[0].words[0]) is Word


def _hang(folder: str) -> None:
    Path(folder, "first").write_text(str(os.getpid()))
    list(beside(_hanging(Path(folder))))


def _hanging(folder: Path) -> Iterator[ReadPage]:
    folder.joinpath("second").write_text(str(os.getpid()))
    time.sleep(60)
    yield ReadPage(1, 1.0, 1.0, Box(1, 0, 0, 1, 1))


def test_both_end_at_the_time_limit(tmp_path: Path) -> None:
    with pytest.raises(TimedOut):
        run_limited(_hang, str(tmp_path), limits=ProcessLimits(seconds=20, stall_seconds=1.0))
    assert _gone(tmp_path / "first")
    assert _gone(tmp_path / "second")


def test_the_second_ends_when_the_first_is_killed(tmp_path: Path) -> None:
    first = os.fork()
    if first == 0:
        try:
            _hang(str(tmp_path))
        finally:
            os._exit(0)
    named = tmp_path / "second"
    while not (named.exists() and named.read_text()):
        time.sleep(0.01)
    os.kill(first, signal.SIGKILL)
    os.waitpid(first, 0)
    assert _gone(named)


def _gone(named: Path) -> bool:
    """Whether the process whose number stands in the file ends within seconds; one that only waits to be buried has ended."""
    for _ in range(200):
        try:
            if psutil.Process(int(named.read_text())).status() == psutil.STATUS_ZOMBIE:
                return True
        except psutil.NoSuchProcess:
            return True
        time.sleep(0.02)
    return False
