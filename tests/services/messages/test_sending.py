"""Every message goes once, and what became of it is known."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.mail.postmen import MailPostmen
from cpd_desktop.domain.errors import Conflict, Damaged, NotAllowed
from cpd_desktop.domain.messages.accounts import Tls
from cpd_desktop.domain.messages.pacing import Limits
from cpd_desktop.domain.messages.purposes import Purpose
from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.settings import Mail
from cpd_desktop.services.work import Cancelled, Work
from cpd_desktop.store.locks import FolderLock
from tests.mail_here import PASSWORD, USER, contexts, mail_here
from tests.mailing import SENDER, an_account, mailing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock
    from tests.mail_here import MailServer
    from tests.mailing import Mailing

NOW = timedelta(0)
PEOPLE = ("Anna Nowak", "Ben Ode", "Cem Kaya")
BROKEN = """
    CREATE TRIGGER broken BEFORE INSERT ON mail_attempt
    BEGIN SELECT RAISE(ABORT, 'not now'); END
"""


@pytest.fixture
def server() -> Iterator[MailServer]:
    with mail_here() as made:
        yield made


@pytest.fixture
def post(folder: DataFolder, clock: FixedClock, server: MailServer) -> Iterator[Mailing]:
    with mailing(folder, clock, *PEOPLE, port=server.port) as made:
        yield made


def test_everybody_gets_the_mail_once_over_one_connection(
    post: Mailing, server: MailServer
) -> None:
    post.prepare(hold=NOW)
    done = post.core.sending.send(Work())
    assert (done.sent, done.left, post.states()) == (3, 0, ["sent"] * 3)
    assert server.connections == 1
    again = post.core.sending.send(Work())
    assert (again.sent, len(server.arrived)) == (0, 3)


def test_what_arrives_is_byte_for_byte_what_was_frozen(post: Mailing, server: MailServer) -> None:
    post.here.issue()
    post.prepare(Purpose.CERTIFICATE, hold=NOW)
    post.core.sending.send(Work())
    frozen = {each.to: post.core.outbox.content(each) for each in post.all()}
    assert {each.recipient: each.content for each in server.arrived} == frozen
    (mail,) = server.mails_to("person0@clinic.example")
    (attached,) = mail.iter_attachments()
    issued = post.here.of("Anna Nowak")
    assert attached.get_content() == post.core.certificate_register.pdf(issued)
    assert attached.get_filename() == f"Anna Nowak - Wound care - {issued.number}.pdf"


def test_preparing_again_makes_nothing_twice(post: Mailing) -> None:
    first = post.prepare(hold=NOW)
    second = post.prepare(hold=NOW)
    assert (len(first.made), len(second.made), len(second.plan.already)) == (3, 0, 3)


def test_a_greylisted_mail_goes_later_with_growing_pauses(
    post: Mailing, server: MailServer, clock: FixedClock
) -> None:
    server.answers["person1@clinic.example"] = ["451 Try again later"] * 2
    post.prepare(hold=NOW)
    assert post.core.sending.send(Work()).sent == 2
    (_, waiting, _) = post.all()
    assert (waiting.state, waiting.due) == ("queued", clock.at + timedelta(minutes=1))
    assert "451 Try again later" in str(waiting.says)
    clock.move(minutes=1)
    post.core.sending.send(Work())
    assert post.all()[1].due == clock.at + timedelta(minutes=5)
    clock.move(minutes=5)
    post.core.sending.send(Work())
    assert post.states() == ["sent"] * 3
    tried = post.core.outbox.attempts(waiting.id)
    assert [each.outcome for each in tried] == ["later", "later", "sent"]


def test_a_refused_address_fails_with_the_words_of_the_server(
    post: Mailing, server: MailServer
) -> None:
    server.answers["person1@clinic.example"] = ["550 5.1.1 No such user here"]
    post.prepare(hold=NOW)
    done = post.core.sending.send(Work())
    assert (done.sent, done.failed) == (2, 1)
    failed = post.all()[1]
    assert failed.state == "failed"
    assert "There is no such mailbox" in str(failed.says)
    assert "No such user here" in str(failed.says)


def test_a_connection_lost_before_the_message_was_there_is_simply_tried_again(
    post: Mailing, server: MailServer, clock: FixedClock
) -> None:
    server.dies = ["before"]
    post.prepare(hold=NOW)
    post.core.sending.send(Work())
    assert sorted(post.states()) == ["queued", "sent", "sent"]
    clock.move(minutes=1)
    post.core.sending.send(Work())
    assert post.states() == ["sent"] * 3
    assert sorted(server.told()) == [f"person{number}@clinic.example" for number in range(3)]


@pytest.mark.parametrize("point", ["after", "unkept"])
def test_a_connection_lost_after_the_message_is_asked_about_and_never_sent_again_by_itself(
    post: Mailing, server: MailServer, clock: FixedClock, point: str
) -> None:
    server.dies = [point]
    post.prepare(hold=NOW)
    done = post.core.sending.send(Work())
    assert (done.sent, done.uncertain) == (2, 1)
    (unsure,) = [each for each in post.all() if each.state == "uncertain"]
    clock.move(days=2)
    assert post.core.sending.send(Work()).sent == 0
    arrived = len(server.arrived)
    post.core.outbox.resend([unsure.id])
    post.core.sending.send(Work())
    assert post.core.outbox.get(unsure.id).state == "sent"
    assert len(server.arrived) == arrived + 1


def test_that_an_uncertain_message_arrived_can_be_said(post: Mailing, server: MailServer) -> None:
    server.dies = ["after"]
    (made, *_) = post.prepare(hold=NOW, to=[post.here.places["Anna Nowak"]]).made
    post.core.sending.send(Work())
    post.core.outbox.note_arrived(made.id)
    assert post.core.outbox.get(made.id).state == "sent"
    with pytest.raises(NotAllowed, match="“sent”"):
        post.core.outbox.note_arrived(made.id)


def test_a_refused_sign_in_stops_everything_before_anybody_is_mailed(
    folder: DataFolder, clock: FixedClock, tmp_path: Path
) -> None:
    theirs, ours = contexts(tmp_path)
    with (
        mail_here(tls=theirs, sign_in=True) as server,
        mailing(
            folder, clock, *PEOPLE, account=an_account(server.port, tls=Tls.STARTTLS, user=USER)
        ) as post,
    ):
        postmen = post.core.outside.postmen
        assert isinstance(postmen, MailPostmen)
        post.core.outside.__dict__["postmen"] = replace(postmen, tls=lambda: ours)
        post.core.mail_accounts.change(post.account.id, post.account.draft(), Secret("wrong"))
        post.prepare(hold=NOW)
        done = post.core.sending.send(Work())
        assert (done.waits, done.sent, done.left) == (True, 0, 3)
        assert post.states() == ["queued"] * 3
        assert post.core.outbox.is_paused()
        assert str(post.core.outbox.paused_why()) == str(done.stopped)
        refused = post.core.mail_accounts.refused
        assert refused.all() == {post.account.id: done.stopped}
        assert done.changes.touches("setting")
        post.core.mail_accounts.change(post.account.id, post.account.draft(), Secret(PASSWORD))
        assert post.core.sending.send(Work()).sent == 0
        post.core.outbox.resume()
        assert post.core.sending.send(Work()).sent == 3
        assert refused.all() == {}


def test_a_sender_that_is_not_allowed_stops_the_rest(post: Mailing, server: MailServer) -> None:
    server.of_sender = ["550 5.7.60 Client does not have permissions to send as this sender"]
    post.prepare(hold=NOW)
    done = post.core.sending.send(Work())
    assert sorted(post.states()) == ["failed", "queued", "queued"]
    assert "does not let this account send as" in str(done.stopped)
    assert (post.core.outbox.is_paused(), server.arrived) == (True, [])
    assert post.core.mail_accounts.refused.all() == {post.account.id: done.stopped}


def test_a_server_that_does_not_answer_costs_nobody_an_attempt(
    folder: DataFolder, clock: FixedClock
) -> None:
    with mailing(folder, clock, *PEOPLE, port=1) as post:
        post.prepare(hold=NOW)
        done = post.core.sending.send(Work())
        assert "cannot be reached" in str(done.stopped)
        assert [(each.state, each.attempts) for each in post.all()] == [("queued", 0)] * 3


def test_a_paused_outbox_sends_nothing_until_it_goes_on(post: Mailing) -> None:
    post.prepare(hold=NOW)
    post.core.outbox.pause()
    assert post.core.sending.send(Work()).left == 3
    post.core.outbox.resume()
    assert post.core.sending.send(Work()).sent == 3


def test_drafts_and_held_sendings_wait(post: Mailing, clock: FixedClock) -> None:
    post.prepare()
    assert post.core.sending.send(Work()).sent == 0
    ids = post.core.outbox.ids()
    post.core.outbox.queue(ids, hold=timedelta(seconds=10))
    assert post.core.sending.send(Work()).sent == 0
    clock.move(seconds=10)
    assert post.core.sending.send(Work()).sent == 3


def test_a_big_sending_is_taken_back_while_it_is_held(post: Mailing) -> None:
    post.prepare()
    changes = post.core.outbox.queue(post.core.outbox.ids(), hold=timedelta(seconds=10))
    assert changes.entry is not None
    post.core.history.undo(changes.entry)
    assert post.states() == ["draft"] * 3


def test_what_went_out_is_not_undone(post: Mailing) -> None:
    post.prepare()
    changes = post.core.outbox.queue(post.core.outbox.ids())
    post.core.sending.send(Work())
    assert changes.entry is not None
    with pytest.raises(Exception, match="changed again since"):
        post.core.history.undo(changes.entry)
    assert post.states() == ["sent"] * 3


def test_the_daily_limit_leaves_the_rest_for_tomorrow(
    folder: DataFolder, clock: FixedClock, server: MailServer
) -> None:
    account = an_account(server.port, limits=Limits(2))
    with mailing(folder, clock, *PEOPLE, account=account) as post:
        post.prepare(hold=NOW)
        says = [str(each) for each in post.core.outbox.pace(post.account).sentences()]
        assert says == ["2 of 3 messages go now; the account allows 2 in a day."]
        done = post.core.sending.send(Work())
        assert (done.sent, done.left) == (2, 1)
        assert "takes no more in these 24 hours" in str(done.stopped)
        clock.move(hours=23)
        assert post.core.sending.send(Work()).sent == 0
        clock.move(hours=2)
        assert post.core.sending.send(Work()).sent == 1


def test_in_test_mode_everything_goes_to_oneself_and_waits_to_go_for_real(
    post: Mailing, server: MailServer
) -> None:
    post.core.settings.put(Mail(to_myself=True))
    post.prepare(hold=NOW)
    post.core.sending.send(Work())
    assert (server.told(), post.states()) == ([SENDER] * 3, ["held"] * 3)
    post.core.settings.put(Mail())
    post.core.outbox.queue(post.core.outbox.ids())
    post.core.sending.send(Work())
    assert sorted(server.told()[3:]) == [f"person{number}@clinic.example" for number in range(3)]


def test_a_certificate_gone_from_the_disk_is_held_and_not_sent(
    post: Mailing, server: MailServer
) -> None:
    post.here.issue()
    post.prepare(Purpose.CERTIFICATE, hold=NOW)
    register = post.core.certificate_register
    register.place(post.here.of("Anna Nowak")).unlink()
    register.place(post.here.of("Ben Ode")).write_bytes(b"%PDF forged")
    done = post.core.sending.send(Work())
    assert (done.sent, post.states()) == (1, ["held", "held", "sent"])
    assert server.told() == ["person2@clinic.example"]


def test_a_mail_that_is_not_what_it_was_is_held_and_not_sent(
    post: Mailing, server: MailServer
) -> None:
    gone, altered, whole = post.prepare(hold=NOW).made
    post.core.files.place(gone.frame).unlink()
    place = post.core.files.place(altered.frame)
    place.write_bytes(place.read_bytes().replace(b"Subject: ", b"Subject: Not "))
    done = post.core.sending.send(Work())
    assert (done.sent, post.states()) == (1, ["held", "held", "sent"])
    assert server.told() == [whole.to]


def test_a_mail_is_not_given_out_for_another_one(post: Mailing) -> None:
    first, second, _ = post.prepare().made
    outbox = post.core.outbox
    for wrong in (replace(first, frame=second.frame), replace(first, size=first.size + 1)):
        with pytest.raises(Damaged, match="is not what it was"):
            outbox.content(wrong)
    assert first.message_id.encode() in outbox.content(first)


def test_resending_sends_exactly_the_same_again(post: Mailing, server: MailServer) -> None:
    (made, *_) = post.prepare(hold=NOW).made
    post.core.sending.send(Work())
    post.here.change_event(title="Something else")
    post.core.outbox.resend([made.id])
    post.core.sending.send(Work())
    first, second = (each for each in server.arrived if each.recipient == made.to)
    assert first == second
    assert len(post.core.outbox.attempts(made.id)) == 2


def test_cancelling_a_message_to_be_resent_leaves_it_sent(post: Mailing) -> None:
    (made, *_) = post.prepare(hold=NOW).made
    post.core.sending.send(Work())
    post.core.outbox.resend([made.id])
    post.core.outbox.cancel([made.id])
    assert post.core.outbox.get(made.id).state == "sent"


def test_a_cancelled_message_does_not_go_and_can_be_made_anew(post: Mailing) -> None:
    (made, *_) = post.prepare(hold=NOW).made
    post.core.outbox.cancel([made.id])
    assert post.core.sending.send(Work()).sent == 2
    assert len(post.prepare(hold=NOW).made) == 1
    with pytest.raises(NotAllowed, match="“cancelled”"):
        post.core.outbox.cancel([made.id])


def test_stopping_finishes_the_message_on_its_way_and_loses_none(
    post: Mailing, server: MailServer
) -> None:
    post.prepare(hold=NOW)
    work = Work(lambda progress: work.cancel() if progress.done == 1 else None, every=0)
    with pytest.raises(Cancelled):
        post.core.sending.send(work)
    sent = post.states().count("sent")
    assert (sent, len(server.arrived), "sending" in post.states()) == (2, 2, False)
    post.core.sending.send(Work())
    assert (post.states(), len(server.arrived)) == (["sent"] * 3, 3)


@pytest.mark.parametrize("number", [0, 1])
def test_a_mail_that_is_taken_back_while_the_server_reads_it_does_not_go(
    post: Mailing, server: MailServer, number: int
) -> None:
    made = post.prepare(hold=NOW).made[number]
    server.meanwhile[made.to] = lambda: post.core.outbox.cancel([made.id])
    done = post.core.sending.send(Work())
    server.wait_until_idle()
    assert (done.sent, done.left) == (2, 0)
    assert post.core.outbox.get(made.id).state == "cancelled"
    assert post.core.outbox.attempts(made.id) == []
    assert made.to not in server.told()


def test_a_pause_keeps_back_a_mail_that_the_server_reads_already(
    post: Mailing, server: MailServer
) -> None:
    made = post.prepare(hold=NOW).made[1]
    server.meanwhile[made.to] = post.core.outbox.pause
    done = post.core.sending.send(Work())
    server.wait_until_idle()
    assert (done.sent, done.left, post.states()) == (1, 2, ["sent", "queued", "queued"])
    assert len(server.arrived) == 1
    post.core.outbox.resume()
    post.core.sending.send(Work())
    assert (post.states(), len(server.arrived)) == (["sent"] * 3, 3)


def test_test_mode_that_begins_while_the_server_reads_a_mail_keeps_it_from_others(
    post: Mailing, server: MailServer
) -> None:
    made = post.prepare(hold=NOW).made[1]
    server.meanwhile[made.to] = lambda: post.core.settings.put(Mail(to_myself=True))
    post.core.sending.send(Work())
    assert server.told() == ["person0@clinic.example", SENDER, SENDER]
    assert post.states() == ["sent", "held", "held"]


def test_a_mail_whose_claim_cannot_be_written_has_not_gone_and_goes_once_later(
    post: Mailing, server: MailServer
) -> None:
    made = post.prepare(hold=NOW).made[1]
    with closing(sqlite3.connect(post.core.folder.database, check_same_thread=False)) as raw:
        server.meanwhile[made.to] = lambda: raw.execute(BROKEN)
        with pytest.raises(Conflict):
            post.core.sending.send(Work())
        server.wait_until_idle()
        assert (post.states(), len(server.arrived)) == (["sent", "queued", "queued"], 1)
        raw.execute("DROP TRIGGER broken")
    post.core.sending.send(Work())
    assert (post.states(), len(server.arrived)) == (["sent"] * 3, 3)
    assert len({*server.told()}) == 3


def test_only_one_program_sends(post: Mailing) -> None:
    post.prepare(hold=NOW)
    with FolderLock(post.core.folder.path / "mail-sending.lock") as other:
        assert other.hold()
        done = post.core.sending.send(Work())
    assert (done.sent, done.left) == (0, 3)
    assert "Another window or command" in str(done.stopped)
