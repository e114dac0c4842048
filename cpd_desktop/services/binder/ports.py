"""The port to the trade that binds: one file with everything in it, written and checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.domain.binder import Binder, Written
    from cpd_desktop.services.work import Work
    from cpd_desktop.store.files import ContentStore


class Bindery(Protocol):
    """Writes binders."""

    def write(self, path: Path, binder: Binder, files: ContentStore, work: Work) -> Written:
        """Write a binder with its originals; the same binder gives the same bytes.

        It is there whole or not at all. Raises ``Unavailable`` if the disk does not take it, and
        ``Cancelled``.
        """
