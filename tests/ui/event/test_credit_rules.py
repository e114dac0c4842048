from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cpd_desktop.domain.attendance.credit_rules import STEPS, Award, Band, CreditRule, Scope
from cpd_desktop.domain.credit import CreditLine, Minimum
from cpd_desktop.domain.presets import PRESETS, Preset, rule_of_event
from cpd_desktop.ui.event.credit import CreditSection
from cpd_desktop.ui.event.credit_dialog import CreditDialog, EventRuleDialog
from cpd_desktop.ui.event.items import DETAILS
from cpd_desktop.ui.event.preset_box import FOLLOWS, OTHER
from cpd_desktop.ui.event.rule_changes import rule_said
from cpd_desktop.ui.event.rule_form import RuleForm
from tests.ui.event.planning import Plan, changed_elsewhere, row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

HOURS = CreditLine("CPD hours", Decimal(2))


def section(plan: Plan) -> CreditSection:
    found = plan.stage.sections["credit"]
    assert isinstance(found, CreditSection)
    return found


def opened(plan: Plan, line: CreditLine | None = None) -> CreditDialog:
    """Open the dialog of a new line, or of one that the event has."""
    credit = section(plan)
    if line is None:
        credit.list.add.click()
    else:
        plan.desk.services.events.change(plan.event, replace(plan.kept.draft(), credits=(line,)))
        plan.open()
        credit.list.view.setCurrentRow(0)
        credit.list.edit.click()
    plan.settle()
    assert isinstance(credit.dialog, CreditDialog)
    return credit.dialog


def choose(dialog: CreditDialog | EventRuleDialog, key: str) -> None:
    box = dialog.rule.presets.box
    box.setCurrentIndex(box.findData(key))
    box.activated.emit(box.currentIndex())


def enter(dialog: CreditDialog | EventRuleDialog, **raw: Any) -> None:
    for name, each in raw.items():
        entry = dialog.rule.form.entries[name]
        entry.show_raw(each)
        entry.entered.emit()


def accept(plan: Plan, dialog: CreditDialog | EventRuleDialog) -> None:
    dialog.accept_button.click()
    plan.settle()
    plan.settle()


def shown(dialog: CreditDialog | EventRuleDialog) -> set[str]:
    form = dialog.rule.form
    return {name for name, each in form.entries.items() if each.isVisibleTo(form)}


def test_a_line_asks_what_its_event_does_until_it_gets_a_rule_of_its_own(plan: Plan) -> None:
    dialog = opened(plan)
    assert dialog.rule.presets.key() == FOLLOWS
    assert not dialog.rule.form.isVisibleTo(dialog)
    accept(plan, dialog)
    assert plan.kept.credits[0].rule is None
    assert row(section(plan).list.view, 0, DETAILS) == "As the whole event asks."


def test_a_preset_is_taken_with_all_it_asks_and_says_what_is_not_verified(plan: Plan) -> None:
    dialog = opened(plan)
    choose(dialog, "nasba")
    presets = dialog.rule.presets
    assert "nasbaregistry.org" in presets.source.text()
    assert "1 Oct 2026" in presets.source.text()
    assert presets.unverified.text().startswith("Unverified: 75 %")
    assert "aid, not law" in presets.aid.text()
    accept(plan, dialog)
    (line,) = plan.kept.credits
    assert (line.type, line.rule) == ("CPE credits", PRESETS["nasba"].rule)
    details = row(section(plan).list.view, 0, DETAILS)
    assert "all of it from 75 %, half from 50 %" in details
    assert "(NASBA / AICPA CPE)" in details


def test_a_type_that_was_typed_stays_when_a_preset_is_chosen(plan: Plan) -> None:
    dialog = opened(plan)
    dialog.entries["type"].show_raw("Points")
    choose(dialog, "nasba")
    assert dialog.entries["type"].raw() == "Points"
    dialog.reject()


def test_a_changed_preset_is_a_rule_of_its_own_and_the_same_again_is_recognised(plan: Plan) -> None:
    dialog = opened(plan)
    choose(dialog, "ancc")
    enter(dialog, minimum_percent=90)
    assert dialog.rule.presets.key() == OTHER
    assert not dialog.rule.presets.aid.isVisibleTo(dialog)
    enter(dialog, minimum_percent=80)
    assert dialog.rule.presets.key() == "ancc"
    dialog.reject()


def test_the_example_follows_what_is_typed(plan: Plan) -> None:
    dialog = opened(plan, replace(HOURS, rule=CreditRule()))
    trial = dialog.rule.trial
    trial.minutes.setValue(96)
    assert trial.earned.text() == "With 96 of 120 minutes: 2 CPD hours."
    trial.minutes.setValue(95)
    assert trial.earned.text() == (
        "With 95 of 120 minutes: no credit. 79 % of 120 minutes; 80 % needed."
    )
    enter(dialog, award=Award.BY_MINUTES, minimum_percent=50, step="0.5", unit_minutes=50)
    assert trial.earned.text() == "With 95 of 120 minutes: 1.5 CPD hours."
    assert "50 minutes attended give 1 credit, rounded down to 0.5" in trial.says.text()
    dialog.reject()


