"""Judging a law: one question to the classifier, findings in the order of the text, spans into the document."""

from __future__ import annotations

import time

import pytest

from pipeline.judge import judge
from pipeline.provision import Law, Provision
from pipeline.span import Span
from pipeline.taxonomy import Polarity, Severity
from tests.judging import Fake, call, document, label_type, law_of, taxonomy

APPROVAL = "foreign_funding.prior_approval"
UNITS = [
    ("1", "No association shall take money from abroad without the prior approval of the Minister."),
    ("2", "The Minister may refuse approval if in his opinion it is contrary to the public interest."),
    ("3", "A person aggrieved by a decision of the Minister under section 2 may, within thirty days, appeal to the High Court."),
    ("4", "The Minister keeps an office in the capital."),
]
CODEBOOK = taxonomy(label_type(APPROVAL, safeguards=("appeal_to_court", "deemed_grant"), norms=("iccpr-22",)))


def test_the_classifier_is_asked_once_for_all_units() -> None:
    bill, law = law_of(UNITS)
    fake = Fake()
    assert judge(bill, law, fake, CODEBOOK)[0] == ()
    assert [[p.text for p in asked] for asked in fake.asked] == [[words for _, words in UNITS]]


def test_a_law_without_judged_units_asks_nothing() -> None:
    fake = Fake()
    assert judge(document(""), Law("", "unknown", Span(0, 0), ()), fake, CODEBOOK) == ((), ())
    assert fake.asked == []


def test_a_finding_carries_all_that_a_lawyer_needs() -> None:
    bill, law = law_of(UNITS)
    found, _ = judge(bill, law, Fake({"may refuse": (call(APPROVAL, Span(4, 23)),)}), CODEBOOK)
    (finding,) = found
    assert finding.provision.citation == "2"
    assert [span.of(bill.text) for span in finding.evidence] == ["Minister may refuse"]
    assert {a.kind for a in finding.attributes} == {"executive_discretion", "vague_grounds"}
    assert [(f.kind, f.text, f.span.of(bill.text)) for f in finding.facts] == [("authority", "Minister", "Minister")]
    assert [(s.kind, s.present, s.eid) for s in finding.safeguards] == [("appeal_to_court", True, "sec_3"), ("deemed_grant", False, "")]
    assert finding.severity is Severity.HIGH
    assert finding.reasons
    assert [norm.id for norm in finding.norms] == ["iccpr-22"]


def test_every_span_lies_in_its_own_provision_or_in_the_safeguard_s() -> None:
    bill, law = law_of(UNITS)
    found, _ = judge(bill, law, Fake({"Minister": (call(APPROVAL, Span(0, 5)),)}), CODEBOOK)
    spans = {p.eid: p.span for p in law.provisions}
    for finding in found:
        own = [*finding.evidence, *(a.span for a in finding.attributes), *(f.span for f in finding.facts)]
        assert all(finding.provision.span.covers(span) for span in own)
        assert all(spans[s.eid].covers(s.span) for s in finding.safeguards if s.span is not None)


def test_findings_stand_in_the_order_of_the_text() -> None:
    bill, law = law_of(UNITS)
    backwards = Law(law.title, law.kind, law.span, law.provisions[::-1])
    found, _ = judge(bill, backwards, Fake({"Minister": (call(APPROVAL),)}), CODEBOOK)
    assert [f.provision.citation for f in found] == ["1", "2", "3", "4"]


def test_an_enabling_finding_threatens_nobody_and_misses_no_safeguard() -> None:
    bill, law = law_of(UNITS)
    ((finding),) = judge(bill, law, Fake({"aggrieved": (call(APPROVAL, polarity=Polarity.ENABLING),)}), CODEBOOK)[0]
    assert finding.severity is Severity.LOW
    assert finding.attributes == ()
    assert all(s.present for s in finding.safeguards)


def test_a_label_that_the_taxonomy_does_not_know_is_an_error() -> None:
    bill, law = law_of(UNITS)
    with pytest.raises(KeyError):
        judge(bill, law, Fake({"refuse": (call("registration.unheard_of"),)}), CODEBOOK)


