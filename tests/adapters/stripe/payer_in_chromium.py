"""A payer at a real Chromium: presses one button after the other, until another place is reached.

It reads ``profile buttons seen address`` from its command line and writes what is shown in the end,
as JSON, into the file ``seen``. A button with "?" before it is only waited for.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

from tests.adapters.zoom.trainer_in_chromium import LOOKS, PATIENCE, PLACE, Chromium


class Payer:
    """A hand and an eye on one page."""

    def __init__(self, chromium: Chromium) -> None:
        self._chromium = chromium
        self._until = time.monotonic() + PATIENCE
        self._session = ""
        while not self._session:
            for page in chromium.ask("Target.getTargets")["targetInfos"]:
                if page["type"] == "page":
                    to = {"targetId": page["targetId"], "flatten": True}
                    self._session = chromium.ask("Target.attachToTarget", **to)["sessionId"]

    def press(self, button: str) -> None:
        place = None
        while place is None and self._waiting():
            place = self._value(PLACE % button.removeprefix("?"))
        if place is None:
            raise TimeoutError(button)
        for kind in () if button.startswith("?") else ("mousePressed", "mouseReleased"):
            self._chromium.ask(
                "Input.dispatchMouseEvent", self._session,
                type=kind, x=place[0], y=place[1], button="left", clickCount=1,
            )  # fmt: skip

    def see(self, elsewhere_than: str) -> Any:
        """Return what is shown once another origin is reached."""
        shown: Any = {}
        while shown.get("at") in {None, elsewhere_than} and self._waiting():
            shown = json.loads(self._value(LOOKS) or "{}")
        return shown

    def _value(self, script: str) -> Any:
        found = self._chromium.ask(
            "Runtime.evaluate", self._session, expression=script, returnByValue=True
        )
        return found["result"].get("value")

    def _waiting(self) -> bool:
        time.sleep(0.05)
        return time.monotonic() < self._until


def pay(profile: str, buttons: str, seen: str, address: str) -> None:
    chromium = Chromium(profile, address)
    try:
        payer = Payer(chromium)
        for button in buttons.split(","):
            payer.press(button)
        shown = payer.see("/".join(address.split("/")[:3]))
        Path(seen).write_text(json.dumps(shown), "utf-8")
        chromium.ask("Browser.close")
    finally:
        chromium.process.kill()
        chromium.process.wait()


if __name__ == "__main__":
    pay(*sys.argv[1:])
