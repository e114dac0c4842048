"""The editor of what mails say: built in, in one's own words, or for one event only."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QMessageBox,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from cpd_desktop.domain.errors import CpdError, Invalid
from cpd_desktop.domain.messages.purposes import Purpose
from cpd_desktop.domain.messages.texts import fields_of
from cpd_desktop.services.messages.preparing import Wanted
from cpd_desktop.ui.calm import CalmComboBox
from cpd_desktop.ui.dates import day_and_time
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.settings.note import Note
from cpd_desktop.ui.texts.content import TextsContent, texts_content, values_of
from cpd_desktop.ui.texts.preview import MailPreview
from cpd_desktop.ui.texts.previewing import Previewing, is_there, missing_words
from cpd_desktop.ui.texts.text_fields import TextFields
from cpd_desktop.ui.texts.words import language_words
from cpd_desktop.ui.widgets import GRID, ToolButton, button, label
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QShowEvent

    from cpd_desktop.domain.messages.texts import MailText
    from cpd_desktop.services.messages.texts import KeptText
    from cpd_desktop.ui.desk import Desk

    Place = tuple[Purpose, str, int | None]

WIDE, HIGH = 150, 38  # characters and lines
LISTED = 31


class TextsDialog(QDialog):
    """Edits all texts; ``kept`` tells that one of them says something else from now on."""

    kept = Signal()

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        event_id: int | None = None,
        purpose: Purpose = Purpose.CONFIRMATION,
        registration: int | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Texts of mails"))
        self._desk = desk
        self._event = event_id
        self._first = registration
        self._unkept: dict[Place, MailText] = {}
        self.content: TextsContent | None = None
        self.current: KeptText | None = None
        self.question: QMessageBox | None = None
        self.purposes = QListWidget()
        self.scope = CalmComboBox()
        self.language = CalmComboBox()
        self.origin = label("", "muted", data=True)
        self.fields = TextFields()
        self.person = CalmComboBox()
        self.preview = MailPreview()
        self.previewing = Previewing(desk, self)
        self.note = Note()
        self.keep_button = button(self.tr("&Keep this text"), "primary")
        self.reset_button = button(self.tr("Back to what it was without"))
        self.versions = ToolButton()
        self.close_button = button(self.tr("Close"))

        self._offer(purpose)
        self._lay_out()
        self._connect()
        self._open_text()

    @property
    def place(self) -> Place:
        """Return which text is shown: what for, in which language, for which event."""
        purpose = Purpose(self.purposes.currentItem().data(Qt.ItemDataRole.UserRole))
        return purpose, str(self.language.currentData()), self.scope.currentData()

    def showEvent(self, event: QShowEvent) -> None:
        """Give the list the heights of its dressed lines."""
        super().showEvent(event)
        self.purposes.doItemsLayout()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about what was not kept."""
        if self._may_close():
            super().closeEvent(event)
        else:
            event.ignore()

    def reject(self) -> None:
        """Close, unless what was not kept should still be."""
        if self._may_close():
            super().reject()

    def _offer(self, purpose: Purpose) -> None:
        for each in Purpose:
            item = QListWidgetItem(in_words(each.label))
            item.setData(Qt.ItemDataRole.UserRole, each.value)
            self.purposes.addItem(item)
        self.purposes.setCurrentRow(list(Purpose).index(purpose))
        self.scope.addItem(self.tr("For all events"), None)
        if self._event is not None:
            self.scope.addItem(self.tr("Only for this event"), self._event)
            self.scope.setCurrentIndex(1)
        from cpd_desktop.domain.settings import Mail

        services = self._desk.services
        usual = services.settings.get(Mail).language
        for language in dict.fromkeys((*services.mail_texts.languages(), usual)):
            self.language.addItem(language_words(language), language)
        self.language.setCurrentIndex(max(0, self.language.findData(usual)))

    def _lay_out(self) -> None:
        self.versions.setText(self.tr("Versions"))
        self.versions.setProperty("role", "field")
        self.versions.setPopupMode(ToolButton.ToolButtonPopupMode.InstantPopup)
        self.versions.setMenu(QMenu(self.versions))
        for each, name in (
            (self.purposes, self.tr("Kinds of mail")),
            (self.scope, self.tr("For which events")),
            (self.language, self.tr("Language")),
            (self.person, self.tr("Preview as")),
            (self.versions, self.tr("Versions")),
            (self.keep_button, self.tr("Keep this text")),
            (self.reset_button, self.reset_button.text()),
            (self.close_button, self.close_button.text()),
        ):
            each.setAccessibleName(name)
        letters = self.fontMetrics().averageCharWidth()
        self.scope.setMinimumContentsLength(20)
        self.language.setMinimumContentsLength(16)
        self.person.setMinimumContentsLength(24)
        self.purposes.setMinimumWidth(letters * LISTED)
        self.purposes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        parts: tuple[QWidget, ...] = (self.purposes, self._middle(), self._right())
        for number, part in enumerate(parts):
            split.addWidget(part)
            split.setStretchFactor(number, int(number > 0))
        split.setSizes([letters * LISTED, 10_000, 10_000])
        languages = self.tr(
            "More languages: a folder named after it, such as fr, with one file for each kind of"
            " mail, in “mail-texts” of the data folder. The first line is the subject."
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 2)
        layout.setSpacing(GRID)
        layout.addLayout(FlowRow(self.scope, self.language, self.origin))
        layout.addWidget(split, 1)
        layout.addWidget(self.note)
        layout.addWidget(label(languages, "caption"))
        layout.addLayout(
            FlowRow(self.keep_button, self.reset_button, self.versions, self.close_button)
        )
        room = self.screen().availableGeometry().size()
        high = self.fontMetrics().lineSpacing() * HIGH
        self.resize(min(letters * WIDE, room.width() - 32), min(high, room.height() - 64))

    def _middle(self) -> QWidget:
        made = QWidget()
        inside = QVBoxLayout(made)
        inside.setContentsMargins(GRID, 0, GRID, 0)
        inside.addWidget(self.fields)
        return made

    def _right(self) -> QWidget:
        made = QWidget()
        inside = QVBoxLayout(made)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GRID)
        inside.addWidget(self.person)
        inside.addWidget(self.preview, 1)
        return made

    def _connect(self) -> None:
        self.purposes.currentRowChanged.connect(self._open_text)
        self.scope.currentIndexChanged.connect(self._open_text)
        self.language.currentIndexChanged.connect(self._open_text)
        self.person.currentIndexChanged.connect(self._draw)
        self.fields.edited.connect(self._edited)
        self.previewing.found.connect(self._show_mail)
        self.previewing.refused.connect(self._refuse)
        self.keep_button.clicked.connect(self._keep)
        self.reset_button.clicked.connect(self._reset)
        self.close_button.clicked.connect(self.close)

    def _open_text(self) -> None:
        self.note.say("")
        services, place, event = self._desk.services, self.place, self._event
        self._desk.operations.look_up(
            lambda _work: texts_content(services, *place, event), partial(self._show, place)
        )

    def _show(self, place: Place, content: TextsContent) -> None:
        if not is_there(self) or place != self.place:
            return  # closed, or another one was opened meanwhile
        first = self.content is None
        self.content, self.current = content, content.current
        self._show_people(content, first=first)
        self.fields.show_text(self._unkept.get(place, content.current.text))
        self._offer_values()
        menu = self.versions.menu()
        menu.clear()
        for each in content.versions:
            when = day_and_time(each.added_at, self._desk.local_zone) if each.added_at else ""
            text = self.tr("Version {number}, {when}").format(number=each.number, when=when)
            if not each.text.body:
                text = self.tr("{version}: back to before").format(version=text)
            if each.text.body:
                menu.addAction(text, partial(self._take_version, each.text))
            else:
                menu.addSection(text)
        menu.addAction(self.tr("Built in"), partial(self._take_version, content.built_in))
        self._say_state()
        self._draw()

    def _show_people(self, content: TextsContent, *, first: bool) -> None:
        chosen = self._first if first else self.person.currentData()
        with QSignalBlocker(self.person):
            self.person.clear()
            for key, name in content.people:
                self.person.addItem(self.tr("Preview as {name}").format(name=name), key)
            self.person.setCurrentIndex(max(0, self.person.findData(chosen)))
        self.person.setEnabled(bool(content.people))
        if not content.people:
            self.person.addItem(self.tr("No person to preview it as"), None)

    def _say_state(self) -> None:
        current, (_, _, event) = self.current, self.place
        if current is None:
            return
        if current.is_built_in:
            text = self.tr("Built-in text")
        elif current.event is not None:
            text = self.tr("Own text for this event, version {number}")
        else:
            text = self.tr("Own text for all events, version {number}")
        self.origin.setText(text.format(number=current.number))
        unkept = self.fields.text != current.text
        self.keep_button.setEnabled(unkept)
        own = not current.is_built_in and current.event == event
        self.reset_button.setVisible(own)
        words = self.tr("Back to the built-in text")
        if event is not None:
            words = self.tr("Back to the text for all events")
        self.reset_button.setText(words)
        self.reset_button.setAccessibleName(words)
        item = self.purposes.currentItem()
        plain = in_words(self.place[0].label)
        item.setText(f"{plain} •" if unkept else plain)
        says = self.tr("{kind} (not kept)").format(kind=plain) if unkept else plain
        item.setToolTip(says if unkept else "")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, says)

    def _edited(self) -> None:
        if self.current is None:
            return
        text = self.fields.text
        if text == self.current.text:
            self._unkept.pop(self.place, None)
        else:
            self._unkept[self.place] = text
        self._say_state()
        self._draw()

    def _draw(self) -> None:
        content, person = self.content, self.person.currentData()
        if content is None or content.event_id is None or person is None:
            self.previewing.forget()
            self.preview.show_mail(None)
            return
        purpose, language, _ = self.place
        wanted = Wanted(
            event=content.event_id, purpose=purpose, language=language, text=self.fields.text
        )
        self.previewing.ask(wanted, person)

    def _offer_values(self) -> None:
        content, person = self.content, self.person.currentData()
        purpose, language, _ = self.place
        fields = fields_of(purpose)
        self.fields.offer_fields(fields, {})
        if content is not None and content.event_id is not None and person is not None:
            services, event = self._desk.services, content.event_id
            self._desk.operations.look_up(
                lambda _work: values_of(services, event, purpose, language, person),
                partial(self._show_values, fields),
            )

    def _show_values(self, fields: frozenset[str], values: Any) -> None:
        if is_there(self):
            self.fields.offer_fields(fields, values)

    def _show_mail(self, said: Any) -> None:
        self.fields.say_problem("")
        self.preview.show_mail(said)
        words = ""
        if said.missing:
            words = self.tr("Empty for this person, so the mail would not go: {fields}.")
            words = words.format(fields=missing_words(said.missing))
        self.note.say(words, "warn")

    def _refuse(self, says: str) -> None:
        self.fields.say_problem(says)
        self.note.say("")

    def _take_version(self, text: MailText) -> None:
        self.fields.show_text(text)
        self._edited()

    def _keep(self) -> None:
        place, text = self.place, self.fields.text
        purpose, language, event = place
        texts = self._desk.services.mail_texts
        self._desk.operations.carry_out(
            lambda _work: texts.keep(purpose, language, text, event),
            origin=self,
            then=partial(self._was_kept, place),
            otherwise=self._not_kept,
        )

    def _reset(self) -> None:
        place = self.place
        purpose, language, event = place
        texts = self._desk.services.mail_texts
        self._desk.operations.carry_out(
            lambda _work: texts.reset(purpose, language, event),
            origin=self,
            then=partial(self._was_kept, place),
            otherwise=self._not_kept,
        )

    def _was_kept(self, place: Place, _changes: Any) -> None:
        if not is_there(self):
            return
        self._unkept.pop(place, None)
        self._desk.operations.told.emit(self.tr("The text is kept"), False)
        self.kept.emit()
        self._open_text()

    def _not_kept(self, error: Exception) -> None:
        if isinstance(error, Invalid) and is_there(self):
            self.fields.say_problem(" ".join(in_words(each) for each in error.problems.values()))
        elif isinstance(error, CpdError) and is_there(self):
            self.note.say_error(error)
        else:
            self._desk.operations.failed.emit(error)

    def _may_close(self) -> bool:
        """Say whether all is kept; else ask, and close later if it may be forgotten."""
        self.fields.flush()
        if not self._unkept or self.question is not None:
            return not self._unkept
        names = ", ".join(dict.fromkeys(in_words(each[0].label) for each in self._unkept))
        asked = self.question = QMessageBox(self)
        asked.setText(self.tr("Not kept yet: {names}").format(names=names))
        asked.setInformativeText(self.tr("Closing now forgets what you wrote there."))
        forget = asked.addButton(self.tr("Forget it"), QMessageBox.ButtonRole.AcceptRole)
        stay = asked.addButton(self.tr("Go on editing"), QMessageBox.ButtonRole.RejectRole)
        asked.setDefaultButton(stay)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        forget.clicked.connect(self._forget)
        asked.finished.connect(self._answered)
        asked.open()
        return False

    def _forget(self) -> None:
        self._unkept.clear()
        self.reject()

    def _answered(self) -> None:
        self.question = None