def test_only_what_matters_is_asked(plan: Plan) -> None:
    dialog = opened(plan, replace(HOURS, rule=CreditRule()))
    usual = shown(dialog)
    assert {"measure", "minimum_percent", "counted", "award", "quiz"} <= usual
    assert not usual & {"unit_minutes", "step", "bands", "minimum_minutes", "sessions_needed"}
    assert not usual & {"late_arrival_minutes", "breaks_excluded"}
    enter(dialog, measure="minutes", award=Award.BY_MINUTES, counted="some")
    assert {"minimum_minutes", "unit_minutes", "step", "sessions_needed"} <= shown(dialog)
    assert "minimum_percent" not in shown(dialog)
    enter(dialog, award=Award.BY_BANDS, measure="percent")
    assert {"bands", "step"} <= shown(dialog)
    assert not shown(dialog) & {"minimum_percent", "measure", "unit_minutes"}
    dialog.rule.form.more.click()
    assert {"late_arrival_minutes", "breaks_excluded"} <= shown(dialog)
    dialog.reject()


def test_a_wrong_figure_is_told_beside_its_field_even_if_that_was_hidden(plan: Plan) -> None:
    dialog = opened(plan, replace(HOURS, rule=CreditRule(late_arrival_minutes=5)))
    form = dialog.rule.form
    enter(dialog, late_arrival_minutes="soon")
    form.more.setChecked(False)
    accept(plan, dialog)
    assert dialog.isVisible()
    assert form.entries["late_arrival_minutes"].isVisibleTo(dialog)
    assert "“soon” is not a whole number" in form.entries["late_arrival_minutes"].problem.text()
    enter(dialog, late_arrival_minutes="10001", award=Award.BY_BANDS)
    accept(plan, dialog)
    assert "between 0 and 10,000" in form.entries["late_arrival_minutes"].problem.text()
    assert "at least one percentage" in form.entries["bands"].problem.text()
    assert not dialog.rule.problem.isVisibleTo(dialog)
    enter(dialog, late_arrival_minutes="10", bands=[[60, "3/4"]])
    accept(plan, dialog)
    assert plan.kept.credits[0].rule == CreditRule(
        late_arrival_minutes=10,
        minimum_percent=None,
        award=Award.BY_BANDS,
        bands=(Band(60, Fraction(3, 4)),),
    )


def test_a_rule_of_its_own_can_be_given_up_again(plan: Plan) -> None:
    dialog = opened(plan, replace(HOURS, rule=PRESETS["apa"].rule))
    choose(dialog, FOLLOWS)
    accept(plan, dialog)
    assert plan.kept.credits[0].rule is None


def test_several_lines_each_show_and_keep_their_own_rule(plan: Plan) -> None:
    for key in ("ancc", "apa"):
        dialog = opened(plan)
        choose(dialog, key)
        accept(plan, dialog)
    assert [each.rule for each in plan.kept.credits] == [PRESETS["ancc"].rule, PRESETS["apa"].rule]
    view = section(plan).list.view
    assert "(ANCC contact hours)" in row(view, 0, DETAILS)
    assert "more than 15 minutes on end" in row(view, 1, DETAILS)


def test_the_rule_of_the_whole_event_is_edited_with_its_minimum(plan: Plan) -> None:
    credit = section(plan)
    credit.ask_event_rule.click()
    plan.settle()
    dialog = credit.dialog
    assert isinstance(dialog, EventRuleDialog)
    assert dialog.rule.presets.box.findData(FOLLOWS) < 0
    choose(dialog, "ama")
    accept(plan, dialog)
    assert (plan.kept.preset, plan.kept.minimum) == ("ama", Minimum(None, 15))
    assert rule_of_event(plan.kept) == PRESETS["ama"].rule
    assert "15 minutes must be attended." in credit.event_rule.text()
    assert "(AMA PRA / ACCME)" in credit.event_rule.text()
    assert plan.stage.entries["minimum"].raw() == "15min"


def test_it_is_said_when_and_by_whom_a_rule_was_changed_and_what_it_was(plan: Plan) -> None:
    changed_elsewhere(plan, credits=(HOURS,))
    (line,) = plan.kept.credits
    plan.stage.show_section("credit")
    plan.settle()
    view = section(plan).list.view
    assert "changed" not in row(view, 0, DETAILS)
    changed_elsewhere(plan, credits=(replace(line, rule=PRESETS["ancc"].rule),))
    changed_elsewhere(plan, credits=(replace(line, rule=CreditRule(quiz=True)),))
    plan.settle()
    told = row(view, 0, DETAILS).splitlines()[-1]
    assert told.startswith("Rule changed on ")
    assert told.endswith(
        "before: 80 % of the event must be attended. The credit is as advertised."
        " Also asked: the evaluation."
    )
    assert not section(plan).event_rule_changed.isVisibleTo(section(plan))
    changed_elsewhere(plan, minimum=Minimum(90))
    plan.settle()
    assert section(plan).event_rule_changed.text().endswith("before: 80%")


