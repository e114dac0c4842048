"""Which part of the Certificates page somebody is led to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.domain.certificates.editing_pages import empty_template
from cpd_desktop.ui.pages.certificates import REGISTER, TEMPLATES, CertificatesPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tests.desk import TestDesk


def test_a_way_to_a_template_leads_to_that_template(
    desk: TestDesk, qtbot: QtBot, stage: Callable[..., QWidget]
) -> None:
    kept = desk.services.templates.keep(empty_template("Mine", "en-GB")).value
    page = CertificatesPage(desk)
    stage(page)
    assert page._views.checkedId() == REGISTER
    page.open_part(f"template {kept.id}")
    desk.settle(qtbot)
    assert page._views.checkedId() == TEMPLATES
    assert page.templates.kept is not None
    assert page.templates.kept.name == "Mine"
    page.open_part("templates")
    desk.settle(qtbot)
    assert page.templates.kept.name == "Mine"
