"""What the classifier is worth: on our own corpus out of fold, and on the labelled laws beside the project when they are there.

    python -m tests.bench.score

The laws and the neutral articles are only read and counted. The model learns from the corpus alone, so every
law is unseen. Counted for each article: a family is found where one of the article's provisions is called for it.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from models.card import card_from_json
from models.classifier import NgramClassifier
from models.lessons import subsections
from models.quality import Score, overlap, score
from models.store import card_path, load_or_train
from pipeline.classifier import ProvisionText
from pipeline.span import Span
from pipeline.taxonomy import Polarity

SHARED = Path(__file__).parents[2].parent / "shared"
WORDS_A_PAGE = 450


@dataclass(frozen=True)
class Article:
    """An article of a real law with what people say of it; `spans` are the deciding words of restrictive ones."""

    law: str
    part: str
    heading: str
    text: str
    polarity: str
    labels: tuple[str, ...]
    spans: tuple[Span, ...]

    def provisions(self) -> list[ProvisionText]:
        """What is judged: the numbered subsections, or the whole."""
        parts = (self.part,) if self.part else ()
        return [ProvisionText(text=text, heading=self.heading, parts=parts, law=self.law) for text in self._texts()]

    def _texts(self) -> list[str]:
        return [span.of(self.text) for span in subsections(self.text)] or [self.text]


def read_laws(folder: Path) -> list[Article]:
    """The labelled articles, without those marked to be skipped."""
    index = [line.split("\t") for line in (folder / "INDEX.tsv").read_text(encoding="utf-8").splitlines()]
    titles = {row[0]: row[index[0].index("title")] for row in index[1:]}
    return [
        _article(json.loads(line), titles[path.stem])
        for path in sorted(folder.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if json.loads(line)["polarity"] != "skip"
    ]


def read_neutral(path: Path) -> list[Article]:
    """The articles on other subjects."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [_article({**row, "polarity": "neutral", "labels": []}, row["law"]) for row in rows]


def _article(row: dict, title: str) -> Article:
    spans = tuple(Span(span["start"], span["end"]) for span in row.get("spans") or ())
    return Article(title, row["part"], row["heading"], row["text"], row["polarity"], tuple(row["labels"]), spans)


def flags(
    articles: Sequence[Article], classifier: NgramClassifier, polarity: Polarity = Polarity.RESTRICTIVE
) -> tuple[np.ndarray, np.ndarray]:
    """One row for each article: families called, and labels called."""
    provisions = [(i, provision) for i, article in enumerate(articles) for provision in article.provisions()]
    families, labels = classifier.heads.families, classifier.heads.labels
    by_family = np.zeros((len(articles), len(families)), dtype=bool)
    by_label = np.zeros((len(articles), len(labels)), dtype=bool)
    for (i, _), judgement in zip(provisions, classifier.judge([provision for _, provision in provisions]), strict=True):
        for call in judgement.calls:
            if call.polarity is polarity:
                by_family[i, families.index(call.label.partition(".")[0])] = True
                by_label[i, labels.index(call.label)] = True
    return by_family, by_label


def truth(articles: Sequence[Article], classifier: NgramClassifier) -> tuple[np.ndarray, np.ndarray]:
    """What people say, in the shape of `flags`."""
    kept = [article.labels if article.polarity == "restrictive" else () for article in articles]
    families = np.array([[any(label.startswith(f + ".") for label in labels) for f in classifier.heads.families] for labels in kept])
    return families, np.array([[label in labels for label in classifier.heads.labels] for labels in kept])


def evidence_f1(articles: Iterable[Article], classifier: NgramClassifier) -> float:
    """Mean word F1 of the evidence of flagged restrictive articles, judged whole, against the deciding words."""
    marked = [article for article in articles if article.spans]
    whole = [ProvisionText(text=a.text, heading=a.heading, parts=(a.part,) if a.part else (), law=a.law) for a in marked]
    results = []
    for article, judgement in zip(marked, classifier.judge(whole), strict=True):
        if given := [span for call in judgement.calls for span in call.evidence]:
            results.append(overlap(article.text, given, article.spans))
    return float(np.mean(results))


def row(result: Score) -> str:
    return f"{result.name:38} P {result.precision:.3f}  R {result.recall:.3f}  F1 {result.f1:.3f}  support {result.support}"


def report_corpus(cache: Path, classifier: NgramClassifier) -> list[str]:
    """The card's own numbers: each tradition judged by a model that never saw it."""
    card = card_from_json(card_path(cache, classifier.model_id).read_text(encoding="utf-8"))
    quality = card.quality
    head = f"our corpus, unseen traditions: {quality.provisions} provisions of {card.examples} examples, model {card.model_id}"
    scores = (quality.any, quality.families, quality.labels, quality.enabling, *quality.by_family, *quality.by_label)
    tail = f"calibration error {quality.calibration_error:.4f}   evidence F1 {quality.evidence_f1:.3f}"
    return [head, *map(row, scores), tail]


def report_laws(classifier: NgramClassifier) -> list[str]:
    """Real laws and neutral articles, all unseen."""
    articles = read_laws(SHARED / "laws")
    (families, labels), (true_families, true_labels) = flags(articles, classifier), truth(articles, classifier)
    scores = [score("any restriction", families.any(axis=1), true_families.any(axis=1))]
    scores += [score(name, families[:, i], true_families[:, i]) for i, name in enumerate(classifier.heads.families)]
    scores += [score("families", families, true_families), score("labels", labels, true_labels)]
    neutral = read_neutral(SHARED / "neutral" / "articles.jsonl")
    pages = sum(len(article.text.split()) for article in neutral) / WORDS_A_PAGE
    alarms = int(flags(neutral, classifier)[0].any(axis=1).sum())
    return [
        f"\nreal laws: {len(articles)} articles",
        *map(row, scores),
        f"macro F1 over families {np.mean([entry.f1 for entry in scores[1:7]]):.3f}   evidence F1 {evidence_f1(articles, classifier):.3f}",
        f"false alarms per 100 neutral pages {100 * alarms / pages:.1f} ({alarms} of {len(neutral)} articles, {pages:.0f} pages)",
    ]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        cache = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder)
        classifier = load_or_train(cache)
        lines = report_corpus(cache, classifier)
        lines += report_laws(classifier) if SHARED.is_dir() else ["\nno labelled laws beside the project: that part is left out"]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
