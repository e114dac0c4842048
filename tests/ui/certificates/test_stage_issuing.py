"""Issuing from the stage: asked first, stopped and gone on with, backed up, ended, taken out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from cpd_desktop.domain.certificates.register import Status
from cpd_desktop.services.certificates.issuing import ISSUING
from cpd_desktop.services.work import Work
from cpd_desktop.ui import jobs
from cpd_desktop.ui.certificates.keys_backup import KeysBackupDialog
from cpd_desktop.ui.certificates.stage_content import State
from cpd_desktop.ui.certificates.stage_endings import StageReplaceDialog, StageRevokeDialog
from cpd_desktop.ui.certificates.stage_issue_dialog import StageIssueDialog

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from cpd_desktop.domain.words import Sentence
    from tests.ui.certificates.stage_desk import Certifying

ZOE, TOM, ANA = "Zoë Ångström", "Tom Becker", "Ana Absent"
PASSPHRASE = "four words are better"


class StopsAtThird(Work):
    """Is stopped by somebody while the third certificate is made."""

    def report(self, done: int, total: int | None = None, note: Sentence | str = "") -> None:
        if note == ISSUING and done == 2:
            self.cancel()
        super().report(done, total, note)


def test_everybody_gets_one_after_the_count_was_shown(certifying: Certifying) -> None:
    certifying.hold(ZOE, TOM, absent=(ANA,))
    certifying.open()
    certifying.issue_all()
    assert certifying.shown[ZOE] == "✓ Issued CPD-2026-000002"
    assert certifying.shown[TOM] == "✓ Issued CPD-2026-000001"
    stage = certifying.stage
    assert "2 certificate(s) issued: CPD-2026-000001" in stage.banner.text.text()
    assert stage.main_button.text() == "Save 2 PDF(s)…"


def test_nothing_is_issued_when_the_question_is_cancelled(certifying: Certifying) -> None:
    certifying.hold(ZOE)
    certifying.open()
    certifying.stage.main_button.click()
    certifying.qtbot.waitUntil(lambda: certifying.stage.issuing.dialog is not None)
    dialog = certifying.stage.issuing.dialog
    assert dialog is not None
    assert dialog.accept_button.text() == "Issue 1 certificate(s)"
    dialog.reject()
    certifying.settle()
    assert certifying.of(ZOE) == []


def test_only_who_is_selected_gets_one(certifying: Certifying) -> None:
    certifying.hold(ZOE, TOM, ANA)
    certifying.open()
    certifying.select(ZOE, ANA)
    middle = certifying.stage.middle
    assert middle.issue.text() == "Issue to 2 selected"
    middle.issue.click()
    certifying.agree()
    certifying.settle()
    assert [bool(certifying.of(each)) for each in (ZOE, TOM, ANA)] == [True, False, True]
    backup = certifying.stage.issuing.backup
    assert backup is not None
    backup.reject()


def test_more_than_two_hundred_are_confirmed_by_typing_how_many(certifying: Certifying) -> None:
    certifying.hold(ZOE)
    certifying.open()
    plan = certifying.content.plan
    many = replace(plan, to_issue=plan.to_issue * 201)
    dialog = StageIssueDialog(certifying.stage.window(), many, ("A-1", "A-201"), makes_keys=False)
    agreed: list[bool] = []
    dialog.confirmed.connect(lambda: agreed.append(True))
    dialog.show()
    for typed, count in (("", 0), ("200", 0), ("201", 1)):
        dialog.typed.setText(typed)
        dialog.offer()
        assert len(agreed) == count


def test_stopped_half_way_it_keeps_what_was_issued_and_goes_on_without_a_gap(
    certifying: Certifying, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = [f"Person {number}" for number in range(5)]
    certifying.hold(*people)
    certifying.open()
    with monkeypatch.context() as patched:
        patched.setattr(jobs, "Work", StopsAtThird)
        certifying.go_on()
        certifying.settle()
    stage = certifying.stage
    assert stage.banner.text.text().startswith("Stopped: 2 of 5 issued.")
    assert [len(certifying.of(each)) for each in people] == [1, 1, 0, 0, 0]
    assert stage.main_button.text() == "Issue 3 certificate(s)"
    if stage.issuing.backup is not None:
        stage.issuing.backup.reject()
    stage.banner.buttons[0].click()
    certifying.agree()
    certifying.settle()
    numbers = [certifying.of(each)[0].number for each in people]
    assert numbers == [f"CPD-2026-00000{number}" for number in range(1, 6)]


def test_in_a_low_window_one_banner_waits_until_the_other_is_closed(
    certifying: Certifying,
) -> None:
    certifying.hold(ZOE)
    certifying.open()
    certifying.go_on()
    certifying.settle()
    stage = certifying.stage
    assert stage.issuing.backup is not None
    stage.issuing.backup.reject()
    stage.window().resize(1024, 400)
    certifying.settle()
    assert (stage.banner.isVisible(), stage.backup_banner.isVisible()) == (True, False)
    stage._close_banner()
    assert (stage.banner.isVisible(), stage.backup_banner.isVisible()) == (False, True)


def test_the_first_issue_insists_on_a_backup_until_there_is_one(
    certifying: Certifying, tmp_path: Path
) -> None:
    certifying.hold(ZOE)
    certifying.open()
    certifying.go_on()
    certifying.settle()
    stage = certifying.stage
    first = stage.issuing.backup
    assert isinstance(first, KeysBackupDialog)
    first.reject()
    assert stage.backup_banner.isVisible()
    stage.backup_banner.buttons[0].click()
    dialog = stage.issuing.backup
    assert isinstance(dialog, KeysBackupDialog)
    dialog.path.setText(str(tmp_path / "keys.cpdkeys"))
    dialog.passphrase.setText(PASSPHRASE)
    dialog.again.setText("another one altogether")
    dialog.accept_button.click()
    assert not (tmp_path / "keys.cpdkeys").exists()
    dialog.again.setText(PASSPHRASE)
    dialog.accept_button.click()
    certifying.qtbot.waitUntil((tmp_path / "keys.cpdkeys").exists)
    certifying.changed()
    assert not stage.backup_banner.isVisible()
    own = certifying.desk.services.signing_keys.own()
    assert own is not None
    assert own.backed_up_at is not None


def test_a_backup_that_cannot_be_written_says_so_and_can_be_tried_again(
    certifying: Certifying, tmp_path: Path
) -> None:
    certifying.hold(ZOE)
    certifying.open()
    certifying.go_on()
    certifying.settle()
    dialog = certifying.stage.issuing.backup
    assert dialog is not None
    dialog.path.setText(str(tmp_path / "nowhere" / "keys.cpdkeys"))
    dialog.passphrase.setText(PASSPHRASE)
    dialog.again.setText(PASSPHRASE)
    dialog.accept_button.click()
    certifying.settle()
    assert dialog.isVisible()
    assert dialog.accept_button.isEnabled()
    dialog.reject()


def test_a_revoked_certificate_stays_in_the_chain_with_its_reason(certifying: Certifying) -> None:
    certifying.hold(ZOE)
    certifying.open()
    certifying.issue_all()
    certifying.select(ZOE)
    middle = certifying.stage.middle
    middle.revoke.trigger()
    dialog = certifying.stage.deeds.dialog
    assert isinstance(dialog, StageRevokeDialog)
    dialog.accept_button.click()
    assert certifying.of(ZOE)[0].status is Status.ISSUED  # not without a reason
    dialog.why.setText("Issued by mistake")
    dialog.accept_button.click()
    certifying.settle()
    assert certifying.of(ZOE)[0].status is Status.REVOKED
    assert certifying.shown[ZOE] == "Eligible"
    assert "revoked (Issued by mistake)" in middle.says.text()


def test_a_corrected_name_is_noticed_shown_and_issued_anew(certifying: Certifying) -> None:
    certifying.hold(ZOE)
    certifying.open()
    certifying.issue_all()
    services = certifying.desk.services
    person = services.registrations.get(certifying.places[ZOE]).person_id
    draft = replace(services.people.get(person).draft(), name="Zoë Klein")
    services.people.change(person, draft)
    stage = certifying.stage
    stage._close_banner()
    certifying.changed()
    assert "Something else is known now than stands on 1" in stage.banner.text.text()
    stage.banner.buttons[0].click()
    assert "It says Zoë Ångström; the name is now Zoë Klein." in certifying.shown["Zoë Klein"]
    certifying.select("Zoë Klein")
    stage.middle.replace.trigger()
    certifying.settle()
    dialog = stage.deeds.dialog
    assert isinstance(dialog, StageReplaceDialog)
    dialog.why.setText("Married name")
    dialog.accept_button.click()
    certifying.settle()
    old, new = certifying.of(ZOE)
    assert (old.status, old.replaced_by, new.name) == (Status.REPLACED, new.number, "Zoë Klein")
    assert certifying.shown["Zoë Klein"] == f"✓ Issued {new.number}"
    assert "replaced (Married name) → CPD-2026-000002" in stage.middle.says.text()


def test_a_correction_that_would_not_be_issued_says_why(certifying: Certifying) -> None:
    from cpd_desktop.domain.attendance.decisions import Verdict

    certifying.hold(ZOE)
    certifying.open()
    certifying.issue_all()
    certifying.desk.services.attendance.override(
        certifying.event_id, [certifying.places[ZOE]], Verdict.NOT_MET, "Was somebody else"
    )
    certifying.changed()
    assert "gives no certificate" in certifying.shown[ZOE]
    certifying.select(ZOE)
    certifying.stage.middle.replace.trigger()
    certifying.settle()
    dialog = certifying.stage.deeds.dialog
    assert isinstance(dialog, StageReplaceDialog)
    assert not dialog.accept_button.isVisible()
    dialog.reject()


def test_all_files_are_saved_by_name_into_a_folder_or_a_zip_file(
    certifying: Certifying, tmp_path: Path
) -> None:
    certifying.hold(ZOE, TOM)
    certifying.open()
    certifying.issue_all()
    out = tmp_path / "out"
    out.mkdir()
    stage = certifying.stage
    stage.files.save(certifying.content.issued, str(out))
    certifying.settle()
    assert sorted(each.name for each in out.iterdir()) == [
        "Tom Becker - Wound care - CPD-2026-000001.pdf",
        "Zoë Ångström - Wound care - CPD-2026-000002.pdf",
    ]
    assert str(out) in stage.banner.text.text()
    stage.files.save(certifying.content.issued, str(tmp_path / "all.zip"))
    certifying.settle()
    assert (tmp_path / "all.zip").stat().st_size > 10_000


def test_what_is_dragged_out_is_a_copy_under_its_full_name(certifying: Certifying) -> None:
    certifying.hold(ZOE)
    certifying.open()
    certifying.issue_all()
    certifying.select(ZOE)
    stage = certifying.stage
    assert stage.middle.preview.sheet.drags
    data = stage.files.dragged(stage.middle.certificates())
    (url,) = data.urls()
    assert url.fileName() == "Zoë Ångström - Wound care - CPD-2026-000001.pdf"
    register = certifying.desk.services.certificate_register
    from pathlib import Path

    copied = Path(url.toLocalFile()).read_bytes()
    assert copied == register.pdf(certifying.of(ZOE)[0])


def test_an_issued_certificate_is_taken_out_of_the_list_by_dragging_its_row(
    certifying: Certifying,
) -> None:
    certifying.hold(ZOE, TOM)
    certifying.open()
    certifying.issue_all()
    certifying.register(ANA)
    certifying.changed()
    middle, table = certifying.stage.middle, certifying.stage.middle.people.table
    middle.show_state(State.ISSUED)
    middle.people.open_view(0)
    dragged: list[list[str]] = []
    middle.drag_asked.disconnect()  # nothing is dropped here
    middle.drag_asked.connect(lambda _from, chosen: dragged.append([each.name for each in chosen]))
    left = Qt.MouseButton.LeftButton
    for name in (ANA, ZOE):
        row = list(certifying.shown).index(name)
        at = table.visualRect(table.rows.index(row, 0)).center()
        QTest.mousePress(table.viewport(), left, pos=at)
        QTest.mouseMove(table.viewport(), at + QPoint(60, 2))
        QTest.mouseRelease(table.viewport(), left, pos=at + QPoint(60, 2))
    assert dragged == [[ZOE]]


def test_an_event_is_opened_again_with_the_template_that_it_used(certifying: Certifying) -> None:
    certifying.hold(ZOE, TOM)
    services = certifying.desk.services
    services.certificates.issue(Work(), certifying.event_id, "cme", [certifying.places[ZOE]])
    certifying.open()
    assert certifying.content.plan.template.built_in == "cme"
    assert certifying.shown[ZOE].startswith("✓ Issued")
