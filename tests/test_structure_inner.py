"""Subsections, paragraphs, subparagraphs, provisos: by sequence, with letters and romans told apart; and which are judged."""

from __future__ import annotations

import pytest

from tests.structure_print import eids, one_law

INNER = [
    (("1. (1) A keeper shall—", "(a) light;", "(b) trim—", "(i) wicks;", "(ii) wire; and", "(c) clean.", "(2) A keeper shall be paid."),
     ["subsec_1", "subsec_1__para_a", "subsec_1__para_b", "subsec_1__para_b__subpara_i", "subsec_1__para_b__subpara_ii", "subsec_1__para_c", "subsec_2"],
     "three levels, and back"),
    (("1. A keeper shall bring—", "(g) glass;", "(h) oil;", "(i) wicks;", "(j) wire."), [], "a list that does not begin"),
    (("1. A keeper shall bring—", *(f"({c}) thing;" for c in "abcdefghij"), "and shall be paid."), [f"para_{c}" for c in "abcdefghij"], "(i) after (h) is a letter"),
    (("1. A keeper shall bring—", "(a) glass—", "(i) red;", "(ii) blue;", "(b) oil."), ["para_a", "para_a__subpara_i", "para_a__subpara_ii", "para_b"],
     "(i) after (a) is a roman"),
    (("1. (1) Under subsection (2) or", "(2) of section 4 a keeper shall light it.", "(2) A keeper shall be paid."), ["subsec_1", "subsec_2"],
     "a reference at the start of a line"),
    (("1. (1) A keeper shall light. (2) A keeper shall trim. (3) A keeper under paragraph (a) or (b) shall pay.",), ["subsec_1", "subsec_2", "subsec_3"],
     "all in one paragraph"),
    (("1. A keeper shall— ( a ) light; and ( b ) trim.",), ["para_a", "para_b"], "blanks within the brackets"),
    (("1. (1) A keeper shall light.", "(1A) A keeper shall trim.", "(2) A keeper shall pay."), ["subsec_1", "subsec_1A", "subsec_2"], "an inserted subsection"),
    (("1. (1) A keeper shall light:", "Provided that no lamp need be lit by day:", "Provided further that a keeper may rest.", "(2) A keeper shall pay."),
     ["subsec_1", "subsec_1__proviso_1", "subsec_1__proviso_2", "subsec_2"], "provisos belong to their subsection"),
    (("Article 1. Keepers shall: 1° light; 2º trim.",), ["subsec_1", "subsec_2"], "degrees within a line"),
    (("Article 1. Keepers shall:", "1° light;", "2° trim."), ["subsec_1", "subsec_2"], "degrees"),
    (("1. Duties", "1.1 A keeper shall light.", "1.2 A keeper shall trim."), ["subsec_1-1", "subsec_1-2"], "decimal numbers"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected", "why"), INNER, ids=[i[-1] for i in INNER])
def test_units_within_an_article(lines: tuple[str, ...], expected: list[str], why: str) -> None:
    _, law = one_law(*lines, "2. A keeper who does not shall pay a fine." if lines[0][0] == "1" else "Article 2. Who does not shall pay.")
    first = eids(law)[0]
    assert [e.removeprefix(first + "__") for e in eids(law)[1:-1]] == expected, why


JUDGED = [
    (
        ("1. (1) A keeper shall light.", "(2) A keeper shall trim."),
        ["sec_1__subsec_1", "sec_1__subsec_2"],
        "subsections are complete rules",
    ),
    (("1. A keeper shall not—", "(a) sleep; or", "(b) leave."), ["sec_1"], "a list is one rule with its lead-in"),
    (("1. A keeper shall light:", "Provided that none need be lit by day."), ["sec_1"], "a proviso belongs to its rule"),
    (
        ("1. A keeper shall light.", "(2) A keeper shall trim."),
        ["sec_1__subsec_1", "sec_1__subsec_2"],
        "the first subsection has no number",
    ),
]


@pytest.mark.parametrize(("lines", "expected", "why"), JUDGED, ids=[j[-1] for j in JUDGED])
def test_the_smallest_complete_rule_is_judged(lines: tuple[str, ...], expected: list[str], why: str) -> None:
    _, law = one_law(*lines, "2. A keeper who does not shall pay a fine.")
    assert [p.eid for p in law.provisions if p.judged] == [*expected, "sec_2"], why
