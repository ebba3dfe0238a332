"""The adapter: what our own drafting taught the encoder, as low-rank changes of its weights, and a head that answers."""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.encoder.base import LAYERS, base_weights
from pipeline.errors import ModelRefused

Floats = NDArray[np.float32]
_UNREADABLE = (ValueError, KeyError, TypeError, OSError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error)
"""What numpy and zipfile raise for bytes that are no adapter, or a broken one."""
_PARTS = (
    "attention.self.query",
    "attention.self.key",
    "attention.self.value",
    "attention.output.dense",
    "intermediate.dense",
    "output.dense",
)


@dataclass(frozen=True, eq=False)
class Adapter:
    """`arrays` holds for every adapted matrix its factors `<name>.A` (rank, in) and `<name>.B` (out, rank), and the head's
    `head.weight` (questions, features) and `head.bias`. `questions` names the head's rows in order. `scale` multiplies B·A.
    `taught_by` says what it was learnt from.
    """

    arrays: Mapping[str, Floats]
    questions: tuple[str, ...]
    scale: float
    taught_by: Mapping[str, Any]


def adapted_matrices() -> tuple[str, ...]:
    """The names of the matrices that an adapter changes, in order."""
    return tuple(f"encoder.layer.{layer}.{part}" for layer in range(LAYERS) for part in _PARTS)


def adapter_bytes() -> bytes:
    """The adapter as it is committed."""
    return files(__package__).joinpath("adapter.npz").read_bytes()


def packed(adapter: Adapter) -> bytes:
    """An adapter as bytes: half precision, which loses nothing that a score shows."""
    card = {"questions": adapter.questions, "scale": adapter.scale, "taught_by": dict(adapter.taught_by)}
    arrays: dict[str, Any] = {name: array.astype(np.float16) for name, array in adapter.arrays.items()}
    arrays["card"] = np.frombuffer(json.dumps(card, sort_keys=True).encode(), dtype=np.uint8)
    out = io.BytesIO()
    np.savez_compressed(out, **arrays)
    return out.getvalue()


def unpacked(source: bytes) -> Adapter:
    """The other way. ModelRefused for bytes that are not an adapter."""
    try:
        with np.load(io.BytesIO(source), allow_pickle=False) as kept:
            arrays = {name: kept[name] for name in kept.files}
        card = json.loads(arrays.pop("card").tobytes())
        floats = {name: array.astype(np.float32) for name, array in arrays.items()}
        return Adapter(floats, tuple(card["questions"]), float(card["scale"]), card["taught_by"])
    except _UNREADABLE as error:
        raise ModelRefused("the encoder's adapter cannot be read") from error


def merged(adapter: Adapter) -> dict[str, Any]:
    """The encoder's weights with the adapter's changes in them, and its head. Raises ModelRefused."""
    weights = base_weights()
    for name in adapted_matrices():
        change = adapter.arrays[f"{name}.B"] @ adapter.arrays[f"{name}.A"]
        weights[f"{name}.weight"] = weights[f"{name}.weight"] + np.float32(adapter.scale) * change
    return {**weights, "head.weight": adapter.arrays["head.weight"], "head.bias": adapter.arrays["head.bias"]}
