from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.errors import NotAllowed
from cpd_desktop.domain.messages.purposes import Purpose
from cpd_desktop.services.work import Work
from tests.drafts import a_draft, somebody
from tests.mail_here import mail_here
from tests.mailing import mailing

if TYPE_CHECKING:
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock

NOW = timedelta(0)


def test_what_was_sent_to_somebody_erased_is_emptied_and_the_rest_never_goes(
    folder: DataFolder, clock: FixedClock
) -> None:
    with mail_here() as server, mailing(folder, clock, "Anna Nowak", port=server.port) as post:
        core = post.core
        (sent,) = post.prepare(hold=NOW).made
        core.sending.send(Work())
        (waiting,) = post.prepare(Purpose.JOINING, hold=NOW).made
        frame = core.files.place(sent.frame)
        assert sent.person is not None
        goes = " ".join(map(str, core.erasure.erasure_preview(sent.person).goes))
        assert "emptied, and goes out no more: 2 messages to them" in goes
        core.erasure.erase(sent.person)
        assert core.sending.send(Work()).sent == 0
        assert [(each.to, each.subject, each.state) for each in post.all()] == [
            ("", "", "sent"),
            ("", "", "cancelled"),
        ]
        assert not frame.exists()
        assert [each.to for each in core.outbox.attempts(sent.id)] == [""]
        with pytest.raises(NotAllowed, match="erased"):
            core.outbox.content(core.outbox.get(waiting.id))


def test_two_entries_made_one_get_the_same_mail_once(folder: DataFolder, clock: FixedClock) -> None:
    with mailing(folder, clock, "Anna Nowak") as post:
        core = post.core
        post.prepare(hold=NOW)
        other = core.events.add(a_draft("Another")).value.id
        second = core.registrations.add(other, somebody("Ana Nowak", "ana@clinic.example")).value
        core.preparing.prepare(Work(), replace(post.wanted(), event=other), hold=NOW)
        (first, moved) = post.all()
        assert first.person is not None
        core.merging.merge(first.person, second.person_id)
        assert [each.person for each in post.all()] == [first.person, first.person]
        assert moved.state == "queued"
