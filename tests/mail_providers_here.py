"""An account at a provider of mail on loopback, signed in as a person does it."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import requests

from cpd_desktop.adapters.mail.postmen import MailPostmen
from cpd_desktop.adapters.network_log import NetworkLogFile
from cpd_desktop.domain.messages.accounts import AccountKind, MailAccount
from cpd_desktop.domain.messages.addresses import Address
from cpd_desktop.domain.messages.mime import Letter, frame_of
from cpd_desktop.domain.secret import Secret
from cpd_desktop.services.messages.ports import Parcel
from cpd_desktop.services.work import Work
from tests.fakes.keychain import MemoryKeychain
from tests.fakes.mail_providers import (
    API_KEY,
    CLIENT_ID,
    CLIENT_SECRET,
    SENDER,
    brevo_here,
    google_here,
    microsoft_here,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest

    from tests.clock import FixedClock

AT = datetime(2026, 11, 21, 12, tzinfo=UTC)


@dataclass
class SomebodyAtBrowser:
    """Opens the page that it is sent to and sees where that leads."""

    seen: list[str] = field(default_factory=list)
    _threads: list[threading.Thread] = field(default_factory=list)

    def open(self, address: str) -> bool:
        self._threads.append(threading.Thread(target=self._look, args=(address,)))
        self._threads[-1].start()
        return True

    def leave(self) -> None:
        for each in self._threads:
            each.join()

    def _look(self, address: str) -> None:
        self.seen.append(requests.get(address, timeout=10).text)


@dataclass
class AtProvider:
    """The whole way from an account to a fake provider."""

    provider: Any
    account: MailAccount
    postmen: MailPostmen
    browser: SomebodyAtBrowser

    def connect(self) -> str:
        return self.postmen.connect(
            self.account, Work(), show=lambda *_: None, say=str, language="en",
            client_secret=Secret(CLIENT_SECRET) if self.account.signs_in == "google" else None,
        )  # fmt: skip


def a_letter(number: int = 1, to: str = "anna@clinic.example", **more: Any) -> Parcel:
    """Return a mail as the application makes it."""
    values: dict[str, Any] = {
        "message_id": f"<{number}@northern.example>", "sender": Address(SENDER, "Ada Whitfield"),
        "to": Address(to, "Anna Nowák"), "subject": "Your certificate · wound care",
        "text": "Hello Anna,\nhere it is.", "html": "<p>Hello Anna</p>", "at": AT,
    }  # fmt: skip
    letter = Letter(**values | more)
    return Parcel(letter.message_id, SENDER, to, frame_of(letter))


@contextmanager
def at_provider(
    kind: AccountKind, folder: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[AtProvider]:
    """Run a provider, and have an account there which is signed in."""
    made = {
        AccountKind.MICROSOFT: microsoft_here,
        AccountKind.GMAIL: google_here,
        AccountKind.BREVO: brevo_here,
    }[kind]
    name = {"gmail": "GOOGLE"}.get(kind.value, kind.value.upper())
    browser = SomebodyAtBrowser()
    with made() as provider:
        monkeypatch.setenv(f"CPD_{name}_URL", provider.address)
        settings = {} if kind is AccountKind.BREVO else {"client_id": CLIENT_ID}
        account = MailAccount("Northern", SENDER, kind=kind, settings=settings, id=7)
        keychain = MemoryKeychain()
        log = NetworkLogFile(folder)
        here = AtProvider(
            provider, account, MailPostmen(keychain, browser, log, clock, folder), browser
        )
        if kind is AccountKind.BREVO:
            keychain.put(account.secret_name, Secret(API_KEY))
        else:
            here.connect()
        try:
            yield here
        finally:
            browser.leave()
