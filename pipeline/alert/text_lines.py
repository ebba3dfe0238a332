"""Lines of a terminal: wrapped to its width, with ink where it has any."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from pipeline.taxonomy import Severity

# Stand for the beginning and the end of a mark while lines are broken; private use, and dropped from the text itself.
OPEN, CLOSE = "\ue000", "\ue001"
_MARKS: Final = re.compile(f"[{OPEN}{CLOSE}]")
_COLOURS: Final = {Severity.CRITICAL: "1;31", Severity.HIGH: "31", Severity.MEDIUM: "33", Severity.LOW: "36"}
_PROTECTS: Final = "32"

Style = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Ink:
    """What the screen can show. Without `escapes` evidence stands between « and », and nothing else is marked."""

    escapes: bool

    def bold(self, text: str) -> str:
        """For headings."""
        return self._set("1", text)

    def faint(self, text: str) -> str:
        """For what is read last."""
        return self._set("2", text)

    def of(self, severity: Severity, restricts: bool) -> Style:
        """The colour of a severity, or of a protection."""
        code = _COLOURS[severity] if restricts else _PROTECTS
        return lambda text: self._set(code, text)

    def marked(self, text: str) -> str:
        """Marks evidence, for `wrapped` to set."""
        return OPEN + self.unmarked(text) + CLOSE

    def unmarked(self, text: str) -> str:
        """The text without what would look like a mark."""
        return _MARKS.sub("", text)

    def set_marks(self, line: str, *, inside: bool) -> str:
        """A line with its marks as the screen shows them; `inside` where a mark runs on from the line before.

        With escapes a mark that runs on is closed at the end of the line and opened anew, so that margins stay bare.
        """
        if not self.escapes:
            return line.replace(OPEN, "«").replace(CLOSE, "»")
        runs_on = line.rfind(OPEN) > line.rfind(CLOSE) or (inside and CLOSE not in line)
        whole = (OPEN if inside else "") + line + (CLOSE if runs_on else "")
        return whole.replace(OPEN, "\x1b[1;4m").replace(CLOSE, "\x1b[0m")

    def _set(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.escapes and text else text


PLAIN: Final = Ink(escapes=False)


def wrapped(
    text: str, width: int, *, first: str = "", rest: str = "", hang: int = 0, style: Style = str, ink: Ink | None = None
) -> Iterator[str]:
    """The text broken into lines of at most `width`, each set in `style`; `ink` sets the marks that `Ink.marked` made."""
    rest = rest or " " * hang
    room = max(width - max(len(first), len(rest)), 20)
    lines = textwrap.wrap(text if ink else _MARKS.sub("", text), room, break_on_hyphens=False) or [""]
    inside = False
    for number, line in enumerate(lines):
        shown = ink.set_marks(line, inside=inside) if ink else line
        inside = line.rfind(OPEN) > line.rfind(CLOSE) or (inside and CLOSE not in line)
        yield ((first if number == 0 else rest) + style(shown)).rstrip()


def indented(text: str, width: int, by: int, *, hang: int = 0) -> Iterator[str]:
    """The text wrapped behind a margin of `by` characters, later lines behind `hang`."""
    return wrapped(text, width, first=" " * by, rest=" " * max(by, hang))
