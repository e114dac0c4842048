from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from cpd_desktop.domain.events import EventFormat
from cpd_desktop.domain.money import Money
from cpd_desktop.ui.event.entries import ChoiceEntry, TextEntry, ZoneEntry
from cpd_desktop.ui.event.markdown import MarkdownEntry
from cpd_desktop.ui.event.picture import PictureEntry
from cpd_desktop.ui.pages.event_plan import PlanStage
from tests.drafts import STARTS, a_draft
from tests.ui.event.planning import changed_elsewhere

if TYPE_CHECKING:
    from pathlib import Path

    from tests.clock import FixedClock
    from tests.ui.event.planning import Plan


def test_a_field_is_kept_when_it_is_left_and_can_be_undone(plan: Plan) -> None:
    plan.enter("title", "Wound  care, part 2 ")
    assert plan.kept.title == "Wound care, part 2"
    assert plan.line("title").line.text() == "Wound care, part 2"
    assert plan.stage.saved.text() == "Saved 10:00"
    assert plan.desk.undo.next_undo is not None
    assert plan.desk.undo.next_undo.text == "Event changed: Title"
    plan.desk.operations.undo()
    plan.settle()
    plan.settle()
    assert plan.kept.title == "Wound care"
    assert plan.line("title").line.text() == "Wound care"


def test_leaving_a_field_as_it_was_leaves_no_trace(plan: Plan) -> None:
    plan.enter("title", " Wound care ")
    entries = plan.desk.services.history.entries()
    assert [each.deed for each in entries] == ["event.add"]


def test_what_is_wrong_stands_beside_its_field_and_the_rest_is_kept(plan: Plan) -> None:
    plan.write("place", "Leeds")
    plan.enter("title", "")
    assert plan.problem("title") == "The event has no title."
    assert plan.stage.names.item(0).text() == "Basics (1 to correct)"
    assert (plan.kept.title, plan.kept.place) == ("Wound care", "Leeds")
    plan.enter("title", "Burns")
    assert plan.problem("title") == ""
    assert plan.stage.names.item(0).text() == "Basics"
    assert plan.kept.title == "Burns"
    assert plan.desk.services.drafts.of(f"event:{plan.event}") is None


def test_what_was_typed_and_not_kept_is_offered_when_the_event_is_opened_again(
    plan: Plan, clock: FixedClock
) -> None:
    plan.enter("title", "")
    plan.write("tags", "burns, skin")
    clock.move(hours=2)
    plan.stage.keeper.keep_draft()
    plan.settle()
    again = PlanStage(plan.desk)
    again.show_event(plan.kept)
    plan.settle()
    assert again.unfinished.isVisibleTo(again)
    assert again.unfinished.text.text() == "Unsaved changes from 12:00: Title, Tags."
    again.unfinished.first.click()
    plan.settle()
    assert again.entries["title"].raw() == ""
    assert again.entries["title"].problem.text() == "The event has no title."
    assert plan.kept.tags == ("burns", "skin")


def test_unfinished_changes_that_are_dropped_do_not_come_back(plan: Plan) -> None:
    plan.enter("title", "")
    again = PlanStage(plan.desk)
    again.show_event(plan.kept)
    plan.settle()
    again.unfinished.second.click()
    plan.settle()
    assert again.entries["title"].raw() == "Wound care"
    assert plan.desk.services.drafts.of(f"event:{plan.event}") is None


def test_typing_alone_is_kept_as_a_draft_after_a_moment(plan: Plan) -> None:
    plan.write("title", "Half a tit")
    drafts = plan.desk.services.drafts
    plan.qtbot.waitUntil(lambda: drafts.of(f"event:{plan.event}") is not None)
    found = drafts.of(f"event:{plan.event}")
    assert found is not None
    assert found.content == {"title": "Half a tit"}
    assert plan.kept.title == "Wound care"


def test_going_to_another_event_keeps_what_was_typed(plan: Plan) -> None:
    other = plan.desk.services.events.add(a_draft("Airway")).value
    plan.write("title", "Burns")
    plan.stage.show_event(other)
    plan.settle()
    assert plan.kept.title == "Burns"
    assert plan.desk.services.events.get(other.id).title == "Airway"
    assert plan.line("title").line.text() == "Airway"
    assert plan.desk.services.drafts.of(f"event:{plan.event}") is None


