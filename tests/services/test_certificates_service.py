"""Certificates issued for real: laid out, signed, verified, kept, and never changed again."""

from __future__ import annotations

import errno
import hashlib
import os
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

from cpd_desktop.adapters.trust.identity_safe import IdentitySafe
from cpd_desktop.adapters.trust.qr_token import read_token
from cpd_desktop.adapters.trust.second_opinion import second_opinion
from cpd_desktop.adapters.trust.verify import verify
from cpd_desktop.domain.attendance.decisions import Verdict
from cpd_desktop.domain.certificates.completeness import Where
from cpd_desktop.domain.certificates.issuer_card import Provider as Issuing
from cpd_desktop.domain.certificates.issuer_card import shown_fingerprint
from cpd_desktop.domain.certificates.known import Known
from cpd_desktop.domain.certificates.register import Status
from cpd_desktop.domain.credit import CreditLine
from cpd_desktop.domain.errors import Conflict, Invalid, NotAllowed, NotFound, Unavailable
from cpd_desktop.domain.lifecycle import Move
from cpd_desktop.domain.people import PersonDraft
from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.settings import Certificates, Provider, Signatory
from cpd_desktop.services.certificates.issuing import ISSUING, LOT, STOPPED
from cpd_desktop.services.certificates.planning import ANYBODY, PLANNING, preview_of
from cpd_desktop.services.work import Cancelled, Work
from cpd_desktop.store import glance
from cpd_desktop.store.connection import connect
from cpd_desktop.store.faults import FULL
from cpd_desktop.store.folder import WRITING
from tests.certified import LINE, PROVIDER, certified
from tests.drafts import STARTS, a_draft, a_session
from tests.keychains import MemoryKeychains

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cpd_desktop.services.work import Progress
    from cpd_desktop.store.folder import DataFolder
    from tests.certified import Certified
    from tests.clock import FixedClock


@pytest.fixture
def here(folder: DataFolder, clock: FixedClock) -> Iterator[Certified]:
    with certified(folder, clock, "Zoë Ångström", "Tom Becker") as made:
        yield made


def numbers(here: Certified) -> list[str]:
    return [each.number for each in here.core.certificate_register.of_event(here.event)]


def test_whoever_earned_one_gets_a_certificate_that_verifies_and_says_what_is_true(
    here: Certified,
) -> None:
    here.register("Ana Absent", met=False)
    issued = here.issue()
    assert [each.name for each in issued.made] == ["Tom Becker", "Zoë Ångström"]
    assert numbers(here) == ["CPD-2026-000001", "CPD-2026-000002"]
    (absent,) = issued.plan.not_eligible
    assert (absent.name, bool(absent.reasons)) == ("Ana Absent", True)
    core = here.core
    pdf = core.certificate_register.pdf(here.of("zoe"))
    identity = IdentitySafe(core.keychains, core.clock).identity()
    known = Known((identity.card(Issuing("Northern Training Ltd"), core.clock.now()),))
    said = verify(pdf, known, second_opinion)
    assert str(said.verdict) == "valid"
    assert said.claims is not None
    assert (said.claims.name, said.claims.title, said.claims.credit_words) == (
        "Zoë Ångström",
        "Wound care",
        "2 CPD hours",
    )
    assert hashlib.sha256(pdf).hexdigest() == here.of("zoe").sha256


def test_issuing_again_finds_what_is_there_and_makes_nothing(here: Certified) -> None:
    first = here.issue("Tom Becker")
    again = here.issue()
    assert [each.name for each in again.made] == ["Zoë Ångström"]
    assert again.plan.already == first.made
    third = here.issue()
    assert (third.made, len(third.plan.already)) == ((), 2)
    assert numbers(here) == ["CPD-2026-000001", "CPD-2026-000002"]


def test_a_plan_writes_nothing_and_asks_for_no_keys(here: Certified) -> None:
    before = here.core.history.latest()
    plan = here.core.certificates.plan(here.event)
    assert [each.name for each in plan.to_issue] == ["Tom Becker", "Zoë Ångström"]
    assert here.core.history.latest() == before
    with pytest.raises(NotFound):
        IdentitySafe(here.core.keychains, here.core.clock).identity()


def test_what_was_issued_stays_the_same_whatever_is_edited_afterwards(here: Certified) -> None:
    here.issue()
    before = here.of("zoe")
    pdf = here.core.certificate_register.pdf(before)
    here.core.people.change(before.person, PersonDraft("Zoë Married"))
    here.change_event(title="Renamed")
    here.core.settings.put(Provider("Another Ltd"))
    assert here.of("zoe") == before
    assert here.core.certificate_register.pdf(before) == pdf


