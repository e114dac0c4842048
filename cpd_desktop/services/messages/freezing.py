"""Freezes mails: from then on the bytes of each are known, and so is their hash."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cpd_desktop.domain.certificates.file_names import file_name
from cpd_desktop.domain.errors import Damaged
from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.invitations import Contact, Method
from cpd_desktop.domain.messages.addresses import Address, header_line
from cpd_desktop.domain.messages.message import Attached
from cpd_desktop.domain.messages.mime import Invite, Letter, frame_of, new_message_id, size_of
from cpd_desktop.services.messages.linking import FIELD
from cpd_desktop.store.files import ALTERED, ALTERED_ADVICE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from cpd_desktop.domain.invitations import CalendarEntry
    from cpd_desktop.domain.messages.accounts import MailAccount
    from cpd_desktop.domain.messages.purposes import Purpose
    from cpd_desktop.domain.messages.texts import Rendered
    from cpd_desktop.services.certificates.verifying import Proof
    from cpd_desktop.services.invitations import Calendars
    from cpd_desktop.services.messages.occasions import Recipient
    from cpd_desktop.store.files import ContentStore


@dataclass(frozen=True, slots=True)
class Freezer:
    """What mails for one purpose have in common; ``proof`` is for those that bring certificates."""

    account: MailAccount
    purpose: Purpose
    invitations: Sequence[CalendarEntry]
    calendars: Calendars
    files: ContentStore
    now: datetime
    proof: Proof | None = None

    def frozen(
        self, each: Recipient, address: str, rendered: Rendered
    ) -> tuple[bytes, dict[str, object]]:
        """Return the frame of a mail and what is kept of it.

        Raises ``NotFound`` or ``Damaged`` for a certificate that is gone or does not verify.
        """
        account, place = self.account, each.place
        attachments = tuple(_attachments(each, self.purpose))
        for attached in attachments:
            self._require_sound(each, attached)
        letter = Letter(
            new_message_id(secrets.token_hex(16), account.sender),
            account.from_address,
            Address(address, header_line(str(each.values.get("name") or place.name))),
            rendered.subject,
            rendered.text,
            rendered.html,
            self.now,
            account.reply_to,
            (account.reply_to or account.sender) if self.purpose.is_news else "",
            attachments,
            tuple(self._invites(each)),
        )
        frame = frame_of(letter)
        return frame, {
            **kept_of(letter, frame, account),
            "purpose": self.purpose,
            "document": each.document,
            "person_id": place.person_id,
            "event_id": place.event_id,
            "registration_id": place.id,
        }

    def _require_sound(self, each: Recipient, attached: Attached) -> None:
        content, issued = self.files.get(attached.sha256), each.certificate
        if len(content) != attached.size:
            raise Damaged(ALTERED.filled(name=attached.name), ALTERED_ADVICE)
        if self.proof is not None and issued is not None and issued.sha256 == attached.sha256:
            self.proof.require_sound(issued.number, content)

    def _invites(self, each: Recipient) -> Iterator[Invite]:
        method = self.purpose.calendar
        if method is None:
            return
        account, place = self.account, each.place
        organiser = Contact(account.sender_name or account.sender, account.sender)
        for entry in self.invitations:
            own = replace(entry, organiser=organiser, attendee=Contact(place.name, place.email))
            if method is Method.CANCEL and own.status.value != "CANCELLED":
                own = own.cancelled(self.now)
            yield Invite(self.calendars.written([own], method, ""), method)


def kept_of(letter: Letter, frame: bytes, account: MailAccount) -> dict[str, object]:
    """Return what is kept of a mail beside its bytes, whatever it is about."""
    return {
        "mail_account_id": account.id,
        "message_id": letter.message_id,
        "recipient": letter.to.mail,
        "recipient_name": letter.to.name,
        "subject": letter.subject,
        "sought": folded(letter.to.name, letter.to.mail, letter.subject),
        "size": size_of(frame, letter.attachments),
        "attachments": [list(attached) for attached in letter.attachments],
        "made_at": letter.at,
    }


def _attachments(each: Recipient, purpose: Purpose) -> Iterator[Attached]:
    issued = each.certificate
    if issued is not None and purpose.brings_certificate and not each.values.get(FIELD):
        yield Attached(file_name(issued), issued.sha256, issued.size)
    if each.bill is not None:
        yield Attached(each.bill.file_name, each.bill.sha256, each.bill.size)
