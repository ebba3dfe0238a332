"""Real laws of jurisdictions that were left out: any restriction, families, types, calibration, false alarms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from tests.bench.bootstrap import Ints, Resampled
from tests.bench.counting import Flags, any_score, calibration_error, counted, macro_f1, pages, precision_at_recall
from tests.bench.folds import Unseen
from tests.bench.sheet import PER_HUNDRED, WAYS, Cell, Row, Section

CIVIL = frozenset({"kh", "rw"})
TRADITIONS = ("commonwealth", "civil law in translation")
MOST_ALARMS = 2.0

Lengths = Mapping[tuple[str, int], int]
"""Characters of an article, by law and number."""


@dataclass(frozen=True, eq=False)
class Part:
    """Some of the articles, with a way's word on them."""

    unseen: Unseen
    way: str
    rows: Ints

    def flags(self, columns) -> Flags:
        """What is called."""
        return self.unseen.ways[self.way].flags[self.rows][:, columns]

    def truth(self, columns) -> Flags:
        """What is true."""
        return self.unseen.articles.truth[self.rows][:, columns]

    def families(self):
        """The families' probabilities as restrictions."""
        return self.unseen.ways[self.way].probabilities[self.rows][:, self.unseen.heads.restrictive]


def law_sections(unseen: Unseen, lengths: Lengths | None) -> list[Section]:
    """All that can be said from numbers alone; `lengths`, where the texts are at hand, turn articles into pages."""
    return [_pooled(unseen), *_groups(unseen), _alarms(unseen, lengths)]


def _pooled(unseen: Unseen) -> Section:
    heads, articles = unseen.heads, unseen.articles
    rows = np.flatnonzero(articles.labelled)
    drawn, parts = Resampled(articles.law[rows]), [Part(unseen, way, rows) for way in WAYS]
    labels, families = slice(0, len(heads.labels)), heads.restrictive

    def micro(name: str, columns, **wanted) -> Row:
        return Row(name, tuple(scored(part, columns, drawn) for part in parts), _support(parts[0], columns), **wanted)

    return Section(
        "1. Real laws, each judged by what was learnt without its jurisdiction",
        (
            _extent(unseen, rows),
            f"with the encoder, it reads {unseen.read:.1%} of all windows; the fast way keeps the others from it",
        ),
        (
            micro("any restriction", [heads.any_restrictive], least=0.88),
            *(micro(name, [families.start + i]) for i, name in enumerate(heads.families)),
            micro("families, micro", families, least=0.82),
            _macro(parts, drawn),
            micro("types, micro", labels, least=0.70),
            micro("any enabling", [heads.any_enabling], least=0.60),
            _precision(parts, drawn),
            _calibration(parts, drawn),
        ),
    )


def _extent(unseen: Unseen, rows: Ints) -> str:
    laws, jurisdictions = (len(np.unique(names[rows])) for names in (unseen.articles.law, unseen.articles.jurisdiction))
    return f"{len(rows)} articles of {laws} laws, {jurisdictions} jurisdictions; [95 % interval: laws drawn anew 1,000 times]"


def scored(part: Part, columns, drawn: Resampled | None = None) -> Cell:
    """Precision, recall and F1 of some questions pooled."""
    flags, truth = part.flags(columns), part.truth(columns)
    found = counted(flags, truth)
    interval = drawn.interval(lambda rows: counted(flags[rows], truth[rows]).f1) if drawn else None
    return Cell((("P", found.precision), ("R", found.recall), ("F1", found.f1)), interval)


def _support(part: Part, columns) -> str:
    return f"{int(part.truth(columns).sum())} true"


def _macro(parts: list[Part], drawn: Resampled) -> Row:
    columns = parts[0].unseen.heads.restrictive
    cells = []
    for part in parts:
        flags, truth = part.flags(columns), part.truth(columns)
        cells.append(_cell("F1", lambda rows, flags=flags, truth=truth: macro_f1(flags[rows], truth[rows]), len(truth), drawn))
    return Row("families, macro", tuple(cells), f"{columns.stop - columns.start} families", least=0.80)


def _precision(parts: list[Part], drawn: Resampled) -> Row:
    cells = []
    for part in parts:
        scores, truth = any_score(part.families()), part.truth(part.unseen.heads.any_restrictive)
        cells.append(_cell("P", lambda rows, s=scores, t=truth: precision_at_recall(s[rows], t[rows]), len(truth), drawn))
    return Row("precision at 80 % recall", tuple(cells), "on 1 - prod(1 - p)", least=0.88)


