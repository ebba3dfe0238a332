"""A function in a child process: its answer, its errors, and every way in which it can fail to give one."""

from __future__ import annotations

import operator
import os
import signal
import threading
import time
from collections.abc import Iterator

import pytest

from flows.limits import ProcessLimits, run_limited, stream_limited
from flows.reading import load, read_file, render_pages
from pipeline.errors import EmptyFile, FileNotReadable, OutOfMemory, ReaderDied, TimedOut, TooLarge
from pipeline.read import ReadLimits, read
from tests.drawn_pdf import drawn, line

TIGHT = ProcessLimits(seconds=20, stall_seconds=1.0, memory=300_000_000)


def test_the_answer_comes_back() -> None:
    assert run_limited(operator.mul, 6, 7) == 42


def test_a_large_answer_comes_back_whole() -> None:
    assert len(run_limited(operator.mul, b"lantern!", 3_000_000)) == 24_000_000


def test_progress_is_relayed() -> None:
    seen: list[tuple[int, int]] = []
    reading = run_limited(_read_two, drawn(line("a"), line("b")), progress=lambda done, total: seen.append((done, total)))
    assert reading == 2
    assert seen == [(1, 2), (2, 2)]


def test_an_error_of_ours_is_raised_as_itself() -> None:
    with pytest.raises(EmptyFile, match=r"bill\.pdf"):
        run_limited(read, b"", "bill.pdf")


@pytest.mark.parametrize(
    ("function", "argument", "error", "words"),
    [
        (time.sleep, 60, TimedOut, "no progress for 1 second"),
        (bytes, 2_000_000_000, OutOfMemory, "300 MB"),
        (int, "lantern", ReaderDied, "ValueError: invalid literal"),
        (os._exit, 3, ReaderDied, "status 3"),
        (signal.raise_signal, signal.SIGSEGV, ReaderDied, "SIGSEGV"),
    ],
)
def test_every_way_to_fail(function: object, argument: object, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        run_limited(function, argument, limits=TIGHT)  # type: ignore[arg-type]


def test_a_crash_without_a_word() -> None:
    with pytest.raises(ReaderDied, match="SIGABRT"):
        run_limited(os.abort, limits=TIGHT)


def _two_then_a_fault(first: str) -> Iterator[str]:
    yield first
    yield first * 2
    raise ValueError("no third lantern")


def test_results_come_one_by_one_up_to_a_fault() -> None:
    results = stream_limited(_two_then_a_fault, "lantern", limits=TIGHT)
    assert [next(results), next(results)] == ["lantern", "lanternlantern"]
    with pytest.raises(ReaderDied, match="no third lantern"):
        next(results)


def _slow(seconds: float) -> Iterator[float]:
    for _ in range(2):
        time.sleep(seconds)
        yield seconds


def test_what_the_caller_does_between_results_is_not_the_childs_time() -> None:
    results = stream_limited(_slow, 0.4, limits=ProcessLimits(seconds=2.5, stall_seconds=2.0))
    next(results)
    time.sleep(2.6)
    assert list(results) == [0.4]


def test_a_stream_that_is_left_takes_its_child_along() -> None:
    children = f"/proc/{os.getpid()}/task/{threading.get_native_id()}/children"
    before = _read_children(children)
    results = stream_limited(_slow, 0.1)
    next(results)
    assert _read_children(children) != before
    results.close()
    assert _read_children(children) == before


def test_an_interrupt_kills_the_child() -> None:
    children = f"/proc/{os.getpid()}/task/{threading.get_native_id()}/children"
    before = _read_children(children)
    threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT)).start()
    with pytest.raises(KeyboardInterrupt):
        run_limited(time.sleep, 30)
    assert _read_children(children) == before


def _read_children(path: str) -> str:
    if not os.path.exists(path):
        pytest.skip("the kernel does not list children")
    with open(path) as file:
        return file.read()


def _read_two(data: bytes, progress: object) -> int:
    return len(read(data, "bill.pdf", progress=progress).pages)  # type: ignore[arg-type]


def test_a_file_is_read_laid_out_and_segmented(tmp_path: object) -> None:
    document, laws = read_file(drawn(line("1. No person shall light a lantern.")), name="bill.pdf")
    assert "light a lantern" in document.text
    assert len(document.sha256) == 64
    assert laws


def test_what_cannot_be_opened(tmp_path) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"")
    (tmp_path / "big.pdf").write_bytes(b"x" * 100)
    for path in (tmp_path / "absent.pdf", tmp_path, tmp_path / "no\x00name"):
        with pytest.raises(FileNotReadable):
            read_file(path)
    with pytest.raises(EmptyFile):
        read_file(tmp_path / "empty.pdf")
    with pytest.raises(TooLarge):
        load(tmp_path / "big.pdf", ReadLimits(file_bytes=10))


def test_pictures_of_pages() -> None:
    pictures = render_pages(drawn(line("a"), line("b")), [2, 1, 9], dpi=72)
    assert [(p.page, p.width, p.height) for p in pictures] == [(2, 400, 300), (1, 400, 300)]
    assert all(p.image.startswith(b"\x89PNG") and p.media_type == "image/png" for p in pictures)
