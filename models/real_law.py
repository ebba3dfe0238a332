"""What real law teaches, without a word of it: for each window of 70 labelled laws and of neutral ones, numbers and labels.

`python -m models.extract` makes the file from the laws beside the project; here it is only read. Counts are hashed, the
encoder's answers rounded.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.features import WIDTH
from pipeline.errors import ModelRefused

Floats = NDArray[np.float32]
_UNREADABLE = (ValueError, KeyError, IndexError, TypeError, OSError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error)
"""What numpy, scipy and zipfile raise for bytes that are something else, or broken."""


@dataclass(frozen=True, eq=False)
class RealLaw:
    """One row for each window, in the order of the laws.

    `counts` are the sparse rows of `models.features.counted`, `answers` the encoder's log-odds. `labels` is true
    where the window carries the label (a column for each label of `label_names`), `polarity` 1 for restrictive, -1 for
    enabling, 0 for neutral. `sure` is False where only the whole article's labels are known, `doubt` True where a second
    reader could well decide otherwise. `law` and `article` cite, `jurisdiction` is a code, `look_alike` marks laws on
    other subjects in the same words, `twin` names another jurisdiction that has nearly the same article ("" for none), and
    `adapter` is the digest of the adapter that gave `answers`. `signs` are the rows of `models.signs.signs`; `citing` and
    `cited` pair the row of a window with the first row of an article that it cites.
    """

    counts: Any
    answers: Floats
    labels: NDArray[np.bool_]
    label_names: tuple[str, ...]
    polarity: NDArray[np.int8]
    sure: NDArray[np.bool_]
    doubt: NDArray[np.bool_]
    look_alike: NDArray[np.bool_]
    jurisdiction: NDArray[np.str_]
    twin: NDArray[np.str_]
    law: NDArray[np.str_]
    article: NDArray[np.int32]
    signs: NDArray[np.uint8]
    citing: NDArray[np.int64]
    cited: NDArray[np.int64]
    adapter: str

    def __len__(self) -> int:
        return len(self.polarity)


def real_law_bytes() -> bytes:
    """The file as it is committed."""
    return files(__package__).joinpath("real_law.npz").read_bytes()


def packed(real: RealLaw) -> bytes:
    """As bytes, small."""
    plain = ("labels", "polarity", "sure", "doubt", "look_alike", "signs")
    arrays: dict[str, Any] = {name: getattr(real, name) for name in plain}
    names, law = np.unique(real.law, return_inverse=True)
    places, both = np.unique(np.concatenate([real.jurisdiction, real.twin]), return_inverse=True)
    out = io.BytesIO()
    np.savez_compressed(
        out,
        **arrays,
        columns=real.counts.indices.astype(np.uint32),
        times=np.minimum(real.counts.data, 255).astype(np.uint8),
        ends=real.counts.indptr.astype(np.uint32),
        answers=real.answers.astype(np.float16),
        law_names=names,
        law=law.astype(np.uint16),
        places=places,
        jurisdiction=both[: len(real)].astype(np.uint8),
        twin=both[len(real) :].astype(np.uint8),
        article=real.article.astype(np.uint16),
        citing=real.citing.astype(np.uint16),
        cited=real.cited.astype(np.uint16),
        label_names=np.array(real.label_names),
        adapter=np.array(real.adapter),
    )
    return out.getvalue()


def unpacked(source: bytes) -> RealLaw:
    """The other way. ModelRefused for bytes that are something else."""
    from scipy import sparse  # noqa: PLC0415 (only needed where a model is made)

    try:
        with np.load(io.BytesIO(source), allow_pickle=False) as kept:
            part = {name: kept[name] for name in kept.files}
        matrix = (part["times"].astype(np.float32), part["columns"].astype(np.int32), part["ends"].astype(np.int32))
        return RealLaw(
            counts=sparse.csr_matrix(matrix, shape=(len(part["polarity"]), WIDTH)),
            answers=part["answers"].astype(np.float32),
            labels=part["labels"],
            label_names=tuple(map(str, part["label_names"])),
            polarity=part["polarity"],
            sure=part["sure"],
            doubt=part["doubt"],
            look_alike=part["look_alike"],
            jurisdiction=part["places"][part["jurisdiction"]],
            twin=part["places"][part["twin"]],
            law=part["law_names"][part["law"]],
            article=part["article"].astype(np.int32),
            signs=part["signs"],
            citing=part["citing"].astype(np.int64),
            cited=part["cited"].astype(np.int64),
            adapter=str(part["adapter"]),
        )
    except _UNREADABLE as error:
        raise ModelRefused("the file of what real law teaches cannot be read") from error
