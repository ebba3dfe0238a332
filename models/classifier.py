"""The trained classifier: what `pipeline.classifier.ProvisionClassifier` asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from models.cited import cites
from models.decide import Called, decide
from models.evidence import deciding_spans, shares, words_in
from models.features import counted, places, weighted
from models.fit import Floats, added
from models.heads import Heads
from models.learn import Learnt, Way, probability
from models.material import squashed
from models.ngrams import Ints
from models.signs import signs
from models.stack import Place
from models.tagger import Tagger
from models.windows import windows
from pipeline.classifier import Call, Judgement, ProvisionText
from pipeline.span import Span

_NEARLY = 0.7
"""A window that is this nearly as probable as the loudest speaks for a call as well."""
BATCH = 500
"""Windows scored at once: the vectors of a long act together would be the largest thing in memory."""


class Answers(Protocol):
    """What reads a window and answers every question with log-odds: the encoder, or a stand-in."""

    def answers(self, provisions: Sequence[ProvisionText]) -> NDArray[np.float32]:
        """One row for each provision."""


@dataclass(frozen=True, eq=False)
class Knowledge:
    """All that was learnt, and what it needs to be used: what a model's file holds."""

    heads: Heads
    idf: NDArray[np.float32]
    learnt: Learnt
    tagger: Tagger


@dataclass(frozen=True, eq=False)
class Classifier:
    """Judges a whole law at once; never edits what it is given. Without a `reader` it judges the fast way."""

    model_id: str
    knowledge: Knowledge
    reader: Answers | None = None

    @property
    def heads(self) -> Heads:
        """The questions it answers."""
        return self.knowledge.heads

    @property
    def way(self) -> Way:
        """How it weighs what it knows."""
        return self.knowledge.learnt.full if self.reader else self.knowledge.learnt.fast

    @property
    def expected_missed(self) -> float:
        """The share of a law's restrictive articles that it is expected to miss at most."""
        return self.way.missed

    def judge(self, provisions: Sequence[ProvisionText]) -> list[Judgement]:
        """One judgement for each provision, in order: calls with their deciding words, and every family's probability."""
        cut = [(number, window) for number, provision in enumerate(provisions) for window in windows(provision.text)]
        if not cut:
            return []
        parts = [_part(provisions[number], window) for number, window in cut]
        rows = probability(self.log_odds(parts))
        owners = np.array([number for number, _ in cut])
        return [self._judgement(provision, rows, cut, np.flatnonzero(owners == i)) for i, provision in enumerate(provisions)]

    def log_odds(self, parts: Sequence[ProvisionText]) -> Floats:
        """What it says of windows: one row for each, one column for each head."""
        learnt, heads = self.knowledge.learnt, self.heads
        laws = np.unique([part.law for part in parts], return_inverse=True)[1].astype(np.int64)
        words = np.vstack([self._words(parts[start : start + BATCH]) for start in range(0, len(parts), BATCH)])
        fast = learnt.fast.stack.log_odds([words], laws, heads)
        if self.reader is None:
            return fast
        answers = np.tile(learnt.sieve.unread, (len(parts), 1))
        read = np.flatnonzero(learnt.sieve.reads(fast, heads))
        if len(read):
            answers[read] = squashed(self.reader.answers([parts[i] for i in read.tolist()]))
        return learnt.full.stack.log_odds([words, learnt.answers.scores(answers), answers], laws, heads, place_of(parts))

    def _words(self, parts: Sequence[ProvisionText]) -> Floats:
        return self.knowledge.learnt.words.scores(weighted(counted(parts), self.knowledge.idf))

    def _judgement(self, provision: ProvisionText, rows: Floats, cut: Sequence[tuple[int, Span]], own: Ints) -> Judgement:
        """Of a provision's windows the highest speaks for each head."""
        highest = rows[own].max(axis=0)
        called = decide(highest, self.heads, self.way.thresholds)
        calls = tuple(self._call(provision.text, one, [cut[i][1] for i in self._loud(rows, own, one.head)]) for one in called)
        scores = tuple(zip(self.heads.families, map(float, highest[self.heads.restrictive]), strict=True))
        return Judgement(calls, scores)

    def _loud(self, rows: Floats, own: Ints, head: int) -> list[int]:
        """The windows that speak for a head: the loudest, and those nearly as loud. One speaks for a label that also restricts at
        all: of a long article many carry a label's words, and few decide.
        """
        frees = self.heads.enabling.start <= head < self.heads.enabling.stop
        voices = rows[own, head] * rows[own, self.heads.any_enabling if frees else self.heads.any_restrictive]
        return [int(i) for i in own[voices >= _NEARLY * voices.max()]]

    def _call(self, text: str, called: Called, loud: Sequence[Span]) -> Call:
        """A call with the words that decide it, sought in the windows that speak for it."""
        found = [(window, span) for window in loud for span in self._deciding(window.of(text), called.head)]
        evidence = tuple(Span(window.start + span.start, window.start + span.end) for window, span in found)
        return Call(called.label, called.polarity, called.probability, evidence)

    def _deciding(self, text: str, head: int) -> tuple[Span, ...]:
        knowledge = self.knowledge
        worth = shares(places(text), partial(added, knowledge.learnt.words, knowledge.idf, head))
        return deciding_spans(words_in(text), knowledge.tagger.likely(text, worth))


def _part(provision: ProvisionText, window: Span) -> ProvisionText:
    return replace(provision, text=window.of(provision.text))


def place_of(parts: Sequence[ProvisionText]) -> Place:
    """What is seen of windows beside what models say of them."""
    named = [f"{part.law}\n{part.article or f'window {row}'}" for row, part in enumerate(parts)]
    articles = np.unique(named, return_inverse=True)[1].astype(np.int64)
    return Place(signs(parts), articles, cites(parts, articles))
