"""`clausewatch scan` keeps its contract: what goes where, under which name, and with which exit status."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pikepdf
import pytest

from app.cli import main
from tests.analyses import bill, pdf_of
from tests.fakes import Terminal, broken_judges, newly_trained_judges, word_judges

PLAIN = """
                         RIVER CLUBS ACT, 2030

1. Short title. This Act may be cited as the River Clubs Act, 2030.

2. Registration. (1) No club shall meet unless it is registered under this Act.

(2) The Warden may refuse a club where in his opinion it is a nuisance.
"""


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("CLAUSEWATCH_CACHE", str(tmp_path / "cache"))


@pytest.fixture(scope="module")
def printed() -> bytes:
    return pdf_of(bill().document)


@pytest.fixture
def pdf(tmp_path, printed) -> Path:
    path = tmp_path / "bill.pdf"
    path.write_bytes(printed)
    return path


@pytest.fixture
def txt(tmp_path) -> Path:
    path = tmp_path / "clubs.txt"
    path.write_text(PLAIN)
    return path


def scan(*arguments: object, load=word_judges) -> int:
    return main(["scan", *map(str, arguments)], load=load)


def test_json_on_standard_output_is_one_line_for_the_law_and_nothing_else(pdf, capfd):
    assert scan(pdf, "--format", "json") == 0
    out, err = capfd.readouterr()
    alert = json.loads(out)
    assert out.count("\n") == 1
    assert err == ""
    assert (alert["model_id"], alert["document"]["name"], alert["document"]["pages"]) == ("words-1", "bill.pdf", 3)
    assert {f["label"] for f in alert["findings"]} >= {"registration.mandatory", "surveillance.search_access"}
    assert "provisions" not in alert


def test_all_lists_every_provision_and_fast_changes_nothing(pdf, capfd):
    assert scan("--all", "--fast", "--format", "json", pdf) == 0
    assert len(json.loads(capfd.readouterr().out)["provisions"]) >= 12


def test_options_may_stand_among_the_files(pdf, txt, tmp_path):
    assert scan(pdf, "--out", tmp_path / "o", "--format=json", txt) == 0
    assert sorted(p.name for p in (tmp_path / "o").iterdir()) == ["bill.json", "clubs.json"]


def test_text_is_the_default_form(txt, capfd):
    assert scan(txt) == 0
    out, err = capfd.readouterr()
    assert "HIGH" in out
    assert "\x1b" not in out + err


@pytest.mark.parametrize(
    ("form", "begins"), [("html", b"<!DOCTYPE html"), ("pdf", b"%PDF-"), ("docx", b"PK"), ("csv", b"\xef\xbb\xbffile"), ("akn", b"<?xml")]
)
def test_every_form_can_be_sent_to_a_pipe(form, begins, pdf, capfdbinary):
    assert scan(pdf, "--format", form) == 0
    out, err = capfdbinary.readouterr()
    assert out[:20].lower().startswith(begins.lower())
    assert err == b""


@pytest.mark.parametrize(("form", "name"), [("html", "bill.html"), ("docx", "bill.docx"), ("akn", "bill.xml"), ("text", "bill.txt")])
def test_a_file_is_named_after_the_original(form, name, pdf, tmp_path, capfd):
    assert scan(pdf, "--format", form, "--out", tmp_path / "new" / "deep") == 0
    assert [p.name for p in (tmp_path / "new" / "deep").iterdir()] == [name]
    assert capfd.readouterr() == ("", "")


def test_a_format_without_pages_is_printed_by_us(txt, capfdbinary):
    assert scan(txt, "--format", "pdf") == 0
    assert capfdbinary.readouterr().out.startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("arguments", "said", "why"),
    [
        ([], "required: FILE", "nothing to scan"),
        (["a.pdf", "b.pdf"], "--out DIR", "two alerts cannot share standard output"),
        (["a.pdf", "--format", "odt"], "invalid choice", "no such form"),
        (["a.pdf", "--jobs", "0"], "1 to 64", "nobody would work"),
        (["a.pdf", "--jobs", "many"], "1 to 64", "not a number"),
        (["a.pdf", "--form", "json"], "unrecognized", "no abbreviations: a later option must not change what a script means"),
    ],
)
def test_a_wrong_command_line_is_status_two(arguments, said, why, capfd):
    try:
        status = scan(*arguments)
    except SystemExit as leaving:
        status = leaving.code
    out, err = capfd.readouterr()
    assert (status, out) == (2, ""), why
    assert said in err


def test_out_that_is_a_file_is_status_two(pdf, capfd):
    assert scan(pdf, "--out", pdf) == 2
    assert "--out" in capfd.readouterr().err


def test_an_original_is_never_written_over(pdf, printed, capfd):
    assert scan(pdf, "--format", "pdf", "--out", pdf.parent) == 2
    assert "original" in capfd.readouterr().err
    assert pdf.read_bytes() == printed


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_a_binary_form_on_a_terminal_is_status_two(form, pdf, monkeypatch, capfd):
    monkeypatch.setattr("sys.stdout", Terminal())
    assert scan(pdf, "--format", form) == 2
    assert "terminal" in capfd.readouterr().err


def test_a_setting_that_says_nothing_usable_is_status_two(pdf, monkeypatch, capfd):
    monkeypatch.setenv("CLAUSEWATCH_PAGES", "a few")
    assert scan(pdf) == 2
    assert "CLAUSEWATCH_PAGES is 'a few'" in capfd.readouterr().err


def test_a_setting_is_obeyed(pdf, monkeypatch, capfd):
    monkeypatch.setenv("CLAUSEWATCH_PAGES", "2")
    assert scan(pdf) == 1
    assert ": too_many_pages: " in capfd.readouterr().err


@pytest.fixture
def locked(tmp_path, pdf) -> Path:
    path = tmp_path / "locked.pdf"
    with pikepdf.open(pdf) as opened:
        opened.save(path, encryption=pikepdf.Encryption(user="open me", owner="owner", R=6))
    return path


@pytest.mark.parametrize(
    ("password", "code", "why"),
    [([], "encrypted", "none was given"), (["--password", "Open Me"], "wrong_password", "capital letters count")],
)
def test_a_locked_file_says_what_it_needs(password, code, why, locked, capfd):
    assert scan(locked, *password) == 1, why
    out, err = capfd.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert f": {code}: " in err
    assert "--password" in err


@pytest.mark.parametrize("form", ["json", "html", "pdf"])
def test_a_password_opens_a_file_for_its_pictures_and_highlights_too(form, locked, capfdbinary):
    assert scan(locked, "--password", "open me", "--format", form) == 0
    out, err = capfdbinary.readouterr()
    assert err == b""
    assert b"open me" not in out
    assert form != "html" or b"data:image/" in out


def test_failures_are_one_line_each_and_the_others_are_whole(pdf, txt, tmp_path, capfd):
    empty, gone, folder, odd = tmp_path / "empty.pdf", tmp_path / "gone.pdf", tmp_path / "folder", tmp_path / "odd\n\x1b[2J.pdf"
    empty.touch()
    odd.touch()
    folder.mkdir()
    assert scan(empty, pdf, gone, folder, odd, txt, "--format", "json", "--out", tmp_path / "o") == 1
    out, err = capfd.readouterr()
    assert out == ""
    assert "\x1b" not in err
    lines = err.splitlines()
    assert [line.removeprefix(f"{tmp_path}/").split(": ")[:2] for line in lines] == [
        ["empty.pdf", "empty"],
        ["gone.pdf", "not_readable"],
        ["folder", "not_readable"],
        ["odd [2J.pdf", "empty"],
    ]
    assert all(line.endswith(".") for line in lines)
    assert sorted(p.name for p in (tmp_path / "o").iterdir()) == ["bill.json", "clubs.json"]


@pytest.mark.parametrize("jobs", [1, 3])
def test_results_come_in_the_order_of_the_files_whoever_is_first(jobs, pdf, txt, tmp_path, capfd):
    missing = [tmp_path / f"{n}.pdf" for n in range(4)]
    assert scan(missing[0], pdf, missing[1], txt, *missing[2:], "--jobs", jobs, "--out", tmp_path / "o") == 1
    assert [Path(line.split(": ")[0]) for line in capfd.readouterr().err.splitlines()] == missing


def test_files_of_the_same_name_do_not_write_over_each_other(tmp_path, printed):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "bill.pdf").write_bytes(printed)
    (tmp_path / "a" / "bill.txt").write_text(PLAIN)
    files = [tmp_path / "a" / "bill.pdf", tmp_path / "b" / "bill.pdf", tmp_path / "a" / "bill.txt"]
    assert scan(*files, "--format", "json", "--out", tmp_path / "o") == 0
    named = {p.name: json.loads(p.read_text())["document"]["name"] for p in (tmp_path / "o").iterdir()}
    assert named == {"bill.json": "bill.pdf", "bill-2.json": "bill.pdf", "bill-3.json": "bill.txt"}


def test_a_fault_of_ours_in_one_file_is_one_line_without_a_traceback(pdf, capfd):
    assert scan(pdf, load=broken_judges) == 1
    out, err = capfd.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert ": internal: RuntimeError: the model is upside down. " in err
    assert "report" in err


def test_the_first_training_is_announced_once(pdf, txt, tmp_path, capfd):
    assert scan(pdf, txt, "--out", tmp_path / "o", load=newly_trained_judges) == 0
    assert capfd.readouterr().err == "first run: training the model, about a minute and a half\n"


def test_a_file_that_cannot_be_opened_does_not_wait_for_a_model(tmp_path):
    (tmp_path / "empty.pdf").touch()

    def never(*_: object) -> None:
        raise AssertionError

    assert scan(tmp_path / "empty.pdf", load=never) == 1


def test_a_scan_opens_no_socket(pdf, txt, tmp_path, monkeypatch):
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("a scan phones nobody")

    monkeypatch.setattr(socket, "socket", refused)
    monkeypatch.setattr(socket, "create_connection", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    for form in ("json", "html", "docx"):
        assert scan(pdf, txt, "--format", form, "--out", tmp_path / form) == 0
