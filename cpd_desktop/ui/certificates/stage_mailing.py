"""Mails certificates from the stage: those just issued, those that were not mailed yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from cpd_desktop.domain.messages.purposes import Purpose
from cpd_desktop.services.messages.preparing import Wanted
from cpd_desktop.ui.send.banner import SendBanner
from cpd_desktop.ui.send.deeds import SendDeeds

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.services.messages.event_mail import EventMail
    from cpd_desktop.ui.certificates.stage_content import StageContent
    from cpd_desktop.ui.desk import Desk


class StageMailing(QObject):
    """Offers mails about certificates; ``banner`` says how a sending goes, or who knows nothing."""

    register_asked = Signal()

    def __init__(self, desk: Desk, stage: QWidget) -> None:
        super().__init__(stage)
        self._desk = desk
        self._stage = stage
        self._mail: EventMail | None = None
        self.deeds = SendDeeds(desk, stage)
        self.banner = SendBanner(desk, self.deeds, self._say_untold)

        self.deeds.text_asked.connect(self._edit_text)
        self.deeds.register_asked.connect(self.register_asked)

    def show_content(self, content: StageContent) -> None:
        """Say who does not know yet that their certificate was corrected or revoked."""
        self._mail = content.mail
        if not self.banner.is_told:
            self._say_untold()

    def ask(self, to: Sequence[int], purpose: Purpose = Purpose.CERTIFICATE) -> None:
        """Show the mails to these people, and ask."""
        if self._mail is not None and to:
            wanted = Wanted(event=self._mail.event.id, purpose=purpose, to=tuple(to))
            self.deeds.ask(self._mail, wanted)

    def forget(self) -> None:
        """Say nothing any more: another event is shown."""
        if not self.deeds.is_holding:
            self.banner.clear()

    def _say_untold(self) -> None:
        mail = self._mail
        if mail is None:
            return
        corrected = mail.of(Purpose.CERTIFICATE_REPLACED).left
        revoked = mail.of(Purpose.CERTIFICATE_REVOKED).left
        ways: list[tuple[str, Callable[[], object]]] = []
        if corrected:
            text = self.tr("Email %n correction(s)…", "", len(corrected))
            ways.append((text, lambda: self.ask(corrected, Purpose.CERTIFICATE_REPLACED)))
        if revoked:
            text = self.tr("Tell %n person(s) it is revoked…", "", len(revoked))
            ways.append((text, lambda: self.ask(revoked, Purpose.CERTIFICATE_REVOKED)))
        count = len({*corrected, *revoked})
        text = self.tr("Not told yet that a certificate changed: %n person(s).", "", count)
        self.banner.say(text if ways else "", "info", *ways)

    def _edit_text(self, purpose: Any, registration: Any) -> None:
        from cpd_desktop.ui.texts.editor import TextsDialog

        dialog = self.deeds.dialog
        if dialog is not None and self._mail is not None:
            texts = TextsDialog(self._desk, dialog, self._mail.event.id, purpose, registration)
            texts.kept.connect(dialog.read_again)
            texts.open()
