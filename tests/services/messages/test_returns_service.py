"""What comes back is attached to the message it is about, once."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from cpd_desktop.domain.messages.purposes import Purpose
from cpd_desktop.domain.messages.returns import ReturnKind
from cpd_desktop.domain.messages.texts import MailText
from cpd_desktop.services.work import Work
from tests.mail_here import mail_here
from tests.mailing import mailing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cpd_desktop.domain.messages.accounts import MailAccount
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock

NOW = timedelta(0)


def a_bounce(message_id: str, number: int = 1) -> bytes:
    return (
        f"From: MAILER-DAEMON@mx.example\nMessage-ID: <{number}@mx.example>\n"
        'Content-Type: multipart/report; boundary="b"\n\n--b\n'
        "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\n"
        "Action: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 no such user\n\n"
        f"--b\nContent-Type: text/rfc822-headers\n\nMessage-ID: {message_id}\n\n--b--\n"
    ).encode()


class PaperMailbox:
    """A mailbox that holds what a test puts there."""

    def __init__(self, mails: list[bytes]) -> None:
        self.mails = mails
        self.read: list[bytes] = []

    def connect(self) -> None: ...

    def close(self) -> None: ...

    def keep_sent(self, content: bytes) -> None: ...

    def arrived(self, seen: str, concerns: Callable[[bytes], bool]) -> Iterator[tuple[str, bytes]]:
        for number, mail in enumerate(self.mails[int(seen or 0) :], int(seen or 0) + 1):
            head = mail.partition(b"\n\n")[0] + b"\n\n"
            wanted = concerns(head)
            if wanted:
                self.read.append(mail)
            yield str(number), mail if wanted else b""

    def mailbox_of(self, _: MailAccount) -> PaperMailbox:
        return self


def test_a_bounce_is_attached_to_message_and_person_once(
    folder: DataFolder, clock: FixedClock
) -> None:
    with mail_here() as server, mailing(folder, clock, "Anna Nowak", port=server.port) as post:
        core = post.core
        (sent,) = post.prepare(hold=NOW).made
        core.sending.send(Work())
        theirs = b"From: shop@example.org\nSubject: Sale\n\nBuy"
        box = PaperMailbox([theirs, a_bounce(sent.message_id), a_bounce("<no@where>", 2)])
        core.outside.__dict__["postmen"] = box
        report = core.returns.look(Work())
        assert report.kinds == {ReturnKind.BOUNCED: 1}
        assert report.messages == [sent.id]
        assert report.looked == 1
        assert theirs not in box.read
        (kept,) = core.returns.of_message(sent.id)
        assert (kept.kind, kept.status, kept.words) == ("bounced", "5.1.1", "550 no such user")
        assert sent.person is not None
        assert core.returns.of_person(sent.person) == [kept]
        assert core.outbox.get(sent.id).state == "sent"
        assert core.returns.look(Work()).kinds == {}
        assert core.returns.note(a_bounce(sent.message_id)).kinds == {}
        core.erasure.erase(sent.person)
        assert [each.words for each in core.returns.of_message(sent.id)] == [""]


def test_who_unsubscribes_by_mail_gets_no_more_news(folder: DataFolder, clock: FixedClock) -> None:
    with mailing(folder, clock, "Anna Nowak") as post:
        core = post.core
        news = MailText("News", "Hello {{ name }},")
        (made,) = post.prepare(Purpose.MESSAGE, hold=NOW, text=news).made
        token = made.message_id[1:].partition("@")[0]
        assert f"subject=unsubscribe%20{token}".encode() in core.outbox.content(made).replace(
            b"\r\n ", b" "
        )
        wish = f"From: somebody@else.example\nSubject: unsubscribe {token}\n\n".encode()
        assert core.returns.note(wish).kinds == {ReturnKind.UNSUBSCRIBED: 1}
        assert core.outbox.silent() == [made.to]
        again = MailText("More news", "Hello {{ name }},")
        assert post.prepare(Purpose.MESSAGE, hold=NOW, text=again).made == ()
