"""The forms in which an alert can be had."""

from __future__ import annotations

from enum import StrEnum


class Form(StrEnum):
    """A form by the name that a user gives it."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    CSV = "csv"
    AKN = "akn"

    @property
    def suffix(self) -> str:
        """The ending of a file of this form, without the dot."""
        return {"text": "txt", "akn": "xml"}.get(self.value, self.value)

    @property
    def binary(self) -> bool:
        """Whether it makes no sense on a terminal."""
        return self in (Form.PDF, Form.DOCX)

    @property
    def joins(self) -> bool:
        """Whether the alerts of several laws can follow each other in one stream."""
        return self in (Form.TEXT, Form.JSON, Form.CSV)
