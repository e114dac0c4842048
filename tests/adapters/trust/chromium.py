"""A real Chromium with one page open, led over a pipe: no port and no library."""

from __future__ import annotations

import fcntl
import json
import os
import subprocess
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--password-store=basic",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-extensions", "--remote-debugging-pipe", "about:blank",
)  # fmt: skip
PATIENCE = 30.0


class Page:
    """A page in the browser, and what it asked the network for."""

    def __init__(self, browser: subprocess.Popen[bytes], to: int, heard: int) -> None:
        self._browser, self._to, self._from = browser, to, heard
        self._number, self._rest, self._session = 0, b"", ""
        self.requests: list[str] = []
        self.complaints: list[str] = []
        while not self._session:
            for target in self.ask("Target.getTargets")["targetInfos"]:
                if target["type"] == "page":
                    to_page = {"targetId": target["targetId"], "flatten": True}
                    self._session = self.ask("Target.attachToTarget", **to_page)["sessionId"]
        for domain in ("Page", "Network", "Log", "DOM", "Runtime"):
            self.ask(f"{domain}.enable")

    def ask(self, method: str, **words: Any) -> dict[str, Any]:
        self._number += 1
        asked = {"id": self._number, "method": method, "params": words}
        if self._session:
            asked["sessionId"] = self._session
        content = json.dumps(asked).encode() + b"\0"
        while content:
            content = content[os.write(self._to, content) :]
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                found: dict[str, Any] = answer["result"]
                return found

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            part = os.read(self._from, 1 << 16)
            assert part, "the browser is gone"
            self._rest += part
        said, _, self._rest = self._rest.partition(b"\0")
        heard: dict[str, Any] = json.loads(said)
        words = heard.get("params", {})
        if heard.get("method") == "Network.requestWillBeSent":
            self.requests.append(words["request"]["url"])
        elif heard.get("method") in {"Log.entryAdded", "Runtime.exceptionThrown"}:
            self.complaints.append(json.dumps(words))
        return heard

    def value(self, script: str) -> Any:
        """Return what the script comes to in the page."""
        found = self.ask(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def until(self, script: str) -> Any:
        """Wait until the script comes to something true and return it."""
        end = time.monotonic() + PATIENCE
        while not (found := self.value(script)):
            assert time.monotonic() < end, script
            time.sleep(0.01)
        return found

    def open(self, address: str, before: str = "") -> None:
        """Open the address; the script ``before`` runs in the page before its own."""
        self.ask("Page.navigate", url="about:blank")
        self.until("location.href === 'about:blank' && document.readyState === 'complete'")
        added = self.ask("Page.addScriptToEvaluateOnNewDocument", source=before)
        self.ask("Page.navigate", url=address)
        self.until("document.documentElement?.dataset.ready === 'yes'")
        self.ask("Page.removeScriptToEvaluateOnNewDocument", identifier=added["identifier"])

    def choose(self, selector: str, path: Path) -> None:
        """Choose a file where the page asks for one."""
        root = self.ask("DOM.getDocument")["root"]["nodeId"]
        node = self.ask("DOM.querySelector", nodeId=root, selector=selector)["nodeId"]
        self.ask("DOM.setFileInputFiles", files=[str(path)], nodeId=node)

    def press(self, key: str) -> None:
        """Press and release a key."""
        codes = {"Tab": 9, "Enter": 13, "ArrowDown": 40, "/": 191}
        texts = {"Enter": "\r", "/": "/"}
        text = {"text": texts[key]} if key in texts else {}
        words = {"key": key, "code": key, "windowsVirtualKeyCode": codes[key]}
        self.ask("Input.dispatchKeyEvent", type="keyDown", **words, **text)
        self.ask("Input.dispatchKeyEvent", type="keyUp", **words)

    def write(self, text: str) -> None:
        """Write text where the keyboard is."""
        self.ask("Input.insertText", text=text)


@contextmanager
def chromium(profile: Path, *more: str) -> Iterator[Page]:
    """Start the browser, and end it."""
    to_read, write = os.pipe()
    read, to_write = os.pipe()
    # Chromium wants 3 and 4, which our own ends may have.
    ends = [fcntl.fcntl(end, fcntl.F_DUPFD, 20) for end in (to_read, to_write)]

    def place() -> None:
        for wanted, end in zip((3, 4), ends, strict=True):
            os.dup2(end, wanted)

    browser = subprocess.Popen(
        ["chromium", f"--user-data-dir={profile}", *more, *FLAGS],
        preexec_fn=place,  # noqa: PLW1509 - one thread, and only dup2 in it
        pass_fds=(3, 4),
        stderr=subprocess.DEVNULL,
    )
    for end in (*ends, to_read, to_write):
        os.close(end)
    try:
        yield Page(browser, write, read)
    finally:
        browser.kill()
        browser.wait()
        os.close(read)
        os.close(write)
