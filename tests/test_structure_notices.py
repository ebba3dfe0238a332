"""A notice between the laws of a gazette belongs to none of them; a law that a notice brings in, or that speaks of notices, is one."""

from __future__ import annotations

import pytest

from pipeline.structure import segment
from tests.structure_print import Set, articles, document, numbers, one_law

FIRST = (
    "LAMPS ACT, 2020", "An Act to provide for lamps.", "BE IT ENACTED by the Council as follows:",
    "1. This Act may be cited as the Lamps Act, 2020.", "2. A keeper shall light the lamp.", "3. Who does not shall pay a fine.",
)  # fmt: skip
SECOND = (
    "WICKS ACT, 2020", "An Act to provide for wicks.", "BE IT ENACTED by the Council as follows:",
    "1. This Act may be cited as the Wicks Act, 2020.", "2. A wick shall be of cotton.",
)  # fmt: skip

NOTICES = [
    (("GENERAL NOTICE No. 45", "LOSS OF A KEEPER'S CERTIFICATE", "It is notified that certificate 7 has been lost.",
      "1. Whoever has found it shall bring it to the Town Hall."), "a number in a notice looks like a subsection or the next article"),
    (("Government Notice No. 12 of 2020", "The Council has let the tower.", "1. The tower is let for a year."), "plain type"),
    (("TENDER NOTICE", "The Town invites bids for oil.", "1. Bids shall be sealed.", "2. Bids shall be sent by post."), "no number of its own"),
    (("LAND REGISTRY", "LOSS OF TITLE DEEDS", "Notice is hereby given that the deed of Plot 7 is lost.", "1. It shall be void."), "no word for a notice"),
    (("GAZETTE NOTICE NO. 9", "THE LAMP TOWERS ACT", "(Cap. 12)", "ISSUE OF A NEW DEED", "WHEREAS A. Lampe is the proprietor of a tower,",
      "1. A new deed shall be issued."), "a notice names the act that it is given under"),
    (("GENERAL NOTICE No. 45", "Plot 7 is lost.", "GENERAL NOTICE No. 46", "Plot 8 is lost.", "1. Both shall be found."), "two notices"),
]  # fmt: skip


@pytest.mark.parametrize(("notice", "why"), NOTICES, ids=[n[-1] for n in NOTICES])
@pytest.mark.parametrize("after", [SECOND, ()], ids=["between", "at the end"])
def test_a_notice_belongs_to_no_law(notice: tuple[str, ...], why: str, after: tuple[str, ...]) -> None:
    printed = document(*FIRST, *notice, *after)
    laws = segment(printed)
    assert [law.title for law in laws] == ["Lamps Act, 2020", "Wicks Act, 2020"][: 1 + bool(after)], why
    assert numbers(laws[0]) == ["1", "2", "3"], why
    assert articles(laws[0])[-1].span.of(printed.text) == FIRST[-1], why
    assert all(p.span.of(printed.text) in (*FIRST, *SECOND) for law in laws for p in law.provisions), why
    assert [p.span.of(printed.text).splitlines() for p in laws[0].passages if p.matter == "notice"] == [list(notice)], why


def test_a_notice_before_the_first_law_belongs_to_no_law() -> None:
    printed = document("GENERAL NOTICE No. 44", "A. Lampe has changed his name.", "1. Any person may object by post.", *FIRST)
    (law,) = segment(printed)
    assert [p.span.of(printed.text) for p in law.provisions] == list(FIRST[3:])


LAWS = [
    (("GOVERNMENT NOTICE No. 46", "THE LAMPS (FEES) RULES, 2020", "(Made under section 2)", "1. These Rules may be cited as the Lamps (Fees) Rules, 2020.",
      "2. A keeper shall pay ten crowns."), "a notice that brings in rules without words of enactment"),
    (("LEGAL NOTICE No. 46", "THE LAMPS ACT", "IN EXERCISE of the powers conferred by section 2, the Minister makes the following Rules:",
      "1. These Rules may be cited as the Lamps (Fees) Rules, 2020.", "2. A keeper shall pay ten crowns."), "and with them"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "why"), LAWS, ids=[n[-1] for n in LAWS])
def test_rules_made_by_a_notice_are_a_law(lines: tuple[str, ...], why: str) -> None:
    first, second = segment(document(*FIRST, *lines))
    assert (numbers(first), numbers(second)) == (["1", "2", "3"], ["1", "2"]), why
    assert second.title == "Lamps (Fees) Rules, 2020"


WITHIN = [
    ((Set("PUBLIC NOTICE", bold=True), "4. The Council shall give notice of a fine."), ["1", "2", "3", "4"], "an article's heading"),
    (("Government Notice 206 of 2004", "4. The Council may lower a fine."), ["1", "2", "3", "4"], "a note on what changed an article"),
    (("Notice is hereby given of a fine by a bell.", "4. The bell shall be loud."), ["1", "2", "3", "4"], "the words of an article"),
    (("SCHEDULE", "1. The form of the call is this:", "PUBLIC NOTICE", "The public is hereby notified of a dark night.", "2. The call is made at dusk."),
     ["1", "2", "3", "1", "2"], "a form in a schedule"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected", "why"), WITHIN, ids=[n[-1] for n in WITHIN])
def test_a_law_that_speaks_of_notices_goes_on(lines: tuple[str | Set, ...], expected: list[str], why: str) -> None:
    _, law = one_law(*FIRST, *lines)
    assert numbers(law) == expected, why
