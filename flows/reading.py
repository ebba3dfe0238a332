"""Read a file, lay it out and segment it, in a child process with limits."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from flows.limits import ProcessLimits, run_limited, stream_limited
from pipeline.document import Document
from pipeline.errors import FileNotReadable, TooLarge
from pipeline.provision import Law
from pipeline.read import ReadLimits
from pipeline.read.pictures import Picture, render

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Limits:
    """All the bounds on one file."""

    read: ReadLimits = field(default_factory=ReadLimits)
    process: ProcessLimits = field(default_factory=ProcessLimits)


def read_file(
    file: Path | str | bytes,
    *,
    name: str = "",
    password: str | None = None,
    limits: Limits = Limits(),
    progress: Progress | None = None,
) -> tuple[Document, tuple[Law, ...]]:
    """The document of a path (or of bytes with a `name`) and the laws in it.

    `progress(done, total)` counts pages. Raises InputError for a file that cannot be used, LimitError for a limit
    reached.
    """
    data, own_name = (file, "document") if isinstance(file, bytes) else load(Path(file), limits.read)
    document, laws = reading(data, name or own_name, password=password, limits=limits, progress=progress)
    return document, tuple(laws)


def reading(
    data: bytes, name: str, *, password: str | None = None, limits: Limits = Limits(), progress: Progress | None = None
) -> tuple[Document, Iterator[Law]]:
    """The document in `data`, and its laws as they are found while the caller already judges the first. Raises as `read_file`."""
    quiet = progress or (lambda _done, _total: None)
    parts = stream_limited(_read, data, name, password, limits.read, limits=limits.process, progress=quiet)
    document = cast("Document", next(parts))
    return document, cast("Iterator[Law]", parts)


def _read(data: bytes, name: str, password: str | None, limits: ReadLimits, progress: Progress) -> Iterator[Document | Law]:
    """The document, then each of its laws."""
    from flows.beside import beside  # noqa: PLC0415 - only the child needs the stages
    from pipeline.layout import lay_out  # noqa: PLC0415
    from pipeline.read import read  # noqa: PLC0415
    from pipeline.structure import segments  # noqa: PLC0415

    digest = hashlib.sha256(data).hexdigest()
    reading = read(data, name, password=password, limits=limits, progress=progress, beside=beside)
    document = lay_out(reading, sha256=digest, name=name)
    del reading  # the document has its own copy of what it keeps
    total = len(document.pages) or 1
    progress(total, total)  # a sign of life between the stages
    yield document
    yield from segments(document)


def load(path: Path, limits: ReadLimits = ReadLimits()) -> tuple[bytes, str]:  # noqa: B008 - frozen
    """The bytes and the name of a file. Raises FileNotReadable, TooLarge."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise FileNotReadable(f"{path} is a folder" if stat.S_ISDIR(status.st_mode) else f"{path} is not a plain file")
        if status.st_size > limits.file_bytes:
            raise TooLarge(f"{status.st_size:,} bytes; the limit is {limits.file_bytes:,}")
        return path.read_bytes(), path.name
    except FileNotFoundError as error:
        raise FileNotReadable(f"there is no file at {path}") from error
    except (OSError, ValueError) as error:  # a path with a NUL byte is a ValueError
        raise FileNotReadable(f"{path}: {getattr(error, 'strerror', None) or error}") from error


def render_pages(
    data: bytes,
    pages: Sequence[int],
    *,
    password: str | None = None,
    dpi: int = 96,
    limits: ProcessLimits = ProcessLimits(),  # noqa: B008 - frozen
) -> tuple[Picture, ...]:
    """Pictures of some pages of a PDF (numbers from 1), in the order asked, made in a child process."""
    result: tuple[Picture, ...] = run_limited(
        _render, data, tuple(pages), password, dpi, limits=limits, progress=lambda _done, _total: None
    )
    return result


def _render(data: bytes, pages: tuple[int, ...], password: str | None, dpi: int, progress: Progress) -> tuple[Picture, ...]:
    return render(data, pages, password=password, dpi=dpi, progress=progress)
