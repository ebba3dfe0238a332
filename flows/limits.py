"""A function in a child process that can be killed: bounded in time and memory, its crash an error of ours.

A plain child of the interpreter rather than `multiprocessing`: its `spawn` would import the caller's main module anew,
and `fork` is unsafe beside threads. On Linux the memory limit is the kernel's; elsewhere it may not be enforced.
"""

from __future__ import annotations

import os
import pickle
import resource
import selectors
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar, cast

from pipeline.errors import OutOfMemory, ReaderDied, TimedOut

_Result = TypeVar("_Result")
Progress = Callable[[int, int], None]
_FRAME = struct.Struct("<cQ")
_CHILD = Path(__file__).with_name("child.py")
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class ProcessLimits:
    """`seconds` in all, `stall_seconds` without any progress, `memory` in bytes of private memory of the child."""

    seconds: float = 600.0
    stall_seconds: float = 50.0
    memory: int = 1_600_000_000


def run_limited(
    function: Callable[..., _Result],
    *args: object,
    limits: ProcessLimits = ProcessLimits(),
    progress: Progress | None = None,
) -> _Result:
    """What `function(*args)` returns, computed in a child process that never outlives this call.

    `function` is importable by name, its arguments and result can be pickled. With `progress`, it is also given a
    `progress(done, total)` of its own, whose calls are relayed. Raises the `ClausewatchError` that the function raised,
    TimedOut, OutOfMemory, or ReaderDied when it crashed or raised anything else.
    """
    with closing(_results(function, args, limits, progress, several=False)) as results:
        return cast("_Result", next(results))


def stream_limited(
    function: Callable[..., Iterable[_Result]],
    *args: object,
    limits: ProcessLimits = ProcessLimits(),
    progress: Progress | None = None,
) -> Generator[_Result]:
    """What the iterable that `function(*args)` returns holds, each as soon as the child has made it.

    As `run_limited` otherwise. Time that the caller spends between two results does not count against the limits. Close
    it, or take all: the child lives until then.
    """
    with closing(_results(function, args, limits, progress, several=True)) as results:
        yield from cast("Generator[_Result]", results)


def _results(
    function: Callable[..., object], args: tuple[object, ...], limits: ProcessLimits, progress: Progress | None, *, several: bool
) -> Generator[object]:
    order = pickle.dumps((sys.path, limits.memory, int(limits.seconds) + 30, progress is not None, several))
    call = pickle.dumps((function, args), protocol=5)
    reading, writing = os.pipe()
    with open(reading, "rb", buffering=0) as answers:
        child = _start(writing)
        try:
            _send(child, order, call)
            yield from _answers(child, answers.fileno(), limits, progress)
        finally:
            _end(child)


def _start(writing: int) -> subprocess.Popen[bytes]:
    """The child, alone in its process group so that an interrupt at the terminal is ours to handle."""
    command = [sys.executable, "-P", "-W", "ignore", str(_CHILD), str(writing)]
    try:
        return subprocess.Popen(  # noqa: S603 - our own interpreter and file
            command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, pass_fds=(writing,), process_group=0
        )
    finally:
        os.close(writing)


def _send(child: subprocess.Popen[bytes], *parts: bytes) -> None:
    assert child.stdin is not None  # noqa: S101 - asked for a pipe
    try:
        for part in parts:
            child.stdin.write(struct.pack("<Q", len(part)) + part)
        child.stdin.close()
    except BrokenPipeError:
        return  # it died before it listened; how is told by its answer, or the lack of one


def _end(child: subprocess.Popen[bytes]) -> None:
    """Kills the child, and with it whatever process it has made: it leads a group of its own."""
    if child.returncode is None:
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()


def _answers(child: subprocess.Popen[bytes], descriptor: int, limits: ProcessLimits, progress: Progress | None) -> Iterator[object]:
    frames = _frames(descriptor, limits)
    for kind, payload in frames:
        if kind == b"P" and progress:
            progress(*struct.unpack("<QQ", payload))
        elif kind == b"C":
            yield pickle.load(_Parts(payload, frames, limits))  # noqa: S301 - from our own child
        elif kind == b"R":
            return
        else:
            _raise(kind, payload, limits)
    raise _cause_of_death(child, limits)


