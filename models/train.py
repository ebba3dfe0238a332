"""From the corpus, and what real law teaches, to all that a classifier knows."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.resources import files

from corpus.examples import Example, corpus_files
from corpus.taxonomy import taxonomy_bytes
from models.classifier import Knowledge
from models.fit import added
from models.learn import Learnt, learn
from models.lessons import lessons_of
from models.material import Material, material_of
from models.real_law import RealLaw, real_law_bytes
from models.tagger import tagger_of
from pipeline.taxonomy import Taxonomy


@dataclass(frozen=True, eq=False)
class Trained:
    """What was learnt, from how many examples of ours and how many windows of real law."""

    knowledge: Knowledge
    examples: int
    real_windows: int


def train(
    examples: Sequence[Example], taxonomy: Taxonomy, real: RealLaw, on_progress: Callable[[str], None] = lambda _step: None
) -> Trained:
    """Learn. The same input gives the same model on one machine. `on_progress` is told each step in a few words."""
    import sklearn.linear_model  # noqa: F401, PLC0415 (only training needs it; what is loaded by now is held to one thread)
    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]  # noqa: PLC0415

    with threadpool_limits(limits=1):  # more threads wait for each other on few cores, and sum in another order each time
        on_progress("reading the corpus")
        material = material_of(examples, taxonomy, real)
        return Trained(knowledge_of(material, learn(material, say=on_progress), examples), len(examples), len(real))


def knowledge_of(material: Material, learnt: Learnt, examples: Sequence[Example]) -> Knowledge:
    """What was learnt of labels, and which words to show for them."""
    return Knowledge(
        material.heads, material.idf, learnt, tagger_of(lessons_of(examples), material.heads, partial(added, learnt.words, material.idf))
    )


def corpus_digest() -> str:
    """SHA-256 of the examples and the taxonomy."""
    digest = hashlib.sha256(taxonomy_bytes())
    for name, source in corpus_files():
        digest.update(name.encode() + source)
    return digest.hexdigest()


def training_digest() -> str:
    """SHA-256 of all that makes a model: corpus, what real law teaches, adapter, and the code of this package."""
    digest = hashlib.sha256(corpus_digest().encode() + real_law_bytes())
    for folder in (files(__package__), files(__package__).joinpath("encoder")):
        for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
            if file.name.endswith((".py", ".npz")):
                digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()
