"""Tables whose columns say the same in two languages are kept apart as the columns of a page are; other tables stay tables."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest

from pipeline.document import Document, Role
from pipeline.layout import lay_out
from pipeline.read import read

ENGLISH = (
    ("Article 1: Scope", "This Law governs the lamps of the town and the keepers of the lamps."),
    ("Article 2: Duty", "No keeper shall leave the tower by night without the consent of the Warden."),
    ("Article 3: Fine", "A keeper who is in breach of this Law shall pay a fine."),
)
FRENCH = (
    ("Article premier : Objet", "La présente loi régit les lampes de la ville et les gardiens des lampes."),
    ("Article 2 : Devoir", "Le gardien ne peut pas quitter la tour dans la nuit sans une permission du directeur."),
    ("Article 3 : Amende", "Le gardien qui ne respecte pas la présente loi est puni par une amende."),
)


def _html(*columns: tuple[tuple[str, ...], ...], between: str) -> Document:
    rows = "".join(f"<tr>{''.join(f'<td>{between.join(cell)}</td>' for cell in row)}</tr>" for row in zip(*columns, strict=True))
    return _laid(f"<h1>LAW ON LAMPS</h1><table>{rows}</table>".encode(), "law.html")


def _word(*columns: tuple[tuple[str, ...], ...]) -> Document:
    file = docx.Document()
    table = file.add_table(len(columns[0]), len(columns))
    for row, texts in zip(table.rows, zip(*columns, strict=True), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = "\n".join(text)
    made = BytesIO()
    file.save(made)
    return _laid(made.getvalue(), "law.docx")


def _laid(data: bytes, name: str) -> Document:
    return lay_out(read(data, name), sha256="0" * 64, name=name)


def _shown(document: Document, role: Role) -> str:
    return " ".join(" ".join(line.span.of(document.text).split()) for line in document.lines if line.role is role)


def _plain(column: tuple[tuple[str, ...], ...]) -> str:
    return " ".join(text for cell in column for text in cell)


@pytest.mark.parametrize(("columns", "why"), [((ENGLISH, FRENCH), "English first"), ((FRENCH, ENGLISH), "English second")])
@pytest.mark.parametrize("between", ["<br>", "</p><p>", "</p><p> </p><p></p><p>x</p><p>"], ids=["breaks", "paragraphs", "running text"])
def test_the_english_column_of_a_web_page_is_the_text(columns: tuple[tuple[tuple[str, ...], ...], ...], why: str, between: str) -> None:
    document = _html(*columns, between=between)
    assert _shown(document, Role.BODY).replace(" x ", " ").endswith(_plain(ENGLISH)), why
    assert _shown(document, Role.OTHER_LANGUAGE).replace(" x ", " ") == _plain(FRENCH), why
    assert (document.language, document.problems) == ("en", ()), why


@pytest.mark.parametrize(("columns", "why"), [((ENGLISH, FRENCH), "English first"), ((FRENCH, ENGLISH), "English second")])
def test_the_english_column_of_a_word_file_is_the_text(columns: tuple[tuple[tuple[str, ...], ...], ...], why: str) -> None:
    document = _word(*columns)
    assert _shown(document, Role.BODY) == _plain(ENGLISH), why
    assert _shown(document, Role.OTHER_LANGUAGE) == _plain(FRENCH), why


def test_a_table_in_one_language_stays_one() -> None:
    for document in (_html(ENGLISH, ENGLISH, between="<br>"), _word(ENGLISH, ENGLISH)):
        assert not _shown(document, Role.OTHER_LANGUAGE)
        assert _shown(document, Role.TABLE).count(" | ") == len(ENGLISH)


def test_two_languages_without_english_say_so() -> None:
    other = tuple((head, "El guardián de la torre no puede salir por la noche sin el permiso del director.") for head, _ in FRENCH)
    document = _html(FRENCH, other, between="<br>")
    assert [p.code for p in document.problems] == ["language"]
