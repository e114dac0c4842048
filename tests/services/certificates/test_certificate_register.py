"""The register of certificates: searched, exported, and never changed."""

from __future__ import annotations

import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pypdfium2  # type: ignore[import-untyped]
import pytest
import zxingcpp

from cpd_desktop.adapters.trust.qr_token import read_token
from cpd_desktop.domain.attendance.decisions import Verdict
from cpd_desktop.domain.certificates.register import Status
from cpd_desktop.domain.errors import Conflict, NotAllowed
from cpd_desktop.domain.settings import Certificates
from cpd_desktop.services.certificates.planning import preview_of
from cpd_desktop.services.work import Work
from tests.drafts import STARTS, a_draft

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.store.folder import DataFolder
    from tests.certified import Certified
    from tests.clock import FixedClock


def test_nobody_undoes_an_issued_certificate_or_its_end(here: Certified) -> None:
    here.issue()
    entry = here.core.history.latest()
    here.core.certificates.revoke("CPD-2026-000001", "Issued in error")
    for each in (here.core.history.latest(), entry):
        with pytest.raises(NotAllowed, match="stays in the register"):
            here.core.history.undo(each)
    assert len(here.numbers()) == 2
    here.core.history.verify(Work())


def test_the_event_and_the_people_of_a_certificate_cannot_be_removed(
    here: Certified, clock: FixedClock
) -> None:
    here.issue("Tom Becker")
    here.core.events.trash([here.event])
    with pytest.raises(Conflict, match="CPD-2026-000001"):
        here.core.events.empty_trash([here.event])
    clock.move(days=40)
    here.core.events.empty_trash()
    assert here.core.events.get(here.event).trashed_at is not None


def test_an_event_with_certificates_is_listed_as_due_and_says_what_is_left_of_them(
    here: Certified, clock: FixedClock
) -> None:
    here.issue()
    here.core.certificates.revoke("CPD-2026-000001", "Issued in error")
    bare = here.core.events.add(a_draft("Burns")).value.id
    clock.at = STARTS.replace(year=2033) + timedelta(days=1)
    certified_one, other = here.core.keeping.due()
    assert (certified_one.id, certified_one.certificates) == (here.event, 2)
    assert str(certified_one.goes[0]) == (
        "2 certificates with all files, for good: this cannot be undone."
    )
    assert str(certified_one.stays[0]).startswith("Of 2 certificates the number, the status")
    assert (other.id, other.certificates, bool(other.goes)) == (bare, 0, True)
    assert here.core.events.certificates([here.event, bare]) == {here.event: 2}


def test_a_changed_result_is_told_and_changes_no_certificate(here: Certified) -> None:
    here.issue()
    keys = [here.places["Tom Becker"]]
    here.core.attendance.override(here.event, keys, Verdict.NOT_MET, "Left at once")
    here.change_event(
        credits=(replace(here.core.events.get(here.event).credits[0], amount=Decimal("1.5")),)
    )
    plan = here.core.certificates.plan(here.event)
    assert sorted(str(each.says) for each in plan.differing) == [
        (
            "Certificate CPD-2026-000001 of Tom Becker counts, but the attendance now gives no "
            "certificate."
        ),
        (
            "Certificate CPD-2026-000002 of Zoë Ångström says 2 CPD hours; the attendance now "
            "gives 1.5 CPD hours."
        ),
    ]
    assert here.of("becker").status is Status.ISSUED


def test_the_register_is_searched_by_anything_that_a_certificate_says(here: Certified) -> None:
    here.issue()
    register = here.core.certificate_register
    zoe = here.of("zoe angstrom")
    assert list(register.ids("wound")) == [zoe.id, zoe.id - 1]
    assert list(register.ids(zoe.code)) == [zoe.id]
    assert list(register.ids(zoe.number)) == [zoe.id]
    assert list(register.ids(status=Status.REVOKED)) == []
    assert [each.number for each in register.of_person(zoe.person)] == [zoe.number]
    assert register.called(zoe.code.lower()) == zoe
    (hit,) = here.core.search.find(zoe.number.lower())
    assert (hit.kind, hit.title, hit.event_id) == ("certificate", "Zoë Ångström", here.event)
    assert [each.id for each in here.core.search.find(zoe.code) if each.kind == hit.kind] == [
        zoe.id
    ]


def test_the_register_is_narrowed_down_and_sorted(here: Certified, clock: FixedClock) -> None:
    here.issue("Zoë Ångström")
    clock.at = datetime(2027, 3, 1, tzinfo=UTC)
    here.issue("Tom Becker")
    register = here.core.certificate_register
    zoe, tom = here.of("zoe"), here.of("becker")
    assert list(register.ids()) == [tom.id, zoe.id]
    assert list(register.ids(sort="name")) == [zoe.id, tom.id]
    assert list(register.ids(sort="name", descending=False)) == [tom.id, zoe.id]
    assert list(register.ids(sort="date", descending=False)) == [tom.id, zoe.id]
    assert list(register.ids(since=datetime(2027, 1, 1, tzinfo=UTC))) == [tom.id]
    assert len(register.ids(template_id=tom.template)) == 2
    assert list(register.ids(template_id=tom.template + 1)) == []
    here.core.certificates.revoke(tom.number, "Issued in error")
    found = register.choices()
    assert found.counts == {Status.ISSUED: 1, Status.REVOKED: 1}
    assert found.events == ((here.event, "Wound care", 2),)
    assert [key for key, _ in found.templates] == [tom.template]


