"""Signs: each is borne by what a lawyer would see it in, and not by what merely looks alike."""

from __future__ import annotations

import pytest

from models.signs import COUNT, signs
from pipeline.classifier import ProvisionText
from pipeline.judge.addressee import Modality
from pipeline.judge.parties import Addressee

NAMES = (
    "housekeeping", "meaning", "protective", "crime", "penalty", "by bodies", "arrest", "final", "protects", "of an authority", "by reference",
    *((addressee, modality) for addressee in Addressee for modality in Modality),
)  # fmt: skip


def borne(text: str, heading: str = "A heading of no kind") -> dict:
    (row,) = signs([ProvisionText(text, heading=heading)])
    return {name: value for name, value in zip(NAMES, row, strict=True) if value}


@pytest.mark.parametrize(
    ("heading", "sign"),
    [
        ("Funds of the Lamp Board", "housekeeping"),
        ("12. Power to make rules", "housekeeping"),
        ("Rules.", "housekeeping"),
        ("Interpretation", "meaning"),
        ("Scope of this Part", "meaning"),
        ("Right of appeal", "protective"),
        ("Exempted meetings", "protective"),
        ("Forgery of tickets", "crime"),
        ("Unauthorised access to a kiln", "crime"),
    ],
)
def test_a_heading_announces_what_a_clause_is_for(heading: str, sign: str):
    assert sign in borne("Whatever follows.", heading)
    assert sign not in borne("Whatever follows.", "Leave to gather")


def test_where_there_is_no_heading_the_first_words_stand_for_it():
    assert "meaning" in borne("Interpretation. In this Act a lamp is any light that is carried.", "")
    assert "meaning" not in borne("A lamp is any light that is carried through the streets of a town by night. Interpretation follows.", "")


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("A person who hums commits an offence.", "penalty"),
        ("Whoever contravenes any provision of this Act is punished with a fine.", "by reference"),
        ("Where the offender is an association, every officer who knew of it is deemed guilty.", "by bodies"),
        ("Humming is cognizable and non-bailable.", "arrest"),
        ("The decision of the Registrar is final.", "final"),
        ("No court may hear of it: no suit lies against the order.", "final"),
        ("A choir may appeal against the refusal to the High Court.", "protects"),
        ("No permission is needed to sing in a park.", "protects"),
        ("(2) The Board meets four times a year.", "of an authority"),
        ("There is established a Board of Lamps.", "of an authority"),
    ],
)
def test_a_turn_of_the_text_is_a_sign(text: str, sign: str):
    assert sign in borne(text)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Whoever contravenes any provision of this Act loses the season's ticket.", "by reference"),  # no penalty is named
        ("The final report is sent to the members.", "final"),
        ("An appeal for lamps may be printed.", "protects"),
        ("A choir may ask the Board for a lamp.", "of an authority"),
        ("An association keeps its books.", "by bodies"),
    ],
)
def test_look_alikes_bear_it_not(text: str, sign: str):
    assert sign not in borne(text)


def test_who_is_bound_and_how_is_counted_to_two():
    told = borne("An association must register. An association must report. An association must pay. The Minister may refuse.")
    assert told[Addressee.ASSOCIATION, Modality.MUST] == 2
    assert told[Addressee.AUTHORITY, Modality.MAY] == 1


def test_a_row_for_each_provision_even_for_none():
    assert signs([]).shape == (0, COUNT)
    assert len(NAMES) == COUNT


@pytest.mark.parametrize("text", ["association " * 40_000, "contravenes " * 40_000, "appeal " * 60_000, "(" * 200_000])
def test_endless_text_comes_to_an_end(text: str):
    assert signs([ProvisionText(text, heading=text)]).shape == (1, COUNT)
