"""Certificates issued for real: laid out, signed, verified, kept, and never changed again."""

from __future__ import annotations

import errno
import hashlib
import os
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.trust.identity_safe import IdentitySafe
from cpd_desktop.adapters.trust.second_opinion import second_opinion
from cpd_desktop.adapters.trust.verify import verify
from cpd_desktop.domain.certificates.issuer_card import Provider as Issuing
from cpd_desktop.domain.certificates.issuer_card import shown_fingerprint
from cpd_desktop.domain.certificates.known import Known
from cpd_desktop.domain.certificates.register import Status
from cpd_desktop.domain.credit import CreditLine
from cpd_desktop.domain.errors import Invalid, NotAllowed, NotFound, Unavailable
from cpd_desktop.domain.people import PersonDraft
from cpd_desktop.domain.settings import Certificates, Provider
from cpd_desktop.services.certificates.issuing import ISSUING, LOT, STOPPED
from cpd_desktop.services.certificates.planning import ANYBODY, PLANNING, preview_of
from cpd_desktop.services.work import Cancelled, Work
from cpd_desktop.store.faults import FULL
from cpd_desktop.store.folder import WRITING
from tests.certified import LINE, PROVIDER, certified
from tests.drafts import STARTS, a_draft, a_session

if TYPE_CHECKING:
    from cpd_desktop.services.work import Progress
    from cpd_desktop.store.folder import DataFolder
    from tests.certified import Certified
    from tests.clock import FixedClock


def test_whoever_earned_one_gets_a_certificate_that_verifies_and_says_what_is_true(
    here: Certified,
) -> None:
    here.register("Ana Absent", met=False)
    issued = here.issue()
    assert [each.name for each in issued.made] == ["Tom Becker", "Zoë Ångström"]
    assert here.numbers() == ["CPD-2026-000001", "CPD-2026-000002"]
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
    assert here.numbers() == ["CPD-2026-000001", "CPD-2026-000002"]


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
        kept = len(here.numbers())
        assert LOT < kept < len(names)
        assert (done.value.stopped, len(done.value.made)) == (STOPPED, kept)
        told = here.core.certificate_register.ids(event_id=here.event)
        assert all(done.changes.touches("certificate", each) for each in told)
        assert len(here.issue().made) == len(names) - kept
        assert here.numbers() == [f"CPD-2026-{each:06}" for each in range(1, len(names) + 1)]


def test_stopped_before_the_first_there_is_nothing_to_tell(here: Certified) -> None:
    def stop(progress: Progress) -> None:
        if progress.note == PLANNING and progress.done == progress.total:
            work.cancel()

    work = Work(stop, every=0)
    with pytest.raises(Cancelled):
        here.issue(work=work)
    assert here.numbers() == []


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
        assert len(here.numbers()) == already
        assert not [*folder.files.glob(f"{WRITING}*")]
        monkeypatch.undo()
        here.issue()
        assert here.numbers() == [f"CPD-2026-{each:06}" for each in range(1, len(names) + 1)]


def test_numbers_follow_the_pattern_and_begin_anew_each_year(
    here: Certified, clock: FixedClock
) -> None:
    here.core.settings.put(Certificates(pattern="A-{year}.{number:03}"))
    here.issue("Tom Becker")
    clock.at = datetime(2027, 1, 1, 0, 30, tzinfo=UTC)
    here.issue()
    assert here.numbers() == ["A-2026.001", "A-2027.001"]


def test_two_lines_of_credit_are_certified_as_far_as_they_were_earned(here: Certified) -> None:
    here.change_event(
        credits=(
            replace(LINE, approved_until=date(2026, 12, 31), category="Clinical"),
            CreditLine("Ethics", Decimal(1)),
        )
    )
    here.issue()
    assert here.of("zoe").credit == "2 CPD hours, 1 Ethics"


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
