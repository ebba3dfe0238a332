"""The units of a law as a classifier sees them: their words and their context."""

from __future__ import annotations

from pipeline.classifier import ProvisionText
from pipeline.document import Document
from pipeline.provision import Law, Provision


def provision_texts(document: Document, law: Law) -> tuple[tuple[Provision, ProvisionText], ...]:
    """Every judged unit of the law with its text and context, in order."""
    headings = {p.eid: p.heading for p in law.provisions}
    return tuple((p, _text(document, law, p, headings.get(p.article, ""))) for p in law.provisions if p.judged)


def _text(document: Document, law: Law, provision: Provision, heading: str) -> ProvisionText:
    lead_in = provision.lead_in
    outside = lead_in is not None and not provision.span.covers(lead_in)
    return ProvisionText(
        text=provision.words(document.text),
        heading=heading or provision.heading,
        lead_in=lead_in.of(document.text) if lead_in is not None and outside else "",
        parts=provision.parents,
        law=law.title,
        article=provision.citation,
    )
