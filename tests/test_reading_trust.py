"""Garbage behind a page is told from the words of any real page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.read.trust import is_impossible, suspicion

SHARED = Path(__file__).parent.parent.parent / "shared"
SENTENCE = "No person shall light a lantern on the quay without the leave of the keeper given under section 12A".split()  # noqa: SIM905


@pytest.mark.parametrize(
    "word",
    [
        "lantern",
        "12A",
        "s.3(2)(b)",
        "141A(1)(a)",
        "35-A",
        "§3506.",
        "S.R.O.",
        "NGOs",
        "PLJ",
        "Ksh.500,000",
        "and/or",
        "1st",
        "20th",
        "2nd)",
        "WhatsApp",
        "McKenna",
        "rhythm",
        "Knightsbridge",
        "http://lanterns.example/acts?id=12&lang=en",
        "keeper@quay.example",
        "C:\\acts\\12.doc.html",
        "Blvd.",
        "tax1",  # a footnote's mark
        "marriage]2",
        "ntirenganya",
        "Abanyarwanda",
        "d'œuvre",
        "المادة",
        "статья",
        "νόμος",
        "teams\u037e",  # the Greek question mark that some fonts give for a semicolon
        "…………",
    ],
)
def test_words_that_print_has(word: str) -> None:
    assert not is_impossible(word)


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("l1ghtn1ng", "figures for letters"),
        ("Е1$Вт", "signs and figures in letters"),
        ("la~ntern", "a sign in a word"),
        ("pеrson", "a Cyrillic letter in an English word"),
        ("lnthrn", "no vowel"),
        ("qwrtpsdfgh", "seven consonants"),
        ("lanTERnQuay", "capitals anywhere"),
        ("keepeR", "a capital at the end"),
        ("aaaaaah", "one letter over and over"),
        ("’>in", "a sign at the edge of letters"),
    ],
)
def test_words_that_no_print_has(word: str, why: str) -> None:
    assert is_impossible(word), why


@pytest.mark.parametrize(
    ("words", "unmapped", "text"),
    [
        (SENTENCE, 0.5, ""),
        (["\ue001\ue002\ue003", "\ue004\ue005", "\ue006"], 0.0, ""),
        (["\ufffd\ufffd", "\ufffd", "lantern"], 0.0, ""),
        (["(cid:12)(cid:9)", "(cid:4)", "quay"], 0.0, ""),
        (["q"], 0.0, "\x01\x02\x03\x04\x05q"),
        ([w.translate(str.maketrans("aeiou", "kxzqv")) for w in SENTENCE * 3], 0.0, ""),
        (["7KH", "0LQLVWHU", "PD\\", "UHIXVH", "D", "OLFHQFH", "WR", "DQ\\", "SHUVRQ"] * 9, 0.0, ""),  # glyph numbers taken for letters
        ([c for w in SENTENCE for c in (w[:2], w[2:4]) if c] * 3, 0.0, ""),  # words in splinters
        (["N0", "pers0n", "sha11", "1ight", "a", "1antern", "0n", "the", "quay"] * 3, 0.0, ""),  # bad recognition
    ],
)
def test_garbage_is_told(words: list[str], unmapped: float, text: str) -> None:
    assert suspicion(words, unmapped, text)


@pytest.mark.parametrize(
    "words",
    [
        SENTENCE,
        [],
        ["12", "13", "14."],
        ["PROPOSALS", "on", "DSKJLSW7X2PROD", "SGM"],
        ["Subs.", "by", "Ordi.", "No.", "CXXXI", "of", "2002,", "PLJ", "Fed.", "St.", "167."] * 20,
        ["HCFC-22", "R-134a", "CF3Br", "kg", "t", "m3", "100", "200"] * 5 + SENTENCE * 3,
        ["Lantern4all"] * 40 + SENTENCE * 3,  # one odd name, however often
        ["•", "\uf0b7", "lantern", *SENTENCE],  # a bullet in a font of its own
    ],
)
def test_real_pages_are_believed(words: list[str]) -> None:
    assert suspicion(words, 0.0) == ""


@pytest.mark.skipif(not (SHARED / "drafted").exists(), reason="../shared is absent")
def test_no_drafted_article_is_suspected() -> None:
    suspected = []
    for path in sorted((SHARED / "drafted").glob("**/*.jsonl")):
        for row in path.read_text().splitlines():
            text = json.loads(row)["text"]
            if suspicion(text.split(), 0.0, text):
                suspected.append((path.name, text[:60]))
    assert suspected == []
