"""Shows a mail exactly as it went out, without asking the network for any part of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QLocale, Qt, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QButtonGroup,
    QPlainTextEdit,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from cpd_desktop.store.files import write_whole
from cpd_desktop.ui.file_questions import ask_where_to_save
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.widgets import GRID, button, label

if TYPE_CHECKING:
    from cpd_desktop.domain.messages.message import Attached, Message
    from cpd_desktop.domain.messages.reading import ReadMail

LINES = 12  # of a mail that are seen at least


class SafeBrowser(QTextBrowser):
    """Shows HTML; whatever it names elsewhere is neither fetched nor opened."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)

    def loadResource(self, _kind: int, _name: QUrl | str) -> QByteArray:  # noqa: N802 - Qt's name
        """Give nothing out, wherever it lies."""
        return QByteArray()


class MailView(QWidget):
    """Both wordings, the files, the headers and the source of one mail."""

    def __init__(self) -> None:
        super().__init__()
        self._copies = QTemporaryDir()
        self._mail: ReadMail | None = None
        self.html = SafeBrowser()
        self.text, self.headers, self.source = _plain(), _plain(), _plain()
        self._ways = QButtonGroup(self)
        self._pages = QStackedWidget()
        for number, (page, title) in enumerate(
            (
                (self.html, self.tr("Message")),
                (self.text, self.tr("Plain text")),
                (self.headers, self.tr("Headers")),
                (self.source, self.tr("Source")),
            )
        ):
            page.setAccessibleName(title)
            self._pages.addWidget(page)
            way = button(title, "nav")
            way.setAccessibleName(title)
            way.setCheckable(True)
            self._ways.addButton(way, number)
        self._ways.button(0).setChecked(True)
        self._ways.idClicked.connect(self._pages.setCurrentIndex)
        ways = FlowRow(*self._ways.buttons())
        ways.setSpacing(GRID // 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addLayout(ways)
        layout.addWidget(self._pages, 1)
        self.setAccessibleName(self.tr("The exact message"))
        self._pages.setMinimumHeight(self.fontMetrics().lineSpacing() * LINES)

    def show_mail(self, mail: ReadMail) -> None:
        """Show it."""
        self._mail = mail
        self.html.setHtml(mail.html)
        self.text.setPlainText(mail.text)
        self.headers.setPlainText("\n".join(f"{name}: {value}" for name, value in mail.headers))
        self.source.setPlainText(mail.source)

    def show_words(self, words: str) -> None:
        """Say why there is none to show."""
        self._mail = None
        for each in (self.html, self.text, self.headers, self.source):
            each.setPlainText(words)

    def content_of(self, name: str) -> bytes | None:
        """Return a file that came with it."""
        files = self._mail.files if self._mail is not None else ()
        return next((each.content for each in files if each.name == name), None)

    def open_file(self, name: str) -> bool:
        """Show a copy in the program that the system has for it; say whether that worked."""
        content = self.content_of(name)
        if content is None:
            return False
        path = Path(self._copies.path()) / Path(name).name
        write_whole(path, content)
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class FileList(QWidget):
    """The files that go with a message, each with its size and hash."""

    def __init__(self, view: MailView) -> None:
        super().__init__()
        self._view = view
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(GRID)

    def show_message(self, message: Message) -> None:
        """List them."""
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for each in message.attachments:
            self._rows.addWidget(self._row(each))
        self.setVisible(bool(message.attachments))

    def _row(self, each: Attached) -> QWidget:
        size = QLocale().formattedDataSize(each.size, 0, QLocale.DataSizeFormat.DataSizeSIFormat)
        row = QWidget()
        rows = QVBoxLayout(row)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GRID // 2)
        rows.addWidget(label(f"{each.name} · {size}", data=True))
        code = label(f"SHA-256 {each.sha256[:16]}…", "caption")
        code.setToolTip(each.sha256)
        code.setAccessibleName(f"SHA-256 {each.sha256}")
        rows.addWidget(code)
        show, save = button(self.tr("Open"), "quiet"), button(self.tr("Save as…"), "quiet")
        show.setAccessibleName(self.tr("Open {name}").format(name=each.name))
        save.setAccessibleName(self.tr("Save {name}").format(name=each.name))
        show.clicked.connect(lambda: self._view.open_file(each.name))
        save.clicked.connect(lambda: self._ask(each.name))
        rows.addLayout(FlowRow(show, save))
        return row

    def _ask(self, name: str) -> None:
        content = self._view.content_of(name)
        if content is not None:
            ask_where_to_save(
                self, self.tr("Save the file"), name, self.tr("All files (*)"),
                lambda chosen: write_whole(Path(chosen), content),
            )  # fmt: skip


def _plain() -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setReadOnly(True)
    made.setTabChangesFocus(True)
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return made
