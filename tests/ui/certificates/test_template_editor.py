from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionComboBox

from cpd_desktop.domain.certificates.checks import template_findings
from cpd_desktop.domain.certificates.editing_places import Handle
from cpd_desktop.domain.certificates.template import Box, Role, Span, Text
from cpd_desktop.ui.certificates.property_fields import ChoiceField
from tests.ui.certificates.conftest import ALT, CONTROL, LEFT, PLAIN, SHIFT

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.certificates.conftest import Hand

TOLERANCE = 2.0  # points that a dot of the screen may be


def words(hand: Hand, name: str) -> str:
    element = hand.element(name)
    assert isinstance(element, Text)
    return "".join(span.text for span in element.spans)


@pytest.fixture
def three(hand: Hand) -> Hand:
    """Three lines of text below one another."""
    for field, top in (("person_name", 100.0), ("event_title", 200.0), ("event_date", 300.0)):
        name = hand.insert_field(field)
        hand.editing.place({name: Box(200, top, 300, 40)}, "")
    hand.editing.choose(())
    return hand


def test_a_template_is_built_by_hand_from_an_empty_page_and_kept(hand: Hand) -> None:
    hand.insert("text")
    assert QApplication.focusWidget() is hand.editor.element.words.text
    QTest.keyClicks(hand.editor.element.words.text, "Certificate of attendance")
    hand.drag(hand.middle("Text"), (0, -200))
    role = hand.editor.element.role
    role.setCurrentIndex(0)
    role.activated.emit(0)
    hand.insert_field("person_name")
    hand.drag(hand.middle("Name"), (0, -100))
    hand.insert_field("credits")
    hand.insert("code")
    hand.drag(hand.middle("QR code"), (250, 150))
    QTest.mouseClick(hand.editor.save, LEFT)
    hand.settle()
    (kept,) = (each for each in hand.desk.services.templates.listed() if not each.built_in)
    template = hand.desk.services.templates.read(kept)
    assert template == hand.editing.template
    assert template_findings(template) == []
    assert [each.name for each in template.pages[0].in_reading_order()] == [
        "Text",
        "Name",
        "Credit",
        "QR code",
    ]
    assert words(hand, "Text") == "Certificate of attendance"
    assert hand.element("Text").role is Role.HEADING
    assert hand.editor.state.text() == "Saved as version 1"
    assert not hand.desk.failures


def test_the_page_is_drawn_and_drawn_anew_after_a_change(three: Hand) -> None:
    three.settle()
    before = three.canvas.picture
    assert before is not None
    three.click("Name")
    three.press(Qt.Key.Key_Down, SHIFT)
    three.settle()
    assert three.canvas.picture != before


@pytest.mark.parametrize("kind", ["text", "line", "shape", "signature", "seal", "code"])
def test_every_choice_about_an_element_has_room_for_its_words(hand: Hand, kind: str) -> None:
    hand.insert(kind)
    hand.settle()
    cut = []
    for field in hand.editor.element.findChildren(ChoiceField):
        option = QStyleOptionComboBox()
        field.initStyleOption(option)
        control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = field.style().subControlRect(control, option, part, field).width()
        offered = map(field.itemText, range(field.count()))
        cut += [each for each in offered if field.fontMetrics().horizontalAdvance(each) > room]
    assert cut == []


def test_a_click_chooses_and_shift_adds_and_takes_away(three: Hand) -> None:
    three.click("Name")
    assert three.editing.names == ("Name",)
    three.click("Date of the event", SHIFT)
    assert set(three.editing.names) == {"Name", "Date of the event"}
    three.click("Name", SHIFT)
    assert three.editing.names == ("Date of the event",)
    QTest.mouseClick(three.canvas, LEFT, PLAIN, three.at(20, 500))
    assert not three.editing.names


def test_a_band_chooses_what_lies_in_it(three: Hand) -> None:
    three.drag(three.at(150, 80), (400, 190))
    assert set(three.editing.names) == {"Name", "Title of the event"}
    three.drag(three.at(150, 280), (400, 100), SHIFT)
    assert len(three.editing.names) == 3


