"""The README's picture of an alert, taken anew: `python -m tests.bench.readme_picture`. Needs Chromium and its driver."""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from pathlib import Path

from PIL import Image
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains

from tests.bench.measure import clausewatch

ROOT = Path(__file__).parents[2]
BILL = ROOT / "corpus" / "samples" / "sample_bill.pdf"
PICTURE = ROOT / "app" / "static" / "readme" / "alert.png"
WIDTH, HEIGHT = 1400, 1000
KEYS = "jjj"
"""The third entry: a grave one with several findings, beside its page."""


def main() -> None:
    """Scan the sample, open its alert, step to an entry, keep what is seen."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([*clausewatch(), "scan", str(BILL), "--format", "html", "--out", folder], check=True)
        shown = photograph(Path(folder) / "sample_bill.html", WIDTH, HEIGHT, KEYS)
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(io.BytesIO(shown)) as picture:
        small = picture.convert("RGB").quantize(256, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    small.save(PICTURE, optimize=True)  # a third of the size; the rare colours, which carry the severities, are kept


def photograph(page: Path, width: int, height: int, keys: str) -> bytes:
    """A PNG of the window after the keys were pressed."""
    options = webdriver.ChromeOptions()
    options.binary_location = str(shutil.which("chromium"))
    for argument in ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage"):
        options.add_argument(argument)
    driver = webdriver.Chrome(options=options, service=Service(str(shutil.which("chromedriver"))))
    try:
        screen = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
        driver.get(page.as_uri())
        for key in keys:
            ActionChains(driver).send_keys(key).perform()
        return driver.get_screenshot_as_png()
    finally:
        driver.quit()


if __name__ == "__main__":
    main()
