"""Stand-ins written by hand for what is slow or far away: a model, the judges, a terminal."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event

from flows.wiring import Judges
from pipeline.classifier import Call, Judgement, ProvisionText
from pipeline.span import Span
from pipeline.taxonomy import Polarity
from tests.analyses import codebook

WORDS = (
    (re.compile(r"unless it is registered"), "registration.mandatory", Polarity.RESTRICTIVE),
    (re.compile(r"in his opinion"), "registration.refusal_grounds", Polarity.RESTRICTIVE),
    (re.compile(r"prior approval"), "foreign_funding.prior_approval", Polarity.RESTRICTIVE),
    (re.compile(r"enter the premises"), "surveillance.search_access", Polarity.RESTRICTIVE),
    (re.compile(r"No permission is required"), "assembly.authorisation", Polarity.ENABLING),
)


class WordClassifier:
    """Calls a label where its words stand."""

    @property
    def model_id(self) -> str:
        return "words-1"

    @property
    def expected_missed(self) -> None:
        return None

    def judge(self, provisions: Sequence[ProvisionText]) -> list[Judgement]:
        return [self._judgement(p.text) for p in provisions]

    def _judgement(self, text: str) -> Judgement:
        found = [(label, polarity, m) for words, label, polarity in WORDS if (m := words.search(text))]
        calls = tuple(Call(label, polarity, 0.9, (Span(*m.span()),)) for label, polarity, m in found)
        families = {family.id for family in codebook().families}
        hit = {label.partition(".")[0] for label, polarity, _ in found if polarity is Polarity.RESTRICTIVE}
        return Judgement(calls, tuple((family, 0.9 if family in hit else 0.01) for family in sorted(families)))


def word_judges(_cache: Path, _training: Callable[[str], None]) -> Judges:
    """Judges that need no training."""
    return Judges(WordClassifier(), codebook())


def newly_trained_judges(_cache: Path, training: Callable[[str], None]) -> Judges:
    """Judges that had to be trained first."""
    for step in ("reading examples", "fitting", "calibrating"):
        training(step)
    return Judges(WordClassifier(), codebook())


def endless_judges(_cache: Path, _training: Callable[[str], None]) -> Judges:
    """Judges that never come; says so, so that whoever waits for them can be interrupted for certain."""
    sys.stderr.write("waiting\n")
    sys.stderr.flush()
    Event().wait()
    raise AssertionError


def broken_judges(_cache: Path, _training: Callable[[str], None]) -> Judges:
    """Judges that fail as no error of ours does."""
    raise RuntimeError("the\nmodel is upside down")


class Terminal(io.StringIO):
    """A screen: lines can be written over."""

    def isatty(self) -> bool:
        return True
