"""What is said on standard error: progress on a terminal, a few lines elsewhere, and one line for each failure."""

from __future__ import annotations

import sys
from pathlib import Path
from threading import Lock
from typing import TextIO

TRAINING = "first run: training the model, about a minute and a half"


class Console:
    """Standard error, shared by all threads."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._live = self._stream.isatty()
        self._lock = Lock()
        self._shown = 0
        self._told = False

    def pages(self, path: Path, done: int, total: int) -> None:
        """How far a file is read; only where a line can be written over."""
        if self._live and total > 1:
            self._over(f"{_printable(path.name)}: page {done} of {total}")

    def training(self, step: str) -> None:
        """A step of the first training: said once that it takes longer, then, on a terminal, how far it is."""
        if not self._told:
            self._told = True
            self.line(TRAINING)
        if self._live:
            self._over(f"training: {_printable(step)}")

    def written(self, path: Path, said: str) -> None:
        """Where an alert was written, for somebody who watches."""
        if self._live:
            self.line(f"{path}: {said}")

    def failure(self, path: Path, code: str, detail: str, remedy: str) -> None:
        """One line: file, code, what is wrong, what to do."""
        self.line(f"{path}: {code}: {detail.rstrip('.')}. {remedy}")

    def line(self, text: str) -> None:
        """A line that stays."""
        self.clear()
        with self._lock:
            print(_printable(text), file=self._stream, flush=True)

    def clear(self) -> None:
        """Takes the progress away, before something else is written to the same terminal."""
        self._over("")

    def _over(self, text: str) -> None:
        if not self._live:
            return
        with self._lock:
            shown = text[:78]
            self._stream.write("\r" + shown.ljust(self._shown) + ("" if shown else "\r"))
            self._stream.flush()
            self._shown = len(shown)


def _printable(text: str) -> str:
    """On one line, without what a terminal would obey: a file may be named to deceive."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
