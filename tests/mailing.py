"""Messages to begin a test with, in a folder with an event, people and an account."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpd_desktop.domain.messages.accounts import AccountDraft, Tls
from cpd_desktop.domain.messages.pacing import Limits
from cpd_desktop.domain.messages.purposes import Purpose
from cpd_desktop.domain.secret import Secret
from cpd_desktop.services.messages.preparing import Wanted
from cpd_desktop.services.work import Work
from tests.certified import certified
from tests.mail_here import PASSWORD, USER

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import timedelta

    from cpd_desktop.domain.messages.accounts import MailAccount
    from cpd_desktop.domain.messages.message import Message
    from cpd_desktop.services.messages.preparing import Prepared
    from cpd_desktop.services.services import Services
    from cpd_desktop.store.folder import DataFolder
    from tests.certified import Certified
    from tests.clock import FixedClock
    from tests.keychains import MemoryKeychains

SENDER = "ada@northern.example"


def an_account(port: int = 2525, **more: object) -> AccountDraft:
    """Return an account on loopback, without TLS unless told."""
    draft = AccountDraft(
        "Northern", SENDER, "Ada Whitfield", host="127.0.0.1", port=port, tls=Tls.NONE,
        limits=Limits(1000),
    )  # fmt: skip
    values = {name: getattr(draft, name) for name in AccountDraft.__dataclass_fields__}
    return AccountDraft(**{**values, **more})


@dataclass(slots=True)
class Mailing:
    """An event with people who can be written to."""

    here: Certified
    account: MailAccount

    @property
    def core(self) -> Services:
        return self.here.core

    def wanted(self, purpose: Purpose = Purpose.CONFIRMATION, **more: object) -> Wanted:
        return Wanted(event=self.here.event, purpose=purpose, **more)  # type: ignore[arg-type]

    def prepare(
        self,
        purpose: Purpose = Purpose.CONFIRMATION,
        *,
        hold: timedelta | None = None,
        **more: object,
    ) -> Prepared:
        done = self.core.preparing.prepare(Work(), self.wanted(purpose, **more), hold=hold)
        return done.value

    def all(self) -> list[Message]:
        """Return all messages as they stand now, the first one first."""
        outbox = self.core.outbox
        return [outbox.get(key) for key in sorted(outbox.ids())]

    def states(self) -> list[str]:
        return [each.state.value for each in self.all()]


@contextmanager
def mailing(
    folder: DataFolder,
    clock: FixedClock,
    *people: str,
    port: int = 2525,
    keychains: MemoryKeychains | None = None,
    account: AccountDraft | None = None,
) -> Iterator[Mailing]:
    """Hold an event at which these people were, with an account to write to them."""
    with certified(folder, clock, *people, keychains=keychains) as here:
        draft = account or an_account(port)
        secret = Secret(PASSWORD) if draft.user == USER else None
        kept = here.core.mail_accounts.add(draft, secret).value
        yield Mailing(here, kept)
