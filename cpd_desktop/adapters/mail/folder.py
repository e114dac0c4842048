"""For those without a mail account here: each mail as a file, and a list for a mail merge."""

from __future__ import annotations

import email
import hashlib
from dataclasses import dataclass
from email import policy
from typing import TYPE_CHECKING, Final

from cpd_desktop.adapters.sheets.export import write_table
from cpd_desktop.domain.errors import CpdError, NotAllowed
from cpd_desktop.domain.messages.states import Outcome
from cpd_desktop.domain.safe_names import safe_name
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.messages.ports import Delivery
from cpd_desktop.store.files import write_whole

if TYPE_CHECKING:
    from email.message import EmailMessage
    from pathlib import Path

    from cpd_desktop.services.messages.ports import Parcel

LIST: Final = "mail-merge.csv"
FILES: Final = "attachments"
COLUMNS: Final = ("Email", "Name", "Subject", "Text", "Attachments")

WRITTEN = Sentence("mail refusal", "Written to {file}")
NO_FOLDER = Sentence("mail refusal", "There is no folder {folder}.")
CHOOSE_FOLDER = Sentence("mail refusal", "Choose another one for this account. Nothing was lost.")


@dataclass(slots=True)
class FolderPostman:
    """Puts each mail into a folder as an ``.eml`` file that mail programs open."""

    folder: Path

    @property
    def is_ready(self) -> bool:
        """Say whether the next message can be handed over at once."""
        return self.folder.is_dir()

    def connect(self) -> None:
        """Look whether the folder is there; see the port."""
        if not self.is_ready:
            raise NotAllowed(NO_FOLDER.filled(folder=self.folder), CHOOSE_FOLDER)

    def announce(self, parcel: Parcel) -> None:
        """Do nothing: a file is there whole or not at all."""

    def hand_over(self, parcel: Parcel) -> Delivery:
        """Write one file; written again it is the same file."""
        mark = hashlib.sha256(parcel.message_id.encode()).hexdigest()[:8]
        path = self.folder / f"{safe_name(parcel.recipient)[:80]}-{mark}.eml"
        try:
            write_whole(path, parcel.content)
        except CpdError as error:
            return Delivery(Outcome.LATER, error.says, ends=True)
        return Delivery(Outcome.SENT, WRITTEN.filled(file=path.name))

    def close(self) -> None:
        """Write the list of all mails that lie in the folder, with their files beside it.

        It is made anew from the mails each time, so nothing is in it twice and nothing is left out.
        """
        if not self.is_ready:
            return
        paths = sorted(self.folder.glob("*.eml"))
        write_table(self.folder / LIST, COLUMNS, (self._row(path) for path in paths))

    def _row(self, path: Path) -> tuple[str, ...]:
        mail: EmailMessage = email.message_from_bytes(path.read_bytes(), policy=policy.default)
        (to,) = mail["To"].addresses
        body = mail.get_body(("plain",))
        names = [self._file(path, part) for part in mail.iter_attachments()]
        text = body.get_content() if body is not None else ""
        return to.addr_spec, to.display_name, str(mail["Subject"]), text, "; ".join(names)

    def _file(self, path: Path, part: EmailMessage) -> str:
        """Put an attached file beside the list; return where it lies, as the list has it."""
        name = f"{path.stem}-{safe_name(part.get_filename() or 'file')}"
        content = part.get_content()
        write_whole(
            self.folder / FILES / name, content.encode() if isinstance(content, str) else content
        )
        return f"{FILES}/{name}"
