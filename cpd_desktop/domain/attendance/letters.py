"""Letters as names are compared by: one form for all ways to type them, never two names in one."""

# ruff: noqa: RUF001 - that letters of other scripts look like Latin ones is why they are here

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Marks of Latin, Greek, Cyrillic, Hebrew and Arabic are left out by habit, so they are folded.
# In other scripts a mark is a vowel, a tone or another consonant: it makes another name.
_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640]"
)
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0]"
)

_FOLDED = str.maketrans(
    {
        "\N{LATIN SMALL LETTER O WITH STROKE}": "o",
        "\N{LATIN SMALL LETTER L WITH STROKE}": "l",
        "\N{LATIN SMALL LETTER D WITH STROKE}": "d",
        "\N{LATIN SMALL LETTER ETH}": "d",
        "\N{LATIN SMALL LETTER THORN}": "th",
        "\N{LATIN SMALL LETTER AE}": "ae",
        "\N{LATIN SMALL LIGATURE OE}": "oe",
        "\N{LATIN SMALL LETTER H WITH STROKE}": "h",
        "\N{LATIN SMALL LETTER T WITH STROKE}": "t",
        "\N{LATIN SMALL LETTER ENG}": "n",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
        "\N{LATIN SMALL LETTER SCHWA}": "a",
        # One letter, typed on an Arabic or on a Persian keyboard.
        "\N{ARABIC LETTER FARSI YEH}": "\N{ARABIC LETTER YEH}",
        "\N{ARABIC LETTER ALEF MAKSURA}": "\N{ARABIC LETTER YEH}",
        "\N{ARABIC LETTER KEHEH}": "\N{ARABIC LETTER KAF}",
    }
)

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z",
    "и": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "є": "ie",
    "і": "i", "ґ": "g", "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dz",
    "ѕ": "dz", "ў": "u", "ѐ": "e", "ѝ": "i", "ә": "a", "қ": "k", "ң": "n", "ө": "o",
    "ұ": "u", "ү": "u", "һ": "h", "ғ": "g",
}  # fmt: skip
_GREEK = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th",
    "ι": "i", "κ": "k", "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p",
    "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o",
}  # fmt: skip
_ARABIC = {
    "ا": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d",
    "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t",
    "ظ": "z", "ع": "a", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m",
    "ن": "n", "ه": "h", "و": "w", "ي": "y", "ة": "a", "ء": "", "پ": "p", "چ": "ch",
    "ژ": "zh", "گ": "g",
}  # fmt: skip
_HEBREW = {
    "א": "a", "ב": "b", "ג": "g", "ד": "d", "ה": "h", "ו": "v", "ז": "z", "ח": "h",
    "ט": "t", "י": "y", "כ": "k", "ך": "k", "ל": "l", "מ": "m", "ם": "m", "נ": "n",
    "ן": "n", "ס": "s", "ע": "a", "פ": "p", "ף": "f", "צ": "ts", "ץ": "ts", "ק": "k",
    "ר": "r", "ש": "sh", "ת": "t",
}  # fmt: skip
_LATIN = str.maketrans(_CYRILLIC | _GREEK | _ARABIC | _HEBREW)
_LATIN_PAIRS = (("ου", "ou"), ("μπ", "b"), ("ντ", "d"), ("γκ", "gk"), ("αυ", "av"), ("ευ", "ev"))

# What ways of romanising differ in, brought to one: Yuriy, Yuri, Iouri; Sergey, Sergei.
_ALIKE = (
    ("shch", "s"), ("sch", "s"), ("sh", "s"), ("tch", "c"), ("tsch", "c"), ("ch", "c"),
    ("cz", "c"), ("sz", "s"), ("zh", "z"), ("kh", "h"), ("ph", "f"), ("th", "t"), ("ts", "c"),
    ("tz", "c"), ("ck", "k"), ("ks", "x"), ("ou", "u"), ("oe", "o"), ("ue", "u"), ("ae", "a"),
    ("oo", "u"), ("ee", "i"), ("dj", "j"), ("gh", "g"), ("w", "v"), ("y", "i"), ("j", "i"),
    ("q", "k"),
)  # fmt: skip
_HEARD = re.compile("|".join(sorted(dict(_ALIKE), key=len, reverse=True)))
_HEARD_AS = dict(_ALIKE)
_TWICE = re.compile(r"(.)\1+")
_ABJAD = re.compile("[\u0590-\u06ff]")
_NO_SPACES = re.compile(
    "^[\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\uac00-\ud7af\U00020000-\U0003134f]+$"
)


@lru_cache(maxsize=65536)
def bare(text: str) -> str:
    """Return the text without case, usual marks, invisible characters and doubled spaces."""
    if text.isascii():
        return " ".join(text.lower().split())
    seen = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    plain = _MARKS.sub("", unicodedata.normalize("NFD", seen.casefold()))
    return " ".join(unicodedata.normalize("NFC", plain).translate(_FOLDED).split())


def visible(text: str) -> str:
    """Return the text in composed characters, without those that cannot be seen."""
    return text if text.isascii() else _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))


def in_latin(token: str) -> str:
    """Return a bare word in Latin letters where its script has a usual way; else as it is."""
    if token.isascii():
        return token
    for pair, latin in _LATIN_PAIRS:
        token = token.replace(pair, latin)
    return token.translate(_LATIN)


@lru_cache(maxsize=65536)
def sound(token: str) -> str:
    """Return what ways to spell or romanise one name have in common; only to propose by."""
    found = _HEARD.sub(lambda spelt: _HEARD_AS[spelt[0]], in_latin(token))
    return _TWICE.sub(r"\1", found)


def lacks_vowels(token: str) -> bool:
    """Say whether a word is in a script that leaves vowels out, so that Latin letters differ."""
    return _ABJAD.search(token) is not None


def without_spaces(token: str) -> bool:
    """Say whether a word is in a script that writes a full name as one word."""
    return not token.isascii() and _NO_SPACES.match(token) is not None
