"""Finds out in which encoding a stranger wrote a text file."""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import TYPE_CHECKING

from cpd_desktop.adapters.sheets.table import ANOTHER_FILE, refused
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from typing import BinaryIO

    from charset_normalizer.models import CharsetMatch

NOT_TEXT = Sentence("sheet", "“{name}” is not a table: its content is no text.")
NO_SUCH_ENCODING = Sentence("sheet", "There is no encoding called “{encoding}”.")

MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\0\0", "utf-32-le"),
    (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)

_NOT_OF_FILES = {"idna", "punycode", "unicode-escape", "raw-unicode-escape"}
_BLOCK = 1 << 20
_HEAD = 1 << 14
_TELLING = 1 << 16
_LINE_THAT_TELLS = re.compile(rb"[^\n]{0,4096}[\x80-\xff][^\n]{0,4096}\n?")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")
_MOST_CONTROLS = 0.01

# What the single-byte encodings of Latin letters are used for. They all can read the same bytes, so
# the one in which most letters are usual is it; the first of equals.
_USUAL_LETTERS = {
    "cp1252": "àâäáãåæçèéêëìíîïñòóôöõøœùúûüÿßÀÂÄÁÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØŒÙÚÛÜŸ",
    "cp1254": "çğ\N{LATIN SMALL LETTER DOTLESS I}öşüâîûÇĞİÖŞÜÂÎÛ",
    "cp1250": "ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽäöüőűßÄÖÜŐŰôÔľĺâîăÂÎĂşţŞŢđĐ",
    "iso8859-2": "ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽäöüőűßÄÖÜŐŰôÔľĺâîăÂÎĂşţŞŢđĐ",
}
_USUAL_MARKS = "\xa0’‘“”„–—…€°·«»©®ªº™§"  # noqa: RUF001 - these are the marks  # fmt: skip
_OTHERS = ("cp932", "euc_jp", "gb18030", "big5", "cp949", "cp1251", "cp1253")


def known_encoding(name: str, head: bytes) -> str:
    """Return the encoding of this name; raises ``Invalid`` if there is none for text.

    The head of the file tells which of the two orders of bytes is meant, where there are two.
    """
    try:
        "".encode(name)
        known = codecs.lookup(name).name
    except (LookupError, UnicodeError, ValueError):
        known = ""
    if not known or known in _NOT_OF_FILES:
        raise refused(NO_SUCH_ENCODING.filled(encoding=name))
    if known not in {"utf-16", "utf-32"}:
        return known
    marked = (own for mark, own in MARKS if own.startswith(known) and head.startswith(mark))
    return next(marked, f"{known}-le")


def mark_length(head: bytes, encoding: str) -> int:
    """Return how many bytes the file begins with that only say its encoding."""
    return next((len(m) for m, own in MARKS if own == encoding and head.startswith(m)), 0)


def encoding_of(file: BinaryIO, name: str) -> str:
    """Return the encoding in which the file is most likely written; reads it once, in blocks.

    What is valid UTF-8 to its end is UTF-8. What is so for the most part is a damaged UTF-8 file,
    which is left to be found by reading. Raises ``Invalid`` if it is no text at all.
    """
    file.seek(0)
    head = file.read(_HEAD)
    for mark, encoding in MARKS:
        if head.startswith(mark):
            return encoding
    if b"\0" in head:
        return _wide_encoding(head, name)
    if len(_CONTROLS.findall(head)) > len(head) * _MOST_CONTROLS:
        raise refused(NOT_TEXT.filled(name=name), ANOTHER_FILE)
    valid, telling = _as_utf8(file)
    if valid or _mostly_utf8(telling):
        return "utf-8"
    return _legacy_encoding(telling, name)


def _wide_encoding(head: bytes, name: str) -> str:
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = codecs.getincrementaldecoder(encoding)().decode(head)
        except UnicodeDecodeError:
            continue
        if ("\n" in text or "\r" in text) and not any(map(_is_odd, text)):
            return encoding
    raise refused(NOT_TEXT.filled(name=name), ANOTHER_FILE)


def _is_odd(character: str) -> bool:
    return character not in "\t\r\n\x0b\x0c" and unicodedata.category(character) in {
        "Cc",
        "Cn",
        "Co",
        "Cs",
    }


def _as_utf8(file: BinaryIO) -> tuple[bool, bytes]:
    """Say whether all of it is UTF-8, and return lines that have more than plain letters."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    telling = bytearray()
    file.seek(0)
    try:
        while block := file.read(_BLOCK):
            if not block.isascii():
                for line in _LINE_THAT_TELLS.finditer(block):
                    if len(telling) > _TELLING:
                        break
                    telling += line[0]
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False, bytes(telling)
    return True, b""


def _mostly_utf8(telling: bytes) -> bool:
    text = telling.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    right = sum(1 for character in text if not character.isascii()) - wrong
    return right > wrong  # by chance, other encodings look like it for one character in seven


def _legacy_encoding(telling: bytes, name: str) -> str:
    from charset_normalizer import from_bytes

    matches = list(from_bytes(telling, cp_isolation=[*_USUAL_LETTERS, *_OTHERS]))
    likely = [match for match in matches if match.chaos <= matches[0].chaos + 0.2]
    latin = max(_USUAL_LETTERS, key=lambda encoding: _usual_share(telling, encoding))
    # Many special letters together look like noise to the library, and are Polish.
    if any(map(_could_be_latin, likely)) or (not likely and _usual_share(telling, latin) == 1.0):
        return latin
    if likely:
        return codecs.lookup(likely[0].encoding).name
    raise refused(NOT_TEXT.filled(name=name), ANOTHER_FILE)


def _could_be_latin(match: CharsetMatch) -> bool:
    return any(codecs.lookup(each).name in _USUAL_LETTERS for each in match.could_be_from_charset)


def _usual_share(telling: bytes, encoding: str) -> float:
    try:
        text = telling.decode(encoding)
    except UnicodeDecodeError:
        return -1.0
    special = [c for c in text if not c.isascii() and c not in _USUAL_MARKS]
    usual = _USUAL_LETTERS[encoding]
    return sum(1 for c in special if c in usual) / len(special) if special else 1.0
