"""The Send stage: what this event's people were written, what is due, and what may be sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from cpd_desktop.domain.messages.purposes import Purpose
from cpd_desktop.services.messages.preparing import Wanted
from cpd_desktop.ui.certificates.stage_banner import StageBanner
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.send.banner import SendBanner
from cpd_desktop.ui.send.deeds import SendDeeds
from cpd_desktop.ui.send.kind_row import KindRow
from cpd_desktop.ui.send.words import group_words
from cpd_desktop.ui.widgets import GRID, EmptyState, button, label

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from cpd_desktop.domain.changes import Changes
    from cpd_desktop.services.messages.event_mail import EventMail
    from cpd_desktop.ui.desk import Desk

P = Purpose
GROUPS = (
    (P.CONFIRMATION, P.JOINING, P.REMINDER, P.WAITLIST_OFFER),
    (P.CHANGED, P.POSTPONED, P.CANCELLATION),
    (P.CERTIFICATE, P.CERTIFICATE_REPLACED, P.CERTIFICATE_REVOKED),
    (P.THANKS, P.EVALUATION, P.MISSED),
    (P.MESSAGE,),
)
ALWAYS = frozenset({P.CONFIRMATION, P.JOINING, P.REMINDER, P.CERTIFICATE, P.MESSAGE})
OVER = frozenset({P.THANKS, P.EVALUATION, P.MISSED})
KINDS = frozenset({"message", "registration", "event", "session", "certificate", "mail_account",
                   "setting", "person", "override", "decision"})  # fmt: skip
PAUSE = 150
UNREAD, NO_ACCOUNT, OPEN = range(3)


class SendStage(QWidget):
    """Shows and sends the mail of one event; ``found`` carries what is known of it."""

    found = Signal(object)
    stage_asked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._event: int | None = None
        self._stale = True
        self.mail: EventMail | None = None
        self.deeds = SendDeeds(desk, self)
        self.banner = SendBanner(desk, self.deeds, self.refresh)
        self.drafts = StageBanner()
        self.texts_button = button(self.tr("Texts of mails…"))
        self.outbox_button = button(self.tr("Open the outbox"))
        self.account_button = button(self.tr("Add an account…"), "primary")
        self.standing = label("", "muted")
        self.rows: dict[Purpose, KindRow] = {}
        self.headings = [label(group_words(number), "caption") for number in range(len(GROUPS))]
        self.stack = QStackedWidget()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)

        self._lay_out()
        self._connect()

    def show_event(self, event_id: int) -> None:
        """Show an event; it is read when it is looked at."""
        if event_id != self._event:
            self._event, self.mail = event_id, None
            self.stack.setCurrentIndex(UNREAD)
            if not self.deeds.is_holding:
                self.banner.clear()
        self._stale = True
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Find out how the mail of the event stands."""
        event, mails = self._event, self._desk.services.event_mails
        if event is not None:
            self._stale = False
            self._desk.operations.look_up(lambda _work: mails.of(event), self._show)

    def ask(self, purpose: Any) -> None:
        """Show who would get a mail of this kind, and ask."""
        mail = self.mail
        if mail is None:
            return
        kind = mail.of(purpose)
        only = kind.left if purpose in (P.CHANGED, P.POSTPONED) else None
        wanted = Wanted(event=mail.event.id, purpose=purpose, document=kind.document, to=only)
        self.deeds.ask(mail, wanted)

    def showEvent(self, event: QShowEvent) -> None:
        """Find out what changed while another stage was open."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _lay_out(self) -> None:
        for each in (self.texts_button, self.outbox_button, self.account_button):
            each.setAccessibleName(each.text().replace("…", ""))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.banner)
        layout.addWidget(self.drafts)
        layout.addWidget(self.stack, 1)
        self.stack.addWidget(QWidget())
        self.stack.addWidget(
            EmptyState(
                self.tr("No mail account yet"),
                self.tr(
                    "Confirmations, joining details, reminders and certificates are sent from here,"
                    " through your own mail account. Without a server, mails can be kept as files"
                    " in a folder."
                ),
                self.account_button,
            )
        )
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        self.stack.addWidget(area)
        sheet = QWidget()
        area.setWidget(sheet)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(FlowRow(self.texts_button, self.outbox_button))
        column.addWidget(self.standing)
        for heading, group in zip(self.headings, GROUPS, strict=True):
            heading.setContentsMargins(0, GRID, 0, 0)
            column.addWidget(heading)
            for purpose in group:
                self.rows[purpose] = KindRow(purpose, sheet)
                column.addWidget(self.rows[purpose])
        column.addStretch(1)

    def _connect(self) -> None:
        for row in self.rows.values():
            row.send_asked.connect(self.ask)
        self.texts_button.clicked.connect(self._open_texts)
        self.outbox_button.clicked.connect(self._open_outbox)
        self.account_button.clicked.connect(self._add_account)
        self.deeds.changed.connect(self.refresh)
        self.deeds.text_asked.connect(self._edit_text)
        self.deeds.register_asked.connect(self._open_register)
        self._desk.feed.changed.connect(self._heard)
        self._pause.timeout.connect(self.refresh)

    def _show(self, mail: EventMail) -> None:
        if mail.event.id != self._event:
            return  # another one was opened meanwhile
        self.mail = mail
        self.stack.setCurrentIndex(OPEN if mail.accounts else NO_ACCOUNT)
        self.standing.setText(self._standing(mail))
        is_next = next((each.purpose for each in mail.kinds if each.is_due), None)
        for kind in mail.kinds:
            row = self.rows[kind.purpose]
            row.show_kind(kind, is_next=kind.purpose is is_next)
            told = kind.sent or kind.waiting or kind.asking
            fits = (kind.left or kind.without) and kind.purpose in OVER
            usual = kind.purpose in ALWAYS and not (mail.is_over and kind.purpose in GROUPS[0])
            row.setVisible(bool(kind.is_due or told or usual or fits))
        for heading, group in zip(self.headings, GROUPS, strict=True):
            heading.setVisible(any(not self.rows[purpose].isHidden() for purpose in group))
        self._show_drafts(mail)
        self.found.emit(mail)

    def _standing(self, mail: EventMail) -> str:
        parts = []
        if mail.to_myself:
            parts.append(self.tr("Test mode is on: everything goes to yourself."))
        if mail.paused:
            parts.append(self.tr("Sending is paused; resume it in the Outbox."))
        parts.append(self.tr("Scheduled mail goes only while the application runs."))
        if mail.account is not None:
            account = self.tr("Mail goes out through {name} ({sender}).")
            parts.insert(0, account.format(name=mail.account.name, sender=mail.account.sender))
        return " ".join(parts)

    def _show_drafts(self, mail: EventMail) -> None:
        drafts = mail.drafts if self.deeds.job is None and not self.deeds.is_holding else ()
        text = self.tr("Made and not sent: %n message(s).", "", len(drafts)) if drafts else ""
        self.drafts.say(
            text,
            "warn",
            (self.tr("Send them"), lambda: self.deeds.queue(drafts)),
            (self.tr("Discard them"), lambda: self.deeds.discard(drafts)),
        )

    def _heard(self, changes: Changes, origin: object) -> None:
        if origin is self.deeds or not any(changes.touches(kind) for kind in KINDS):
            return
        self._stale = True
        if self.isVisible():
            self._pause.start()

    def _edit_text(self, purpose: Any, registration: Any) -> None:
        self._texts(purpose, registration)

    def _open_texts(self) -> None:
        self._texts(Purpose.CONFIRMATION, None)

    def _texts(self, purpose: Purpose, registration: int | None) -> None:
        from cpd_desktop.ui.texts.editor import TextsDialog

        if self._event is None:
            return
        dialog = self.deeds.dialog
        parent = dialog if dialog is not None else self.window()
        texts = TextsDialog(self._desk, parent, self._event, purpose, registration)
        if dialog is not None:
            texts.kept.connect(dialog.read_again)
        texts.open()

    def _open_outbox(self) -> None:
        self._desk.places.go("outbox")

    def _open_register(self) -> None:
        self.stage_asked.emit("register")

    def _add_account(self) -> None:
        self._desk.places.go("settings", part="accounts")
