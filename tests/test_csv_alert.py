"""The table of findings opens in a spreadsheet, and nothing in it runs there."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from pipeline.alert.csv import COLUMNS, LONGEST_CELL, to_csv
from pipeline.analysis import Analysis
from pipeline.provision import Law
from tests.analyses import bill, codebook, hostile, quiet


def rows(analysis: Analysis) -> list[dict[str, str]]:
    made = to_csv(analysis, codebook())
    assert made.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(made.removeprefix("\ufeff"), newline="")))


def test_one_row_a_finding_in_the_order_of_the_law():
    found = rows(bill())
    assert [row["eid"] for row in found] == [f.provision.eid for f in bill().findings]
    assert found[0].keys() == set(COLUMNS)
    first = found[1]
    assert (first["article"], first["provision"], first["page"], first["severity"]) == ("3", "Section 3(2)", "1", "critical")
    assert first["evidence"] == "commits an offence […] imprisonment for a term"
    assert first["facts"] == "Prison: 2 years; Fine: 5,000 EUR"
    assert float(first["probability"]) == 0.88


def test_nothing_found_leaves_the_heads_of_the_columns():
    assert to_csv(quiet(), codebook()) == "\ufeff" + ",".join(COLUMNS) + "\r\n"


def test_a_second_law_of_the_same_stream_has_no_second_head():
    assert to_csv(quiet(), codebook(), first=False) == ""
    assert to_csv(bill(), codebook(), first=False).startswith("bill.pdf,")


@pytest.mark.parametrize(
    ("heading", "cell", "why"),
    [
        ("=cmd()", "'=cmd()", "a formula"),
        ("+1", "'+1", "an old spreadsheet's formula"),
        ("-1+1", "'-1+1", "the same"),
        ("@SUM(A1)", "'@SUM(A1)", "the same"),
        ("＝cmd()", "'＝cmd()", "full width, taken for the narrow sign in some countries"),
        ("\t=cmd()", "'=cmd()", "behind white space"),
        ("Fees (=10)", "Fees (=10)", "a sign inside is none"),
        ("", "Registration required", "no heading of its own: the article's"),
    ],
)
def test_a_cell_is_never_a_formula(heading, cell, why):
    analysis = bill()
    finding = replace(analysis.findings[0], provision=replace(analysis.findings[0].provision, heading=heading))
    assert rows(replace(analysis, findings=(finding,)))[0]["heading"] == cell, why


def test_hostile_words_stay_words():
    for row in rows(hostile()):
        assert not [c for cell in row.values() for c in cell if ord(c) < 32 and c != "\n"]
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())


def test_a_cell_is_never_longer_than_a_spreadsheet_takes():
    analysis = bill()
    law = Law("word " * 20_000, "bill", analysis.law.span, analysis.law.provisions)
    assert len(rows(replace(analysis, law=law))[0]["law"]) <= LONGEST_CELL + 2
