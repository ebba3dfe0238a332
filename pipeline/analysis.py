"""The result for one law: what `clausewatch scan` gives and every form of the alert is made from."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.document import Document
from pipeline.errors import Problem
from pipeline.finding import Finding
from pipeline.provision import Law, Provision
from pipeline.span import Span
from pipeline.taxonomy import Polarity, Severity


@dataclass(frozen=True, slots=True)
class Scored:
    """A provision and each family's probability (restrictive), from the judged unit that holds it or that it holds."""

    provision: Provision
    scores: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """One law analysed. `scored` holds every provision at or below an article; `findings` stand in the order of the text.

    `expected_missed` is the model's, as `ProvisionClassifier` says.
    """

    document: Document
    law: Law
    findings: tuple[Finding, ...]
    scored: tuple[Scored, ...]
    model_id: str
    taxonomy_version: str
    expected_missed: float | None = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Those of the document and of the law."""
        return self.document.problems + self.law.problems

    @property
    def status(self) -> str:
        """`complete`, or `partial` where any problem is left."""
        return "partial" if self.problems else "complete"

    @property
    def severity(self) -> Severity | None:
        """The gravest of the restrictive findings, None without one."""
        found = [f.severity for f in self.findings if f.polarity is Polarity.RESTRICTIVE]
        return max(found, key=lambda s: s.rank, default=None)

    def text_of(self, span: Span) -> str:
        """The words of a span of the document's text."""
        return span.of(self.document.text)
