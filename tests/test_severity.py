"""Severity comes from the rule's own words, with the reasons for it in plain words."""

from __future__ import annotations

import pytest

from pipeline.finding import Safeguard
from pipeline.judge.attributes import find_attributes
from pipeline.judge.facts import find_facts
from pipeline.judge.safeguards import find_guards
from pipeline.judge.severity import Rule, Weighed, weigh
from pipeline.judge.words import words_of
from pipeline.taxonomy import Polarity, Severity
from tests.judging import label_type


def weighed(label: str, text: str, base: str = "high", polarity: Polarity = Polarity.RESTRICTIVE) -> Weighed:
    facts, words = find_facts(text, 0), words_of(text)
    guards = tuple(Safeguard(g.kind, True, g.span, "sec_1") for g in find_guards(words))
    return weigh(label_type(label, Severity(base)), polarity, Rule(text, facts, find_attributes(words, 0, facts), guards))


@pytest.mark.parametrize(
    ("label", "base", "text", "severity", "reason"),
    [
        (
            "assembly.sanctions",
            "high",
            "Whoever marches is liable to imprisonment for five years.",
            "critical",
            "Prison, up to five years.",
        ),
        ("expression.insult_sedition", "high", "is punished by imprisonment for life", "critical", "Prison for life."),
        ("operations.reporting", "medium", "A late report is punished with prison of up to six months.", "high", "paperwork"),
        ("operations.suspension_dissolution", "critical", "The Minister may dissolve the society.", "critical", "without a court"),
        ("operations.suspension_dissolution", "critical", "The court may dissolve the society on application.", "low", "court's order"),
        ("surveillance.search_access", "high", "The officer may enter and seize devices.", "critical", "without a judge"),
        ("surveillance.search_access", "high", "The officer may seize devices under a warrant issued by a judge.", "low", "court's order"),
        (
            "surveillance.search_access",
            "high",
            "may seize devices under a warrant or, in urgent cases, without a warrant",
            "critical",
            "without a judge",
        ),
        ("assembly.prohibition_power", "high", "The police may prohibit the march if they think fit.", "critical", "ban"),
        ("foreign_funding.prior_approval", "high", "It needs the approval of the ministry first.", "high", "permission"),
        ("foreign_funding.prior_approval", "high", "Money from abroad is received through the register.", "medium", "No penalty"),
        ("registration.mandatory", "high", "An unregistered group commits an offence and is fined 500 euros.", "high", "500 euros"),
        ("operations.internal_governance", "medium", "The decision of the Registrar shall be final.", "high", "final"),
        ("expression.media_licensing", "medium", "The licence fee and a change of address are entered.", "low", "formality"),
    ],
)
def test_the_rule_s_words_decide(label: str, base: str, text: str, severity: str, reason: str) -> None:
    found = weighed(label, text, base)
    assert found.severity == severity
    assert any(reason in sentence for sentence in found.reasons), found.reasons


def test_reasons_and_an_appeal_to_a_court_lower_it_a_step() -> None:
    bare = weighed("registration.refusal_grounds", "The Registrar may refuse in the public interest.")
    fenced = weighed(
        "registration.refusal_grounds",
        "The Registrar may refuse in the public interest and shall give written reasons for the refusal; "
        "the applicant may appeal to the High Court.",
    )
    assert fenced.severity.rank == bare.severity.rank - 1
    assert any("lower" in sentence for sentence in fenced.reasons)


def test_an_enabling_rule_is_low() -> None:
    assert weighed("assembly.authorisation", "No permission is required.", polarity=Polarity.ENABLING).severity is Severity.LOW


def test_every_severity_has_a_reason_that_is_a_sentence() -> None:
    for text in ("", "shall be final", "imprisonment", "may close the society"):
        assert all(r[0].isupper() and r.endswith(".") for r in weighed("operations.sanctions", text).reasons)
