"""The Word memo: a lawyer's order of things, real headings, a repeated table head, and no harm from hostile words."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from pipeline.alert.memo import to_docx
from pipeline.taxonomy import Severity
from tests.analyses import bill, codebook, hostile, quiet, unpaged, unread


def _memo(analysis, taxonomy=None):
    return docx.Document(io.BytesIO(to_docx(analysis, taxonomy)))


def _headings(memo) -> list[tuple[str, str]]:
    return [(p.style.name, p.text) for p in memo.paragraphs if p.style.name.startswith(("Title", "Heading"))]


def test_order_of_things():
    named = [text for style, text in _headings(_memo(bill())) if style != "Heading 2"]
    assert named == [
        "Memorandum",
        "Summary",
        "What restricts",
        "What protects",
        "Norms cited",
        "What was not read",
        "What was read, and how far to trust it",
    ]


def test_summary_table_stands_first_and_its_head_is_repeated():
    table = _memo(bill()).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["No.", "Provision", "Page", "What restricts", "Severity"]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert [[row.cells[i].text for i in (0, 1, 4)] for row in table.rows[1:]] == [
        ["1–2", "Section 3, Registration required", "critical"],
        ["3", "Section 6, Inspection", "critical"],
        ["4", "Section 5A, Money from abroad", "high"],
        ["5", "Section 4, Decision on an application", "medium"],
    ], "a row an article, the gravest first"


def test_a_finding_says_all_that_a_lawyer_asks():
    text = "\n".join(p.text for p in _memo(bill(), codebook()).paragraphs)
    for said in (
        "5. Section 4(1) Decision on an application, page 1 (medium)",
        "Wide grounds of refusal (medium, 81\u00a0%): Lets the authority refuse on open grounds.",
        "Why medium: ",
        "Aggravating: ",
        "Safeguards found: ",
        "Missing safeguards: ",
        "Norms: ",
        "Questions to check:",
    ):
        assert said in text
    assert "Norms: ICCPR article 22; pinpoint to be checked: Report on access" in text
    assert "paragraph 9" not in text, "an unverified pinpoint is never printed"


def test_what_protects_is_a_table_with_its_words_marked():
    table = _memo(bill(), codebook()).tables[1]
    assert [row.cells[0].text for row in table.rows[1:]] == ["6", "7"]
    words = table.rows[1].cells[3].paragraphs[0]
    assert [run.text for run in words.runs if run.bold] == ["may appeal to the High Court"]


def test_short_names_are_spelt_out():
    table = _memo(bill()).tables[-1]
    assert [[cell.text for cell in row.cells] for row in table.rows[1:]] == [
        ["ICCPR", "International Covenant on Civil and Political Rights"],
        ["Report on access to resources", "Report on access to resources"],
    ]


def _entries(analysis) -> list[str]:
    """The words of each entry, from its heading to the next."""
    text = "\n".join(f"\f{p.text}" if p.style.name == "Heading 2" else p.text for p in _memo(analysis, codebook()).paragraphs)
    return text.split("\f")[1:]


def test_questions_and_norms_are_asked_once_and_then_pointed_to():
    first, second = _entries(bill())[:2]
    assert "Questions to check: Are informal groups exempt anywhere?" in first
    assert "Norms: as under 1. Questions to check: those under 1." in second


def test_a_provision_with_two_findings_is_one_entry():
    whole = bill()
    offence = next(f for f in whole.findings if f.severity is Severity.CRITICAL)
    again = replace(offence, label="registration.refusal_grounds", severity=Severity.LOW)
    (entry,) = _entries(replace(whole, findings=(offence, again)))
    assert "Compulsory registration (critical, 88\u00a0%): Forbids" in entry
    assert "Wide grounds of refusal (low, 88\u00a0%)." not in entry, "its meaning has not been said before"
    assert entry.count("commits an offence") == 1


def test_evidence_is_marked_in_the_quotation():
    quotes = [p for p in _memo(bill()).paragraphs if p.style.name == "Quote"]
    marked = [run.text for run in quotes[0].runs if run.bold]
    assert marked == ["commits an offence", "imprisonment for a term"]


def test_right_to_left_words_run_from_the_right():
    whole = bill()
    words = "لا يجوز لأي شخص أن يجتمع"
    start = whole.findings[0].provision.span.start
    text = whole.document.text[:start] + words + whole.document.text[start + len(words) :]
    memo = _memo(replace(whole, document=replace(whole.document, text=text)))
    turned = [p._p.pPr.find(qn("w:bidi")) is not None for p in memo.paragraphs if p.style.name == "Quote"]
    assert turned.count(True) == 1


def test_says_that_it_is_a_draft_on_every_page():
    memo = _memo(bill())
    assert "not reviewed by a lawyer" in memo.sections[0].header.paragraphs[0].text
    fields = [f.get(qn("w:instr")) for f in memo.sections[0].footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize(
    "analysis", [bill(), quiet(), unread(), unpaged(), hostile()], ids=["bill", "quiet", "unread", "unpaged", "hostile"]
)
def test_same_input_same_bytes_and_every_part_is_well_formed(analysis):
    data = to_docx(analysis)
    assert data == to_docx(analysis)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(package.read(name))


def test_nothing_found_has_no_table():
    memo = _memo(quiet())
    assert memo.tables == []
    assert "No restriction of civic space was found in this text." in "\n".join(p.text for p in memo.paragraphs)


def test_hostile_words_stay_words():
    memo = _memo(hostile())
    text = "\n".join(p.text for p in memo.paragraphs)
    assert "<script>alert(1)</script>" in text, "shown as written"
    assert "\u202e" not in text, "but not what turns the direction of reading"


# What follows what within a paragraph's, a table's and a run's properties: Word refuses a file that has them in another order.
ORDERS = {
    "pPr": ("pStyle", "keepNext", "keepLines", "numPr", "pBdr", "shd", "tabs", "bidi", "spacing", "ind", "jc", "rPr", "sectPr"),
    "tblPr": ("tblStyle", "tblW", "jc", "tblBorders", "tblLayout", "tblCellMar", "tblLook"),
    "rPr": ("rStyle", "rFonts", "b", "i", "color", "sz", "highlight", "shd", "lang"),
    "tcPr": ("tcW", "shd"),
}


@pytest.mark.parametrize("properties", ORDERS)
def test_properties_stand_in_the_order_of_the_format(properties):
    body = _memo(bill(), codebook()).element.body
    for element in body.iter(qn(f"w:{properties}")):
        names = [etree.QName(child).localname for child in element]
        assert names == sorted(names, key=ORDERS[properties].index)
