"""Keeps the trained model under a cache folder: trained at first use, loaded afterwards, never trusted unseen.

A card names the file by its content, and the card's own name carries the digest of what the model was trained from, so a
new corpus never meets an old model. Both are written beside their place and renamed into it, the card last: whoever reads
at that moment finds all or nothing, and two processes that train at once do not disturb each other.
"""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Callable
from pathlib import Path
from tempfile import NamedTemporaryFile

from corpus.examples import load_examples
from corpus.taxonomy import load_taxonomy
from models.card import Card, card_from_json, installed_libraries
from models.classifier import NgramClassifier
from models.train import Trained, corpus_digest, train, training_digest
from pipeline.errors import ModelRefused


def load_or_train(cache: Path, *, on_progress: Callable[[str], None] | None = None) -> NgramClassifier:
    """The classifier for this corpus: from `cache`, or trained and stored there.

    `on_progress` is told, in a few words, each step of training. ModelRefused when the stored file is not the one that
    its card describes.
    """
    say = on_progress or _silent
    return load_or_make(cache, training_digest(), lambda model_id: train(load_examples(), load_taxonomy(), model_id, say), say)


def load_or_make(cache: Path, training: str, make: Callable[[str], Trained], say: Callable[[str], None]) -> NgramClassifier:
    """The model that was trained from what `training` digests: from `cache`, or made under its id and stored there.

    A folder that cannot be written costs the next run its time, no more.
    """
    model_id = f"ngram-{training[:12]}"
    stored = load(cache, model_id, training)
    if stored is not None:
        return stored
    trained = make(model_id)
    try:
        store(cache, trained, training)
    except OSError as error:
        say(f"the model could not be kept for the next run ({error})")
    return trained.classifier


def card_path(cache: Path, model_id: str) -> Path:
    """Where a model's card lies."""
    return cache / f"{model_id}.json"


def model_path(cache: Path, card: Card) -> Path:
    """Where the model that a card describes lies."""
    return cache / f"{card.model_id}-{card.sha256[:12]}.joblib"


def store(cache: Path, trained: Trained, training: str) -> Card:
    """Write the model, then its card; each appears whole or not at all. OSError when the folder cannot be written."""
    import joblib  # noqa: PLC0415 (only needed where a model is stored or loaded)

    packed = io.BytesIO()
    joblib.dump(trained.classifier, packed)
    source = packed.getvalue()
    card = Card(
        model_id=trained.classifier.model_id,
        sha256=hashlib.sha256(source).hexdigest(),
        training=training,
        corpus=corpus_digest(),
        taxonomy_version=load_taxonomy().version,
        examples=trained.examples,
        lessons=trained.lessons,
        libraries=installed_libraries(),
        quality=trained.quality,
    )
    cache.mkdir(parents=True, exist_ok=True)
    _write(model_path(cache, card), source)
    _write(card_path(cache, card.model_id), card.to_json().encode())
    return card


def load(cache: Path, model_id: str, training: str) -> NgramClassifier | None:
    """The stored model; None where there is none for this training and these libraries. ModelRefused for a changed file."""
    path = card_path(cache, model_id)
    try:
        card = card_from_json(path.read_text(encoding="utf-8"))
        source = model_path(cache, card).read_bytes()
    except OSError:
        return None
    except (ValueError, KeyError, TypeError) as error:
        raise ModelRefused(f"the card of the stored model cannot be read ({path})") from error
    if (card.training, card.libraries) != (training, installed_libraries()):
        return None
    if hashlib.sha256(source).hexdigest() != card.sha256:
        raise ModelRefused(f"the stored model is not the one that its card describes ({model_path(cache, card)})")
    return _unpacked(source)


def _unpacked(source: bytes) -> NgramClassifier:
    import joblib  # noqa: PLC0415

    classifier = joblib.load(io.BytesIO(source))
    if not isinstance(classifier, NgramClassifier):
        raise ModelRefused("the stored file holds something else than a model")
    return classifier


def _write(path: Path, source: bytes) -> None:
    """Write beside `path` and rename into place."""
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as beside:
        try:
            beside.write(source)
            beside.flush()
            os.fsync(beside.fileno())
            os.replace(beside.name, path)
        except OSError:
            Path(beside.name).unlink(missing_ok=True)
            raise


def _silent(step: str) -> None:
    """No progress is wanted."""
