"""Safeguards are found in the provision, in its article and across the law; a denied one is none, a missing one is named."""

from __future__ import annotations

import pytest

from pipeline.judge.protection import Protection
from pipeline.judge.safeguards import find_guards
from pipeline.judge.words import words_of
from pipeline.provision import Law, Provision
from pipeline.span import Span
from tests.judging import document, law_of


def guards(text: str) -> set[str]:
    return {g.kind for g in find_guards(words_of(text))}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("judicial_authorisation", "The officer may enter under a warrant issued by a magistrate."),
        ("judicial_authorisation", "on the order of a competent court"),
        ("judicial_authorisation", "A judge may, on application, authorise the interception."),
        ("judicial_authorisation", "if the High Court is satisfied that it is needed"),
        ("judicial_authorisation", "The Registrar shall apply to the court for dissolution."),
        ("judicial_authorisation", "An association is dissolved by the court alone."),
        ("judicial_authorisation", "No premises shall be searched except by order of a judge."),
        ("appeal_to_court", "may appeal to the High Court within thirty days"),
        ("appeal_to_court", "An appeal against the refusal lies to the administrative court."),
        ("appeal_to_court", "The decision may be challenged before the competent court."),
        ("appeal_to_court", "is subject to judicial review"),
        ("appeal_to_court", "may lodge a complaint with the court"),
        ("reasons", "shall give written reasons for the refusal"),
        ("reasons", "for reasons to be recorded in writing"),
        ("reasons", "The refusal shall state the grounds on which it rests."),
        ("reasons", "by a reasoned decision"),
        ("deemed_grant", "If no reply is given within ten days, the association is deemed registered."),
        ("deemed_grant", "where the Registrar fails to decide, the application shall be deemed to have been approved"),
        ("deemed_grant", "On the expiry of the period permission shall be considered granted."),
        ("deemed_grant", "In the event of a delay beyond ninety days the request shall be\ndeemed to have been accepted."),
        ("exemption", "This section does not apply to religious services."),
        ("exemption", "Nothing in this section prevents a spontaneous assembly."),
        ("exemption", "Small bodies are exempt from this duty."),
        ("exemption", "An informal group is not required to register."),
        ("time_limit_on_authority", "The Registrar shall decide within thirty days."),
        ("time_limit_on_authority", "The order shall remain in force for not more than seven days."),
        ("time_limit_on_authority", "He may be detained for a period not exceeding 24 hours."),
        ("other", "after giving the society an opportunity of being heard"),
        ("other", "It is a defence that he did not know."),
        ("other", "may appeal to the Minister"),
        ("other", "after a written warning to the society"),
    ],
)
def test_a_safeguard_is_known_by_its_words(kind: str, text: str) -> None:
    assert kind in guards(text)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("appeal_to_court", "No appeal shall lie to any court."),
        ("appeal_to_court", "The order shall not be subject to appeal to a court."),
        ("appeal_to_court", "may appeal to the Minister"),
        ("appeal_to_court", "Appeals filed or pending before any court go on under the old law."),  # transition
        ("judicial_authorisation", "within ten days from the judgment of a Special Court"),
        ("judicial_authorisation", "may enter without a warrant"),
        ("judicial_authorisation", "The District Magistrate may by order prohibit the meeting."),  # an official of the executive
        ("reasons", "may refuse without giving reasons"),
        ("other", "may suspend it by order and without hearing the association"),
        ("deemed_grant", "If no reply is given within sixty days, the application is deemed rejected."),
        ("deemed_grant", "A society registered under the old Act shall be deemed to be registered under this Act."),  # transition
        ("time_limit_on_authority", "The society shall report within thirty days."),  # it binds the society
        ("time_limit_on_authority", "imprisonment for a term not exceeding two years"),
        ("time_limit_on_authority", "Any person aggrieved by a decision of the Registrar may, within thirty days, appeal."),
        ("exemption", "The Registrar shall keep a register."),
    ],
)
def test_a_denied_or_other_thing_is_no_safeguard(kind: str, text: str) -> None:
    assert kind not in guards(text)


REFUSAL = ("5", "The Registrar may refuse registration.")


@pytest.mark.parametrize(
    ("kind", "elsewhere", "there"),
    [
        ("appeal_to_court", "A person aggrieved by a decision of the Registrar may appeal to the High Court.", True),
        ("appeal_to_court", "A decision under section 5 may be appealed to the High Court.", True),
        ("appeal_to_court", "A decision under sections 3 to 7 may be appealed to the High Court.", True),
        ("appeal_to_court", "Any decision under this Act may be appealed to the High Court.", True),
        ("appeal_to_court", "A decision under section 9 may be appealed to the High Court.", False),  # another decision
        (
            "appeal_to_court",
            "Whoever is aggrieved by what the Commissioner decides may appeal to the High Court.",
            False,
        ),  # another authority
        ("appeal_to_court", "No appeal shall lie to any court from a decision of the Registrar.", False),
        ("reasons", "Every decision under this Act shall be in writing and shall state the reasons for it.", True),
        ("reasons", "The Treasurer shall give written reasons for late payment.", False),
        ("deemed_grant", "If no decision under section 5 is given within thirty days, the applicant is deemed registered.", True),
        ("exemption", "This Act shall not apply to a group of fewer than ten; and nothing under this Act requires a fee.", True),
    ],
)
def test_a_safeguard_elsewhere_counts_where_it_concerns_the_decision(kind: str, elsewhere: str, there: bool) -> None:
    bill, law = law_of([REFUSAL, ("8", elsewhere)])
    (found,) = Protection(bill, law).safeguards(law.provisions[0], (kind,))
    assert (found.kind, found.present) == (kind, there)
    assert found.eid == ("sec_8" if there else "")
    assert found.span is None or law.provisions[1].span.covers(found.span)


@pytest.mark.parametrize(("part", "there"), [("Part I", True), ("Part II", False)])
def test_a_safeguard_for_this_part_covers_its_part(part: str, there: bool) -> None:
    bill, law = law_of([REFUSAL, ("8", "A decision under this Part may be appealed to the High Court.")], {"5": ("Part I",), "8": (part,)})
    (found,) = Protection(bill, law).safeguards(law.provisions[0], ("appeal_to_court",))
    assert found.present is there


def test_a_safeguard_in_another_unit_of_the_article_covers_it() -> None:
    text = "(1) The Registrar may refuse. (2) He shall give written reasons for the refusal."
    units = tuple(
        Provision(f"sec_1__subsec_{n}", "subsection", f"({n})", "", span, article="sec_1", citation="1", judged=True)
        for n, span in ((1, Span(0, 29)), (2, Span(30, 80)))
    )
    found = Protection(document(text), Law("", "act", Span(0, 80), units)).safeguards(units[0], ("reasons", "deemed_grant"))
    assert [(s.kind, s.present, s.eid) for s in found] == [("reasons", True, "sec_1__subsec_2"), ("deemed_grant", False, "")]


def test_of_one_kind_a_provision_names_each_stretch_once() -> None:
    text = "A judge may by warrant issued by a judge authorise entry."
    spans = [g.span for g in find_guards(words_of(text)) if g.kind == "judicial_authorisation"]
    assert all(not a.overlaps(b) for i, a in enumerate(spans) for b in spans[i + 1 :])
