"""What is learnt of unseen jurisdictions really is: nothing of those left out is looked at, and shuffled labels fall to chance."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, is_dataclass, replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse
from sklearn.metrics import roc_auc_score

from models.cited import Cites
from models.fit import fit_sparse
from models.heads import answer
from models.learn import FOLDS, Learnt, Sieve, by_article, groups, learn, probability
from models.material import Drafted, Material, Real, material_of, squashed
from models.stack import Place, fit_stack
from pipeline.taxonomy import Polarity
from tests.small_model import HEADS, LABELS, TAXONOMY, examples, real_law

JURISDICTIONS = ("aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh")
ROWS, DRAFTED, WORDS = 640, 200, 60
ANY = HEADS.any_restrictive


def truth_of(count: int, chance: np.random.Generator) -> np.ndarray:
    """A third restrict, a tenth frees, the others are neutral."""
    kinds = chance.choice(["r", "e", "n"], size=count, p=[0.35, 0.1, 0.55])
    polarity = {"r": Polarity.RESTRICTIVE, "e": Polarity.ENABLING, "n": None}
    drawn = [LABELS[i] for i in chance.integers(len(LABELS), size=count)]
    return np.array([answer([label] if kind != "n" else [], polarity[kind], HEADS) for label, kind in zip(drawn, kinds, strict=True)])


def words_of(truth: np.ndarray, chance: np.random.Generator) -> sparse.csr_matrix:
    """Each question has a word that tells, among many that tell nothing."""
    rows = np.hstack([truth * 0.6, np.zeros((len(truth), WORDS - truth.shape[1]))]) + (chance.random((len(truth), WORDS)) < 0.1) * 0.5
    return sparse.csr_matrix(rows.astype(np.float32))


def made_up() -> Material:
    chance = np.random.default_rng(11)
    drafted, truth = truth_of(DRAFTED, chance), truth_of(ROWS, chance)
    place = np.arange(ROWS)
    jurisdiction = np.array(JURISDICTIONS)[place % len(JURISDICTIONS)]
    real = Real(
        words=words_of(truth, chance),
        answers=squashed((np.where(truth, 2.0, -3.0) + 3 * chance.normal(size=truth.shape)).astype(np.float32)),
        truth=truth,
        weights=np.where(place % 50 == 0, 0.0, np.where(place % 7 == 0, 0.5, 1.0)),
        laws=(place % 24).astype(np.int64),
        articles=(place // 2).astype(np.int64),
        jurisdiction=jurisdiction,
        twin=np.where((place % 9 == 4) & (jurisdiction != "aa"), "aa", ""),
        look_alike=place % 24 >= 16,
        labelled=place % 24 < 20,
        place=Place((chance.random((ROWS, 3)) < 0.3) * 1.0, place // 2, Cites(place[::5], (place[::5] // 2 + 12) % (ROWS // 2))),
    )
    return Material(HEADS, np.ones(WORDS, dtype=np.float32), Drafted(words_of(drafted, chance), drafted), real, DRAFTED)


@cache
def material() -> Material:
    return made_up()


@cache
def learnt_of_all() -> Learnt:
    return learn(material())


def numbers_of(thing: object) -> list[np.ndarray]:
    """Every number of it, in order."""
    if is_dataclass(thing):
        return [array for field in fields(thing) for array in numbers_of(getattr(thing, field.name))]
    return [array for each in thing for array in numbers_of(each)] if isinstance(thing, tuple) else [np.asarray(thing)]


def same(one: Learnt, other: Learnt) -> bool:
    return all(np.array_equal(a, b) for a, b in zip(numbers_of(one), numbers_of(other), strict=True))


def garbled(given: Material, rows: np.ndarray) -> Material:
    """These rows of real law say nonsense: other words, other answers, all labels turned round, another weight."""
    chance, real = np.random.default_rng(99), given.real
    words, answers, truth, weights = real.words.tolil(copy=True), real.answers.copy(), real.truth.copy(), real.weights.copy()
    signs = real.place.signs.copy()
    signs[rows] = 100.0
    words[rows] = chance.normal(size=(int(rows.sum()), words.shape[1])).astype(np.float32) * 50
    answers[rows] = chance.normal(size=answers[rows].shape) * 100
    truth[rows] = ~truth[rows]
    weights[rows] = 1000.0
    place = replace(real.place, signs=signs)
    return replace(given, real=replace(real, words=words.tocsr(), answers=answers, truth=truth, weights=weights, place=place))


@pytest.mark.parametrize("without", [("aa",), ("bb", "hh"), ("aa", "cc", "ee")])
def test_nothing_of_a_jurisdiction_left_out_is_looked_at_nor_of_its_near_copies(without: tuple[str, ...]):
    real = material().real
    hidden = np.isin(real.jurisdiction, without) | np.isin(real.twin, without)
    assert same(learn(material(), without), learn(garbled(material(), hidden), without))


def test_whatever_is_not_left_out_is_looked_at():
    real = material().real
    twins = real.twin == "aa"
    assert twins.sum() > 20
    assert not same(learn(material(), ["bb"]), learn(garbled(material(), twins), ["bb"]))
    assert not same(learnt_of_all(), learn(garbled(material(), real.jurisdiction == "aa")))


def test_learning_twice_gives_the_same_numbers():
    assert same(learnt_of_all(), learn(made_up()))


def scored(learnt: Learnt, real: Real, rows: np.ndarray) -> np.ndarray:
    """Log-odds of any restriction, the full way, as a classifier would give them."""
    words, answers = learnt.words.scores(real.words[rows]), learnt.answers.scores(real.answers[rows])
    own = real.place.among(np.flatnonzero(rows))
    return learnt.full.stack.log_odds([words, answers, real.answers[rows]], real.laws[rows], HEADS, own)[:, ANY]


def unseen_auc(given: Material) -> float:
    """How often a restriction of a held-out pair of jurisdictions scores above what is none, all pairs pooled."""
    real, out = given.real, np.zeros(ROWS)
    for pair in zip(JURISDICTIONS[::2], JURISDICTIONS[1::2], strict=True):
        rows = real.inside(pair)
        out[rows] = scored(learn(given, pair), real, rows)
    return float(roc_auc_score(real.truth[:, ANY], out))


def shuffled(given: Material) -> Material:
    """The same rows with each other's labels."""
    chance = np.random.default_rng(5)
    drafted = replace(given.drafted, truth=given.drafted.truth[chance.permutation(DRAFTED)])
    return replace(given, drafted=drafted, real=replace(given.real, truth=given.real.truth[chance.permutation(ROWS)]))


