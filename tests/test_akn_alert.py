"""The Akoma Ntoso of an alert is well formed, keeps the hierarchy of the law, and points at what was found."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from pipeline.alert.akn import to_akn
from pipeline.alert.akn_body import _bare
from pipeline.alert.akn_element import HIERARCHY
from pipeline.analysis import Analysis
from pipeline.provision import Amendment, Law, Matter, Passage, Provision
from pipeline.span import Span
from tests.analyses import bill, hostile, quiet, unpaged, unread

NS = {"a": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0", "c": "urn:clausewatch:akn:1.0"}
META_ORDER = ("identification", "analysis", "references", "proprietary")
ACT_ORDER = ("meta", "coverPage", "preface", "preamble", "body", "conclusions")


def parsed(analysis: Analysis) -> etree._Element:
    return etree.fromstring(to_akn(analysis))


def names(parent: etree._Element) -> list[str]:
    return [etree.QName(element).localname for element in parent]


def in_order(found: list[str], order: tuple[str, ...]) -> bool:
    return [order.index(name) for name in found] == sorted(order.index(name) for name in found)


def faults(root: etree._Element) -> list[str]:
    """What the schema of Akoma Ntoso 3.0 would refuse, of the rules that our elements meet."""
    found = []
    eids = [e.get("eId") for e in root.iter() if e.get("eId")]
    found += [f"{eid} twice" for eid in eids if eids.count(eid) > 1]
    found += [f"{e.tag} has no eId" for e in root.iter() if etree.QName(e).localname in HIERARCHY | {"hcontainer"} and not e.get("eId")]
    found += [
        f"{e.tag} has no name" for e in root.iter(*(f"{{{NS['a']}}}{n}" for n in ("act", "bill", "doc", "hcontainer"))) if not e.get("name")
    ]
    for unit in root.iter():
        kind, inner = etree.QName(unit).localname, names(unit)
        if kind in HIERARCHY | {"hcontainer"}:
            found += [f"{unit.get('eId')}: {inner}"] * (not _hierarchy_holds(inner))
        if kind in ("content", "intro", "wrapUp", "coverPage", "longTitle", "formula", "conclusions", "mainBody"):
            found += [f"{kind} holds {inner}"] * (not inner or set(inner) != {"p"})
    hrefs = [e.get("href") for e in root.iter(f"{{{NS['c']}}}finding", f"{{{NS['c']}}}safeguard") if e.get("href")]
    return found + [f"{href} points nowhere" for href in hrefs if href.removeprefix("#") not in eids]


def _hierarchy_holds(inner: list[str]) -> bool:
    """num?, heading?, then either content alone or intro?, units, wrapUp?."""
    rest = [name for name in inner if name not in ("num", "heading")]
    head = inner[: len(inner) - len(rest)]
    units = [name for name in rest if name not in ("intro", "wrapUp", "content")]
    shaped = rest == ["content"] or rest == ["intro"] * rest.count("intro") + units + ["wrapUp"] * rest.count("wrapUp")
    once = rest.count("intro") <= 1 and rest.count("wrapUp") <= 1
    return head in ([], ["num"], ["heading"], ["num", "heading"]) and shaped and once and set(units) <= HIERARCHY | {"hcontainer"}


@pytest.mark.parametrize("made", [bill, quiet, unread, unpaged, hostile])
def test_no_rule_of_the_schema_is_broken(made):
    assert faults(parsed(made())) == []


def test_parts_stand_in_the_order_that_the_schema_wants():
    (act,) = parsed(bill())
    assert etree.QName(act).localname == "bill"
    assert in_order(names(act), ACT_ORDER)
    assert in_order(names(act[0]), META_ORDER)
    for level in ("FRBRWork", "FRBRExpression", "FRBRManifestation"):
        assert names(act.find(f".//a:{level}", NS))[:4] == ["FRBRthis", "FRBRuri", "FRBRdate", "FRBRauthor"]


def test_the_hierarchy_is_that_of_the_law():
    root = parsed(bill())
    unit = root.find(".//a:subsection[@eId='part_2__sec_4__subsec_3']", NS)
    assert [e.get("eId") for e in unit.iterancestors() if e.get("eId")] == ["part_2__sec_4", "part_2"]
    assert unit.findtext("a:num", namespaces=NS) == "(3)"
    assert unit.findtext("a:content/a:p", namespaces=NS) == "A person who is refused may appeal to the High Court within sixty days."
    part = root.find(".//a:part[@eId='part_2']", NS)
    assert (part.findtext("a:num", namespaces=NS), part.findtext("a:heading", namespaces=NS)) == ("II", "REGISTRATION")
    assert root.findtext(".//a:preface/a:longTitle/a:p", namespaces=NS).startswith("A Bill to provide")
    assert root.findtext(".//a:preamble/a:formula/a:p", namespaces=NS).startswith("MADE by")


def test_findings_point_at_their_provision_with_their_words():
    found = parsed(bill()).findall(".//c:finding", NS)
    assert [f.get("href") for f in found] == [f"#{f.provision.eid}" for f in bill().findings]
    offence = found[1]
    assert [e.text for e in offence.findall("c:evidence", NS)] == ["commits an offence", "imprisonment for a term"]
    assert (offence.get("label"), offence.get("severity")) == ("registration.mandatory", "critical")


def test_a_pinpoint_that_was_not_verified_is_not_printed():
    norms = {n.get("ref"): n.get("pinpoint") for n in parsed(bill()).findall(".//c:norm", NS)}
    assert norms == {"iccpr_22": "article 22", "report_unseen": None}


def test_a_file_without_a_law_keeps_its_text():
    root = parsed(unread())
    assert root.findtext("a:doc/a:mainBody/a:p", namespaces=NS) == "The shop opens at nine."
    assert root.find(".//c:problem", NS).get("code") == "no_law"


@pytest.mark.parametrize(
    ("kind", "number", "heading", "text", "left", "why"),
    [
        ("section", "6", "Inspection", "6. Inspection\nAn officer may enter.", "An officer may enter.", "number, then heading"),
        ("section", "6", "Inspection", "Inspection\n6. An officer may enter.", "An officer may enter.", "a marginal note stands first"),
        ("article", "5", "", "Article 5. — No fee is due.", "No fee is due.", "the kind's name before the number"),
        ("part", "II", "REGISTRATION", "PART II — REGISTRATION", "", "nothing but its name"),
        ("subsection", "(2)", "", "(2) The fee is 2 crowns.", "The fee is 2 crowns.", "brackets are the number's own"),
        ("section", "1", "", "12 persons may apply.", "12 persons may apply.", "another number only begins alike"),
        ("section", "3", "Fees and\ndues", "3. Fees and dues. None.", "None.", "a heading broken over lines"),
        ("section", "3", "Fees", "3. Feeswithout end", "Feeswithout end", "a word only begins alike"),
        ("section", "", "", "No number at all.", "No number at all.", "nothing to take away"),
    ],
)
def test_number_and_heading_are_not_said_twice(kind, number, heading, text, left, why):
    assert _bare(text, Provision("x", kind, number, heading, Span(0, 1))) == left, why


def test_quoted_text_stands_within_a_modification_and_unknown_kinds_become_containers():
    analysis = bill()
    text = "1. In section 4 insert “4A. No group shall march.” after subsection (2). Schedule Forms"
    document = replace(analysis.document, text=text, lines=())
    change = Amendment("insert", "", "section 4")
    quoted = text.index("4A.")
    provisions = (
        Provision("sec_1", "section", "1", "", Span(0, text.index("Schedule") - 1), article="sec_1", citation="1", amends=change),
        Provision("sec_1__sec_4a", "section", "4A", "", Span(quoted, text.index("”")), amends=change, quoted=True, above="sec_1"),
        Provision("sched", "schedule", "", "Forms", Span(text.index("Schedule"), len(text))),
    )
    notes = Passage(Matter.FOOTNOTE, Span(0, 2))
    law = Law("Marches Bill", "bill", Span(0, len(text)), provisions, (notes,))
    root = parsed(replace(analysis, document=document, law=law, findings=()))
    assert faults(root) == []
    section = root.find(".//a:section[@eId='sec_1']/a:content", NS)
    assert section.findtext("a:p/a:mod/a:quotedStructure/a:section/a:content/a:p", namespaces=NS) == "No group shall march."
    assert root.find(".//a:body/a:hcontainer", NS).get("name") == "schedule"
    assert root.find(".//a:conclusions/a:p", NS).get("class") == "footnote"


def test_hostile_words_stay_words():
    root = parsed(hostile())
    assert "<script>" in root.findtext(".//a:section/a:heading", namespaces=NS)
    assert not list(root.iter("{*}script"))
