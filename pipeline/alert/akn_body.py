"""The operative text as a hierarchy of Akoma Ntoso."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from pipeline.alert.akn_element import HIERARCHY, child, paragraphs
from pipeline.alert.wording import clean, one_line
from pipeline.analysis import Analysis
from pipeline.provision import Provision
from pipeline.span import Span

# What may stand between number, heading and text in print, and belongs to none of them.
_BETWEEN = r"[\s.:;,)\]—–―-]*"


class Body:
    """Sets the provisions of one law, each under the one above it."""

    def __init__(self, analysis: Analysis) -> None:
        self._text = analysis.document.text
        known = {p.eid for p in analysis.law.provisions}
        self._below: dict[str, list[Provision]] = {}
        for provision in analysis.law.provisions:
            above = provision.above if provision.above in known and provision.above != provision.eid else ""
            self._below.setdefault(above, []).append(provision)

    def set(self, body: etree._Element) -> None:
        """Fills the body of the act."""
        for provision in self._below.get("", ()):
            self._unit(body, provision)

    def _unit(self, parent: etree._Element, provision: Provision) -> None:
        """One unit: number, heading, its own words, then the units below it."""
        made = _hierarchical(parent, provision)
        if provision.number:
            child(made, "num", one_line(provision.number))
        if provision.heading:
            child(made, "heading", one_line(provision.heading))
        below = self._below.get(provision.eid, ())
        inner = [p for p in below if not p.quoted or provision.quoted]
        quoted = [p for p in below if p not in inner]
        before, after = self._own_words(provision, below)
        if not inner:
            self._words(child(made, "content"), f"{before}\n{after}", quoted, provision.eid)
            return
        if before or quoted:
            self._words(child(made, "intro"), before, quoted, provision.eid)
        for unit in inner:
            self._unit(made, unit)
        if after:
            paragraphs(child(made, "wrapUp"), after)

    def _words(self, container: etree._Element, text: str, quoted: Sequence[Provision], eid: str) -> None:
        """The unit's words; new text that they quote for another law stands within a modification."""
        if text.strip() or not quoted:
            paragraphs(container, text)
        if quoted:
            change = child(child(container, "p"), "mod", eId=f"{eid}__mod_1")
            structure = child(change, "quotedStructure", eId=f"{eid}__mod_1__qstr_1", startQuote="“", endQuote="”")
            for unit in quoted:
                self._unit(structure, unit)

    def _own_words(self, provision: Provision, below: Sequence[Provision]) -> tuple[str, str]:
        """The words before the units below and those after them, without the number and the heading."""
        span = provision.span
        inside = [p.span for p in below if span.covers(p.span)]
        if not inside:
            return _bare(self._words_of(span), provision), ""
        first, last = min(s.start for s in inside), max(s.end for s in inside)
        return _bare(self._words_of(Span(span.start, first)), provision), self._words_of(Span(last, span.end)).strip()

    def _words_of(self, span: Span) -> str:
        return clean(span.of(self._text))


def _hierarchical(parent: etree._Element, provision: Provision) -> etree._Element:
    if provision.kind in HIERARCHY:
        return child(parent, provision.kind, eId=provision.eid)
    return child(parent, "hcontainer", name=one_line(provision.kind), eId=provision.eid)


def _bare(text: str, provision: Provision) -> str:
    """The text without the number and heading that it begins with, in whichever order they are printed."""
    rest = text.strip()
    left = [("num", provision.number), ("heading", provision.heading)]
    for _ in range(2):
        for name, words in left:
            begins = words.strip() and _beginning(provision.kind, words).match(rest)
            if begins:
                rest = rest[begins.end() :]
                left.remove((name, words))
                break
    return rest.strip()


def _beginning(kind: str, words: str) -> re.Pattern[str]:
    """Takes the words at the beginning with whatever white space, the kind's name before them and the dash after them;
    leaves a word that only begins alike ("1" is not the beginning of "12").
    """
    spaced = r"\s+".join(re.escape(word) for word in words.split())
    return re.compile(rf"{_BETWEEN}(?:{re.escape(kind)}\s+)?[(\[]?{spaced}(?!\w){_BETWEEN}", re.IGNORECASE)
