"""A scan: from files to alerts, each file with its result or its failure, in the order in which they were given."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.pool import ThreadPool
from pathlib import Path

from flows.reading import Limits, load, reading
from flows.rendering import Job, Order, Original, render
from flows.wiring import Court
from pipeline.analysis import Analysis
from pipeline.errors import ClausewatchError
from pipeline.read.limits import LONG

Progress = Callable[[Path, int, int], None]
_SPARE_CORE = (os.cpu_count() or 1) > 2
REPORT = "This is a fault of ours: please report it to whoever gave you the program, with the file where you may share it."


class SeveralLaws(ClausewatchError):
    """More laws than one stream of this form can hold."""

    code = "several_laws"
    remedy = "Give --out DIR: each law is then written to a file of its own."


@dataclass(frozen=True, slots=True)
class Scanned:
    """A file that was analysed: for each law in it the analysis, and the alert in the form that was asked for."""

    path: Path
    analyses: tuple[Analysis, ...]
    alerts: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that was not: a stable code, what is wrong, what to do."""

    path: Path
    code: str
    detail: str
    remedy: str


def failed(path: Path, error: ClausewatchError) -> Failure:
    """The failure that an error of ours stands for."""
    return Failure(path, error.code, error.detail, error.remedy)


@dataclass(frozen=True, slots=True)
class Scan:
    """How files are scanned: judged on `court`, within `limits`, given back as `order` says; `progress(file, done, total)`
    counts pages and may be called from any thread.
    """

    court: Court
    order: Order = field(default_factory=Order)
    limits: Limits = field(default_factory=Limits)
    password: str | None = None
    progress: Progress = lambda _path, _done, _total: None

    def files(self, paths: Iterable[Path], jobs: int = 1) -> Iterator[Scanned | Failure]:
        """Each file's result or failure, in their order, `jobs` of them read at the same time."""
        paths = tuple(paths)
        if min(jobs, len(paths)) < 2:
            yield from map(self.attempt, paths)
            return
        with ThreadPool(min(jobs, len(paths))) as pool:  # threads: each file is read in a child process of its own
            yield from pool.imap(self.attempt, paths)

    def attempt(self, path: Path) -> Scanned | Failure:
        """The file's result, or its failure whatever it is: one file of many must not cost the others theirs."""
        try:
            return self.file(path)
        except ClausewatchError as error:
            return failed(path, error)
        except Exception as error:  # noqa: BLE001 - one document of a batch
            return Failure(path, "internal", f"{type(error).__name__}: {error}", REPORT)

    def file(self, path: Path) -> Scanned:
        """The file's result. Raises ClausewatchError."""
        data, _ = load(path, self.limits.read)
        analyses = self.analyses(data, path)
        if self.order.one_stream and len(analyses) > 1 and not self.order.form.joins:
            raise SeveralLaws(f"it holds {len(analyses)} laws, and one {self.order.form.value} holds one")
        taxonomy, original = self.court.judges.taxonomy, Original(data, self.password, self.limits.process)
        alerts = tuple(render(Job(analysis, taxonomy, original, self.order, number)) for number, analysis in enumerate(analyses, 1))
        return Scanned(path, analyses, alerts)

    def analyses(self, data: bytes, path: Path) -> tuple[Analysis, ...]:
        """Reads in a child; the model is loaded beside as soon as a core is free, so that neither waits for the other."""

        def progress(done: int, total: int) -> None:
            if done >= total or total < LONG or _SPARE_CORE:  # two processes read a long file
                self.court.prepare()
            self.progress(path, done, total)

        document, laws = reading(data, path.name, password=self.password, limits=self.limits, progress=progress)
        return self.court.judge(document, laws)