def test_a_drag_moves_everything_chosen_and_is_one_step_back(three: Hand) -> None:
    three.drag(three.at(150, 80), (400, 190))
    three.drag(three.middle("Name"), (37, 23), ALT)
    for name, top in (("Name", 123), ("Title of the event", 223)):
        box = three.element(name).box
        assert (box.x, box.y) == pytest.approx((237, top), abs=TOLERANCE)
    assert three.element("Date of the event").box.y == 300
    three.press(Qt.Key.Key_Z, CONTROL)
    assert three.element("Name").box == Box(200, 100, 300, 40)
    three.press(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert three.element("Name").box.x == pytest.approx(237, abs=TOLERANCE)


def test_a_drag_snaps_to_the_middle_of_the_page_and_shows_along_what(three: Hand) -> None:
    three.drag(three.middle("Name"), (69, 150), lets_go=False)
    box = three.element("Name").box
    assert box.x + box.width / 2 == pytest.approx(three.editing.page.width / 2, abs=0.01)
    gesture = three.canvas.gesture
    assert gesture is not None
    assert any(guide.upright for guide in gesture.guides)
    QTest.keyClick(three.canvas, Qt.Key.Key_Escape)
    assert three.element("Name").box == Box(200, 100, 300, 40)
    assert three.canvas.gesture is None
    assert not three.editing.redoes


def test_shift_drags_in_one_direction_only(three: Hand) -> None:
    three.click("Name")
    three.drag(three.middle("Name"), (90, 13), SHIFT | ALT)
    assert three.element("Name").box.y == 100
    assert three.element("Name").box.x == pytest.approx(290, abs=TOLERANCE)


def test_a_handle_resizes_and_shift_keeps_the_proportions(three: Hand) -> None:
    three.click("Name")
    corner = three.canvas.handles()[Handle(1, 1)].toPoint()
    three.drag(corner, (61, 17), ALT)
    box = three.element("Name").box
    assert (box.width, box.height) == pytest.approx((361, 57), abs=TOLERANCE)
    before = three.element("Name").box
    three.drag(three.canvas.handles()[Handle(1, 1)].toPoint(), (60, 0), SHIFT)
    box = three.element("Name").box
    assert box.width / box.height == pytest.approx(before.width / before.height, rel=0.01)
    assert box.width > before.width + 40


def test_a_low_box_is_made_wider_by_its_side_and_no_handle_lies_on_another(three: Hand) -> None:
    three.editing.place({"Name": Box(200, 100, 300, 14)}, "")
    three.click("Name")
    assert set(three.canvas.handles()) == {Handle(-1, 0), Handle(1, 0), Handle(0, 1)}


def test_escape_leads_from_the_words_to_the_page_and_closes_nothing(three: Hand) -> None:
    three.click("Name")
    text = three.editor.element.words.text
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_Escape)
    assert three.canvas.hasFocus()
    assert three.editor.isVisible()
    assert three.editor.question is None


def test_arrows_nudge_by_one_point_and_with_shift_by_ten(three: Hand) -> None:
    three.click("Name")
    for _ in range(3):
        three.press(Qt.Key.Key_Right)
    three.press(Qt.Key.Key_Up, SHIFT)
    assert three.element("Name").box == Box(203, 90, 300, 40)
    three.press(Qt.Key.Key_Z, CONTROL)
    assert three.element("Name").box == Box(200, 100, 300, 40)


def test_tab_goes_through_the_elements_as_they_are_read_and_then_on(three: Hand) -> None:
    three.canvas.setFocus()
    for name in ("Name", "Title of the event", "Date of the event"):
        QTest.keyClick(three.canvas, Qt.Key.Key_Tab)
        assert three.editing.names == (name,)
    assert "Date of the event at 200, 300" in three.canvas.accessibleDescription()
    QTest.keyClick(three.canvas, Qt.Key.Key_Tab)
    assert not three.canvas.hasFocus()
    three.canvas.setFocus()
    QTest.keyClick(three.canvas, Qt.Key.Key_Backtab, SHIFT)
    assert three.editing.names == ("Title of the event",)
    three.press(Qt.Key.Key_Escape)
    assert not three.editing.names


def test_enter_and_a_double_click_lead_to_the_words(three: Hand) -> None:
    three.click("Name")
    three.press(Qt.Key.Key_Return)
    assert three.editor.element.words.text.hasFocus()
    three.canvas.setFocus()
    QTest.mouseDClick(three.canvas, LEFT, PLAIN, three.middle("Title of the event"))
    assert three.editor.element.words.text.hasFocus()
    assert three.editing.names == ("Title of the event",)


