"""Whatever acts by itself in the file that came in is not in the file that goes out; plain navigation stays."""

from __future__ import annotations

import io
import warnings

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from pipeline.alert.annotated_pdf import to_pdf
from pipeline.alert.pdf_active import disarm
from tests.analyses import bill, pdf_of


def _script() -> pikepdf.Object:
    return Dictionary(Type=Name.Action, S=Name.JavaScript, JS="app.alert(1)")


def _launch() -> pikepdf.Object:
    return Dictionary(S=Name.Launch, F="calc.exe")


def _on_opening(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = _script()


def _on_closing(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AA = Dictionary(WC=_script())


def _on_a_page(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].obj.AA = Dictionary(O=pdf.make_indirect(_script()))


def _among_names(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array(["start", pdf.make_indirect(_script())])))


def _on_a_link(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Annots = Array([Dictionary(Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=_launch())])


def _behind_plain_navigation(pdf: pikepdf.Pdf) -> None:
    onward = Dictionary(S=Name.GoTo, D=Array([pdf.pages[0].obj, Name.Fit]), Next=Array([_script(), _launch()]))
    pdf.pages[0].obj.Annots = Array([Dictionary(Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=onward)])


def _in_a_form(pdf: pikepdf.Pdf) -> None:
    field = Dictionary(FT=Name.Tx, T="name", AA=Dictionary(K=_script()), A=Dictionary(S=Name.SubmitForm, F="https://example.org/"))
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(field)]), XFA=pdf.make_stream(b"<script/>"))


def _in_a_bookmark(pdf: pikepdf.Pdf) -> None:
    item = pdf.make_indirect(Dictionary(Title="open me", A=_launch()))
    root = pdf.make_indirect(Dictionary(First=item, Last=item, Count=1))
    item.Parent, pdf.Root.Outlines = root, root


def _attached(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["tool.exe"] = b"MZ"
    pdf.pages[0].obj.Annots = Array([Dictionary(Subtype=Name.FileAttachment, Rect=Array([0, 0, 9, 9]), FS=Dictionary(F="tool.exe"))])


def _as_media(pdf: pikepdf.Pdf) -> None:
    movie = pdf.make_indirect(Dictionary(Subtype=Name.RichMedia, Rect=Array([0, 0, 9, 9]), RichMediaContent=Dictionary()))
    pdf.pages[0].obj.Annots = Array([movie, Dictionary(Subtype=Name.Screen, A=Dictionary(S=Name.Rendition, JS="x"))])


def _in_a_stray_field(pdf: pikepdf.Pdf) -> None:
    """A form's field on a page that no form knows; the library warns of it, and a user must not see that."""
    pdf.pages[0].obj.Annots = Array([Dictionary(Subtype=Name.Widget, FT=Name.Btn, T="x", Rect=Array([0, 0, 9, 9]), A=_launch())])


def _to_a_share(pdf: pikepdf.Pdf) -> None:
    reach = Dictionary(S=Name.URI, URI="file://server/share")
    pdf.pages[0].obj.Annots = Array([Dictionary(Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=reach)])


ARMED = (
    _on_opening,
    _on_closing,
    _on_a_page,
    _among_names,
    _on_a_link,
    _behind_plain_navigation,
    _in_a_form,
    _in_a_bookmark,
    _attached,
    _as_media,
    _in_a_stray_field,
    _to_a_share,
)
TRACES = (
    b"JavaScript",
    b"app.alert",
    b"/Launch",
    b"calc.exe",
    b"SubmitForm",
    b"/XFA",
    b"EmbeddedFile",
    b"RichMedia",
    b"Rendition",
    b"file://",
)


@pytest.mark.parametrize("arm", ARMED)
def test_nothing_active_is_passed_on(arm):
    armed = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf_of(bill().document))) as pdf, warnings.catch_warnings():
        warnings.simplefilter("ignore", pikepdf.PageCopyWarning)
        arm(pdf)
        pdf.save(armed)
    out = to_pdf(bill(), armed.getvalue())
    with pikepdf.open(io.BytesIO(out)) as pdf, warnings.catch_warnings():
        warnings.simplefilter("ignore", pikepdf.PageCopyWarning)
        plain = io.BytesIO()
        pdf.save(plain, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    assert [trace for trace in TRACES if trace in plain.getvalue()] == []


def test_structure_and_plain_navigation_stay():
    with pikepdf.open(io.BytesIO(pdf_of(bill().document))) as pdf:
        place = Array([pdf.pages[1].obj, Name.Fit])
        pdf.Root.OpenAction = Dictionary(S=Name.GoTo, D=place)
        pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))
        pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array([Dictionary(S=Name.P, K=0)])))
        pdf.pages[0].obj.Annots = Array([Dictionary(Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=Dictionary(S=Name.GoTo, D=place))])
        disarm(pdf)
        assert str(pdf.Root.OpenAction.S) == "/GoTo"
        assert pdf.Root.PageLabels.Nums[1].S == Name.D, "/S is also the style of page numbers"
        assert pdf.Root.StructTreeRoot.K[0].S == Name.P, "and the kind of a paragraph"
        assert str(pdf.pages[0].obj.Annots[0].A.S) == "/GoTo"
