"""The laws beside the project, read again from their texts: evidence, severity, lengths, and the yardstick that lies with them."""

from __future__ import annotations

import importlib.util
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from corpus.examples import load_examples
from models.classifier import Classifier, Knowledge
from models.extract import Article, cut, labelled, neutral
from models.material import Material
from models.real_law import RealLaw
from models.train import knowledge_of
from pipeline.classifier import Call, Judgement, ProvisionText
from pipeline.document import Document, Places
from pipeline.finding import Finding
from pipeline.judge import judge
from pipeline.provision import Law, Provision
from pipeline.span import Span
from pipeline.taxonomy import Polarity, Taxonomy
from tests.bench.folds import Unseen

SHARED = Path(__file__).parents[2].parent / "shared"


@dataclass(frozen=True, eq=False)
class Kept:
    """Stands in for the encoder: its answers as they were kept, looked up by the window."""

    rows: Mapping[ProvisionText, int]
    kept: Any

    def answers(self, provisions: Sequence[ProvisionText]):
        """KeyError for a window that was never read."""
        return self.kept[[self.rows[provision] for provision in provisions]]


@dataclass(frozen=True, eq=False)
class Beside:
    """The labelled articles by law, and how long every article is."""

    laws: Mapping[str, list[Article]]
    lengths: Mapping[tuple[str, int], int]


@dataclass(frozen=True, eq=False)
class Reread:
    """An article with the restrictive findings on it; their spans are into `text`."""

    article: Article
    findings: tuple[Finding, ...]
    start: int

    def evidence(self) -> list[Span]:
        """The words shown, each stretch once."""
        return sorted({span.shift(-self.start) for finding in self.findings for span in finding.evidence})

    def rightly(self) -> Reread:
        """With only those findings of which people name the family too."""
        families = {label.partition(".")[0] for label in self.article.row["labels"]}
        return replace(self, findings=tuple(f for f in self.findings if f.label.partition(".")[0] in families))


def read_beside() -> Beside | None:
    """None where the laws are not there."""
    if not (SHARED / "laws").is_dir():
        return None
    articles = labelled(SHARED / "laws")
    laws: dict[str, list[Article]] = {}
    for article in articles:
        laws.setdefault(article.law, []).append(article)
    every = [*articles, *neutral(SHARED / "neutral" / "articles.jsonl")]
    return Beside(laws, {(article.law, article.row["n"]): len(article.row["text"]) for article in every})


def kept_answers(beside: Beside, real: RealLaw) -> Kept:
    """The encoder's answers by window. ValueError where the file was made of other windows than these."""
    windows = [(article, provision) for own in beside.laws.values() for article in own for provision, *_ in cut(article)]
    cited = [(article.law, article.row["n"]) for article, _ in windows]
    if cited != list(zip(real.law[: len(cited)].tolist(), real.article[: len(cited)].tolist(), strict=True)):
        raise ValueError("what is kept of real law was made of other windows: python -m models.extract ../shared models/real_law.npz")
    return Kept({provision: i for i, (_, provision) in enumerate(windows)}, real.answers)


def knowledge_by_law(beside: Beside, unseen: Unseen, material: Material) -> dict[str, Knowledge]:
    """For each law what is known where its jurisdiction was left out, with the words to show taught on top of it."""
    of_fold = {id(learnt): knowledge_of(material, learnt, load_examples()) for learnt in unseen.learnt}
    return {law: of_fold[id(unseen.fold_of(articles[0].jurisdiction))] for law, articles in beside.laws.items()}


def reread(beside: Beside, known: Mapping[str, Knowledge], taxonomy: Taxonomy, reader: Kept | None) -> Iterator[Reread]:
    """Every labelled article as the whole program judges it, out of fold; with a `reader` the full way."""
    for law, articles in beside.laws.items():
        yield from judged(articles, Classifier("out of fold", known[law], reader), taxonomy)


def judged(articles: Sequence[Article], classifier, taxonomy: Taxonomy) -> Iterator[Reread]:
    """The articles of one law as the whole program judges them, an article a provision."""
    document, law = printed(articles)
    findings, _ = judge(document, law, classifier, taxonomy)
    for article, provision in zip(articles, law.provisions, strict=True):
        own = (f for f in findings if f.provision.eid == provision.eid and f.polarity is Polarity.RESTRICTIVE)
        yield Reread(article, tuple(own), provision.span.start)


def printed(articles: Sequence[Article]) -> tuple[Document, Law]:
    """A document that holds one law, every article a provision of its own."""
    text, provisions = "", []
    for number, article in enumerate(articles):
        row = article.row
        span = Span(len(text), len(text) + len(row["text"]))
        parents = (row["part"],) if row["part"] else ()
        eid = f"sec_{number}"
        provisions.append(
            Provision(eid, "section", row["article"], row["heading"], span, parents, article=eid, citation=row["article"], judged=True)
        )
        text += row["text"] + "\n"
    title = articles[0].title
    document = Document("0" * 64, articles[0].law, "text", title, "en", text, (), (), Places())
    return document, Law(title, "act", Span(0, len(text)), tuple(provisions))


class Labeller:
    """Stands in for the classifier: says of the articles of one law what people say."""

    model_id = "people"
    expected_missed = None

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = articles

    def judge(self, provisions: Sequence[ProvisionText]) -> list[Judgement]:
        """One judgement for each article, in order; only restrictions are called."""
        return [_labels(article) for article, _ in zip(self._articles, provisions, strict=True)]


def _labels(article: Article) -> Judgement:
    labels = article.row["labels"] if article.row["polarity"] == "restrictive" else []
    return Judgement(tuple(Call(label, Polarity.RESTRICTIVE, 1.0, ()) for label in labels), ())


def predictions(unseen: Unseen, way: str) -> list[dict[str, Any]]:
    """One entry for each labelled article, as the yardstick beside the laws reads it.

    A family that is called as a freedom speaks once, so as a restriction it is put just below the threshold.
    """
    said, heads = unseen.ways[way], unseen.heads
    rows = []
    for i in np.flatnonzero(unseen.articles.labelled):
        cut_at, given, flags = said.threshold[i], said.probabilities[i, heads.restrictive], said.flags[i, heads.restrictive]
        shown = np.where(flags | (given < cut_at), given, cut_at - 1e-6)
        rows.append(
            {
                "law": str(unseen.articles.law[i]),
                "n": int(unseen.articles.number[i]),
                "threshold": float(cut_at),
                "probability": dict(zip(heads.families, map(float, shown), strict=True)),
            }
        )
    return rows


def yardstick(rows: Sequence[Mapping[str, Any]]) -> tuple[list[str], float, float, float]:
    """What `score.py` beside the laws says of predictions: its lines, and in them any, micro and macro F1."""
    spec = importlib.util.spec_from_file_location("yardstick", SHARED / "laws" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    texts, labels, keys = module.load()
    by_key = {(row["law"], row["n"]): row for row in rows}
    scores = np.array([[by_key[key]["probability"][family] for family in module.FAMILIES] for key in keys])
    flags = scores >= np.array([[by_key[key]["threshold"]] for key in keys])
    out = io.StringIO()
    with redirect_stdout(out):
        module.report(flags, scores, labels, texts)
    lines = out.getvalue().splitlines()
    found = [re.findall(r"F1 (\d\.\d+)", line) for line in (lines[0], lines[-1])]
    return lines, float(found[0][0]), float(found[1][0]), float(found[1][1])


def save(path: Path, rows: Sequence[Mapping[str, Any]]) -> None:
    """One JSON object a line."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
