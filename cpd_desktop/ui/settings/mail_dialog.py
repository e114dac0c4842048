"""The form of a mail account: a provider chosen, its fields filled in, the password entered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.messages.accounts import NO_USER, AccountDraft, AccountKind, Tls
from cpd_desktop.domain.messages.pacing import Limits
from cpd_desktop.domain.secret import Secret
from cpd_desktop.ui.file_questions import ask_for_folder
from cpd_desktop.ui.form import READABLE, FormDialog
from cpd_desktop.ui.settings.mail_ways import FOLDER, SERVER, ways
from cpd_desktop.ui.widgets import GRID, button, label
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from cpd_desktop.domain.errors import CpdError
    from cpd_desktop.domain.messages.accounts import MailAccount
    from cpd_desktop.ui.settings.mail_ways import Way

MOST_A_DAY, LONGEST_PAUSE = 100_000, 600.0
PLAIN_PORT = 25
PORTS = {Tls.NONE: PLAIN_PORT, Tls.STARTTLS: 587, Tls.SSL: 465}


class MailDialog(FormDialog):
    """Asks for an account; ``offered`` carries it with its password, or none to keep the old."""

    offered = Signal(AccountDraft, object)

    def __init__(self, parent: QWidget, account: MailAccount | None = None) -> None:
        super().__init__(parent)
        self._account = account
        self._ways = ways()
        title = self.tr("Mail account") if account else self.tr("New mail account")
        self.setWindowTitle(title)
        self.accept_button.setText(self.tr("Keep and test"))
        self.accept_button.setAccessibleName(self.accept_button.text())
        self.way = QComboBox()
        for each in self._ways:
            self.way.addItem(each.text)
        self.hint = label("", "muted")
        self.name, self.from_address, self.sender_name = QLineEdit(), QLineEdit(), QLineEdit()
        self.reply_to, self.host, self.user = QLineEdit(), QLineEdit(), QLineEdit()
        self.password, self.folder = QLineEdit(), QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.port, self.per_day = QSpinBox(), QSpinBox()
        self.port.setRange(1, 65535)
        self.per_day.setRange(1, MOST_A_DAY)
        self.pause = QDoubleSpinBox()
        self.pause.setRange(0, LONGEST_PAUSE)
        self.pause.setDecimals(1)
        self.pause.setSuffix(self.tr(" seconds"))
        self.tls = QComboBox()
        for text, tls in (
            (self.tr("STARTTLS (usual)"), Tls.STARTTLS),
            (self.tr("SSL from the beginning"), Tls.SSL),
            (self.tr("None (this computer only)"), Tls.NONE),
        ):
            self.tls.addItem(text, tls.value)
        self.choose = button(self.tr("Choose…"))
        self.choose.setAccessibleName(self.tr("Choose the folder"))
        self._lay_out()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * READABLE)

        self._show(account)
        self.way.activated.connect(self._take_preset)
        self.tls.activated.connect(self._take_port)
        self.choose.clicked.connect(self._ask_for_folder)

    def offer(self) -> None:
        """Hand over what was entered, if it can be; the dialog stays until it is kept."""
        draft = self._draft()
        problems = draft.problems()
        secret = self.password.text()
        if secret and not draft.user and "password" in self._way.fields:
            problems.setdefault("user", NO_USER)
        if self.show_problems(problems):
            return
        self.accept_button.setEnabled(False)
        self.offered.emit(draft, Secret(secret) if secret else None)

    def refuse(self, error: CpdError) -> None:
        """Say what is wrong and let the person try again."""
        self.accept_button.setEnabled(True)
        self.show_problems(dict(error.problems) if isinstance(error, Invalid) else {"": error.says})

    @property
    def _way(self) -> Way:
        return self._ways[self.way.currentIndex()]

    def _draft(self) -> AccountDraft:
        way = self._way
        server, folder = way.fields >= SERVER, way.fields >= FOLDER
        settings = {"folder": self.folder.text().strip()} if folder else {}
        return AccountDraft(
            name=self.name.text().strip(),
            sender=self.from_address.text().strip(),
            sender_name=self.sender_name.text().strip(),
            kind=way.kind,
            host=self.host.text().strip() if server else "",
            port=self.port.value(),
            tls=Tls(self.tls.currentData()),
            user=self.user.text().strip() if server else "",
            reply_to=self.reply_to.text().strip(),
            limits=Limits(self.per_day.value(), self.pause.value()),
            settings=settings,
        )

    def _lay_out(self) -> None:
        chosen = QWidget()
        row = QHBoxLayout(chosen)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.folder, 1)
        row.addWidget(self.choose)
        chosen.setFocusProxy(self.folder)
        self.folder.setAccessibleName(self.tr("Folder"))
        self._rows = {"folder": chosen, "host": self.host, "port": self.port, "tls": self.tls,
                      "user": self.user, "password": self.password}  # fmt: skip
        self.add_field("way", self.tr("&Provider"), self.way)
        self.rows.addWidget(self.hint, self.rows.rowCount(), 1)
        for name, text, field in (
            ("name", self.tr("&Name of the account"), self.name),
            ("sender", self.tr("&From address"), self.from_address),
            ("sender_name", self.tr("Fr&om name"), self.sender_name),
            ("host", self.tr("&Server"), self.host),
            ("tls", self.tr("Pro&tection"), self.tls),
            ("port", self.tr("P&ort"), self.port),
            ("user", self.tr("&User"), self.user),
            ("password", self.tr("Pass&word"), self.password),
            ("folder", self.tr("Fol&der"), chosen),
            ("reply_to", self.tr("&Answers go to"), self.reply_to),
            ("per_day", self.tr("&Messages a day"), self.per_day),
            ("pause", self.tr("Pause &between two"), self.pause),
        ):
            self.add_field(name, text, field)
        self.reply_to.setPlaceholderText(self.tr("Empty: the From address"))
        if self._account is not None:
            self.password.setPlaceholderText(self.tr("Empty: the one kept in the keychain stays"))
        self.foot.insertWidget(
            0,
            label(
                self.tr(
                    "The password goes into the keychain of this computer only. A test message is"
                    " sent to the From address."
                ),
                "caption",
            ),
        )

    def _show(self, account: MailAccount | None) -> None:
        if account is None:
            self._take_preset()
            return
        self.way.setCurrentIndex(self._way_of(account))
        for field, text in (
            *((self.name, account.name), (self.from_address, account.sender)),
            *((self.sender_name, account.sender_name), (self.reply_to, account.reply_to)),
            *((self.host, account.host), (self.user, account.user)),
            (self.folder, account.settings.get("folder", "")),
        ):
            field.setText(text)
        self.port.setValue(account.port)
        self.tls.setCurrentIndex(max(0, self.tls.findData(account.tls.value)))
        self.per_day.setValue(account.limits.per_day)
        self.pause.setValue(account.limits.seconds)
        self._fit_fields()

    def _way_of(self, account: MailAccount) -> int:
        of_kind = [n for n, each in enumerate(self._ways) if each.kind is account.kind]
        known = (
            n
            for n in of_kind
            if (preset := self._ways[n].preset) is not None and preset.host == account.host
        )
        if account.kind is AccountKind.SMTP:
            return next(known, of_kind[-1])
        return of_kind[0] if of_kind else 0

    def _take_preset(self, *_: object) -> None:
        preset = self._way.preset
        if preset is not None:
            self.host.setText(preset.host)
            self.port.setValue(preset.port)
            self.tls.setCurrentIndex(max(0, self.tls.findData(preset.tls.value)))
            self.per_day.setValue(preset.limits.per_day)
            self.pause.setValue(preset.limits.seconds)
        else:
            self.per_day.setValue(MOST_A_DAY)
            self.pause.setValue(0)
        self._fit_fields()

    def _take_port(self) -> None:
        self.port.setValue(PORTS[Tls(self.tls.currentData())])

    def _fit_fields(self) -> None:
        way = self._way
        self.hint.setText(way.hint or (in_words(way.preset.hint) if way.preset else ""))
        for name, field in self._rows.items():
            row = self.rows.getItemPosition(self.rows.indexOf(field))[0]
            for column in (0, 1):
                if (item := self.rows.itemAtPosition(row, column)) and (shown := item.widget()):
                    shown.setVisible(name in way.fields)
        self.show_problems({})

    def _ask_for_folder(self) -> None:
        title = self.tr("Folder for the messages")
        ask_for_folder(self, title, self.folder.setText)
