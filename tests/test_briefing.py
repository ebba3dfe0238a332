"""What every form of the alert says alike: citations, quotations, measures, order, what is missing across the law."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.alert.briefing import brief
from pipeline.alert.citation import cite
from pipeline.alert.quotation import Piece, quote, quote_set, shorten
from pipeline.alert.standards import TO_BE_CHECKED, briefly, short_names, standards
from pipeline.alert.wording import clean, counted, measure, shortened, spoken
from pipeline.document import Places
from pipeline.finding import Fact, Finding, Safeguard
from pipeline.provision import Amendment, Law, Provision
from pipeline.span import Span
from pipeline.taxonomy import Norm, Polarity, Severity
from tests.analyses import ICCPR, REPORT, bill, codebook, quiet, unread

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
        _unit("subsec_4", "subsection", "4", "sec_12A", "sec_12A", "12A"),
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
        pytest.param("subsec_4", "Section 12A(4)", id="a bare number of a subsection gets brackets"),
        pytest.param("sec_sign", "§ 611", id="the sign names it"),
        pytest.param("bare", "Section “Short title”", id="no number at all"),
    ],
)
def test_citation(eid, cited):
    assert cite(LAW, next(p for p in LAW.provisions if p.eid == eid)) == cited


def test_a_number_is_cited_with_the_bracket_that_the_print_closes_it_with():
    text = "Article 9\n1) No one shall march.\n2. No one shall sing."
    first, second = text.index("1)"), text.index("2.")
    article = replace(_unit("art_9", "article", "Article 9", "", "art_9", "Article 9"), span=Span(0, len(text)))
    closed = replace(_unit("para_1", "paragraph", "1", "art_9", "art_9"), span=Span(first, second))
    open_ = replace(_unit("para_2", "paragraph", "2", "art_9", "art_9"), span=Span(second, len(text)))
    law = Law("Act", "act", NOWHERE, (article, closed, open_))
    assert [cite(law, unit, text) for unit in (closed, open_)] == ["Article 9(1)", "Article 9, paragraph 2"]


@pytest.mark.parametrize(
    ("target", "cited"),
    [
        pytest.param("section 12", "Clause 3, inserting section 12(2A) of the Clubs Act", id="the place that the clause names"),
        pytest.param("section 12(2A)", "Clause 3, inserting section 12(2A) of the Clubs Act", id="the quoted text's own place"),
        pytest.param("section 12(4)(2A)", "Clause 3, inserting section 12(4)(2A) of the Clubs Act", id="a place within a place"),
    ],
)
def test_quoted_text_is_cited_by_the_clause_that_brings_it_in(target, cited):
    clause = _unit("cl_3", "clause", "3", "", "cl_3", "3")
    change = Amendment("insert", "the Clubs Act", target)
    new = replace(_unit("cl_3__subsec_2A", "subsection", "(2A)", "cl_3", "cl_3__subsec_2A", "12"), quoted=True, amends=change)
    assert cite(Law("Bill", "bill", NOWHERE, (clause, new)), new) == cited


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
    pieces = quote(whole, base.provision, evidence)
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
    assert quote(whole, led, base.evidence)[0] == Piece("REPUBLIC ", "lead")


def test_order_and_numbers():
    told = brief(bill())
    assert [(c.number, c.first.citation, c.weight) for c in told.clauses] == [
        (1, "Section 3(2)", "critical"),
        (2, "Section 3(1)", "high"),
        (3, "Section 6", "critical"),
        (4, "Section 5A", "high"),
        (5, "Section 4(1)", "medium"),
    ], "what stands in one article stands together"
    assert [c.number for c in told.kept] == [6, 7]
    assert [c.first.citation for c in told.gravest] == ["Section 3(2)", "Section 6", "Section 5A"], "each of another article"
    assert [[c.number for c in clauses] for clauses in told.by_article] == [[1, 2], [3], [4], [5]]


def test_what_is_missing_across_the_law():
    lacks = {lack.name: (lack.missing, lack.found) for lack in brief(bill()).lacks}
    assert lacks["Appeal to court"] == ((4,), (5,))
    assert lacks["Judicial authorisation"] == ((3,), ())


def test_summary():
    assert brief(bill()).summary == (
        "5 restrictions of civic space were found in 4 articles; 2 are critical. 2 provisions protect a freedom."
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


def _set(words: str, number: str, heading: str, evidence: tuple[str, ...], below: tuple[str, ...] = ()) -> str:
    """The words of a provision as a page has them, marks between « and »."""
    whole = bill()
    units = tuple(
        replace(_unit(f"para_{n}", "paragraph", "", "sec_1", "sec_1"), span=Span(words.index(b), len(words))) for n, b in enumerate(below)
    )
    unit = replace(_unit("sec_1", "section", number, "", "sec_1", number, heading), span=Span(0, len(words)))
    document = replace(whole.document, text=words, lines=(), places=Places())
    analysis = replace(whole, document=document, law=replace(whole.law, provisions=(unit, *units), passages=()))
    spans = tuple(Span(words.index(said), words.index(said) + len(said)) for said in evidence)
    return "".join(f"«{p.text}»" if p.role == "mark" else p.text for p in quote_set(analysis, unit, spans))


@pytest.mark.parametrize(
    ("given", "as_set"),
    [
        pytest.param(("(1) No club may meet.", "(1)", "", ("1) No club",)), "(1) «No club» may meet.", id="its number is not evidence"),
        pytest.param(("7. No club may meet.", "7", "", ("7. No club",)), "7. «No club» may meet.", id="nor an article's"),
        pytest.param(("No club may meet.", "", "", ("No club", "may")), "«No club may» meet.", id="marks that touch are one"),
        pytest.param(("Meetings\n7. No club.", "7", "Meetings", ("club",)), "7. No «club».", id="the heading stands above already"),
        pytest.param(("Meetings\n7. No club.", "7", "Meetings", ("Meetings",)), "«Meetings»\n7. No club.", id="a heading that decides stays"),
        pytest.param(("No club:\n(a) meets", "", "", ("a) meets",)), "No club:\n«(a) meets»", id="a bracket is not cut in two"),
        pytest.param(("A club that (a) meets; or (b) sings", "", "", (), ("(a)", "(b)")), "A club that\n(a) meets; or\n(b) sings", id="a list"),
        pytest.param(("No club may meet.\n[", "", "", ()), "No club may meet.", id="a bracket that belongs to a footnote"),
    ],
)  # fmt: skip
def test_a_quotation_is_set_for_reading(given, as_set):
    assert _set(*given) == as_set


def _thrice():
    """The offence of the bill found under three labels, one of them a protection, with what differs and what is the same."""
    whole = bill()
    grave = next(f for f in whole.findings if f.severity is Severity.CRITICAL)
    start = grave.provision.span.start
    lesser = replace(
        grave, label="registration.refusal_grounds", severity=Severity.MEDIUM, reasons=(*grave.reasons, "an open discretion"),
        evidence=(Span(start + 4, start + 12),), norms=(ICCPR, REPORT),
        safeguards=(Safeguard("appeal_to_court", False), Safeguard("exemption", False)),
    )  # fmt: skip
    good = replace(grave, label="assembly.authorisation", polarity=Polarity.ENABLING, severity=Severity.LOW, reasons=("it protects",))
    here = replace(grave, safeguards=(Safeguard("appeal_to_court", True), Safeguard("reasons", False)))
    return brief(replace(whole, findings=(good, lesser, here)), codebook())


def test_a_provision_with_several_findings_is_one_entry_and_says_nothing_twice():
    (clause,) = _thrice().clauses
    assert [entry.weight for entry in clause.entries] == ["critical", "medium", "protects"]
    assert clause.names == ("Compulsory registration", "Wide grounds of refusal"), "what protects in it does not restrict"
    assert [(why.name, why.words) for why in clause.whys] == [
        ("Why critical", "prison for the exercise itself."),
        ("Why medium", "an open discretion."),
    ]
    assert clause.missing == ("Reasons", "Exemption"), "what one finding has, the provision has"
    assert [norm.instrument for norm in clause.norms] == [ICCPR.instrument, REPORT.instrument]
    assert len(clause.facts) == 2
    assert len(clause.questions) == 2
    assert len([piece for piece in clause.quotation if piece.role == "mark"]) == 3, "the evidence of all"


def test_the_boxes_of_a_provision_are_those_of_all_its_evidence():
    told = _thrice()
    (clause,) = told.clauses
    wanted = {box for e in clause.entries for span in e.finding.evidence for box in told.analysis.document.boxes(span)}
    assert set(clause.boxes) == wanted


def test_a_restriction_that_also_protects_is_counted_as_both():
    told = _thrice()
    assert told.kept == ()
    assert told.summary.endswith("1 is critical. 1 provision protects a freedom.")


@pytest.mark.parametrize(
    ("instrument", "short"),
    [
        pytest.param("International Covenant on Civil and Political Rights", "ICCPR", id="as lawyers say it"),
        pytest.param("Some Committee, General Comment No. 41 on the right to sing", "GC 41", id="a general comment"),
        pytest.param("Rapporteur on choirs, A/HRC/99/12", "A/HRC/99/12", id="a symbol"),
        pytest.param("Rapporteur on choirs, A/HRC/99/12/Add.4 (guidelines)", "A/HRC/99/12/Add.4", id="an addendum"),
        pytest.param("Council, Recommendation CM/Rec(2031)7 on choirs", "CM/Rec(2031)7", id="a recommendation"),
        pytest.param("Venice Commission, Report, CDL-AD(2031)002", "CDL-AD(2031)002", id="an opinion"),
        pytest.param("Court of Song, Alto v. Bass (Grand Chamber)", "Alto v. Bass", id="a case"),
        pytest.param("Principles of 2031", "Principles of 2031", id="nothing to know it by"),
    ],
)
def test_short_names(instrument, short):
    assert short_names([instrument]) == {instrument: short}


def test_two_instruments_never_share_a_short_name():
    two = ("Committee A, General Comment No. 3", "Committee B, General Comment No. 3")
    assert short_names(two) == {two[0]: two[0], two[1]: two[1]}


def test_norms_in_one_line():
    norms = standards((Norm("a", "Covenant", "art. 1", "verified"), Norm("b", "Covenant", "art. 2", "verified"), REPORT))
    assert briefly(norms, {"Covenant": "C", REPORT.instrument: "R"}) == "C art. 1, art. 2; pinpoint to be checked: R"


@pytest.mark.parametrize(
    ("printed", "named"),
    [("Meetings.", "Meetings"), ("Meetings.—", "Meetings"), ("Meetings, clubs &c.", "Meetings, clubs &c."), ("Meetings", "Meetings")],
)
def test_a_heading_is_named_without_the_sign_that_ends_it(printed, named):
    whole = bill()
    base = whole.findings[0]
    finding = replace(base, provision=replace(base.provision, heading=printed))
    assert brief(replace(whole, findings=(finding,))).clauses[0].title == f"Section 3(1) {named}"


def test_how_much_may_be_missed_is_said_where_it_was_measured():
    quiet, told = brief(bill(), None).limits, brief(replace(bill(), expected_missed=0.284), None).limits
    assert not any("%" in limit for limit in quiet)
    assert [limit for limit in told if limit not in quiet] == [
        "Of the articles that restrict, it is expected to miss at most 28% in a law of a country that it never saw."
    ]
