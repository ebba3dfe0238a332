"""What a model learns from: each window of an article, with what is true of it.

At run time single windows are judged, so they are what is taught. An article's deciding words say which of its windows
carry its labels; where they do not say, the window is known only not to carry other labels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.examples import Example
from models.windows import windows
from pipeline.classifier import ProvisionText
from pipeline.span import Span
from pipeline.taxonomy import Polarity

_MOST = 0.6
"""A window carries a label that has this share of its deciding words in it."""


@dataclass(frozen=True)
class Lesson:
    """A window with what is true of it. `group` stands or falls together where a model is measured: a tradition, a country.

    `labels` are those it carries; `sure` is False where only the whole article's are known.
    """

    example: str
    group: str
    provision: ProvisionText
    polarity: Polarity | None
    labels: tuple[str, ...]
    deciding: tuple[str, ...]
    sure: bool = True


def lessons_of(examples: Sequence[Example]) -> tuple[Lesson, ...]:
    """All lessons of the examples, in their order."""
    return tuple(lesson for example in examples for lesson in _lessons(example))


def _lessons(example: Example) -> list[Lesson]:
    place = (example.heading, (example.part,) if example.part else (), example.law)
    marks = [(label, _span(example.text, words)) for label, words in example.deciding]
    return [
        Lesson(
            example=example.id,
            group=example.tradition,
            provision=ProvisionText(text=window.of(example.text), heading=place[0], parts=place[1], law=place[2]),
            polarity=example.polarity if labels else None,
            labels=labels or (),
            deciding=tuple(span.of(example.text) for _, span in marks if labels and window.start <= span.start and span.end <= window.end),
            sure=labels is not None,
        )
        for window, labels in carried(example.text, example.labels, marks)
    ]


def _span(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


def carried(text: str, labels: Sequence[str], marks: Sequence[tuple[str, Span]]) -> list[tuple[Span, tuple[str, ...] | None]]:
    """The windows of an article's text, and which of its labels each carries; None where the marks do not tell.

    `marks` are deciding words with the label that they carry, "" where nobody said which: then they carry all.
    """
    found = windows(text)
    if not labels or len(found) == 1:
        return [(window, tuple(labels)) for window in found]
    held: list[set[str]] = [set() for _ in found]
    for label, span in marks:
        shares = [max(0, min(span.end, window.end) - max(span.start, window.start)) for window in found]
        for i, share in enumerate(shares):
            if share and (share == max(shares) or share >= _MOST * (span.end - span.start)):
                held[i].update([label] if label else labels)
    if set().union(*held) != set(labels):
        return [(window, None) for window in found]
    return [(window, tuple(label for label in labels if label in own)) for window, own in zip(found, held, strict=True)]
