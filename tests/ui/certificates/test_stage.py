"""The Certificates stage: who gets one, what it looks like, and what is missing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cpd_desktop.domain.attendance.decisions import Verdict
from cpd_desktop.domain.settings import Signatory
from cpd_desktop.ui.certificates.stage_content import State
from cpd_desktop.ui.pages.event_certificates import EMPTY, OPEN
from cpd_desktop.ui.person_dialog import PersonDialog
from tests.certified import PROVIDER

if TYPE_CHECKING:
    from tests.ui.certificates.stage_desk import Certifying

ZOE, TOM, ANA = "Zoë Ångström", "Tom Becker", "Ana Absent"
LONG = "María-José Fernández de la Vega y Santa Cruz de la Sierra Hernández de Todos"
UNPRINTABLE = "Tom \U0010fffd"


def test_while_nobody_is_eligible_the_stage_teaches_and_leads_to_attendance(
    certifying: Certifying,
) -> None:
    certifying.hold(absent=(ANA,))
    certifying.open()
    stage = certifying.stage
    assert stage.stack.currentIndex() == EMPTY
    asked: list[str] = []
    stage.stage_asked.connect(asked.append)
    stage.to_attendance.click()
    assert asked == ["attendance"]


def test_who_gets_one_is_counted_and_listed_with_the_reason_of_who_does_not(
    certifying: Certifying,
) -> None:
    certifying.hold(ZOE, TOM, absent=(ANA,))
    certifying.open()
    stage = certifying.stage
    assert stage.stack.currentIndex() == OPEN
    assert stage.main_button.text() == "Issue 2 certificate(s)"
    assert stage.templates.counts.text() == "2 eligible · 0 issued already · 1 not eligible"
    assert certifying.shown[ZOE] == "Eligible"
    assert "Signed the sheet" in certifying.shown[ANA]


def test_the_list_is_narrowed_by_views_and_by_words(certifying: Certifying) -> None:
    certifying.hold(ZOE, TOM, absent=(ANA,))
    certifying.open()
    people = certifying.stage.middle.people
    people.open_state(State.REFUSED)
    assert list(certifying.shown) == [ANA]
    people.open_view(0)
    people.search.setText("angstrom")
    people.search.returnPressed.emit()
    assert list(certifying.shown) == [ZOE]


def test_the_preview_is_a_picture_of_whoever_is_chosen(certifying: Certifying) -> None:
    certifying.hold(ZOE, TOM)
    certifying.open()
    preview = certifying.stage.middle.preview
    first = preview.sheet.picture.toImage()
    assert first.width() > first.height() > 100
    assert TOM in preview.sheet.accessibleName()
    preview.next.click()
    certifying.settle()
    assert preview.person.currentText() == ZOE
    assert ZOE in preview.sheet.accessibleName()
    assert preview.sheet.picture.toImage() != first
    QTest.keyClick(preview.sheet, Qt.Key.Key_Left)
    certifying.settle()
    assert preview.sheet.picture.toImage() == first


def test_after_one_event_another_is_shown_with_its_own_people(certifying: Certifying) -> None:
    certifying.hold(absent=(ZOE,))
    certifying.open()
    certifying.hold(TOM)
    certifying.open()
    assert certifying.stage.middle.preview.person.currentText() == TOM
    assert [each.name for each in certifying.stage.middle.chosen()] == [TOM]


def test_the_tab_key_leads_from_top_to_bottom(certifying: Certifying) -> None:
    certifying.hold(ZOE, TOM)
    certifying.open()
    middle = certifying.stage.middle
    middle.ways.button(0).setFocus()
    seen = []
    for _ in range(5):
        QTest.keyClick(certifying.stage.window().focusWidget(), Qt.Key.Key_Tab)
        seen.append(certifying.stage.window().focusWidget().accessibleName().split(".")[0])
    assert seen == [
        *("Person before", "Show the certificate of", "Next person"),
        *("Certificate of Tom Becker", "Issue to 1 selected"),
    ]


def test_list_and_preview_stand_side_by_side_where_there_is_room(certifying: Certifying) -> None:
    certifying.hold(ZOE, TOM)
    certifying.open()
    middle, window = certifying.stage.middle, certifying.stage.window()
    assert middle.preview.isVisible()
    assert not middle.people.isVisible()
    window.resize(2000, 900)
    certifying.qtbot.waitUntil(middle.people.isVisible)
    assert middle.preview.isVisible()
    assert not middle.ways.button(0).isVisible()
    window.resize(1100, 800)
    certifying.qtbot.waitUntil(lambda: not middle.people.isVisible())


def test_another_template_is_shown_and_nothing_is_issued_with_it_before_it_was_looked_through(
    certifying: Certifying,
) -> None:
    certifying.hold(ZOE)
    certifying.open()
    stage = certifying.stage
    before = stage.middle.preview.sheet.picture.toImage()
    stage.templates.list.setCurrentRow(1)
    assert not stage.main_button.isEnabled()
    certifying.settle()
    assert certifying.content.plan.template.built_in == "cme"
    assert stage.middle.preview.sheet.picture.toImage() != before
    assert not stage.templates.list.item(1).icon().isNull()


def test_a_missing_provider_is_named_and_leads_to_its_settings(certifying: Certifying) -> None:
    certifying.hold(ZOE, provider=False)
    certifying.open()
    stage = certifying.stage
    check = certifying.check("provider_name")
    assert certifying.shown[ZOE].startswith("! Missing: Provider is missing.")
    assert stage.main_button.text() == "Show what is missing"
    stage.checks.way_asked.emit(check)
    assert certifying.desk.noted.went == ["settings provider"]
    certifying.desk.services.settings.put(PROVIDER)
    certifying.changed()
    assert stage.main_button.text() == "Issue 1 certificate(s)"


def test_what_the_event_lacks_leads_to_its_plan(certifying: Certifying) -> None:
    certifying.hold(ZOE)
    services = certifying.desk.services
    draft = services.events.get(certifying.event_id).draft()
    line = replace(draft.credits[0], accreditor="Royal College")
    services.events.change(certifying.event_id, replace(draft, credits=(line,)))
    certifying.open()
    asked: list[str] = []
    certifying.stage.section_asked.connect(asked.append)
    certifying.stage.checks.way_asked.emit(certifying.check("statement"))
    assert asked == ["credit"]


def test_a_name_that_shrinks_leads_to_the_person_where_it_can_be_shortened(
    certifying: Certifying,
) -> None:
    certifying.hold(LONG, ZOE)
    certifying.open()
    stage = certifying.stage
    check = next(each for each in stage.checks.checks if each.people)
    assert LONG in str(check.first.says)
    stage.checks.way_asked.emit(check)
    certifying.settle()
    dialog = stage.ways.dialog
    assert isinstance(dialog, PersonDialog)
    dialog.reject()
    stage.checks.people_asked.emit(list(check.people))
    assert list(certifying.shown) == [LONG]


def test_letters_that_no_font_has_hold_back_only_whose_they_are(certifying: Certifying) -> None:
    certifying.hold(UNPRINTABLE, ZOE)
    certifying.open()
    assert certifying.stage.main_button.text() == "Issue 1 certificate(s)"
    assert "No font on this computer" in certifying.shown[UNPRINTABLE]
    assert certifying.shown[ZOE] == "Eligible"


def test_who_signs_is_named_and_leads_to_the_settings(certifying: Certifying) -> None:
    certifying.hold(ZOE)
    certifying.desk.services.settings.put(Signatory())
    certifying.open()
    certifying.stage.checks.way_asked.emit(certifying.check("signatory_name"))
    assert certifying.desk.noted.went == ["settings signatory"]


def test_two_of_one_name_are_pointed_out(certifying: Certifying) -> None:
    certifying.hold(ZOE, TOM)
    services = certifying.desk.services
    person = services.registrations.get(certifying.places[TOM]).person_id
    services.people.change(person, replace(services.people.get(person).draft(), name=ZOE))
    certifying.open()
    check = certifying.check("person_name")
    assert not check.first.forbids
    certifying.stage.checks.way_asked.emit(check)
    assert certifying.desk.noted.went == ["people"]


def test_somebody_who_came_after_all_is_found_when_the_stage_is_looked_at_again(
    certifying: Certifying,
) -> None:
    certifying.hold(ZOE, absent=(ANA,))
    certifying.open()
    services = certifying.desk.services
    done = services.attendance.override(
        certifying.event_id, [certifying.places[ANA]], Verdict.MET, "Was there by telephone"
    )
    certifying.desk.feed.publish(done.changes, certifying.desk)
    certifying.qtbot.waitUntil(lambda: certifying.content.counts[State.READY] == 2)
    assert certifying.shown[ANA] == "Eligible"
