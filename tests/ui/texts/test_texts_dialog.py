"""What mails say is edited next to what somebody would get."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from cpd_desktop.domain.messages.purposes import Purpose
from cpd_desktop.ui.texts.editor import TextsDialog
from cpd_desktop.ui.texts.preview import NARROW, Look
from tests.desk import TestDesk, desk_on
from tests.drafts import a_draft, somebody

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock

P = Purpose


class Writing:
    """Somebody before the editor."""

    def __init__(self, desk: TestDesk, qtbot: QtBot, window: QWidget) -> None:
        self.desk, self.qtbot = desk, qtbot
        self.event = desk.services.events.add(a_draft()).value.id
        desk.services.registrations.add(self.event, somebody("Anna Nowak", "anna@clinic.example"))
        self.dialog = TextsDialog(desk, window, self.event, Purpose.CONFIRMATION)
        self.dialog.open()
        self.settle()

    def settle(self) -> None:
        for _ in range(3):
            self.desk.settle(self.qtbot)
            self.qtbot.wait(1)

    def write(self, body: str) -> None:
        self.dialog.fields.body.setPlainText(body)
        self.dialog.fields.flush()
        self.settle()

    def choose(self, purpose: Purpose) -> None:
        self.dialog.purposes.setCurrentRow(list(Purpose).index(purpose))
        self.settle()

    def keep(self) -> None:
        self.dialog.keep_button.click()
        self.settle()

    @property
    def shown(self) -> str:
        return self.dialog.preview.letter.toPlainText().strip()

    def current(self, purpose: Purpose, event: int | None) -> str:
        return self.desk.services.mail_texts.current(purpose, "en", event).text.body


@pytest.fixture
def writing(desk: TestDesk, qtbot: QtBot, stage: Callable[..., QWidget]) -> Iterator[Writing]:
    window = stage()
    made = Writing(desk, qtbot, window)
    yield made
    made.dialog.fields.flush()
    made.dialog._unkept.clear()
    made.dialog.close()
    made.settle()
    assert desk.failures == []
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_text_is_seen_as_somebody_gets_it_while_it_is_written(writing: Writing) -> None:
    assert "Hello Anna Nowak" in writing.shown
    writing.write("Dear **{{ first_name }}**, welcome to {{ event }}.")
    assert writing.shown == "Dear Anna, welcome to Wound care."


def test_a_text_for_one_event_leaves_those_of_others(writing: Writing) -> None:
    writing.write("Only here")
    writing.keep()
    assert writing.current(P.CONFIRMATION, writing.event) == "Only here"
    assert "Only here" not in writing.current(P.CONFIRMATION, None)
    assert "for this event, version 1" in writing.dialog.origin.text()
    writing.dialog.reset_button.click()
    writing.settle()
    assert "Only here" not in writing.current(P.CONFIRMATION, writing.event)
    assert writing.dialog.origin.text() == "Built-in text"


def test_a_former_version_can_be_taken_again(writing: Writing) -> None:
    for each in ("First", "Second"):
        writing.write(each)
        writing.keep()
    first = writing.dialog.versions.menu().actions()[1]
    first.trigger()
    assert writing.dialog.fields.text.body == "First"
    writing.keep()
    assert writing.current(P.CONFIRMATION, writing.event) == "First"


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("{{ salary }}", "no field “salary”"),
        ("{{ name.__class__ }}", "nothing else"),
        ("{{ name", "cannot be read"),
    ],
)
def test_what_a_text_may_not_do_is_said_while_it_is_written(
    writing: Writing, body: str, says: str
) -> None:
    writing.write(body)
    assert says in writing.dialog.fields.problem.text()
    writing.keep()
    assert says in writing.dialog.fields.problem.text()
    assert writing.current(P.CONFIRMATION, writing.event) != body
    writing.write("Hello")
    assert writing.dialog.fields.problem.text() == ""


def test_a_field_that_is_empty_for_somebody_is_named(writing: Writing) -> None:
    writing.write("Join at {{ join_link }}")
    assert "“Link to join”" in writing.dialog.note.text()


def test_what_was_not_kept_is_there_again_after_another_text(writing: Writing) -> None:
    writing.write("Half a thought")
    writing.choose(P.REMINDER)
    assert "Half a thought" not in writing.dialog.fields.text.body
    writing.choose(P.CONFIRMATION)
    assert writing.dialog.fields.text.body == "Half a thought"


def test_closing_asks_about_what_was_not_kept(writing: Writing) -> None:
    writing.write("Half a thought")
    writing.dialog.close()
    question = writing.dialog.question
    assert question is not None
    assert question.text() == "Not kept yet: Registration confirmation"
    stay = question.defaultButton()
    assert stay is not None
    stay.click()
    assert writing.dialog.isVisible()
    assert writing.dialog.fields.text.body == "Half a thought"


def test_a_field_is_put_where_somebody_writes(writing: Writing) -> None:
    writing.write("")
    writing.dialog.fields.body.setFocus()
    insert = writing.dialog.fields.insert.menu().actions()
    event = next(each for each in insert if each.text().startswith("Title of the event"))
    assert event.text().endswith("Wound care")
    event.trigger()
    assert writing.dialog.fields.text.body == "{{ event }}"


@pytest.mark.parametrize("purpose", Purpose)
def test_every_kind_of_mail_can_be_looked_at(writing: Writing, purpose: Purpose) -> None:
    writing.choose(purpose)
    assert writing.shown
    assert writing.dialog.fields.problem.text() == ""


def test_a_mail_is_seen_dark_narrow_and_as_plain_text(writing: Writing) -> None:
    preview = writing.dialog.preview
    writing.write("A **word**")
    preview.looks.button(Look.PLAIN).click()
    assert preview.letter.toPlainText() == "A word\n"
    preview.looks.button(Look.NARROW).click()
    assert preview.letter.maximumWidth() == NARROW
    preview.looks.button(Look.DARK).click()
    assert "#1f1f1f" in preview.letter.styleSheet()


def test_a_language_added_as_a_folder_is_offered(
    folder: DataFolder, clock: FixedClock, qapp: QApplication
) -> None:
    own = folder.path / "mail-texts" / "fr"
    own.mkdir(parents=True)
    (own / "reminder.md").write_text("Rappel : {{ event }}\n\nBonjour {{ name }}\n", "utf-8")
    with desk_on(folder, clock, qapp) as desk:
        texts = desk.services.mail_texts
        assert "fr" in texts.languages()
        assert texts.current(Purpose.REMINDER, "fr").text.subject == "Rappel : {{ event }}"
        built_in = texts.current(Purpose.THANKS, "en").text
        assert texts.current(Purpose.THANKS, "fr").text == built_in
