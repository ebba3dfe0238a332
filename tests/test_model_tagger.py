"""Which words decide is learnt from marked ones: a word's own meaning, its neighbours, and what it adds to the score."""

from __future__ import annotations

import numpy as np
import pytest

from models.lessons import lessons_of
from models.ngrams import words_of
from models.tagger import Tagger, fit_tagger, tagger_of
from tests.small_model import HEADS, examples, trained, unseen

PLACES = ["gate", "bridge", "market", "field", "harbour", "square", "mill", "hall"]
TEXTS = [f"The clerk of the {one} keeps a list and no band plays without leave near the {two}." for one in PLACES for two in PLACES]


def marked_of(text: str) -> np.ndarray:
    return np.array([word in ("without", "leave") for word in words_of(text)])


def silence(text: str) -> np.ndarray:
    return np.zeros(len(words_of(text)))


def test_what_was_marked_in_other_texts_is_likely_here():
    tagger = fit_tagger([(text, silence(text), marked_of(text)) for text in TEXTS])
    text = "Nobody fishes in the pond without leave of the warden."
    likely = dict(zip(words_of(text), tagger.likely(text, silence(text)), strict=True))
    assert min(likely["without"], likely["leave"]) > 2 * max(p for word, p in likely.items() if word not in ("without", "leave"))


def test_what_a_word_adds_to_the_score_is_heard():
    chance = np.random.default_rng(4)
    texts = [" ".join(f"w{n}" for n in chance.integers(500, size=30)).replace("w", "word ") for _ in range(80)]
    adds = [chance.normal(size=len(words_of(text))) for text in texts]
    tagger = fit_tagger([(text, added, added > 1) for text, added in zip(texts, adds, strict=True)])
    assert tagger.signals[0] > 0.05
    flat, loud = np.zeros(60), np.zeros(60)
    loud[20] = 3.0
    text = "word 7 " * 30
    assert tagger.likely(text, loud)[20] > tagger.likely(text, flat)[20] + 0.2


@pytest.mark.parametrize("text", ["", "…", "Leave"])
def test_short_texts_are_no_trouble(text: str):
    tagger = fit_tagger([(one, silence(one), marked_of(one)) for one in TEXTS[:9]])
    likely = tagger.likely(text, silence(text))
    assert likely.shape == (len(words_of(text)),)
    assert np.isfinite(likely).all()


def test_a_lesson_where_all_or_nothing_is_marked_teaches_nothing():
    told = [(text, silence(text), marked_of(text)) for text in TEXTS[:20]]
    more = [*told, ("leave", np.zeros(1), np.array([True])), ("The list.", np.zeros(2), np.array([False, False]))]
    assert numbers(fit_tagger(more)) == numbers(fit_tagger(told))


def numbers(tagger: Tagger) -> tuple[list[float], list[float], float]:
    return tagger.weights[tagger.weights != 0].tolist(), tagger.signals.tolist(), tagger.intercept


def test_on_unseen_articles_marked_words_are_likelier_than_others():
    words, idf = trained().knowledge.learnt.words, trained().knowledge.idf
    tagger = tagger_of(lessons_of(examples()), HEADS, lambda head, columns: words.weights[columns, head] * idf[columns])
    gaps = []
    for example in unseen():
        if example.deciding and example.polarity:
            at = [example.text.index(piece) for _, piece in example.deciding]
            before = [len(words_of(example.text[:start])) for start in at]
            inside = {
                k for start, (_, piece) in zip(before, example.deciding, strict=True) for k in range(start, start + len(words_of(piece)))
            }
            likely = tagger.likely(example.text, silence(example.text))
            if 0 < len(inside) < len(likely):
                chosen = np.isin(np.arange(len(likely)), list(inside))
                gaps.append(likely[chosen].mean() - likely[~chosen].mean())
    assert len(gaps) > 50
    assert np.mean(np.array(gaps) > 0) > 0.75
