"""Who grants what to whom: the same words are a safeguard in one sentence and none in the next."""

from __future__ import annotations

import itertools

import pytest

from pipeline.judge.attributes import find_attributes
from pipeline.judge.facts import find_facts
from pipeline.judge.protection import Protection
from pipeline.judge.safeguards import find_guards
from pipeline.judge.words import words_of
from pipeline.provision import Law, Provision
from pipeline.span import Span
from tests.judging import document

Pair = tuple[str, str, str]


def guards(text: str) -> set[str]:
    return {g.kind for g in find_guards(words_of(text))}


def attributes(text: str) -> set[str]:
    return {a.kind for a in find_attributes(words_of(text), 0, find_facts(text, 0))}


# Of each kind: words that grant it, and the nearest words that do not.
SAFEGUARDS: list[Pair] = [
    ("reasons", "The Registrar shall give reasons for the refusal.", "The march may be moved for reasons of security."),
    ("reasons", "The order states the grounds on which it rests.", "The appellant shall state the grounds for the appeal."),
    ("reasons", "The refusal is notified with its reasons.", "An officer who has reason to believe it may enter."),
    ("reasons", "It may, for reasons to be recorded in writing, refuse.", "The applicant shall give particulars of its funds."),
    ("reasons", "The decision of rejection must be reasoned.", "The society shall be given an opportunity to submit reasons why not."),
    ("appeal_to_court", "An action against the refusal is brought before the administrative court.", "He shall be brought before a court."),
    ("appeal_to_court", "The interested party may challenge the resolution before the court.", "An appeal lies to the Minister."),
    ("judicial_authorisation", "The office may be sealed only by order of a judge.", "On conviction by a court he shall be fined."),
    (
        "judicial_authorisation",
        "Intercepting requires a warrant issued by a judge.",
        "A carrier that complied with the warrant is not sued.",
    ),
    (
        "judicial_authorisation",
        "The Ministry applies to the court for dissolution.",
        "It is an excuse to prove to the satisfaction of the court that...",
    ),
    ("judicial_authorisation", "An inspector may enter under a judicial warrant.", "The inspector may by warrant under his hand enter."),
    ("exemption", "Nothing in this section prevents a vigil.", "Nothing in this section shall affect the powers of the police."),
    ("exemption", "This Part does not apply to trade unions.", "Section 9 of the Criminal Procedure Code shall not apply."),
    ("exemption", "The Minister may exempt any body from this duty.", "An exempted society shall keep a register."),
    ("exemption", "Bodies of fewer than ten are not required to register.", "The Minister is not required to hear the body."),
    ("exemption", "No notice is required, except in a built-up area.", "No meeting is held except in accordance with the permit."),
    (
        "time_limit_on_authority",
        "The Board decides within thirty days.",
        "The Board may call upon the society to furnish it within thirty days.",
    ),
    (
        "time_limit_on_authority",
        "The decision shall be delivered within ten days.",
        "An appeal may be filed with the Minister within ten days.",
    ),
    (
        "time_limit_on_authority",
        "An order is valid for a period of seven days.",
        "A certificate of registration is valid for a period of two years.",
    ),
    ("time_limit_on_authority", "He may suspend it for up to six months.", "He may suspend it for up to six months or dissolve it."),
    (
        "other",
        "A person commits an offence if he opens it without the knowledge of the owner.",
        "No branch opens without the consent of the Minister.",
    ),
    (
        "deemed_grant",
        "If the prefect is silent for ten days, permission is deemed granted.",
        "A body deemed registered under the old law pays a fee.",
    ),
]


@pytest.mark.parametrize(("kind", "granted", "other"), SAFEGUARDS)
def test_a_safeguard_is_told_from_its_double(kind: str, granted: str, other: str) -> None:
    assert kind in guards(granted)
    assert kind not in guards(other)


