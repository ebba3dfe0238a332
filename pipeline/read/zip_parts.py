"""The parts of a packed file, unpacked within bounds."""

from __future__ import annotations

import io
import zipfile
import zlib

from pipeline.errors import DamagedFile, TooLarge, UnsupportedEncryption, UnsupportedFormat
from pipeline.read.limits import ReadLimits

_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)
_CHUNK = 1 << 20


def zip_kind(data: bytes, name: str) -> str:
    """`docx`, or UnsupportedFormat that names what the archive is; DamagedFile when its table of contents is broken."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            kind = archive.read("mimetype")[:100].decode("ascii", "replace") if "mimetype" in names else ""
    except _FAULTS as error:
        raise DamagedFile(f"{name} is a broken Word file or zip archive: {error}") from None
    if "word/document.xml" in names or any(n.startswith("word/document") for n in names):
        return "docx"
    for sign, what in (("xl/", "an Excel file"), ("ppt/", "a PowerPoint file"), ("META-INF/container.xml", "an e-book")):
        if any(n.startswith(sign) for n in names):
            raise UnsupportedFormat(f"{what}, not a document that can be read")
    if "opendocument" in kind:
        raise UnsupportedFormat("an OpenDocument file")
    raise UnsupportedFormat(f"a zip archive of {len(names)} files; unpack it first")


class Parts:
    """The parts of an archive by name, read on demand; together they may not grow beyond the limits."""

    def __init__(self, data: bytes, limits: ReadLimits) -> None:
        self._left = min(limits.unpacked_bytes, max(limits.unpacked_ratio * len(data), 10_000_000))
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _FAULTS as error:
            raise DamagedFile(f"the file is a broken zip archive: {error}") from None
        self.names = frozenset(self._archive.namelist())

    def read(self, name: str) -> bytes:
        """The bytes of a part, b"" when there is none. Raises TooLarge, DamagedFile, UnsupportedEncryption."""
        if name not in self.names:
            return b""
        held = bytearray()
        try:
            with self._archive.open(name) as part:
                while chunk := part.read(_CHUNK):
                    held += chunk
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise TooLarge("the file unpacks to more than the limit")
        except RuntimeError as error:  # zipfile's way to say that a part has a password
            raise UnsupportedEncryption(f"a part of the file is encrypted: {error}") from None
        except _FAULTS as error:
            raise DamagedFile(f"the part {name} is broken: {error}") from None
        return bytes(held)
