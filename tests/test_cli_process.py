"""The command as a process: fast help, a closed pipe, an interrupt, and no traceback whatever happens."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.analyses import bill, pdf_of

ROOT = Path(__file__).parents[1]
RUN = "import sys; from app.cli import main; sys.exit(main())"
RUN_WITH = "import sys; from app.cli import main; from tests.fakes import {0}; sys.exit(main(load={0}))"
HEAVY = {"sklearn", "spacy", "numpy", "pdfplumber", "pikepdf", "pypdfium2", "lxml", "docx", "jinja2", "reportlab", "pydantic", "yaml"}


def command(program: str, *arguments: object) -> list[str]:
    return [sys.executable, "-c", program, *map(str, arguments)]


def run(program: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(program, *arguments), cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture
def pdf(tmp_path) -> Path:
    path = tmp_path / "bill.pdf"
    path.write_bytes(pdf_of(bill().document))
    return path


@pytest.mark.parametrize("arguments", [["--help"], ["scan", "--help"], ["--version"]])
def test_help_loads_nothing_heavy(arguments):
    listing = f"atexit.register(lambda: print('LOADED', sorted({HEAVY!r} & set(sys.modules))))"
    program = f"import atexit; import sys; {listing}; {RUN}"
    done = run(program, *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    assert "clausewatch" in done.stdout
    assert done.stdout.endswith("LOADED []\n")


def test_help_answers_at_once():
    def seconds() -> float:
        begin = time.perf_counter()
        run(RUN, "--help")
        return time.perf_counter() - begin

    assert min(seconds() for _ in range(4)) < 0.4


def test_help_names_every_option_of_the_contract():
    said = run(RUN, "scan", "--help").stdout
    for option in ("--format", "--out", "--all", "--jobs", "--password", "--fast", "text,json,html,pdf,docx,csv,akn"):
        assert option in said


@pytest.mark.parametrize("arguments", [[], ["read"], ["--nothing"], ["schema", "x"]])
def test_no_such_command_is_status_two(arguments):
    done = run(RUN, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "usage: clausewatch" in done.stderr


def test_the_schema_is_printed():
    done = run(RUN, "schema")
    assert (done.returncode, done.stderr) == (0, "")
    Draft202012Validator.check_schema(json.loads(done.stdout))


def test_a_reader_that_leaves_gets_no_traceback():
    with subprocess.Popen(command(RUN, "schema"), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        err = process.stderr.read()
        process.wait(60)
    assert (err, process.returncode) == (b"", 141)


def test_an_interrupt_ends_with_130_and_one_line(pdf):
    program = command(RUN_WITH.format("endless_judges"), "scan", pdf)
    with subprocess.Popen(program, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr.readline() == "waiting\n"
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, "", "clausewatch: interrupted\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_behind_standard_output_is_one_line(pdf):
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            command(RUN_WITH.format("word_judges"), "scan", pdf),
            cwd=ROOT,
            env={name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"},  # as on most machines
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "No space left" in done.stderr


def test_a_folder_that_takes_no_more_fails_the_file_and_leaves_no_half_alert(pdf, tmp_path):
    out = tmp_path / "o"
    (out / "bill.txt").mkdir(parents=True)
    done = run(RUN_WITH.format("word_judges"), "scan", pdf, "--out", out)
    assert done.returncode == 1
    assert ": not_writable: " in done.stderr
    assert os.listdir(out) == ["bill.txt"]
