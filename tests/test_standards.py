"""A norm is printed as far as it was verified: never a pinpoint that nobody saw, never a doubt about one that somebody did."""

from __future__ import annotations

import json

import pytest

from corpus.taxonomy import load_taxonomy
from pipeline.alert.json import schema_text
from pipeline.alert.standards import TO_BE_CHECKED, briefly, said, standards
from pipeline.taxonomy import Norm


@pytest.mark.parametrize(
    ("status", "pinpoint", "printed"),
    [
        ("verified", "art. 3", "Charter, art. 3"),
        ("secondary", "para. 7", "Charter, para. 7"),
        ("verified", "", "Charter"),  # seen as a whole, no pinpoint is claimed
        ("secondary", "", "Charter"),
        ("unverified", "art. 9", f"{TO_BE_CHECKED.capitalize()}: Charter"),
        ("unverified", "", f"{TO_BE_CHECKED.capitalize()}: Charter"),
        ("existence", "Principle 2", f"{TO_BE_CHECKED.capitalize()}: Charter"),  # it exists; its words were not seen
        ("existence", "", f"{TO_BE_CHECKED.capitalize()}: Charter"),
    ],
)
def test_what_is_printed_of_a_norm(status: str, pinpoint: str, printed: str) -> None:
    assert said(standards((Norm("a", "Charter", pinpoint, status),))) == (printed,)


def test_one_instrument_seen_whole_and_with_a_doubtful_pinpoint_is_cited_without_one() -> None:
    norms = (Norm("a", "Charter", "", "verified"), Norm("b", "Charter", "art. 9", "unverified"))
    assert said(standards(norms)) == ("Charter",)
    assert briefly(standards(norms), {"Charter": "C"}) == "C"


def test_every_norm_of_the_codebook_is_printed_by_its_status() -> None:
    for norm in load_taxonomy().norms:
        (line,) = said(standards((norm,)))
        assert (TO_BE_CHECKED in line.lower()) == (norm.status in ("unverified", "existence")), norm.id
        assert not norm.pinpoint or (norm.pinpoint in line) == norm.checked, norm.id


def test_the_schema_says_what_a_value_of_nothing_means() -> None:
    described = json.loads(schema_text())["$defs"]["WireFact"]["description"]
    assert "Value 0" in described
    assert "life" in described
