"""Makes verify.html: one file that checks certificates anywhere, without a network."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpd_desktop.adapters.trust.documents import read_card, read_status_list
from cpd_desktop.domain.certificates import check_words, page_words
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

NOBODYS_LIST = Sentence(
    "certificates", "None of the issuers on the page signed this list of revoked certificates."
)
SCRIPTS = (
    "formats.js", "sha2.js", "ed25519.js", "signed_pdf.js", "stamped_pdf.js", "checks.js",
    "qr_signal.js", "qr_picture.js", "page.js",
)  # fmt: skip
_PLACE = re.compile(r"\{\{([A-Z_]+)\}\}")


@dataclass(frozen=True, slots=True)
class PageLanguage:
    """The language of the page and how to say a sentence in it, its places left open."""

    code: str = "en"
    direction: str = "ltr"
    say: Callable[[Sentence], str] = lambda sentence: sentence.template


ENGLISH = PageLanguage()


def verify_page(
    sources: Path,
    cards: Sequence[bytes],
    lists: Sequence[bytes],
    language: PageLanguage = ENGLISH,
) -> str:
    """Return the page, which knows the issuers with these signed cards and their signed lists.

    ``sources`` is the folder with its parts. Raises ``Invalid`` for a card that is none and for a
    list that none of these issuers signed.
    """
    _require_sound(cards, lists)
    words = {name: language.say(sentence) for name, sentence in _words().items()}
    parts = "\n".join((sources / name).read_text("utf-8") for name in SCRIPTS)
    script = f"(() => {{\n'use strict';\n{parts}}})();\n"
    style = (sources / "verify.css").read_text("utf-8")
    data = {
        "cards": [card.decode() for card in cards],
        "lists": [each.decode() for each in lists],
        "words": words,
    }
    policy = (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    filled = {name: html.escape(word) for name, word in words.items()} | {
        "LANGUAGE": html.escape(language.code),
        "DIRECTION": html.escape(language.direction),
        "POLICY": policy,
        "STYLE": style,
        "SCRIPT": script,
        # Nothing in the data can end the element that it is in.
        "DATA": json.dumps(data, ensure_ascii=False).replace("<", "\\u003c"),
    }
    page = (sources / "verify.html").read_text("utf-8")
    return _PLACE.sub(lambda place: filled[place[1]], page)


def _require_sound(cards: Sequence[bytes], lists: Sequence[bytes]) -> None:
    known = [read_card(card) for card in cards]
    for each in lists:
        for card in known:
            with suppress(Invalid):
                read_status_list(each, card)
                break
        else:
            raise Invalid({"list": NOBODYS_LIST})


def _words() -> dict[str, Sentence]:
    return {
        name: each
        for module in (check_words, page_words)
        for name, each in vars(module).items()
        if isinstance(each, Sentence)
    }


def _hash(content: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}"
