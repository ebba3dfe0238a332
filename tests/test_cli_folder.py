"""Names of alerts in a folder: after the original, counted on, never twice, never an original's."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.folder import Folder, NotWritable
from flows.settings import BadSetting, read_settings


def names(out: Path, suffix: str, sources: list[tuple[str, int]]) -> list[list[str]]:
    """The names that each source's alerts get, of a source and how many laws it holds."""
    folder = Folder(out, suffix, [out / source for source, _ in sources])
    return [[p.name for p in folder.put(out / source, [b"x"] * laws)] for source, laws in sources]


@pytest.mark.parametrize(
    ("sources", "expected", "why"),
    [
        ([("bill.pdf", 1)], [["bill.json"]], "one law"),
        ([("gazette.pdf", 3)], [["gazette.json", "gazette-2.json", "gazette-3.json"]], "several laws"),
        ([("a/bill.pdf", 1), ("b/bill.pdf", 1)], [["bill.json"], ["bill-2.json"]], "the same stem"),
        ([("a/bill.pdf", 2), ("b/bill.docx", 1)], [["bill.json", "bill-2.json"], ["bill-3.json"]], "the same stem, several laws"),
        ([("bill.pdf", 2), ("bill-2.pdf", 1)], [["bill.json", "bill-3.json"], ["bill-2.json"]], "a name kept for the file that bears it"),
        ([("a/Bill.pdf", 1), ("b/bill.pdf", 1)], [["Bill.json"], ["bill-2.json"]], "disks that do not tell letters apart"),
        ([("bill.v2.pdf", 1)], [["bill.v2.json"]], "a dot within the name"),
        ([(".pdf", 1)], [[".pdf.json"]], "nothing but an ending"),
        ([("bill.pdf", 2), ("bill-2.json", 1)], [["bill.json", "bill-3.json"], ["bill-2-2.json"]], "an original stands there"),
    ],
)
def test_names(sources, expected, why, tmp_path):
    assert names(tmp_path, "json", sources) == expected, why


def test_an_original_in_the_way_is_known_before_anything_is_read(tmp_path):
    folder = Folder(tmp_path, "pdf", [tmp_path / "bill.pdf", tmp_path / "sub" / "act.pdf"])
    assert folder.would_cover(tmp_path / "bill.pdf")
    assert not folder.would_cover(tmp_path / "sub" / "act.pdf")


def test_an_earlier_run_is_written_over(tmp_path):
    for words in (b"old", b"new"):
        Folder(tmp_path, "json", [tmp_path / "bill.pdf"]).put(tmp_path / "bill.pdf", [words])
    assert [p.read_bytes() for p in tmp_path.iterdir()] == [b"new"]


def test_what_cannot_be_written_says_so_and_leaves_nothing(tmp_path):
    source = tmp_path / ("x" * 252 + ".pdf")
    with pytest.raises(NotWritable, match="too long"):
        Folder(tmp_path, "json", [source]).put(source, [b"x"])
    assert list(tmp_path.iterdir()) == []


def test_settings_are_our_own_where_nothing_is_said():
    settings = read_settings({})
    assert settings.cache.name == "clausewatch"
    assert settings.limits.read.pages == 5_000


def test_settings_come_from_the_environment():
    given = {"CLAUSEWATCH_CACHE": "/var/models", "CLAUSEWATCH_SECONDS": "20", "CLAUSEWATCH_MEMORY": "900", "CLAUSEWATCH_PAGES": " 12 "}
    settings = read_settings(given)
    assert settings.cache == Path("/var/models")
    assert (settings.limits.process.seconds, settings.limits.process.stall_seconds) == (20, 20)
    assert (settings.limits.process.memory, settings.limits.read.pages) == (900_000_000, 12)


@pytest.mark.parametrize("value", ["0", "-1", "1.5", "ten", "²", "9" * 12])
def test_a_setting_that_is_no_number_is_refused(value):
    with pytest.raises(BadSetting, match="CLAUSEWATCH_PAGES"):
        read_settings({"CLAUSEWATCH_PAGES": value})
