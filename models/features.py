"""What a model sees of a provision: the words of its text, of its heading, and of the law and part it stands in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from models.ngrams import Ngrams, Places, encode, learn_ngrams
from pipeline.classifier import ProvisionText


@dataclass(frozen=True)
class Field:
    """A part of a provision's context: how long its n-grams are and how much it weighs beside the text."""

    name: str
    order: int
    weight: float
    read: Callable[[ProvisionText], str]


def _text(provision: ProvisionText) -> str:
    """The lead-in governs the words after it, so the two are read as one."""
    return f"{provision.lead_in} {provision.text}" if provision.lead_in else provision.text


def _heading(provision: ProvisionText) -> str:
    return provision.heading


def _place(provision: ProvisionText) -> str:
    return " ".join((provision.law, *provision.parts))


FIELDS = (Field("text", 3, 1.0, _text), Field("heading", 2, 0.5, _heading), Field("place", 2, 0.4, _place))


@dataclass(frozen=True, eq=False)
class Features:
    """The vocabularies of all fields, in the order of FIELDS; their columns stand side by side."""

    fields: tuple[Ngrams, ...]
    _indexes: list[dict[str, int]] = field(default_factory=list, repr=False)

    @property
    def width(self) -> int:
        """How many columns a matrix has."""
        return sum(ngrams.width for ngrams in self.fields)

    def matrix(self, provisions: Sequence[ProvisionText]) -> Any:  # noqa: ANN401 (scipy has no types)
        """One sparse row for each provision: tf-idf, each field of unit length times its weight."""
        from scipy import sparse  # noqa: PLC0415 (only needed where provisions are judged)

        blocks = [self._block(i, [FIELDS[i].read(provision) for provision in provisions]) for i in range(len(FIELDS))]
        joined = sparse.hstack(blocks, format="csr", dtype=np.float32)
        joined.sort_indices()
        return joined

    def places(self, text: str) -> Places:
        """Where in the text of one provision which columns begin."""
        return encode([text], self.fields[0], self._index(0))

    def _block(self, i: int, texts: Sequence[str]) -> Any:  # noqa: ANN401
        from scipy import sparse  # noqa: PLC0415

        ngrams, places = self.fields[i], encode(texts, self.fields[i], self._index(i))
        columns = np.concatenate(places.columns)
        known = columns >= 0
        rows = np.tile(places.rows, 3)[known]
        ones = np.ones(len(rows), dtype=np.float32)
        counts = sparse.csr_matrix((ones, (rows, columns[known])), shape=(len(texts), ngrams.width), dtype=np.float32)
        counts.data = (1 + np.log(counts.data)) * ngrams.idf[counts.indices]
        lengths = np.sqrt(np.asarray(counts.multiply(counts).sum(axis=1)).ravel())
        scale = FIELDS[i].weight / np.where(lengths > 0, lengths, 1.0)
        return sparse.diags(scale.astype(np.float32)) @ counts

    def _index(self, i: int) -> dict[str, int]:
        """The index of a field's words, built at first use and kept."""
        if not self._indexes:
            self._indexes.extend(ngrams.index() for ngrams in self.fields)
        return self._indexes[i]


def learn_features(provisions: Sequence[ProvisionText]) -> Features:
    """The vocabularies of the provisions' fields."""
    return Features(tuple(learn_ngrams([field.read(p) for p in provisions], order=field.order) for field in FIELDS))
