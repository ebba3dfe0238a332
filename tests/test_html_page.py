"""The web page: it stands alone, says what a lawyer asks, and hostile words in it are only words."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from lxml import html

from pipeline.alert.html_page import to_html
from pipeline.alert.html_sheets import pictured_pages
from pipeline.picture import PagePicture
from pipeline.taxonomy import Severity
from tests.analyses import bill, codebook, hostile, quiet, unpaged, unread

DOT = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP6DwABBAEKKM80kwAAAABJRU5ErkJggg==")


def _pictures(analysis) -> dict[int, PagePicture]:
    return {page: PagePicture(page, 595, 842, "image/png", DOT) for page in pictured_pages(analysis)}


def _page(analysis, taxonomy=None):
    return html.document_fromstring(to_html(analysis, _pictures(analysis), taxonomy))


class Watch(HTMLParser):
    """Notes every element, and every attribute that could load or run something."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.reaches: list[str] = []
        self.handlers: list[str] = []

    def handle_starttag(self, tag, attrs) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name in ("src", "href", "action", "data", "srcset", "poster") and not (value or "").startswith(("#", "data:image/")):
                self.reaches.append(f"{tag} {name}={value}")
            if name.startswith("on") or name == "style":
                self.handlers.append(f"{tag} {name}")


def _watched(data: bytes) -> Watch:
    watch = Watch()
    watch.feed(data.decode())
    return watch


@pytest.mark.parametrize(
    "analysis", [bill(), quiet(), unread(), unpaged(), hostile()], ids=["bill", "quiet", "unread", "unpaged", "hostile"]
)
def test_stands_alone(analysis):
    data = to_html(analysis, _pictures(analysis))
    watch = _watched(data)
    assert watch.reaches == []
    assert watch.handlers == [], "the policy forbids them"
    assert len(watch.ids) == len(set(watch.ids))
    assert (watch.tags.count("script"), watch.tags.count("style"), watch.tags.count("main"), watch.tags.count("h1")) == (1, 1, 1, 1)
    assert data == to_html(analysis, _pictures(analysis)), "the same input gives the same bytes"


def test_policy_allows_our_own_style_and_script_and_nothing_else():
    text = to_html(bill()).decode()
    policy = html.document_fromstring(text.encode()).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    for tag in ("style", "script"):
        inside = re.search(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        assert inside is not None
        digest = base64.b64encode(hashlib.sha256(inside[1].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_the_gravest_articles_first_and_what_protects_last():
    shown = _page(bill()).xpath("//article//ul[@class='found']/li/@data-severity")
    assert shown == ["critical", "high", "critical", "high", "medium", "", ""]


def test_a_finding_says_all_that_a_lawyer_asks():
    card = _page(bill(), codebook()).get_element_by_id("f5")
    text = " ".join(card.text_content().split())
    for said in ("Section 4(1)", "Decision on an application", "page 1", "Medium", "lowered: an appeal to a court", "To check"):
        assert said in text
    assert [m.text for m in card.iter("mark")] == ["in his opinion the objects"]
    assert "(Section 4(2), page 1)" in text, "where a safeguard was found"
    assert "article 22" in text
    assert "Pinpoint to be checked: Report on access to resources" in text
    assert "paragraph 9" not in text, "an unverified pinpoint is never printed"


def test_a_provision_with_two_findings_is_one_entry_with_one_quotation():
    whole = bill()
    base = whole.findings[0]
    twice = replace(base, label="operations.sanctions", severity=Severity.LOW, evidence=(base.facts[0].span,))
    page = _page(replace(whole, findings=(base, twice)))
    (entry,) = page.xpath("//article")
    found = [(li.get("data-family"), li.get("data-severity")) for li in entry.xpath(".//ul[@class='found']/li")]
    assert found == [("registration", "high"), ("operations", "low")]
    assert len(entry.xpath(".//blockquote")) == 1
    assert [mark.text for mark in entry.iter("mark")] == ["five or more persons shall carry on any activity unless it is registered"]
    assert len(page.xpath("//*[@class='tag' and local-name()='text']")) == 1, "one number beside the page"


def test_says_that_it_is_a_draft_and_what_was_not_read():
    text = " ".join(_page(bill()).text_content().split())
    assert "Draft — machine findings, not reviewed by a lawyer" in text
    assert "This alert is not complete" in text
    assert "Run the file through a text recognition program" in text


def test_only_pages_with_findings_are_shown_and_all_their_boxes():
    page = _page(bill())
    assert [int(n) for n in page.xpath("//figure[@class='sheet']/@data-page")] == [1, 2]
    assert len(page.xpath("//figure[@data-page='1']//*[@class='box']")) == 5, "a box a line of evidence"


def test_a_page_without_its_picture_is_told_in_words():
    analysis = bill()
    pictures = _pictures(analysis)
    del pictures[2]
    page = html.document_fromstring(to_html(analysis, pictures))
    assert page.xpath("//figure[@class='sheet']/@data-page") == ["1"]
    assert set(page.xpath("//a/@href")) & {"#p2"} == set(), "no link leads nowhere"


def test_every_link_leads_somewhere():
    for analysis in (bill(), unpaged(), quiet(), unread()):
        page = _page(analysis)
        ids = set(page.xpath("//*/@id"))
        assert [href for href in page.xpath("//a/@href") if href[1:] not in ids] == []


def test_law_without_findings_says_so():
    text = " ".join(_page(quiet()).text_content().split())
    assert "No restriction of civic space was found in this text." in text
    for analysis in (quiet(), unread()):
        assert _page(analysis).xpath("//h2[@id='restricts-h']") == [], "no heading over nothing"
    assert "nothing was judged" in " ".join(_page(unread()).text_content().split())


def test_hostile_words_are_only_words():
    data = to_html(hostile(), _pictures(hostile()))
    assert _watched(data).tags.count("script") == 1
    assert b"&lt;script&gt;alert(1)&lt;/script&gt;" in data
    for harm in ("\x1b", "\x07", "\x00", "\u202e"):
        assert harm.encode() not in data


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("</title><script>alert(1)</script>", id="leaves the title"),
        pytest.param('"><img src=x onerror=alert(1)>', id="leaves an attribute"),
        pytest.param("{{ 7 * 7 }}{% raw %}", id="the template's own language"),
        pytest.param("</style><!--", id="leaves the style, opens a comment"),
        pytest.param("\ud800\udfff lone halves", id="half surrogates cannot be written at all"),
        pytest.param("\u2066\u2067hidden\u2069", id="isolates"),
    ],
)
def test_hostile_title(words):
    whole = bill()
    data = to_html(replace(whole, law=replace(whole.law, title=words), model_id=words), _pictures(whole))
    assert _watched(data).tags == _watched(to_html(whole, _pictures(whole))).tags
    assert b"49" not in html.document_fromstring(data).findtext(".//h1").encode()


def test_right_to_left_words_are_shown_right():
    whole = bill()
    page = _page(replace(whole, law=replace(whole.law, title="قانون الجمعيات")))
    assert page.xpath("//h1/@dir") == ["auto"]
    assert set(page.xpath("//blockquote/@dir")) == {"auto"}


def test_twenty_pages_with_pictures_stay_small():
    whole = bill()
    picture = {page: PagePicture(page, 800, 1130, "image/png", bytes(90_000)) for page in pictured_pages(whole)}
    each = len(to_html(whole, picture)) - len(to_html(whole))
    assert each / len(picture) * 20 < 3_000_000
