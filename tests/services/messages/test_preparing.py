"""Mails are looked at, written and frozen before any of them may go."""

from __future__ import annotations

import email
from datetime import timedelta
from email import policy
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import insert, select

from cpd_desktop.domain.errors import Conflict, Invalid, NotAllowed
from cpd_desktop.domain.messages.purposes import Purpose
from cpd_desktop.domain.messages.texts import MailText
from cpd_desktop.services.work import Work
from cpd_desktop.store.tables import certificate
from tests.drafts import somebody
from tests.mailing import an_account, mailing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage

    from cpd_desktop.domain.messages.message import Message
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock
    from tests.mailing import Mailing


@pytest.fixture
def post(folder: DataFolder, clock: FixedClock) -> Iterator[Mailing]:
    with mailing(folder, clock, "Anna Nowak", "Ben Ode") as made:
        yield made


def read(post: Mailing, made: Message) -> EmailMessage:
    return email.message_from_bytes(post.core.outbox.content(made), policy=policy.default)


def words(post: Mailing, made: Message) -> str:
    body = read(post, made).get_body(("plain",))
    assert body is not None
    return str(body.get_content())


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("purpose", Purpose)
def test_every_built_in_text_can_be_written(post: Mailing, purpose: Purpose, language: str) -> None:
    stationery = post.core.outside.stationery
    text = post.core.mail_texts.current(purpose, language).text
    assert text == stationery.built_in(purpose, language)
    text.require_valid(stationery.fields(text), purpose)
    more = {"payment_link": "https://pay.example/1", "amount": "75.00 GBP"}
    people = dict.fromkeys(post.here.places.values(), more)
    wanted = post.wanted(purpose, language=language, more=people)
    said = post.core.preparing.preview(wanted, post.here.places["Anna Nowak"])
    assert "{{" not in said.subject + said.text + said.html
    assert said.subject


def test_what_a_mail_says_is_frozen_when_it_is_made(post: Mailing) -> None:
    (first, _) = post.prepare().made
    before = post.core.outbox.content(first)
    post.here.change_event(title="Something else")
    assert post.core.outbox.content(post.core.outbox.get(first.id)) == before
    assert "Wound care" in words(post, first)


def test_joining_details_bring_an_invitation_for_each_person(post: Mailing) -> None:
    for made in post.prepare(Purpose.JOINING).made:
        *_, invitation = read(post, made).iter_parts()
        entry = invitation.get_content()
        assert "METHOD:REQUEST" in entry
        assert f"mailto:{made.to}" in entry.replace("\r\n ", "")
        assert "mailto:ada@northern.example" in entry.replace("\r\n ", "")


def test_a_cancellation_takes_the_entry_out_of_calendars(post: Mailing) -> None:
    (joining, _) = post.prepare(Purpose.JOINING).made
    (made, _) = post.prepare(Purpose.CANCELLATION).made
    entries = [[*read(post, each).iter_parts()][-1].get_content() for each in (joining, made)]
    uids = [next(line for line in each.splitlines() if line.startswith("UID")) for each in entries]
    assert uids[0] == uids[1]
    assert "METHOD:CANCEL" in entries[1]
    assert "SEQUENCE:1" in entries[1]


def test_whoever_lacks_an_address_is_named_and_the_others_get_theirs(post: Mailing) -> None:
    core, event = post.core, post.here.event
    core.registrations.add(event, somebody("Cem Kaya"))
    core.registrations.add(event, somebody("Dora Ek", "müller@clinic.example"))
    done = post.prepare()
    assert [each.name for each in done.lacking] == ["Cem Kaya", "Dora Ek"]
    assert "has no e-mail address" in str(done.lacking[0].says)
    assert len(done.made) == 2


def test_an_empty_field_is_told_before_anything_is_made(post: Mailing) -> None:
    text = MailText("Join {{ event }}", "Join at {{ join_link }}")
    done = post.prepare(Purpose.MESSAGE, text=text)
    assert (len(done.made), len(done.lacking)) == (0, 2)
    assert "“join_link”" in str(done.lacking[0].says)


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("{{ salary }}", "no field “salary”"),
        ("{{ name.__class__ }}", "nothing else"),
        ("{% for each in [1, 2] %}x{% endfor %}", "nothing else"),
        ("{{ name", "cannot be read"),
        ("", "Write what the mail says"),
    ],
)
def test_a_text_that_does_what_it_may_not_is_stopped(post: Mailing, body: str, says: str) -> None:
    with pytest.raises(Invalid, match=says):
        post.prepare(Purpose.MESSAGE, text=MailText("Subject", body))
    assert post.all() == []


def test_names_are_shown_and_never_read_as_layout(post: Mailing) -> None:
    post.core.registrations.add(
        post.here.event, somebody("<b>Eve</b> **x** {{ email }}", "eve@clinic.example")
    )
    text = MailText("For {{ name }}", "Hello {{ name }}")
    (made,) = [each for each in post.prepare(Purpose.MESSAGE, text=text).made if "eve" in each.to]
    page = read(post, made).get_body(("html",))
    assert page is not None
    assert "&lt;b&gt;Eve&lt;/b&gt; **x** {{ email }}" in page.get_content()
    assert words(post, made).strip() == "Hello <b>Eve</b> **x** {{ email }}"


