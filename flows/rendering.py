"""An analysis set in the form that was asked for; each form's libraries are loaded only for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module

from flows.form import Form
from flows.limits import ProcessLimits, run_limited
from flows.reading import render_pages
from pipeline.analysis import Analysis
from pipeline.errors import ClausewatchError
from pipeline.picture import PagePicture
from pipeline.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True)
class Order:
    """The form that is wanted, and how.

    `everything` adds every provision to JSON. `width` (characters) and `escapes` are what the screen can show.
    `one_stream` says that all alerts follow each other in one stream.
    """

    form: Form = Form.TEXT
    everything: bool = False
    width: int = 80
    escapes: bool = False
    one_stream: bool = True


@dataclass(frozen=True, slots=True)
class Original:
    """The file that an analysis was made of, and with what it may be opened again."""

    data: bytes
    password: str | None = None
    limits: ProcessLimits = field(default_factory=ProcessLimits)


@dataclass(frozen=True, slots=True)
class Job:
    """One law to be set: `number` counts the laws of its file."""

    analysis: Analysis
    taxonomy: Taxonomy
    original: Original
    order: Order
    number: int = 1


def prepare(form: Form) -> None:
    """Loads what sets this form, so that nobody waits for it when the alert is ready."""
    for module in _LIBRARIES[form]:
        import_module(f"pipeline.alert.{module}")


def render(job: Job) -> bytes:
    """The alert, as it is written to a file. Raises ClausewatchError."""
    return _SETTERS[job.order.form](job)


def _text(job: Job) -> bytes:
    from pipeline.alert.text import to_text  # noqa: PLC0415 - one form, one set of libraries
    from pipeline.alert.text_lines import Ink  # noqa: PLC0415

    order = job.order
    between = "\n" + "=" * min(order.width, 80) + "\n\n" if order.one_stream and job.number > 1 else ""
    return (between + to_text(job.analysis, job.taxonomy, width=order.width, ink=Ink(order.escapes))).encode()


def _json(job: Job) -> bytes:
    from pipeline.alert.json import to_json  # noqa: PLC0415

    return to_json(job.analysis, everything=job.order.everything).encode() + b"\n"


def _csv(job: Job) -> bytes:
    from pipeline.alert.csv import to_csv  # noqa: PLC0415

    return to_csv(job.analysis, job.taxonomy, first=job.number == 1 or not job.order.one_stream).encode()


def _akn(job: Job) -> bytes:
    from pipeline.alert.akn import to_akn  # noqa: PLC0415

    return to_akn(job.analysis)


def _html(job: Job) -> bytes:
    from pipeline.alert.html_page import to_html  # noqa: PLC0415
    from pipeline.alert.html_sheets import pictured_pages  # noqa: PLC0415

    return to_html(job.analysis, _pictures(job.original, pictured_pages(job.analysis)), job.taxonomy)


def _pictures(original: Original, pages: tuple[int, ...]) -> dict[int, PagePicture]:
    """The pages by number; an alert without pictures is still an alert, so a page that cannot be drawn is left out."""
    if not pages:
        return {}
    try:
        drawn = render_pages(original.data, pages, password=original.password, limits=original.limits)
    except ClausewatchError:
        return {}
    return {p.page: PagePicture(p.page, p.width, p.height, p.media_type, p.image) for p in drawn}


def _pdf(job: Job) -> bytes:
    """In a child process: the file is opened again, and may be hostile."""
    original = job.original
    annotated: bytes = run_limited(_annotated, job.analysis, original.data, original.password, job.taxonomy, limits=original.limits)
    return annotated


def _annotated(analysis: Analysis, data: bytes, password: str | None, taxonomy: Taxonomy) -> bytes:
    from pipeline.alert.annotated_pdf import to_pdf  # noqa: PLC0415

    return to_pdf(analysis, data, password, taxonomy)


def _docx(job: Job) -> bytes:
    from pipeline.alert.memo import to_docx  # noqa: PLC0415

    return to_docx(job.analysis, job.taxonomy)


_SETTERS: Mapping[Form, Callable[[Job], bytes]] = {
    Form.TEXT: _text,
    Form.JSON: _json,
    Form.CSV: _csv,
    Form.AKN: _akn,
    Form.HTML: _html,
    Form.PDF: _pdf,
    Form.DOCX: _docx,
}
_LIBRARIES: Mapping[Form, tuple[str, ...]] = {
    Form.TEXT: ("text",),
    Form.JSON: ("json",),
    Form.CSV: ("csv",),
    Form.AKN: ("akn",),
    Form.HTML: ("html_page", "html_sheets"),
    Form.PDF: (),  # set in a process of its own
    Form.DOCX: ("memo",),
}
