"""A catalogue of hostile files of our own making, each with its purpose: what it tries, and what must come of it.

Nothing here is stored: every file is built in code, in memory. `CALM` rows are read together in one child process,
`GREEDY` rows want more time or memory than they are given, so each has a child of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from tests.hostile_build import WORDS, encrypted, good, objects, page_text, pages, pdf
from tests.hostile_shapes import (
    active,
    changed,
    changed_map,
    deep_page_tree,
    double_bomb,
    drawn_twice,
    flate_bomb,
    foreign_security,
    form_cycle,
    form_tree,
    huge_image,
    image_page,
    letters,
    letters_without_end,
    no_map,
    page_box,
    struck,
    text_and_scan,
    turned,
    with_map,
)

READ = "read"


@dataclass(frozen=True)
class Hostile:
    """A file and what is allowed to come of it.

    `outcomes` holds `read` and codes of our errors. Where it is read, `says` must be in the text and `absent` must not,
    `problem` is a code that must be among the problems, `pages` is the number of pages kept,
    and `key` the password given.
    """

    name: str
    purpose: str
    build: Callable[[], bytes]
    outcomes: tuple[str, ...] = (READ,)
    says: str = ""
    absent: str = ""
    problem: str = ""
    pages: int | None = None
    key: str | None = None


_CUT = ("damaged", READ)
CALM: tuple[Hostile, ...] = (
    Hostile("zero bytes", "an upload that never arrived", bytes, ("empty",)),
    Hostile("blanks", "a file of blanks and NULs only", lambda: b" \r\n\x00" * 500, ("empty",)),
    Hostile("cut in half", "a download that stopped", lambda: good()[: len(good()) // 2], _CUT),
    Hostile("cut before xref", "everything is there but the table", lambda: good().partition(b"xref\n")[0], says=WORDS),
    Hostile("wrong header", "the header says %PPF", lambda: good().replace(b"%PDF", b"%PPF", 1), _CUT),
    Hostile("no header", "objects without a header", lambda: pdf(objects(), header=b""), _CUT),
    Hostile("junk before header", "a mail's lines before the file", lambda: b"X-Mail: yes\r\n" * 400 + good(), says=WORDS),
    Hostile("junk after end", "a web page's rest after the file", lambda: good() + b"<html>" * 900, says=WORDS),
    Hostile("xref points to itself", "/Prev of the table is the table", lambda: pdf(objects(), prev=-1), _CUT),
    Hostile("xref beyond the end", "startxref far outside", lambda: good().replace(b"startxref\n", b"startxref\n99"), says=WORDS),
    Hostile("page tree cycle", "a node is its own child", lambda: changed(2, b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>"), _CUT),
    Hostile(
        "absurd page count",
        "/Count of two milliards",
        lambda: changed(2, b"<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>"),
        (*_CUT, "too_many_pages"),
    ),
    Hostile("negative page count", "/Count below zero", lambda: changed(2, b"<< /Type /Pages /Kids [3 0 R] /Count -7 >>"), _CUT),
    Hostile("no pages", "a tree without leaves", lambda: changed(2, b"<< /Type /Pages /Kids [] /Count 0 >>"), ("damaged",)),
    Hostile("kid is a number", "a page that is no dictionary", lambda: changed(3, b"42"), _CUT),
    Hostile("negative length", "/Length -1 of the content", lambda: good().replace(b"/Length ", b"/Length -", 1), _CUT),
    Hostile("deep page tree", "pages under 2,000 nodes", partial(deep_page_tree, 2000), _CUT),
    Hostile("deep arrays", "50,000 open brackets in the page", lambda: pdf(objects(page=b"/X " + b"[" * 50_000 + b"]" * 50_000)), _CUT),
    Hostile("content is a dictionary", "/Contents is no stream", lambda: changed(4, b"<< /Not /Stream >>"), pages=1),
    Hostile("form cycle", "a form that shows itself", partial(form_cycle, b"/X Do"), says=WORDS),
    Hostile(
        "resources missing",
        "text without any font",
        lambda: changed(3, b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>"),
        pages=1,
    ),
    Hostile("font is a number", "a font that is no dictionary", lambda: changed(5, b"7"), pages=1),
    Hostile("huge box", "a page of 10^9 points", lambda: page_box(b"/MediaBox [0 0 1000000000 1000000000]"), pages=1),
    Hostile("zero box", "a page without extent", lambda: page_box(b"/MediaBox [0 0 0 0]"), pages=1),
    Hostile("box upside down", "corners in the other order", lambda: page_box(b"/MediaBox [612 792 0 0]"), says=WORDS),
    Hostile("no box", "no MediaBox anywhere", lambda: page_box(b""), says=WORDS),
    Hostile("box of words", "a MediaBox that holds names", lambda: page_box(b"/MediaBox [/a /b /c /d]"), pages=1),
    Hostile(
        "box elsewhere",
        "a MediaBox far from the origin",
        lambda: page_box(b"/MediaBox [-3000 -3000 -2388 -2208]", at=(-2928, -2280)),
        says=WORDS,
    ),
    Hostile(
        "crop elsewhere",
        "a CropBox inside an offset MediaBox",
        lambda: page_box(b"/MediaBox [50 50 700 900] /CropBox [60 70 690 880]"),
        says=WORDS,
    ),
    Hostile(
        "crop without page",
        "a CropBox that misses the MediaBox",
        lambda: page_box(b"/MediaBox [0 0 612 792] /CropBox [5000 5000 5100 5100]"),
        pages=1,
    ),
    Hostile("user unit", "units of two points", lambda: page_box(b"/MediaBox [0 0 612 792]", b"/UserUnit 2"), says=WORDS),
    Hostile(
        "rotated 90",
        "page turned by /Rotate, text along the long side",
        lambda: pdf(objects(page_text(at=(0, 0), setup=b"0 1 -1 0 72 72 cm"), page=b"/Rotate 90")),
        pages=1,
    ),
    Hostile(
        "rotated 180",
        "page turned by /Rotate, text set upside down",
        lambda: pdf(objects(page_text(at=(0, 0), setup=b"-1 0 0 -1 560 72 cm"), page=b"/Rotate 180")),
        says=WORDS,
    ),
    Hostile(
        "rotated 270",
        "page turned by /Rotate, text along the long side",
        lambda: pdf(objects(page_text(at=(0, 0), setup=b"0 1 -1 0 110 72 cm"), page=b"/Rotate 90")),
        says=WORDS,
    ),
    Hostile("rotated 45", "/Rotate that is no quarter", lambda: page_box(b"/MediaBox [0 0 612 792]", b"/Rotate 45"), pages=1),
    Hostile("vertical text", "the whole text runs up the page", partial(turned, b"0 1 -1 0 100 60"), pages=1),
    Hostile("upside-down text", "text turned, page not", partial(turned, b"-1 0 0 -1 560 700"), pages=1),
    Hostile("no numbers in matrix", "a text matrix beyond all numbers", partial(turned, b"1e38 1e38 -1e38 1e38 1e38 1e38"), pages=1),
    Hostile("giant type", "type of 10^7 points", lambda: pdf(objects(page_text(font=b"/F1 10000000 Tf"))), pages=1),
    Hostile("no type size", "type of 0 points", lambda: pdf(objects(page_text(font=b"/F1 0 Tf"))), pages=1),
    Hostile("fake bold", "each line drawn twice, a hair apart", partial(drawn_twice, "0.3"), says=WORDS, absent="2031 LANTERN"),
    Hostile("shadow", "each line drawn twice in the same place", partial(drawn_twice, "0"), says=WORDS, absent="2031 LANTERN"),
    Hostile("invisible text", "a scanner's text layer: rendering mode 3", lambda: pdf(objects(page_text(setup=b"3 Tr"))), says=WORDS),
    Hostile("struck text", "a line through a subsection", struck, says="A lantern without a number"),
    Hostile("no character map", "glyph numbers that mean nothing", no_map, problem="bad_text_layer", pages=1),
    Hostile("control characters", "letters mapped to control codes", lambda: with_map(letters(1)), problem="bad_text_layer", pages=1),
    Hostile(
        "private characters", "letters mapped to the private use area", lambda: with_map(letters(0xE000)), problem="bad_text_layer", pages=1
    ),
    Hostile("half surrogates", "letters mapped to lone surrogates", lambda: changed_map(b"d800"), pages=1),
    Hostile("right to left", "an Arabic text", lambda: with_map(letters(0x621)), problem="language", pages=1),
    Hostile("image only", "a scan without text", lambda: pdf(image_page(objects(), 3)), problem="no_text_layer", pages=1),
    Hostile("text and scan", "a scan as second page", text_and_scan, says=WORDS, problem="no_text_layer", pages=2),
    Hostile("huge image", "an image of 450 MB in half a megabyte", huge_image, problem="no_text_layer", pages=1),
    Hostile("600 empty pages", "blank pages only", partial(pages, 600), problem="no_text_layer", pages=600),
    Hostile("10,000 pages", "more pages than the limit", partial(pages, 10_000), ("too_many_pages",)),
    Hostile("active", "scripts, programs, forms, a file inside", active, says=WORDS, absent="MZ not a program"),
    Hostile("rc4-40, no password", "encrypted, nothing given", partial(encrypted, "open", revision=2), ("encrypted",)),
    Hostile("rc4-128", "encrypted, password given", partial(encrypted, "open", revision=3), says=WORDS, key="open"),
    Hostile("aes-128", "encrypted, password given", partial(encrypted, "open", revision=4), says=WORDS, key="open"),
    Hostile("aes-256", "encrypted, password given", partial(encrypted, "open"), says=WORDS, key="open"),
    Hostile("aes-256, owner's", "opened with the owner's password", partial(encrypted, "open", "mine"), says=WORDS, key="mine"),
    Hostile("aes-256, wrong", "a wrong password", partial(encrypted, "open"), ("wrong_password",), key="close"),
    Hostile("aes-256, none", "no password", partial(encrypted, "open"), ("encrypted",)),
    Hostile("aes-256, letters", "a password in other letters", partial(encrypted, "ключ æøå"), says=WORDS, key="ключ æøå"),
    Hostile("no user password", "protected against printing only", partial(encrypted, ""), says=WORDS),
    Hostile("password for none", "a password for a file that has none", good, says=WORDS, key="open"),
    Hostile("unknown security", "a security handler that nobody has", foreign_security, ("unsupported_encryption", "encrypted", "damaged")),
)


_LIMITS = (READ, "out_of_memory", "too_large", "timed_out", "damaged", "reader_died")
GREEDY: tuple[Hostile, ...] = (
    Hostile(
        "form cycle, doubled",
        "a form that shows itself twice: the work doubles at each level",
        partial(form_cycle, b"/X Do /X Do"),
        _LIMITS,
    ),
    Hostile("flate bomb", "a page's content unpacks from 3 MB to 3 GB", partial(flate_bomb, 3_000), _LIMITS),
    Hostile("double flate bomb", "packed twice: 20 kB to 6 GB", double_bomb, _LIMITS),
    Hostile("letters without end", "1.2 million letters on one page", letters_without_end, _LIMITS),
    Hostile("form tree", "forms that show forms: 3^18 in all", lambda: form_tree(18), _LIMITS),
)
