"""What real law teaches comes back as it was packed, breaks loudly, and holds no text."""

from __future__ import annotations

import io
import re
from importlib.resources import files

import numpy as np
import pytest

import models
from corpus.taxonomy import load_taxonomy
from models.encoder.reader import adapter_digest
from models.heads import heads_of
from models.real_law import packed, real_law_bytes, unpacked
from pipeline.errors import ModelRefused
from tests.small_model import real_law

EXACT = ("labels", "polarity", "sure", "doubt", "look_alike", "jurisdiction", "twin", "law", "article")


def test_what_is_packed_comes_back():
    law = real_law()
    back = unpacked(packed(law))
    for name in EXACT:
        np.testing.assert_array_equal(getattr(back, name), getattr(law, name), err_msg=name)
    assert (back.counts != law.counts).nnz == 0
    np.testing.assert_allclose(back.answers, law.answers, rtol=2e-3, atol=1e-3)
    assert (back.label_names, back.adapter, len(back)) == (law.label_names, law.adapter, len(law))


def test_packing_again_loses_nothing():
    source = packed(real_law())
    assert packed(unpacked(source)) == source


def file_of(**arrays: np.ndarray) -> bytes:
    out = io.BytesIO()
    np.savez_compressed(out, **arrays)
    return out.getvalue()


def changed(**arrays: np.ndarray) -> bytes:
    with np.load(io.BytesIO(packed(real_law()))) as kept:
        return file_of(**{**{name: kept[name] for name in kept.files}, **arrays})


def one_array() -> bytes:
    out = io.BytesIO()
    np.save(out, np.zeros(3))
    return out.getvalue()


def flipped(at: float) -> bytes:
    source = bytearray(packed(real_law()))
    source[int(len(source) * at)] ^= 0xFF
    return bytes(source)


@pytest.mark.parametrize(
    "source",
    [
        b"",
        b"no file of numbers",
        packed(real_law())[:2000],
        packed(real_law())[:-200],
        flipped(0.2),
        flipped(0.6),
        one_array(),
        file_of(labels=np.zeros(3)),
        changed(label_names=np.array([{"a": 1}], dtype=object)),  # would need a pickle
        changed(columns=np.full(5, 1 << 30, dtype=np.uint32)),  # counts that do not fit
        changed(twin=np.full(len(real_law()), 250, dtype=np.uint8)),  # a jurisdiction without a name
    ],
    ids=["empty", "text", "head", "cut", "flip", "flip late", "one array", "few arrays", "object", "counts", "names"],
)
def test_broken_bytes_are_refused(source: bytes):
    with pytest.raises(ModelRefused, match="cannot be read"):
        unpacked(source)


committed = pytest.mark.skipif(not files(models).joinpath("real_law.npz").is_file(), reason="models/real_law.npz has not been made")
NAME = re.compile(r"[a-z]{2} | [a-z]{2}-[a-z0-9-]{1,40} | neutral:\ .{1,200} | [a-z_]+\.[a-z_]+ | [0-9a-f]{64} |", re.VERBOSE)


@committed
def test_the_committed_file_holds_numbers_and_names_only():
    with np.load(io.BytesIO(real_law_bytes()), allow_pickle=False) as kept:
        arrays = {name: kept[name] for name in kept.files}
    texts = {name: array for name, array in arrays.items() if array.dtype.kind not in "biuf"}
    assert texts.keys() == {"law_names", "places", "label_names", "adapter"}
    strangers = [text for array in texts.values() for text in array.ravel().tolist() if not NAME.fullmatch(text)]
    assert strangers == []
    assert texts["law_names"].size < 1000
    assert arrays["columns"].max() < 2**20, "a word is a column, not a number that could be turned back into it"


@committed
def test_the_committed_file_is_small_and_fits_what_is_committed_beside_it():
    source = real_law_bytes()
    law = unpacked(source)
    assert len(source) < 5_000_000
    assert law.adapter == adapter_digest(), "python -m models.extract"
    assert law.label_names == heads_of(load_taxonomy()).labels
    assert law.answers.shape == (len(law), heads_of(load_taxonomy()).count)


@committed
def test_the_committed_file_hangs_together():
    law = unpacked(real_law_bytes())
    assert set(law.twin.tolist()) - {""} <= set(law.jurisdiction.tolist())
    assert not (law.twin == law.jurisdiction).any()
    assert set(np.unique(law.polarity).tolist()) == {-1, 0, 1}
    assert ((law.polarity != 0) == law.labels.any(axis=1)).all()
    for name in np.unique(law.law):
        assert len(set(law.jurisdiction[law.law == name].tolist())) == 1, name
    assert np.isfinite(law.answers).all()
