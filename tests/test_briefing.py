"""What every form of the alert says alike: citations, quotations, measures, order, what is missing across the law."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.alert.briefing import brief
from pipeline.alert.citation import cite
from pipeline.alert.entry import TO_BE_CHECKED
from pipeline.alert.quotation import Piece, quote, shorten
from pipeline.alert.wording import clean, counted, measure, shortened, spoken
from pipeline.finding import Fact, Finding
from pipeline.provision import Amendment, Law, Provision
from pipeline.span import Span
from pipeline.taxonomy import Norm, Polarity, Severity
from tests.analyses import bill, codebook, quiet, unread

NOWHERE = Span(0, 1)


def _unit(eid: str, kind: str, number: str, above: str = "", article: str = "", citation: str = "", heading: str = "") -> Provision:
    return Provision(eid, kind, number, heading, NOWHERE, above=above, article=article, citation=citation)


LAW = Law(
    "Act",
    "act",
    NOWHERE,
    (
        _unit("part_1", "part", "II", heading="Registration"),
        _unit("sec_12A", "section", "12A", "part_1", "sec_12A", "12A"),
        _unit("subsec_2", "subsection", "(2)", "sec_12A", "sec_12A", "12A"),
        _unit("para_b", "paragraph", "(b)", "subsec_2", "sec_12A", "12A"),
        _unit("proviso", "proviso", "", "para_b", "sec_12A", "12A"),
        _unit("art_5", "article", "Article 5", "", "art_5", "Article 5"),
        _unit("para_3", "paragraph", "3", "art_5", "art_5", "Article 5"),
        _unit("point_c", "point", "c", "para_3", "art_5", "Article 5"),
        _unit("sec_sign", "section", "§ 611", "", "sec_sign", "§ 611"),
        _unit("bare", "section", "", "", "bare", "", "Short title"),
        _unit("loop_a", "paragraph", "(x)", "loop_b", "sec_12A", "12A"),
        _unit("loop_b", "paragraph", "(y)", "loop_a", "sec_12A", "12A"),
    ),
)


@pytest.mark.parametrize(
    ("eid", "cited"),
    [
        pytest.param("part_1", "Part II", id="above articles"),
        pytest.param("sec_12A", "Section 12A", id="the article itself"),
        pytest.param("para_b", "Section 12A(2)(b)", id="brackets run on"),
        pytest.param("proviso", "Section 12A(2)(b), proviso", id="a unit without a number is named"),
        pytest.param("para_3", "Article 5, paragraph 3", id="a bare number is named; a number that names itself stays"),
        pytest.param("point_c", "Article 5, paragraph 3(c)", id="a bare letter gets brackets"),
        pytest.param("sec_sign", "§ 611", id="the sign names it"),
        pytest.param("bare", "Section “Short title”", id="no number at all"),
    ],
)
def test_citation(eid, cited):
    assert cite(LAW, next(p for p in LAW.provisions if p.eid == eid)) == cited


def test_citation_of_a_broken_tree_ends():
    assert cite(LAW, LAW.provisions[-1])


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        pytest.param(("time_limit", 30, "day"), "30 days", id="plural"),
        pytest.param(("prison", 1, "year"), "1 year", id="singular"),
        pytest.param(("fine", 5000, "EUR"), "5,000 EUR", id="money by its code"),
        pytest.param(("percentage", 12.5, "percent"), "12.5 %", id="a fraction"),
        pytest.param(("percentage", 33.333333, "percent"), "33.33 %", id="no more than two places"),
        pytest.param(("authority", 0, "none"), "", id="only named"),
        pytest.param(("count", 3, "none"), "3", id="no unit"),
    ],
)
def test_measure(fact, said):
    assert measure(Fact(*fact, "as printed", NOWHERE)) == said


def test_words():
    assert spoken("appeal_to_court") == "Appeal to court"
    assert counted(1, "article") == "1 article"
    assert counted(1200, "article") == "1,200 articles"
    assert shortened("one two three", 9) == "one two …"
    assert clean("a\x00b\r\nc\u202ed\ud800") == "ab\ncd"


def test_overlapping_evidence_is_marked_once_and_nothing_is_lost():
    whole = bill()
    base = whole.findings[0]
    start = base.provision.span.start
    evidence = (Span(start + 4, start + 20), Span(start + 10, start + 30), Span(0, start + 2))
    pieces = quote(whole, replace(base, evidence=evidence))
    assert "".join(p.text for p in pieces) == base.provision.span.of(whole.document.text)
    assert [len(p.text) for p in pieces if p.role == "mark"] == [2, 26]


def test_long_stretches_are_shortened_and_evidence_never():
    words = "word " * 400
    pieces = shorten((Piece(words), Piece(words, "mark"), Piece("end")))
    assert [p.role for p in pieces] == ["plain", "gap", "plain", "mark", "plain"]
    assert pieces[3].text == words
    assert len(pieces[0].text) < 300


def test_lead_in_stands_before_a_unit_that_it_governs():
    whole = bill()
    base = whole.findings[0]
    led = replace(base.provision, lead_in=Span(0, 8))
    assert quote(whole, replace(base, provision=led))[0] == Piece("REPUBLIC ", "lead")


def test_order_and_numbers():
    told = brief(bill())
    assert [e.number for e in told.entries + told.protecting] == [1, 2, 3, 4, 5, 6, 7]
    assert [e.citation for e in told.gravest] == ["Section 3(2)", "Section 6", "Section 5A"], "each of another article"
    assert [e.number for e in told.beside(told.entries[0])] == [3]


def test_what_is_missing_across_the_law():
    lacks = {lack.name: (lack.missing, lack.found) for lack in brief(bill()).lacks}
    assert lacks["Appeal to court"] == ((4,), (5,))
    assert lacks["Judicial authorisation"] == ((2,), ())


def test_summary():
    assert brief(bill()).summary == (
        "5 restrictions of civic space were found in 4 of 7 articles; 2 are critical. 2 provisions protect a freedom."
    )
    assert brief(quiet()).summary == "No restriction of civic space was found in this text."
    unsure = replace(bill(), findings=())
    assert brief(unsure).summary == "No restriction of civic space was found in what could be read.", "a page was not read"
    assert brief(unread()).summary == "No law was found in this file, so nothing was judged."


def test_names_meanings_and_questions_come_from_the_codebook():
    entry = brief(bill(), codebook()).entries[0]
    label = codebook().label("registration.mandatory")
    assert (entry.name, entry.does, entry.questions) == (label.name, label.does, label.questions)


def test_an_instrument_is_named_once_and_a_pinpoint_only_when_it_was_seen():
    seen, heard = Norm("a", "Covenant", "article 1", "verified"), Norm("b", "Covenant", "article 2", "secondary")
    hidden, known = Norm("c", "Covenant", "article 3", "unverified"), Norm("d", "Guidelines", "paragraph 4", "existence")
    whole = bill()
    finding = replace(whole.findings[0], norms=(known, hidden, seen, heard))
    norms = brief(replace(whole, findings=(finding,))).entries[0].norms
    assert [(n.instrument, n.pinpoint) for n in norms] == [("Covenant", "article 1; article 2"), ("Guidelines", TO_BE_CHECKED)]


def test_what_a_clause_amends():
    whole = bill()
    changed = replace(whole.findings[0].provision, amends=Amendment("insert", "the Societies Act", "section 12"))
    entry = brief(replace(whole, findings=(replace(whole.findings[0], provision=changed),))).entries[0]
    assert entry.amends == "inserts into the Societies Act, section 12"


def test_a_finding_without_evidence_or_article_still_stands():
    whole = bill()
    part = next(p for p in whole.law.provisions if p.kind == "part")
    bare = Finding(part, "operations.reporting", Polarity.RESTRICTIVE, 0.5, Severity.LOW, (), ())
    entry = brief(replace(whole, findings=(bare,))).entries[0]
    assert entry.citation == "Part I"
    assert entry.boxes
