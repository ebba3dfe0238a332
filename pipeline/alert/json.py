"""The alert as JSON: one object a law, on one line, after the published schema."""

from __future__ import annotations

import json

from pipeline.alert.wire import schema
from pipeline.alert.wire_from import wire
from pipeline.analysis import Analysis


def to_json(analysis: Analysis, *, everything: bool = False) -> str:
    """One line of JSON, without a newline; with `everything`, every provision and its scores too."""
    result = wire(analysis, everything=everything)
    return result.model_dump_json(exclude=None if everything else {"provisions"})


def schema_text() -> str:
    """The published JSON Schema, indented for a reader."""
    return json.dumps(schema(), indent=2, ensure_ascii=False)
