"""What a model judges at once: a numbered subsection, or a stretch of a long one. Short enough to be read as a whole."""

from __future__ import annotations

import re

from pipeline.span import Span

SUBSECTION = re.compile(
    r"""
    (?: ^ | (?<=\n) | (?<=[.;]\s) )   # at the start, on a new line, or after a sentence
    \( (\d{1,2}) \) \s                # takes "(2) "; leaves "section 4(2)", "(a)", "article (2)"
    """,
    re.VERBOSE,
)
GOVERNS = (":", "—", "–", "-", ",")
"""A lead-in that ends so governs what follows: the numbered pieces are items of one rule, not rules."""
WORD = re.compile(r"\S+")
LONGEST = 95
"""Words in a window at most: the encoder reads about a quarter more tokens than words, and the place in the law with them."""
_CLAUSE_ENDS = (".", ";", ":")
_NUMBER_AND_HEADING = 8
"""Words before the first subsection that state no rule; more of them may, and are judged."""


def windows(text: str) -> list[Span]:
    """The stretches of a provision's text that are judged one by one, at least one; they overlap nowhere."""
    return [window for piece in _pieces(text) for window in _cut(text, piece)] or [Span(0, len(text))]


def _pieces(text: str) -> list[Span]:
    """The subsections and what is said before them, or the whole text."""
    rules = subsections(text)
    before = Span(0, text.rindex("(", 0, rules[0].start)) if rules else Span(0, len(text))
    return [*([] if rules and len(before.of(text).split()) <= _NUMBER_AND_HEADING else [before]), *rules]


def subsections(text: str) -> list[Span]:
    """The numbered subsections of an article that state a rule each; none where there are fewer than two."""
    marks = list(SUBSECTION.finditer(text))
    numbered = [mark for i, mark in enumerate(marks) if int(mark[1]) == i + 1]
    if len(numbered) < 2 or len(numbered) != len(marks) or text[: marks[0].start()].rstrip().endswith(GOVERNS):
        return []
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    return [Span(mark.end(), mark.end() + len(text[mark.end() : end].rstrip())) for mark, end in zip(marks, ends, strict=True)]


def _cut(text: str, piece: Span) -> list[Span]:
    """A piece in windows of about equal length, each but the last ending with a clause where one ends near."""
    own = piece.of(text)
    if len(own.split()) <= LONGEST:  # most are; their words need not be told apart
        return [Span(piece.start + len(own) - len(own.lstrip()), piece.start + len(own.rstrip()))] if own.strip() else []
    words = [Span(piece.start + match.start(), piece.start + match.end()) for match in WORD.finditer(own)]
    cut: list[Span] = []
    first = 0
    while first < len(words):
        left = len(words) - first
        length = left if left <= LONGEST else -(-left // -(-left // LONGEST))  # the fewest windows, of about one length
        stop = first + length
        if stop < len(words):
            stop = next(
                (k for k in range(min(first + LONGEST, len(words)), first + length * 2 // 3, -1) if _closes(text, words[k - 1])), stop
            )
        cut.append(Span(words[first].start, words[stop - 1].end))
        first = stop
    return cut


def _closes(text: str, word: Span) -> bool:
    return word.of(text).endswith(_CLAUSE_ENDS)
