"""Time and peak memory of a command, and the two rivals that a scan is measured against."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import psutil

PLUMBER = """
import sys, pdfplumber
count = 0
with pdfplumber.open(sys.argv[1]) as document:
    for page in document.pages:
        count += len(page.extract_words())
        page.close()
print(count, file=sys.stderr)
"""
PDFIUM = """
import sys, pypdfium2
document, count = pypdfium2.PdfDocument(sys.argv[1]), 0
for page in document:
    text = page.get_textpage()
    count += len(text.get_text_range())
    text.close()
    page.close()
print(count, file=sys.stderr)
"""


class Ran(NamedTuple):
    """Seconds on the clock; in bytes, the most resident memory of any one process, and of the whole tree at one moment."""

    seconds: float
    largest: int = 0
    together: int = 0


def clausewatch() -> list[str]:
    """The installed command."""
    program = Path(sys.executable).with_name("clausewatch")
    return [str(program)] if program.exists() else [sys.executable, "-c", "import sys; from app.cli import main; sys.exit(main())"]


def script(code: str, file: Path) -> list[str]:
    """A rival as a command."""
    return [sys.executable, "-c", code, str(file)]


def timed(command: list[str]) -> Ran:
    """Run to the end, output thrown away; CalledProcessError when it fails."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return Ran(time.perf_counter() - start)


def watched(command: list[str]) -> Ran:
    """Run to the end and look every 10 ms how much memory the process and its children hold together."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    root, largest, together = psutil.Process(child.pid), 0, 0
    while child.poll() is None:
        held = _held(root)
        largest, together = max(largest, *held), max(together, sum(held))
        time.sleep(0.01)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command)
    return Ran(time.perf_counter() - start, largest, together)


def _held(root: psutil.Process) -> list[int]:
    """Resident bytes of each process of the tree, what two share counted for both; one that ends while it is looked at holds 0."""
    held = [0]
    try:
        tree = [root, *root.children(recursive=True)]
    except psutil.Error:
        return held
    for process in tree:
        try:
            held.append(process.memory_info().rss)
        except psutil.Error:
            continue
    return held
