"""One provision in the memo: heading, what was found in it, quotation with its evidence marked, and what a lawyer asks of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from docx.document import Document
from docx.oxml import OxmlElement
from docx.shared import RGBColor

from pipeline.alert.clause import Clause
from pipeline.alert.entry import Entry, Kept
from pipeline.alert.memo_style import INKS, add_pieces, put_in_order, rule_beside
from pipeline.alert.quotation import Piece
from pipeline.alert.standards import Standard, briefly

GRAVE: Final = ("critical", "high")
SHORT: Final = 400
"""Letters of a quotation that is not broken over pages."""
Parts = tuple[tuple[str, str], ...]
"""Names and what is said after them."""


@dataclass(slots=True)
class Told:
    """What the memo has said so far, and under which number, so that it need not say it again."""

    labels: dict[str, int] = field(default_factory=dict)
    norms: dict[tuple[str, tuple[Standard, ...]], int] = field(default_factory=dict)
    kept: dict[tuple[str, str], int] = field(default_factory=dict)
    parents: tuple[str, ...] = ()


def add_clause(document: Document, clause: Clause, names: dict[str, str], told: Told) -> None:
    """Adds the provision at the end of the memo; norms stand under their short names, questions where a label comes first."""
    _heading(document, clause, told)
    for entries in [(entry,) for entry in clause.entries] if clause.weight in GRAVE else [clause.entries]:
        _found(document, entries, told)
    _quotation(document, clause.quotation, INKS[clause.weight])
    for parts in _notes(clause, names, told):
        _said(document, parts)
    told.labels |= {entry.finding.label: clause.number for entry in clause.entries if entry.finding.label not in told.labels}


def _notes(clause: Clause, names: dict[str, str], told: Told) -> Iterable[Parts]:
    """Each kind of note in a paragraph; all in one for what is not grave."""
    reasons = tuple((why.name, why.words) for why in clause.whys)
    weighs = (*reasons, ("Aggravating", ", ".join(clause.attributes)), ("Facts", "; ".join(clause.facts_said)))
    kept = "; ".join(_kept(clause.kept))
    held = told.kept.setdefault((clause.article, kept), clause.number)
    lacks = (
        ("Missing safeguards", ", ".join(clause.missing)),
        ("Safeguards found", kept if held == clause.number or not kept else f"as under {held}"),
    )
    measured = told.norms.setdefault((clause.article, clause.norms), clause.number)
    norms = ("Norms", briefly(clause.norms, names) if measured == clause.number else f"as under {measured}")
    asks = ("Questions to check", _questions(clause, told))
    if clause.weight not in GRAVE:
        return ((*weighs, *lacks, norms, asks),)
    return (weighs, lacks, (norms,), (asks,)) if "?" in asks[1] else (weighs, lacks, (norms, asks))


def _heading(document: Document, clause: Clause, told: Told) -> None:
    """The heading, and below it, where they are not those of the entry before, the part and chapter."""
    page = f", page {clause.page}" if clause.page else ""
    heading = document.add_heading(f"{clause.number}. {clause.title}{page} ", 2)
    heading.add_run(f"({clause.weight})").font.color.rgb = RGBColor.from_string(INKS[clause.weight])
    first = clause.first
    parents = first.parents if first.parents != told.parents else ()
    told.parents = first.parents
    words = " · ".join((*parents, *((f"This clause {first.amends}",) if first.amends else ())))
    if words:
        paragraph = document.add_paragraph(words, style="Small")
        paragraph.paragraph_format.keep_with_next = True


def _found(document: Document, entries: Sequence[Entry], told: Told) -> None:
    """A line for the findings; what a label does is said of the grave ones, of the others where the label comes first."""
    paragraph = document.add_paragraph(style="List Bullet")
    paragraph.paragraph_format.keep_with_next = True
    for entry in entries:
        paragraph.add_run(f"{' ' if entry is not entries[0] else ''}{entry.name}").bold = True
        paragraph.add_run(" (")
        paragraph.add_run(entry.weight).font.color.rgb = RGBColor.from_string(INKS[entry.weight])
        new = entry.weight in GRAVE or entry.finding.label not in told.labels
        paragraph.add_run(f", {entry.confidence}\u00a0%)" + (f": {entry.does}" if entry.does and new else "."))


def _questions(clause: Clause, told: Told) -> str:
    """Those of the labels not met before, then where the others stand."""
    asking = [entry for entry in clause.entries if entry.questions]
    new = dict.fromkeys(q for entry in asking if entry.finding.label not in told.labels for q in entry.questions)
    before = sorted({told.labels[entry.finding.label] for entry in asking if entry.finding.label in told.labels})
    numbers = " and ".join(str(number) for number in before)
    also = f"Also those under {numbers}." if new else f"those under {numbers}."
    return " ".join([*new, also] if before else new)


def _quotation(document: Document, pieces: Sequence[Piece], colour: str) -> None:
    paragraph = document.add_paragraph(style="Quote")
    if _right_to_left("".join(piece.text for piece in pieces)):
        put_in_order(
            paragraph._p.get_or_add_pPr(),
            OxmlElement("w:bidi"),
            ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:rPr"),
        )
    paragraph.paragraph_format.keep_together = sum(len(piece.text) for piece in pieces) <= SHORT
    rule_beside(paragraph, colour)
    add_pieces(paragraph, pieces)


def _right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is Hebrew, Arabic or of a script like them."""
    strong = (char for char in text if char.isalpha())
    return "\u0590" <= next(strong, "a") <= "\u08ff"


def _said(document: Document, parts: Parts) -> None:
    """The parts that have words, run on in one paragraph, each after its name."""
    present = [(name, words.strip()) for name, words in parts if words.strip()]
    if not present:
        return
    paragraph = document.add_paragraph(style="Notes")
    for number, (name, words) in enumerate(present):
        paragraph.add_run(f"{' ' if number else ''}{name}: ").bold = True
        paragraph.add_run(words if words.endswith((".", "?")) else f"{words}.")


def _kept(kept: Iterable[Kept]) -> Iterable[str]:
    for one in kept:
        where = ", ".join(part for part in (one.citation, f"page {one.page}" if one.page else "") if part)
        words = f"{one.name}: “{one.words}”" if one.words else one.name
        yield f"{words} ({where})" if where else words