def test_a_rule_is_saved_as_a_preset_offered_again_renamed_and_removed(plan: Plan) -> None:
    dialog = opened(plan, replace(HOURS, rule=CreditRule(quiz=True)))
    presets = dialog.rule.presets
    presets._keep("My college")
    plan.settle()
    assert presets.key() == "my college"
    dialog.reject()
    again = opened(plan)
    presets = again.rule.presets
    assert presets.box.itemText(1) == "My college (mine)"
    choose(again, "my college")
    assert again.rule.value() == CreditRule(quiz=True)
    enter(again, fee=True)
    presets._fill_menu()
    (mine,) = [each for each in presets.menu.actions() if each.text() == "My college"]
    part = mine.menu()
    assert part is not None
    texts = [each.text() for each in part.actions()]
    assert texts == ["Put this rule in it", "Rename…", "Remove"]
    part.actions()[0].trigger()
    plan.settle()
    assert plan.desk.services.presets.own()[0].rule == CreditRule(quiz=True, fee=True)
    presets._rename(presets.own[0], "Our college")
    plan.settle()
    assert presets.box.itemText(1) == "Our college (mine)"
    presets._remove(presets.own[0])
    plan.settle()
    assert presets.own == []
    assert again.rule.value() == CreditRule(quiz=True, fee=True)  # the rule itself stays
    again.reject()


def test_nothing_can_be_saved_of_a_rule_that_is_not_well(plan: Plan) -> None:
    dialog = opened(plan, replace(HOURS, rule=CreditRule(late_arrival_minutes=5)))
    enter(dialog, late_arrival_minutes="soon")
    dialog.rule.presets._fill_menu()
    assert not dialog.rule.presets.menu.actions()[0].isEnabled()
    dialog.reject()


def test_what_was_typed_in_the_rule_survives_a_crash(plan: Plan) -> None:
    dialog = opened(plan)
    choose(dialog, "nasba")
    enter(dialog, bands=[[70, "1"]], fee=True)
    raw = dialog.rule.raw()
    plan.desk.services.drafts.keep(f"event:{plan.event}/credit:new", {"rule": raw})
    dialog.deleteLater()
    again = opened(plan)
    again.unfinished.first.click()
    assert again.rule.raw() == raw
    again.reject()
    plan.settle()


MINUTES = st.none() | st.integers(0, 10_000)
RULES = st.builds(
    CreditRule,
    unit_minutes=st.integers(1, 6000),
    step=st.sampled_from(STEPS),
    minimum_percent=st.none() | st.integers(1, 100),
    longest_gap_minutes=MINUTES,
    early_join_minutes=st.integers(0, 10_000),
    late_arrival_minutes=MINUTES,
    early_leave_minutes=MINUTES,
    bridged_seconds=st.integers(0, 600),
    breaks_excluded=st.booleans(),
    award=st.sampled_from([Award.ADVERTISED, Award.BY_MINUTES]),
    scope=st.sampled_from(Scope),
    sessions_needed=st.none() | st.integers(1, 1000),
    mandatory_sessions=st.booleans(),
    interactions_per_credit=st.integers(0, 100),
    evaluation=st.booleans(),
    quiz=st.booleans(),
    assignment=st.booleans(),
    fee=st.booleans(),
)


@given(rule=RULES, several=st.booleans())
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_looking_at_a_rule_changes_nothing_of_it(
    qapp: QApplication,
    rule: CreditRule,
    several: bool,  # noqa: FBT001 - Hypothesis gives it
) -> None:
    form = RuleForm(several=several)
    form.show_raw(form.raw_of(rule))
    assert form.rule() == rule
    form.deleteLater()


@pytest.mark.parametrize("preset", PRESETS.values(), ids=PRESETS)
def test_every_preset_can_be_entered_by_hand(qapp: QApplication, preset: Preset) -> None:
    form = RuleForm(several=True)
    form.show_raw(form.raw_of(preset.rule))
    assert form.rule() == preset.rule
    form.deleteLater()


def test_a_rule_as_it_is_kept_is_told_in_words(qapp: QApplication) -> None:
    assert rule_said("{}") == "as the whole event asks"
    assert rule_said('{"minimum_percent": 80}') == "80%"
    assert rule_said('{"minimum_percent": 90, "asks": {"quiz": true}}').startswith("90 % of the")
