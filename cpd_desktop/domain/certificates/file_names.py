"""What the file of a certificate is called: by person, event and number, on any system."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cpd_desktop.domain.certificates.register import Certificate

# File systems take 255 bytes for the whole name.
_LONGEST_NAME: Final = 90
_LONGEST_TITLE: Final = 90
_NEVER: Final = re.compile(r'[<>:"/\\|?*\s]+')


def file_name(issued: Certificate) -> str:
    """Return the name of the certificate's PDF file, which no other certificate has."""
    parts = (
        _fitting(issued.name, _LONGEST_NAME),
        _fitting(issued.title, _LONGEST_TITLE),
        issued.number,
    )
    return " - ".join(filter(None, parts)) + ".pdf"


def _fitting(text: str, longest: int) -> str:
    """Return as much of the text as fits, without what a file system or a reader stumbles over."""
    normal = unicodedata.normalize("NFC", text)
    # Letters that are not seen or turn what follows could pretend another name.
    seen = "".join(" " if unicodedata.category(each)[0] == "C" else each for each in normal)
    plain = _NEVER.sub(" ", seen).strip(" .")
    return plain.encode()[:longest].decode(errors="ignore").strip(" .-")
