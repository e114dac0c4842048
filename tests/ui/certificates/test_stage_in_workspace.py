"""The Certificates stage among the others: its words in the bar, its button, its ways out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from cpd_desktop.services.work import Work
from cpd_desktop.ui.pages.event import EventWorkspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from tests.ui.certificates.stage_desk import Certifying

ZOE, TOM = "Zoë Ångström", "Tom Becker"


@pytest.fixture
def workspace(certifying: Certifying, stage: Callable[..., QWidget]) -> Iterator[EventWorkspace]:
    """Return the workspace of an event at which two people were."""
    certifying.hold(ZOE, TOM)
    made = EventWorkspace(certifying.desk)
    stage(made).resize(1100, 800)
    made.show_event(certifying.event_id)
    certifying.settle()
    yield made
    certifying.settle()
    made.setParent(None)
    made.deleteLater()
    QApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete)


def bar_text(workspace: EventWorkspace) -> str:
    return workspace._stages._stage(4).text()


def test_the_bar_says_who_has_one_also_before_the_stage_is_opened(
    certifying: Certifying, workspace: EventWorkspace
) -> None:
    issue = certifying.desk.services.certificates.issue
    issue(Work(), certifying.event_id, "", [certifying.places[ZOE]])
    workspace.refresh()
    certifying.settle()
    assert bar_text(workspace) == "Certificates\n1 issued"
    workspace.open_stage("certificates")
    certifying.qtbot.waitUntil(lambda: "to go" in bar_text(workspace))
    assert bar_text(workspace) == "Certificates\n1 issued · 1 to go"


def test_its_button_is_seen_only_with_the_stage_and_a_check_leads_into_the_plan(
    certifying: Certifying, workspace: EventWorkspace
) -> None:
    workspace.open_stage("certificates")
    certifying.settle()
    button = workspace.certificates.main_button
    assert button.isVisible()
    workspace.certificates.section_asked.emit("credit")
    assert workspace.plan.isVisible()
    assert workspace.plan.names.currentItem().text() == "Credit"
    assert not button.isVisible()
    workspace.certificates.stage_asked.emit("attendance")
    assert workspace.attendance.isVisible()
