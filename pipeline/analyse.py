"""From a document laid out and segmented to an analysis of each of its laws."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.analysis import Analysis
from pipeline.classifier import ProvisionClassifier
from pipeline.document import Document
from pipeline.judge import judge
from pipeline.provision import Law
from pipeline.taxonomy import Taxonomy


def analyse(document: Document, laws: Iterable[Law], classifier: ProvisionClassifier, taxonomy: Taxonomy) -> tuple[Analysis, ...]:
    """One analysis for each law, in the order of the document."""
    return tuple(_analysis(document, law, classifier, taxonomy) for law in laws)


def _analysis(document: Document, law: Law, classifier: ProvisionClassifier, taxonomy: Taxonomy) -> Analysis:
    findings, scored = judge(document, law, classifier, taxonomy)
    return Analysis(document, law, findings, scored, classifier.model_id, taxonomy.version, classifier.expected_missed)
