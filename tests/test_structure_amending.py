"""Amending laws: new text is a provision of its own under the clause that brings it in, and says what it changes."""

from __future__ import annotations

import pytest

from pipeline.provision import Amendment
from tests.structure_print import Set, eids, numbers, one_law


def test_a_quoted_section_stands_under_its_clause_and_out_of_the_sequence() -> None:
    printed, law = one_law(
        "1. This Act may be cited as the Lamps (Amendment) Act, 2020.",
        "2. The Lamps Act, 1990 is amended by inserting after section 2 the following section:—",
        "“2A. Wicks.—(1) A keeper shall trim the wick.",
        "(2) A keeper who does not commits an offence.”.",
        "3. Section 9 of the Lamps Act, 1990 is repealed.",
    )
    assert numbers(law) == ["1", "2", "3"]
    by = {p.eid: p for p in law.provisions}
    new = by["sec_2__qstr_1__sec_2A"]
    assert new.quoted
    assert new.heading == "Wicks"
    assert new.above == "sec_2"
    assert new.amends == by["sec_2"].amends == Amendment("insert", "The Lamps Act, 1990", "section 2")
    assert by["sec_3"].amends == Amendment("repeal", "the Lamps Act, 1990", "Section 9")
    assert [p.eid for p in law.provisions if p.quoted and p.judged] == [
        "sec_2__qstr_1__sec_2A__subsec_1",
        "sec_2__qstr_1__sec_2A__subsec_2",
    ]
    lead = by["sec_2__qstr_1__sec_2A__subsec_1"].lead_in
    assert lead is not None
    assert lead.of(printed.text).startswith("The Lamps Act, 1990 is amended")


def test_a_quoted_subsection_is_a_subsection() -> None:
    _, law = one_law(
        "1. Section 4 of the Lamps Act is amended—",
        "(a) by inserting after subsection (1) the following subsection:",
        "“(1a) A keeper shall carry oil.”; and",
        "(b) in subsection (2), by substituting for the word “lamp” the word “lantern”.",
        "2. Section 5 of the Lamps Act is deleted.",
    )
    assert eids(law) == ["sec_1", "sec_1__para_a", "sec_1__para_a__qstr_1__subsec_1a", "sec_1__para_b", "sec_2"]


def test_each_paragraph_of_new_text_may_open_its_marks_anew() -> None:
    _, law = one_law(
        "1. The Lamps Act is amended by adding the following sections:",
        "“7. A keeper shall carry oil.", "“8. A keeper shall carry a cloth.", "“9. A keeper shall carry a ladder.”",
        "2. This Act shall come into force in May.",
    )  # fmt: skip
    assert numbers(law) == ["1", "2"]
    assert [p.number for p in law.provisions if p.quoted] == ["7", "8", "9"]


def test_new_text_without_marks_runs_to_the_next_clause() -> None:
    _, law = one_law(
        "An Act to Light the Lamps",
        "Sec. 1. 7 RSA §611 is enacted to read:", "§611. Lamps", "1. Oil. A keeper shall carry oil.", "2. Cloth. A keeper shall carry a cloth.",
        "Sec. 2. 7 RSA §612, sub-§3 is amended to read:", "3. Fine. A keeper who does not must pay.",
        "SUMMARY", "This bill makes keepers carry oil.",
    )  # fmt: skip
    assert numbers(law) == ["1", "2"]
    assert {"sec_1__qstr_1__sec_611", "sec_2__qstr_1__subsec_3"} <= set(eids(law))
    assert law.provisions[0].amends == Amendment("insert", "7 RSA", "§611")
    assert [p.matter.value for p in law.passages] == ["long_title", "memorandum"]


def test_the_principal_act_is_named() -> None:
    _, law = one_law(
        "1. The Lamps Act, 1990, in this Act referred to as the “principal Act”, is amended in section 3 by deleting the word “dusk”.",
        "2. The principal Act is amended in section 4 by deleting the word “dawn”.",
    )
    assert law.provisions[1].amends == Amendment("repeal", "The Lamps Act, 1990", "section 4")


def test_a_power_to_amend_amends_nothing() -> None:
    _, law = one_law("1. The Minister may by order amend the Schedule.", "2. Until section 4 is repealed, keepers shall light.")
    assert [p.amends for p in law.provisions] == [None, None]


def test_a_quotation_that_is_never_closed_does_not_swallow_the_law() -> None:
    lines = ["1. In this Act “lamp means a light."] + [f"{n}. A keeper shall light lamp number {n}." for n in range(2, 30)]
    _, law = one_law(*lines)
    assert numbers(law) == [str(n) for n in range(1, 30)]


def test_a_quoted_part_heading_is_no_part_of_the_outer_law() -> None:
    _, law = one_law(
        "1. The Lamps Act is amended by inserting after Part II the following Part:",
        Set("“PART IIA", centred=True), Set("WICKS", centred=True), "9A. A keeper shall trim the wick.”.",
        "2. This Act shall come into force in May.",
    )  # fmt: skip
    assert eids(law) == ["sec_1", "sec_1__qstr_1__part_IIA", "sec_1__qstr_1__part_IIA__sec_9A", "sec_2"]


LAWS = [
    ("Subject to this Act, the Wicks Ordinance, 1902 is hereby repealed.", Amendment("repeal", "the Wicks Ordinance, 1902", "")),
    ("Article 4 of Law No. 7 of 2010 is amended as follows.", Amendment("amend", "Law No. 7 of 2010", "Article 4")),
    (
        "In section 3(2)(a) of the Lamps (Keepers) Act 1990, for “dusk” substitute “night”.",
        Amendment("substitute", "the Lamps (Keepers) Act 1990", "section 3(2)(a)"),
    ),
    (
        "Section 5 of the principal enactment is hereby amended by the substitution for the word “a” of the word “b”.",
        Amendment("substitute", "principal enactment", "Section 5"),
    ),
]


@pytest.mark.parametrize(("clause", "expected"), LAWS, ids=[c[0][:30] for c in LAWS])
def test_law_target_and_action_are_read_from_the_clause(clause: str, expected: Amendment) -> None:
    _, law = one_law("1. This Act shall be called the Lamps Act.", f"2. {clause}")
    found = law.provisions[1].amends
    assert found is not None
    assert (found.action, found.law.removeprefix("the "), found.target) == (
        expected.action,
        expected.law.removeprefix("the "),
        expected.target,
    )