def test_what_is_there_is_learnt_and_what_is_not_there_is_not():
    assert unseen_auc(material()) > 0.9
    assert unseen_auc(shuffled(material())) == pytest.approx(0.5, abs=0.08)


SIZES = st.dictionaries(st.sampled_from([f"j{i}" for i in range(20)]), st.integers(1, 60), min_size=1)


@given(SIZES, st.randoms())
def test_groups_are_whole_balanced_and_the_same_in_any_order(sizes: dict[str, int], random):
    names = [name for name, size in sizes.items() for _ in range(size)]
    found = groups(names)
    assert sorted(name for group in found for name in group) == sorted(sizes)
    assert len(found) == min(FOLDS, len(sizes))
    assert all(found)
    filled = sorted(sum(sizes[name] for name in group) for group in found)
    assert filled[-1] - filled[0] <= max(sizes.values()), "the largest was put where it was the emptiest"
    random.shuffle(names)
    assert groups(names) == found


def test_what_is_weighed_comes_from_models_that_never_saw_the_jurisdiction():
    real, drafted = material().real, material().drafted
    words = np.zeros((ROWS, HEADS.count))
    for group in groups(real.jurisdiction.tolist()):
        rest = ~np.isin(real.jurisdiction, list(group)) & ~np.isin(real.twin, list(group)) & (real.weights > 0)
        model = fit_sparse(sparse.vstack([drafted.words, real.words[rest]]), np.vstack([drafted.truth, real.truth[rest]]))
        mine = real.inside(group)
        words[mine] = model.scores(real.words[mine])
    stack = fit_stack([words], real.laws, real.truth, real.weights, HEADS)
    for ours, theirs in zip(numbers_of(stack), numbers_of(learnt_of_all().fast.stack), strict=True):
        np.testing.assert_allclose(ours, theirs, rtol=1e-3, atol=1e-4)


