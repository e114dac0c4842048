"""A browser as a person uses it: a real Chromium, and a hand that presses a button on the page.

``BROWSER`` names this program. It reads ``profile button seen address`` from its command line and
writes what the page shows in the end, as JSON, into the file ``seen``. Chromium is led over a pipe
(``--remote-debugging-pipe``), which needs no port and no library.
"""

from __future__ import annotations

import fcntl
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--password-store=basic", "--remote-debugging-pipe",
)  # fmt: skip
PATIENCE = 30.0

LOOKS = """(() => { if (document.readyState !== 'complete') return '{}';
const title = document.querySelector('h1');
return JSON.stringify({at: location.origin, title: title && title.innerText,
text: document.body.innerText, size: title && getComputedStyle(title).fontSize,
scripts: document.scripts.length, language: document.documentElement.lang}) })()"""
PLACE = """(() => { const found = document.getElementById('%s');
if (!found || document.readyState !== 'complete') return null;
found.scrollIntoView({block: 'center', behavior: 'instant'});
const box = found.getBoundingClientRect();
return [box.x + box.width / 2, box.y + box.height / 2] })()"""


class Chromium:
    """A Chromium and the two pipes that lead it."""

    def __init__(self, profile: str, address: str) -> None:
        to_read, self._write = os.pipe()
        self._read, to_write = os.pipe()
        # Chromium wants 3 and 4, which our own ends may have.
        ends = [fcntl.fcntl(end, fcntl.F_DUPFD, 20) for end in (to_read, to_write)]

        def place() -> None:
            for wanted, end in zip((3, 4), ends, strict=True):
                os.dup2(end, wanted)

        self.process = subprocess.Popen(
            ["chromium", *FLAGS, f"--user-data-dir={profile}", address],
            preexec_fn=place,  # noqa: PLW1509 - one thread, and only dup2 in it
            pass_fds=(3, 4),
            stderr=subprocess.DEVNULL,
        )
        for end in (*ends, to_read, to_write):
            os.close(end)
        self._heard = b""
        self._number = 0

    def ask(self, method: str, session: str | None = None, **words: Any) -> dict[str, Any]:
        self._number += 1
        asked = {"id": self._number, "method": method, "params": words}
        if session:
            asked["sessionId"] = session
        os.write(self._write, json.dumps(asked).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise RuntimeError(answer["error"])
                found: dict[str, Any] = answer["result"]
                return found

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._heard:
            part = os.read(self._read, 65536)
            if not part:
                raise EOFError
            self._heard += part
        said, _, self._heard = self._heard.partition(b"\0")
        heard: dict[str, Any] = json.loads(said)
        return heard


def look(profile: str, button: str, seen: str, address: str) -> None:
    until = time.monotonic() + PATIENCE
    chromium = Chromium(profile, address)
    try:
        session = ""
        while not session:
            pages = chromium.ask("Target.getTargets")["targetInfos"]
            for page in pages:
                if page["type"] == "page":
                    to = {"targetId": page["targetId"], "flatten": True}
                    session = chromium.ask("Target.attachToTarget", **to)["sessionId"]

        def value(script: str) -> Any:
            found = chromium.ask("Runtime.evaluate", session, expression=script, returnByValue=True)
            return found["result"].get("value")

        while (place := value(PLACE % button)) is None and time.monotonic() < until:
            time.sleep(0.05)
        for kind in ("mousePressed", "mouseReleased"):
            chromium.ask(
                "Input.dispatchMouseEvent", session,
                type=kind, x=place[0], y=place[1], button="left", clickCount=1,
            )  # fmt: skip
        shown: dict[str, Any] = {}
        while shown.get("at") in {None, _origin(address)} and time.monotonic() < until:
            time.sleep(0.05)
            shown = json.loads(value(LOOKS) or "{}")
        Path(seen).write_text(json.dumps(shown))
        chromium.ask("Browser.close")
    finally:
        chromium.process.kill()
        chromium.process.wait()


def _origin(address: str) -> str:
    return "/".join(address.split("/")[:3])


if __name__ == "__main__":
    look(*sys.argv[1:])
