"""The alert as text for a terminal: what was read, what was found, gravest first, and what to make of each."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.alert.briefing import FURTHER_LIMITS, Briefing, brief
from pipeline.alert.clause import Clause
from pipeline.alert.entry import Entry
from pipeline.alert.quotation import LISTED, Piece
from pipeline.alert.standards import briefly, short_names
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
    names = short_names(briefing.instruments)
    for clause in briefing.clauses + briefing.kept:
        if clause in briefing.kept[:1]:
            parts += ["", ink.bold("PROVISIONS THAT PROTECT A FREEDOM")]
        parts += ["", *_clause(clause, names, room, ink)]
    return "\n".join([*parts, *_norms(names, room, ink), "", *_foot(analysis, briefing, room, ink)]) + "\n"


def _head(briefing: Briefing, width: int, ink: Ink) -> Iterator[str]:
    yield from wrapped(briefing.title, width, style=ink.bold)
    yield from wrapped(" · ".join(part for part in (briefing.name, briefing.extent) if part), width)
    if briefing.purpose:
        yield from wrapped(briefing.purpose, width, style=ink.faint)


def _outcome(briefing: Briefing, width: int, ink: Ink) -> Iterator[str]:
    """What was found in all, or that nothing was."""
    if briefing.entries:
        yield from wrapped(f"{briefing.clauses[0].severity.value.upper()}: {briefing.summary}", width, style=ink.bold)
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


def _clause(clause: Clause, names: dict[str, str], width: int, ink: Ink) -> Iterator[str]:
    """One provision: citation and gravity, what was found in it, the words, then what a lawyer asks next."""
    page = f", page {clause.page}" if clause.page else ""
    title = f"{clause.number}. {clause.weight.upper()}  {clause.title}{page}"
    yield from wrapped(title, width, hang=3, style=ink.of(clause.severity, clause.restricts))
    if clause.first.parents:
        yield from indented(" / ".join(clause.first.parents), width, 3)
    for entry in clause.entries:
        yield from indented(_found(entry), width, 3, hang=5)
    yield ""
    yield from _quotation(clause, width, ink)
    yield ""
    for name, words in _notes(clause, names):
        yield from indented(f"{name}: {words}", width, 3, hang=5)


def _found(entry: Entry) -> str:
    """A finding in a line: "- Mandatory registration (high, 94 %): Makes it unlawful …"."""
    means = f": {entry.does}" if entry.does else ""
    return f"- {entry.name} ({entry.weight}, {entry.confidence} %){means}"


def _quotation(clause: Clause, width: int, ink: Ink) -> Iterator[str]:
    """The provision as the print has its paragraphs, deciding words marked, behind a bar; a unit below hangs from its number."""
    text = "".join(_inked(piece, ink) for piece in clause.quotation)
    for paragraph in text.split("\n"):
        words = " ".join(paragraph.split())
        if words:
            rest = BAR + "    " if LISTED.match(words) else BAR
            yield from wrapped(words, width, first=BAR, rest=rest, ink=ink)


def _inked(piece: Piece, ink: Ink) -> str:
    return ink.marked(piece.text) if piece.role == "mark" else ink.unmarked(piece.text)


def _notes(clause: Clause, names: dict[str, str]) -> Iterator[tuple[str, str]]:
    notes = (
        ("Changes another law", clause.first.amends),
        *((why.name, why.words) for why in clause.whys),
        ("Aggravated by", ", ".join(clause.attributes)),
        ("Missing safeguards", ", ".join(clause.missing)),
        ("Safeguards found", _kept(clause)),
        ("Numbers and names", _facts(clause)),
        ("Norms", briefly(clause.norms, names)),
    )
    return ((name, words) for name, words in notes if words)


def _kept(clause: Clause) -> str:
    """Safeguards by kind and place, each with all its words."""
    places: dict[str, list[str]] = {}
    for kept in clause.kept:
        places.setdefault(f"{kept.name} in {kept.citation or 'the law'}", []).append(f"“{kept.words}”" if kept.words else "")
    return "; ".join(f"{place} ({', '.join(words)})" if any(words) else place for place, words in places.items())


def _facts(clause: Clause) -> str:
    """Facts by kind: "Prison 2 years (“two years”); Authority “Minister”, “Registrar”"."""
    kinds: dict[str, list[str]] = {}
    for fact in clause.facts:
        kinds.setdefault(fact.kind, []).append(f"{fact.measure} (“{fact.words}”)" if fact.measure else f"“{fact.words}”")
    return "; ".join(f"{kind} {', '.join(words)}" for kind, words in kinds.items())


def _norms(names: dict[str, str], width: int, ink: Ink) -> Iterator[str]:
    """What the short names of the norms stand for."""
    if not names:
        return
    yield from ("", ink.bold("NORMS, AS THEY ARE CITED ABOVE"))
    for instrument, name in sorted(names.items(), key=lambda pair: pair[1].casefold()):
        yield from indented(instrument if name == instrument else f"{name}: {instrument}", width, 3, hang=5)


def _foot(analysis: Analysis, briefing: Briefing, width: int, ink: Ink) -> Iterator[str]:
    if briefing.articles:
        yield from wrapped(" ".join(briefing.limits[: -len(FURTHER_LIMITS)]), width, style=ink.faint)
    yield from wrapped(f"Model {analysis.model_id}, taxonomy {analysis.taxonomy_version}.", width, style=ink.faint)
