"""New text says its own place in the law that it goes into, and each limb of a clause the part that it changes."""

from __future__ import annotations

import pytest

from pipeline.structure.targets import own_target, target_of
from tests.structure_print import one_law

OWN = [
    ("Section 12, after subsection (2)", "(2A)", "section 12(2A)", "beside a subsection"),
    ("section 12(2)", "(2)", "section 12(2)", "in the place of itself"),
    ("section 12(2)", "(2A)", "section 12(2A)", "beside it, by the unit replaced"),
    ("section 12(2)", "(a)", "section 12(2)(a)", "a paragraph of it"),
    ("Subsection 136(1)", "(aa)", "subsection 136(1)(aa)", "a paragraph of a subsection named as such"),
    ("section 12(2)(h)", "(i)", "section 12(2)(i)", "the letter after h"),
    ("section 12(2)(b)", "(ii)", "section 12(2)(b)(ii)", "a roman number below a letter"),
    ("after section 12", "(2A)", "", "a place beside a section says nothing of a part"),
    ("", "(1)", "", "no place at all"),
    ("section 12", "13", "", "a whole section is not below another"),
]


@pytest.mark.parametrize(("target", "number", "own", "why"), OWN, ids=[o[-1] for o in OWN])
def test_a_part_of_a_section_has_its_own_place(target: str, number: str, own: str, why: str) -> None:
    assert own_target(target, number) == own, why


LIMBS = [
    ("in paragraph (a) thereof, by deleting “or”", "Section 12(1)", "Section 12(1)(a)", "a part of what is named above"),
    ("in subsection (2), by deleting “or”", "Section 12(1)", "Section 12(2)", "another subsection than the one above"),
    ("by deleting “subsection (1)” in subsection (5)", "Section 12", "Section 12(5)", "a phrase that is replaced is no place"),
    ("for “section 7” substitute “section 8”", "Section 12", "Section 12", "nor is another section in it"),
    ("in section 9, omit “or”", "Section 12(1)", "section 9", "another section"),
]


@pytest.mark.parametrize(("words", "above", "target", "why"), LIMBS, ids=[x[-1] for x in LIMBS])
def test_a_limb_adds_to_the_place_above_it(words: str, above: str, target: str, why: str) -> None:
    assert target_of(words, "", above, inserts=False) == target, why


def test_each_quoted_provision_carries_its_own_target() -> None:
    _, law = one_law(
        "1. Section 12 of the Lamps Act is amended—",
        "(a) by inserting after subsection (2) the following subsections:",
        "“(2A) A keeper shall carry oil.", "(2B) A keeper shall carry a cloth.”;",
        "(b) in subsection (4)—", "(i) in paragraph (a), by deleting the word “dusk”; and",
        "(ii) by the repeal of paragraph (c) and the substitution therefor of the following paragraph:", "“(c) the wick is dry.”.",
        "2. The Lamps Act is amended by inserting after section 20 the following sections—",
        "“20A. A keeper shall be paid.", "20B. (1) A keeper shall be heard.", "(2) The Warden shall answer.”.",
        "3. In Law No. 7 of 2010, after article 4 the following is inserted—", "“4A. A keeper shall carry a ladder.”.",
    )  # fmt: skip
    said = {p.eid: (p.amends.action, p.amends.target) for p in law.provisions if p.amends}
    assert said["sec_1__para_a__qstr_1__subsec_2A"] == ("insert", "section 12(2A)")
    assert said["sec_1__para_a__qstr_1__subsec_2B"] == ("insert", "section 12(2B)")
    assert said["sec_1__para_b__subpara_i"] == ("repeal", "Section 12(4)(a)")
    assert said["sec_1__para_b__subpara_ii__qstr_2__para_c"] == ("substitute", "section 12(4)(c)")
    assert said["sec_2__qstr_1__sec_20A"] == ("insert", "section 20A")
    assert said["sec_2__qstr_1__sec_20B__subsec_2"] == ("insert", "section 20B")
    assert said["sec_3__qstr_1__art_4A"] == ("insert", "article 4A")
    assert {p.amends.law for p in law.provisions if p.amends and p.eid.startswith("sec_3")} == {"Law No. 7 of 2010"}


def test_a_clause_that_names_the_part_itself_is_not_said_worse() -> None:
    _, law = one_law(
        "Sec. 1. 7 RSA §611, sub-§3, ¶B is amended to read:", "B. A keeper who leaves must pay.",
        "Sec. 2. 7 RSA §612 is enacted to read:", "§612. Oil", "A keeper shall carry oil.",
    )  # fmt: skip
    said = [p.amends.target for p in law.provisions if p.amends and p.quoted]
    assert said == ["§611, sub-§3, ¶B", "section 612"]
