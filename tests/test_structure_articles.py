"""Articles are found by their sequence, whatever their numbers look like and wherever their headings stand."""

from __future__ import annotations

import pytest

from pipeline.document import Role
from pipeline.structure import segment
from tests.structure_print import Set, articles, document, eids, numbers, one_law

STYLES = [
    # lines, numbers, headings, why
    (("1. Name.—This Act is the Lamps Act.", "2. Duty.—A keeper shall light the lamp.", "3. Fine.—A keeper who does not is liable to a fine."),
     ["1", "2", "3"], ["Name", "Duty", "Fine"], "heading run in before a dash"),
    (("Name", "1. This Act is the Lamps Act.", "Duty", "2. A keeper shall light the lamp.", "Fine", "3. A keeper who does not shall pay."),
     ["1", "2", "3"], ["Name", "Duty", "Fine"], "heading above the number"),
    (("1. Name", "This Act is the Lamps Act.", "2. Duty", "A keeper shall light the lamp.", "3. Fine", "A keeper who does not shall pay."),
     ["1", "2", "3"], ["Name", "Duty", "Fine"], "heading beside the number"),
    (("Article 1", "Name", "This law is the Lamps Law.", "Article 2", "Duty", "A keeper shall light the lamp.", "Article 3", "Fine", "Who does not shall pay."),
     ["1", "2", "3"], ["Name", "Duty", "Fine"], "heading below the number"),
    (("Article One: Name", "This law is the Lamps Law.", "Article 2: Duty", "A keeper shall light the lamp.", "Article 3: Fine", "Who does not shall pay."),
     ["One", "2", "3"], ["Name", "Duty", "Fine"], "the first article in words"),
    (("ARTICLE I. A keeper shall light the lamp.", "ARTICLE II. A keeper shall trim the wick.", "ARTICLE III. A keeper who does not shall pay."),
     ["I", "II", "III"], ["", "", ""], "roman numbers"),
    (("Art. 1.- A keeper shall light the lamp.", "Art. 2.- A keeper shall trim the wick.", "Art. 3.- A keeper who does not shall pay."),
     ["1", "2", "3"], ["", "", ""], "a stop and a dash"),
    (("§ 611. Lamps", "A keeper shall light the lamp.", "§ 611-A. Wicks", "A keeper shall trim the wick.", "§ 612. Fine", "A keeper who does not must pay."),
     ["611", "611-A", "612"], ["Lamps", "Wicks", "Fine"], "section signs, beginning far up"),
    (("Sec. 1. A keeper shall light the lamp.", "Sec. 2. A keeper shall trim the wick.", "Sec. 3. A keeper who does not shall pay."),
     ["1", "2", "3"], ["", "", ""], "Sec."),
    (("1. A keeper shall light it.", "1A. A keeper shall trim it.", "1AA. A keeper shall clean it.", "1B. A keeper shall pay.", "3. This Act shall end."),
     ["1", "1A", "1AA", "1B", "3"], [""] * 5, "inserted letters and a repealed number"),
    (("21-B. A keeper shall light it.", "21- C. A keeper shall trim it.", "21-D. A keeper shall clean it.", "22. A keeper shall pay."),
     ["21-B", "21-C", "21-D", "22"], [""] * 4, "a blank after the hyphen"),
    (("21-B. A keeper shall light it.", "21 -C. A keeper shall trim it.", "21 -D.—(1) A keeper shall clean it.", "22. A keeper shall pay."),
     ["21-B", "21-C", "21-D", "22"], [""] * 4, "a blank before the hyphen"),
    (("Article 4. Keepers shall light.", "Article 4 bis. Keepers shall trim.", "Article 4 ter. Keepers shall clean.", "Article 5. Keepers shall pay."),
     ["4", "4 bis", "4 ter", "5"], [""] * 4, "bis and ter"),
    (("1. A keeper shall light it.", "1[2. A keeper shall trim it.]", "3. A keeper shall pay."),
     ["1", "2", "3"], [""] * 3, "a footnote's mark and a bracket before inserted text"),
    ((Set("Name", role=Role.MARGINAL), "1. This Act is the Lamps Act.", Set("Duty", role=Role.MARGINAL), "2. A keeper shall light the lamp."),
     ["1", "2"], ["Name", "Duty"], "headings in the margin"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected", "headings", "why"), STYLES, ids=[s[-1] for s in STYLES])
def test_numbers_and_headings_of_all_kinds(lines: tuple[str | Set, ...], expected: list[str], headings: list[str], why: str) -> None:
    _, law = one_law(*lines)
    assert numbers(law) == expected, why
    assert [p.heading for p in articles(law)] == headings, why


ORDINALS = [
    "Article premier",
    "Article 1er.",
    "Article 1st. -",
    "ARTICLE 1ST",
    "First Article",
    "FIRST ARTICLE.",
    "Article First",
    "Article the First",
]


@pytest.mark.parametrize("first", ORDINALS)
def test_an_ordinal_is_cited_by_its_number(first: str) -> None:
    _, law = one_law(
        first, "A keeper shall light the lamp.", "Article 2", "A keeper shall trim the wick.", "Article 3", "Who does not shall pay."
    )
    assert [(p.number, p.citation, p.eid) for p in articles(law)] == [(n, n, f"art_{n}") for n in "123"]


def test_a_letter_after_a_number_is_no_roman_number() -> None:
    _, law = one_law("11. A keeper shall light it.", "11 C. A keeper shall trim it.", "12. A keeper shall pay.")
    assert eids(law) == ["sec_11", "sec_11C", "sec_12"]


REFERENCES = [
    (
        ("1. A keeper who is licensed under section", "2. and who lights the lamp shall be paid.", "2. A keeper shall trim the wick."),
        "a section's number begins a line",
    ),
    (("1. The keeper named in the Lamps Act,", "2010. shall light the lamp.", "2. A keeper shall trim the wick."), "a year begins a line"),
    (("1. A keeper shall within a period of", "14 days light the lamp.", "2. A keeper shall trim the wick."), "a count begins a line"),
    (
        ("1. A keeper shall light it. Rule 5 and section", "3 (1) of the Wicks Act shall not apply.", "2. A keeper shall trim the wick."),
        "a reference with a bracket",
    ),
    (("1. A keeper shall light it on", "12 March 2010 and each year after.", "2. A keeper shall trim the wick."), "a date"),
    (
        ("1. Under this Part", "Part II of the Wicks Act shall apply to keepers.", "2. A keeper shall trim the wick."),
        "a part of another law",
    ),
]


@pytest.mark.parametrize(("lines", "why"), REFERENCES, ids=[r[-1] for r in REFERENCES])
def test_a_number_within_a_sentence_begins_nothing(lines: tuple[str, ...], why: str) -> None:
    _, law = one_law(*lines)
    assert eids(law) == ["sec_1", "sec_2"], why


def test_an_article_is_whole_with_its_heading() -> None:
    printed, law = one_law(
        "Name", "1. This Act is the Lamps Act.", "Duty", "2. A keeper shall—", "(a) light; and", "(b) trim.", "at all times."
    )
    assert articles(law)[1].span.of(printed.text) == "Duty\n2. A keeper shall—\n(a) light; and\n(b) trim.\nat all times."


def test_a_number_printed_twice_comes_out_twice() -> None:
    _, law = one_law(
        "Article 1. Keepers shall light.",
        "Article 2. Keepers shall trim.",
        "Article 2. Keepers shall clean.",
        "Article 3. Keepers shall pay.",
    )
    assert eids(law) == ["art_1", "art_2", "art_2-2", "art_3"]


def test_numbered_paragraphs_of_a_civil_law_article_are_no_articles() -> None:
    _, law = one_law(
        "Article 1", "1. Keepers shall light.", "2. Keepers shall trim.", "3. Keepers shall clean.",
        "Article 2", "1. Keepers shall be paid.", "2. Who does not light shall pay.",
    )  # fmt: skip
    assert eids(law) == ["art_1", "art_1__subsec_1", "art_1__subsec_2", "art_1__subsec_3", "art_2", "art_2__subsec_1", "art_2__subsec_2"]


def test_parts_chapters_and_schedules_stand_above_articles() -> None:
    _, law = one_law(
        "PART I", "PRELIMINARY", "1. This Act is the Lamps Act.",
        "PART II", "KEEPERS", "CHAPTER 1—DUTIES", "2. A keeper shall light it.", "CHAPTER 2—FINES", "3. A keeper who does not shall pay.",
        "FIRST SCHEDULE", "(Section 2)", "1. Lamps shall be of glass.", "2. Wicks shall be of cotton.",
    )  # fmt: skip
    assert eids(law) == [
        "part_1", "part_1__sec_1", "part_2", "part_2__chp_1", "part_2__chp_1__sec_2", "part_2__chp_2", "part_2__chp_2__sec_3",
        "sched_1", "sched_1__para_1", "sched_1__para_2",
    ]  # fmt: skip
    by = {p.eid: p for p in law.provisions}
    assert by["part_2__chp_1__sec_2"].parents == ("Part II KEEPERS", "Chapter 1 DUTIES")
    assert by["part_1"].article == ""


def test_numbers_that_begin_anew_in_each_chapter_all_come_out() -> None:
    _, law = one_law(
        "CHAPTER I", "LAMPS", "Article 1. Keepers shall light.", "Article 2. Keepers shall trim.",
        "CHAPTER II", "WICKS", "Article 1. Wicks shall be dry.", "Article 2. Wicks shall be clean.",
    )  # fmt: skip
    assert eids(law) == ["chp_1", "chp_1__art_1", "chp_1__art_2", "chp_2", "chp_2__art_1", "chp_2__art_2"]


def test_a_list_of_contents_is_no_law() -> None:
    lines = ["LAMPS ACT", "ARRANGEMENT OF SECTIONS", "1. Name.", "2. Duty.", "3. Pay.", "4. Fine."]
    lines += ["BE IT ENACTED by the Council:", "1. Name.—This Act is the Lamps Act.", "2. Duty.—A keeper shall light the lamp at dusk."]
    lines += ["3. Pay.—A keeper shall be paid at the end of each month.", "4. Fine.—A keeper who does not shall pay."]
    printed, law = one_law(*lines)
    assert numbers(law) == ["1", "2", "3", "4"]
    assert articles(law)[0].span.start > printed.text.index("BE IT")


def test_printed_lines_and_whole_paragraphs_give_the_same_articles() -> None:
    words = ("1. Name.—This Act may be cited as the Lamps Act.", "2. Duty.—A keeper of a lamp shall light it before the sun is down.")
    whole = segment(document(*words))[0]
    broken = [Set(w, runs_on=True) for text in words for w in text.split()]
    assert [p.number for p in articles(segment(document(*broken))[0])] in ([p.number for p in articles(whole)], ["1", "2"])


def test_a_schedules_first_paragraph_takes_no_heading_from_above_the_schedule() -> None:
    _, law = one_law("1. A keeper shall light it.", "FIRST SCHEDULE", "SECOND SCHEDULE", "1. Lamps shall be of glass.")
    assert eids(law) == ["sec_1", "sched_1", "sched_2", "sched_2__para_1"]
    assert [p.span.start for p in law.provisions] == sorted(p.span.start for p in law.provisions)
