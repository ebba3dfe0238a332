"""A heading on the number's own row ends where the rule begins; what is said twice is one heading; a reference is none."""

from __future__ import annotations

import pytest

from pipeline.document import Role
from pipeline.structure.run_in import noted
from tests.structure_print import Set, articles, one_law

BODY = "A keeper who is named in the list of the town shall light the lamp before the sun is down."
NAME = "1. Name.—This Act is the Lamps Act."
FINE = "3. Fine.—A keeper who does not shall pay."

SPLITS = [
    ((NAME, f"2. Keepers may look into lamps.—(1) {BODY}", FINE), "Keepers may look into lamps", "a verb before a stop and a dash"),
    ((NAME, "2. Penalty.- whoever leaves shall pay.", FINE), "Penalty", "the rule begins with a small letter"),
    ((NAME, "2. [Fees.- A keeper shall be paid.]", FINE), "Fees", "half a bracket"),
    ((NAME, "2. Change of s. 4 of Cap. 12.—Section 4 shall end.", FINE), "Change of s. 4 of Cap. 12", "stops of shortened words"),
    ((NAME, "2. Duty. A keeper shall light the lamp.", FINE), "Duty", "a full stop where others have a dash too"),
    ((NAME, "2. Duties of keepers — A keeper shall light it.", FINE), "Duties of keepers", "a bare dash where others have a stop too"),
    ((NAME, "2. Duties of the keepers-", f"1) {BODY}", "2) This holds at night.", FINE), "Duties of the keepers", "a row that ends in a hyphen"),
    ((NAME, "2. The Board shall have these powers:- (a) to light; and (b) to trim.", FINE), "", "words that bring in a list"),
    ((NAME, "2. Omitted by Act 7. The list is closed.", FINE), "", "a note in the place of a section"),
    ((NAME, f"2. Duty.—(1) {BODY}", "(2) This holds at night.", FINE), "Duty", "the plain case"),
    (("1. " + BODY, "2. Power to look into lamps. The Warden may look into a lamp.", "3. " + BODY), "Power to look into lamps", "the only one of its law"),
    (("1. " + BODY, "2. The keeper at the tower. He shall light it.", "3. " + BODY), "", "a sentence without a verb begins with an article"),
    (("1. " + BODY, "2. No. 5 Oil Street. The tower there shall be lit.", "3. " + BODY), "", "a stop after a shortened word"),
    (("1. Name. This Act is the Lamps Act.", "2. Power to enter. The Warden with the help of", "A keeper may look into a lamp.", "3. Fine. A keeper shall pay."),
     "Power to enter", "a row that ends in the rule's first words"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "heading", "why"), SPLITS, ids=[s[-1] for s in SPLITS])
def test_a_heading_ends_where_the_rule_begins(lines: tuple[str, ...], heading: str, why: str) -> None:
    _, law = one_law(*lines)
    assert articles(law)[1].heading == heading, why


TWICE = [
    (("1. (Name) This Act is the Lamps Act.", f"2. (Duty of keepers) {BODY}", "3. (Fine) A keeper who does not shall pay."),
     ["Name", "Duty of keepers", "Fine"], "in brackets after the number"),
    (("(Name)", "1. This Act is the Lamps Act.", "(Duty of keepers)", f"2. {BODY}", "(Fine)", "3. A keeper who does not shall pay."),
     ["Name", "Duty of keepers", "Fine"], "in brackets above the number"),
    (("Name", "(Name)", "1. This Act is the Lamps Act.", "Duty", "(Duty)", f"2. {BODY}", "Fine", "3. A keeper who does not shall pay."),
     ["Name", "Duty", "Fine"], "said again in brackets above the number"),
    (("Name", "1. (Name) This Act is the Lamps Act.", "Duty", f"2. (Duty) {BODY}", "Fine", "3. A keeper who does not shall pay."),
     ["Name", "Duty", "Fine"], "said again in brackets after the number"),
    (("Name", "1. This Act is the Lamps Act.", "(Section 4)", f"2. {BODY}", "Fine", "3. A keeper shall pay.", "Pay", f"4. {BODY}"),
     ["Name", "", "Fine", "Pay"], "a reference in brackets is none"),
    (("1. This Act is the Lamps Act.", "2. [Repealed]", "3. (Spent) A keeper was paid."), ["", "", ""], "a note in brackets is none"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "headings", "why"), TWICE, ids=[t[-1] for t in TWICE])
def test_a_heading_in_brackets_is_one_heading(lines: tuple[str, ...], headings: list[str], why: str) -> None:
    printed, law = one_law(*lines)
    found = articles(law)
    assert [a.heading for a in found] == headings, why
    assert "\n".join(a.span.of(printed.text) for a in found) == "\n".join(lines), why


def _note(text: str) -> Set:
    return Set(text, role=Role.MARGINAL)


NOTES = [
    (_note("5 of 1999."), "1. Name.—This Act is the Lamps Act.", "Name", "a number beside a heading run in"),
    (_note("Cap. 12."), "1. This Act is the Lamps Act.", "", "a chapter's number alone"),
    (_note("Fine. 5 of 1999, s. 3."), "1. Who does not shall pay.", "Fine.", "a heading and then a reference"),
    (_note("Fees of Act No. 4"), "1. Who does not shall pay.", "Fees of Act No. 4", "a heading with a reference in it"),
    (_note("Part to be lit"), "1. A keeper shall light the tower.", "Part to be lit", "a heading that begins like a reference"),
]  # fmt: skip


@pytest.mark.parametrize(("note", "line", "heading", "why"), NOTES, ids=[n[-1] for n in NOTES])
def test_a_marginal_reference_is_no_heading(note: Set, line: str, heading: str, why: str) -> None:
    printed, law = one_law(note, line, Set("Duty", role=Role.MARGINAL), f"2. {BODY}")
    assert articles(law)[0].heading == heading, why
    assert articles(law)[0].span.of(printed.text).startswith(note.text), why


@pytest.mark.parametrize("note", ["s. 4", "[5 of 1999]", "L.N. 45/1990", "Act 5 of 1999, ss. 3 and 4", "Ch. XII, 1990", "Am. by 3 of 2001"])
def test_a_note_of_numbers_only_says_nothing(note: str) -> None:
    assert noted(note) == ""
