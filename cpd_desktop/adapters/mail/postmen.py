"""Who carries the mail of which account."""

from __future__ import annotations

import ssl
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from cpd_desktop.domain.errors import NotAllowed
from cpd_desktop.domain.messages.accounts import AccountKind
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpd_desktop.domain.messages.accounts import MailAccount
    from cpd_desktop.services.keychain import Keychain
    from cpd_desktop.services.messages.ports import Postman

NOT_YET = Sentence("mail account", "This version cannot send through “{name}”.")
USE_SMTP = Sentence("mail account", "Send through its SMTP server instead. Nothing was lost.")


@dataclass(frozen=True, slots=True)
class MailPostmen:
    """Finds who carries the messages of an account, with its secret from the keychain."""

    keychain: Keychain
    tls: Callable[[], ssl.SSLContext] = field(default=ssl.create_default_context)

    def of(self, account: MailAccount) -> Postman:
        """Return one, not connected yet; see the port."""
        if account.kind is AccountKind.SMTP:
            from cpd_desktop.adapters.mail.smtp import SmtpPostman

            password = self.keychain.get(account.secret_name) if account.user else None
            return SmtpPostman(account, password, self.tls())
        if account.kind is AccountKind.FOLDER:
            from cpd_desktop.adapters.mail.folder import FolderPostman

            return FolderPostman(Path(account.settings["folder"]))
        raise NotAllowed(NOT_YET.filled(name=account.name), USE_SMTP)
