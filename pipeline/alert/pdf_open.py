"""Opens a PDF to be written again: with its password, mended where it is damaged."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2

from pipeline.errors import DamagedFile, FileEncrypted, UnsupportedEncryption, WrongPassword


def open_pdf(data: bytes, password: str | None, pages: int) -> pikepdf.Pdf:
    """The file with at least `pages` pages. Raises FileEncrypted, WrongPassword, UnsupportedEncryption or DamagedFile."""
    try:
        pdf = _opened(data, password or "")
        if len(pdf.pages) >= pages:
            return pdf
    except pikepdf.PasswordError as error:
        raise (
            WrongPassword("The password does not open the file.") if password else FileEncrypted("The file needs a password.")
        ) from error
    except pikepdf.PdfError as error:
        if "encrypt" in str(error).lower():
            raise UnsupportedEncryption("The file is encrypted in a way that cannot be opened for writing.") from error
    return _mended(data, password, pages)


def _opened(data: bytes, password: str) -> pikepdf.Pdf:
    """Newer files take the password in UTF-8, older ones in Latin-1."""
    try:
        return pikepdf.open(io.BytesIO(data), password=password)
    except pikepdf.PasswordError:
        older = password.encode("latin-1", "ignore")
        if not older or older == password.encode():
            raise
        return pikepdf.open(io.BytesIO(data), password=older)


def _mended(data: bytes, password: str | None, pages: int) -> pikepdf.Pdf:
    """The file as another reader understands it, where the first could not, or found fewer pages than were read."""
    copy = io.BytesIO()
    try:
        with pypdfium2.PdfDocument(data, password=password) as source:
            source.save(copy)
        pdf = pikepdf.open(copy)
        if len(pdf.pages) >= pages:
            return pdf
    except (pypdfium2.PdfiumError, pikepdf.PdfError) as error:
        raise DamagedFile("The PDF is too damaged to be written again with highlights.") from error
    raise DamagedFile(f"The PDF was read with {pages} pages, but only {len(pdf.pages)} of them can be written again.")