def test_a_correction_gets_a_new_number_and_points_to_the_old_one(here: Certified) -> None:
    here.issue()
    old = here.of("becker")
    here.core.people.change(old.person, PersonDraft("Thomas Becker", "tom@clinic.example"))
    new = here.core.certificates.replace(old.number, " Full  name ").value
    ended = here.core.certificate_register.called(old.number)
    assert (new.name, new.number, new.replaces) == ("Thomas Becker", "CPD-2026-000003", old.number)
    assert (ended.status, ended.replaced_by, ended.why) == (
        Status.REPLACED,
        new.number,
        "Full name",
    )
    assert here.issue().made == ()
    with pytest.raises(NotAllowed, match="was replaced on 2026-12-02"):
        here.core.certificates.replace(old.number, "Again")


def test_a_revoked_certificate_counts_no_more_and_a_new_one_can_be_issued(
    here: Certified,
) -> None:
    here.issue()
    with pytest.raises(Invalid):
        here.core.certificates.revoke("CPD-2026-000001", "  ")
    here.core.certificates.revoke("CPD-2026-000001", "Issued in error")
    with pytest.raises(NotAllowed):
        here.core.certificates.revoke("CPD-2026-000001", "Again")
    with pytest.raises(NotFound):
        here.core.certificates.revoke("CPD-2026-000009", "No such")
    assert [each.number for each in here.issue().made] == ["CPD-2026-000003"]


def test_nobody_undoes_an_issued_certificate_or_its_end(here: Certified) -> None:
    here.issue()
    entry = here.core.history.latest()
    here.core.certificates.revoke("CPD-2026-000001", "Issued in error")
    for each in (here.core.history.latest(), entry):
        with pytest.raises(NotAllowed, match="stays in the register"):
            here.core.history.undo(each)
    assert len(numbers(here)) == 2
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
        "2 certificates with their files, for good: this cannot be undone."
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


def test_what_is_missing_is_named_once_and_holds_everybody_back(here: Certified) -> None:
    here.core.settings.put(Signatory())
    here.core.settings.put(Provider())
    issued = here.issue()
    assert issued.made == ()
    missing = {(each.field, each.where) for each in issued.plan.missing}
    assert missing >= {
        ("provider_name", Where.PROVIDER),
        ("signatory_name", Where.SIGNATORY),
    }
    assert len(issued.plan.missing) == len({each.field for each in issued.plan.missing})
    assert len(issued.plan.held_back) == 2


def test_what_is_missing_is_told_before_anybody_earned_one(
    folder: DataFolder, clock: FixedClock
) -> None:
    with certified(folder, clock) as here:
        here.register("Ana Absent", met=False)
        here.core.settings.put(Provider())
        here.core.settings.put(Signatory())
        here.change_event(preset="nasba")
        plan = here.core.certificates.plan(here.event)
        wanted = {(each.field, each.where) for each in plan.missing}
        assert wanted >= {
            ("provider_name", Where.PROVIDER),
            ("provider_number", Where.PROVIDER),
            ("signatory_name", Where.SIGNATORY),
            ("category", Where.CREDIT),
        }
        assert all(each.where is not Where.PERSON for each in plan.gaps)
        assert plan.held_back == ()


def test_whose_licence_is_missing_is_held_back_alone(here: Certified) -> None:
    here.change_event(
        preset="racgp", credits=(replace(LINE, type="RACGP CPD hours", activity_number="1"),)
    )
    here.core.people.change(
        here.core.people.ids("becker")[0],
        PersonDraft("Tom Becker", licences=(("RACGP", "77"),)),  # type: ignore[arg-type]
    )
    issued = here.issue()
    assert [each.name for each in issued.made] == ["Tom Becker"]
    assert [each.registration for each in issued.plan.missing] == [here.places["Zoë Ångström"]]


def test_a_name_that_no_font_has_holds_back_only_whose_it_is(here: Certified) -> None:
    here.register("Nobody \U00012000\U0001f9ff")
    issued = here.issue()
    assert len(issued.made) == 2
    assert [each.where for each in issued.plan.missing] == [Where.PERSON]