def _raise(kind: bytes, payload: bytes, limits: ProcessLimits) -> None:
    """Raise what the child says went wrong, if that is what its message says."""
    if kind == b"E":
        raise pickle.loads(payload)  # noqa: S301
    if kind == b"M":
        raise OutOfMemory(f"more than {limits.memory // 1_000_000} MB were needed")
    if kind == b"X":
        raise ReaderDied(payload.decode("utf-8", "replace"))


class _Parts:
    """A result that is taken up while it arrives, so that its bytes never stand in memory as a whole beside it."""

    def __init__(self, first: bytes, frames: Iterator[tuple[bytes, bytes]], limits: ProcessLimits) -> None:
        self._held, self._at = first, 0
        self._frames, self._limits = frames, limits

    def read(self, size: int) -> bytes:
        """`size` bytes. ReaderDied when the child ends before."""
        taken = self._held[self._at : self._at + size]
        self._at += len(taken)
        if len(taken) == size:
            return taken
        parts, missing = [taken], size - len(taken)
        while missing:
            self._next()
            parts.append(self._held[:missing])
            self._at = len(parts[-1])
            missing -= self._at
        return b"".join(parts)

    def readline(self) -> bytes:
        """Up to the next line end, which a pickle of this protocol does not ask for."""
        taken = b""
        while not taken.endswith(b"\n"):
            taken += self.read(1)
        return taken

    def _next(self) -> None:
        kind, payload = next(self._frames, (b"X", b"the reader ended in the middle of its answer"))
        _raise(kind, payload, self._limits)
        self._held, self._at = payload, 0


def _frames(descriptor: int, limits: ProcessLimits) -> Iterator[tuple[bytes, bytes]]:
    """The child's messages as they come, until it closes its end. Raises TimedOut."""
    pending = bytearray()
    end = time.monotonic() + limits.seconds
    with selectors.DefaultSelector() as selector:
        selector.register(descriptor, selectors.EVENT_READ)
        stalled = time.monotonic() + limits.stall_seconds
        while True:
            left = min(end, stalled) - time.monotonic()
            if left <= 0 or not selector.select(left):
                raise TimedOut(_waited(end, limits))
            chunk = os.read(descriptor, _CHUNK)
            if not chunk:
                return
            pending += chunk
            handed = time.monotonic()
            yield from _whole_frames(pending)
            stalled = time.monotonic() + limits.stall_seconds
            end += time.monotonic() - handed  # what the caller did with it is not the child's time


def _whole_frames(pending: bytearray) -> Iterator[tuple[bytes, bytes]]:
    """Take the complete messages from the front of `pending`."""
    while len(pending) >= _FRAME.size:
        kind, length = _FRAME.unpack_from(pending)
        whole = _FRAME.size + length
        if len(pending) < whole:
            return
        payload = bytes(pending[_FRAME.size : whole])
        del pending[:whole]
        yield kind, payload


def _waited(end: float, limits: ProcessLimits) -> str:
    if time.monotonic() >= end:
        return f"not done after {limits.seconds:.0f} seconds"
    return f"no progress for {limits.stall_seconds:.0f} seconds"


def _cause_of_death(child: subprocess.Popen[bytes], limits: ProcessLimits) -> OutOfMemory | ReaderDied | TimedOut:
    """Why a child that said nothing is gone. PDFium traps when it is refused memory, and the kernel kills for it."""
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode == -signal.SIGXCPU:
        return TimedOut(f"more than {limits.seconds:.0f} seconds of computing")
    ours = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # the kernel counts the moment before it became another program
    most = usage.ru_maxrss if usage.ru_maxrss > 1.2 * ours else 0
    if child.returncode == -signal.SIGKILL or most * 1024 > 0.6 * limits.memory:
        return OutOfMemory(f"more than {limits.memory // 1_000_000} MB were needed")
    if child.returncode < 0:
        return ReaderDied(f"the reader crashed ({signal.Signals(-child.returncode).name})")
    return ReaderDied(f"the reader ended without an answer (status {child.returncode})")
