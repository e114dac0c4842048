"""Whether there is a new version: asked for only by those who want it, once a day at most."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from cpd_desktop import __version__
from cpd_desktop.domain.errors import NotAllowed
from cpd_desktop.domain.settings import Updates as UpdateSettings
from cpd_desktop.domain.words import Sentence
from cpd_desktop.store.files import write_whole

if TYPE_CHECKING:
    from cpd_desktop.domain.release_notes import ReleaseNote
    from cpd_desktop.services.browser import Browser
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.settings import Settings
    from cpd_desktop.store.folder import DataFolder

PAUSE = timedelta(days=1)

NO_ADDRESS = Sentence("updates", "No address of a release note is set.")
NO_ADDRESS_ADVICE = Sentence(
    "updates", "Enter it in the settings, under Updates. It came with the page of your download."
)


class ReleaseNotes(Protocol):
    """Where the note about the latest version comes from."""

    def latest(self, address: str) -> ReleaseNote:
        """Return the note at this address.

        Raises ``Unavailable`` without an answer, ``NotAllowed`` if it is not signed by our key.
        """


@dataclass(frozen=True, slots=True)
class Seen:
    """When somebody was asked the last time, and the highest number of a note that came."""

    asked: datetime | None = None
    serial: int = 0


@dataclass(frozen=True, slots=True)
class Updates:
    """Looks for a new version; installing it is left to the person.

    When it looked is no work of the person, so it stands in a file and not in the audit trail.
    """

    folder: DataFolder
    settings: Settings
    notes: ReleaseNotes
    browser: Browser
    clock: Clock
    _news: list[ReleaseNote] = field(default_factory=list, init=False, repr=False)

    @property
    def news(self) -> ReleaseNote | None:
        """Return what was found since the program began, without asking again."""
        return self._news[-1] if self._news else None

    def is_due(self) -> bool:
        """Say whether the person wants it, and nobody was asked for a day."""
        wanted = self.settings.get(UpdateSettings)
        if not (wanted.check and wanted.address):
            return False
        asked = self._seen().asked
        # A clock that was put back must not stop it for good.
        return asked is None or not timedelta(0) <= self.clock.now() - asked < PAUSE

    def look(self) -> ReleaseNote | None:
        """Ask now and return the note of a later version, if there is one.

        A note that is older than one seen before is no news: somebody may show it again to keep
        a computer on an old version. Raises ``NotAllowed`` and ``Unavailable``.
        """
        address = self.settings.get(UpdateSettings).address
        if not address:
            raise NotAllowed(NO_ADDRESS, NO_ADDRESS_ADVICE)
        before = self._seen()
        self._keep(Seen(self.clock.now(), before.serial))
        note = self.notes.latest(address)
        if note.serial < before.serial:
            return None
        self._keep(Seen(self.clock.now(), note.serial))
        if not note.is_news(__version__):
            return None
        self._news.append(note)
        return note

    def open_page(self, note: ReleaseNote) -> bool:
        """Open the download in the browser; say whether that seems to have worked."""
        return self.browser.open(note.page)

    def _seen(self) -> Seen:
        with suppress(OSError, ValueError, KeyError, TypeError):
            kept = json.loads(self.folder.updates.read_bytes())
            return Seen(datetime.fromisoformat(kept["asked"]), int(kept["serial"]))
        return Seen()

    def _keep(self, seen: Seen) -> None:
        asked = seen.asked.isoformat() if seen.asked else ""
        kept = {"asked": asked, "serial": seen.serial}
        write_whole(self.folder.updates, json.dumps(kept).encode(), drafts=self.folder.path)
