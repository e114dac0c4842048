"""The page of a binder in a real browser: readable, by day and night, and quiet."""

from __future__ import annotations

import json
import re
import shutil
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("fcntl")  # which systems without pipes to Chromium do not have

from tests.adapters.zoom.trainer_in_chromium import Chromium

if TYPE_CHECKING:
    from pathlib import Path

    from tests.bound import Bound

LOOKS = """JSON.stringify({
sections: document.querySelectorAll('section').length, title: document.title,
page: getComputedStyle(document.body).backgroundColor,
text: getComputedStyle(document.body).color,
wide: document.documentElement.scrollWidth > innerWidth,
unnamed: [...document.querySelectorAll('a')].filter(each => !each.innerText.trim()).length,
headings: [...document.querySelectorAll('h1,h2,h3')].map(each => Number(each.tagName[1]))})"""


class Reader(Chromium):
    """Reads a page, and notes what the browser says besides its answers."""

    def __init__(self, profile: Path) -> None:
        self.said: list[dict[str, Any]] = []
        super().__init__(str(profile), "about:blank")
        (page,) = [
            each
            for each in self.ask("Target.getTargets")["targetInfos"]
            if each["type"] == "page"
        ]  # fmt: skip
        to = {"targetId": page["targetId"], "flatten": True}
        self.session = self.ask("Target.attachToTarget", **to)["sessionId"]

    def _next(self) -> dict[str, Any]:
        heard = super()._next()
        if "method" in heard:
            self.said.append(heard)
        return heard

    def tell(self, method: str, **words: Any) -> dict[str, Any]:
        return self.ask(method, self.session, **words)

    def heard(self, method: str) -> list[dict[str, Any]]:
        return [each["params"] for each in self.said if each["method"] == method]

    def open(self, page: Path) -> None:
        for area in ("Page", "Network", "Log", "Runtime"):
            self.tell(f"{area}.enable")
        self.tell("Page.navigate", url=page.as_uri())
        while not self.heard("Page.loadEventFired"):
            self._next()

    def looks(self, scheme: str) -> dict[str, Any]:
        wanted = [{"name": "prefers-color-scheme", "value": scheme}]
        self.tell("Emulation.setEmulatedMedia", features=wanted)
        found = self.tell("Runtime.evaluate", expression=LOOKS, returnByValue=True)
        looks: dict[str, Any] = json.loads(found["result"]["value"])
        return looks


def lightness(colour: str) -> int:
    return sum(map(int, re.findall(r"\d+", colour)[:3]))


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("chromium"), reason="needs chromium")
def test_a_browser_shows_it_by_day_and_night_and_asks_nobody(bound: Bound, tmp_path: Path) -> None:
    bound.write()
    place = tmp_path / "unpacked"
    shutil.unpack_archive(bound.path, place)
    reader = Reader(tmp_path / "profile")
    try:
        reader.open(place / "index.html")
        day, night = reader.looks("light"), reader.looks("dark")
        asked = [each["request"]["url"] for each in reader.heard("Network.requestWillBeSent")]
        reader.ask("Browser.close")
    finally:
        reader.process.kill()
        reader.process.wait()
    assert asked == [(place / "index.html").as_uri()]
    assert reader.heard("Log.entryAdded") == []
    assert reader.heard("Runtime.exceptionThrown") == []
    assert (day["sections"], day["title"]) == (14, "Audit binder: Wound care")
    assert lightness(day["page"]) > lightness(day["text"])
    assert lightness(night["page"]) < lightness(night["text"])
    assert not day["wide"]
    assert day["unnamed"] == 0
    levels = day["headings"]
    assert all(deeper <= level + 1 for level, deeper in pairwise(levels))