def test_selected_words_alone_become_bold_and_undo_is_that_of_the_editor(hand: Hand) -> None:
    hand.insert("text")
    text = hand.editor.element.words.text
    QTest.keyClicks(text, "Well done")
    cursor = text.textCursor()
    cursor.setPosition(5)
    cursor.setPosition(9, cursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    QTest.keyClick(text, Qt.Key.Key_B, CONTROL)
    element = hand.element("Text")
    assert isinstance(element, Text)
    assert element.spans == (Span("Well "), Span("done", bold=True))
    hand.editor.element.words.insert_field("person_name")
    assert words(hand, "Text") == "Well {person_name}"
    while hand.editing.undoes:
        QTest.keyClick(text, Qt.Key.Key_Z, CONTROL)
    assert hand.editing.page.elements == ()


def test_a_value_is_changed_for_all_that_are_chosen(three: Hand) -> None:
    three.press(Qt.Key.Key_A, CONTROL)
    size = three.editor.element.values["size"]
    size.setValue(15)  # type: ignore[union-attr] # a number
    sizes = {each.size for each in three.editing.page.elements if isinstance(each, Text)}
    assert sizes == {15}
    floors = {each.smallest for each in three.editing.page.elements if isinstance(each, Text)}
    assert max(floors) <= 15


def test_places_are_typed_in_millimetres(three: Hand) -> None:
    three.click("Name")
    unit, left = three.editor.element.unit, three.editor.element.sides["x"]
    unit.setCurrentIndex(1)
    unit.activated.emit(1)
    left.setFocus()
    left.selectAll()
    QTest.keyClicks(left, "25.4")
    QTest.keyClick(left, Qt.Key.Key_Return)
    assert three.element("Name").box.x == pytest.approx(72, abs=0.02)


def test_elements_are_aligned_spread_and_restacked_by_buttons(three: Hand) -> None:
    actions = three.editor.actions_of.all
    three.editing.place({"Title of the event": Box(260, 180, 300, 40)}, "")
    three.press(Qt.Key.Key_A, CONTROL)
    actions["align left"].trigger()
    actions["spread down"].trigger()
    boxes = [each.box for each in three.editing.page.elements]
    assert [(box.x, box.y) for box in boxes] == [(200, 100), (200, 200), (200, 300)]
    three.click("Name")
    actions["front"].trigger()
    assert three.editing.page.elements[-1].name == "Name"
    assert not actions["spread down"].isEnabled()


def test_copies_go_from_one_template_to_another(
    three: Hand, open_editor: Callable[..., Hand]
) -> None:
    three.click("Name")
    three.press(Qt.Key.Key_C, CONTROL)
    other = open_editor()
    other.press(Qt.Key.Key_V, CONTROL)
    other.press(Qt.Key.Key_D, CONTROL)
    assert [each.name for each in other.editing.page.elements] == ["Name", "Name 2"]
    other.press(Qt.Key.Key_Delete)
    assert [each.name for each in other.editing.page.elements] == ["Name"]
    other.click("Name")
    other.press(Qt.Key.Key_X, CONTROL)
    assert other.editing.page.elements == ()


def test_the_reading_order_and_the_description_are_changed_beside_the_page(three: Hand) -> None:
    three.click("Date of the event")
    three.editor.element.order.setValue(1)
    assert three.editing.page.in_reading_order()[0].name == "Date of the event"
    three.insert("code")
    alt = three.editor.element.alt
    alt.setFocus()
    alt.selectAll()
    QTest.keyClicks(alt, "Code to verify it")
    QTest.keyClick(alt, Qt.Key.Key_Return)
    assert three.element("QR code").alt == "Code to verify it"
    alt.selectAll()
    QTest.keyClick(alt, Qt.Key.Key_Delete)
    QTest.keyClick(alt, Qt.Key.Key_Return)
    assert three.element("QR code").alt == "Code to verify it"


def test_an_element_can_be_for_those_with_one_credit_only(three: Hand) -> None:
    three.click("Date of the event")
    only = three.editor.element.only
    QTest.keyClicks(only, "ANCC")
    QTest.keyClick(only, Qt.Key.Key_Return)
    assert three.element("Date of the event").only == "ANCC"
    three.click("Title of the event")
    assert only.text() == ""


def test_each_check_leads_to_the_element_it_is_about(three: Hand) -> None:
    three.editing.place({"Name": Box(700, 100, 300, 40)}, "")
    three.editing.choose(())
    three.editor.checks._pause.setInterval(0)
    three.editor.checks.look_at(three.editing.template, three.editor.subject.snapshot)
    checks = three.editor.checks
    QApplication.processEvents()
    three.settle()
    assert checks.state.text().startswith("1 thing")
    assert "off page 1" in checks.found.item(0).text()
    place = checks.found.visualItemRect(checks.found.item(0)).center()
    QTest.mouseClick(checks.found.viewport(), LEFT, PLAIN, place)
    assert three.editing.names == ("Name",)


def test_control_and_the_wheel_zoom_around_the_mouse(hand: Hand) -> None:
    view = hand.editor.view
    before = view.canvas.zoom
    place = QPointF(200, 200)
    turn = QWheelEvent(
        place,
        place,
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        CONTROL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.area.viewport(), turn)
    assert view.canvas.zoom == pytest.approx(before * 1.25)
    hand.press(Qt.Key.Key_0, CONTROL)
    assert view.canvas.zoom == pytest.approx(before)


def test_a_field_that_is_dropped_lies_where_it_fell(hand: Hand) -> None:
    hand.canvas.dropped.emit("person_name", 300.0, 200.0)
    box = hand.element("Name").box
    assert (box.x + box.width / 2, box.y + box.height / 2) == pytest.approx((300, 200), abs=0.1)


def test_some_words_can_be_larger_than_the_rest_of_their_text(hand: Hand) -> None:
    hand.insert("text")
    field = hand.editor.element.words
    QTest.keyClicks(field.text, "6.5 hours")
    cursor = field.text.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(3, cursor.MoveMode.KeepAnchor)
    field.text.setTextCursor(cursor)
    field.scale.setValue(200)
    element = hand.element("Text")
    assert isinstance(element, Text)
    assert element.spans == (Span("6.5", scale=2), Span(" hours"))
    field.text.moveCursor(cursor.MoveOperation.End)
    assert field.scale.value() == 100
