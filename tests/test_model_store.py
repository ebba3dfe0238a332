"""The stored model is loaded only if it is the one that its card describes; otherwise it is made anew or refused."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import pytest

from corpus.examples import load_examples
from corpus.taxonomy import load_taxonomy
from models.card import card_from_json
from models.store import card_path, load, load_or_make, model_path
from models.train import Trained, corpus_digest, train, training_digest
from pipeline.classifier import ProvisionText
from pipeline.errors import ModelRefused

TRAINING = "0123456789abcdef" * 4
ID = "ngram-0123456789ab"


@cache
def small(model_id: str = ID) -> Trained:
    return train(load_examples()[::10], load_taxonomy(), model_id)


class Maker:
    """Makes the small model and remembers how often it was asked to."""

    def __init__(self) -> None:
        self.made = 0
        self.said: list[str] = []

    def __call__(self, model_id: str) -> Trained:
        self.made += 1
        return small(model_id)

    def get(self, cache_folder: Path, training: str = TRAINING):
        return load_or_make(cache_folder, training, self, self.said.append)


def stored(folder: Path) -> Maker:
    maker = Maker()
    maker.get(folder)
    return maker


def model_file(folder: Path) -> Path:
    return model_path(folder, card_from_json(card_path(folder, ID).read_text()))


def test_it_is_made_once_and_judges_the_same_afterwards(tmp_path: Path):
    maker = stored(tmp_path / "new" / "folder")
    loaded = maker.get(tmp_path / "new" / "folder")
    assert maker.made == 1
    assert loaded.model_id == ID
    provisions = [ProvisionText("No club may meet without the written leave of the governor.")]
    assert loaded.judge(provisions) == small().classifier.judge(provisions)


def test_the_card_says_what_the_model_is(tmp_path: Path):
    stored(tmp_path)
    card = card_from_json(card_path(tmp_path, ID).read_text())
    assert (card.model_id, card.training, card.corpus) == (ID, TRAINING, corpus_digest())
    assert card.examples == len(load_examples()[::10])
    assert card.quality == small().quality
    assert card_from_json(card.to_json()) == card


def test_a_changed_file_is_refused_with_a_remedy(tmp_path: Path):
    stored(tmp_path)
    source = bytearray(model_file(tmp_path).read_bytes())
    source[len(source) // 2] ^= 1
    model_file(tmp_path).write_bytes(source)
    with pytest.raises(ModelRefused, match="not the one that its card describes") as refused:
        stored(tmp_path)
    assert "Delete the model's folder" in refused.value.remedy


@pytest.mark.parametrize("card", ["", "{}", "[]", "not json", '{"quality": {}}'])
def test_a_card_that_cannot_be_read_is_refused(tmp_path: Path, card: str):
    stored(tmp_path)
    card_path(tmp_path, ID).write_text(card)
    with pytest.raises(ModelRefused, match="card of the stored model cannot be read"):
        stored(tmp_path)


def _change(path: Path, **fields: object) -> None:
    path.write_text(json.dumps({**json.loads(path.read_text()), **fields}))


@pytest.mark.parametrize(
    "fields",
    [
        {"libraries": [["numpy", "0.1"]]},  # another version of a library
        {"training": "f" * 64},  # another corpus whose digest begins alike
        {"sha256": "0" * 64},  # the file that the card names is not there
    ],
)
def test_what_does_not_fit_any_more_is_made_anew(tmp_path: Path, fields: dict):
    stored(tmp_path)
    _change(card_path(tmp_path, ID), **fields)
    assert stored(tmp_path).made == 1
    assert load(tmp_path, ID, TRAINING) is not None


def test_another_corpus_is_another_model(tmp_path: Path):
    stored(tmp_path)
    maker = Maker()
    assert maker.get(tmp_path, training="fedcba" * 10).model_id == "ngram-fedcbafedcba"
    assert maker.made == 1
    assert stored(tmp_path).made == 0


def test_several_at_once_end_with_one_whole_model(tmp_path: Path):
    with ThreadPoolExecutor(4) as pool:
        models = list(pool.map(lambda _: Maker().get(tmp_path), range(8)))
    assert {model.model_id for model in models} == {ID}
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([card_path(tmp_path, ID).name, model_file(tmp_path).name])
    assert stored(tmp_path).made == 0


def test_a_folder_that_cannot_be_written_costs_time_but_no_result(tmp_path: Path):
    (tmp_path / "file").write_text("in the way")
    maker = Maker()
    assert maker.get(tmp_path / "file" / "cache").model_id == ID
    assert "could not be kept" in maker.said[-1]


def test_nothing_stored_is_nothing_loaded(tmp_path: Path):
    assert load(tmp_path, ID, TRAINING) is None


def test_the_training_digest_is_stable_and_follows_corpus_and_code():
    assert training_digest() == training_digest()
    assert training_digest() != corpus_digest()
