"""Which of the numbers at the starts of rows are an act's articles: the best increasing chain through scored candidates."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.structure.marks import Mark

_WINDOW = 8
"""Gaps up to this many numbers are weighed one by one; longer ones cost the same."""
_CAP = 5.0
_SWITCH = 2.5
"""Going from `Article 5` to a bare `6.` or `6)`, or back."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mark and the evidence that it is an article: above 0 for, below against."""

    mark: Mark
    score: float
    may_restart: bool = False


@dataclass(slots=True)
class _Best:
    """Best chains so far that end at one whole number: by word and suffix, the score and the candidate."""

    ends: dict[tuple[str, str], tuple[float, int]]


class _Prefix:
    """The best chain that ends at any number below a given one, in logarithmic time."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.tree: list[tuple[float, int]] = [(float("-inf"), -1)] * (size + 1)

    def put(self, n: int, scored: tuple[float, int]) -> None:
        n = min(n + 1, self.size)
        while n <= self.size:
            self.tree[n] = max(self.tree[n], scored)
            n += n & -n

    def below(self, n: int) -> tuple[float, int]:
        best = (float("-inf"), -1)
        n = min(n, self.size)
        while n > 0:
            best = max(best, self.tree[n])
            n -= n & -n
        return best


def chain(candidates: list[Candidate], *, anywhere: bool = False) -> list[int]:
    """Positions of the candidates on the best chain, in order; empty when no chain is better than none.

    `anywhere`: it may begin with any number, as in a quotation.
    """
    ends: dict[int, _Best] = {}
    prefix = _Prefix(max((c.mark.n for c in candidates), default=0) + 2)
    back: list[int] = []
    best = (0.0, -1)
    top = (float("-inf"), -1)
    for at, candidate in enumerate(candidates):
        score, came = _arrive(candidate, ends, prefix, top, anywhere)
        back.append(came)
        scored = (score + candidate.score, at)
        mark = candidate.mark
        held = ends.setdefault(mark.n, _Best({})).ends
        key = (_dress(mark), mark.suffix)
        if len(held) < 64 and (key not in held or scored > held[key]):
            held[key] = scored
        prefix.put(mark.n, scored)
        top = max(top, scored)
        best = max(best, scored)
    chosen = []
    at = best[1]
    while at >= 0:
        chosen.append(at)
        at = back[at]
    return chosen[::-1]


def _arrive(candidate: Candidate, ends: dict[int, _Best], prefix: _Prefix, top: tuple[float, int], anywhere: bool) -> tuple[float, int]:
    """The best way to come to a candidate: its score and the candidate before it, -1 for the start of the chain."""
    mark, dress = candidate.mark, _dress(candidate.mark)
    best = (0.5 if mark.n == 1 or anywhere else -min(3.0, 0.5 * (mark.n - 1)), -1)
    for (word, suffix), (score, at) in ends[mark.n].ends.items() if mark.n in ends else ():
        best = max(best, (score + _beside(suffix, mark.suffix) - (_SWITCH if word != dress else 0), at))
    for m in range(max(mark.n - _WINDOW, 0), mark.n):
        if m in ends:
            cost = _gap(mark.n - m - 1) - (1.5 if mark.suffix else 0)
            for (word, _), (score, at) in ends[m].ends.items():
                best = max(best, (score + cost - (_SWITCH if word != dress else 0), at))
    score, at = prefix.below(mark.n - _WINDOW)
    best = max(best, (score - _CAP, at))
    if candidate.may_restart and mark.n == 1 and top[1] >= 0:
        best = max(best, (top[0] - 2.0, top[1]))
    return best


def _dress(mark: Mark) -> str:
    """What sets one series of numbers off from another: its word, or a closing bracket."""
    return mark.word or (")" if mark.punct == ")" else "")


def _gap(missing: int) -> float:
    return 1.2 if missing == 0 else -min(_CAP - 1, 0.3 + 0.7 * missing)


def _beside(before: str, suffix: str) -> float:
    """From 12 to 12A, 12A to 12B; the same number twice is a fault of the source and costs most."""
    if before == suffix:
        return -3.0
    if suffix < before:
        return -6.0
    return 0.5
