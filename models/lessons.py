"""What a model learns from: articles of the corpus, and each numbered subsection by itself.

At run time single subsections are judged, so they are taught as well. An article's deciding words say which of its
subsections carry its labels; where they do not say, the article is taught as a whole only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.examples import Example
from pipeline.classifier import ProvisionText
from pipeline.span import Span
from pipeline.taxonomy import Polarity

SUBSECTION = re.compile(
    r"""
    (?: ^ | (?<=\n) | (?<=[.;]\s) )   # at the start, on a new line, or after a sentence
    \( (\d{1,2}) \) \s                # takes "(2) "; leaves "section 4(2)", "(a)", "article (2)"
    """,
    re.VERBOSE,
)
GOVERNS = (":", "—", "–", "-", ",")
"""A lead-in that ends so governs what follows: the numbered pieces are items of one rule, not rules."""


@dataclass(frozen=True)
class Lesson:
    """A text with what is true of it. `group` is the tradition; lessons of one group stand or fall together."""

    example: str
    group: str
    provision: ProvisionText
    polarity: Polarity | None
    labels: tuple[str, ...]
    deciding: tuple[str, ...]
    judged: bool
    """Whether it is what a model sees at run time: a subsection, or an article that has none."""


def lessons_of(examples: Sequence[Example]) -> tuple[Lesson, ...]:
    """All lessons of the examples, in their order."""
    return tuple(lesson for example in examples for lesson in _lessons(example))


def _lessons(example: Example) -> list[Lesson]:
    pieces = _split(example)
    whole = _lesson(example, example.text, example.labels, judged=not pieces)
    return [whole, *(_lesson(example, span.of(example.text), labels, judged=True) for span, labels in pieces)]


def _lesson(example: Example, text: str, labels: tuple[str, ...], *, judged: bool) -> Lesson:
    provision = ProvisionText(text=text, heading=example.heading, parts=(example.part,) if example.part else (), law=example.law)
    deciding = tuple(mark.words for mark in example.deciding if mark.words in text) if labels else ()
    return Lesson(example.id, example.tradition, provision, example.polarity if labels else None, labels, deciding, judged)


def _split(example: Example) -> list[tuple[Span, tuple[str, ...]]]:
    """The subsections of an example with the labels of each; none where the deciding words do not tell."""
    spans = subsections(example.text)
    if not spans or example.polarity is None:
        return [(span, ()) for span in spans]
    held = [_held(example, span) for span in spans]
    if any("" in labels for labels in held):
        return _by_place(example, spans, [bool(labels) for labels in held])
    if set().union(*held) != set(example.labels):
        return []
    return [(span, tuple(label for label in example.labels if label in labels)) for span, labels in zip(spans, held, strict=True)]


def _held(example: Example, span: Span) -> set[str]:
    """The labels whose deciding words begin in a span; "" among them where some words do not say which label they carry."""
    return {label for label, words in example.deciding if span.start <= example.text.index(words) < span.end}


def _by_place(example: Example, spans: list[Span], carries: list[bool]) -> list[tuple[Span, tuple[str, ...]]]:
    """Where only the place of the deciding words is known: sure if one subsection carries all, or if there is one label."""
    if sum(carries) > 1 and len(example.labels) > 1:
        return []
    return [(span, example.labels if carried else ()) for span, carried in zip(spans, carries, strict=True)]


def subsections(text: str) -> list[Span]:
    """The numbered subsections of an article that state a rule each; none where there are fewer than two."""
    marks = list(SUBSECTION.finditer(text))
    numbered = [mark for i, mark in enumerate(marks) if int(mark[1]) == i + 1]
    if len(numbered) < 2 or len(numbered) != len(marks) or text[: marks[0].start()].rstrip().endswith(GOVERNS):
        return []
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    return [Span(mark.end(), mark.end() + len(text[mark.end() : end].rstrip())) for mark, end in zip(marks, ends, strict=True)]
