"""The taxonomy has the codebook's families and types, hangs together, and prints only the pinpoints that were checked."""

from __future__ import annotations

import pytest
import yaml

from corpus.taxonomy import load_taxonomy, parse_taxonomy, taxonomy_bytes
from pipeline.taxonomy import Severity

TYPES = {
    "registration": "mandatory eligibility refusal_grounds procedure_burden renewal foreign_organisation",
    "operations": "purpose_limits internal_governance reporting supervision suspension_dissolution sanctions",
    "foreign_funding": "prior_approval agent_designation ban_or_cap channelling disclosure confiscation_sanctions",
    "surveillance": "interception data_retention compelled_assistance search_access identification monitoring_of_groups",
    "assembly": "authorisation notice_burden prohibition_power place_time_limits organiser_liability participation_limits "
    "dispersal_force sanctions",
    "expression": "false_information insult_sedition blocking_takedown media_licensing security_offences advocacy_limits",
}


def test_it_has_the_types_of_the_codebook_and_no_others():
    found: dict[str, list[str]] = {family.id: [] for family in load_taxonomy().families}
    for entry in load_taxonomy().labels:
        found[entry.family].append(entry.type)
    assert {family: " ".join(types) for family, types in found.items()} == TYPES


def test_it_has_the_attributes_and_safeguards_of_the_codebook():
    taxonomy = load_taxonomy()
    attributes = "vague_grounds executive_discretion criminal_penalty no_appeal short_deadline retroactive applies_to_individuals"
    safeguards = "judicial_authorisation appeal_to_court reasons time_limit_on_authority deemed_grant exemption other"
    assert [kind.id for kind in taxonomy.attributes] == attributes.split()
    assert [kind.id for kind in taxonomy.safeguards] == safeguards.split()


def test_every_label_tells_a_lawyer_what_it_does_and_what_to_check():
    for entry in load_taxonomy().labels:
        assert entry.name
        assert entry.does.endswith("."), entry.label
        assert entry.definition.endswith("."), entry.label
        assert entry.look_alikes.endswith("."), entry.label
        assert 2 <= len(entry.questions) <= 4, entry.label
        assert all(question.endswith("?") for question in entry.questions), entry.label
        assert entry.safeguards, entry.label
        assert isinstance(entry.severity, Severity)


@pytest.mark.parametrize(
    ("norm", "printed"),
    [
        ("iccpr-22", "art. 22(1)-(2)"),  # the text was seen
        ("hrc-20-27-unregistered", "para. 56"),  # a second source gives the same number
        ("iccpr-17", None),  # general knowledge only
        ("jg-foass-presumption", None),  # the instrument was seen, the principle's number was not
        ("cjeu-c-78-18", None),  # a whole judgment: there is no pinpoint to print
    ],
)
def test_a_pinpoint_is_printed_only_when_it_was_checked(norm: str, printed: str | None):
    assert load_taxonomy().norm(norm).printed_pinpoint == printed


def test_no_status_is_better_than_the_source_it_comes_from():
    verified = {norm.id for norm in load_taxonomy().norms if norm.status == "verified"}
    seen = "iccpr-22 iccpr-21 iccpr-19 gc37-scope gc37-disruption venice-funding venice-georgia cjeu-c-78-18 ecthr-ecodefence fatf-r8"
    assert verified == set(seen.split())


def _with(change) -> bytes:
    raw = yaml.safe_load(taxonomy_bytes())
    change(raw)
    return yaml.safe_dump(raw).encode()


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda raw: raw["labels"][0]["norms"].append("nowhere-1"), "nowhere-1 is cited but unknown"),
        (
            lambda raw: raw["norms"].append({"id": "lonely", "instrument": "x", "pinpoint": "", "status": "verified"}),
            "lonely is cited by nothing",
        ),
        (lambda raw: raw["norms"][0].update(status="sure"), "unknown status sure"),
        (lambda raw: raw["labels"].append(dict(raw["labels"][0])), "registration.mandatory stands twice"),
        (lambda raw: raw["labels"][0].update(label="travel.ban"), "travel.ban belongs to no family"),
        (lambda raw: raw["labels"][0]["safeguards"].append("luck"), "safeguard luck is unknown"),
        (lambda raw: raw["labels"][0].update(questions=[]), "registration.mandatory lacks norms or questions"),
        (lambda raw: raw["families"].append({"id": "travel", "name": "x", "definition": "y"}), "travel has no label"),
    ],
)
def test_a_taxonomy_that_does_not_hang_together_is_refused(change, fault: str):
    with pytest.raises(ValueError, match=fault):
        parse_taxonomy(_with(change))
