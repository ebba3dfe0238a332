"""How things fail.

ClausewatchError            a whole that could not be done: `code`, what is wrong, `remedy`
  InputError                the file itself
    EmptyFile               empty
    UnsupportedFormat       unsupported_format
    DamagedFile             damaged
    FileEncrypted           encrypted
    WrongPassword           wrong_password
    UnsupportedEncryption   unsupported_encryption
    FileNotReadable         not_readable
  LimitError                a limit of ours
    TooLarge                too_large
    TooManyPages            too_many_pages
    TimedOut                timed_out
    OutOfMemory             out_of_memory
    ReaderDied              reader_died
  ModelRefused              model_refused

Problem                     a part that could not be done, kept with its page
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Problem:
    """A part that could not be done.

    `code` is stable and lower case; `page` counts from 1, None when the whole document is meant; `detail` says what is
    wrong and `remedy` what to do next, both for a lawyer.
    """

    code: str
    page: int | None
    detail: str
    remedy: str


class ClausewatchError(Exception):
    """A whole that could not be done; says what is wrong and, in `remedy`, what to do next."""

    code: ClassVar[str] = "error"
    remedy: ClassVar[str] = ""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail

    def __reduce__(self) -> tuple[type[ClausewatchError], tuple[str]]:
        return type(self), (self.detail,)


class InputError(ClausewatchError):
    """The file itself cannot be used."""


class EmptyFile(InputError):
    """No bytes at all."""

    code = "empty"
    remedy = "Ask the sender for the file again: nothing arrived."


class UnsupportedFormat(InputError):
    """Not one of the formats that we read."""

    code = "unsupported_format"
    remedy = "Send a PDF, a Word file (.docx), a web page (.html) or plain text (.txt); save other formats as one of these first."


class DamagedFile(InputError):
    """The format is known but the file is broken beyond repair."""

    code = "damaged"
    remedy = "Ask the sender for the file again, or open it in a PDF viewer and print it to a new PDF."


class FileEncrypted(InputError):
    """A password is needed and none was given."""

    code = "encrypted"
    remedy = "Run again with --password, or save a copy without a password."


class WrongPassword(InputError):
    """The password given does not open the file."""

    code = "wrong_password"
    remedy = "Check the password (capital letters, spaces) and run again with --password."


class UnsupportedEncryption(InputError):
    """Encrypted in a way that our readers do not know, whatever the password."""

    code = "unsupported_encryption"
    remedy = "Open the file in the program that made it and save a copy without a password."


class FileNotReadable(InputError):
    """The file is not there, is a folder, or may not be opened."""

    code = "not_readable"
    remedy = "Check the path and that you may open the file."


class LimitError(ClausewatchError):
    """A limit of ours was reached."""


class TooLarge(LimitError):
    """More bytes, packed or unpacked, than the limit."""

    code = "too_large"
    remedy = "Split the file into parts and scan each; a small file that unpacks to a huge one is often an attack."


class TooManyPages(LimitError):
    """More pages than the limit."""

    code = "too_many_pages"
    remedy = "Split the file into parts and scan each."


class TimedOut(LimitError):
    """Reading took longer than the limit."""

    code = "timed_out"
    remedy = "Print the file to a new PDF and try again, or split it."


class OutOfMemory(LimitError):
    """Reading needed more memory than the limit."""

    code = "out_of_memory"
    remedy = "Print the file to a new PDF and try again, or split it."


class ReaderDied(LimitError):
    """The reader crashed on the file; nothing else was harmed."""

    code = "reader_died"
    remedy = "Print the file to a new PDF and try again."


class ModelRefused(ClausewatchError):
    """The stored model does not match its card."""

    code = "model_refused"
    remedy = "Delete the model's folder and run again: the model is trained anew."
