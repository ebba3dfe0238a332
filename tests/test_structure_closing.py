"""What closes a law - place and date, names, offices, seals, the printer's words - is not in its last article; rules that look so are."""

from __future__ import annotations

import pytest

from tests.structure_print import articles, one_law

RULES = (
    "1. Name.—This Act may be cited as the Lamps Act, 2020.",
    "2. Duty.—A keeper shall light the lamp.",
    "3. Start.—This Act begins in May, when the oil has been bought.",
)

CLOSINGS = [
    (("Done at Lumen, this 3rd day of May 2020.", "A. LAMPE"), "signature", "a place and a date"),
    (("Given under my hand and seal in the tower of Lumen this third day of May.", "A. LAMPE,", "Governor."), "signature", "a hand and a seal"),
    (("Given at the tower of Lumen, this third day of May in the year", "two thousand and twenty.", "LAMPE R."), "signature", "over two rows"),
    (("Made this 4th day", "of May, 2020.", "A. LAMPE", "Minister of Light"), "signature", "a broken row"),
    (("IN WITNESS WHEREOF I have lit this lamp on the 3rd of May, 2020.", "A. LAMPE", "President"), "signature", "a sentence of the first person"),
    (("Adopted by the Council of Lumen on 3 May 2020.", "The Speaker,", "A. LAMPE"), "signature", "the house that adopted it"),
    (("Read three times and passed this 3rd day of May.", "A. LAMPE", "Clerk of the House"), "signature", "its readings"),
    (("This Act was passed by the Council of Lumen in May.", "A. LAMPE", "Clerk of the Council"), "signature", "a sentence on the Act itself"),
    (("Date of assent: 3rd May, 2020", "Date of publication: 4th May, 2020"), "signature", "dates under labels"),
    (("Signature: ..............", "Name: Albert Lampe"), "signature", "a label"),
    (("(Sd.) A. LAMPE,", "Secretary to the Council."), "signature", "a mark for a signature"),
    (("Albert Lampe", "Minister of Light"), "signature", "a name and an office"),
    (("ALBERT LAMPE,", "Minister of Light."), "signature", "the same with stops"),
    (("Hon. Albert Lampe,", "Minister for Light and Oil."), "signature", "the same with a style"),
    (("A. LAMPE", "3 May 2020"), "signature", "a name and a date"),
    (("Lord Lampe of Lumen Parliamentary Secretary", "8th May 2020 Department for Light and Oil"), "signature", "a name, then a date with an office"),
    (("Lumen Bills and Acts of the Council can be purchased at the Lamp House, No. 4 Oil Street,", "Lumen 7."), "notice", "where prints are sold"),
    (("Subscription for the Acts of the Council is ten crowns a year.",), "notice", "what they cost"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "matter", "why"), CLOSINGS, ids=[c[-1] for c in CLOSINGS])
def test_what_closes_a_law_is_not_in_its_last_article(lines: tuple[str, ...], matter: str, why: str) -> None:
    printed, law = one_law(*RULES, *lines)
    assert articles(law)[-1].span.of(printed.text) == RULES[-1], why
    assert [p.matter.value for p in law.passages] == [matter], why
    assert law.passages[0].span.of(printed.text).startswith(lines[0]), why


ENDINGS = [
    (("(a) the Minister of Light;", "(b) the Secretary of the Council."), "a list of offices"),
    (("The Board has these members:", "The Minister of Light", "The Secretary of Oil", "The Governor of the Bank"), "a list without numbers"),
    (("Made under this Act, an order is read out in the tower.",), "made, of an order"),
    (("Signed copies of the list are kept by the Clerk.",), "signed, of a list"),
    (("Done under duress, what a keeper does is void.",), "done, of a deed"),
    (("Certified lists are proof of the lamps in them.",), "certified, of a list"),
    (("By order of the Warden the lamps", "may be put out."), "an order that a rule speaks of, over two rows"),
    (("Approved by the Warden, the fees are read out.",), "approved, of fees"),
    (("The President shall", "sign the list of keepers"), "an office that begins a rule"),
    (("Copies of the list may be obtained from the Clerk.",), "copies of what is no law"),
    (("Oil bills of the town may be purchased by the Board.",), "bills of money"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "why"), ENDINGS, ids=[e[-1] for e in ENDINGS])
def test_a_rule_that_begins_like_a_closing_is_kept(lines: tuple[str, ...], why: str) -> None:
    printed, law = one_law(*RULES[:2], "3. List.—The keepers are these.", *lines)
    assert articles(law)[-1].span.of(printed.text).endswith(lines[-1]), why
    assert not law.passages, why
