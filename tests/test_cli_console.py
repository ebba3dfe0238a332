"""Standard error: a line that is written over on a terminal, next to nothing elsewhere, and nothing that a name can abuse."""

from __future__ import annotations

import io
from pathlib import Path

from app.console import TRAINING, Console
from tests.fakes import Terminal

BILL = Path("bills/bill.pdf")


def seen(stream: io.StringIO) -> list[str]:
    """What stays on the screen, line by line, after all that was written over."""
    lines = []
    for line in stream.getvalue().split("\n"):
        shown = ""
        for piece in line.split("\r"):
            shown = piece + shown[len(piece) :]
        lines.append(shown.rstrip())
    return lines


def test_a_terminal_shows_the_page_and_forgets_it():
    screen = Terminal()
    console = Console(screen)
    for page in (9, 10, 11):
        console.pages(BILL, page, 11)
    assert seen(screen) == ["bill.pdf: page 11 of 11"]
    console.clear()
    assert seen(screen) == [""]


def test_a_log_gets_no_pages_and_no_news_but_the_first_training():
    log = io.StringIO()
    console = Console(log)
    console.pages(BILL, 1, 600)
    for step in ("reading", "fitting"):
        console.training(step)
    console.written(BILL, "3 findings")
    console.clear()
    assert log.getvalue() == TRAINING + "\n"


def test_lines_that_stay_leave_nothing_of_the_progress_behind():
    screen = Terminal()
    console = Console(screen)
    console.pages(BILL, 599, 600)
    console.training("fitting")
    console.written(BILL, "3 findings, high")
    console.failure(BILL, "empty", "it is empty.", "Ask again.")
    assert seen(screen) == [TRAINING, "bills/bill.pdf: 3 findings, high", "bills/bill.pdf: empty: it is empty. Ask again.", ""]


def test_a_name_made_to_deceive_stays_on_its_line():
    screen = Terminal()
    console = Console(screen)
    console.pages(Path("a\x1b[2J\rb\u202e.pdf"), 1, 2)
    console.failure(Path("a\nb: damaged: c.pdf"), "empty", "nothing\nat\tall", "Ask\x07.")
    assert "\x1b" not in screen.getvalue()
    assert "\u202e" not in screen.getvalue()
    assert seen(screen)[0] == "a b: damaged: c.pdf: empty: nothing at all. Ask ."
