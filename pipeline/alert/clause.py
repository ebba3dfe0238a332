"""A provision with all that was found in it, each thing said once: what the readable forms set as one entry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from pipeline.alert.citation import cite
from pipeline.alert.entry import Entry, Kept, Stated, Told
from pipeline.alert.quotation import Piece, marks_of, quote_set, shorten
from pipeline.alert.standards import Standard, standards
from pipeline.alert.wording import shortened
from pipeline.analysis import Analysis
from pipeline.provision import Provision
from pipeline.span import Box
from pipeline.taxonomy import Severity

ABBREVIATED: Final = ("&c.", "etc.")
"""Ends of a heading whose full stop is their own."""


@dataclass(frozen=True, slots=True)
class Why:
    """The reasons of one severity."""

    weight: str
    reasons: tuple[str, ...]

    @property
    def name(self) -> str:
        """What stands before them: "Why critical"."""
        return f"Why {self.weight}"

    @property
    def words(self) -> str:
        """The reasons in one line."""
        return " ".join(reason if reason.endswith((".", "!", "?")) else f"{reason}." for reason in self.reasons)


@dataclass(frozen=True, slots=True)
class Clause(Told):
    """`entries` are its findings, restrictive ones first, gravest first. `article` cites the unit that a lawyer cites.

    `boxes` are those of all the evidence. `quotation` is shortened, `whole` is not; both have it marked. What the findings share
    (facts, safeguards, norms, questions) stands once.
    """

    number: int
    entries: tuple[Entry, ...]
    article: str
    boxes: tuple[Box, ...]
    quotation: tuple[Piece, ...]
    whole: tuple[Piece, ...]
    facts: tuple[Stated, ...]
    norms: tuple[Standard, ...]

    @property
    def first(self) -> Entry:
        """The gravest of its findings: what is the same for all of them is read from it."""
        return self.entries[0]

    @property
    def restricts(self) -> bool:
        """Whether any of its findings is restrictive."""
        return self.first.restricts

    @property
    def severity(self) -> Severity:
        """Of its gravest finding."""
        return self.first.severity

    @property
    def weight(self) -> str:
        """Its severity, or that it protects."""
        return self.first.weight

    @property
    def title(self) -> str:
        """Citation and heading."""
        return f"{self.first.citation} {self.heading}".strip()

    @property
    def heading(self) -> str:
        """The heading as it is named elsewhere: without the full stop or dash that ends it in the print."""
        heading = self.first.heading.rstrip(" :-–—")
        return shortened(heading if heading.endswith(ABBREVIATED) else heading.rstrip(" .:-–—"), 140)

    @property
    def page(self) -> int | None:
        """Where its evidence begins; None without pages."""
        return min((entry.page for entry in self.entries if entry.page), default=None)

    @property
    def names(self) -> tuple[str, ...]:
        """What restricts in it, or what it protects, gravest first."""
        return _once(entry.name for entry in self.entries if entry.restricts == self.restricts)

    @property
    def whys(self) -> tuple[Why, ...]:
        """The reasons by weight, gravest first; what was said for a graver one is not said again.

        That a protection protects is no reason to give.
        """
        told: set[str] = set()
        rows: list[Why] = []
        for weight, entries in groupby((e for e in self.entries if e.restricts), key=lambda e: e.weight):
            reasons = tuple(r for r in _once(reason for entry in entries for reason in entry.reasons) if r not in told)
            told.update(reasons)
            rows.append(Why(weight, reasons))
        return tuple(row for row in rows if row.reasons)

    @property
    def attributes(self) -> tuple[str, ...]:
        """Aggravating qualities."""
        return _once(name for entry in self.entries for name in entry.attributes)

    @property
    def kept(self) -> tuple[Kept, ...]:
        """Safeguards that were found."""
        return tuple(dict.fromkeys(kept for entry in self.entries for kept in entry.kept))

    @property
    def missing(self) -> tuple[str, ...]:
        """Safeguards that any of its findings lacks and none has."""
        found = {kept.name for kept in self.kept}
        return _once(name for entry in self.entries for name in entry.missing if name not in found)

    @property
    def questions(self) -> tuple[str, ...]:
        """What to check."""
        return _once(question for entry in self.entries for question in entry.questions)


def clause(number: int, entries: tuple[Entry, ...], analysis: Analysis) -> Clause:
    """The findings of one provision as one; `entries` are all of that provision."""
    provision = entries[0].finding.provision
    evidence = tuple(span for entry in entries for span in entry.finding.evidence)
    marks = marks_of(analysis, provision, evidence)
    whole = quote_set(analysis, provision, evidence)
    return Clause(
        number=number,
        entries=entries,
        article=_article(analysis, provision),
        boxes=tuple(dict.fromkeys(box for span in marks or (provision.span,) for box in analysis.document.boxes(span))),
        quotation=shorten(whole),
        whole=whole,
        facts=tuple(dict.fromkeys(fact for entry in entries for fact in entry.facts)),
        norms=standards(norm for entry in entries for norm in entry.finding.norms),
    )


def _article(analysis: Analysis, provision: Provision) -> str:
    holder = next((p for p in analysis.law.provisions if p.eid == provision.article), provision)
    return cite(analysis.law, holder, analysis.document.text)


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
