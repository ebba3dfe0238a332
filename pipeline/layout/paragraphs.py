"""Input without pages: each paragraph is a line."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace

from pipeline.document import Line, Role
from pipeline.language import language_of
from pipeline.layout.assemble import Text
from pipeline.layout.contents import contents_ranges
from pipeline.layout.languages import main_language
from pipeline.reading import Paragraph
from pipeline.span import Span

_SAMPLE = 2000
"""Words of a column that tell its language."""


def paragraphs_text(paragraphs: tuple[Paragraph, ...]) -> tuple[Text, str]:
    """The paragraphs as lines without places, notes and then other languages after all body text; and the language."""
    texts = [(" ".join(paragraph.text.split()), paragraph) for paragraph in paragraphs]
    others = _other_columns(paragraphs)
    made = [(text, _line_of(paragraph, paragraph.column in others)) for text, paragraph in texts if text]
    language = _language([text for text, line in made if line.role is not Role.OTHER_LANGUAGE])
    body = [(text, line) for text, line in made if line.role in (Role.BODY, Role.TABLE)]
    for start, end in contents_ranges([text for text, _ in body]):
        body[start:end] = [(text, replace(line, role=Role.CONTENTS)) for text, line in body[start:end]]
    laid = Text()
    for role in (Role.FOOTNOTE, Role.OTHER_LANGUAGE):
        body += [(text, line) for text, line in made if line.role is role]
    for text, line in body:
        laid.add_line(text, line)
    return laid, language


def _other_columns(paragraphs: tuple[Paragraph, ...]) -> frozenset[int]:
    """The columns of tables that say in another language what the column beside them says."""
    words: defaultdict[int, list[str]] = defaultdict(list)
    for paragraph in paragraphs:
        if paragraph.column and len(words[paragraph.column]) < _SAMPLE:
            words[paragraph.column] += paragraph.text.split()
    spoken = {column: code for column, said in words.items() if (code := language_of(said))}
    main = "en" if "en" in spoken.values() else next(iter(spoken.values()), "")
    return frozenset(column for column, code in spoken.items() if code != main)


def _language(texts: list[str]) -> str:
    """The language of most of the text, English wherever there is some of substance."""
    weight: Counter[str] = Counter()
    for at in range(0, len(texts), 20):
        words = [word for text in texts[at : at + 20] for word in text.split()]
        weight[language_of(words[:300])] += len(words)
    return main_language(weight)


def _line_of(paragraph: Paragraph, other: bool) -> Line:
    role = Role.OTHER_LANGUAGE if other else Role.FOOTNOTE if paragraph.note else Role.TABLE if paragraph.table else Role.BODY
    return Line(
        span=Span(0, 0),
        indent=paragraph.indent,
        bold=paragraph.bold,
        italic=paragraph.italic,
        centred=paragraph.centred,
        level=paragraph.level,
        role=role,
    )
