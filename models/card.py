"""What lies beside a stored model and says what it is."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from importlib.metadata import version
from typing import Any

from models.quality import Quality, Score

LIBRARIES = ("numpy", "scipy", "scikit-learn", "joblib", "onnxruntime", "onnx", "tokenizers")
"""What the stored file or its numbers depend on: another version of one means that the model is trained anew."""


@dataclass(frozen=True, slots=True)
class Card:
    """A model's name, the digest of its file, what it was trained from and what it is worth.

    `sha256` is of the file of what was learnt, `encoder` of the encoder's; `training` of all that makes the model, `corpus`
    of our examples and the taxonomy, `adapter` of the encoder's adapter. `fast` and `full` are its worth without and with
    the encoder.
    """

    model_id: str
    sha256: str
    encoder: str
    training: str
    corpus: str
    adapter: str
    taxonomy_version: str
    examples: int
    real_windows: int
    libraries: tuple[tuple[str, str], ...]
    fast: Quality
    full: Quality

    def to_json(self) -> str:
        """The card as it is stored."""
        return json.dumps(asdict(self), indent=1) + "\n"


def card_from_json(source: str) -> Card:
    """The card that `to_json` wrote; ValueError, KeyError or TypeError for anything else."""
    raw = json.loads(source)
    if not isinstance(raw, dict):
        raise TypeError("a card is an object")
    fast, full = (_quality(raw.pop(name)) for name in ("fast", "full"))
    libraries = tuple((str(name), str(number)) for name, number in raw.pop("libraries"))
    return Card(**raw, libraries=libraries, fast=fast, full=full)


def _quality(raw: dict[str, Any]) -> Quality:
    return Quality(
        any=Score(**raw["any"]),
        families=Score(**raw["families"]),
        labels=Score(**raw["labels"]),
        enabling=Score(**raw["enabling"]),
        by_family=tuple(Score(**entry) for entry in raw["by_family"]),
        by_label=tuple(Score(**entry) for entry in raw["by_label"]),
        calibration_error=float(raw["calibration_error"]),
        evidence_f1=float(raw["evidence_f1"]),
        articles=int(raw["articles"]),
    )


def installed_libraries() -> tuple[tuple[str, str], ...]:
    """The libraries' versions in this environment."""
    return tuple((name, version(name)) for name in LIBRARIES)
