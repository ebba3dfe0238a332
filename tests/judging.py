"""A law of a few units with everything that judging it needs, made by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.classifier import Call, Judgement, ProvisionText
from pipeline.document import Document, Places
from pipeline.provision import Law, Provision
from pipeline.span import Span
from pipeline.taxonomy import LabelType, Norm, Polarity, Severity, Taxonomy


def label_type(label: str, severity: Severity = Severity.HIGH, safeguards: tuple[str, ...] = (), norms: tuple[str, ...] = ()) -> LabelType:
    return LabelType(label, label.replace("_", " "), "does", "look-alikes", severity, norms, safeguards, ())


def taxonomy(*labels: LabelType) -> Taxonomy:
    norms = (Norm("iccpr-22", "ICCPR", "art. 22", "verified"), Norm("gc-37", "General comment 37", "paras 70-73", "unverified"))
    return Taxonomy("1", (), labels, (), (), norms)


def law_of(units: Sequence[tuple[str, str]], parents: Mapping[str, tuple[str, ...]] | None = None) -> tuple[Document, Law]:
    """Sections of one judged unit each: (number, text)."""
    text, provisions = "", []
    for number, words in units:
        eid = f"sec_{number}"
        span = Span(len(text), len(text) + len(words))
        above = (parents or {}).get(number, ())
        provisions.append(Provision(eid, "section", number, "", span, parents=above, article=eid, citation=number, judged=True))
        text += words + "\n"
    return document(text), Law("Societies Bill", "bill", Span(0, len(text)), tuple(provisions))


def document(text: str) -> Document:
    return Document("0" * 64, "bill.txt", "txt", "Bill", "en", text, (), (), Places())


@dataclass
class Fake:
    """A classifier that gives each text the calls and the score written down for words in it, and remembers what it was asked."""

    calls: Mapping[str, tuple[Call, ...]] = field(default_factory=dict)
    scores: Mapping[str, float] = field(default_factory=dict)
    asked: list[tuple[ProvisionText, ...]] = field(default_factory=list)

    @property
    def model_id(self) -> str:
        return "fake"

    @property
    def expected_missed(self) -> float:
        return 0.25

    def judge(self, provisions: Sequence[ProvisionText]) -> list[Judgement]:
        self.asked.append(tuple(provisions))
        return [Judgement(self._calls(p.text), (("assembly", self._score(p.text)), ("expression", 0.01))) for p in provisions]

    def _calls(self, text: str) -> tuple[Call, ...]:
        return next((calls for words, calls in self.calls.items() if words in text), ())

    def _score(self, text: str) -> float:
        return next((score for words, score in self.scores.items() if words in text), 0.0)


def call(label: str, *evidence: Span, polarity: Polarity = Polarity.RESTRICTIVE) -> Call:
    return Call(label, polarity, 0.9, evidence)
