"""Whose account at Zoom is connected and what it lacks; and the wait for the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from cpd_desktop.domain.zoom_account import AppKind
from cpd_desktop.ui.dates import day_and_time
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.settings.zoom_words import kind_words, lack_words, plan_words
from cpd_desktop.ui.widgets import GRID, button, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel

    from cpd_desktop.domain.zoom_account import Account, Right


class ZoomDetails(QWidget):
    """Shows the profile, since when, and through what kind of app."""

    def __init__(self, zone: str) -> None:
        super().__init__()
        self._zone = zone
        self.values: dict[str, QLabel] = {}
        self._facts = QGridLayout(self)
        self._facts.setContentsMargins(0, 0, 0, 0)
        self._facts.setHorizontalSpacing(GRID * 3)
        self._facts.setVerticalSpacing(GRID // 2)
        self._facts.setColumnStretch(1, 1)

        for name, caption in (
            ("name", self.tr("Name")),
            ("email", self.tr("E-mail")),
            ("plan", self.tr("Plan")),
            ("zone", self.tr("Time zone")),
            ("account", self.tr("Account")),
            ("since", self.tr("Connected since")),
            ("app", self.tr("Through")),
        ):
            self._add(name, caption)

    def show_account(self, account: Account) -> None:
        """Show an account as it stands."""
        profile = account.profile
        unknown = self.tr("Not known yet")
        since = account.since
        texts = {
            "name": profile.name if profile else unknown,
            "email": profile.email if profile else unknown,
            "plan": plan_words(profile.plan) if profile else unknown,
            "zone": profile.zone if profile else unknown,
            "account": profile.account if profile else unknown,
            "since": day_and_time(since, self._zone) if since else unknown,
            "app": kind_words(AppKind(account.app.kind)).replace("&", ""),
        }
        for name, text in texts.items():
            self.values[name].setText(text)

    def _add(self, name: str, caption: str) -> None:
        row = self._facts.rowCount()
        title = label(caption, "muted")
        title.setWordWrap(False)
        value = label("", data=True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        value.setAccessibleName(caption)
        self.values[name] = value
        self._facts.addWidget(title, row, 0, Qt.AlignmentFlag.AlignTop)
        self._facts.addWidget(value, row, 1)


class ZoomLacks(QWidget):
    """Shows what does not work for want of a scope, and what nobody has to miss."""

    def __init__(self) -> None:
        super().__init__()
        self.needed, self.optional = label(""), label("", "muted")
        self._banner = QFrame()
        self._banner.setProperty("role", "banner")
        self._banner.setProperty("tone", "warn")
        inside = QVBoxLayout(self._banner)
        inside.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        inside.addWidget(self.needed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID * 2)
        layout.addWidget(self._banner)
        layout.addWidget(self.optional)

    def show_lacks(self, rights: tuple[Right, ...]) -> None:
        """Show these, those that are needed first."""
        needed = [each for each in rights if not each.optional]
        optional = [each for each in rights if each.optional]
        title = self.tr(
            "The app at Zoom lacks scopes, without which this does not work. Add the scopes at"
            " Zoom, then connect again."
        )
        self.needed.setText(f"{title}\n{lack_words(needed)}")
        self._banner.setVisible(bool(needed))
        title = self.tr("Not allowed either, and only needed if you want it:")
        self.optional.setText(f"{title}\n{lack_words(optional)}")
        self.optional.setVisible(bool(optional))


class Waiting(QWidget):
    """Says where the browser was sent while nobody has come back from there."""

    def __init__(self) -> None:
        super().__init__()
        self.says = label("")
        self.address = QLineEdit()
        self.address.setReadOnly(True)
        self.address.setAccessibleName(self.tr("Address of the page"))
        self.copy_button = button(self.tr("Cop&y the address"))
        self.stop_button = button(self.tr("&Stop"))
        for each in (self.copy_button, self.stop_button):
            each.setAccessibleName(each.text().replace("&", ""))

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.says)
        layout.addWidget(self.address)
        layout.addLayout(FlowRow(self.copy_button, self.stop_button))

        self.copy_button.clicked.connect(self._copy)

    def invite(
        self,
        address: str,
        opened: bool,  # noqa: FBT001 - as it was told
        service: str = "Zoom",
    ) -> None:
        """Show the address, and whether a browser seems to have opened it."""
        if opened:
            words = self.tr(
                "Sign in on {service}'s page in your browser and allow CPD Desktop there. If no"
                " page appeared, copy this address into a browser on this computer. It is waited"
                " for five minutes."
            ).format(service=service)
        else:
            words = self.tr(
                "No browser could be opened. Copy this address into a browser on this computer and"
                " sign in there. It is waited for five minutes."
            )
        self.says.setText(words)
        self.address.setText(address)
        self.address.setCursorPosition(0)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.address.text())
        self.address.setFocus(Qt.FocusReason.OtherFocusReason)
        self.address.selectAll()
