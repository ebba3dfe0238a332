"""Opening a PDF: passwords in every encoding that writers used, and repair of what PDFium gives up on."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pypdfium2
from pypdfium2 import raw

from pipeline.errors import ClausewatchError, DamagedFile, FileEncrypted, UnsupportedEncryption, WrongPassword

_HEADER = b"%PDF-"
_PDFIUM_SKIPS = 1000
JUNK = 65_536
"""How far into a file its header may stand."""
_WRONG_PASSWORD = 4
_UNKNOWN_SECURITY = 5


def open_pdf(data: bytes, password: str | None) -> pypdfium2.PdfDocument:
    """pypdfium2's document with at least one page. Raises InputError."""
    data = _from_header(data)
    document, fault = _try_passwords(data, password)
    if document is None:
        repaired = _repair(data, password, _encryption_error(fault, password))
        document, _ = _try_passwords(repaired, None)
    if document is None:
        raise DamagedFile("the PDF is broken: no page can be found in it")
    return document


def page_of(document: pypdfium2.PdfDocument, index: int) -> pypdfium2.PdfPage | None:
    """pypdfium2's page, None when it cannot be loaded."""
    try:
        return document[index]
    except pypdfium2.PdfiumError:
        return None


def _from_header(data: bytes) -> bytes:
    """Without what stands before the header: mail and web servers put lines there, and every offset is then wrong."""
    at = data.find(_HEADER, 0, JUNK)
    return data[at:] if at > _PDFIUM_SKIPS else data


def _try_passwords(data: bytes, password: str | None) -> tuple[pypdfium2.PdfDocument | None, int]:
    """A document and 0, or None and PDFium's reason."""
    fault = 0
    for candidate in _spellings(password):
        handle = raw.FPDF_LoadMemDocument64(data, len(data), candidate)
        if handle and raw.FPDF_GetPageCount(handle) < 1:
            fault = raw.FPDF_GetLastError()  # an encrypted page tree opens, and has no page
            raw.FPDF_CloseDocument(handle)
            break
        fault = raw.FPDF_GetLastError()
        if handle:
            document = pypdfium2.PdfDocument(handle)
            document._data_holder.append(data)
            return document, 0
        if fault != _WRONG_PASSWORD:
            break
    return None, fault


def _spellings(password: str | None) -> Iterator[bytes | None]:
    """The password as bytes: newer files take UTF-8, older ones a one-byte encoding. An owner's password is not asked for."""
    if password is None:
        yield None
        return
    tried: set[bytes] = set()
    for encoding in ("utf-8", "latin-1", "cp1252", "cp1251", "cp1256"):
        try:
            spelt = password.encode(encoding)
        except UnicodeEncodeError:
            continue
        if spelt not in tried:
            tried.add(spelt)
            yield spelt
    yield None  # a wrong password is no reason to refuse a file that opens without one


def _encryption_error(fault: int, password: str | None) -> ClausewatchError | None:
    """What to say when the repairer finds no way in either."""
    if fault == _UNKNOWN_SECURITY:
        return UnsupportedEncryption("the PDF is encrypted in a way that cannot be read")
    if fault == _WRONG_PASSWORD and password is None:
        return FileEncrypted("the PDF needs a password to open")
    if fault == _WRONG_PASSWORD:
        return WrongPassword("the password does not open the PDF")
    return None


def _repair(data: bytes, password: str | None, unless: ClausewatchError | None) -> bytes:
    """The file rebuilt by qpdf, without encryption. Raises `unless`, or DamagedFile, when that fails too."""
    import pikepdf  # noqa: PLC0415 - only for what PDFium cannot open

    rebuilt = io.BytesIO()
    try:
        with pikepdf.open(io.BytesIO(data), password=password or "", suppress_warnings=True) as file:
            file.save(rebuilt)
    except pikepdf.PasswordError:
        raise unless or FileEncrypted("the PDF needs a password to open") from None
    except (pikepdf.PdfError, RuntimeError, ValueError, OSError) as error:
        if unless:
            raise unless from None
        raise DamagedFile(f"the PDF is broken beyond repair: {_reason(error)}") from None
    return rebuilt.getvalue()


def _reason(error: Exception) -> str:
    """Qpdf's last remark, without the name that it gives to bytes in memory."""
    return (str(error).splitlines() or [type(error).__name__])[0].rpartition(">: ")[2][:200]
