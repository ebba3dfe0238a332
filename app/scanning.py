"""`clausewatch scan`: checks what was asked for, scans, and puts each alert where it belongs."""

from __future__ import annotations

import argparse
import gc
import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from app.console import Console
from flows.folder import Folder, NotWritable
from flows.form import Form
from flows.rendering import Order, prepare
from flows.scan import Failure, Scan, Scanned, failed
from flows.settings import BadSetting, Settings, read_settings
from flows.wiring import Court, Judges, Load
from pipeline.analysis import Analysis

DONE, SOME_FAILED, USAGE = 0, 1, 2


class UsageError(Exception):
    """The command line asks for what cannot be; the message says what to do instead."""


def scan(asked: argparse.Namespace, console: Console, load: Load) -> int:
    """Runs the command with the judges that `load` brings, and gives its exit status. Raises UsageError before anything is read."""
    paths = tuple(Path(file) for file in asked.files)
    form = Form(asked.format)
    folder = _folder(asked.out, form, paths)
    settings = _settings()
    gc.disable()  # a long act makes a million objects that all live on: looking them over costs a tenth

    def judges() -> Judges:
        prepare(form)
        return load(settings.cache, console.training)

    court = Court(judges)
    run = Scan(court, _order(asked, form), settings.limits, asked.password, console.pages)
    status = _deliver(run.files(paths, asked.jobs), folder, console, tidy=len(paths) > 1)
    gc.freeze()  # the interpreter looks everything over once more when it ends, for a third of a second, with nobody to use it
    gc.enable()
    return status


def _deliver(results: Iterable[Scanned | Failure], folder: Folder | None, console: Console, *, tidy: bool) -> int:
    """Puts each result where it belongs; with `tidy`, what one file has left behind is cleared before more of them come."""
    status = DONE
    for result in results:
        outcome = _put(result, folder, console) if isinstance(result, Scanned) else result
        console.clear()
        if isinstance(outcome, Failure):
            console.failure(outcome.path, outcome.code, outcome.detail, outcome.remedy)
            status = SOME_FAILED
        if tidy:
            gc.collect()
    return status


def _put(result: Scanned, folder: Folder | None, console: Console) -> Failure | None:
    """Writes the alerts of one file; a folder that refuses them fails this file only."""
    if folder is None:
        console.clear()
        for alert in result.alerts:
            _print(alert)
        return None
    try:
        written = folder.put(result.path, result.alerts)
    except NotWritable as error:
        return failed(result.path, error)
    for target, analysis in zip(written, result.analyses, strict=True):
        console.written(target, _said(analysis))
    return None


def _said(analysis: Analysis) -> str:
    number = sum(f.polarity.value == "restrictive" for f in analysis.findings)
    found = f"{number} finding{'s' if number != 1 else ''}, {analysis.severity.value}" if analysis.severity else "nothing found"
    return found if analysis.status == "complete" else f"{found} (not all of it could be read)"


def _print(alert: bytes) -> None:
    """Bytes as they are; a terminal that cannot show a character gets a question mark in its place."""
    encoding = (sys.stdout.encoding or "utf-8").lower()
    if sys.stdout.isatty() and encoding.replace("-", "") != "utf8":
        alert = alert.decode().encode(encoding, "replace")
    sys.stdout.flush()
    sys.stdout.buffer.write(alert)
    sys.stdout.buffer.flush()


def _folder(out: str | None, form: Form, paths: tuple[Path, ...]) -> Folder | None:
    """Where alerts are written, None for standard output. Raises UsageError."""
    if out is None:
        if len(paths) > 1:
            raise UsageError("several FILEs need --out DIR: one alert is written for each law")
        if form.binary and sys.stdout.isatty():
            raise UsageError(f"{form.value} cannot be shown on a terminal: give --out DIR, or send it to a file with >")
        return None
    try:
        Path(out).mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise UsageError(f"--out {out}: {getattr(error, 'strerror', None) or error}") from error
    folder = Folder(Path(out), form.suffix, paths)
    for path in paths:
        if folder.would_cover(path):
            raise UsageError(f"the alert of {path} would be written over an original: give another --out")
    return folder


def _order(asked: argparse.Namespace, form: Form) -> Order:
    to_screen = asked.out is None and sys.stdout.isatty()
    return Order(
        form,
        everything=asked.all,
        width=shutil.get_terminal_size().columns if to_screen else 80,
        escapes=to_screen and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb",
        one_stream=asked.out is None,
    )


def _settings() -> Settings:
    try:
        return read_settings(os.environ)
    except BadSetting as error:
        raise UsageError(f"{error.detail}. {error.remedy}") from error
