"""The page that a browser shows after a sign-in: self-contained, without scripts, kept nowhere."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Final

from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class PageWords:
    """What a page says: the most important thing large, the rest below."""

    title: Sentence
    text: Sentence


CLOSE: Final = PageWords(
    Sentence("sign-in", "You can close this window"),
    Sentence("sign-in", "CPD Desktop has the answer and goes on by itself. Go back to it."),
)
STOPPED: Final = PageWords(
    Sentence("sign-in", "Nothing was connected"),
    Sentence("sign-in", "You can close this window. CPD Desktop says how to go on."),
)
NOT_THIS: Final = PageWords(
    Sentence("sign-in", "This is not the answer that is waited for"),
    Sentence(
        "sign-in", "Nothing was taken from this page. Close it and go on where you signed in."
    ),
)

_STYLE: Final = (
    ":root{color-scheme:light dark}"
    "body{font:1.125rem/1.5 system-ui,sans-serif;max-width:34rem;margin:18vh auto;padding:0 1.5rem}"
    "h1{font-size:1.5rem}"
)
_STYLE_HASH: Final = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
_POLICY: Final = (
    f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
_HEADERS: Final = (
    "Content-Type: text/html; charset=utf-8",
    f"Content-Security-Policy: {_POLICY}",
    "Cache-Control: no-store",
    "Referrer-Policy: no-referrer",
    "X-Content-Type-Options: nosniff",
    "Connection: close",
)


def landing_page(
    status: str, words: PageWords, say: Callable[[Sentence], str], language: str
) -> bytes:
    """Return the whole answer to a browser, head and page."""
    title, text = escape(say(words.title)), escape(say(words.text))
    page = (
        f'<!DOCTYPE html><html lang="{escape(language)}" dir="auto"><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{title}</title>'
        f"<style>{_STYLE}</style><main><h1>{title}</h1><p>{text}</p></main></html>"
    ).encode()
    head = "\r\n".join((f"HTTP/1.1 {status}", *_HEADERS, f"Content-Length: {len(page)}", "", ""))
    return head.encode() + page
