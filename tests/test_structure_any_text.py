"""Whatever the text: unique eIds, spans that nest and stand in order, passages apart, and soon done."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.document import Document
from pipeline.provision import Law
from pipeline.structure import segment
from tests.structure_print import Set, document

PIECES = [
    "1. Name.—", "2. ", "2A. ", "12 bis. ", "Article 3", "Article One: ", "§ 4. ", "Sec. 5. ", "(1) ", "(a) ", "(i) ", "(ii) ", "(aa) ", "1° ", "1.1 ", "A. ",
    "PART I", "CHAPTER II—WORDS", "FIRST SCHEDULE", "ANNEX", "Provided that ", "A keeper shall light it. ", "is amended by inserting the following section:—",
    "“", "”.", '"', "‘", "’;", "Section 5 of the Lamps Act is amended to read:", "BE IT ENACTED by", "An Act to", "WHEREAS ", "LAMPS ACT, 2020", "CONTENTS",
    "OBJECTS AND REASONS", "SUMMARY", "Made this 3rd day of May", "In exercise of the powers", "; and", " under section", "\u00ad", "x" * 90, "EXPLANATORY NOTE",
]  # fmt: skip
lines = st.builds(
    Set,
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join).filter(str.strip),
    bold=st.booleans(),
    centred=st.booleans(),
    runs_on=st.booleans(),
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(lines, min_size=1, max_size=40))
def test_laws_made_of_the_segmenters_own_words_hold_together(print_: list[Set]) -> None:
    printed = document(*print_)
    laws = segment(printed)
    assert laws
    for law in laws:
        _holds_together(printed, law)
    assert all(before.span.end <= after.span.start for before, after in pairwise(laws))
    assert segment(printed) == laws


def _holds_together(printed: Document, law: Law) -> None:
    by = {p.eid: p for p in law.provisions}
    assert len(by) == len(law.provisions)
    starts = [p.span.start for p in law.provisions]
    assert starts == sorted(starts)
    for provision in law.provisions:
        assert law.span.covers(provision.span)
        assert provision.span.of(printed.text).strip()
        if provision.above:
            assert by[provision.above].span.covers(provision.span), provision.eid
            assert list(by).index(provision.above) < list(by).index(provision.eid)
        if provision.article:
            assert by[provision.article].citation == provision.citation
        if provision.lead_in:
            assert provision.judged
    assert [p.span for p in law.passages] == sorted(p.span for p in law.passages)


SOUPS = {
    "bracketed letters": ["(a) (b) (i) " * 7] * 3000,
    "bracketed letters in one paragraph": ["1. Name.—" + "(a) x; (b) y; (i) z. " * 12000],
    "quotation marks": ['“ ” “ " ‘ ’ ' * 6] * 3500,
    "quotations never closed": ["“1. The word"] * 20000,
    "numbers": [f"{n % 300}." for n in range(40000)],
    "rising numbers": [f"{n}. X" for n in range(1, 25000)],
    "enacting words": ["BE IT ENACTED", "1. X shall be"] * 6000,
    "memoranda": ["EXPLANATORY MEMORANDUM", "1. This shall"] * 6000,
    "amending words": ["Sec. 1. x is amended to read:"] * 8000,
    "schedules": ["SCHEDULE", "1. X"] * 10000,
    "dots": ["1. " + "." * 250000],
    "words for laws": ["1. is amended " + "The Act Of The Law And " * 10000],
}


@pytest.mark.parametrize("soup", SOUPS)
def test_a_quarter_of_a_megabyte_of_soup_is_soon_done(soup: str) -> None:
    printed = document(*SOUPS[soup])
    began = time.process_time()
    segment(printed)
    assert time.process_time() - began < 4
