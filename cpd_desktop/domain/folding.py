"""Text as it is searched and sorted: without case, accents or doubled spaces."""

from __future__ import annotations

import unicodedata

_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ħ": "h",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
    }
)


def folded(*texts: str) -> str:
    """Return the texts in the one form in which “Zoë” and “ZOE” are the same."""
    text = " ".join(texts)
    if text.isascii():  # most are, and there are many
        return " ".join(text.lower().split())
    joined = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(c for c in joined if not unicodedata.combining(c))
    return " ".join(bare.casefold().translate(_LETTERS).split())
