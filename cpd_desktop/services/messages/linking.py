"""Links in the place of attached files: where those are too large, or where a person wants it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from cpd_desktop.domain.certificates.written_days import written_day
from cpd_desktop.domain.cloud_storage import LONGEST_LINK
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpd_desktop.domain.certificates.register import Certificate
    from cpd_desktop.domain.messages.accounts import MailAccount
    from cpd_desktop.services.certificates.uploads import Uploads
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.messages.occasions import Recipient
    from cpd_desktop.services.messages.preparing import Wanted
    from cpd_desktop.services.work import Work

FIELD: Final = "certificate_link"
_WORDS: Final = 50_000  # bytes that the rest of a mail takes at most, as a rule

TOO_LARGE = Sentence(
    "messages",
    "The certificate of {name} is too large for the account “{account}”. Set up online storage to "
    "send a link instead.",
)
NO_PLACE = Sentence(
    "messages",
    "The mail to {name} must bring a link, and its text has no place for one. Write "
    "{field} into it.",
)


@dataclass(frozen=True, slots=True)
class CertificateLinks:
    """Puts certificates online for the mails that bring a link to them."""

    uploads: Uploads
    clock: Clock

    @property
    def are_possible(self) -> bool:
        """Say whether there is somewhere to put them; raises as the keychain."""
        return self.uploads.storage() is not None

    def put(
        self, work: Work, chosen: Sequence[Certificate], language: str
    ) -> Mapping[str, Mapping[str, object]]:
        """Return for each number what the fields of its mail hold; raises as ``Uploads.upload``."""
        until = self.clock.now() + timedelta(days=LONGEST_LINK)
        told = written_day(until.date(), language)
        return {
            each.certificate.number: {FIELD: each.link, "certificate_link_until": told}
            for each in self.uploads.upload(work, chosen, LONGEST_LINK)
        }


def is_linked(each: Recipient, wanted: Wanted, account: MailAccount) -> bool:
    """Say whether a mail brings a link: by wish, or because it would be refused with the file.

    Mails carry files a third longer.
    """
    issued = each.certificate
    if issued is None or not wanted.purpose.brings_certificate:
        return False
    return wanted.as_link or 0 < account.largest < issued.size * 78 // 57 + _WORDS
