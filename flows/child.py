"""The other end of `flows.limits`: run as a file by the interpreter, it reads one call, makes it, and writes the answer.

Messages out: one byte for the kind, eight for the length, the payload. P progress, C a part of a result, R all results
are out, E an error of ours, M out of memory, X any other exception in one line.
"""

from __future__ import annotations

import gc
import os
import pickle
import struct
import sys
from collections.abc import Callable
from types import ModuleType
from typing import BinaryIO


def _main() -> None:
    out = os.fdopen(int(sys.argv[1]), "wb")
    paths, memory, seconds, relay, several = pickle.loads(_next_part(sys.stdin.buffer))  # noqa: S301 - from our own parent
    sys.path[:] = paths
    _confine(memory, seconds)
    gc.set_threshold(200_000, 20, 20)  # a long act makes a quarter of a million words that all live on
    kind, payload = _outcome(sys.stdin.buffer, out, _relay(out) if relay else None, several)
    _write(out, kind, payload)
    out.close()
    os._exit(0)  # nothing is left to tidy: the parent has the answer and waits


def _outcome(source: BinaryIO, out: BinaryIO, progress: Callable[[int, int], None] | None, several: bool) -> tuple[bytes, bytes]:
    try:
        function, args = pickle.loads(_next_part(source))  # noqa: S301 - from our own parent
        result = function(*args, progress=progress) if progress else function(*args)
        for each in result if several else (result,):
            pickle.dump(each, _Parts(out), protocol=5)
        return b"R", b""
    except MemoryError:
        return b"M", b""
    except Exception as error:  # noqa: BLE001 - whatever a library throws at a hostile file, the parent is told
        return _told(error)


class _Parts:
    """Sends a result while it is being written down, so that its bytes never stand in memory as a whole beside it."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out

    def write(self, part: bytes) -> int:
        """Send a part on its way."""
        _write(self._out, b"C", bytes(part))
        return len(part)


def _told(error: Exception) -> tuple[bytes, bytes]:
    from pipeline.errors import ClausewatchError  # noqa: PLC0415 - the search path is set only now

    if isinstance(error, ClausewatchError):
        return b"E", pickle.dumps(error)
    trace, where = error.__traceback__, ""
    while trace:
        where = f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}"
        trace = trace.tb_next
    return b"X", f"{type(error).__name__}: {error} ({where})".encode()


def _next_part(source: BinaryIO) -> bytes:
    (length,) = struct.unpack("<Q", source.read(8))
    return source.read(int(length))


def _write(out: BinaryIO, kind: bytes, payload: bytes) -> None:
    out.write(struct.pack("<cQ", kind, len(payload)))
    out.write(payload)
    out.flush()


def _relay(out: BinaryIO) -> Callable[[int, int], None]:
    def progress(done: int, total: int) -> None:
        _write(out, b"P", struct.pack("<QQ", done, total))

    return progress


def _confine(memory: int, seconds: int) -> None:
    """Bounds that the kernel holds: private memory, and processor time in case the parent is gone."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    _bound(resource, resource.RLIMIT_DATA, memory)
    _bound(resource, resource.RLIMIT_CPU, seconds)
    _bound(resource, resource.RLIMIT_CORE, 0)


def _bound(resource: ModuleType, what: int, value: int) -> None:
    _, hard = resource.getrlimit(what)
    allowed = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(what, (allowed, hard))


if __name__ == "__main__":
    _main()
