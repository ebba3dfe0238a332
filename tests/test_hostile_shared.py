"""Every given file that is broken, locked or malicious gives a result or one clear error, in time."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from flows.limits import ProcessLimits
from flows.reading import Limits, read_file
from pipeline.errors import ClausewatchError, WrongPassword

PDFS = Path(__file__).parent.parent.parent / "shared" / "pdfs"
HOSTILE = sorted((PDFS / "hostile").glob("*.pdf"))
LIMITS = Limits(process=ProcessLimits(seconds=60, stall_seconds=30))
ERRORS = {
    "bad_dict_key_1020226": "damaged",
    "enc_aes_256_password": "encrypted",
    "enc_pdfplumber_password": "encrypted",
    "enc_rc4_128_password": "encrypted",
    "encrypted_bad_flate_19484": "encrypted",
    "git_lfs_pointer": "damaged",
    "not_a_pdf_text": "damaged",
    "password_bug1782186": "encrypted",
    "password_issue3371": "encrypted",
    "password_print_protection": "encrypted",
    "password_utf8": "encrypted",
    "poppler_742_fuzzed": "damaged",
    "zero_bytes": "empty",
}
PROBLEMS = {
    "bad_text_layer_english": {"bad_text_layer"},
    "huge_mono_image": {"no_text_layer"},
    "mixed_text_and_scan": {"no_text_layer"},
    "scan_rotated_180": {"no_text_layer"},
    "truetype_without_cmap": {"bad_text_layer"},
    "type3_no_mapping": {"bad_text_layer"},
    "poppler_937_fuzzed": {"page_damaged"},
    "empty_page": {"no_text_layer"},
}
PASSWORDS = {
    "enc_aes_256_password": "foo",
    "enc_rc4_128_password": "foo",
    "enc_pdfplumber_password": "test",
    "password_issue3371": "ELXRTQWS",
    "password_bug1782186": "Hello",
    "password_utf8": "æøå",
    "password_print_protection": "1234",
}

pytestmark = pytest.mark.skipif(not HOSTILE, reason="../shared is absent")


@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path.stem)
def test_a_result_or_a_clear_error(path: Path) -> None:
    begun = time.monotonic()
    if path.stem in ERRORS:
        with pytest.raises(ClausewatchError) as caught:
            read_file(path, limits=LIMITS)
        assert caught.value.code == ERRORS[path.stem]
        assert "\n" not in caught.value.detail
        assert caught.value.detail
        assert caught.value.remedy
    else:
        document, laws = read_file(path, limits=LIMITS)
        codes = {problem.code for problem in document.problems}
        assert document.text or codes
        assert codes >= PROBLEMS.get(path.stem, set())
        assert laws
    assert time.monotonic() - begun < 20


@pytest.mark.parametrize(("stem", "password"), PASSWORDS.items())
def test_known_passwords_open(stem: str, password: str) -> None:
    document, _ = read_file(PDFS / "hostile" / f"{stem}.pdf", password=password, limits=LIMITS)
    assert document.pages
    with pytest.raises(WrongPassword):
        read_file(PDFS / "hostile" / f"{stem}.pdf", password="not this one", limits=LIMITS)  # noqa: S106


def test_mixed_files_keep_their_page_numbers() -> None:
    document, _ = read_file(PDFS / "hostile" / "mixed_text_and_scan.pdf", limits=LIMITS)
    assert [page.number for page in document.pages] == [1, 2]
    assert [problem.page for problem in document.problems if problem.code == "no_text_layer"] == [1]


@pytest.mark.parametrize("path", sorted(PDFS.glob("[abg]*/*.pdf")), ids=lambda path: path.stem)
def test_no_real_text_layer_is_called_garbage(path: Path) -> None:
    from pipeline.read import read  # noqa: PLC0415 - beside the flow, whose document it is checked without

    pages = read(path.read_bytes(), path.name).pages
    assert all(page.words for page in pages if not page.problems or page.number > 1)
    assert "bad_text_layer" not in [problem.code for page in pages for problem in page.problems]
