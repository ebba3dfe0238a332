"""The web page in a browser: keys, filter, boxes over the words, no request to any network, nothing to complain of."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from pipeline.alert.html_page import to_html
from pipeline.alert.html_sheets import pictured_pages
from pipeline.picture import PagePicture
from pipeline.taxonomy import Polarity, Severity
from tests.analyses import bill, codebook, pdf_of

BROWSER, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(not (BROWSER and DRIVER), reason="needs Debian's chromium and chromium-driver")
QUIET = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update"
    " --disable-sync --disable-dev-shm-usage"
)
SCALE = 1.5


def _pictures(data: bytes, pages: tuple[int, ...]) -> dict[int, PagePicture]:
    document, pictures = pypdfium2.PdfDocument(data), {}
    for page in pages:
        image, target = document[page - 1].render(scale=SCALE).to_pil(), io.BytesIO()
        image.save(target, "PNG")
        pictures[page] = PagePicture(page, image.width, image.height, "image/png", target.getvalue())
    document.close()
    return pictures


@pytest.fixture(scope="module")
def browser(tmp_path_factory) -> Iterator[webdriver.Chrome]:
    options = webdriver.ChromeOptions()
    options.binary_location = str(BROWSER)
    for argument in (*QUIET.split(), f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(str(DRIVER)))
    yield driver
    driver.quit()
    driver.service.stop()


@pytest.fixture(scope="module")
def address(tmp_path_factory) -> str:
    analysis = bill()
    page = to_html(analysis, _pictures(pdf_of(analysis.document), pictured_pages(analysis)), codebook())
    path: Path = tmp_path_factory.mktemp("alert") / "alert.html"
    path.write_bytes(page)
    return path.as_uri()


@pytest.fixture
def page(browser, address) -> webdriver.Chrome:
    _size(browser, 1440)
    browser.get(address)
    return browser


def _size(browser: webdriver.Chrome, width: int) -> None:
    screen = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)


def _press(page: webdriver.Chrome, keys: str) -> None:
    for key in keys:
        ActionChains(page).send_keys(key).perform()


def _at(page: webdriver.Chrome) -> str:
    return page.execute_script("return document.activeElement.id")


def _shown(page: webdriver.Chrome) -> list[str]:
    return page.execute_script("return [...document.querySelectorAll('article.clause')].filter(f => f.offsetParent).map(f => f.id)")


@pytest.mark.parametrize(
    ("keys", "finding"),
    [
        pytest.param("j", "f1", id="the first"),
        pytest.param("jjj", "f3", id="onward"),
        pytest.param("jjjk", "f2", id="back"),
        pytest.param("k", "f7", id="back from the top is the last"),
        pytest.param("kj", "f7", id="no further than the last"),
        pytest.param("n", "f1", id="the first page"),
        pytest.param("nn", "f3", id="the next page"),
        pytest.param("nnp", "f1", id="the page before"),
    ],
)
def test_keys_go_from_finding_to_finding(page, keys, finding):
    _press(page, keys)
    assert _at(page) == finding
    top = page.execute_script("return document.activeElement.getBoundingClientRect().top")
    bar = page.execute_script("return document.querySelector('form.tools').getBoundingClientRect().bottom")
    assert bar <= top < 900, "in view, below the bar that stays"


def test_a_key_brings_the_place_on_the_page_into_view(page):
    _press(page, "jj")
    box = page.execute_script("const b = document.querySelector('.marks .on .box').getBoundingClientRect(); return [b.top, b.bottom]")
    assert 0 < box[0] < box[1] < 900


def test_scrolling_by_hand_takes_the_page_picture_along(page):
    ActionChains(page).scroll_by_amount(0, 2400).perform()
    wait = WebDriverWait(page, 5)
    wait.until(lambda p: p.execute_script("return document.querySelector('article.current')") is not None)
    same = "return document.querySelector('.marks .on').dataset.for === document.querySelector('article.current').id"
    assert page.execute_script(same)
    assert _at(page) == "", "reading on does not take the focus away"


def test_a_mark_on_a_page_leads_to_its_finding(page):
    page.execute_script("document.querySelector('.marks [data-for=f4] .box').dispatchEvent(new MouseEvent('click', {bubbles: true}))")
    assert _at(page) == "f4"


def test_a_page_link_shows_the_page_beside_its_finding(page):
    page.find_element("css selector", "#f4 a.page").click()
    assert page.execute_script("return document.querySelector('article.current').id") == "f4"
    top = page.execute_script("return document.querySelector('.marks .on .box').getBoundingClientRect().top")
    assert 0 < top < 900


def test_filter_by_effect_severity_and_family(page):
    _press(page, "f")
    assert page.switch_to.active_element.get_attribute("name") == "polarity"
    for value, left in (("enabling", 5), ("critical", 3), ("registration", 1)):
        page.find_element("css selector", f"input[value={value}]").click()
        assert len(_shown(page)) == left
    assert page.find_element("id", "shown").text == "1 of 7 provisions"
    assert _shown(page) == ["f4"]
    assert page.execute_script("return document.querySelectorAll('.sheet:not([hidden])').length") == 1
    page.find_element("id", "all-button").click()
    assert len(_shown(page)) == 7


def test_an_entry_is_shown_for_any_of_its_findings_and_the_others_are_dimmed(browser, tmp_path):
    whole = bill()
    base = whole.findings[0]
    second = replace(base, label="expression.false_information", severity=Severity.LOW)
    third = replace(base, label="assembly.authorisation", polarity=Polarity.ENABLING, severity=Severity.LOW)
    page = tmp_path / "several.html"
    page.write_bytes(to_html(replace(whole, findings=(base, second, third, *whole.findings[1:])), {}, codebook()))
    browser.get(page.as_uri())
    _press(browser, "f")
    dimmed = "return [...document.querySelectorAll('article.clause')].find(c => c.querySelectorAll('.found li').length === 3)"
    dimmed += ".querySelectorAll('.found li.dim').length"
    for value, left, dim in (("high", 6, 1), ("registration", 3, 1), ("enabling", 2, 2), ("expression", 1, 3)):
        browser.find_element("css selector", f"input[value={value}]").click()
        assert (len(_shown(browser)), browser.execute_script(dimmed)) == (left, dim), value


def test_a_link_to_a_finding_that_is_filtered_out_shows_it(page):
    _press(page, "f")
    page.find_element("css selector", "input[value=critical]").click()
    page.execute_script("document.querySelector('.gravest a').click()")
    assert _at(page) == "f1"
    assert len(_shown(page)) == 7


def test_help_opens_and_closes(page):
    _press(page, "?")
    assert page.execute_script("return document.querySelector('#help').open")
    _press(page, "j")
    assert page.execute_script("return document.querySelector('article.current')") is None, "keys are the dialog's while it is open"
    _press(page, Keys.ESCAPE)
    assert not page.execute_script("return document.querySelector('#help').open")


def test_tab_reaches_the_skip_link_first(page):
    _press(page, Keys.TAB)
    assert page.switch_to.active_element.text == "Skip to the findings"


@pytest.mark.parametrize("width", [1440, 390])
def test_boxes_lie_over_the_words(page, width):
    _size(page, width)
    document = bill().document
    found = page.execute_script(
        "return [...document.querySelectorAll('.sheet')].flatMap(s => { const p = s.querySelector('img').getBoundingClientRect();"
        " return [...s.querySelectorAll('.box')].map(b => { const r = b.getBoundingClientRect();"
        " return [+s.dataset.page, (r.left - p.left) / p.width, (r.top - p.top) / p.height, r.width / p.width, r.height / p.height]; }); })"
    )
    wanted = [
        (b.page, b.x0 / 595, b.top / 842, (b.x1 - b.x0) / 595, (b.bottom - b.top) / 842)
        for f in bill().findings
        for span in f.evidence
        for b in document.boxes(span)
    ]
    for place in wanted:
        assert any(box == pytest.approx(place, abs=0.004) for box in found), place
    assert len(found) == len(wanted)


@pytest.mark.parametrize("width", [1440, 390])
def test_no_sideways_scrolling(page, width):
    _size(page, width)
    assert page.execute_script("return document.documentElement.scrollWidth") <= width


def test_all_is_visible_without_scripts(browser, address):
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.get(address)
        cards = browser.find_elements("css selector", "article.clause")
        assert len(cards) == 7
        assert all(card.is_displayed() for card in cards)
        assert not browser.find_element("css selector", "form.tools").is_displayed(), "nothing is offered that does not work"
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_nothing_is_asked_of_a_network_and_nothing_complains(browser, address):
    browser.get_log("performance")
    browser.get_log("browser")
    browser.get(address)
    _press(browser, "jnf")
    events = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    asked = [e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"]
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert browser.get_log("browser") == [], "no error, no breach of the policy"


def test_injected_script_and_style_are_refused(page):
    page.execute_script(
        "const s = document.createElement('script'); s.textContent = 'window.harmed = 1'; document.body.append(s);"
        "const i = document.createElement('img'); i.src = 'https://example.org/x.png'; document.body.append(i);"
    )
    assert page.execute_script("return window.harmed") is None
    page.get_log("browser")


def test_contrast_of_words_is_enough(page):
    """Against the ground that is really behind them, 4.5 to 1 as WCAG AA asks of small type."""
    poor = page.execute_script("""
      const lum = c => { const [r, g, b] = c.map(v => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; });
        return .2126 * r + .7152 * g + .0722 * b; };
      const parse = s => s.match(/[\\d.]+/g).map(Number);
      const ground = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor);
        if (c.length < 4 || c[3] > 0) return c.slice(0, 3); } return [255, 255, 255]; };
      const bad = new Set();
      for (const e of document.querySelectorAll('body *')) {
        if (![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()) || !e.offsetParent || e.closest('svg')) continue;
        const a = lum(parse(getComputedStyle(e).color).slice(0, 3)), b = lum(ground(e));
        const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
        if (ratio < 4.5) bad.add(e.tagName + '.' + e.className + ' ' + ratio.toFixed(2));
      }
      return [...bad];
    """)
    assert poor == []
