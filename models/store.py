"""Keeps the trained model under a cache folder: trained at first use, loaded afterwards, never trusted unseen.

A card names the files by their content, and the card's own name carries the digest of what the model was trained from, so
a new corpus never meets an old model. All are written beside their place and renamed into it, the card last: whoever reads
at that moment finds all or nothing, and two processes that train at once do not disturb each other.
"""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from corpus.examples import load_examples, load_held_out
from corpus.taxonomy import load_taxonomy
from models.card import Card, card_from_json, installed_libraries
from models.classifier import Classifier, Knowledge
from models.encoder.reader import Reader, adapter_digest, encoder_bytes
from models.quality import Quality, measure
from models.real_law import real_law_bytes, unpacked
from models.train import Trained, corpus_digest, train, training_digest
from pipeline.errors import ModelRefused


@dataclass(frozen=True)
class Made:
    """What a first use makes: what was learnt, the encoder's file, and their worth without and with the encoder."""

    trained: Trained
    encoder: bytes
    fast: Quality
    full: Quality


Say = Callable[[str], None]


def load_or_train(cache: Path, *, fast: bool = False, on_progress: Say | None = None) -> Classifier:
    """The classifier for this corpus: from `cache`, or trained and stored there; without the encoder if `fast`.

    `on_progress` is told, in a few words, each step of training. ModelRefused when a stored file is not the one that its
    card describes.
    """
    say = on_progress or (lambda _step: None)
    return load_or_make(cache, training_digest(), _make, say, fast=fast)


def _make(say: Say) -> Made:
    trained = train(load_examples(), load_taxonomy(), unpacked(real_law_bytes()), say)
    say("building the encoder")
    encoder, knowledge = encoder_bytes(), trained.knowledge
    say("measuring it")
    fast, full = (measure(_classifier("", knowledge, encoder, fast=fast), knowledge.heads, load_held_out()) for fast in (True, False))
    return Made(trained, encoder, fast, full)


def load_or_make(cache: Path, training: str, make: Callable[[Say], Made], say: Say, *, fast: bool) -> Classifier:
    """The model that was trained from what `training` digests: from `cache`, or made and stored there.

    A folder that cannot be written costs the next run its time, no more.
    """
    model_id = f"cw-{training[:12]}"
    stored = load(cache, model_id, training, fast=fast)
    if stored is not None:
        return stored
    made = make(say)
    try:
        store(cache, made, model_id, training)
    except OSError as error:
        say(f"the model could not be kept for the next run ({error})")
    return _classifier(model_id, made.trained.knowledge, made.encoder, fast=fast)


def _classifier(model_id: str, knowledge: Knowledge, encoder: bytes, *, fast: bool) -> Classifier:
    return Classifier(f"{model_id}-fast", knowledge) if fast else Classifier(model_id, knowledge, Reader(encoder))


def card_path(cache: Path, model_id: str) -> Path:
    """Where a model's card lies."""
    return cache / f"{model_id}.json"


def model_path(cache: Path, card: Card) -> Path:
    """Where what was learnt lies, of the model that a card describes."""
    return cache / f"{card.model_id}-{card.sha256[:12]}.joblib"


def encoder_path(cache: Path, card: Card) -> Path:
    """Where the encoder lies, of the model that a card describes."""
    return cache / f"encoder-{card.encoder[:12]}.onnx"


def store(cache: Path, made: Made, model_id: str, training: str) -> Card:
    """Write the model, then its card; each appears whole or not at all. OSError when the folder cannot be written."""
    import joblib  # noqa: PLC0415 (only needed where a model is stored or loaded)

    packed = io.BytesIO()
    joblib.dump(made.trained.knowledge, packed)
    source = packed.getvalue()
    card = Card(
        model_id=model_id,
        sha256=hashlib.sha256(source).hexdigest(),
        encoder=hashlib.sha256(made.encoder).hexdigest(),
        training=training,
        corpus=corpus_digest(),
        adapter=adapter_digest(),
        taxonomy_version=load_taxonomy().version,
        examples=made.trained.examples,
        real_windows=made.trained.real_windows,
        libraries=installed_libraries(),
        fast=made.fast,
        full=made.full,
    )
    cache.mkdir(parents=True, exist_ok=True)
    _write(model_path(cache, card), source)
    _write(encoder_path(cache, card), made.encoder)
    _write(card_path(cache, card.model_id), card.to_json().encode())
    return card


def load(cache: Path, model_id: str, training: str, *, fast: bool) -> Classifier | None:
    """The stored model; None where there is none for this training and these libraries. ModelRefused for a changed file."""
    path = card_path(cache, model_id)
    try:
        card = card_from_json(path.read_text(encoding="utf-8"))
        source = model_path(cache, card).read_bytes()
        encoder = b"" if fast else encoder_path(cache, card).read_bytes()
    except OSError:
        return None
    except (ValueError, KeyError, TypeError) as error:
        raise ModelRefused(f"the card of the stored model cannot be read ({path})") from error
    if (card.training, card.libraries) != (training, installed_libraries()):
        return None
    _check(source, card.sha256, model_path(cache, card))
    if not fast:
        _check(encoder, card.encoder, encoder_path(cache, card))
    return _classifier(model_id, _unpacked(source), encoder, fast=fast)


def _check(source: bytes, digest: str, path: Path) -> None:
    if hashlib.sha256(source).hexdigest() != digest:
        raise ModelRefused(f"the stored model is not the one that its card describes ({path})")


def _unpacked(source: bytes) -> Knowledge:
    import joblib  # noqa: PLC0415

    knowledge = joblib.load(io.BytesIO(source))
    if not isinstance(knowledge, Knowledge):
        raise ModelRefused("the stored file holds something else than a model")
    return knowledge


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
