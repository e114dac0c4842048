"""The form of a mail account: a provider chosen, its fields filled in, the password entered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.messages.accounts import (
    NO_USER,
    AccountDraft,
    Tls,
)
from cpd_desktop.domain.messages.pacing import Limits
from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.words import Sentence
from cpd_desktop.ui.file_questions import ask_for_folder
from cpd_desktop.ui.form import READABLE, FormDialog
from cpd_desktop.ui.settings.mail_ways import way_of, ways
from cpd_desktop.ui.widgets import GRID, button, label
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from cpd_desktop.domain.errors import CpdError
    from cpd_desktop.domain.messages.accounts import MailAccount
    from cpd_desktop.domain.messages.found_server import FoundServer
    from cpd_desktop.ui.settings.mail_ways import Way

MOST_A_DAY, LONGEST_PAUSE = 100_000, 600.0
PLAIN_PORT = 25
PORTS = {Tls.NONE: PLAIN_PORT, Tls.STARTTLS: 587, Tls.SSL: 465}
MAILBOX_PORTS = {Tls.NONE: 143, Tls.STARTTLS: 143, Tls.SSL: 993}
NO_MAILBOX = Sentence("mail account", "Name the server of the mailbox, such as imap.example.org.")
NOT_TOLD = Sentence(
    "mail account", "The domain of this address tells nothing of its servers. Enter them by hand."
)
MAILBOX = frozenset({"imap_host", "imap_tls", "imap_port", "copy_sent"})
SECRETS = ("password", "key", "client_secret")


class MailDialog(FormDialog):
    """Asks for an account; ``offered`` carries it with its secret, or none to keep the old.

    The secret is a password, an API key, or that of an app; ``find_asked`` carries an address whose
    domain is to be asked for its servers.
    """

    offered = Signal(AccountDraft, object)
    find_asked = Signal(str)

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
        self.key, self.client_id, self.client_secret = QLineEdit(), QLineEdit(), QLineEdit()
        self._secrets = dict(
            zip(SECRETS, (self.password, self.key, self.client_secret), strict=True)
        )
        for secret in self._secrets.values():
            secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.find_button = button(self.tr("Find the settings of my address"))
        self.mailbox = QCheckBox(self.tr("Look there for bounces and answers"))
        self.imap_host, self.imap_port = QLineEdit(), QSpinBox()
        self.imap_port.setRange(1, 65535)
        self.copy_sent = QCheckBox(self.tr("Keep a copy of each mail in the folder of sent mail"))
        self.port, self.per_day = QSpinBox(), QSpinBox()
        self.port.setRange(1, 65535)
        self.per_day.setRange(1, MOST_A_DAY)
        self.pause = QDoubleSpinBox()
        self.pause.setRange(0, LONGEST_PAUSE)
        self.pause.setDecimals(1)
        self.pause.setSuffix(self.tr(" seconds"))
        self.tls, self.imap_tls = QComboBox(), QComboBox()
        for text, tls in (
            (self.tr("STARTTLS"), Tls.STARTTLS),
            (self.tr("SSL from the beginning"), Tls.SSL),
            (self.tr("None (this computer only)"), Tls.NONE),
        ):
            self.tls.addItem(text, tls.value)
            self.imap_tls.addItem(text, tls.value)
        self.choose = button(self.tr("Choose…"))
        self.choose.setAccessibleName(self.tr("Choose the folder"))
        self._lay_out()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * READABLE)

        self._show(account)
        self.way.activated.connect(self._take_preset)
        self.tls.activated.connect(self._take_port)
        self.imap_tls.activated.connect(self._take_mailbox_port)
        self.mailbox.toggled.connect(self._fit_fields)
        self.find_button.clicked.connect(self._ask_to_find)
        self.choose.clicked.connect(self._ask_for_folder)

    def offer(self) -> None:
        """Hand over what was entered, if it can be; the dialog stays until it is kept."""
        draft = self._draft()
        problems = draft.problems()
        secret = next(
            (each.text() for name, each in self._secrets.items() if name in self._way.fields), ""
        )
        needs_user = self._has_mailbox or (secret and "password" in self._way.fields)
        if needs_user and not draft.user:
            problems.setdefault("user", NO_USER)
        if self._has_mailbox and not draft.settings["imap_host"]:
            problems["imap_host"] = NO_MAILBOX
        if self.show_problems(problems):
            return
        self.accept_button.setEnabled(False)
        self.offered.emit(draft, Secret(secret) if secret else None)

    def refuse(self, error: CpdError) -> None:
        """Say what is wrong and let the person try again."""
        self.accept_button.setEnabled(True)
        self.find_button.setEnabled(True)
        if isinstance(error, Invalid):
            at = {"address": "sender"}
            self.show_problems({at.get(name, name): says for name, says in error.problems.items()})
        else:
            self.show_problems({"": error.says})

    def show_server(self, found: FoundServer | None) -> None:
        """Fill in what a domain tells of its servers, or say that it tells nothing."""
        self.find_button.setEnabled(True)
        if found is None:
            self.show_problems({"find": NOT_TOLD})
            return
        self.show_problems({})
        self.host.setText(found.host)
        self.port.setValue(found.port)
        _choose(self.tls, found.tls)
        self.user.setText(found.user)
        if found.imap_host:
            self.imap_host.setText(found.imap_host)
            self.imap_port.setValue(found.imap_port)
            _choose(self.imap_tls, found.imap_tls)
        self.hint.setText(
            self.tr("Filled in with what {domain} tells.").format(
                domain=self.from_address.text().rpartition("@")[2].strip()
            )
        )

    @property
    def _way(self) -> Way:
        return self._ways[self.way.currentIndex()]

    @property
    def _has_mailbox(self) -> bool:
        return "mailbox" in self._way.fields and self.mailbox.isChecked()

    def _draft(self) -> AccountDraft:
        way = self._way
        server = "host" in way.fields
        # Who signed in is known of an account that is signed in to, and not asked for.
        user = self._account.user if self._account and not way.fields & {"user", "key"} else ""
        return AccountDraft(
            name=self.name.text().strip(),
            sender=self.from_address.text().strip(),
            sender_name=self.sender_name.text().strip(),
            kind=way.kind,
            host=self.host.text().strip() if server else "",
            port=self.port.value(),
            tls=Tls(self.tls.currentData()),
            user=self.user.text().strip() if "user" in way.fields else user,
            reply_to=self.reply_to.text().strip(),
            limits=Limits(self.per_day.value(), self.pause.value()),
            settings=self._settings(),
        )

    def _settings(self) -> dict[str, str]:
        """Return what only this way has; an empty one is left out, but not where it is needed."""
        way, account = self._way, self._account
        settings = {"sign_in": way.sign_in}
        for name, field in (("folder", self.folder), ("client_id", self.client_id)):
            settings[name] = field.text().strip() if name in way.fields else ""
        if not self._has_mailbox:
            return {name: value for name, value in settings.items() if value}
        before = account.settings if account is not None else {}
        host = self.imap_host.text().strip()
        if before.get("imap_host") == host:  # such as where the last look into it ended
            settings = {**before, **settings}
        settings |= {
            "imap_port": str(self.imap_port.value()),
            "imap_tls": str(self.imap_tls.currentData()),
            "copy_sent": "yes" if self.copy_sent.isChecked() else "",
        }
        return {name: value for name, value in settings.items() if value} | {"imap_host": host}

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
                      "user": self.user, "find": self.find_button, "mailbox": self.mailbox,
                      "imap_host": self.imap_host, "imap_tls": self.imap_tls,
                      "imap_port": self.imap_port, "copy_sent": self.copy_sent,
                      "client_id": self.client_id, **self._secrets}  # fmt: skip
        self.add_field("way", self.tr("&Provider"), self.way)
        self.rows.addWidget(self.hint, self.rows.rowCount(), 1)
        for name, text, field in (
            ("name", self.tr("&Name of the account"), self.name),
            ("sender", self.tr("&From address"), self.from_address),
            ("sender_name", self.tr("F&rom name"), self.sender_name),
            ("find", "", self.find_button),
            ("client_id", self.tr("&Client ID"), self.client_id),
            ("client_secret", self.tr("Client s&ecret"), self.client_secret),
            ("key", self.tr("API &key"), self.key),
            ("host", self.tr("&Server"), self.host),
            ("tls", self.tr("Pro&tection"), self.tls),
            ("port", self.tr("P&ort"), self.port),
            ("user", self.tr("&User"), self.user),
            ("password", self.tr("Pass&word"), self.password),
            ("mailbox", self.tr("Ma&ilbox"), self.mailbox),
            ("imap_host", self.tr("Server of the mailbo&x"), self.imap_host),
            ("imap_tls", self.tr("Its protection"), self.imap_tls),
            ("imap_port", self.tr("Its port"), self.imap_port),
            ("copy_sent", self.tr("Sent mai&l"), self.copy_sent),
            ("folder", self.tr("Fol&der"), chosen),
            ("reply_to", self.tr("&Answers go to"), self.reply_to),
            ("per_day", self.tr("&Messages a day"), self.per_day),
            ("pause", self.tr("Pause &between two"), self.pause),
        ):
            self.add_field(name, text, field)
        self.reply_to.setPlaceholderText(self.tr("Empty: the From address"))
        for box in (self.mailbox, self.copy_sent, self.find_button):
            box.setAccessibleName(box.text())
        self.imap_host.setPlaceholderText("imap.example.org")
        if self._account is not None:
            for each in self._secrets.values():
                each.setPlaceholderText(self.tr("Empty: the one kept in the keychain stays"))
        self.foot.insertWidget(
            0,
            label(
                self.tr(
                    "Passwords and keys go into the keychain of this computer only. A test message"
                    " is sent to the From address."
                ),
                "caption",
            ),
        )

    def _show(self, account: MailAccount | None) -> None:
        _choose(self.imap_tls, Tls.SSL)
        self._take_mailbox_port()
        if account is None:
            self._take_preset()
            return
        self.way.setCurrentIndex(way_of(account, self._ways))
        for field, text in (
            *((self.name, account.name), (self.from_address, account.sender)),
            *((self.sender_name, account.sender_name), (self.reply_to, account.reply_to)),
            *((self.host, account.host), (self.user, account.user)),
            (self.folder, account.settings.get("folder", "")),
            (self.client_id, account.settings.get("client_id", "")),
            (self.imap_host, account.settings.get("imap_host", "")),
        ):
            field.setText(text)
        self.port.setValue(account.port)
        _choose(self.tls, account.tls)
        if self.imap_host.text():
            self.mailbox.setChecked(True)
            _choose(self.imap_tls, Tls(account.settings.get("imap_tls") or Tls.SSL))
            self._take_mailbox_port()
            self.imap_port.setValue(
                int(account.settings.get("imap_port") or self.imap_port.value())
            )
            self.copy_sent.setChecked(bool(account.settings.get("copy_sent")))
        self.per_day.setValue(account.limits.per_day)
        self.pause.setValue(account.limits.seconds)
        self._fit_fields()

    def _take_preset(self, *_: object) -> None:
        preset = self._way.preset
        if preset is not None:
            self.host.setText(preset.host)
            self.port.setValue(preset.port)
            _choose(self.tls, preset.tls)
            self.per_day.setValue(preset.limits.per_day)
            self.pause.setValue(preset.limits.seconds)
        else:
            self.per_day.setValue(MOST_A_DAY)
            self.pause.setValue(0)
        self._fit_fields()

    def _take_port(self) -> None:
        self.port.setValue(PORTS[Tls(self.tls.currentData())])

    def _take_mailbox_port(self) -> None:
        self.imap_port.setValue(MAILBOX_PORTS[Tls(self.imap_tls.currentData())])

    def _ask_to_find(self) -> None:
        self.find_button.setEnabled(False)
        self.find_asked.emit(self.from_address.text().strip())

    def _fit_fields(self, *_: object) -> None:
        way = self._way
        fields = way.fields | (MAILBOX if self._has_mailbox else frozenset())
        self.hint.setText(way.hint or (in_words(way.preset.hint) if way.preset else ""))
        for name, field in self._rows.items():
            row = self.rows.getItemPosition(self.rows.indexOf(field))[0]
            for column in (0, 1):
                if (item := self.rows.itemAtPosition(row, column)) and (shown := item.widget()):
                    shown.setVisible(name in fields)
        self.show_problems({})

    def _ask_for_folder(self) -> None:
        title = self.tr("Folder for the messages")
        ask_for_folder(self, title, self.folder.setText)


def _choose(box: QComboBox, tls: Tls) -> None:
    box.setCurrentIndex(max(0, box.findData(tls.value)))
