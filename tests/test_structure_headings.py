"""Headings broken over rows, printed twice, or standing where another unit's words end go to the article that they head."""

from __future__ import annotations

import pytest

from tests.structure_print import Set, articles, numbers, one_law

BODY = "A keeper who is named in the list of the town shall light the lamp before the sun is down and put it out at dawn."


def _plain(number: int | str) -> tuple[Set, ...]:
    return (Set(f"{number}. {BODY}"), Set("This holds on every day of the year but for the feast of the town."))


def _lines() -> tuple[Set, ...]:
    return (Set(BODY), Set("This holds on every day of the year but for the feast of the town."), Set("A keeper who is ill shall say so."))


HEADINGS = [
    # lines, numbers, the headed article with its heading and its first line, why
    ((Set("Duty to light", bold=True), *_plain(1), Set("Fault or non", bold=True), Set("1U. performance by a keeper who does not light it is paid for."),
      *_lines(), Set("Pay", bold=True), *_plain(3)),
     ["1", "1U", "3"], ("1U", "Fault or non", "Fault or non"), "the heading goes on in small letters after the number"),
    ((Set("Duty to light", italic=True, centred=True), *_plain(1), Set("Fault or non", italic=True, centred=True),
      Set("1U. performance by a keeper who does not light it is paid for."), Set("Pay", italic=True, centred=True), *_plain(3)),
     ["1", "1U", "3"], ("1U", "Fault or non", "Fault or non"), "the same in italics in the middle"),
    ((Set("Duty to light", bold=True), *_plain(1), Set("Pay", bold=True), Set("2. The keeper shall be paid on the advice of the Warden", runs_on=True),
      Set("Lamp books", bold=True), Set(f"3. {BODY}"), Set("Fines", bold=True), *_plain(4)),
     ["1", "2", "3", "4"], ("3", "Lamp books", "Lamp books"), "a sentence without its stop before a heading in bold"),
    ((Set("1 Name", bold=True), *_lines(), Set("1A Fees", bold=True), Set("1[1A. Fees.—A keeper shall be paid.]"), *_lines(),
      Set("3 Pay", bold=True), *_lines()),
     ["1", "1A", "3"], ("1A", "Fees", "1A Fees"), "a hanging number in bold that the text put in prints again"),
    ((Set("Name", bold=True), *_plain(1), Set("Duty", bold=True), *_plain(2), Set("Removal of keepers", bold=True),
      Set("3. Removal of lamp keepers.—A keeper may be removed by the Warden."), Set("Pay", bold=True), *_plain(4)),
     ["1", "2", "3", "4"], ("3", "Removal of lamp keepers", "Removal of keepers"), "a heading printed above the number and again after it"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected", "headed", "why"), HEADINGS, ids=[h[-1] for h in HEADINGS])
def test_a_heading_belongs_to_the_number_below_it(
    lines: tuple[Set, ...], expected: list[str], headed: tuple[str, str, str], why: str
) -> None:
    printed, law = one_law(*lines)
    assert numbers(law) == expected, why
    number, heading, first = headed
    (article,) = [p for p in articles(law) if p.number == number]
    assert article.heading == heading, why
    assert article.span.of(printed.text).splitlines()[0] == first, why


def test_a_term_that_begins_with_a_parts_number_heads_no_part() -> None:
    _, law = one_law("1. In this Act, lamp means a lamp of glass;", "“Part 3 order” means an order of the Warden;", f"2. {BODY}")
    assert [p.kind for p in law.provisions if not p.article] == []


def test_a_parts_heading_in_the_middle_needs_no_stop_before_it() -> None:
    _, law = one_law(
        Set("PART 1", bold=True, centred=True),
        f"1. {BODY}",
        "The list is that of the lamps of",
        Set("PART 2", bold=True, centred=True),
        f"2. {BODY}",
    )
    assert [p.eid for p in law.provisions] == ["part_1", "part_1__sec_1", "part_2", "part_2__sec_2"]


def test_a_parts_heading_in_capitals_breaks_anywhere() -> None:
    _, law = one_law("PART I—FINES FOR FAULTS OF", Set("KEEPERS", centred=True), f"1. {BODY}", f"2. {BODY}")
    assert law.provisions[0].heading == "FINES FOR FAULTS OF KEEPERS"


TITLES = [
    (
        (Set("Article 4", bold=True, centred=True), Set("Change of the Wicks Act 1966", bold=True, centred=True)),
        "a heading that is another law's title",
    ),
    ((Set("Article 4: Change of certain rules of Act 17 of 1956", bold=True),), "the same beside the number"),
]


@pytest.mark.parametrize(("heading", "why"), TITLES, ids=[t[-1] for t in TITLES])
def test_a_title_within_a_law_ends_it_not_for_a_schedules_number_1(heading: tuple[Set, ...], why: str) -> None:
    printed, law = one_law(
        Set("THE LAMPS ACT, 2020", bold=True, centred=True), "An Act to provide for lamps.", "BE IT ENACTED by the Council:",
        Set("Article 1", bold=True, centred=True), BODY, Set("Article 2", bold=True, centred=True), BODY, Set("Article 3", bold=True, centred=True), BODY,
        *heading, "The Wicks Act 1966 shall not apply to lamps of glass.",
        Set("SCHEDULE", bold=True, centred=True), "1. The form of the list.", "2. The fees of the keepers.",
    )  # fmt: skip
    assert numbers(law)[:4] == ["1", "2", "3", "4"], why
    assert articles(law)[3].span.of(printed.text).endswith("lamps of glass."), why


def test_a_heading_with_a_verb_is_one_where_subsections_follow() -> None:
    _, law = one_law(
        "1. Name", "(1) This Act is the Lamps Act.", "(2) It begins in May.",
        "2. Lamps to which this Act does not apply", "(1) This Act does not apply to a lamp of a ship.", "(2) Nor does it to a candle.",
        "3. What keepers shall do", "A keeper shall light the lamp.",
    )  # fmt: skip
    assert [p.heading for p in articles(law)][:2] == ["Name", "Lamps to which this Act does not apply"]
    assert [p.number for p in law.provisions if p.judged][:4] == ["(1)", "(2)", "(1)", "(2)"]
