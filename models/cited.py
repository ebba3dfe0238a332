"""Which articles of its own law a provision cites: a penalty for "a breach of section 12" is as grave as section 12."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.fit import Floats
from models.ngrams import Ints
from pipeline.classifier import ProvisionText

# Takes "section 12", "sections 4(2), 5 and 7A", "Article 3 or 10"; leaves "section 5 of the Penal Code".
_CITED = re.compile(
    r"""
    \b(?: sections? | articles? | regulations? | rules? | clauses? | arts?\. | ss?\. ) \s
    (?P<numbers> \d{1,4}+ [A-Z]{0,2}+ (?: \s? \( [0-9a-z]{1,4} \) ){0,4}+
        (?: \s? (?: , | and | or | to | - | – ) \s? (?: (?: and | or ) \s )?
            \d{1,4}+ [A-Z]{0,2}+ (?: \s? \( [0-9a-z]{1,4} \) ){0,4}+ ){0,20} )
    (?! \s? (?: of | in ) \s (?: the | that ) \s (?! Act | Law | present | principal | said ) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,4}[A-Z]{0,2}", re.IGNORECASE)
_BRACKETED = re.compile(r"\([0-9a-z]{1,4}\)", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class Cites:
    """Pairs: the window (its row) that cites, and the article (its number among all) that is cited."""

    windows: Ints
    articles: Ints

    def among(self, rows: Ints) -> Cites:
        """The pairs of these windows only, numbered as `rows` has them in order."""
        place = np.full(max(self.windows.max(initial=-1), rows.max(initial=-1)) + 1, -1)
        place[rows] = np.arange(len(rows))
        kept = place[self.windows] >= 0
        return Cites(place[self.windows[kept]], self.articles[kept])


def numbers_cited(text: str) -> set[str]:
    """The numbers of the sections or articles of the same law that a text names."""
    return {number.upper() for found in _CITED.finditer(text) for number in _NUMBER.findall(_BRACKETED.sub(" ", found["numbers"]))}


def number_of(article: str) -> str:
    """The number by which an article is cited: "12A" for "Section 12A."; "" where it has none."""
    found = _NUMBER.search(article.upper())
    return found.group() if found else ""


def cites(provisions: Sequence[ProvisionText], articles: NDArray[np.int64]) -> Cites:
    """Who cites whom; `articles` numbers the article that each window stands in."""
    held = {(p.law, number_of(p.article)): int(at) for p, at in zip(reversed(provisions), articles[::-1], strict=True) if p.article}
    pairs = list(_pairs(provisions, articles, held))
    return Cites(np.array([row for row, _ in pairs], dtype=np.int64), np.array([at for _, at in pairs], dtype=np.int64))


def _pairs(provisions: Sequence[ProvisionText], articles: NDArray[np.int64], held: dict[tuple[str, str], int]) -> Iterator[tuple[int, int]]:
    for row, provision in enumerate(provisions):
        found = {held.get((provision.law, number), -1) for number in numbers_cited(provision.text)}
        yield from ((row, at) for at in sorted(found - {-1, int(articles[row])}))


def said_there(said: Floats, articles: NDArray[np.int64], cited: Cites) -> tuple[Floats, Floats]:
    """For each window the highest that is `said` (a column for each question) of an article that it cites, 0 where it cites none;
    and whether it cites one.
    """
    highest = np.full((max(articles.max(initial=0), cited.articles.max(initial=0)) + 1, said.shape[1]), -np.inf)
    np.maximum.at(highest, articles, said)
    there = np.full_like(said, -np.inf)
    known = np.isfinite(highest[cited.articles, 0])
    np.maximum.at(there, cited.windows[known], highest[cited.articles[known]])
    has = np.isfinite(there[:, 0])
    return np.where(has[:, None], there, 0.0), has.astype(np.float64)