def test_a_badge_is_a_picture_that_verifies(here: Certified) -> None:
    here.issue("Zoë Ångström")
    core = here.core
    picture = core.certificate_register.badge(here.of("zoe"))
    assert picture.startswith(b"\x89PNG")
    said = core.verifying.shown(picture)
    assert said.claims is not None
    assert (str(said.verdict), said.claims.name) == ("valid", "Zoë Ångström")


def test_files_are_exported_under_names_that_say_whose_they_are(
    here: Certified, tmp_path: Path
) -> None:
    here.change_event(title="Safe/guarding: “Level 3”?")
    here.issue()
    register = here.core.certificate_register
    chosen = register.of_event(here.event)
    names = [
        "Tom Becker - Safe guarding “Level 3” - CPD-2026-000001.pdf",
        "Zoë Ångström - Safe guarding “Level 3” - CPD-2026-000002.pdf",
    ]
    paths = register.export(chosen, tmp_path / "out", Work())
    assert [path.name for path in paths] == names
    assert [path.read_bytes() for path in paths] == list(map(register.pdf, chosen))
    register.export(chosen, tmp_path / "all.zip", Work())
    with zipfile.ZipFile(tmp_path / "all.zip") as packed:
        assert packed.namelist() == names
        assert packed.testzip() is None
        assert packed.read(names[0]) == register.pdf(chosen[0])


def test_the_database_itself_refuses_what_must_never_be(
    here: Certified, folder: DataFolder
) -> None:
    here.issue()
    here.core.certificates.revoke("CPD-2026-000001", "Issued in error")
    for statement in (
        "DELETE FROM certificate",
        "UPDATE certificate SET sha256 = replace(sha256, '0', '1')",
        "UPDATE certificate SET number = 'X' WHERE status = 'issued'",
        "UPDATE certificate SET status = 'issued', ended_at = NULL, why = ''",
        "UPDATE certificate SET status = 'revoked' WHERE status = 'issued'",
        (
            "UPDATE certificate SET status = 'replaced', why = 'x', ended_at = 'now', "
            "replaced_by = 'CPD-2026-000009' WHERE status = 'issued'"
        ),
        "UPDATE template_version SET sha256 = replace(sha256, '0', '1')",
        (
            "INSERT INTO certificate SELECT 9, registration_id, certificate_template_id, "
            "template_version, 'X', 'Y', status, issued_at, issued_by, snapshot, sha256, size, "
            "sought, ended_at, why, replaced_by FROM certificate WHERE status = 'issued'"
        ),
    ):
        with closing(sqlite3.connect(folder.database)) as raw:
            raw.execute("PRAGMA foreign_keys = ON")
            with pytest.raises(sqlite3.IntegrityError):
                raw.execute(statement)
                raw.commit()


def test_people_with_certificates_of_one_event_are_not_made_one(here: Certified) -> None:
    here.issue("Tom Becker")
    one, other = here.of("becker").person, here.core.people.ids("zoe")[0]
    here.core.merging.merge(other, one)
    assert here.of("becker").person == other
    here.register("Ana")
    here.issue("Ana")
    with pytest.raises(NotAllowed, match="Both hold certificates"):
        here.core.merging.merge(other, here.of("ana").person)


def test_an_erased_person_stays_in_the_register_and_is_told_so(here: Certified) -> None:
    here.issue()
    zoe = here.of("zoe")
    report = here.core.erasure.erase(zoe.person).value
    assert any("keeps 1 certificate" in str(each) for each in report.stays)
    assert here.of("zoe").claims == zoe.claims
    assert here.core.certificate_register.pdf(zoe).startswith(b"%PDF-")
    here.core.history.verify(Work())
    here.core.certificates.revoke(zoe.number, "On request")
    (refused,) = here.issue().plan.not_eligible
    assert "erased on request" in str(refused.reasons[0])


def test_the_code_leads_to_the_page_for_verifying_if_there_is_one(here: Certified) -> None:
    page = "https://acme.example/verify.html"
    here.core.settings.put(Certificates(verify_address=page))
    here.issue("Zoë Ångström")
    pdf = here.core.certificate_register.pdf(here.of("zoe"))
    drawn = pypdfium2.PdfDocument(pdf)[0].render(scale=3).to_pil()
    (code,) = zxingcpp.read_barcodes(drawn)
    assert code.text.startswith(f"{page}#")
    assert read_token(code.text).claims == here.of("zoe").claims


def test_a_certificate_expires_after_the_months_that_somebody_chose(here: Certified) -> None:
    here.core.settings.put(Certificates(months=12))
    plan = here.core.certificates.plan(here.event)
    preview = preview_of(plan.occasion, plan.to_issue[0], here.core.clock)
    assert preview.expires == date(2027, 12, 2)
