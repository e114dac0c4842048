"""The outbox lists, sorts and counts its messages, and lets what waits go at once."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.errors import NotAllowed
from cpd_desktop.domain.messages.states import State
from cpd_desktop.services.work import Work
from tests.mail_here import mail_here
from tests.mailing import an_account, mailing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock
    from tests.mailing import Mailing

NAMES = ("Tom Becker", "Ana Ruiz", "Zoë Ångström")


@pytest.fixture
def post(folder: DataFolder, clock: FixedClock) -> Iterator[Mailing]:
    with mail_here() as server, mailing(folder, clock, *NAMES, port=server.port) as made:
        yield made


def to(post: Mailing, **wanted: object) -> list[str]:
    outbox = post.core.outbox
    ids = outbox.ids(**wanted)  # type: ignore[arg-type] # as the test names them
    found = outbox.listed(ids)
    return [found[key].to_name for key in ids]


def test_messages_are_sorted_by_the_column_that_was_clicked(post: Mailing) -> None:
    made = [each.to_name for each in post.prepare().made]
    by_name = sorted(made)
    assert by_name != [each.to_name for each in sorted(post.all(), key=lambda each: each.to)]
    assert to(post) == made[::-1]
    assert to(post, sort="to", descending=False) == by_name
    assert to(post, sort="to") == by_name[::-1]


def test_only_the_messages_of_one_account_are_listed(post: Mailing) -> None:
    other = post.core.mail_accounts.add(an_account(name="Other")).value
    post.prepare()
    assert to(post, account_id=other.id) == []
    assert len(to(post, account_id=post.account.id)) == len(NAMES)


def test_a_line_names_the_event_and_when_it_was_handed_over(
    post: Mailing, clock: FixedClock
) -> None:
    first, *_ = post.prepare().made
    core = post.core
    assert core.outbox.lines([first.id])[first.id].at == first.made_at
    clock.move(hours=1)
    core.outbox.queue([first.id])
    core.sending.send(Work())
    line = core.outbox.lines([first.id, 999])[first.id]
    assert line.event == core.events.get(post.here.event).title
    assert line.at == clock.now()
    assert line.message.state is State.SENT
    assert [each.title for each in core.outbox.events()] == [line.event]


def test_what_waits_for_its_time_goes_at_once_when_told(post: Mailing) -> None:
    first, second, _ = post.prepare().made
    core = post.core
    core.outbox.queue([first.id, second.id], hold=timedelta(hours=1))
    core.outbox.hasten([first.id])
    assert core.sending.due() == 1
    with pytest.raises(NotAllowed):
        core.outbox.hasten([post.all()[-1].id])


def test_a_held_sending_is_known_until_it_goes(post: Mailing, clock: FixedClock) -> None:
    made = [each.id for each in post.prepare(hold=timedelta(seconds=10)).made]
    held, at = post.core.outbox.held_back()
    assert list(held) == made
    assert at == clock.now() + timedelta(seconds=10)
    clock.move(seconds=11)
    assert post.core.outbox.held_back() == ((), None)