def test_before_the_event_is_over_nobody_gets_one(here: Certified, clock: FixedClock) -> None:
    clock.at = datetime(2026, 12, 1, 15, tzinfo=UTC)
    issued = here.issue()
    assert issued.made == ()
    assert [each.field for each in issued.plan.missing] == ["event"]


def test_stopping_keeps_what_was_issued_and_going_on_loses_no_number(
    folder: DataFolder, clock: FixedClock
) -> None:
    names = [f"Person {number}" for number in range(LOT + 7)]
    with certified(folder, clock, *names) as here:

        def stop(progress: Progress) -> None:
            if progress.note == ISSUING and progress.done == LOT + 3:
                work.cancel()

        work = Work(stop, every=0)
        done = here.core.certificates.issue(work, here.event)
        kept = len(numbers(here))
        assert LOT < kept < len(names)
        assert (done.value.stopped, len(done.value.made)) == (STOPPED, kept)
        told = here.core.certificate_register.ids(event_id=here.event)
        assert all(done.changes.touches("certificate", each) for each in told)
        assert len(here.issue().made) == len(names) - kept
        assert numbers(here) == [f"CPD-2026-{each:06}" for each in range(1, len(names) + 1)]


def test_stopped_before_the_first_there_is_nothing_to_tell(here: Certified) -> None:
    def stop(progress: Progress) -> None:
        if progress.note == PLANNING and progress.done == progress.total:
            work.cancel()

    work = Work(stop, every=0)
    with pytest.raises(Cancelled):
        here.issue(work=work)
    assert numbers(here) == []


