"""The composition root: brings the trained model and the taxonomy to the pipeline, beside whatever else goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from threading import Lock, Thread

from pipeline.analysis import Analysis
from pipeline.classifier import ProvisionClassifier
from pipeline.document import Document
from pipeline.errors import ClausewatchError
from pipeline.provision import Law
from pipeline.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True)
class Judges:
    """What judges a law."""

    classifier: ProvisionClassifier
    taxonomy: Taxonomy


Load = Callable[[Path, Callable[[str], None]], Judges]
"""Brings the judges, given the cache folder and whom to tell each step of a first training."""


class NoCache(ClausewatchError):
    """The folder of the trained model cannot be used."""

    code = "no_cache"
    remedy = "Set CLAUSEWATCH_CACHE to a folder that may be written to."


def load_judges(cache: Path, training: Callable[[str], None] = lambda _step: None, *, fast: bool = False) -> Judges:
    """The model and the taxonomy that we ship, without the encoder if `fast`; `training` is told each step of a first
    training. Raises ModelRefused, NoCache.
    """
    from corpus.taxonomy import load_taxonomy  # noqa: PLC0415 - loads YAML
    from models.store import load_or_train  # noqa: PLC0415 - loads NumPy, and scikit-learn where a model is trained

    try:
        cache.mkdir(parents=True, exist_ok=True)
        return Judges(load_or_train(cache, fast=fast, on_progress=training), load_taxonomy())
    except OSError as error:
        raise NoCache(f"{cache}: {error.strerror or error}") from error


class Court:
    """Where laws are judged, one at a time: judging holds the interpreter anyway, and its libraries promise no safety
    to several threads. The judges are loaded in a thread of their own, once, as soon as somebody says `prepare`.
    """

    def __init__(self, load: Callable[[], Judges]) -> None:
        self._load = load
        self._beginning, self._judging = Lock(), Lock()
        self._loading: Future[Judges] | None = None

    def prepare(self) -> None:
        """Begins to load the judges, if nobody has yet; returns at once. A training that nobody waits for any more ends with
        the program.
        """
        with self._beginning:
            if self._loading is None:
                self._loading = Future()
                Thread(target=self._keep, args=(self._loading,), daemon=True).start()

    def _keep(self, promise: Future[Judges]) -> None:
        try:
            promise.set_result(self._ready())
        except BaseException as error:  # noqa: BLE001 - it is raised where the judges are asked for
            promise.set_exception(error)

    def _ready(self) -> Judges:
        from flows.rehearsal import rehearse  # noqa: PLC0415 - loads the rules, and spaCy with them

        judges = self._load()
        rehearse(judges.classifier, judges.taxonomy)
        return judges

    def judge(self, document: Document, laws: Iterable[Law]) -> tuple[Analysis, ...]:
        """One analysis for each law. Raises ModelRefused."""
        from pipeline.analyse import analyse  # noqa: PLC0415 - loads the rules

        judges = self.judges
        with self._judging:
            return analyse(document, laws, judges.classifier, judges.taxonomy)

    @property
    def judges(self) -> Judges:
        """Those that are loaded, waited for where they are not. Raises ModelRefused."""
        self.prepare()
        assert self._loading is not None  # noqa: S101 - `prepare` has just seen to it
        return self._loading.result()
