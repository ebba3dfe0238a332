"""Sections that need the laws' texts: evidence, severity, agreement with the yardstick beside the laws."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from models.material import Material
from models.quality import overlap
from models.real_law import RealLaw
from pipeline.span import Span
from pipeline.taxonomy import Severity, Taxonomy
from tests.bench.beside import Beside, Labeller, Reread, judged, kept_answers, knowledge_by_law, predictions, reread, yardstick
from tests.bench.bootstrap import Resampled
from tests.bench.counting import counted, macro_f1
from tests.bench.folds import Unseen
from tests.bench.marks import UNMARKED
from tests.bench.sheet import WAYS, Cell, Row, Section

Read = Sequence[Reread]


def text_sections(
    beside: Beside, unseen: Unseen, material: Material, real: RealLaw, taxonomy: Taxonomy, say: Callable[[str], None]
) -> list[Section]:
    """Everything that is counted on words."""
    reader = kept_answers(beside, real)
    say("learning which words to show, without each jurisdiction")
    known, read = knowledge_by_law(beside, unseen, material), dict[str, Read]()
    for way, answers in zip(WAYS, (None, reader), strict=True):
        say(f"judging the laws' texts, {way}")
        read[way] = list(reread(beside, known, taxonomy, answers))
    say("severity of the true labels")
    by_people = [one for articles in beside.laws.values() for one in judged(articles, Labeller(articles), taxonomy)]
    return [_evidence(read, unseen), _severity(read, by_people), agreement(unseen)]


def _evidence(read: dict[str, Read], unseen: Unseen) -> Section:
    marked = {way: _shown(rows) for way, rows in read.items()}
    rightly = {way: _shown([one.rightly() for one in rows]) for way, rows in marked.items()}
    same = {way: _differing(rows, unseen, way) for way, rows in read.items()}
    return Section(
        "3a. Evidence, out of fold: words shown for flagged restrictive articles, against the deciding words that people marked",
        (
            f"left out: {', '.join(sorted(UNMARKED))}, where no words are marked",
            f"articles flagged otherwise than in section 1 when judged from the text: fast {same['fast']}, full {same['full']}",
        ),
        (
            Row("words, mean F1 of an article", tuple(_words(marked[way]) for way in WAYS), _sizes(marked), least=0.60),
            Row("spans that touch marked words", tuple(_touching(marked[way]) for way in WAYS), _spans(marked), least=0.90),
            Row("words, where the family is right", tuple(_words(rightly[way]) for way in WAYS), _sizes(rightly)),
            Row("spans, where the family is right", tuple(_touching(rightly[way]) for way in WAYS), _spans(rightly)),
        ),
    )


def _shown(rows: Read) -> list[Reread]:
    return [one for one in rows if one.findings and one.article.row.get("spans") and one.article.law not in UNMARKED]


def _sizes(read: dict[str, list[Reread]]) -> str:
    return " and ".join(str(len(rows)) for rows in read.values()) + " articles"


def _spans(read: dict[str, list[Reread]]) -> str:
    return " and ".join(str(sum(len(one.evidence()) for one in rows)) for rows in read.values()) + " spans"


def _differing(rows: Read, unseen: Unseen, way: str) -> int:
    articles = unseen.articles
    flags = unseen.ways[way].flags[:, unseen.heads.any_restrictive]
    before = {(str(articles.law[i]), int(articles.number[i])): bool(flags[i]) for i in np.flatnonzero(articles.labelled)}
    return sum(bool(one.findings) != before[one.article.law, one.article.row["n"]] for one in rows)


def marks_of(one: Reread) -> list[Span]:
    """The deciding words that people marked."""
    return [Span(mark["start"], mark["end"]) for mark in one.article.row["spans"]]


def _words(rows: Read) -> Cell:
    each = np.array([overlap(one.article.row["text"], one.evidence(), marks_of(one)) for one in rows])
    drawn = Resampled(np.array([one.article.law for one in rows]))
    return Cell((("F1", float(each.mean())),), drawn.interval(lambda at: float(each[at].mean())))


def _touching(rows: Read) -> Cell:
    touching = np.array([sum(any(span.overlaps(mark) for mark in marks_of(one)) for span in one.evidence()) for one in rows])
    shown = np.array([len(one.evidence()) for one in rows])
    drawn = Resampled(np.array([one.article.law for one in rows]))
    share = float(touching.sum() / shown.sum())
    return Cell((("share", share),), drawn.interval(lambda at: float(touching[at].sum() / shown[at].sum())))


def _severity(read: dict[str, Read], by_people: Read) -> Section:
    called = {way: [one for one in rows if _steps(one) is not None] for way, rows in read.items()}
    people = [one for one in by_people if _steps(one) is not None]
    return Section(
        "3b. Severity: an article's gravest restrictive finding against the label",
        (),
        (
            Row(
                "flagged restrictive articles, within one step",
                tuple(_within(called[way], 1) for way in WAYS),
                " and ".join(f"{len(rows)}" for rows in called.values()) + " articles",
                least=0.85,
            ),
            Row("flagged restrictive articles, the same", tuple(_within(called[way], 0) for way in WAYS)),
            Row("with the true labels, within one step", (_within(people, 1),), f"{len(people)} articles", least=0.85),
            Row("with the true labels, the same", (_within(people, 0),)),
        ),
    )


def _steps(one: Reread) -> int | None:
    """How far the gravest finding lies from the label; None where one of them is missing."""
    severity = one.article.row["severity"]
    if not one.findings or not severity:
        return None
    return abs(max(finding.severity.rank for finding in one.findings) - Severity(severity).rank)


def _within(rows: Read, steps: int) -> Cell:
    near = np.array([_steps(one) <= steps for one in rows])
    drawn = Resampled(np.array([one.article.law for one in rows]))
    return Cell((("share", float(near.mean())),), drawn.interval(lambda at: float(near[at].mean())))


def agreement(unseen: Unseen) -> Section:
    """The yardstick's own count beside ours, which must not differ in the third decimal."""
    rows, notes, heads = np.flatnonzero(unseen.articles.labelled), [], unseen.heads
    truth, cells = unseen.articles.truth[rows], []
    for way in WAYS:
        lines, *theirs = yardstick(predictions(unseen, way))
        flags = unseen.ways[way].flags[rows]
        families = flags[:, heads.restrictive], truth[:, heads.restrictive]
        ours = counted(flags[:, heads.any_restrictive], truth[:, heads.any_restrictive]).f1, counted(*families).f1, macro_f1(*families)
        off = max(abs(round(a, 3) - b) for a, b in zip(ours, theirs, strict=True))
        cells.append(Cell((("largest difference", off),)))
        notes += [f"{way}: {line}" for line in lines]
    return Section(
        "3c. The yardstick beside the laws (score.py) on the same predictions",
        tuple(notes),
        (Row("any, micro and macro F1", tuple(cells), most=0.0),),
    )
