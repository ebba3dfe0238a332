"""A web page becomes the paragraphs that a reader of it sees."""

from __future__ import annotations

import pytest

from pipeline.read import read
from pipeline.reading import Paragraph


def paragraphs(markup: str) -> tuple[Paragraph, ...]:
    return read(f"<!doctype html><html><body>{markup}</body></html>".encode(), "act.html").paragraphs


def texts(markup: str) -> list[str]:
    return [p.text for p in paragraphs(markup)]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>One\n  line</p><div>two<br>three</div>", ["One line", "two", "three"]),
        ("<p>a &amp; b &mdash; c&nbsp;d&shy;e</p>", ["a & b — c de"]),
        ("<p>kept <del>gone</del> tail <s>gone</s><strike>gone</strike> end</p>", ["kept tail end"]),
        ("<nav>Home</nav><script>x()</script><style>p{}</style><p>The Act</p>", ["The Act"]),
        ('<p style="display:none">gone</p><p hidden>gone</p><p>shown</p>', ["shown"]),
        ('<p><span style="text-decoration: line-through">gone</span>kept</p>', ["kept"]),
        ('<p>date<sup><a href="#fn1">1</a></sup> of the 1<sup>st</sup></p>', ["date of the 1st"]),
        ("<ol><li>light it<li>carry it</ol>", ["1. light it", "2. carry it"]),
        ('<ol type="a" start="3"><li>one</li><li value="7">two</li></ol>', ["c. one", "g. two"]),
        ('<ol type="I"><li>one<ol type="i"><li>in</li><li>out</li></ol></li><li>two</li></ol>', ["I. one", "i. in", "ii. out", "II. two"]),
        ("<ol><li>(a) numbered by hand</li></ol>", ["(a) numbered by hand"]),
        ('<ol style="list-style-type: none"><li>bare</li></ol>', ["bare"]),
        ("<table><tr><th>Offence<th>Fine<tr><td>Smoke<td>20</table>", ["Offence | Fine", "Smoke | 20"]),
        ("<table><tr><td>(a)<td>a lantern<tr><td>(b)<td>a quay</table>", ["(a) a lantern", "(b) a quay"]),
        ("<table><tr><td><p>One</p><p>Two</p><p>Three</p><p>Four</p><td>menu</table>", ["One", "Two", "Three", "Four", "menu"]),
        ("<pre>1. A keeper.\n\n2. A quay.</pre>", ["1. A keeper.", "2. A quay."]),
        ("<ul><li>point</ul>", ["point"]),
        ("<div>" * 3000 + "deep", ["deep"]),
    ],
)
def test_markup(markup: str, expected: list[str]) -> None:
    assert texts(markup) == expected


def test_what_a_paragraph_is() -> None:
    heading, centred, bold, note, quote = paragraphs(
        '<h2>Part I</h2><p align="center">Lanterns</p><p><b>Keeper.</b></p>'
        '<p class="footnote">see quay</p><blockquote>so it stands</blockquote>'
    )
    assert (heading.level, heading.bold) == (2, True)
    assert centred.centred
    assert (bold.bold, bold.level) == (True, 0)
    assert note.note
    assert quote.indent == 18


def test_title_and_charset_of_the_head() -> None:
    page = '<html><head><meta charset="iso-8859-2"><title>Zákon</title></head><body><p>lucerna Říčany</p></body></html>'
    reading = read(page.encode("iso-8859-2"), "act.htm")
    assert (reading.title, reading.paragraphs[0].text) == ("Zákon", "lucerna Říčany")


def test_a_page_without_text_says_so() -> None:
    assert [p.code for p in read(b"<html><body></body></html>", "act.html").problems] == ["no_text_layer"]
