"""The alert as Akoma Ntoso 3.0: the law with its structure, and the findings in its metadata."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from pipeline.alert.akn_body import Body
from pipeline.alert.akn_element import child, paragraphs, root
from pipeline.alert.akn_meta import set_meta
from pipeline.alert.wording import clean
from pipeline.analysis import Analysis
from pipeline.provision import Matter, Passage

COVER = (Matter.COVER, Matter.CONTENTS)
PREFACE = (Matter.LONG_TITLE,)
PREAMBLE = (Matter.PREAMBLE, Matter.ENACTING)
CONCLUSIONS = (Matter.OBJECTS_AND_REASONS, Matter.MEMORANDUM, Matter.REPRINT, Matter.SIGNATURE, Matter.FOOTNOTE, Matter.NOTICE)


def to_akn(analysis: Analysis) -> bytes:
    """The document in UTF-8. A file in which there is no law becomes a plain `doc` with its text."""
    outer = root()
    if analysis.law.provisions:
        _act(outer, analysis)
    else:
        _plain(outer, analysis)
    return etree.tostring(outer, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _act(outer: etree._Element, analysis: Analysis) -> None:
    kind = "bill" if analysis.law.kind == "bill" else "act"
    act = child(outer, kind, name=clean(analysis.law.kind) or kind)
    set_meta(act, analysis, kind)
    _front(act, analysis)
    Body(analysis).set(child(act, "body"))
    if ending := _passages(analysis, CONCLUSIONS):
        conclusions = child(act, "conclusions")
        for passage in ending:
            paragraphs(conclusions, _words(analysis, passage), passage.matter.value)


def _front(act: etree._Element, analysis: Analysis) -> None:
    """Cover page, preface and preamble, each only where the print has it."""
    if cover := _passages(analysis, COVER):
        page = child(act, "coverPage")
        for passage in cover:
            paragraphs(page, _words(analysis, passage), passage.matter.value)
    if preface := _passages(analysis, PREFACE):
        front = child(act, "preface")
        for number, passage in enumerate(preface, 1):
            paragraphs(child(front, "longTitle", eId=f"longTitle_{number}"), _words(analysis, passage))
    if preamble := _passages(analysis, PREAMBLE):
        front = child(act, "preamble")
        for number, passage in enumerate(preamble, 1):
            enacting = passage.matter is Matter.ENACTING
            holder = child(front, "formula", name="enactingFormula", eId=f"formula_{number}") if enacting else front
            paragraphs(holder, _words(analysis, passage))


def _plain(outer: etree._Element, analysis: Analysis) -> None:
    doc = child(outer, "doc", name="unknown")
    set_meta(doc, analysis, "doc")
    paragraphs(child(doc, "mainBody"), clean(analysis.text_of(analysis.law.span)))


def _passages(analysis: Analysis, matters: Sequence[Matter]) -> list[Passage]:
    return [passage for passage in analysis.law.passages if passage.matter in matters]


def _words(analysis: Analysis, passage: Passage) -> str:
    return clean(analysis.text_of(passage.span))
