"""Mail accounts that a person signs in to, instead of giving a password."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from cpd_desktop.domain.errors import NotAllowed
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpd_desktop.domain.messages.accounts import MailAccount
    from cpd_desktop.domain.secret import Secret
    from cpd_desktop.services.messages.accounts import MailAccounts
    from cpd_desktop.services.messages.ports import SignIns
    from cpd_desktop.services.work import Work

BY_PASSWORD = Sentence("mail account", "“{name}” is not an account that one signs in to.")
OTHER_SENDER = Sentence(
    "mail account",
    "You signed in as {user}. Mail is from {sender}: that address must be one of that account, or "
    "it is refused or sent as {user}.",
)


class Connected(NamedTuple):
    """An account that can send now; ``note`` is what a person should know about it."""

    account: MailAccount
    note: Sentence | None = None


@dataclass(frozen=True, slots=True)
class MailSignIns:
    """Connects accounts at Microsoft and Google."""

    accounts: MailAccounts
    sign_ins: SignIns

    def connect(
        self,
        key: int,
        work: Work,
        *,
        show: Callable[[str, bool], None],
        say: Callable[[Sentence], str] = str,
        language: str = "en",
        client_secret: Secret | None = None,
    ) -> Connected:
        """Sign in through the browser and keep what renews that; raises as ``SignIns`` does.

        Also raises ``NotFound``, and ``NotAllowed`` for an account with a password.
        """
        account = self._signing_in(key)
        user = self.sign_ins.connect(
            account, work, show=show, say=say, language=language, client_secret=client_secret
        )
        if user and user != account.user:
            account = self.accounts.change(key, replace(account.draft(), user=user)).value
        if not user or user.lower() == account.sender.lower():
            return Connected(account)
        return Connected(account, OTHER_SENDER.filled(user=user, sender=account.sender))

    def disconnect(self, key: int) -> bool:
        """Forget the sign-in; say whether the provider was told too, which needs the network.

        Raises as ``connect`` does.
        """
        return self.sign_ins.disconnect(self._signing_in(key))

    def _signing_in(self, key: int) -> MailAccount:
        account = self.accounts.get(key)
        if not account.signs_in:
            raise NotAllowed(BY_PASSWORD.filled(name=account.name))
        return account
