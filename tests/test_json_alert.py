"""The JSON of an alert keeps the published contract, and its offsets and boxes say where things are."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from pipeline.alert.harmless import harmless
from pipeline.alert.json import schema_text, to_json
from pipeline.analysis import Analysis
from pipeline.finding import Fact, Finding
from pipeline.provision import Amendment
from pipeline.span import Span
from pipeline.taxonomy import Polarity, Severity
from tests.analyses import bill, hostile, quiet, unpaged, unread

SCHEMA = json.loads(schema_text())
CONTRACT = {
    "": ("schema_version", "status", "model_id", "taxonomy_version", "document", "problems", "severity", "findings"),
    "document": ("sha256", "title", "name", "pages", "language"),
    "finding": (
        "label", "family", "type", "polarity", "probability", "severity", "reasons", "attributes", "facts", "safeguards", "norms",
        "evidence", "provision",
    ),
    "provision": ("eid", "article", "number", "heading", "parents", "text", "page", "boxes"),
    "scored": ("eid", "article", "heading", "text", "page", "scores"),
}  # fmt: skip


def said(analysis: Analysis, *, everything: bool = False) -> dict:
    line = to_json(analysis, everything=everything)
    assert "\n" not in line
    return json.loads(line)


@pytest.mark.parametrize("everything", [False, True])
@pytest.mark.parametrize("made", [bill, quiet, unread, unpaged, hostile])
def test_every_alert_validates(made, everything):
    faults = [error.message for error in Draft202012Validator(SCHEMA).iter_errors(said(made(), everything=everything))]
    assert faults == []


def test_the_schema_is_strict_and_names_its_dialect():
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    records = [SCHEMA, *SCHEMA["$defs"].values()]
    assert all(record["additionalProperties"] is False for record in records)
    wrong = said(bill()) | {"surprise": 1}
    assert not Draft202012Validator(SCHEMA).is_valid(wrong)
    assert not Draft202012Validator(SCHEMA).is_valid(said(bill()) | {"status": "perhaps"})


def test_no_field_of_the_contract_is_missing():
    alert = said(bill(), everything=True)
    finding = alert["findings"][0]
    for name, record in (("", alert), ("document", alert["document"]), ("finding", finding), ("provision", finding["provision"])):
        assert not set(CONTRACT[name]) - record.keys(), name
    assert not set(CONTRACT["scored"]) - alert["provisions"][0].keys()


def test_provisions_are_listed_only_when_all_is_asked_for():
    assert "provisions" not in said(bill())
    listed = said(bill(), everything=True)["provisions"]
    assert [p["eid"] for p in listed] == [s.provision.eid for s in bill().scored]
    assert listed[0]["scores"].keys() == {"registration", "operations", "foreign_funding", "surveillance", "assembly", "expression"}


def test_nothing_found_is_an_empty_list_and_no_severity():
    alert = said(quiet())
    assert (alert["findings"], alert["severity"], alert["status"]) == ([], None, "complete")


def test_no_law_is_partial_with_its_problem():
    alert = said(unread())
    assert (alert["status"], [p["code"] for p in alert["problems"]]) == ("partial", ["no_law"])
    assert alert["law"] == {"kind": "unknown", "articles": 0, "first_page": None, "last_page": None}


def test_a_format_without_pages_has_no_boxes_and_no_page():
    alert = said(unpaged(), everything=True)
    assert alert["document"]["pages"] == 0
    for finding in alert["findings"]:
        assert (finding["provision"]["boxes"], finding["provision"]["page"]) == ([], None)
        assert all(evidence["boxes"] == [] for evidence in finding["evidence"])
    assert all(p["page"] is None for p in alert["provisions"])


def test_a_subsection_carries_its_own_number_and_the_heading_and_number_of_its_article():
    provision = said(bill())["findings"][1]["provision"]
    assert (provision["number"], provision["article"], provision["heading"]) == ("(2)", "3", "Registration required")
    assert provision["parents"] == ["Part II REGISTRATION"]


def test_a_safeguard_points_into_the_provision_that_holds_it_even_elsewhere():
    analysis = bill()
    by_eid = {p.eid: p for p in analysis.law.provisions}
    guards = [g for f in said(analysis)["findings"] for g in f["safeguards"]]
    kept = [g for g in guards if g["present"]]
    assert {g["eid"] for g in kept} == {"part_2__sec_4__subsec_2", "part_2__sec_4__subsec_3"}
    for guard in kept:
        assert analysis.text_of(by_eid[guard["eid"]].span)[guard["start"] : guard["end"]] == guard["text"]
    lacking = next(g for g in guards if not g["present"])
    assert [lacking[key] for key in ("eid", "article", "start", "end", "text")] == [None] * 5


def test_a_pinpoint_is_printed_only_where_its_verification_allows():
    norms = {n["id"]: n for f in said(bill())["findings"] for n in f["norms"]}
    assert norms["iccpr_22"]["pinpoint"] == "article 22"
    assert (norms["report_unseen"]["pinpoint"], norms["report_unseen"]["status"]) == (None, "unverified")


def changed(**changes: object) -> dict:
    """The first finding of the bill with something changed, as said."""
    analysis = bill()
    return said(replace(analysis, findings=(replace(analysis.findings[0], **changes),)))["findings"][0]


def test_evidence_beyond_the_provision_is_cut_to_it_and_none_is_invented():
    span = bill().findings[0].provision.span
    outside, across = Span(0, 5), Span(span.end - 4, span.end + 9)
    evidence = changed(evidence=(outside, across))["evidence"]
    assert [e["text"] for e in evidence] == ["Act."]


def test_a_fact_outside_the_provision_has_no_offsets_and_one_beyond_numbers_is_left_out():
    facts = (Fact("fine", 7.5, "EUR", "elsewhere", Span(0, 4)), Fact("fine", float("inf"), "EUR", "9" * 400, Span(0, 4)))
    (only,) = changed(facts=facts)["facts"]
    assert (only["start"], only["end"], only["value"]) == (None, None, 7.5)


def test_whole_numbers_are_written_without_a_fraction():
    assert '"value":5000,' in to_json(bill())


def test_an_amendment_says_what_it_changes():
    provision = replace(bill().findings[0].provision, amends=Amendment("insert", "the Clubs Act", "section 12"), quoted=True)
    told = changed(provision=provision)["provision"]
    assert (told["quoted"], told["amends"]) == (True, {"action": "insert", "law": "the Clubs Act", "target": "section 12"})


def test_hostile_text_keeps_its_offsets_and_loses_its_controls():
    line = to_json(hostile(), everything=True)
    assert not [c for c in line if ord(c) < 32 or 127 <= ord(c) < 160 or c == "\u202e"]
    assert not any(f"\\u{code:04x}" in line for code in range(32) if code != 10)
    assert misplaced(hostile()) == []


@given(st.text())
def test_harmless_text_is_as_long_and_can_be_written(text):
    made = harmless(text)
    assert len(made) == len(text)
    made.encode()
    assert harmless(made) == made


def misplaced(analysis: Analysis) -> list[dict]:
    """The evidence whose offsets do not give its text, or that has a box off its page."""
    sizes = {page.number: page for page in analysis.document.pages}

    def on_page(box: dict) -> bool:
        page = sizes[box["page"]]
        return 0 <= box["x0"] <= box["x1"] <= page.width + 0.01 and 0 <= box["top"] <= box["bottom"] <= page.height + 0.01

    return [
        evidence
        for finding in said(analysis)["findings"]
        for evidence in finding["evidence"]
        if finding["provision"]["text"][evidence["start"] : evidence["end"]] != evidence["text"]
        or not all(map(on_page, evidence["boxes"] + finding["provision"]["boxes"]))
    ]


@given(st.data())
def test_whatever_the_evidence_its_offsets_give_its_text_and_its_boxes_lie_on_the_page(data):
    analysis = bill()
    length = len(analysis.document.text)

    def spans() -> st.SearchStrategy[Span]:
        return st.builds(lambda a, b: Span(min(a, b), max(a, b)), st.integers(0, length), st.integers(0, length))

    provision = data.draw(st.sampled_from(analysis.law.provisions))
    evidence = tuple(data.draw(st.lists(spans(), max_size=4)))
    finding = Finding(provision, "assembly.sanctions", Polarity.RESTRICTIVE, 0.5, Severity.LOW, (), evidence)
    assert misplaced(replace(analysis, findings=(finding,))) == []
