from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from cpd_desktop.domain.codes import CodeDraft
from cpd_desktop.domain.money import Money
from cpd_desktop.ui.register.codes_dialog import CodeDialog, CodesDialog
from cpd_desktop.ui.register.group_dialog import GroupDialog
from tests.drafts import somebody

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.register.conftest import Opened


@pytest.fixture
def opened(open_with: Callable[..., Opened]) -> Opened:
    return open_with("Ann")


@pytest.fixture
def codes(opened: Opened) -> CodesDialog:
    opened.stage.codes.click()
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, CodesDialog))


def shown(codes: CodesDialog) -> list[str]:
    rows = codes.table.rows
    return [" ".join(rows.texts([row])[0]) for row in range(rows.rowCount())]


def form(codes: CodesDialog) -> CodeDialog:
    return codes.findChildren(CodeDialog)[-1]


def test_a_code_is_added_switched_off_and_removed(opened: Opened, codes: CodesDialog) -> None:
    codes.new.click()
    asked = form(codes)
    asked._code.setText("EARLY")
    asked._off.setText("20 %")
    asked._uses.setValue(5)
    asked._closes.setText("2026-12-24 18:00")
    asked.offer()
    opened.settle()
    assert shown(codes) == ["EARLY 20% 0 / 5 ✓ On This event … – Thu 24 Dec 2026, 18:00"]  # noqa: RUF001 - the dash of a span
    codes.table.selectRow(0)
    codes.switch.click()
    opened.settle()
    assert "✕ Switched off" in shown(codes)[0]
    assert codes.switch.text() == "Switch on"
    codes.remove.click()
    opened.settle()
    assert shown(codes) == []
    opened.desk.operations.undo()
    opened.settle()
    assert len(shown(codes)) == 1
    codes.close()


def test_a_discount_that_is_none_is_said_beside_its_field(
    opened: Opened, codes: CodesDialog
) -> None:
    codes.new.click()
    asked = form(codes)
    asked._code.setText("EARLY")
    asked._off.setText("some")
    asked._opens.setText("soon")
    asked.offer()
    assert "neither a share" in asked._problems["percent"].text()
    assert asked._problems["opens_at"].text()
    asked.reject()
    codes.close()


def test_a_used_code_can_be_changed_but_not_removed(opened: Opened, codes: CodesDialog) -> None:
    opened.desk.services.codes.add(CodeDraft("TENNER", amount=Money(1000, "GBP")))
    opened.desk.services.registrations.add(opened.event.id, somebody("Ben", code="tenner"))
    codes.refresh()
    codes.table.selectRow(0)
    assert not codes.remove.isEnabled()
    codes.edit.click()
    asked = form(codes)
    assert (asked._off.text(), asked._here.isChecked()) == ("10.00 GBP", False)
    asked._off.setText("12")
    asked.offer()
    opened.settle()
    assert shown(codes)[0].startswith("TENNER 12.00 GBP 1")
    codes.close()


def test_a_group_is_added_with_its_payer(opened: Opened) -> None:
    groups = opened.stage.groups
    groups.new.click()
    asked = next(each for each in QApplication.topLevelWidgets() if isinstance(each, GroupDialog))
    asked._name.setText("Ward 4")
    asked._email.setText("nowhere")
    asked.offer()
    assert asked._problems["email"].text() == "“nowhere” is not an e-mail address."
    asked._email.setText("bill@x.example")
    asked.offer()
    opened.settle()
    groups.table.selectRow(0)
    assert groups.remove.isEnabled()
    groups.remove.click()
    opened.settle()
    assert opened.desk.services.parties.listed(opened.event.id) == []
