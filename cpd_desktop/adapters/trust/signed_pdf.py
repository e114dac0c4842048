"""What a PDF file of a stranger carries: our signature and the badge, found without parsing it.

Only what we write ourselves is looked for, so the size of the file is all that costs time.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from dataclasses import dataclass

from cpd_desktop.adapters.trust import der
from cpd_desktop.adapters.trust.badges import FORM, LONGEST
from cpd_desktop.adapters.trust.cms import Signed, read_message

MAGIC = b"%PDF-"
_SIGNATURE = re.compile(rb"/ByteRange\[0{1,10} (\d{10}) (\d{10}) (\d{10})\]/Contents<")
_ATTACHED = re.compile(rb"/EmbeddedFile\b")
_MOST_DIGITS = 200_000
_MOST_ATTACHED = 20
_DICTIONARY = 600


@dataclass(frozen=True, slots=True)
class PdfSignature:
    """The signature in a file, and whether the whole file is what was signed."""

    signed: Signed
    covers: bool


def signature_in(pdf: bytes) -> PdfSignature | None:
    """Return the one signature of our form in the file, if there is one.

    Raises ``ValueError`` if there is something in its place that cannot be read.
    """
    places = list(_SIGNATURE.finditer(pdf))
    if not places:
        return None
    if len(places) > 1:
        raise ValueError
    opening = places[0].end() - 1
    stated, closing, tail = map(int, places[0].groups())
    digits = pdf[opening + 1 : closing - 1]
    if stated != opening or len(digits) > _MOST_DIGITS:
        raise ValueError
    coded = bytes.fromhex(digits.decode())
    if coded.hex().encode() != digits:
        raise ValueError
    message, padding = der.leading(coded)
    if padding.strip(b"\0"):
        raise ValueError
    signed = read_message(message.whole)
    hashed = hashlib.sha256(pdf[:opening])
    hashed.update(pdf[closing:])
    ends = closing + tail == len(pdf) and pdf[closing - 1 : closing] == b">"
    return PdfSignature(signed, ends and hashed.digest() == signed.digest)


def badges_in(pdf: bytes) -> list[str]:
    """Return every badge that is attached to the file."""
    found = []
    for number, place in enumerate(_ATTACHED.finditer(pdf)):
        if number == _MOST_ATTACHED:
            break
        start = pdf.find(b"stream", place.end(), place.end() + _DICTIONARY)
        end = pdf.find(b"endstream", start, start + 2 * LONGEST)
        if start < 0 or end < 0:
            continue
        dictionary = pdf[
            max(pdf.rfind(b"obj", 0, place.start()), place.start() - _DICTIONARY) : start
        ]
        content = pdf[start + len(b"stream") : end].lstrip(b"\r\n")
        text = _inflated(content) if b"/FlateDecode" in dictionary else content.strip()
        if FORM.fullmatch(letters := text.decode("ascii", "replace")):
            found.append(letters)
    return found


def _inflated(content: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(content, LONGEST)
    except zlib.error:
        return b""
