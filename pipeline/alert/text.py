"""The alert as text for a terminal: what was read, what was found, gravest first, and what to make of each."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.alert.briefing import LIMITS, Briefing, brief
from pipeline.alert.entry import TO_BE_CHECKED, Entry
from pipeline.alert.quotation import Piece
from pipeline.alert.text_lines import PLAIN, Ink, indented, wrapped
from pipeline.alert.wording import counted, one_line
from pipeline.analysis import Analysis
from pipeline.errors import Problem
from pipeline.taxonomy import Severity, Taxonomy

BAR = "   | "
NARROWEST, WIDEST = 40, 100
"""Beyond a hundred characters a line is hard to follow back to the next, however wide the window."""


def to_text(analysis: Analysis, taxonomy: Taxonomy | None = None, *, width: int = 80, ink: Ink = PLAIN) -> str:
    """The alert for a reader; `width` in characters; `ink` marks evidence and severity as the screen can show them."""
    room = min(max(width, NARROWEST), WIDEST)
    briefing = brief(analysis, taxonomy)
    parts = [*_head(briefing, room, ink), *_problems(briefing, room, ink), "", *_outcome(briefing, room, ink)]
    quoted: dict[str, Entry] = {}
    for entry in briefing.entries + briefing.protecting:
        if entry in briefing.protecting[:1]:
            parts += ["", ink.bold("PROVISIONS THAT PROTECT A FREEDOM")]
        parts += ["", *_entry(entry, quoted.setdefault(entry.finding.provision.eid, entry), room, ink)]
    return "\n".join([*parts, "", *_foot(analysis, briefing, room, ink)]) + "\n"


def _head(briefing: Briefing, width: int, ink: Ink) -> Iterator[str]:
    yield from wrapped(briefing.title, width, style=ink.bold)
    yield from wrapped(" · ".join(part for part in (briefing.name, briefing.extent) if part), width)
    if briefing.purpose:
        yield from wrapped(briefing.purpose, width, style=ink.faint)


def _outcome(briefing: Briefing, width: int, ink: Ink) -> Iterator[str]:
    """What was found in all, or that nothing was."""
    if briefing.entries:
        yield from wrapped(f"{briefing.entries[0].severity.value.upper()}: {briefing.summary}", width, style=ink.bold)
        yield from _table(briefing, width)
    else:
        yield from _nothing(briefing, width, ink)


def _table(briefing: Briefing, width: int) -> Iterator[str]:
    """Families by severity, gravest column first."""
    column = 9 if width >= 60 else 5
    room = min(max(len(count.name) for count in briefing.counts), width - 2 - 4 * column)
    heads = (severity.value[: column - 1] for severity in sorted(Severity, key=lambda s: -s.rank))
    yield ""
    yield " " * (room + 2) + "".join(f"{head:>{column}}" for head in heads)
    for count in briefing.counts:
        yield f"  {count.name[:room]:{room}}" + "".join(f"{number or '·':>{column}}" for _, number in count.by_severity)


def _nothing(briefing: Briefing, width: int, ink: Ink) -> Iterator[str]:
    yield from wrapped(briefing.summary, width, style=ink.bold)
    pages = len(briefing.analysis.document.pages)
    read = counted(briefing.articles, "article") + (f" on {counted(pages, 'page')}" if pages else "")
    if briefing.articles:
        yield from wrapped(f"Read: {read}. That nothing was found is no guarantee that nothing is there.", width)


def _problems(briefing: Briefing, width: int, ink: Ink) -> Iterator[str]:
    """What could not be read and what to do, before anything else; pages that failed alike are named together."""
    if not briefing.problems:
        return
    yield ""
    yield ink.bold("NOT ALL OF IT COULD BE READ")
    alike: dict[tuple[str, str], list[Problem]] = {}
    for problem in briefing.problems:
        alike.setdefault((problem.code, problem.remedy), []).append(problem)
    for (code, remedy), problems in alike.items():
        pages = sorted({p.page for p in problems if p.page})
        more = " (the others likewise)" if len(pages) > 1 else ""
        yield from indented(f"{_where(pages)}: {one_line(problems[0].detail)}{more} [{code}]", width, 2, hang=4)
        yield from indented(f"What to do: {one_line(remedy)}", width, 4)


def _where(pages: list[int]) -> str:
    """Pages as ranges: "pages 3-5, 9"."""
    ranges: list[list[int]] = []
    for page in pages:
        if ranges and page == ranges[-1][1] + 1:
            ranges[-1][1] = page
        else:
            ranges.append([page, page])
    named = ", ".join(f"{first}-{last}" if last > first else str(first) for first, last in ranges)
    return f"page{'s' if len(pages) > 1 else ''} {named}" if pages else "whole file"


def _entry(entry: Entry, quoted: Entry, width: int, ink: Ink) -> Iterator[str]:
    """One finding: citation and gravity, the words, then what a lawyer asks next; `quoted` has quoted the same words first."""
    word = entry.severity.value.upper() if entry.restricts else "PROTECTS"
    page = f", page {entry.page}" if entry.page else ""
    title = f"{entry.number}. {word}  {' '.join((entry.citation, entry.heading)).strip()}{page}"
    yield from wrapped(title, width, hang=3, style=ink.of(entry.severity, entry.restricts))
    if entry.parents:
        yield from indented(" / ".join(entry.parents), width, 3)
    yield from indented(f"{entry.name} ({entry.finding.label}), confidence {entry.confidence} %", width, 3)
    yield ""
    yield from _quotation(entry, width, ink) if quoted is entry else _again(entry, quoted, width, ink)
    yield ""
    for name, words in _notes(entry):
        yield from indented(f"{name}: {words}", width, 3, hang=5)


def _quotation(entry: Entry, width: int, ink: Ink) -> Iterator[str]:
    """The provision as the print has its paragraphs, deciding words marked, behind a bar."""
    text = "".join(_inked(piece, ink) for piece in entry.quotation)
    for paragraph in text.split("\n"):
        yield from wrapped(" ".join(paragraph.split()), width, first=BAR, rest=BAR, ink=ink)


def _again(entry: Entry, quoted: Entry, width: int, ink: Ink) -> Iterator[str]:
    """The deciding words only, of a provision that stands in full under an earlier number."""
    marks = [piece for piece in entry.quotation if piece.role == "mark"]
    said = " … ".join(_inked(piece, ink) for piece in marks)
    words = f"quoted under {quoted.number}" + (
        f"; here decide: {said}" if said and entry.finding.evidence != quoted.finding.evidence else ""
    )
    yield from wrapped(" ".join(words.split()), width, first=BAR, rest=BAR, ink=ink)


def _inked(piece: Piece, ink: Ink) -> str:
    return ink.marked(piece.text) if piece.role == "mark" else ink.unmarked(piece.text)


def _notes(entry: Entry) -> Iterator[tuple[str, str]]:
    notes = (
        ("What it does", entry.does),
        ("Changes another law", entry.amends),
        ("Why this severity" if entry.restricts else "Why", "; ".join(entry.reasons)),
        ("Aggravated by", ", ".join(entry.attributes)),
        ("Missing safeguards", ", ".join(entry.missing)),
        ("Safeguards found", _kept(entry)),
        ("Numbers and names", _facts(entry)),
        ("Norms", "; ".join(f"{n.instrument}, {n.pinpoint}" for n in entry.norms if n.checked)),
        (f"Norms, {TO_BE_CHECKED}", "; ".join(n.instrument for n in entry.norms if not n.checked)),
    )
    return ((name, words) for name, words in notes if words)


def _kept(entry: Entry) -> str:
    """Safeguards by kind and place, each with all its words."""
    places: dict[str, list[str]] = {}
    for kept in entry.kept:
        places.setdefault(f"{kept.name} in {kept.citation or 'the law'}", []).append(f"“{kept.words}”" if kept.words else "")
    return "; ".join(f"{place} ({', '.join(words)})" if any(words) else place for place, words in places.items())


def _facts(entry: Entry) -> str:
    """Facts by kind: "Prison 2 years (“two years”); Authority “Minister”, “Registrar”"."""
    kinds: dict[str, list[str]] = {}
    for fact in entry.facts:
        kinds.setdefault(fact.kind, []).append(f"{fact.measure} (“{fact.words}”)" if fact.measure else f"“{fact.words}”")
    return "; ".join(f"{kind} {', '.join(words)}" for kind, words in kinds.items())


def _foot(analysis: Analysis, briefing: Briefing, width: int, ink: Ink) -> Iterator[str]:
    if briefing.articles:
        yield from wrapped(" ".join(LIMITS[:2]), width, style=ink.faint)
    yield from wrapped(f"Model {analysis.model_id}, taxonomy {analysis.taxonomy_version}.", width, style=ink.faint)
