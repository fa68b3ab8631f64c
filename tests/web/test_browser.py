"""The dashboard in a real Chromium: what it draws, what it asks for, and what it does not do from there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.web.conftest import CHROMIUM, Serve, browsing

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")


async def test_the_dashboard_is_used_in_a_browser(served: Serve, tmp_path: Path) -> None:
    address = served()
    async with browsing(tmp_path / "chromium") as page:
        await page.do("Page.navigate", url=address)
        await page.wait_for_drawn("Ryabkov")
        await page.wait_until("document.activeElement.className == 'xterm-helper-textarea'")
        for key, said in (("o", "the editor is off in the browser"), ("e", "export is off in the browser")):
            await page.press(key)
            await page.wait_for_drawn(said)
        assert await page.value("document.fonts.check('16px \"Roboto Mono\"')")
        own = (address, address.replace("http:", "ws:"), "data:")
        assert [url for url in page.asked_for if not url.startswith(own)] == []
        assert {url.rpartition("/")[2] for url in page.asked_for} >= {"textual.js", "page.css", "roboto-mono.ttf"}
        assert page.complaints == []
        await page.press("q")
        await page.wait_until("document.body.classList.contains('-closed')")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["articles", "chromium", "home"]
