"""Certificates are mailed from where they are issued."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.domain.messages.accounts import AccountKind
from cpd_desktop.domain.messages.purposes import Purpose
from tests.mailing import an_account

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.certificates.stage_desk import Certifying


def add_account(certifying: Certifying, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    draft = an_account(kind=AccountKind.FOLDER, settings={"folder": str(folder)})
    certifying.desk.services.mail_accounts.add(draft)


def test_issuing_shows_the_mails_with_their_files_before_they_go(
    certifying: Certifying, tmp_path: Path
) -> None:
    certifying.hold("Anna Nowak", "Ben Ode")
    add_account(certifying, tmp_path / "sent")
    certifying.open()
    assert certifying.stage.main_button.text() == "Issue and email 2"
    certifying.issue_all()
    deeds = certifying.stage.mailing.deeds
    assert deeds.dialog is not None
    assert deeds.dialog.accept_button.text() == "Send 2 now"
    deeds.dialog.accept_button.click()
    certifying.settle()
    outbox = certifying.desk.services.outbox
    made = outbox.listed(outbox.ids())
    assert {each.attachments[0].sha256 for each in made.values()} == {
        certifying.of(name)[0].sha256 for name in ("Anna Nowak", "Ben Ode")
    }
    assert "Going out in" in certifying.stage.mailing.banner.text.text()
    deeds.take_back()
    certifying.settle()
    assert certifying.stage.main_button.text() == "Email 2 certificate(s)…"


def test_certificates_issued_before_are_offered_until_they_were_mailed(
    certifying: Certifying, tmp_path: Path
) -> None:
    certifying.hold("Anna Nowak")
    certifying.open()
    certifying.issue_all()
    assert certifying.stage.main_button.text() == "Save 1 PDF(s)…"
    add_account(certifying, tmp_path / "sent")
    certifying.changed()
    certifying.stage.main_button.click()
    dialog = certifying.stage.mailing.deeds.dialog
    assert dialog is not None
    certifying.settle()
    assert dialog.accept_button.text() == "Send 1 now"
    dialog.reject()


def test_whoever_was_not_told_of_a_revocation_is_offered_that_mail(
    certifying: Certifying, tmp_path: Path
) -> None:
    certifying.hold("Anna Nowak")
    add_account(certifying, tmp_path / "sent")
    certifying.open()
    certifying.go_on()
    certifying.settle()
    for dialog in (certifying.stage.mailing.deeds.dialog, certifying.stage.issuing.backup):
        if dialog is not None:
            dialog.reject()
    (issued,) = certifying.of("Anna Nowak")
    certifying.desk.services.certificates.revoke(issued.number, "Was not there")
    certifying.changed()
    banner = certifying.stage.mailing.banner
    assert "Not told yet" in banner.text.text()
    banner.buttons[0].click()
    dialog = certifying.stage.mailing.deeds.dialog
    assert dialog is not None
    certifying.settle()
    assert dialog.rows.plan is not None
    assert dialog.rows.plan.wanted.purpose is Purpose.CERTIFICATE_REVOKED
    assert "Was not there" in dialog.preview.letter.toPlainText()
    dialog.reject()
