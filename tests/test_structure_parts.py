"""The heading of a part that stands directly above an article is the part's; one over several articles is of none of them."""

from __future__ import annotations

import pytest

from tests.structure_print import Set, articles, one_law

BODY = "A keeper who is named in the list of the town shall light the lamp before the sun is down."


def _middle(text: str) -> Set:
    return Set(text, centred=True)


PARTS = [
    ((_middle("PART I"), _middle("Lamps and their"), _middle("Keepers"), f"1. {BODY}", f"2. {BODY}",
      _middle("PART II"), _middle("Wicks of the Old"), _middle("Lamp Towers"), f"3. {BODY}", f"4. {BODY}"),
     ["Lamps and their Keepers", "Wicks of the Old Lamp Towers"], ["", "", "", ""], "on two rows, articles without headings"),
    (("Chapter I: Lists of lamps and", "their keepers", "Article 1. Name", BODY, "Article 2. Duty", BODY, "Chapter II: Fines", "Article 3. Fine", BODY),
     ["Lists of lamps and their keepers", "Fines"], ["Name", "Duty", "Fine"], "begun beside the number"),
    (("Part I", "Lamps of the town and", "their keepers", f"1. {BODY}", f"2. {BODY}", "Part II", "Permits", f"3. {BODY}", f"4. {BODY}"),
     ["Lamps of the town and their keepers", "Permits"], ["", "", "", ""], "broken within a phrase"),
    (("Part I", "Beginning", "Name", f"1. {BODY}", "Duty", f"2. {BODY}", "Part II", "Permits", "Grant", f"3. {BODY}", "Loss", f"4. {BODY}"),
     ["Beginning", "Permits"], ["Name", "Duty", "Grant", "Loss"], "each has its own"),
    ((_middle("PART I"), _middle("BEGINNING"), Set("Name", bold=True), f"1. {BODY}", Set("Duty", bold=True), f"2. {BODY}",
      _middle("PART II"), Set("Grant", bold=True), f"3. {BODY}", Set("Loss", bold=True), f"4. {BODY}"),
     ["BEGINNING", ""], ["Name", "Duty", "Grant", "Loss"], "a part without one, above an article's set as all articles' are"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "parts", "headings", "why"), PARTS, ids=[p[-1] for p in PARTS])
def test_a_parts_heading_is_the_parts(lines: tuple[str | Set, ...], parts: list[str], headings: list[str], why: str) -> None:
    _, law = one_law(*lines)
    assert [p.heading for p in law.provisions if not p.article] == parts, why
    assert [a.heading for a in articles(law)] == headings, why


BETWEEN = [
    ((_middle("Beginning"), "1. Name.—This Act is the Lamps Act.", f"2. Duty.—{BODY}", _middle("Permits"), f"3. Grant.—{BODY}", f"4. Loss.—{BODY}"),
     ["Name", "Duty", "Grant", "Loss"], "in the middle, headings run in"),
    (("BEGINNING", "Name", "1. This Act is the Lamps Act.", "Duty", f"2. {BODY}", "PERMITS", "Grant", f"3. {BODY}", "Loss", f"4. {BODY}"),
     ["Name", "Duty", "Grant", "Loss"], "in capitals, headings above"),
    (("BEGINNING", "1. Name", "This Act is the Lamps Act.", "2. Duty", BODY, "PERMITS", "3. Grant", BODY, "4. Loss", BODY),
     ["Name", "Duty", "Grant", "Loss"], "in capitals, headings beside"),
    (("BEGINNING", f"1. {BODY}", f"2. {BODY}", "PERMITS", f"3. {BODY}", f"4. {BODY}", f"5. {BODY}"), ["", "", "", "", ""], "in capitals, no headings"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "headings", "why"), BETWEEN, ids=[b[-1] for b in BETWEEN])
def test_a_heading_over_several_articles_is_of_none(lines: tuple[str | Set, ...], headings: list[str], why: str) -> None:
    printed, law = one_law(*lines)
    assert [a.heading for a in articles(law)] == headings, why
    assert not any(word in a.span.of(printed.text).upper() for a in articles(law) for word in ("PERMITS", "BEGINNING")), why


def test_a_row_in_capitals_within_a_sentence_stays_in_its_article() -> None:
    printed, law = one_law("1. The lamps bear the words", "LIGHT OF LUMEN", f"2. {BODY}", f"3. {BODY}")
    assert articles(law)[0].span.of(printed.text).endswith("LIGHT OF LUMEN")


CALLED = [
    (("ARRANGEMENT OF CLAUSES", "LAMPS BILL"), "1. This Act is the Lamps Act.", "clause", "by its list of contents"),
    (("LAMPS BILL",), "1. This clause and clause 2 begin in May; nothing in this clause binds a ship.", "clause", "by its own words"),
    (("LAMPS LAW",), "1. This article holds at night. For this article dusk is night.", "article", "the same of articles"),
    (("LAMPS ACT",), "1. In this clause and this section, and again in this section, dusk is night.", "section", "in doubt a section"),
    (("LAMPS RULES, 2020",), "1. These Rules are the Lamps Rules.", "rule", "by its title"),
]  # fmt: skip


@pytest.mark.parametrize(("front", "first", "kind", "why"), CALLED, ids=[c[-1] for c in CALLED])
def test_a_bare_number_is_called_as_the_law_calls_its_units(front: tuple[str, ...], first: str, kind: str, why: str) -> None:
    _, law = one_law(*front, first, "2. In section 4 of the Wicks Act, for “dusk” substitute “night”.", f"3. {BODY}")
    assert {a.kind for a in articles(law)} == {kind}, why