def test_news_pass_by_whoever_wants_none_but_certificates_do_not(post: Mailing) -> None:
    post.here.issue()
    post.core.outbox.silence("person0@clinic.example", "asked for it")
    text = MailText("News", "Hello {{ name }}")
    news = post.prepare(Purpose.MESSAGE, text=text)
    assert [each.to for each in news.made] == ["person1@clinic.example"]
    assert read(post, news.made[0])["List-Unsubscribe"]
    assert len(post.prepare(Purpose.CERTIFICATE).made) == 2
    post.core.outbox.unsilence("person0@clinic.example")
    assert len(post.prepare(Purpose.MESSAGE, text=text).made) == 1


def test_a_corrected_certificate_is_mailed_once_whichever_way(post: Mailing) -> None:
    post.here.issue()
    old = post.here.of("Anna Nowak")
    post.core.certificates.replace(old.number, "Name corrected")
    (made,) = post.prepare(Purpose.CERTIFICATE_REPLACED).made
    assert old.number in words(post, made)
    assert [each.to for each in post.prepare(Purpose.CERTIFICATE).made] == [
        "person1@clinic.example"
    ]


@pytest.mark.parametrize(
    ("file", "says"), [("altered", "is not as it was signed"), ("other", "It is certificate")]
)
def test_a_certificate_whose_file_does_not_verify_is_named_and_not_mailed(
    post: Mailing, file: str, says: str
) -> None:
    post.here.issue("Anna Nowak")
    files, issued = post.core.files, post.here.of("Anna Nowak")
    pdf = files.get(issued.sha256)
    # As if the register had been changed along with the file: its hash fits.
    kept = files.keep(pdf if file == "other" else pdf[:200] + b"#" + pdf[201:])
    with post.core.db.writing("somebody else") as tx:
        row = tx.execute(select(certificate).where(certificate.c.id == issued.id)).mappings().one()
        place = post.here.places["Ben Ode"]
        of_ben = {"id": None, "registration_id": place, "number": "N2", "code": "C2"}
        tx.execute(insert(certificate).values({**row, **of_ben, "sha256": kept}))
    prepared = post.prepare(Purpose.CERTIFICATE)
    assert [each.to for each in prepared.made] == ["person0@clinic.example"]
    (lacking,) = prepared.lacking
    assert lacking.name == "Ben Ode"
    assert says in str(lacking.says)


def test_thanks_go_to_those_who_came_and_regrets_to_the_others(post: Mailing) -> None:
    post.here.register("Cem Kaya", met=False)
    assert len(post.prepare(Purpose.THANKS).made) == 2
    assert [each.to for each in post.prepare(Purpose.MISSED).made] == ["person2@clinic.example"]


def test_an_own_text_counts_until_it_is_reset_and_each_event_can_have_its_own(
    post: Mailing,
) -> None:
    texts, purpose = post.core.mail_texts, Purpose.THANKS
    built_in = texts.current(purpose, "en")
    texts.keep(purpose, "en", MailText("Mine", "Hello {{ name }}"))
    texts.keep(purpose, "en", MailText("For this", "Hi {{ name }}"), post.here.event)
    assert texts.current(purpose, "en", post.here.event).text.subject == "For this"
    assert texts.current(purpose, "en").text.subject == "Mine"
    texts.reset(purpose, "en", post.here.event)
    assert texts.current(purpose, "en", post.here.event).text.subject == "Mine"
    texts.reset(purpose, "en")
    assert texts.current(purpose, "en").text == built_in.text
    assert [each.number for each in texts.versions(purpose, "en")] == [2, 1]


def test_without_an_account_nothing_is_made(post: Mailing) -> None:
    post.core.mail_accounts.remove(post.account.id)
    with pytest.raises(NotAllowed, match="no mail account yet"):
        post.prepare()


def test_an_account_is_not_removed_while_mail_waits_for_it(post: Mailing) -> None:
    post.prepare(hold=timedelta(0))
    with pytest.raises(NotAllowed, match="still has to send 2 messages"):
        post.core.mail_accounts.remove(post.account.id)


def test_two_accounts_have_two_names_and_one_of_them_is_usual(post: Mailing) -> None:
    accounts = post.core.mail_accounts
    with pytest.raises(Conflict, match="already"):
        accounts.add(an_account())
    other = accounts.add(an_account(name="Second")).value
    assert accounts.called().name == "Northern"
    accounts.choose(other.id)
    assert accounts.called().name == "Second"


def test_an_undone_making_leaves_nothing_to_send(post: Mailing) -> None:
    wanted = post.wanted()
    done = post.core.preparing.prepare(Work(), wanted, hold=timedelta(0))
    assert done.changes.entry is not None
    post.core.history.undo(done.changes.entry)
    assert (post.all(), post.core.sending.due()) == ([], 0)