ATTRIBUTES: list[Pair] = [
    ("executive_discretion", "The Minister may make such order as he thinks fit.", "The court may make such order as it thinks fit."),
    (
        "executive_discretion",
        "if the Registrar has reason to believe that it is idle",
        "Whoever publishes what he knows or has reason to believe is false",
    ),
    ("executive_discretion", "The officer may at any time enter.", "A member may resign at any time."),
    ("executive_discretion", "without the permission of the Governor", "without the permission of the owner"),
    ("executive_discretion", "with the prior consent of the Ministry", "A charge is brought with the consent of the Public Prosecutor."),
    ("executive_discretion", "to the satisfaction of the Registrar", "to the satisfaction of the court"),
    ("executive_discretion", "The administration is entitled to suspend the body.", "The association is entitled to publish."),
    ("vague_grounds", "prejudicial to public order", "without prejudice to section 4"),
    ("vague_grounds", "in the interests of national security", "Members of the National Security Council attend."),
    ("vague_grounds", "damages the reputation of the State", "The state of the register is reported."),
    ("criminal_penalty", "A person who does so commits an offence.", "A person who was convicted of an offence may not be a founder."),
    (
        "criminal_penalty",
        "He shall be liable to a fine not exceeding 500 euros.",
        "The Authority may impose an administrative fine of 500 euros.",
    ),
    ("criminal_penalty", "is punished by imprisonment of one year", "may be kept in any prison or station"),
    ("criminal_penalty", "It shall constitute a crime to sell it.", "if it appears that the act would constitute an offence"),
    ("applies_to_individuals", "Any person who prints it is punished.", "Any person aggrieved may write to the Board."),
    ("applies_to_individuals", "No person shall speak.", "It is open to any officer authorised by the Registrar to inspect."),
    ("short_deadline", "The society shall answer within three days.", "The detention may last not more than three days."),
    (
        "short_deadline",
        "Existing associations shall register anew within sixty days.",
        "The association shall file its accounts within sixty days.",
    ),
    (
        "retroactive",
        "It applies to acts done before the coming into force of this Law.",
        "A return made before the date of the meeting is valid.",
    ),
    ("no_appeal", "His decision is final.", "It covers a decision whether or not it is final."),
    ("short_deadline", "The society shall answer within two days.", "It needs to be confirmed by the Board within two days."),
    ("no_appeal", "The act of the Governor is not subject to challenge.", "The winding-up follows once the judgment is final."),
]


@pytest.mark.parametrize(("kind", "shows", "other"), ATTRIBUTES)
def test_an_attribute_is_told_from_its_double(kind: str, shows: str, other: str) -> None:
    assert kind in attributes(shows)
    assert kind not in attributes(other)


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("likely to disturb the harmony among the communities", "vague_grounds", "disturb the harmony"),
        ("liable to a fine or both", "criminal_penalty", "fine"),
        ("if the Minister is satisfied that it is so", "executive_discretion", "if the Minister is satisfied"),
    ],
)
def test_words_shown_never_end_loosely(text: str, kind: str, words: str) -> None:
    shown = [a.span.of(text) for a in find_attributes(words_of(text), 0, ()) if a.kind == kind]
    assert any(s.endswith(words) for s in shown), shown
    assert not any(s.lower().endswith((" of", " or", " the", " that", " among")) for s in shown)


def test_the_term_of_a_suspension_is_not_lent_to_a_dissolution() -> None:
    text = "(1) The Minister may suspend the body for up to six months. (2) The Minister may dissolve the body. (3) He may extend a suspension."
    starts = [text.index(f"({n})") for n in (1, 2, 3)] + [len(text)]
    units = tuple(
        Provision(f"sec_1__subsec_{n}", "subsection", f"({n})", "", Span(a, b), article="sec_1", citation="1", judged=True)
        for n, (a, b) in enumerate(itertools.pairwise(starts), 1)
    )
    protection = Protection(document(text), Law("", "act", Span(0, len(text)), units))
    present = [any(s.present for s in protection.safeguards(unit, ("time_limit_on_authority",))) for unit in units]
    assert present == [True, False, True]
