"""What the fast model sees of a provision: the words of its text, of its heading, and of the law and part it stands in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.ngrams import Places, counts, encode
from pipeline.classifier import ProvisionText


@dataclass(frozen=True)
class Field:
    """A part of a provision's context: how long its n-grams are, how many columns they share (a power of two), and how much
    it weighs beside the text.
    """

    name: str
    order: int
    bits: int
    weight: float
    read: Callable[[ProvisionText], str]


def _text(provision: ProvisionText) -> str:
    """The lead-in governs the words after it, so the two are read as one."""
    return f"{provision.lead_in} {provision.text}" if provision.lead_in else provision.text


def _heading(provision: ProvisionText) -> str:
    return provision.heading


def _place(provision: ProvisionText) -> str:
    return " ".join((provision.law, *provision.parts))


TEXT = Field("text", 2, 18, 1.0, _text)
FIELDS = (TEXT, Field("heading", 2, 14, 0.5, _heading), Field("place", 1, 12, 0.3, _place))
WIDTH = sum(1 << field.bits for field in FIELDS)


def counted(provisions: Sequence[ProvisionText]) -> Any:  # noqa: ANN401 (scipy has no types)
    """One sparse row of counts for each provision; the fields' columns stand side by side."""
    from scipy import sparse  # noqa: PLC0415 (only needed where provisions are judged)

    blocks = [
        counts(encode([field.read(p) for p in provisions], order=field.order, bits=field.bits), len(provisions), field.bits)
        for field in FIELDS
    ]
    return sparse.hstack(blocks, format="csr", dtype=np.float32)


def rarity(matrix: Any) -> NDArray[np.float32]:  # noqa: ANN401
    """The inverse document frequency of each column, from rows of counts (smoothed as if one text held everything)."""
    frequency = np.bincount(matrix.indices, minlength=matrix.shape[1])
    idf = np.log((1 + matrix.shape[0]) / (1 + frequency)) + 1
    return np.asarray(idf, dtype=np.float32)


def weighted(matrix: Any, idf: NDArray[np.float32]) -> Any:  # noqa: ANN401
    """Counts as tf-idf: dampened, each field of unit length times its weight."""
    from scipy import sparse  # noqa: PLC0415

    damped = matrix.copy()
    damped.data = ((1 + np.log(damped.data)) * idf[damped.indices]).astype(np.float32)
    scale = np.zeros_like(damped.data)
    rows = np.repeat(np.arange(damped.shape[0]), np.diff(damped.indptr))
    edge = 0
    for field in FIELDS:
        inside = (damped.indices >= edge) & (damped.indices < edge + (1 << field.bits))
        squares = np.bincount(rows[inside], damped.data[inside] ** 2, minlength=damped.shape[0])
        scale[inside] = field.weight / np.sqrt(squares[rows[inside]])
        edge += 1 << field.bits
    damped.data = (damped.data * scale).astype(np.float32)
    return sparse.csr_matrix(damped)


def places(text: str) -> Places:
    """Where in the text of one provision which columns begin; the text's columns are the first of the matrix."""
    return encode([text], order=TEXT.order, bits=TEXT.bits)