def nested() -> tuple[str, Law]:
    text = "Part I 5. Meetings (1) ask first (a) by letter (2) go home"
    units = (
        Provision("part_1", "part", "I", "", Span(0, 58)),
        Provision("sec_5", "section", "5", "Meetings", Span(7, 58), article="sec_5", citation="5", above="part_1"),
        Provision("sec_5__subsec_1", "subsection", "(1)", "", Span(19, 46), article="sec_5", citation="5", judged=True, above="sec_5"),
        Provision("sec_5__subsec_1__para_a", "paragraph", "(a)", "", Span(33, 46), article="sec_5", citation="5", above="sec_5__subsec_1"),
        Provision("sec_5__subsec_2", "subsection", "(2)", "", Span(47, 58), article="sec_5", citation="5", judged=True, above="sec_5"),
    )
    return text, Law("", "act", Span(0, 58), units)


def test_every_unit_at_or_below_an_article_is_scored() -> None:
    text, law = nested()
    _, scored = judge(document(text), law, Fake(scores={"ask": 0.7, "go": 0.2}), CODEBOOK)
    assert [(s.provision.eid, dict(s.scores)["assembly"]) for s in scored] == [
        ("sec_5", 0.7),  # the highest of its judged units
        ("sec_5__subsec_1", 0.7),
        ("sec_5__subsec_1__para_a", 0.7),  # those of the unit that holds it
        ("sec_5__subsec_2", 0.2),
    ]


def test_a_chain_of_units_that_bites_its_tail_ends() -> None:
    units = (
        Provision("a", "section", "1", "", Span(0, 3), article="a", above="b"),
        Provision("b", "section", "2", "", Span(0, 3), article="b", above="a", judged=True),
    )
    _, scored = judge(document("ask"), Law("", "act", Span(0, 3), units), Fake(scores={"ask": 0.5}), CODEBOOK)
    assert [dict(s.scores)["assembly"] for s in scored] == [0.5, 0.5]


def test_the_classifier_sees_the_context() -> None:
    text, law = nested()
    lead = law.provisions[4]
    with_lead = Provision(lead.eid, lead.kind, lead.number, "", lead.span, ("Part I",), "sec_5", "5", Span(10, 18), True)
    fake = Fake()
    judge(document(text), Law("Meetings Act", "act", law.span, (*law.provisions[:4], with_lead)), fake, CODEBOOK)
    asked = fake.asked[0][1]
    assert (asked.text, asked.heading, asked.lead_in, asked.parts, asked.law) == (
        "(2) go home",
        "Meetings",
        "Meetings",
        ("Part I",),
        "Meetings Act",
    )


def test_a_long_act_is_judged_quickly() -> None:
    """3,500 units, 300 findings; without the import of spaCy it takes about a second, ten on a machine much busier."""
    filler = "The officer in charge shall keep a record of every application and shall file it with the documents that came with it. " * 4
    units = [(str(n), UNITS[n % 4][1] + " " + filler if n % 12 == 0 else filler + UNITS[3][1]) for n in range(3500)]
    bill, law = law_of(units)
    judge(bill, law_of(UNITS)[1], Fake({"abroad": (call(APPROVAL),)}), CODEBOOK)  # pays for the import
    start = time.perf_counter()
    found, scored = judge(bill, law, Fake({UNITS[0][1]: (call(APPROVAL),)}), CODEBOOK)
    assert len(found) > 250
    assert len(scored) == 3500
    assert time.perf_counter() - start < 10


@pytest.mark.parametrize(
    "hostile",
    [
        "may appeal to the court ",
        "within 3 days ",
        "Aa Minister ",
        "1,11",
        "section 1, ",
        "one hundred and ",
        "not no never ",
        "1 ",
        "(",
        "A",
        "\n",
    ],
)
def test_text_made_to_choke_patterns_is_judged_in_linear_time(hostile: str) -> None:
    """A second each at most; what grows with the square of the length would take minutes."""
    bill, law = law_of([("99", hostile * (60_000 // len(hostile))), *UNITS])
    start = time.perf_counter()
    judge(bill, law, Fake({hostile: (call(APPROVAL),)}), CODEBOOK)
    assert time.perf_counter() - start < 10
