"""The encoder from its weights and adapter to its answers on provisions."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from models.encoder.adapter import adapter_bytes, merged, unpacked
from models.encoder.encoder import Encoder
from models.encoder.graph import graph_bytes
from models.encoder.passage import passages
from pipeline.classifier import ProvisionText


class Reader:
    """Answers questions about provisions."""

    def __init__(self, encoder: bytes, threads: int = 0) -> None:
        """`encoder` is the file that `encoder_bytes` makes; `threads` 0 means all cores."""
        self._encoder = Encoder(encoder, threads)

    def answers(self, provisions: Sequence[ProvisionText]) -> NDArray[np.float32]:
        """Log-odds: one row for each provision (the highest of its passages), one column for each question."""
        cut = passages(provisions)
        _, answers = self._encoder.read(cut)
        starts = np.flatnonzero(np.diff([passage.provision for passage in cut], prepend=-1))
        return np.asarray(np.maximum.reduceat(answers, starts, axis=0) if len(starts) else answers, dtype=np.float32)


def encoder_bytes() -> bytes:
    """The encoder's file, from the installed weights and the committed adapter; takes a second or two. Raises ModelRefused."""
    return graph_bytes(merged(unpacked(adapter_bytes())))


def adapter_digest() -> str:
    """SHA-256 of the committed adapter."""
    return hashlib.sha256(adapter_bytes()).hexdigest()