@pytest.mark.parametrize("already", [0, LOT])
def test_a_disk_that_takes_no_more_leaves_what_was_issued_and_says_so(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch, already: int
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    def fill(progress: Progress) -> None:
        if progress.note == ISSUING and progress.done == already:
            monkeypatch.setattr(os, "fsync", full)

    names = [f"Person {number}" for number in range(LOT + 2)]
    with certified(folder, clock, *names) as here:
        if already:
            assert here.issue(work=Work(fill, every=0)).stopped == FULL
        else:
            with pytest.raises(Unavailable, match="full"):
                here.issue(work=Work(fill, every=0))
        assert len(numbers(here)) == already
        assert not [*folder.files.glob(f"{WRITING}*")]
        monkeypatch.undo()
        here.issue()
        assert numbers(here) == [f"CPD-2026-{each:06}" for each in range(1, len(names) + 1)]


def test_numbers_follow_the_pattern_and_begin_anew_each_year(
    here: Certified, clock: FixedClock
) -> None:
    here.core.settings.put(Certificates(pattern="A-{year}.{number:03}"))
    here.issue("Tom Becker")
    clock.at = datetime(2027, 1, 1, 0, 30, tzinfo=UTC)
    here.issue()
    assert numbers(here) == ["A-2026.001", "A-2027.001"]


def test_keys_are_made_once_and_never_quietly_made_again(
    folder: DataFolder, clock: FixedClock
) -> None:
    with certified(folder, clock, "Zoë", "Tom") as here:
        first, second = here.issue("Zoë").issuer, here.issue("Tom").issuer
        assert first is not None
        assert second is not None
        assert (first.made, second.made) == (True, False)
        assert first.fingerprint == second.fingerprint
        here.register("Ana")
        keychains = here.core.keychains
        assert isinstance(keychains, MemoryKeychains)
        keychains.kept.clear()
        with pytest.raises(NotFound, match="not on this computer any more"):
            here.issue("Ana")
        assert len(numbers(here)) == 2


def test_issuing_keeps_the_own_card_so_that_verifying_needs_no_keychain(here: Certified) -> None:
    issued = here.issue("Zoë Ångström")
    core = here.core
    own = core.signing_keys.own()
    assert own is not None
    assert issued.issuer is not None
    assert shown_fingerprint(own.card.fingerprint) == issued.issuer.fingerprint
    assert isinstance(core.keychains, MemoryKeychains)
    core.keychains.kept.clear()
    said = core.verifying.shown(core.certificate_register.pdf(here.of("zoe")))
    assert (str(said.verdict), said.issuer) == ("valid", "Northern Training Ltd")


def test_a_renamed_provider_is_on_the_card_and_the_backup_stays_remembered(
    here: Certified, tmp_path: Path
) -> None:
    here.issue("Zoë Ångström")
    keys = here.core.signing_keys
    keys.back_up(tmp_path / "keys", Secret("an old oak by the river"))
    here.core.settings.put(replace(PROVIDER, provider="Southern Training Ltd"))
    here.issue("Tom Becker")
    own = keys.own()
    assert own is not None
    assert own.card.provider.name == "Southern Training Ltd"
    assert own.backed_up_at is not None


def test_today_warns_of_keys_without_a_backup_once_something_was_issued(
    here: Certified, folder: DataFolder, tmp_path: Path
) -> None:
    def warned() -> bool:
        with closing(connect(folder.database, read_only=True)) as connection:
            needs = glance.today(connection, here.core.clock.now()).needs
        return "keys" in {each.kind for each in needs}

    here.core.signing_keys.make()
    assert not warned()
    here.issue("Zoë Ångström")
    assert warned()
    here.core.signing_keys.back_up(tmp_path / "keys", Secret("an old oak by the river"))
    assert not warned()


def test_whoever_lost_the_keys_and_every_backup_may_begin_with_new_ones(here: Certified) -> None:
    first = here.issue("Zoë Ångström").issuer
    core = here.core
    assert isinstance(core.keychains, MemoryKeychains)
    core.keychains.kept.clear()
    core.signing_keys.renew()
    second = here.issue("Tom Becker").issuer
    assert first is not None
    assert second is not None
    assert first.fingerprint != second.fingerprint
    said = core.verifying.shown(core.certificate_register.pdf(here.of("zoe")))
    assert str(said.verdict) == "unknown-issuer"


def test_a_clock_that_cannot_be_right_signs_nothing(here: Certified, clock: FixedClock) -> None:
    clock.at = datetime(1970, 1, 2, tzinfo=UTC)
    here.change_event(
        sessions=tuple(
            replace(each, starts=datetime(1970, 1, 1, 9, tzinfo=UTC),
                    ends=datetime(1970, 1, 1, 11, tzinfo=UTC))
            for each in here.core.events.get(here.event).sessions
        )
    )  # fmt: skip
    with pytest.raises(NotAllowed, match="clock says 1970-01-02"):
        here.issue()
    assert numbers(here) == []


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


def test_two_lines_of_credit_are_certified_as_far_as_they_were_earned(here: Certified) -> None:
    here.change_event(
        credits=(
            replace(LINE, approved_until=date(2026, 12, 31), category="Clinical"),
            CreditLine("Ethics", Decimal(1)),
        )
    )
    here.issue()
    assert here.of("zoe").credit == "2 CPD hours, 1 Ethics"


def test_people_with_certificates_of_one_event_are_not_made_one(here: Certified) -> None:
    here.issue("Tom Becker")
    one, other = here.of("becker").person, here.core.people.ids("zoe")[0]
    here.core.merging.merge(other, one)
    assert here.of("becker").person == other
    here.register("Ana")
    here.issue("Ana")
    with pytest.raises(NotAllowed, match="Both hold certificates"):
        here.core.merging.merge(other, here.of("ana").person)


def test_a_cancelled_event_certifies_nobody(here: Certified) -> None:
    here.core.lifecycle.move(here.event, Move.CANCEL)
    assert here.issue().made == ()


def test_an_erased_person_stays_in_the_register_and_is_told_so(here: Certified) -> None:
    here.issue()
    zoe = here.of("zoe")
    report = here.core.erasure.erase(zoe.person).value
    assert any("1 certificate(s) stay" in each.template.replace("%n", "1") for each in report.stays)
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


def test_all_six_built_in_templates_print_an_event_of_two_days_as_they_are_drawn(
    folder: DataFolder, clock: FixedClock
) -> None:
    days = (a_session("Day 1"), a_session("Day 2", starts=STARTS + timedelta(days=1)))
    draft = replace(a_draft("Airway management, part 2", *days), credits=(LINE,))
    with certified(folder, clock, draft=draft) as here:
        clock.at = STARTS + timedelta(days=3)
        core = here.core
        core.settings.put(replace(PROVIDER, number="NT-204"))
        for each in core.templates.listed():
            plan = core.certificates.plan(here.event, each.built_in)
            assert [str(gap.says) for gap in plan.gaps] == []
            snapshot = replace(
                preview_of(plan.occasion, replace(ANYBODY, credits=(LINE,)), clock),
                issuer_fingerprint=shown_fingerprint("89abcdef" * 8),  # wider than most
            )
            found = core.outside.press.proofreader(plan.drawn).read(snapshot)
            assert [(each.built_in, str(finding.says)) for finding in found] == []
