"""The arithmetic of `make score`, on cases that can be counted by hand; and on shuffled labels nothing is found."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import cache

import numpy as np
import pytest

from corpus.examples import load_examples
from corpus.taxonomy import load_taxonomy
from models.decide import Thresholds
from models.extract import Article
from models.heads import Heads
from models.material import Material, material_of
from models.real_law import RealLaw, real_law_bytes, unpacked
from pipeline.taxonomy import Severity
from tests.bench.beside import Labeller, judged, printed
from tests.bench.bootstrap import Resampled
from tests.bench.counting import any_score, calibration_error, counted, macro_f1, pages, pairs_right, precision_at_recall
from tests.bench.folds import Unseen, called, judge_unseen
from tests.bench.score_laws import law_sections
from tests.bench.score_promise import promise_section
from tests.bench.sheet import Cell, Row, Section
from tests.bench.shuffled import area, shuffled, truth_any

YES, NO = True, False


def test_a_question_is_counted_by_what_is_flagged_and_what_is_true():
    found = counted(np.array([YES, YES, YES, NO, NO]), np.array([YES, NO, YES, YES, NO]))
    assert (found.right, found.flagged, found.true) == (2, 3, 3)
    assert (found.precision, found.recall, found.f1) == pytest.approx((2 / 3, 2 / 3, 2 / 3))


def test_where_nothing_is_flagged_and_nothing_true_all_is_nought():
    nothing = counted(np.zeros(3, dtype=bool), np.zeros(3, dtype=bool))
    assert (nothing.precision, nothing.recall, nothing.f1) == (0, 0, 0)


def test_micro_pools_the_questions_and_macro_asks_each():
    flags = np.array([[YES, NO], [YES, NO], [NO, NO]])
    truth = np.array([[YES, YES], [YES, NO], [NO, NO]])
    assert counted(flags, truth).f1 == pytest.approx(0.8)
    assert macro_f1(flags, truth) == pytest.approx((1.0 + 0.0) / 2)


def test_the_any_score_joins_the_families():
    assert any_score(np.array([[0.5, 0.5], [0.0, 0.2], [1.0, 0.3]])) == pytest.approx([0.75, 0.2, 1.0])


@pytest.mark.parametrize(
    ("scores", "truth", "recall", "precision", "reason"),
    [
        ([9, 8, 7, 6, 5], [1, 1, 1, 1, 1], 0.8, 1.0, "nothing wrong anywhere"),
        ([9, 8, 7, 6, 5, 4, 3], [1, 1, 0, 1, 1, 0, 1], 0.8, 4 / 5, "four of five true are above the cut, and one that is not"),
        ([9, 8, 7, 6, 5, 4, 3], [1, 1, 0, 1, 1, 0, 1], 1.0, 5 / 7, "all must be found: the cut goes to the end"),
        ([9, 8, 7, 6, 5, 4, 3], [1, 1, 0, 1, 1, 0, 1], 0.81, 5 / 7, "a fifth is needed as soon as four are too few"),
        ([9, 5, 5, 5, 5, 1], [1, 1, 0, 0, 0, 0], 0.8, 2 / 5, "ties stand together: their order is nobody's merit"),
        ([1, 2, 9], [1, 0, 0], 0.8, 1 / 3, "the only true one stands last"),
    ],
)
def test_precision_at_recall(scores, truth, recall, precision, reason):
    found = precision_at_recall(np.array(scores, dtype=float), np.array(truth, dtype=bool), recall)
    assert found == pytest.approx(precision), reason


def test_precision_at_recall_of_nothing_true_is_not_a_number():
    assert np.isnan(precision_at_recall(np.array([0.5]), np.array([NO])))


@pytest.mark.parametrize(
    ("given", "true", "error", "reason"),
    [
        ([0.05, 0.95], [0, 1], 0.05, "each bin is off by a twentieth"),
        ([0.75] * 4, [1, 1, 1, 0], 0.0, "three in four, as said"),
        ([0.95] * 4, [0, 0, 0, 0], 0.95, "sure and wrong"),
        ([0.22, 0.28], [0, 1], 0.25, "one bin: a half is true, a quarter was said"),
        ([0.22, 0.38], [0, 1], (0.22 + 0.62) / 2, "two bins that cannot make up for each other"),
        ([1.0, 0.0], [1, 0], 0.0, "one belongs to the last bin"),
    ],
)
def test_calibration_error(given, true, error, reason):
    assert calibration_error(np.array(given), np.array(true, dtype=bool)) == pytest.approx(error), reason


def test_calibration_pools_articles_and_families():
    assert calibration_error(np.array([[0.05, 0.95], [0.05, 0.95]]), np.array([[NO, YES], [NO, NO]])) == pytest.approx(
        0.5 * 0.05 + 0.5 * 0.45
    )


def test_a_page_has_2500_characters():
    assert pages(250_000) == 100


@pytest.mark.parametrize(
    ("halves", "right", "reason"),
    [
        ([("a", YES), ("a", YES), ("b", YES), ("b", NO)], (1, 2), "a pair is right when both halves are"),
        ([("a", NO), ("b", YES), ("a", YES), ("b", YES)], (1, 2), "halves need not stand together"),
        ([("a", NO), ("a", NO)], (0, 1), "twice wrong is not right"),
        ([], (0, 0), "no pairs"),
    ],
)
def test_pairs(halves, right, reason):
    assert pairs_right(halves) == right, reason


def test_laws_are_drawn_whole_and_the_same_each_time():
    laws = np.array(["a", "a", "a", "b", "c", "c"])
    sizes = {"a": 3, "b": 1, "c": 2}
    seen = []

    def whole(rows):
        names, times = np.unique(laws[rows], return_counts=True)
        assert all(count % sizes[name] == 0 for name, count in zip(names, times, strict=True))
        assert sum(count // sizes[name] for name, count in zip(names, times, strict=True)) == 3
        seen.append(tuple(rows))
        return float(len(rows))

    first = Resampled(laws, draws=40, seed=5).interval(whole)
    again = Resampled(laws, draws=40, seed=5).interval(whole)
    assert first == again
    assert seen[:40] == seen[40:]
    assert len(set(seen)) > 1


def test_an_interval_holds_the_middle_and_leaves_out_what_cannot_be_said():
    values = np.arange(100, dtype=float)
    drawn = Resampled(np.arange(100), draws=400, seed=1)
    low, high = drawn.interval(lambda rows: float(values[rows].mean()))
    assert 40 < low < 49.5 < high < 59
    assert np.isnan(drawn.interval(lambda _rows: float("nan"))).all()
    constant = Resampled(np.zeros(4), draws=10).interval(lambda rows: float("nan") if len(rows) < 4 else 2.0)
    assert constant == (2.0, 2.0)


HEADS = Heads(("assembly.authorisation", "assembly.sanctions", "expression.insult_sedition"), ("assembly", "expression"))
LIMITS = Thresholds(restrictive=0.5, enabling=0.5, label=0.3)
# columns: three labels, two families restricting, two families freeing, any restriction, any freedom


@pytest.mark.parametrize(
    ("row", "flags", "reason"),
    [
        ([0.9, 0.1, 0.0, 0.8, 0.0, 0.0, 0.0, 0.9, 0.0], [1, 0, 0, 1, 0, 0, 0, 1, 0], "a restriction, its family, its type"),
        ([0.2, 0.1, 0.0, 0.8, 0.0, 0.0, 0.0, 0.1, 0.0], [1, 0, 0, 1, 0, 0, 0, 1, 0], "any restriction follows from the family"),
        ([0.2, 0.1, 0.0, 0.4, 0.0, 0.0, 0.0, 0.9, 0.0], [0, 0, 0, 0, 0, 0, 0, 0, 0], "no family reaches the threshold"),
        ([0.4, 0.1, 0.0, 0.6, 0.0, 0.9, 0.0, 0.9, 0.9], [0, 0, 0, 0, 0, 1, 0, 0, 1], "a family speaks once: here as a freedom"),
    ],
)
def test_what_is_called_is_what_the_program_would_call(row, flags, reason):
    assert called(np.array(row), HEADS, LIMITS) == [bool(flag) for flag in flags], reason


def test_a_row_says_both_ways_and_whether_what_is_wanted_is_reached():
    cells = Cell((("P", 0.9), ("F1", 0.75))), Cell((("P", 0.9), ("F1", 0.85)), (0.8, 0.9))
    section = Section("Title", ("a note",), (Row("any", cells, "7 true", least=0.8), Row("alarms", cells[:1], most=0.5)))
    assert list(section.lines()) == [
        "",
        "Title",
        "  a note",
        "  any    | fast: P 0.900  F1 0.750 | full: P 0.900  F1 0.850 [0.800-0.900] | 7 true | wanted >= 0.8: yes",
        "  alarms | P 0.900  F1 0.750 | wanted <= 0.5: NO",
    ]
    assert section.kept()["rows"][0] == {
        "name": "any", "fast": {"P": 0.9, "F1": 0.75}, "full": {"P": 0.9, "F1": 0.85, "interval": [0.8, 0.9]}, "counts": "7 true", "least": 0.8,
    }  # fmt: skip


def article(number: int, text: str, labels: list[str]) -> Article:
    row = {"n": number, "part": "Part I", "article": str(number), "heading": f"{number}. Clubs", "text": text, "labels": labels}
    return Article("xx-clubs", "Clubs Act", "xx", False, {**row, "polarity": "restrictive" if labels else "neutral"})


ARTICLES = [
    article(1, "The Clerk keeps a list of clubs.", []),
    article(2, "Whoever meets without a permit is liable to imprisonment for two years.", ["assembly.authorisation"]),
]


def test_a_law_is_printed_article_by_article():
    document, law = printed(ARTICLES)
    assert [p.words(document.text) for p in law.provisions] == [one.row["text"] for one in ARTICLES]
    assert [(p.heading, p.parents, p.citation) for p in law.provisions] == [("1. Clubs", ("Part I",), "1"), ("2. Clubs", ("Part I",), "2")]


def test_severity_can_be_weighed_on_what_people_say():
    quiet, grave = judged(ARTICLES, Labeller(ARTICLES), load_taxonomy())
    assert not quiet.findings
    assert [finding.severity for finding in grave.findings] == [Severity.CRITICAL]


# --- the whole measurement, on a slice ---


@cache
def sliced() -> tuple[Material, RealLaw]:
    """Every twentieth example, and the real law of three jurisdictions: learnt in seconds."""
    real = unpacked(real_law_bytes())
    rows = np.flatnonzero(np.isin(real.jurisdiction, ["gh", "na", "rw"]))
    whole = {"label_names", "adapter", "citing", "cited"}
    cut = {field.name: getattr(real, field.name)[rows] for field in fields(real) if field.name not in whole}
    kept = np.isin(real.citing, rows)  # laws are whole here: who is cited is here too
    real = replace(real, **cut, citing=np.searchsorted(rows, real.citing[kept]), cited=np.searchsorted(rows, real.cited[kept]))
    return material_of(load_examples()[::20], load_taxonomy(), real), real


@cache
def unseen(*, dealt: bool) -> Unseen:
    material, real = sliced()
    return judge_unseen(shuffled(material) if dealt else material, real, lambda _step: None)


def test_shuffled_labels_fall_to_chance_and_true_ones_do_not():
    for way in ("fast", "full"):
        assert area(unseen(dealt=False), way) > 0.68
        assert 0.38 < area(unseen(dealt=True), way) < 0.62


def test_shuffling_deals_the_same_labels_to_other_articles():
    true, dealt = (truth_any(unseen(dealt=dealt)) for dealt in (False, True))
    articles = unseen(dealt=True).articles
    assert articles.truth.sum() == unseen(dealt=False).articles.truth.sum()
    assert 0.1 < np.mean(true == dealt) < 0.9


def test_every_article_is_judged_once_by_what_never_saw_its_jurisdiction():
    told = unseen(dealt=False)
    assert sorted(name for group in told.groups for name in group) == ["gh", "na", "rw"]
    assert all(judged.probabilities.min() > 0 and judged.probabilities.max() < 1 for judged in told.ways.values())
    assert set(told.ways["full"].threshold) == {one.full.thresholds.restrictive for one in told.learnt}


def test_the_sections_print_without_texts(monkeypatch):
    monkeypatch.setattr(Resampled.__init__, "__defaults__", (5, 1))
    lines = [line for section in law_sections(unseen(dealt=False), None) for line in section.lines()]
    assert any("any restriction" in line and "wanted >= 0.88" in line for line in lines)
    assert any("per 100 articles" in line for line in lines)


def test_what_was_promised_is_counted(monkeypatch):
    monkeypatch.setattr(Resampled.__init__, "__defaults__", (5, 1))
    flagged, *promised = promise_section(unseen(dealt=False)).rows
    assert [row.most for row in promised] == [0.3, 0.2, 0.1]
    for row in (flagged, *promised):
        for cell in row.cells:
            assert all(0 <= value <= 1 for _, value in cell.numbers)
    read = [[dict(cell.numbers)["read"] for cell in row.cells] for row in promised]
    assert np.all(np.diff(read, axis=0) >= 0), "a stricter promise costs more reading"
