"""Amending laws: new text is a provision of its own under the clause that brings it in, and says what it changes."""

from __future__ import annotations

import pytest

from pipeline.alert.citation import cite
from pipeline.judge.context import provision_texts
from pipeline.provision import Amendment
from pipeline.structure.amending import amendment, principal_law
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
    assert by["sec_2"].amends == Amendment("insert", "The Lamps Act, 1990", "after section 2")
    assert new.amends == Amendment("insert", "The Lamps Act, 1990", "section 2A")
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


HEADED = [
    (("“Dark nights. 2A. (1) A keeper shall stay.", "(2) A keeper who leaves commits an offence.”."), ["2A"], ["Dark nights"], "beside the number"),
    (("“Dark nights.", "2A. (1) A keeper shall stay.", "(2) A keeper who leaves commits an offence.”."), ["2A"], ["Dark nights"], "above the number"),
    (("“Dark nights 2A.—(1) A keeper shall stay.", "(2) A keeper who leaves commits an offence.”."), ["2A"], ["Dark nights"], "without a stop"),
    (("“Dark nights. 2A. A keeper shall stay.", "Storms. 2B. A keeper may leave.”."), ["2A", "2B"], ["Dark nights", "Storms"], "two of them"),
    (("“2A. Nights are those of section 7. The tower is open.”.",), ["2A"], [""], "a reference before a stop is no heading"),
]  # fmt: skip


@pytest.mark.parametrize(("quoted", "expected", "headings", "why"), HEADED, ids=[h[-1] for h in HEADED])
def test_a_heading_before_the_number_of_a_quoted_section_is_its_heading(
    quoted: tuple[str, ...], expected: list[str], headings: list[str], why: str
) -> None:
    _, law = one_law(
        "1. This Act is the Lamps Act.",
        "2. The Lamps Act is amended by inserting after section 2 the following—",
        *quoted,
        "3. Section 9 is repealed.",
    )
    new = [p for p in law.provisions if p.quoted and p.eid == p.article]
    assert [p.number for p in new] == expected, why
    assert [p.heading for p in new] == headings, why
    assert numbers(law) == ["1", "2", "3"], why


def test_an_amending_clause_is_judged_on_its_own_words_and_new_text_on_its_own() -> None:
    printed, law = one_law(
        "1. Section 4 of the Lamps Act is amended—",
        "(a) by deleting subsection (2) and substituting—",
        "“(2) A keeper shall carry oil.”; and",
        "(b) by deleting the word “dusk”.",
        "2. The Lamps Act is amended by inserting after section 5—",
        "“5A. A keeper shall carry a ladder.”.",
    )
    judged = {p.eid: t.text for p, t in provision_texts(printed, law)}
    assert judged["sec_1__para_a__qstr_1__subsec_2"] == "(2) A keeper shall carry oil."
    assert judged["sec_2__qstr_1__sec_5A"] == "5A. A keeper shall carry a ladder."
    for eid, last in (("sec_1", "“dusk”."), ("sec_2", "section 5—")):
        assert "carry" not in judged[eid]
        whole = next(p for p in law.provisions if p.eid == eid).span.of(printed.text)
        assert whole.find(last) == judged[eid].find(last), "offsets stay those of the print"


CITED = [
    (("Section 4 of the Lamps Act is amended by deleting subsection (2) and substituting—", "“(2) A keeper shall carry oil.”."),
     "4", "Section 1, substituting section 4(2) of the Lamps Act", "a subsection replaced"),
    (("The Lamps Act is amended in section 4 by inserting after subsection (1) the following:", "“(1A) A keeper shall carry oil.”."),
     "4", "Section 1, inserting section 4(1A) of the Lamps Act", "a subsection put in"),
    (("The Lamps Act is amended in section 4 by inserting after subsection (1) the following: “(1A) A keeper shall carry oil.”.",),
     "4", "Section 1, inserting section 4(1A) of the Lamps Act", "on the clause's own row"),
    (("Article 4 of Law No. 7 of 2010 is replaced by the following:", "“Article 4. A keeper shall carry oil.”."),
     "4", "Section 1, substituting article 4 of Law No. 7 of 2010", "a whole article"),
    (("After section 4 insert—", "“4A. A keeper shall carry oil.”."), "4A", "Section 1, inserting section 4A", "the law is not named"),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "citation", "said", "why"), CITED, ids=[c[-1] for c in CITED])
def test_new_text_is_cited_by_its_clause_and_by_where_it_goes(clause: tuple[str, ...], citation: str, said: str, why: str) -> None:
    printed, law = one_law("1. " + clause[0], *clause[1:], "2. A keeper shall light the lamp.", "3. This Act shall come into force in May.")
    (new,) = [p for p in law.provisions if p.quoted]
    assert new.citation == citation, why
    assert cite(law, new, printed.text) == said, why


CHANGES = [
    ("Section 4 of the Lamps Act is amended by deleting subsection (2) and substituting the following", "substitute", "Section 4(2)", "deleting to substitute is one change"),
    ("The Lamps Act is amended by inserting immediately after section 5 the following", "insert", "immediately after section 5", "a place beside a section"),
    ("Section 5 of the Lamps Act is amended by inserting after paragraph (b) of subsection (2) the following", "insert", "Section 5, after subsection (2)(b)", "a place in a section"),
    ("In section 9(1) of the Lamps Act the word “seven” is replaced by the word “sixty”.", "substitute", "section 9(1)", "words replaced"),
    ("Section 9 of the Lamps Act is amended by deleting the words “a week” and inserting “a day”.", "substitute", "Section 9", "words deleted for others"),
    ("Section 9 of the Lamps Act is repealed and replaced with the following", "substitute", "Section 9", "a section replaced"),
    ("Section 9 of the Lamps Act is amended in subsection (1) by deleting “a”; and by inserting “b” in subsection (2)", "amend", "Section 9", "two changes"),
    ("The Lamps Act is amended by repealing paragraph (c) of section 3(2).", "repeal", "section 3(2)", "a part of a part stays with the section"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "action", "target", "why"), CHANGES, ids=[c[-1] for c in CHANGES])
def test_action_and_target_are_as_fine_as_the_clause(words: str, action: str, target: str, why: str) -> None:
    change = amendment(words, "", "")
    assert (change.action, change.law[4:], change.target) == (action, "Lamps Act", target), why


PRINCIPAL = [
    ("An Act to amend the Lamps Act, 1990.\n1. The principal Act is amended.", "Lamps Act, 1990", "the long title names it"),
    ("THE LAMPS BILL\n1. This is the Lamps (Amendment) Act, 2020.\n2. In the principal Act, omit it.\n3. The Lamps Act, 1990 ends.", "Lamps Act, 1990", "the own title"),
    ("1. In the principal Act, omit section 4.", "", "nothing names it"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "law", "why"), PRINCIPAL, ids=[p[-1] for p in PRINCIPAL])
def test_a_principal_act_that_is_not_defined_is_found_by_its_title(text: str, law: str, why: str) -> None:
    assert principal_law(text).lower().removeprefix("the ") == law.lower(), why
