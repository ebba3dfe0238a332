"""The annotated PDF: notes say what was found, pages stay, the same input gives the same bytes, broken files fail clearly."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name

from pipeline.alert.annotated_pdf import to_pdf
from pipeline.document import Page
from pipeline.errors import DamagedFile, FileEncrypted, WrongPassword
from pipeline.span import Box
from tests.analyses import bill, codebook, hostile, pdf_of, quiet, unpaged, unread


def _notes(data: bytes) -> list[pikepdf.Object]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [a for page in pdf.pages for a in page.obj.get("/Annots", []) if a.Subtype == Name.Highlight]


def _encrypted(data: bytes, user: str) -> bytes:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(target, encryption=pikepdf.Encryption(user=user, owner="owner", allow=pikepdf.Permissions(modify_annotation=False)))
    return target.getvalue()


def _words(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def test_one_note_a_finding_saying_what_a_lawyer_asks():
    analysis = bill()
    with pikepdf.open(io.BytesIO(to_pdf(analysis, pdf_of(analysis.document), None, codebook()))) as pdf:
        assert len(pdf.pages) == 3, "page numbers do not shift"
        notes = [a for page in pdf.pages for a in page.obj.get("/Annots", []) if a.Subtype == Name.Highlight]
        assert len(notes) == len(analysis.findings)
        money = next(str(n.Contents) for n in notes if "5A" in str(n.Contents))
        assert all(
            part in money
            for part in ("HIGH", "Section 5A", "approval before money is received", "Missing safeguards", "Pinpoint to be checked")
        )
        assert all(str(n["/T"]) == "clausewatch" and n.AP.N.Subtype == Name.Form and n.Popup.Parent.NM == n.NM for n in notes)
        assert len(notes[0].QuadPoints) % 8 == 0
        assert all("not reviewed by a lawyer" in str(n.Contents) for n in notes)


def test_evidence_in_two_places_is_one_note_with_a_quad_each():
    analysis = bill()
    notes = _quads(to_pdf(analysis, pdf_of(analysis.document)))
    assert max(notes) == 16


def _quads(data: bytes) -> list[int]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [len(a.QuadPoints) for page in pdf.pages for a in page.obj.get("/Annots", []) if a.Subtype == Name.Highlight]


def test_same_input_same_bytes():
    analysis = bill()
    data = pdf_of(analysis.document)
    assert to_pdf(analysis, data) == to_pdf(analysis, data)
    assert to_pdf(unpaged(), b"") == to_pdf(unpaged(), b"")


def test_own_annotations_and_bookmarks_stay():
    analysis = bill()
    with pikepdf.open(io.BytesIO(pdf_of(analysis.document))) as pdf:
        link = Dictionary(
            Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=Dictionary(S=Name.URI, URI="https://example.org/")
        )
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(link)])
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("Part I", 0))
        target = io.BytesIO()
        pdf.save(target)
    with pikepdf.open(io.BytesIO(to_pdf(analysis, target.getvalue()))) as pdf:
        assert pdf.pages[0].obj.Annots[0].A.URI == "https://example.org/"
        with pdf.open_outline() as outline:
            assert [item.title for item in outline.root][1:] == ["Part I"]
            assert len(outline.root[0].children) == len(analysis.findings)


def test_password_opens_and_none_is_left():
    analysis = bill()
    data = _encrypted(pdf_of(analysis.document), "sesame")
    with pytest.raises(FileEncrypted):
        to_pdf(analysis, data)
    with pytest.raises(WrongPassword):
        to_pdf(analysis, data, "open")
    with pikepdf.open(io.BytesIO(to_pdf(analysis, data, "sesame"))) as pdf:
        assert not pdf.is_encrypted


@pytest.mark.parametrize("revision", [6, 4], ids=["in UTF-8", "in one byte a letter, as older files have it"])
def test_password_beyond_ascii(revision):
    analysis, target = bill(), io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf_of(analysis.document))) as pdf:
        pdf.save(target, encryption=pikepdf.Encryption(user="Ærø", owner="Ærø", R=revision))
    assert _quads(to_pdf(analysis, target.getvalue(), "Ærø"))


def test_file_that_only_forbids_notes_is_annotated():
    analysis = bill()
    assert _quads(to_pdf(analysis, _encrypted(pdf_of(analysis.document), "")))


@pytest.mark.parametrize(
    "breaking",
    [
        pytest.param(lambda data: data[: data.rindex(b"xref")], id="no cross-reference table"),
        pytest.param(lambda data: b"junk\n" * 40 + data, id="junk before the file"),
        pytest.param(lambda data: data.replace(b"startxref", b"startxxxx"), id="no pointer to the table"),
    ],
)
def test_damaged_file_is_mended(breaking):
    analysis = bill()
    assert len(_quads(to_pdf(analysis, breaking(pdf_of(analysis.document))))) == len(analysis.findings)


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.4 and no more", b"PK\x03\x04" + bytes(80)], ids=["nothing", "a head alone", "another format"]
)
def test_what_cannot_be_mended_says_so(data):
    with pytest.raises(DamagedFile):
        to_pdf(bill(), data)


def test_file_with_fewer_pages_than_were_read_says_so():
    whole = bill()
    pages = tuple(Page(n, 595, 842, Box(n, 0, 0, 595, 842)) for n in range(1, 9))
    with pytest.raises(DamagedFile, match="3 of them"):
        to_pdf(replace(whole, document=replace(whole.document, pages=pages)), pdf_of(whole.document))


def test_list_of_annotations_that_is_none_is_begun_anew():
    analysis = bill()
    with pikepdf.open(io.BytesIO(pdf_of(analysis.document))) as pdf:
        pdf.pages[0].obj.Annots = Array([7, None, Name.Nothing])
        pdf.pages[1].obj.Annots = Name.Nothing
        target = io.BytesIO()
        pdf.save(target)
    assert len(_quads(to_pdf(analysis, target.getvalue()))) == len(analysis.findings)


def test_law_without_findings_comes_back_unmarked():
    analysis = quiet()
    assert _quads(to_pdf(analysis, pdf_of(analysis.document))) == []


def test_law_without_pages_is_printed_by_us():
    printed = _words(to_pdf(unpaged(), b"", None, codebook()))
    assert "not reviewed by a lawyer" in printed
    assert "shall not receive money" in printed
    assert "Missing safeguards" in printed
    assert "No law was found" in _words(to_pdf(unread(), b""))


def test_letters_that_our_typeface_lacks_are_told():
    whole = unpaged()
    text = whole.document.text.replace("MERIDIA", "Мердяяя").replace("Assembly", "Ässẹmbłÿ")
    data = to_pdf(replace(whole, document=replace(whole.document, text=text)), b"")
    printed = _words(data)
    assert "¤¤¤¤¤" in printed
    assert "cannot show" in printed
    assert "Ässembłÿ" in printed, "a letter without its accent where the typeface has only that"


def test_hostile_words_are_only_words():
    analysis = hostile()
    data = to_pdf(analysis, pdf_of(bill().document))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        notes = [str(a.Contents) for page in pdf.pages for a in page.obj.get("/Annots", []) if a.Subtype == Name.Highlight]
    assert all("\x1b" not in note and "\u202e" not in note for note in notes)
    assert "<script>" in _words(to_pdf(replace(analysis, document=replace(analysis.document, pages=())), b"")), (
        "set as words, not as markup"
    )
