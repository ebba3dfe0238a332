"""A law of one line, judged for nothing while a file is still being read.

The rules are compiled, and spaCy is loaded, when they first meet a provision with a label: half a second that a reader
would wait for after the reading, and need not.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.analyse import analyse
from pipeline.classifier import Call, Judgement, ProvisionClassifier, ProvisionText
from pipeline.document import Document, Places
from pipeline.provision import Law, Provision
from pipeline.span import Span
from pipeline.taxonomy import Polarity, Taxonomy

TEXT = "1. No group shall meet without the approval of the Minister."


class _Certain:
    """Gives every provision the same label, so that no rule is left out."""

    model_id = "rehearsal"
    expected_missed = None

    def __init__(self, label: str) -> None:
        self._call = Call(label, Polarity.RESTRICTIVE, 1.0, (Span(0, len(TEXT)),))

    def judge(self, provisions: Sequence[ProvisionText]) -> list[Judgement]:
        return [Judgement((self._call,), ()) for _ in provisions]


def rehearse(classifier: ProvisionClassifier, taxonomy: Taxonomy) -> None:
    """Lets the classifier and the rules do all that they do only once."""
    span = Span(0, len(TEXT))
    unit = Provision("sec_1", "section", "1", "", span, article="sec_1", citation="1", judged=True)
    document = Document("", "rehearsal", "text", "", "en", TEXT, (), (), Places())
    for judge in (classifier, _Certain(taxonomy.labels[0].label)):
        analyse(document, (Law("", "act", span, (unit,)),), judge, taxonomy)
