"""The picture of an event, kept only if it can really be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.taking_in import read_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cpd_desktop.store.files import ContentStore

LARGEST = 5
FORMATS = frozenset({"jpeg", "png", "gif", "webp"})

NO_PICTURE = Sentence("picture", "{name} is not a picture in JPEG, PNG, GIF or WebP.")


@dataclass(frozen=True, slots=True)
class Pictures:
    """Keeps pictures by their content."""

    files: ContentStore

    def keep(self, path: Path, format_of: Callable[[bytes], str]) -> str:
        """Keep a picture and return its name; ``format_of`` reads all of it, or says nothing.

        Raises ``Invalid`` if it is too large or none, ``Unavailable`` if the file cannot be read.
        """
        content = read_file(path, LARGEST, "image")
        if format_of(content) not in FORMATS:
            raise Invalid({"image": NO_PICTURE.filled(name=path.name)})
        return self.files.keep(content)

    def get(self, name: str) -> bytes:
        """Return a kept picture; raises ``NotFound`` or ``Damaged``."""
        return self.files.get(name)
