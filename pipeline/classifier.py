"""What the pipeline asks of a model; `models/` supplies one, `flows/wiring.py` brings them together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from pipeline.span import Span
from pipeline.taxonomy import Polarity


@dataclass(frozen=True, slots=True)
class ProvisionText:
    """A judged provision with its context. Only `text` can hold evidence.

    `law` is the law's title, `parts` the headings above the article, `heading` the article's, `lead_in` the governing
    words above when they are not in `text`; `article` is the number by which the law itself cites the article.
    """

    text: str
    heading: str = ""
    lead_in: str = ""
    parts: tuple[str, ...] = ()
    law: str = ""
    article: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """One label that a model gives a provision: calibrated probability and the deciding words (spans of its text)."""

    label: str
    polarity: Polarity
    probability: float
    evidence: tuple[Span, ...]

    def __post_init__(self) -> None:
        if not 0.0 <= self.probability <= 1.0:
            raise ValueError(f"not a probability: {self.probability}")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a model says of one provision: the calls that reach its thresholds, and every family's probability."""

    calls: tuple[Call, ...]
    scores: tuple[tuple[str, float], ...]


class ProvisionClassifier(Protocol):
    """Judges provisions; never edits them."""

    @property
    def model_id(self) -> str:
        """Names the model and what it was trained from."""

    @property
    def expected_missed(self) -> float | None:
        """The share of a law's restrictive articles that it is expected to miss at most, on laws like those it was measured on, from
        countries that it never saw; None where nobody measured it.
        """

    def judge(self, provisions: Sequence[ProvisionText]) -> list[Judgement]:
        """One judgement for each provision, in order."""