def test_it_says_which_countries_are_judged_unseen():
    said: list[str] = []
    learn(material(), say=said.append)
    assert [line for line in said if line.startswith("judging")] == [f"judging countries never seen, {i} of 6" for i in range(1, 7)]
    assert Counter(map(len, groups(list(material().real.jurisdiction)))) == {1: 4, 2: 2}


def test_the_sieve_lets_restrictions_through_and_spares_the_reader_much():
    learnt, real = learnt_of_all(), material().real
    fast = learnt.fast.stack.log_odds([learnt.words.scores(real.words)], real.laws, HEADS)
    read = learnt.sieve.reads(fast, HEADS)
    assert read[real.truth[:, ANY]].mean() > 0.95
    assert read.mean() < 0.9
    assert learnt.sieve.unread.shape == (HEADS.count,)
    assert np.isfinite(learnt.sieve.unread).all()
    assert learnt.sieve.unread[ANY] < real.answers[real.truth[:, ANY], ANY].mean(), "what is not read is taken for neutral"


def test_a_sieve_looks_at_restrictions_and_freedoms():
    rows = np.full((3, HEADS.count), 9.0)
    rows[:, [ANY, HEADS.any_enabling]] = [[-1.0, -1.0], [2.0, -1.0], [-1.0, 2.0]]
    assert Sieve(0.0, np.zeros(HEADS.count)).reads(rows, HEADS).tolist() == [False, True, True]


def test_an_article_is_as_sure_as_its_surest_window():
    rows = np.array([[0.1, 0.9], [0.8, 0.2], [0.3, 0.3], [0.2, 0.4]])
    assert by_article(rows, np.array([7, 2, 7, 2])).tolist() == [[0.8, 0.4], [0.3, 0.9]]


@given(st.floats(-1e6, 1e6))
def test_log_odds_are_probabilities_without_overflow(value: float):
    assert 0 <= float(probability(np.array([value]))[0]) <= 1


def test_material_keeps_what_real_law_says():
    law, given_material = real_law(), material_of(examples(), TAXONOMY, real_law())
    real = given_material.real
    restricting = (law.polarity == 1) & law.labels.any(axis=1)
    assert real.truth[law.sure, ANY].tolist() == restricting[law.sure].tolist()
    unsure = real.articles[~law.sure]
    carried = [real.weights[~law.sure][unsure == article].tolist() for article in set(unsure.tolist())]
    assert all(sorted(weights) == [*[0.0] * (len(weights) - 1), 0.5] for weights in carried)  # the likeliest window stands for it
    for article in set(unsure.tolist()):
        own = ~law.sure & (real.articles == article)
        assert real.truth[own, ANY].any() == restricting[own].any()
    assert set(real.weights[law.sure & law.doubt].tolist()) == {0.5}
    assert len(set(real.laws.tolist())) == 12
    assert (np.abs(real.answers) <= 1).all()
    assert given_material.drafted.truth.shape[1] == HEADS.count


def test_real_law_of_another_codebook_is_refused():
    with pytest.raises(ValueError, match="other labels"):
        material_of(examples()[:5], TAXONOMY, replace(real_law(), label_names=("a.b",)))
