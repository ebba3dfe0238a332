"""Pages read by a second process beside the first: a long file then takes half the time on two cores.

The second is a fork of the child that reads, made before the child has any thread: it has the open file, and the child's
limits, already. It lives in the child's process group, and ends with the child however that ends.
"""

from __future__ import annotations

import ctypes
import marshal
import os
import pickle
import resource
import signal
import struct
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from pipeline.reading import ReadPage, Word

_LENGTH = struct.Struct("<I")
_MEMORY = 400_000_000
"""Private memory of the second process. A file that needs more is for the first, with all the memory there is."""
_DIE_WITH_PARENT = 1
_MOST_DESCRIPTORS = 1024


def beside(pages: Iterator[ReadPage]) -> Iterator[ReadPage]:
    """The same pages, read in a second process. They end early where it fails, whatever the reason; never raises for it."""
    reading, writing = os.pipe()
    try:
        second = os.fork()
    except OSError:  # no more processes: the first has to do it all
        os.close(reading)
        os.close(writing)
        return
    if second == 0:
        _read_for(os.getppid(), pages, writing)
    os.close(writing)
    try:
        with open(reading, "rb") as source:
            yield from _received(source)
    finally:
        os.kill(second, signal.SIGKILL)
        os.waitpid(second, 0)


def _read_for(first: int, pages: Iterator[ReadPage], writing: int) -> None:
    """The life of the second process; it must never return into the work of the first."""
    try:
        os.closerange(0, writing)  # the parent's pipe above all, whose end tells it that the first is gone
        os.closerange(writing + 1, _MOST_DESCRIPTORS)
        _bind_to(first)
        with open(writing, "wb") as out:
            for page in pages:
                packed = _packed(page)
                out.write(_LENGTH.pack(len(packed)) + packed)
                out.flush()
    finally:
        os._exit(0)  # an error is not told: the first meets it on the same page, and knows whom to tell


def _bind_to(first: int) -> None:
    """Ends this process with the first; where the kernel cannot be asked to, at the first page that nobody takes."""
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY if hard == resource.RLIM_INFINITY else min(_MEMORY, hard), hard))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
        if os.getppid() != first:  # it went before it could be bound to
            os._exit(0)


def _packed(page: ReadPage) -> bytes:
    """`marshal` for the words: faster than pickle, and letters and heights that words share stay shared on the other side."""
    rest = pickle.dumps(replace(page, words=()), protocol=5)
    return marshal.dumps((rest, tuple(map(tuple, page.words))))


def _unpacked(packed: bytes) -> ReadPage:
    rest, words = marshal.loads(packed)  # noqa: S302 - from our own fork
    page: ReadPage = pickle.loads(rest)  # noqa: S301
    return replace(page, words=tuple(map(Word._make, words)))


def _received(source: BinaryIO) -> Iterator[ReadPage]:
    """Until the other end is closed, or breaks off within a page."""
    while len(head := source.read(_LENGTH.size)) == _LENGTH.size:
        (length,) = _LENGTH.unpack(head)
        packed = source.read(length)
        if len(packed) < length:
            return
        yield _unpacked(packed)
