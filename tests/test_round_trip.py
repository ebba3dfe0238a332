"""Printed laws come back: at least 98 % of their articles with the right number and the whole text, in each layout."""

from __future__ import annotations

import pytest

from tests.law_printer import LAYOUTS, Article, Printed, draw_style, print_law
from tests.law_printer_invented import invented_laws
from tests.law_printer_sources import SourceLaw, labelled_laws
from tests.round_trip import Outcome, read_back

SHARE = 0.98
SAMPLE = 4
"""Labelled laws printed in each layout here; `tests/bench/round_trip.py` prints all of them."""


def _prints(laws: tuple[SourceLaw, ...], layout: str, first_seed: int) -> list[tuple[str, Outcome]]:
    outcomes = []
    for seed, law in enumerate(laws, first_seed):
        printed = print_law(law.title, law.articles, layout, seed)
        outcomes.append((f"{law.id}, {layout}, seed {seed}", read_back(printed)))
    return outcomes


def _assert_whole(outcomes: list[tuple[str, Outcome]]) -> None:
    articles = sum(o.articles for _, o in outcomes)
    whole = sum(o.whole for _, o in outcomes)
    lost = [f"{name}: {f.number}: {f.why}" for name, o in outcomes for f in o.failures]
    extra = [f"{name}: {o.extra} not printed as articles" for name, o in outcomes if o.extra]
    assert whole >= SHARE * articles, "\n".join([f"{whole} of {articles}", *lost, *extra])
    assert sum(len(o.extra) for _, o in outcomes) <= (1 - SHARE) * articles, "\n".join(extra)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_invented_laws_come_back(layout: str) -> None:
    _assert_whole(_prints(invented_laws(), layout, 1))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_labelled_laws_come_back(layout: str) -> None:
    laws = [law for law in labelled_laws() if 8 <= len(law.articles) <= 45]
    if not laws:
        pytest.skip("needs ../shared/laws, which lies beside the project on the machines of those who build it")
    chosen = tuple(laws[(LAYOUTS.index(layout) * 5 + i * 13) % len(laws)] for i in range(SAMPLE))
    _assert_whole(_prints(chosen, layout, 40))


def test_a_print_is_the_same_for_the_same_seed_and_differs_for_another() -> None:
    law = invented_laws()[0]
    again = [print_law(law.title, law.articles, LAYOUTS[2], seed).pdf for seed in (5, 5, 6)]
    assert again[0] == again[1] != again[2]


def test_each_place_of_numbers_and_headings_is_drawn_by_some_seed() -> None:
    """Else the round trip would be measured on fewer looks than it claims."""
    for layout in LAYOUTS:
        places = {draw_style(layout, seed).place for seed in range(60)}
        assert len(places) >= 8, layout


def test_the_comparison_sees_a_lost_sentence_and_a_foreign_one() -> None:
    """The yardstick itself: a print whose truth is changed afterwards must fail."""
    articles = tuple(
        Article(str(n), f"Heading of {n}", "", f"The keeper of roll {n} shall write down each change within ten days. It is open to all.")
        for n in (1, 2, 3)
    )
    printed = print_law("Rolls Act", articles, LAYOUTS[0], 3)
    longer = (articles[0], Article("2", "Heading of 2", "", articles[1].text + " One sentence more was promised here."), articles[2])
    shorter = (
        articles[0],
        Article("2", "Heading of 2", "", "The keeper of roll 2 shall write down each change within ten days."),
        articles[2],
    )
    for truth in (longer, shorter):
        outcome = read_back(Printed(printed.pdf, printed.title, truth, printed.style, printed.seed, printed.pages, printed.foreign))
        assert [f.number for f in outcome.failures] == ["2"]
