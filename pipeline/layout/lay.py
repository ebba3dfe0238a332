"""The verb of this stage: lay a reading out as a document."""

from __future__ import annotations

from pipeline.document import Document, Page
from pipeline.errors import Problem
from pipeline.layout.assemble import Text
from pipeline.layout.flow import lines_of
from pipeline.layout.fragment import fragments
from pipeline.layout.furniture import drop_furniture
from pipeline.layout.languages import language_problem
from pipeline.layout.linenumbers import drop_line_numbers
from pipeline.layout.paragraphs import paragraphs_text
from pipeline.layout.sheet import Sheet, body_size
from pipeline.layout.tables import set_tables
from pipeline.layout.turning import turn_back, upright_words
from pipeline.layout.watermarks import drop_watermarks
from pipeline.reading import Reading, ReadPage


def lay_out(reading: Reading, *, sha256: str, name: str) -> Document:
    """The document that a reading makes: one text in reading order, without what belongs to the page only."""
    made, language = _pages_text(reading) if reading.pages else paragraphs_text(reading.paragraphs)
    return Document(
        sha256=sha256,
        name=name,
        format=reading.format,
        title=reading.title,
        language=language,
        text=made.text,
        lines=tuple(made.lines),
        pages=tuple(Page(page.number, page.width, page.height, page.crop, page.reader) for page in reading.pages),
        places=made.places,
        problems=_problems(reading) + language_problem(language),
    )


def _pages_text(reading: Reading) -> tuple[Text, str]:
    sheets = [_sheet_of(page) for page in reading.pages]
    size = body_size(sheets)
    drop_watermarks(sheets, size)
    drop_line_numbers(sheets)
    drop_furniture(sheets, size)
    for sheet in sheets:
        set_tables(sheet)
    lines, language = lines_of(sheets, size)
    turn_back(lines, sheets)
    made = Text()
    for row in lines:
        made.add(row)
    return made, language


def _sheet_of(page: ReadPage) -> Sheet:
    words, turn = upright_words(page)
    if turn:
        return Sheet(page.number, page.height, page.width, fragments(words), turn=turn)
    return Sheet(page.number, page.width, page.height, fragments(words), page.tables)


def _problems(reading: Reading) -> tuple[Problem, ...]:
    return reading.problems + tuple(problem for page in reading.pages for problem in page.problems)
