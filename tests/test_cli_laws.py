"""A file that holds several laws: one alert each, in one stream where the form can be joined, else in files of their own."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from flows.form import Form
from flows.rendering import Order
from flows.scan import Failure, Scan, Scanned
from flows.wiring import Court
from pipeline.analysis import Analysis
from tests.analyses import bill, quiet
from tests.fakes import word_judges


class Gazette(Scan):
    """Whatever file it is given, two laws are in it."""

    def analyses(self, data: bytes, path: Path) -> tuple[Analysis, ...]:
        second = bill()
        return bill(), replace(quiet(), law=replace(second.law, title="Second Bill"))


def scanned(tmp_path: Path, form: Form, *, one_stream: bool) -> Scanned | Failure:
    path = tmp_path / "gazette.txt"
    path.write_text("Two laws.")
    court = Court(lambda: word_judges(tmp_path, lambda _step: None))
    return next(Gazette(court, Order(form, one_stream=one_stream)).files([path]))


def test_json_is_a_line_for_each_law(tmp_path):
    found = scanned(tmp_path, Form.JSON, one_stream=True)
    lines = b"".join(found.alerts).decode().splitlines()
    assert [json.loads(line)["document"]["title"] for line in lines] == ["Community Organisations Bill, 2031", "Second Bill"]


def test_a_table_has_its_heads_once_in_one_stream_and_once_in_each_file(tmp_path):
    stream = b"".join(scanned(tmp_path, Form.CSV, one_stream=True).alerts).decode()
    assert stream.count("\ufefffile,law") == 1
    assert len(list(csv.reader(io.StringIO(stream)))) == 1 + len(bill().findings)
    assert all(alert.decode().startswith("\ufefffile,law") for alert in scanned(tmp_path, Form.CSV, one_stream=False).alerts)


def test_text_says_where_the_next_law_begins(tmp_path):
    text = b"".join(scanned(tmp_path, Form.TEXT, one_stream=True).alerts).decode()
    assert text.count("\n" + "=" * 80 + "\n\n") == 1
    assert text.index("=" * 80) < text.index("Second Bill")


@pytest.mark.parametrize("form", [Form.HTML, Form.AKN, Form.DOCX])
def test_a_form_that_holds_one_law_asks_for_a_folder(form, tmp_path):
    failure = scanned(tmp_path, form, one_stream=True)
    assert (failure.code, "--out" in failure.remedy) == ("several_laws", True)
    assert len(scanned(tmp_path, form, one_stream=False).alerts) == 2
