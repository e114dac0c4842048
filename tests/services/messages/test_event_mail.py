"""How the mail of an event stands: who is to be written to, who was, and what is due."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from cpd_desktop.domain.lifecycle import Move
from cpd_desktop.domain.messages.accounts import AccountKind
from cpd_desktop.domain.messages.purposes import Purpose
from cpd_desktop.domain.messages.texts import MailText
from cpd_desktop.domain.recurrence import Recurrence
from cpd_desktop.domain.settings import Mail
from cpd_desktop.services.copies import Scope
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
    post.prepare(Purpose.JOINING, to=[anna], hold=timedelta(0))
    post.core.sending.send(Work())
    assert "changed" not in due(post)
    clock.at += timedelta(hours=1)
    move_event(post)
    assert due(post)["changed"] == 1
    clock.at += timedelta(hours=1)
    post.prepare(Purpose.CHANGED, to=stands(post).of(Purpose.CHANGED).left)
    assert "changed" not in due(post)


@pytest.mark.parametrize("changed", [{"place": "Hall 2, Leeds"}, {"zone": "Europe/Paris"}])
def test_mail_that_tells_another_place_or_time_does_not_go(
    post: Mailing, changed: dict[str, object]
) -> None:
    post.prepare(Purpose.JOINING, hold=timedelta(0))
    post.prepare(Purpose.MESSAGE, text=MailText("Parking", "Bring coins."))
    post.here.change_event(**changed)
    assert Counter(post.states()) == {"cancelled": 2, "draft": 2}
    assert due(post)["joining"] == 2
    post.prepare(Purpose.JOINING, hold=timedelta(0))
    assert post.core.sending.send(Work()).sent == 2


def test_whoever_was_told_another_place_is_told_of_the_change(
    post: Mailing, clock: FixedClock
) -> None:
    post.prepare(Purpose.JOINING, hold=timedelta(0))
    post.core.sending.send(Work())
    clock.at += timedelta(hours=1)
    post.here.change_event(place="Hall 2, Leeds")
    assert due(post)["changed"] == 2


def test_mail_goes_on_after_a_change_that_it_does_not_tell(post: Mailing) -> None:
    post.prepare(Purpose.JOINING, hold=timedelta(0))
    post.here.change_event(description="With a new description", capacity=40)
    assert post.core.sending.send(Work()).sent == 2


def test_taking_a_change_back_lets_the_mail_go_that_was_right(post: Mailing) -> None:
    post.prepare(Purpose.JOINING, hold=timedelta(0))
    event = post.core.events.get(post.here.event).draft()
    done = post.core.events.change(post.here.event, replace(event, place="Hall 2"))
    assert post.states() == ["cancelled", "cancelled"]
    assert done.changes.entry is not None
    post.core.history.undo(done.changes.entry)
    assert post.states() == ["queued", "queued"]


def test_whoever_was_told_of_one_date_is_told_when_all_of_its_series_move(
    post: Mailing, clock: FixedClock
) -> None:
    core = post.core
    first = core.events.get(post.here.event)
    wall = first.starts.astimezone(ZoneInfo(first.zone)).replace(tzinfo=None)
    weekly = Recurrence(wall, first.zone, "FREQ=WEEKLY;COUNT=2")
    other = core.copies.repeat(first.id, weekly).value[1]
    core.lifecycle.move(other, Move.PUBLISH)
    core.registrations.add(other, somebody("Cleo Marsh", "cleo@clinic.example"))
    wanted = replace(post.wanted(Purpose.JOINING), event=other)
    core.preparing.prepare(Work(), wanted, hold=timedelta(0))
    core.sending.send(Work())
    clock.at += timedelta(hours=1)
    event = core.events.get(first.id).draft()
    (session,) = event.sessions
    longer = replace(event, sessions=(replace(session, ends=session.ends + timedelta(hours=1)),))
    core.copies.change(first.id, longer, Scope.ALL)
    assert core.event_mails.of(other).of(Purpose.CHANGED).is_due


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


def test_after_the_event_nothing_leads_to_it_any_more(post: Mailing, clock: FixedClock) -> None:
    leads_to_it = (Purpose.CONFIRMATION, Purpose.JOINING, Purpose.REMINDER)
    for hours, to in ((1, 2), (2, 0)):
        clock.at = STARTS + timedelta(hours=hours)
        mail = post.core.event_mails.of(post.here.event)
        assert mail.is_over is (to == 0)
        assert {mail.of(purpose).to for purpose in leads_to_it} == {to}


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


def test_a_reminder_that_was_put_off_is_not_offered_again(post: Mailing) -> None:
    reminding = post.core.reminding
    (first, *_) = reminding.due()
    reminding.put_off(first.document)
    assert first not in reminding.due()
    post.core.settings.put(replace(post.core.settings.get(Mail), remind_alone=True))
    assert reminding.due_alone() == []


def test_reminders_go_without_asking_only_if_wished_in_time_and_never_cancelled(
    post: Mailing, clock: FixedClock
) -> None:
    core = post.core
    clock.at = STARTS - timedelta(days=1)
    assert core.reminding.due_alone() == []
    core.settings.put(replace(core.settings.get(Mail), remind_alone=True))
    (alone,) = core.reminding.due_alone()
    assert alone.document.endswith("1d")
    made = post.prepare(Purpose.REMINDER, document=alone.document).made
    assert core.reminding.due_alone() == []
    core.outbox.cancel([each.id for each in made])
    assert core.reminding.due_alone() == []
    assert alone in core.reminding.due()
    clock.at = STARTS - timedelta(minutes=30)
    assert core.reminding.due_alone() == []
