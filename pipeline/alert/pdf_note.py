"""The note of a finding: what a reader of the annotated PDF sees when she opens a highlight."""

from __future__ import annotations

from pipeline.alert.briefing import DRAFT
from pipeline.alert.entry import Entry


def heading(entry: Entry) -> str:
    """One line: number, gravity, label, citation."""
    weight = entry.severity.value if entry.restricts else "protects"
    return f"{entry.number}. {weight.upper()} · {entry.family_name}: {entry.name} · {entry.citation}"


def note(entry: Entry) -> str:
    """The note in plain lines, with its own warning: a highlight may be read far from the rest of the alert."""
    return "\n".join((heading(entry), *body(entry), f"{DRAFT}. Machine's confidence {entry.confidence} %."))


def body(entry: Entry) -> tuple[str, ...]:
    """What the finding says, a line for each kind of thing."""
    lines = (
        entry.does,
        _line(f"Why {entry.severity.value}" if entry.restricts else "Why", "; ".join(entry.reasons)),
        _line("Aggravating", ", ".join(entry.attributes)),
        _line("Missing safeguards", ", ".join(entry.missing)),
        _line("Safeguards found", "; ".join(f"{kept.name} ({kept.citation})" if kept.citation else kept.name for kept in entry.kept)),
        _line("Facts", "; ".join(entry.facts_said)),
        _line("Norms", ". ".join(entry.norms_said)),
        _line("To check", " ".join(entry.questions)),
    )
    return tuple(line for line in lines if line)


def _line(name: str, words: str) -> str:
    return f"{name}: {words}" if words else ""
