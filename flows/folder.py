"""A folder that takes alerts: one file a law, named after the file that it came from, never over an original."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from pipeline.errors import ClausewatchError


class NotWritable(ClausewatchError):
    """An alert could not be written."""

    code = "not_writable"
    remedy = "Check that the folder of --out may be written to and that the disk has room."


class Folder:
    """Gives names out and writes whole files or none.

    `<stem>.<suffix>` is the first law of a file, `<stem>-2.<suffix>` the second. Files of the same stem count on. The
    first name of a file is kept for it, and no name is given that an original has, whatever the case of its letters.
    """

    def __init__(self, path: Path, suffix: str, sources: Iterable[Path]) -> None:
        """`sources` are all the originals, whose stems and places are known before the first is read."""
        self._path = path
        self._suffix = suffix
        sources = tuple(sources)
        self._originals = {_folded(source) for source in sources}
        self._kept = {_folded(self._named(source.stem, 1)) for source in sources}
        self._taken: set[str] = set()

    def would_cover(self, source: Path) -> bool:
        """Whether the first alert of a source would be written over an original."""
        return _folded(self._named(source.stem, 1)) in self._originals

    def put(self, source: Path, alerts: Iterable[bytes]) -> tuple[Path, ...]:
        """Writes the alerts of one source, in their order, and says where. Raises NotWritable."""
        return tuple(self._write(self._next(source.stem), alert) for alert in alerts)

    def _next(self, stem: str) -> Path:
        number, name = 1, self._named(stem, 1)
        while _folded(name) in self._taken | self._originals or (number > 1 and _folded(name) in self._kept):
            number += 1
            name = self._named(stem, number)
        self._taken.add(_folded(name))
        return name

    def _named(self, stem: str, number: int) -> Path:
        return self._path / (f"{stem}.{self._suffix}" if number == 1 else f"{stem}-{number}.{self._suffix}")

    def _write(self, target: Path, alert: bytes) -> Path:
        """Under another name first, so that whoever watches the folder never sees half an alert."""
        part = target.with_name(f".clausewatch-{os.getpid()}.part")
        try:
            part.write_bytes(alert)
            part.replace(target)
        except OSError as error:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise NotWritable(f"{target}: {error.strerror or error}") from error
        return target


def _folded(path: Path) -> str:
    return os.path.abspath(path).casefold()
