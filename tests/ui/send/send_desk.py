"""The Send stage of one event, as somebody works with it, with an account that writes files."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from cpd_desktop.domain.lifecycle import Move
from cpd_desktop.domain.messages.accounts import AccountKind
from tests.certified import PROVIDER
from tests.drafts import STARTS, a_draft, somebody
from tests.mailing import an_account

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from cpd_desktop.domain.attendance.decisions import Verdict
    from cpd_desktop.domain.messages.message import Message
    from cpd_desktop.domain.messages.purposes import Purpose
    from cpd_desktop.ui.pages.event_send import SendStage
    from cpd_desktop.ui.send.deeds import SendDeeds
    from cpd_desktop.ui.send.dialog import SendDialog
    from tests.clock import FixedClock
    from tests.desk import TestDesk


@dataclass
class Posting:
    """An event with people, its stage, and the short ways a test takes through it."""

    desk: TestDesk
    qtbot: QtBot
    clock: FixedClock
    stage: SendStage
    sent: Path
    event_id: int = 0
    places: dict[str, int] = field(default_factory=dict)

    def plan(self, *people: str, account: bool = True) -> None:
        """Add an event in three days, with these people."""
        services = self.desk.services
        services.settings.put(PROVIDER)
        self.clock.at = STARTS - timedelta(days=3)
        self.event_id = services.events.add(a_draft()).value.id
        for name in people:
            newcomer = somebody(name, f"person{len(self.places)}@clinic.example")
            self.places[name] = services.registrations.add(self.event_id, newcomer).value.id
        services.lifecycle.move(self.event_id, Move.PUBLISH)
        if account:
            self.sent.mkdir(exist_ok=True)
            kept = {"folder": str(self.sent)}
            services.mail_accounts.add(an_account(kind=AccountKind.FOLDER, settings=kept))

    def decide(self, name: str, verdict: Verdict) -> None:
        attendance = self.desk.services.attendance
        attendance.override(self.event_id, [self.places[name]], verdict, "Signed the sheet")

    def open(self) -> None:
        self.stage.show_event(self.event_id)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is under way; what comes back may ask for more."""
        for _ in range(3):
            self.desk.settle(self.qtbot)
            self.qtbot.wait(1)

    def ask(self, purpose: Purpose) -> SendDialog:
        """Press the button of a kind of mail, and wait for what is shown."""
        self.stage.rows[purpose].send.click()
        dialog = self.stage.deeds.dialog
        assert dialog is not None
        self.settle()
        return dialog

    def agree(self, dialog: SendDialog) -> None:
        dialog.accept_button.click()
        self.settle()

    def let_go(self) -> None:
        """Let the moment pass in which a sending can be taken back."""
        self.clock.at += timedelta(seconds=10)
        for _ in range(10):
            self.stage.deeds._tick()
        self.settle()

    def messages(self) -> list[Message]:
        outbox = self.desk.services.outbox
        return [outbox.get(key) for key in sorted(outbox.ids())]

    def states(self) -> list[str]:
        return [each.state.value for each in self.messages()]

    def close(self) -> None:
        deeds: SendDeeds = self.stage.deeds
        deeds._ticking.stop()
        if deeds.dialog is not None:
            deeds.dialog.reject()
        self.settle()
