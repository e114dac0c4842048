"""The Certificates stage: who gets one, what is missing, issuing, and what comes after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.ui.pages.event_certificates import EMPTY, OPEN

if TYPE_CHECKING:
    from tests.ui.certificates.stage_desk import Certifying

ZOE, TOM, ANA = "Zoë Ångström", "Tom Becker", "Ana Absent"


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
    assert stage.main_button.text() == "Issue 2 certificates"
    assert stage.templates.counts.text() == "2 eligible · 0 issued already · 1 not eligible"
    assert certifying.shown[ZOE] == "Eligible"
    assert certifying.shown[ANA].startswith("Not eligible: ")
    assert certifying.bar_text == "Certificates\n2 eligible"
