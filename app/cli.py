"""The command line. Every way out of the program ends here: a status, at most one line, never a traceback."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from app.arguments import parse

if TYPE_CHECKING:  # `--help` needs none of it
    from flows.wiring import Load

INTERNAL, USAGE, INTERRUPTED, CLOSED_PIPE = 1, 2, 130, 141


def main(arguments: Sequence[str] | None = None, load: Load | None = None) -> int:
    """Runs a command and gives the exit status of the process; `load` brings other judges than ours."""
    asked = parse(sys.argv[1:] if arguments is None else arguments)
    try:
        status = _run(asked, load)
        sys.stdout.flush()
    except KeyboardInterrupt:
        _say("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        _discard_the_rest()
        return CLOSED_PIPE
    except Exception as error:  # noqa: BLE001 - the top: whatever it is, the user gets one line
        _say(f"internal: {type(error).__name__}: {error}. This is a fault of ours: please report it to whoever gave you the program.")
        _flush_or_discard()
        return INTERNAL
    return status


def _run(asked: argparse.Namespace, load: Load | None) -> int:
    if asked.command == "schema":
        return _schema()
    from app.console import Console  # noqa: PLC0415 - what a command needs is loaded for it alone
    from app.scanning import UsageError, scan  # noqa: PLC0415
    from flows.wiring import load_judges  # noqa: PLC0415

    try:
        return scan(asked, Console(), load or partial(load_judges, fast=asked.fast))
    except UsageError as error:
        _say(f"error: {error}")
        return USAGE


def _schema() -> int:
    from pipeline.alert.json import schema_text  # noqa: PLC0415

    print(schema_text())  # noqa: T201 - what was asked for
    return 0


def _say(line: str) -> None:
    print("clausewatch: " + " ".join(line.split()), file=sys.stderr)  # noqa: T201 - the one line


def _flush_or_discard() -> None:
    """What a full disk did not take must not be tried again when the interpreter ends, which would say so in its own words."""
    try:
        sys.stdout.flush()
    except OSError:
        _discard_the_rest()


def _discard_the_rest() -> None:
    """Whoever read our output has left; what is still buffered must not be written when the interpreter ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
