"""How the mail of an event stands: who is to be written to, who was, and what is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.lifecycle import Move
from cpd_desktop.domain.messages.accounts import AccountKind
from cpd_desktop.domain.messages.purposes import Purpose
from cpd_desktop.domain.settings import Mail
from cpd_desktop.services.work import Work
from tests.drafts import STARTS, somebody
from tests.mailing import an_account, mailing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpd_desktop.services.messages.event_mail import EventMail
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock
    from tests.mailing import Mailing


@pytest.fixture
def post(folder: DataFolder, clock: FixedClock) -> Iterator[Mailing]:
    """Hold an event that is published and starts in three days."""
    (folder.path / "sent").mkdir(parents=True)
    kept = {"folder": str(folder.path / "sent")}
    account = an_account(kind=AccountKind.FOLDER, settings=kept)
    with mailing(folder, clock, "Anna Nowak", "Ben Ode", account=account) as made:
        clock.at = STARTS - timedelta(days=3)
        made.core.lifecycle.move(made.here.event, Move.PUBLISH)
        yield made


def stands(post: Mailing) -> EventMail:
    return post.core.event_mails.of(post.here.event)


def due(post: Mailing) -> dict[str, int]:
    return {each.purpose.value: len(each.left) for each in stands(post).kinds if each.is_due}


def move_event(post: Mailing, days: int = 7) -> None:
    event = post.core.events.get(post.here.event)
    (session,) = event.draft().sessions
    later = replace(
        session,
        starts=session.starts + timedelta(days=days),
        ends=session.ends + timedelta(days=days),
    )
    post.here.change_event(sessions=(later,))


def test_whoever_has_no_mail_yet_is_counted_as_due(post: Mailing) -> None:
    assert due(post) == {"confirmation": 2, "joining": 2, "reminder": 2}


def test_what_was_made_is_not_due_again(post: Mailing) -> None:
    post.prepare(hold=timedelta(0))
    found = stands(post)
    assert (found.of(Purpose.CONFIRMATION).waiting, found.waiting) == (2, 2)
    assert "confirmation" not in due(post)


def test_whoever_has_no_address_is_named_instead_of_counted(post: Mailing) -> None:
    post.core.registrations.add(post.here.event, somebody("Cem Kaya"))
    kind = stands(post).of(Purpose.CONFIRMATION)
    assert (kind.to, len(kind.left), kind.without) == (3, 2, ("Cem Kaya",))


def test_only_those_who_were_told_another_time_are_told_of_the_change(
    post: Mailing, clock: FixedClock
) -> None:
    anna = post.here.places["Anna Nowak"]
    post.prepare(Purpose.JOINING, to=[anna])
    assert "changed" not in due(post)
    clock.at += timedelta(hours=1)
    move_event(post)
    assert due(post)["changed"] == 1
    clock.at += timedelta(hours=1)
    post.prepare(Purpose.CHANGED, to=stands(post).of(Purpose.CHANGED).left)
    assert "changed" not in due(post)


def test_a_postponed_event_offers_that_mail_and_not_the_other(
    post: Mailing, clock: FixedClock
) -> None:
    post.prepare(Purpose.JOINING, hold=timedelta(0))
    assert post.core.sending.send(Work()).sent == 2
    clock.at += timedelta(hours=1)
    post.core.lifecycle.postpone(post.here.event, STARTS + timedelta(days=30), "The hall burnt")
    assert due(post)["postponed"] == 2
    assert "changed" not in due(post)


def test_calling_an_event_off_keeps_back_what_waits_and_offers_the_cancellation(
    post: Mailing,
) -> None:
    post.prepare(Purpose.REMINDER, hold=timedelta(hours=1))
    post.core.lifecycle.move(post.here.event, Move.CANCEL, "Too few people")
    assert post.states() == ["cancelled", "cancelled"]
    assert due(post) == {"cancellation": 2}


def test_a_reminder_is_made_of_the_occasion_it_is_due_for(post: Mailing) -> None:
    kind = stands(post).of(Purpose.REMINDER)
    assert kind.document.endswith("7d")
    assert kind.is_late
    post.prepare(Purpose.REMINDER, document=kind.document)
    assert "reminder" not in due(post)


def test_after_the_event_certificates_and_thanks_are_due(post: Mailing, clock: FixedClock) -> None:
    clock.at = STARTS + timedelta(days=1)
    post.here.register("Cem Kaya", met=False)
    post.here.issue("Anna Nowak")
    assert due(post) == {"certificate": 1, "thanks": 2, "evaluation": 2, "missed": 1}


def test_an_event_goes_on_through_the_account_it_was_written_from(post: Mailing) -> None:
    core = post.core
    core.mail_accounts.add(replace(an_account(), name="Second"))
    found = stands(post)
    assert found.account is not None
    assert found.account.name == "Northern"
    core.preparing.prepare(Work(), post.wanted(account="Second"))
    second = stands(post).account
    assert second is not None
    assert second.name == "Second"


def test_a_reminder_that_nobody_wants_is_never_due(post: Mailing) -> None:
    core = post.core
    core.settings.put(replace(core.settings.get(Mail), remind_week=False))
    assert "reminder" not in due(post)
    core.settings.put(replace(core.settings.get(Mail), remind_week=True))
    assert "reminder" in due(post)
