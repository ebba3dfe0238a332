"""The samples that we ship: the bill shows every family, the look-alike law stays quiet, the PDF is what its text says."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from corpus.taxonomy import load_taxonomy
from pipeline.layout import lay_out
from pipeline.provision import Law
from pipeline.read import read
from pipeline.structure import segment
from tests.law_printer_sample import SAMPLES, print_sample
from tests.round_trip import read_back


def _laws(name: str) -> tuple[Law, ...]:
    data = (SAMPLES / name).read_bytes()
    return segment(lay_out(read(data, name), sha256=sha256(data).hexdigest(), name=name))


def test_the_printed_bill_is_the_text_source_printed() -> None:
    """Whoever edits the text prints it again: `.venv/bin/python -m tests.law_printer_sample`."""
    assert (SAMPLES / "sample_bill.pdf").read_bytes() == print_sample().pdf


def test_the_bill_comes_back_whole() -> None:
    outcome = read_back(print_sample())
    assert not outcome.failures
    assert not outcome.extra
    assert outcome.headings == outcome.articles == 51
    assert outcome.laws == 1


def test_the_look_alike_law_has_fourteen_sections() -> None:
    (law,) = _laws("neutral_law.txt")
    assert [p.number for p in law.provisions if p.eid == p.article and not p.eid.startswith(("sched", "att"))] == [
        str(n) for n in range(1, 15)
    ]
    assert {parent.split()[1] for p in law.provisions for parent in p.parents[:1]} >= {"I", "II", "III", "IV", "V"}


@pytest.fixture(scope="module")
def alerts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, list[dict[str, str]]]]:
    """Both samples scanned by the real command."""
    out = tmp_path_factory.mktemp("alerts")
    files = [str(SAMPLES / name) for name in ("sample_bill.pdf", "neutral_law.txt")]
    command = [sys.executable, "-m", "app.cli", "scan", *files, "--format", "json", "--out", str(out), "--fast"]
    program = Path(sys.executable).with_name("clausewatch")
    if program.exists():
        command[:3] = [str(program)]
    subprocess.run(command, check=True, capture_output=True, timeout=240, env=os.environ)
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in out.glob("*.json")}


def test_the_bill_shows_every_family(alerts: dict[str, dict[str, list[dict[str, str]]]]) -> None:
    found = {f["family"] for f in alerts["sample_bill"]["findings"] if f["polarity"] == "restrictive"}
    assert found == {family.id for family in load_taxonomy().families}


def test_the_bill_shows_provisions_that_protect(alerts: dict[str, dict[str, list[dict[str, str]]]]) -> None:
    assert [f for f in alerts["sample_bill"]["findings"] if f["polarity"] == "enabling"]


def test_the_look_alike_law_stays_quiet(alerts: dict[str, dict[str, list[dict[str, str]]]]) -> None:
    """Surveillance of catches, assembly of cages, notice of company meetings: the words of restrictions about other things.

    One false alarm is let pass: what a model is worth is measured on hundreds of laws, not on one.
    """
    alarms = [(f["label"], f["provision"]) for f in alerts["neutral_law"]["findings"] if f["polarity"] == "restrictive"]
    assert len(alarms) <= 1, alarms
