"""The text in a badge's QR code: a registration's number, safe from scanners and typing errors."""

from __future__ import annotations

from binascii import crc_hqx

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence

# A scanner types like an American keyboard, whatever the computer's keyboard is set to. These
# sixteen letters are in the same place on the keyboards of Europe; digits and hyphens are not.
_LETTERS = "BCDEFGHJKNPRSTVX"
_DIGITS = "0123456789abcdef"
_TO_LETTERS = str.maketrans(_DIGITS, _LETTERS)
_TO_DIGITS = str.maketrans(_LETTERS, _DIGITS)

_MARK = "CPD"
_VERSION = "B"
_CHECK = 2  # bytes; they find every error within sixteen bits, so any two letters side by side

NO_CODE = Sentence("badge", "Nothing was scanned.")
FOREIGN = Sentence("badge", "This is not the code of a badge made by CPD Desktop.")
LATER = Sentence("badge", "This badge was made by a later version of CPD Desktop.")
GARBLED = Sentence("badge", "The code of this badge was not read right. Scan it again.")


def code_for(number: str) -> str:
    """Return the text for the badge of the registration with this number."""
    return _MARK + _VERSION + _as_letters(_with_check(number.encode()))


def read_code(text: str) -> str:
    """Return the registration's number from a scanned or typed code; raises ``Invalid``.

    Upper and lower case, spaces, hyphens and a trailing Enter make no difference.
    """
    letters = "".join(text.replace("-", "").split()).upper()
    if not letters:
        raise Invalid({"code": NO_CODE})
    if not letters.startswith(_MARK):
        raise Invalid({"code": FOREIGN})
    version, body = letters[len(_MARK) : len(_MARK) + 1], letters[len(_MARK) + 1 :]
    if not version or set(version + body) - set(_LETTERS):
        raise Invalid({"code": GARBLED})
    if version != _VERSION:
        raise Invalid({"code": LATER})
    return _number(body)


def _number(body: str) -> str:
    try:
        kept = bytes.fromhex(body.translate(_TO_DIGITS))
        number = kept[:-_CHECK].decode()
    except ValueError:
        raise Invalid({"code": GARBLED}) from None
    if not number or _with_check(number.encode()) != kept:
        raise Invalid({"code": GARBLED})
    return number


def _with_check(number: bytes) -> bytes:
    return number + crc_hqx(_VERSION.encode() + number, 0xFFFF).to_bytes(_CHECK)


def _as_letters(coded: bytes) -> str:
    return coded.hex().translate(_TO_LETTERS)