def _calibration(parts: list[Part], drawn: Resampled) -> Row:
    cells = []
    for part in parts:
        given, truth = part.families(), part.truth(part.unseen.heads.restrictive)
        cells.append(_cell("", lambda rows, g=given, t=truth: calibration_error(g[rows], t[rows]), len(truth), drawn))
    return Row("calibration error, 10 bins", tuple(cells), f"{truth.size} articles x families", most=0.05)


def _cell(name: str, statistic: Callable[[Ints], float], rows: int, drawn: Resampled) -> Cell:
    return Cell(((name, statistic(np.arange(rows))),), drawn.interval(statistic))


def _groups(unseen: Unseen) -> list[Section]:
    """By jurisdiction and by drafting tradition, with and without the articles that a second reader could decide otherwise."""
    sections = []
    for title, kept in (
        ("all articles", unseen.articles.labelled),
        ("without doubted ones", unseen.articles.labelled & ~unseen.articles.doubt),
    ):
        rows = [_group(unseen, name, kept & of) for name, of in _named(unseen) if (kept & of).any()]
        sections.append(Section(f"By tradition and jurisdiction, {title}: any restriction, and families (micro F1)", (), tuple(rows)))
    return sections


def _named(unseen: Unseen) -> list[tuple[str, Flags]]:
    jurisdictions, labelled = unseen.articles.jurisdiction, unseen.articles.labelled
    civil = np.isin(jurisdictions, list(CIVIL))
    by_jurisdiction = [(str(name), jurisdictions == name) for name in np.unique(jurisdictions[labelled])]
    return [("all", np.ones_like(civil)), (TRADITIONS[0], ~civil), (TRADITIONS[1], civil), *by_jurisdiction]


def _group(unseen: Unseen, name: str, kept: Flags) -> Row:
    heads, rows = unseen.heads, np.flatnonzero(kept)
    drawn = Resampled(unseen.articles.law[rows]) if len(name) > 2 else None  # a jurisdiction has too few laws to draw from
    cells = []
    for way in WAYS:
        part = Part(unseen, way, rows)
        whole = scored(part, [heads.any_restrictive], drawn)
        families = counted(part.flags(heads.restrictive), part.truth(heads.restrictive)).f1
        cells.append(Cell((("micro", families), *whole.numbers), whole.interval))
    restrictive = int(Part(unseen, WAYS[0], rows).truth(heads.any_restrictive).sum())
    return Row(name, tuple(cells), f"{len(rows)} articles, {restrictive} restrictive")


def _alarms(unseen: Unseen, lengths: Lengths | None) -> Section:
    articles = unseen.articles
    quiet = ~articles.truth.any(axis=1)
    sets = (
        ("look-alike laws, neutral articles", articles.labelled & articles.look_alike & quiet, MOST_ALARMS),
        ("other laws on topic, neutral articles", articles.labelled & ~articles.look_alike & quiet, None),
        ("laws on other subjects (neutral)", ~articles.labelled, None),
    )
    unit = "pages of 2,500 characters" if lengths else "articles (the texts are not here, so pages cannot be counted)"
    rows = tuple(_alarm(unseen, name, np.flatnonzero(chosen), lengths, most) for name, chosen, most in sets)
    return Section(
        f"2. False alarms: articles flagged as a restriction, per 100 {unit}",
        ("laws on other subjects: every third article is kept",),
        rows,
    )


def _alarm(unseen: Unseen, name: str, rows: Ints, lengths: Lengths | None, most: float | None) -> Row:
    articles = unseen.articles
    size = np.ones(len(rows))
    if lengths:
        size = np.array([pages(lengths[str(articles.law[i]), int(articles.number[i])]) for i in rows])
    drawn, cells, alarms = Resampled(articles.law[rows]), [], []
    for way in WAYS:
        flags = unseen.ways[way].flags[rows, unseen.heads.any_restrictive]
        alarms.append(int(flags.sum()))
        cells.append(_cell(PER_HUNDRED, lambda at, flags=flags: 100 * float(flags[at].sum() / size[at].sum()), len(rows), drawn))
    counts = f"{alarms[0]} and {alarms[1]} flagged of {len(rows)} articles" + (f" on {size.sum():.0f} pages" if lengths else "")
    return Row(name, tuple(cells), counts, most=most if lengths else None)