def test_going_to_another_event_at_once_loses_nothing_that_is_on_its_way(plan: Plan) -> None:
    other = plan.desk.services.events.add(a_draft("Airway")).value
    plan.write("title", "Burns")
    plan.line("title").line.editingFinished.emit()
    plan.write("place", "Leeds")
    plan.stage.keeper.edit(lambda draft: replace(draft, capacity=9), "Places")
    plan.stage.show_event(other)
    plan.settle()
    plan.settle()
    kept = plan.kept
    assert (kept.title, kept.place, kept.capacity) == ("Burns", "Leeds", 9)
    assert plan.desk.services.drafts.of(f"event:{plan.event}") is None


def test_what_is_wrong_when_another_event_is_opened_waits_to_be_corrected(plan: Plan) -> None:
    other = plan.desk.services.events.add(a_draft("Airway")).value
    plan.write("place", "Leeds")
    plan.enter("title", "")
    plan.stage.show_event(other)
    plan.settle()
    found = plan.desk.services.drafts.of(f"event:{plan.event}")
    assert found is not None
    assert found.content == {"title": ""}


def test_an_emptied_zone_is_told_and_not_kept(plan: Plan) -> None:
    plan.stage.entries["zone"].show_raw("")
    plan.stage.keeper.commit()
    plan.settle()
    assert plan.problem("zone") == "There is no time zone called “”."
    assert plan.kept.zone == "Europe/London"


def test_two_fields_left_in_quick_succession_are_both_kept(plan: Plan) -> None:
    plan.write("title", "Burns")
    plan.line("title").line.editingFinished.emit()
    plan.write("place", "Leeds")
    plan.line("place").line.editingFinished.emit()
    plan.settle()
    plan.settle()
    assert (plan.kept.title, plan.kept.place) == ("Burns", "Leeds")


def test_what_somebody_else_changes_is_shown_at_once(plan: Plan) -> None:
    plan.write("place", "Leeds")
    changed_elsewhere(plan, title="Theirs")
    assert plan.line("title").line.text() == "Theirs"
    assert plan.line("place").line.text() == "Leeds"
    assert not plan.stage.collision.isVisibleTo(plan.stage)


@pytest.mark.parametrize(("mine", "kept"), [(True, "Mine"), (False, "Theirs")])
def test_a_field_changed_on_both_sides_is_asked_about(plan: Plan, mine: bool, kept: str) -> None:  # noqa: FBT001 - pytest hands it over
    plan.write("title", "Mine")
    changed_elsewhere(plan, title="Theirs")
    assert plan.stage.collision.isVisibleTo(plan.stage)
    assert "Title" in plan.stage.collision.text.text()
    plan.line("title").line.editingFinished.emit()
    plan.settle()
    assert plan.kept.title == "Theirs"  # nothing is decided yet
    (plan.stage.collision.first if mine else plan.stage.collision.second).click()
    plan.settle()
    assert (plan.kept.title, plan.line("title").line.text()) == (kept, kept)


def test_a_change_elsewhere_that_nobody_told_of_is_not_overwritten(plan: Plan) -> None:
    events = plan.desk.services.events
    events.change(plan.event, replace(plan.kept.draft(), summary="Theirs"))
    plan.enter("title", "Mine")
    plan.settle()
    assert (plan.kept.title, plan.kept.summary) == ("Mine", "Theirs")


def test_another_zone_keeps_the_times_on_the_wall(plan: Plan) -> None:
    zone = plan.stage.entries["zone"]
    assert isinstance(zone, ZoneEntry)
    zone.show_raw("america/new york")
    zone.entered.emit()
    plan.settle()
    assert plan.kept.zone == "America/New_York"
    assert plan.kept.starts == STARTS + timedelta(hours=5)
    zone.show_raw("Nowhere")
    zone.entered.emit()
    plan.settle()
    assert plan.problem("zone") == "There is no time zone called “Nowhere”."
    assert plan.kept.zone == "America/New_York"


