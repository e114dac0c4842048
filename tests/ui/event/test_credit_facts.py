"""What accreditors want told of a line of credit, entered in its dialog."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from cpd_desktop.domain.credit import CreditLine
from cpd_desktop.domain.settings import Provider
from cpd_desktop.ui.event.credit import CreditSection
from cpd_desktop.ui.event.credit_dialog import CreditDialog, StatementEntry, WordEntry
from cpd_desktop.ui.event.items import DETAILS
from tests.ui.event.planning import row

if TYPE_CHECKING:
    from tests.ui.event.planning import Plan

HOURS = CreditLine("CPD hours", Decimal(2))


def opened(plan: Plan, line: CreditLine = HOURS, preset: str = "") -> CreditDialog:
    draft = replace(plan.kept.draft(), credits=(line,), preset=preset)
    plan.desk.services.events.change(plan.event, draft)
    plan.open()
    section = plan.stage.sections["credit"]
    assert isinstance(section, CreditSection)
    section.list.view.setCurrentRow(0)
    section.list.edit.click()
    plan.settle()
    assert isinstance(section.dialog, CreditDialog)
    return section.dialog


def statement(dialog: CreditDialog) -> StatementEntry:
    entry = dialog.entries["statement"]
    assert isinstance(entry, StatementEntry)
    return entry


def accept(plan: Plan, dialog: CreditDialog) -> None:
    dialog.accept_button.click()
    plan.settle()
    plan.settle()


def test_what_the_accreditor_wants_is_entered_kept_and_listed(plan: Plan) -> None:
    dialog = opened(plan)
    entered = {
        "category": " Ethics ",
        "accreditor": "BACB",
        "provider_number": "OP-12-3456",
        "statement": "Approved by the board.",
        "approved_from": "2026-01-01",
        "approved_until": "2026-12-31",
    }
    for name, raw in entered.items():
        dialog.entries[name].show_raw(raw)
    accept(plan, dialog)
    (line,) = plan.kept.credits
    assert (line.category, line.accreditor, line.provider_number) == (
        "Ethics",
        "BACB",
        "OP-12-3456",
    )
    assert line.statement == "Approved by the board."
    assert (line.approved_from, line.approved_until) == (date(2026, 1, 1), date(2026, 12, 31))
    section = plan.stage.sections["credit"]
    assert isinstance(section, CreditSection)
    told = row(section.list.view, 0, DETAILS).splitlines()[0]
    assert told == "Ethics · BACB · approved from Thu 1 Jan 2026 to Thu 31 Dec 2026"


def test_an_approval_that_ends_first_is_told_beside_its_end(plan: Plan) -> None:
    dialog = opened(plan, replace(HOURS, approved_from=date(2026, 6, 1)))
    dialog.entries["approved_until"].show_raw("2026-05-31")
    accept(plan, dialog)
    assert dialog.isVisible()
    entry = dialog.entries["approved_until"]
    assert entry.problem.text() == "The approval ends before it begins."
    entry.show_raw("")
    accept(plan, dialog)
    assert plan.kept.credits[0].approved_until is None


def test_what_is_too_long_is_told_beside_its_field_and_read_to_the_blind(plan: Plan) -> None:
    dialog = opened(plan)
    category = dialog.entries["category"]
    assert isinstance(category, WordEntry)
    category.show_raw("x" * 101)
    accept(plan, dialog)
    assert category.problem.text() == "The category is longer than 100 characters."
    assert category.line.accessibleDescription() == category.problem.text()
    category.show_raw("")
    statement(dialog).show_raw("x" * 1001)
    accept(plan, dialog)
    assert "longer than 1000 characters" in statement(dialog).problem.text()
    assert statement(dialog).box.accessibleDescription() == statement(dialog).problem.text()
    dialog.reject()


def test_the_usual_statement_is_a_start_to_edit(plan: Plan) -> None:
    plan.desk.services.settings.put(Provider("Northern Training Ltd"))
    dialog = opened(plan, preset="ama")
    assert statement(dialog).raw() == ""
    statement(dialog).usual.click()
    plan.settle()
    assert statement(dialog).raw() == (
        "Northern Training Ltd designates this live activity for a maximum of 2 AMA PRA "
        "Category 1 Credits™."
    )
    assert statement(dialog).touched
    dialog.reject()


def test_no_statement_is_offered_where_none_is_usual(plan: Plan) -> None:
    dialog = opened(plan)
    assert not statement(dialog).usual.isVisibleTo(dialog)
    box = dialog.rule.presets.box
    box.setCurrentIndex(box.findData("apa"))
    box.activated.emit(box.currentIndex())
    assert statement(dialog).usual.isVisibleTo(dialog)
    dialog.reject()


def test_the_categories_that_a_body_knows_are_offered(plan: Plan) -> None:
    dialog = opened(plan, preset="bacb")
    category = dialog.entries["category"]
    assert isinstance(category, WordEntry)
    offered = [category.choices.itemText(each) for each in range(category.choices.count())]
    assert offered == ["", "Learning", "Ethics", "Supervision"]
    dialog.reject()
