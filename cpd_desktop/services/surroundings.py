"""Whether the data folder is in a good place, and whether another computer works on it too."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpd_desktop.domain import sharing
from cpd_desktop.domain.errors import Unavailable
from cpd_desktop.domain.today import IN_SYNC_FOLDER
from cpd_desktop.domain.words import Sentence
from cpd_desktop.store.files import write_whole
from cpd_desktop.store.surroundings import conflict_copies, is_on_network

if TYPE_CHECKING:
    from cpd_desktop.domain.sharing import Computer, Use
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.store.folder import DataFolder

MOST_NAMED = 3

MOVE_OUT = Sentence(
    "folder", "Put the data folder elsewhere on this computer, and backups into {service} instead."
)
ON_NETWORK = Sentence(
    "folder", "The data lies on another computer. Two programs there do not notice each other."
)
BRING_HERE = Sentence(
    "folder", "Put the data folder on this computer, and backups over there instead."
)
SHARED = Sentence("folder", "“{computer}” has worked on this data folder too, last on {day}.")
ONE_ONLY = Sentence(
    "folder",
    "Close CPD Desktop over there. Two computers cannot notice each other in one folder, and what"
    " one of them writes may be lost. To change computers, use Moving in the settings.",
)
COPIES = Sentence("folder", "A sync service has put aside copies of the database: {names}.")
LOOK_INTO = Sentence(
    "folder",
    "Two computers wrote at the same time, and one of them lost. Keep these files: what is missing"
    " here may be in them. Then let one computer only use the folder.",
)


@dataclass(frozen=True, slots=True)
class Finding:
    """What is not as it should be, and what to do."""

    says: Sentence
    advice: Sentence


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Looks around the folder; what it wrote down for that is no data of the person."""

    folder: DataFolder
    here: Computer
    clock: Clock

    def enter(self) -> None:
        """Note that this computer works here; where that cannot be written, it is left out."""
        uses = sharing.used(self._uses(), self.here, self.clock.now())
        if uses is not None:
            with suppress(Unavailable):
                content = json.dumps(sharing.kept(uses), ensure_ascii=False, indent=1).encode()
                write_whole(self.folder.used_by, content, drafts=self.folder.path)

    def findings(self) -> list[Finding]:
        """Return what could harm the data."""
        found = []
        if service := self.folder.sync_service():
            says = IN_SYNC_FOLDER.filled(service=service)
            found.append(Finding(says, MOVE_OUT.filled(service=service)))
        if is_on_network(self.folder):
            found.append(Finding(ON_NETWORK, BRING_HERE))
        if copies := conflict_copies(self.folder):
            names = ", ".join(each.name for each in copies[:MOST_NAMED])
            found.append(Finding(COPIES.filled(names=names), LOOK_INTO))
        if not self.folder.is_portable:  # a stick is in one computer at a time
            found += [_shared(each) for each in self._sharing()]
        return found

    def _sharing(self) -> list[Use]:
        return sharing.sharing(self._uses(), self.here, self.clock.now())

    def _uses(self) -> list[Use]:
        with suppress(OSError, ValueError, KeyError, TypeError):
            return sharing.read(json.loads(self.folder.used_by.read_bytes()))
        return []


def _shared(use: Use) -> Finding:
    day = use.last.date().isoformat()
    return Finding(SHARED.filled(computer=use.computer.name, day=day), ONE_ONLY)