def test_the_basics_and_the_registration_are_kept_as_entered(plan: Plan) -> None:
    entries = plan.stage.entries
    for name, raw in {
        "summary": "Short",
        "description": "# Long",
        "format": "in_person",
        "kind": "workshop",
        "objectives": "Know this\n\nDo that",
        "tags": "burns, skin, burns",
        "capacity": 60,
        "price": "75.50 GBP",
        "closes_at": "2026-11-30T14:00",
        "waitlist_limit": 5,
        "minimum": "96min",
    }.items():
        entries[name].show_raw(raw)
    plan.stage.keeper.commit()
    plan.settle()
    kept = plan.kept
    assert (kept.summary, kept.description, kept.format) == (
        "Short",
        "# Long",
        EventFormat.IN_PERSON,
    )
    assert (kept.objectives, kept.tags) == (("Know this", "Do that"), ("burns", "skin"))
    assert (kept.capacity, kept.price, kept.waitlist_limit) == (60, Money(7550, "GBP"), 5)
    assert kept.closes_at == STARTS - timedelta(days=1)
    assert str(kept.minimum) == "96min"
    assert isinstance(entries["kind"], ChoiceEntry)
    assert entries["kind"].choices.currentText() == "Workshop"


def test_a_price_that_is_none_is_told_at_the_price(plan: Plan) -> None:
    plan.stage.entries["price"].show_raw("abc GBP")
    plan.stage.keeper.commit()
    plan.settle()
    assert plan.problem("price") == "“abc GBP” is not an amount such as 75.00 GBP."


def test_closing_before_opening_holds_both_back(plan: Plan) -> None:
    plan.stage.entries["opens_at"].show_raw("2026-11-30T14:00")
    plan.stage.entries["closes_at"].show_raw("2026-11-29T14:00")
    plan.stage.keeper.commit()
    plan.settle()
    assert plan.problem("closes_at") == "Registration closes before it opens."
    assert plan.kept.closes_at is None


def test_a_text_is_seen_as_it_will_look(plan: Plan) -> None:
    entry = plan.stage.entries["description"]
    assert isinstance(entry, MarkdownEntry)
    assert isinstance(entry, TextEntry)
    entry.box.setPlainText("**bold** <b>raw</b>")
    entry.turn.click()
    assert "bold" in entry.preview.toPlainText()
    assert "**" not in entry.preview.toPlainText()
    assert entry.preview.isVisibleTo(entry)
    entry.turn.click()
    assert entry.box.isVisibleTo(entry)


def test_a_picture_is_shown_and_junk_is_refused_beside_it(plan: Plan, tmp_path: Path) -> None:
    entry = plan.stage.entries["image"]
    assert isinstance(entry, PictureEntry)
    junk, photo = tmp_path / "junk.png", tmp_path / "photo.png"
    junk.write_bytes(b"\x89PNG\r\n\x1a\n no picture at all")
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    assert image.save(str(photo))
    entry.take(str(junk))
    plan.settle()
    assert entry.problem.text() == "junk.png is not a picture in JPEG, PNG, GIF or WebP."
    entry.take(str(photo))
    plan.settle()
    plan.settle()
    assert plan.kept.image is not None
    assert entry.picture.pixmap().width() == 40
    assert entry.problem.text() == ""
    entry.remove.click()
    plan.settle()
    assert plan.kept.image is None


def test_every_field_has_a_name_for_screen_readers(plan: Plan) -> None:
    nameless = [
        (section, each)
        for section, widget in plan.stage.sections.items()
        for each in widget.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not each.accessibleName()
        and not each.objectName().startswith("qt_")
        and each.isVisibleTo(widget)
    ]
    assert nameless == []


def test_the_sections_are_reached_with_the_keyboard(plan: Plan) -> None:
    plan.stage.names.setFocus()
    QTest.keyClick(plan.stage.names, Qt.Key.Key_Down)
    assert plan.stage.stack.currentIndex() == 1


def test_a_narrow_window_needs_no_scrolling_to_the_side(plan: Plan) -> None:
    plan.stage.show_section("registration")
    plan.stage.resize(520, 400)
    QApplication.processEvents()
    scrolled = plan.stage.stack.currentWidget()
    assert isinstance(scrolled, QScrollArea)
    assert scrolled.horizontalScrollBar().maximum() == 0
    opens, closes = (plan.stage.entries[name] for name in ("opens_at", "closes_at"))
    assert closes.y() > opens.y()
    plan.stage.resize(1100, 400)
    QApplication.processEvents()
    assert closes.y() == opens.y()
