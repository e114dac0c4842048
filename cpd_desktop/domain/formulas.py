"""Text that a spreadsheet program would run as a formula, made harmless, and back.

What starts with one of the characters that begin a formula gets an apostrophe before it, which
spreadsheet programs take as "this is text". Plain amounts and telephone numbers are left as they
are: a sign, figures, spaces, brackets, commas and full stops name no function and no cell, so
nothing can be run, and "+44 20 7946 0018" stays a number that can be dialled. A hyphen or stroke
inside makes it a sum ("+1-2"), so it gets its apostrophe.
"""

from __future__ import annotations

import re

_BEGINS = r"(?:\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])"
_DANGEROUS = re.compile(_BEGINS)
_ESCAPED = re.compile("'+" + _BEGINS)
_PLAIN_NUMBER = re.compile(r"[+-]?[0-9(][0-9 .,()]*")
# Where a text as a whole has no apostrophe before such a character, no cell of it was escaped.
MAYBE_ESCAPED = re.compile(r"'\s*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n]")


def harmless(text: str) -> str:
    """Return the text as it may be written into a table that others open."""
    if _ESCAPED.match(text):
        return f"'{text}"
    if _DANGEROUS.match(text) and not _PLAIN_NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def as_meant(text: str) -> str:
    """Return the text without the apostrophe that made it harmless, if it has one."""
    return text[1:] if _ESCAPED.match(text) else text
