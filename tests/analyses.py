"""Analyses made by hand, of an invented bill printed on three pages, for the tests of every form of the alert.

`bill()` has restrictive and enabling findings, facts, safeguards present and missing, and a page that could not be
read; `codebook()` is a taxonomy for it. `quiet()` is a complete law in which nothing was found, `unread()` a file in
which there is no law, `unpaged()` the bill from a format without pages, `hostile()` the bill with terminal escapes,
markup and formulas in its words. `pdf_of()` prints a document so that every word stands in its box.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from pipeline.analysis import Analysis, Scored
from pipeline.document import Document, Line, Places
from pipeline.errors import Problem
from pipeline.finding import Attribute, Fact, Finding, Safeguard
from pipeline.provision import Law, Provision
from pipeline.span import Span
from pipeline.taxonomy import LabelType, Named, Norm, Polarity, Severity, Taxonomy
from tests.press import SHA, pdf_of, printed_law

__all__ = ["bill", "codebook", "hostile", "pdf_of", "quiet", "unpaged", "unread"]

ICCPR = Norm("iccpr_22", "International Covenant on Civil and Political Rights", "article 22", "verified")
REPORT = Norm("report_unseen", "Report on access to resources", "paragraph 9", "unverified")


@dataclass(frozen=True)
class Marker:
    """Finds words in the print, within one provision."""

    document: Document
    law: Law

    def unit(self, eid: str) -> Provision:
        return next(p for p in self.law.provisions if p.eid == eid)

    def span(self, eid: str, words: str) -> Span:
        at = self.document.text.index(words, self.unit(eid).span.start)
        return Span(at, at + len(words))

    def fact(self, eid: str, kind: str, value: float, unit: str, words: str) -> Fact:
        return Fact(kind, value, unit, words, self.span(eid, words))

    def kept(self, kind: str, eid: str, words: str) -> Safeguard:
        return Safeguard(kind, True, self.span(eid, words), eid)


def _restrictive(mark: Marker) -> tuple[Finding, ...]:
    group, offence, refusal = "part_2__sec_3__subsec_1", "part_2__sec_3__subsec_2", "part_2__sec_4__subsec_1"
    money, entry = "part_3__sec_5", "part_3__sec_6"
    reasons = mark.kept("reasons", "part_2__sec_4__subsec_2", "shall give written reasons")
    appeal = mark.kept("appeal_to_court", "part_2__sec_4__subsec_3", "may appeal to the High Court")
    return (
        Finding(
            mark.unit(group), "registration.mandatory", Polarity.RESTRICTIVE, 0.93, Severity.HIGH, ("registration is compulsory",),
            (mark.span(group, "shall carry on any activity unless it is registered"),),
            facts=(mark.fact(group, "founders", 5, "person", "five or more persons"),), norms=(ICCPR,),
        ),
        Finding(
            mark.unit(offence), "registration.mandatory", Polarity.RESTRICTIVE, 0.88, Severity.CRITICAL,
            ("prison for the exercise itself",),
            (mark.span(offence, "commits an offence"), mark.span(offence, "imprisonment for a term")),
            (Attribute("criminal_penalty", mark.span(offence, "imprisonment")),),
            (mark.fact(offence, "prison", 2, "year", "two years"), mark.fact(offence, "fine", 5000, "EUR", "5,000 euros")), norms=(ICCPR,),
        ),
        Finding(
            mark.unit(refusal), "registration.refusal_grounds", Polarity.RESTRICTIVE, 0.81, Severity.MEDIUM,
            ("refusal on vague grounds", "lowered: an appeal to a court"), (mark.span(refusal, "in his opinion the objects"),),
            (Attribute("vague_grounds", mark.span(refusal, "undesirable")),
             Attribute("executive_discretion", mark.span(refusal, "in his opinion"))),
            safeguards=(reasons, appeal, Safeguard("deemed_grant", False)), norms=(ICCPR, REPORT),
        ),
        Finding(
            mark.unit(money), "foreign_funding.prior_approval", Polarity.RESTRICTIVE, 0.9, Severity.HIGH,
            ("approval before money is received",),
            (mark.span(money, "shall not receive money"), mark.span(money, "prior approval")),
            facts=(mark.fact(money, "authority", 0, "none", "the Minister"),),
            safeguards=(Safeguard("appeal_to_court", False), Safeguard("time_limit_on_authority", False)), norms=(REPORT,),
        ),
        Finding(
            mark.unit(entry), "surveillance.search_access", Polarity.RESTRICTIVE, 0.77, Severity.CRITICAL,
            ("entry and seizure without a court",),
            (mark.span(entry, "may at any time enter the premises"),), safeguards=(Safeguard("judicial_authorisation", False),),
        ),
    )  # fmt: skip


def _enabling(mark: Marker) -> tuple[Finding, ...]:
    appeal, meeting = "part_2__sec_4__subsec_3", "part_3__sec_7"
    return (
        Finding(
            mark.unit(appeal), "registration.refusal_grounds", Polarity.ENABLING, 0.7, Severity.LOW, ("an appeal to a court",),
            (mark.span(appeal, "may appeal to the High Court"),), facts=(mark.fact(appeal, "time_limit", 60, "day", "sixty days"),),
        ),
        Finding(
            mark.unit(meeting), "assembly.authorisation", Polarity.ENABLING, 0.66, Severity.LOW, ("no permission is needed",),
            (mark.span(meeting, "No permission is required"),),
        ),
    )  # fmt: skip


def _scored(law: Law, findings: tuple[Finding, ...]) -> tuple[Scored, ...]:
    best = {f.provision.eid: (f.label.partition(".")[0], f.probability) for f in findings if f.polarity is Polarity.RESTRICTIVE}
    families = ("registration", "operations", "foreign_funding", "surveillance", "assembly", "expression")
    rows = ((p, dict([best.get(p.eid, ("", 0.0))])) for p in law.provisions if p.article)
    return tuple(Scored(p, tuple((family, found.get(family, 0.02)) for family in families)) for p, found in rows)


def bill() -> Analysis:
    """Five restrictive findings, two enabling ones, a page that could not be read."""
    document, law = printed_law()
    mark = Marker(document, law)
    found = sorted(_restrictive(mark) + _enabling(mark), key=lambda f: f.provision.span.start)
    return Analysis(document, law, tuple(found), _scored(law, tuple(found)), "model-0f3a", "2031.1")


def quiet() -> Analysis:
    """A law read as a whole in which nothing was found."""
    whole = bill()
    document = replace(whole.document, problems=(), pages=whole.document.pages[:2])
    return replace(whole, document=document, findings=(), scored=_scored(whole.law, ()))


def unread() -> Analysis:
    """A file in which there is no law."""
    text = "The shop opens at nine.\n"
    document = Document(SHA, "notice.txt", "text", "", "en", text, (Line(Span(0, len(text) - 1)),), (), Places())
    problem = Problem("no_law", None, "No numbered articles were found.", "Check that this is the text of a law; scan the law itself.")
    return Analysis(document, Law("", "unknown", Span(0, len(text)), (), problems=(problem,)), (), (), "model-0f3a", "2031.1")


def unpaged() -> Analysis:
    """The bill from a Word file: no pages, no boxes."""
    whole = bill()
    lines = tuple(Line(line.span) for line in whole.document.lines)
    document = replace(whole.document, name="bill.docx", format="docx", lines=lines, pages=(), places=Places(), problems=())
    return replace(whole, document=document)


def hostile() -> Analysis:
    """The bill, of which every heading, title and name is an attack: escapes, markup, a formula, a bidi override."""
    whole, evil = bill(), '=HYPERLINK("x")\x1b[31m\x07<script>alert(1)</script>&\u202e]]>'
    text = whole.document.text.replace("undesirable", "\x1b]0;ow\x07\x00\u202e<&")
    document = replace(whole.document, name=f"{evil}.pdf", title=evil, text=text)
    provisions = tuple(replace(p, heading=evil, parents=(evil,)) for p in whole.law.provisions)
    by_eid = {p.eid: p for p in provisions}
    law = replace(whole.law, title=evil, provisions=provisions)
    findings = tuple(replace(f, provision=by_eid[f.provision.eid]) for f in whole.findings)
    scored = tuple(replace(s, provision=by_eid[s.provision.eid]) for s in whole.scored)
    return replace(whole, document=document, law=law, findings=findings, scored=scored)


def _label(label: str, name: str, does: str, severity: Severity, safeguards: tuple[str, ...], questions: tuple[str, ...]) -> LabelType:
    return LabelType(label, name, does, "the same words about a trade", severity, ("iccpr_22",), safeguards, questions)


def codebook() -> Taxonomy:
    """A small taxonomy that knows all that the analyses above say."""
    court = ("appeal_to_court",)
    families = ("registration", "operations", "foreign_funding", "surveillance", "assembly", "expression")
    labels = (
        _label("registration.mandatory", "Compulsory registration", "Forbids acting in a group that is not registered.", Severity.HIGH, (),
               ("Are informal groups exempt anywhere?",)),
        _label("registration.refusal_grounds", "Wide grounds of refusal", "Lets the authority refuse on open grounds.", Severity.HIGH,
               court,
               ("Who hears the appeal, and how soon?",)),
        _label("foreign_funding.prior_approval", "Approval of foreign money", "Makes money from abroad depend on permission.",
               Severity.HIGH, court, ("What happens when the Minister does not answer?",)),
        _label("surveillance.search_access", "Entry and seizure", "Lets officers enter and take things away.", Severity.CRITICAL,
               ("judicial_authorisation",), ()),
        _label("assembly.authorisation", "Permission for assemblies", "Makes an assembly depend on a permit.", Severity.HIGH, court, ()),
    )  # fmt: skip
    kinds = (
        "judicial_authorisation", "appeal_to_court", "reasons", "time_limit_on_authority", "deemed_grant", "exemption", "other",
    )  # fmt: skip
    attributes = ("vague_grounds", "executive_discretion", "criminal_penalty", "no_appeal", "short_deadline", "retroactive")
    return Taxonomy("2031.1", _named(families), labels, _named(attributes), _named(kinds), (ICCPR, REPORT))


def _named(ids: tuple[str, ...]) -> tuple[Named, ...]:
    return tuple(Named(name, name.replace("_", " ").capitalize(), f"What {name} means.") for name in ids)
