"""From a law to findings: the model's calls, with all that the rules find beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.analysis import Scored
from pipeline.classifier import Call, Judgement, ProvisionClassifier
from pipeline.document import Document
from pipeline.finding import Attribute, Fact, Finding
from pipeline.judge.attributes import find_attributes
from pipeline.judge.context import provision_texts
from pipeline.judge.currencies import countries
from pipeline.judge.facts import find_facts
from pipeline.judge.protection import Protection
from pipeline.judge.scores import scored
from pipeline.judge.severity import Rule, weigh
from pipeline.judge.words import words_of
from pipeline.provision import Law, Provision
from pipeline.taxonomy import Polarity, Taxonomy


def judge(
    document: Document, law: Law, classifier: ProvisionClassifier, taxonomy: Taxonomy
) -> tuple[tuple[Finding, ...], tuple[Scored, ...]]:
    """The findings of a law in the order of its text, and the families' probabilities of every unit at or below an article.

    KeyError where the classifier gives a label that the taxonomy does not know.
    """
    units = provision_texts(document, law)
    judgements = classifier.judge([text for _, text in units]) if units else []
    judged = [(p, j) for (p, _), j in zip(units, judgements, strict=True)]
    called = [(p, j) for p, j in judged if j.calls]
    found = tuple(_findings(document, law, called, taxonomy)) if called else ()
    return found, scored(law, {p.eid: j.scores for p, j in judged})


@dataclass(frozen=True, slots=True)
class _Read:
    """What the rules find in a provision, whatever its labels."""

    provision: Provision
    text: str
    facts: tuple[Fact, ...]
    attributes: tuple[Attribute, ...]


def _findings(document: Document, law: Law, called: list[tuple[Provision, Judgement]], taxonomy: Taxonomy) -> Iterator[Finding]:
    protection = Protection(document, law)
    named = countries(law.title, law.span.of(document.text)[:60_000])
    for provision, judgement in sorted(called, key=lambda pair: pair[0].span):
        text = provision.words(document.text)
        facts = find_facts(text, provision.span.start, named)
        read = _Read(provision, text, facts, find_attributes(words_of(text), provision.span.start, facts))
        for call in judgement.calls:
            yield _finding(read, call, protection, taxonomy)


def _finding(read: _Read, call: Call, protection: Protection, taxonomy: Taxonomy) -> Finding:
    entry = taxonomy.label(call.label)
    restrictive = call.polarity is Polarity.RESTRICTIVE
    attributes = read.attributes if restrictive else ()
    safeguards = protection.safeguards(read.provision, entry.safeguards) if restrictive else protection.own(read.provision)
    weighed = weigh(entry, call.polarity, Rule(read.text, read.facts, attributes, safeguards))
    return Finding(
        provision=read.provision,
        label=call.label,
        polarity=call.polarity,
        probability=call.probability,
        severity=weighed.severity,
        reasons=weighed.reasons,
        evidence=tuple(span.shift(read.provision.span.start) for span in call.evidence),
        attributes=attributes,
        facts=read.facts,
        safeguards=safeguards,
        norms=tuple(map(taxonomy.norm, entry.norms)),
    )
