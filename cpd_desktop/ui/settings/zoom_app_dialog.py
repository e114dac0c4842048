"""The one page on the kinds of app at Zoom: what to click there, and what to enter here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QButtonGroup,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.zoom_account import AppKind, ChosenApp
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.form import READABLE, FormDialog
from cpd_desktop.ui.settings.zoom_words import kind_purpose, kind_words, scope_list, steps
from cpd_desktop.ui.widgets import GRID, button, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from cpd_desktop.domain.errors import Invalid
    from cpd_desktop.domain.settings import ZoomApp
    from cpd_desktop.services.zoom.account import Connection

FIELDS = {
    AppKind.PUBLIC: {"client_id"},
    AppKind.OWN: {"client_id", "secret"},
    AppKind.SERVER: {"client_id", "secret", "account_id", "host"},
}
LINES_SEEN = 8


class ZoomAppDialog(FormDialog):
    """Asks through which app to sign in; ``offered`` carries it."""

    offered = Signal(ChosenApp)

    def __init__(self, parent: QWidget, app: ZoomApp, connection: Connection) -> None:
        super().__init__(parent)
        self._app = app
        self._connection = connection
        self.setWindowTitle(self.tr("The app at Zoom"))
        self.accept_button.setText(self.tr("Connect to Zoom"))
        self.kinds = {kind: QRadioButton(kind_words(kind)) for kind in AppKind}
        self._group = QButtonGroup(self)
        self.purpose, self.steps = label(""), label("")
        self._way_back, self._allowed = QWidget(), QWidget()
        self.redirect = QLineEdit(connection.redirect)
        self.redirect.setReadOnly(True)
        self.copy_redirect = button(self.tr("Copy the &address"), "quiet")
        self.scopes = QPlainTextEdit()
        self.scopes.setReadOnly(True)
        self.scopes.setTabChangesFocus(True)
        self.scopes.setFixedHeight(self.fontMetrics().lineSpacing() * LINES_SEEN)
        self.copy_scopes = button(self.tr("Copy the &scopes"), "quiet")
        self.client_id = QLineEdit(app.client_id)
        self.secret = QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.account_id = QLineEdit(app.account_id)
        self.host = QLineEdit(app.host)

        self._lay_out()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * READABLE)

        for kind, each in self.kinds.items():
            each.setAccessibleName(each.text().replace("&", ""))
            each.setChecked(kind == app.kind)
            self._group.addButton(each)
        self._group.buttonClicked.connect(self._explain)
        self.copy_redirect.clicked.connect(self._copy_redirect)
        self.copy_scopes.clicked.connect(self._copy_scopes)
        self._explain()

    @property
    def kind(self) -> AppKind:
        """Return the kind of app that is chosen."""
        return next(kind for kind, each in self.kinds.items() if each.isChecked())

    def offer(self) -> None:
        """Hand over what was entered; the dialog stays until it is known to be enough."""
        self.show_problems({})
        self.accept_button.setEnabled(False)
        needed = FIELDS[self.kind]
        values = {
            name: getattr(self, name).text().strip() if name in needed else ""
            for name in ("client_id", "account_id", "host")
        }
        secret = self.secret.text().strip() if "secret" in needed else ""
        app = replace(self._app, kind=self.kind.value, **values)
        self.offered.emit(ChosenApp(app, Secret(secret) if secret else None))

    def refuse(self, error: Invalid) -> None:
        """Say what is missing and let the person try again."""
        self.accept_button.setEnabled(True)
        self.show_problems(error.problems)

    def _lay_out(self) -> None:
        intro = self.tr(
            "CPD Desktop talks to Zoom through an app that is registered there. These are the"
            " kinds:"
        )
        self._across(label(intro))
        for each in self.kinds.values():
            self._across(each)
        self.purpose.setContentsMargins(0, GRID, 0, 0)
        self.steps.setContentsMargins(0, 0, 0, GRID)
        self._across(self.purpose)
        self._across(self.steps)
        self._fill(self._way_back, self.tr("Redirect address"), self.redirect, self.copy_redirect)
        self._fill(self._allowed, self.tr("Scopes"), self.scopes, self.copy_scopes)
        self.add_field("client_id", self.tr("Client &ID"), self.client_id)
        self.add_field("secret", self.tr("Client s&ecret"), self.secret)
        self.add_field("account_id", self.tr("A&ccount ID"), self.account_id)
        self.add_field("host", self.tr("Your e-&mail at Zoom"), self.host)

    def _fill(self, part: QWidget, title: str, shown: QWidget, copies: QPushButton) -> None:
        """Put something to copy under its caption."""
        shown.setAccessibleName(title)
        copies.setAccessibleName(copies.text().replace("&", ""))
        layout = QVBoxLayout(part)
        layout.setContentsMargins(0, 0, 0, GRID)
        layout.setSpacing(GRID // 2)
        layout.addWidget(label(title))
        layout.addWidget(shown)
        layout.addLayout(FlowRow(copies))
        self._across(part)

    def _across(self, widget: QWidget) -> None:
        self.rows.addWidget(widget, self.rows.rowCount(), 0, 1, 2)

    def _explain(self) -> None:
        """Show what belongs to the chosen kind."""
        kind = self.kind
        brought = self._connection.has_built_in
        self.purpose.setText(kind_purpose(kind, has_built_in=brought))
        self.steps.setText(steps(kind))
        usual = self.tr("Empty: the app of CPD Desktop")
        self.client_id.setPlaceholderText(usual if brought and kind is AppKind.PUBLIC else "")
        self.scopes.setPlainText(scope_list(self._connection.rights(kind)))
        for name in ("client_id", "secret", "account_id", "host"):
            self._show_row(getattr(self, name), seen=name in FIELDS[kind])
        self._way_back.setVisible(kind is not AppKind.SERVER)
        self.show_problems({})

    def _show_row(self, field: QWidget, *, seen: bool) -> None:
        row = self.rows.getItemPosition(self.rows.indexOf(field))[0]
        for column in (0, 1):
            if (item := self.rows.itemAtPosition(row, column)) and (widget := item.widget()):
                widget.setVisible(seen)

    def _copy_redirect(self) -> None:
        QGuiApplication.clipboard().setText(self.redirect.text())

    def _copy_scopes(self) -> None:
        names = [name for each in self._connection.rights(self.kind) for name in each.scopes]
        QGuiApplication.clipboard().setText("\n".join(names))
