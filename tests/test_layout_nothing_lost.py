"""Every word that is not furniture is in the text once, in spans that tile it, with its own box."""

from __future__ import annotations

import pickle
from collections import Counter
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.document import Document
from pipeline.layout import lay_out
from pipeline.read import read
from pipeline.reading import Reading, ReadPage, Word
from pipeline.span import Box, Span
from tests.typed_pages import NARROW, PROSE, laid, lines, page, typed

PDFS = Path("../shared/pdfs")

_STEMS = ("roll", "keeper", "court", "(a)", "12.", "1", "section", "of", "Part", "§", "ship-", "*", "الأولى", "x")


def _tag(i: int) -> str:
    """A tail of letters that no other word has, and that makes no word look like a page number."""
    return f"jq{chr(97 + i // 26)}{chr(97 + i % 26)}"


@st.composite
def _pages(draw: st.DrawFn) -> ReadPage:
    """Words thrown on a page at random places, sizes and styles: nothing that a printer would set."""
    count = draw(st.integers(0, 40))
    words = []
    for i in range(count):
        x, y = draw(st.integers(0, 500)), draw(st.integers(0, 780))
        size = draw(st.sampled_from((0.0, 5.0, 8.0, 10.0, 24.0)))
        text = draw(st.sampled_from(_STEMS)) + _tag(i)
        words.append(Word(text, x, y, x + 5 * len(text), y + (size or 10.0), size, draw(st.booleans()), hyphen=draw(st.booleans())))
    return ReadPage(draw(st.integers(1, 3)), 595.0, 842.0, Box(1, 0, 0, 595, 842), tuple(words))


def _assert_sound(document: Document) -> None:
    """Lines in order and one separator apart; each word's own box under its span."""
    end = 0
    for line in document.lines:
        assert line.span.start == (end + 1 if end else 0)
        assert document.text[line.span.start - 1] in " \n" or not end
        assert len(line.span) > 0
        end = line.span.end
    assert end == len(document.text)
    starts = list(document.places.starts)
    assert starts == sorted(starts)
    for start, stop in zip(document.places.starts, document.places.ends, strict=True):
        assert start < stop <= len(document.text)


@given(_pages())
@settings(max_examples=60, deadline=None)
def test_words_thrown_on_a_page_come_back_once(sheet: ReadPage) -> None:
    document = laid(sheet)
    _assert_sound(document)
    assert [i for i in range(len(sheet.words)) if document.text.count(_tag(i)) != 1] == []


@given(st.lists(st.sampled_from([*PROSE, *NARROW, "PART II", "(a) a list;", "12. Rolls are open."]), min_size=1, max_size=12))
@settings(max_examples=40, deadline=None)
def test_printed_lines_come_back_word_by_word(texts: list[str]) -> None:
    sheet = page(1, *(typed(f"w{i} {text}", y=80 + 13 * i) for i, text in enumerate(texts)))
    document = laid(sheet)
    _assert_sound(document)
    assert Counter(document.text.split()) == Counter(word.text for word in sheet.words)
    for word, start, stop in zip(sheet.words, document.places.starts, document.places.ends, strict=True):
        assert document.text[start:stop] == word.text
        box = document.boxes(Span(start, stop))[0]
        assert (box.x0, box.top) == pytest.approx((word.x0, word.top), abs=0.01)


@pytest.mark.skipif(not PDFS.is_dir(), reason="needs ../shared/pdfs, which lies beside the project on the machines of those who build it")
@pytest.mark.parametrize("path", sorted(PDFS.glob("[abg]*/*.pdf")), ids=lambda path: path.stem)
def test_real_prints_lose_only_furniture(path: Path) -> None:
    reading = read(path.read_bytes(), path.name)
    document = lay_out(reading, sha256="0" * 64, name=path.name)
    _assert_sound(document)
    printed = Counter(_letters(word.text) for sheet in reading.pages for word in sheet.words if word.upright and not word.struck)
    kept = Counter(_letters(word) for word in document.text.split())
    glued = "".join(sorted(_letters(document.text)))
    assert not kept - printed or sum((kept - printed).values()) < 0.02 * sum(kept.values()), "only halves of broken words may be new"
    assert len(glued) >= 0.9 * sum(len(word) * count for word, count in printed.items())


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


def test_a_long_act_is_laid_out_in_linear_time_and_pickled_fast() -> None:
    pages = tuple(page(i, *(lines(*PROSE, y=60 + 90 * k) for k in range(8))) for i in range(1, 121))
    few, many = Reading("pdf", pages=pages[:30]), Reading("pdf", pages=pages)
    times = []
    for reading in (few, many):
        before = perf_counter()
        document = lay_out(reading, sha256="0" * 64, name="long.pdf")
        times.append((perf_counter() - before) / len(reading.pages))
    assert times[1] < 3 * times[0] + 0.001
    assert len(pickle.dumps(document)) < 110 * len(document.places.starts)
