"""Runs the encoder over the passages of a law."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.encoder.passage import Passage

Floats = NDArray[np.float32]
_TOKENS = 4096
"""Tokens in a batch at most: bounds the memory, and a batch of passages of one length wastes nothing on filling up."""


class Encoder:
    """The graph of `models.encoder.graph`, ready to run on `threads` cores."""

    def __init__(self, graph: bytes, threads: int = 0) -> None:
        from onnxruntime import InferenceSession, SessionOptions  # noqa: PLC0415 (loads a large library)

        options = SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        self._session = InferenceSession(graph, options, providers=["CPUExecutionProvider"])

    def read(self, passages: Sequence[Passage]) -> tuple[Floats, Floats]:
        """Features and answers (log-odds), one row for each passage."""
        order = sorted(range(len(passages)), key=lambda i: len(passages[i].ids))
        parts = [(batch, self._run([passages[i] for i in batch])) for batch in _batches(passages, order)]
        if not parts:
            return np.zeros((0, 0), np.float32), np.zeros((0, 0), np.float32)
        back = np.argsort(np.concatenate([batch for batch, _ in parts]))
        features, answers = (np.concatenate([out[k] for _, out in parts])[back] for k in (0, 1))
        return features, answers

    def _run(self, batch: Sequence[Passage]) -> Any:  # noqa: ANN401
        length = max(len(passage.ids) for passage in batch)
        ids, own = np.zeros((len(batch), length), np.int64), np.zeros((len(batch), length), np.int64)
        for row, passage in enumerate(batch):
            ids[row, : len(passage.ids)] = passage.ids
            own[row, passage.context : len(passage.ids)] = 1
        return self._session.run(["features", "answers"], {"ids": ids, "own": own})


def _batches(passages: Sequence[Passage], order: Sequence[int]) -> Iterator[list[int]]:
    """Passages of about the same length together."""
    batch: list[int] = []
    for i in order:
        if batch and (len(batch) + 1) * len(passages[i].ids) > _TOKENS:
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch
