"""Text as it is searched and sorted: without case, accents or doubled spaces."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

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


_USUAL_MARKS = re.compile("[\u0300-\u036f]")


@lru_cache(maxsize=4096)
def folded(*texts: str) -> str:
    """Return the texts in the one form in which “Zoë” and “ZOE” are the same."""
    text = " ".join(texts)
    if text.isascii():  # most are, and there are many
        return " ".join(text.lower().split())
    joined = unicodedata.normalize("NFKD", text.casefold())
    bare = _USUAL_MARKS.sub("", joined)
    if not bare.isascii():
        bare = "".join(c for c in bare if not unicodedata.combining(c))
    return " ".join(bare.casefold().translate(_LETTERS).split())
