"""Certificates by link: where their files are too large for the account, or a person wants it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
import requests

from cpd_desktop.domain.cloud_storage import Storage, StorageKind
from cpd_desktop.domain.errors import NeedsSignIn
from cpd_desktop.domain.messages import accounts
from cpd_desktop.domain.messages.accounts import AccountKind
from cpd_desktop.domain.messages.purposes import Purpose
from cpd_desktop.domain.messages.texts import MailText
from cpd_desktop.domain.secret import Secret
from tests.fakes.s3 import BUCKET, KEY_ID, REGION, SECRET, s3
from tests.mailing import an_account, mailing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock
    from tests.mailing import Mailing

pytest.importorskip("obstore", reason="needs obstore")

NOW = timedelta(0)


@pytest.fixture
def post(folder: DataFolder, clock: FixedClock) -> Iterator[Mailing]:
    draft = an_account(kind=AccountKind.MICROSOFT, host="")
    with mailing(folder, clock, "Anna Nowak", account=draft) as made:
        made.here.issue()
        yield made


@pytest.fixture
def storage() -> Iterator[Storage]:
    with s3() as server:
        yield Storage(StorageKind.S3, BUCKET, Secret(SECRET), KEY_ID, REGION, "", server.endpoint)


def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(accounts._LARGEST, AccountKind.MICROSOFT, 60_000)


def test_a_small_certificate_is_attached(post: Mailing, storage: Storage) -> None:
    post.core.uploads.connect(storage)
    (made,) = post.prepare(Purpose.CERTIFICATE, hold=NOW).made
    assert len(made.attachments) == 1


def test_a_certificate_that_is_too_large_comes_as_a_link_that_is_frozen_in_the_mail(
    post: Mailing, storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    small(monkeypatch)
    post.core.uploads.connect(storage)
    (made,) = post.prepare(Purpose.CERTIFICATE, hold=NOW).made
    assert made.attachments == ()
    link = _link_in(post, made.id)
    assert requests.get(link, timeout=10).content.startswith(b"%PDF-")


def test_a_link_is_sent_where_a_person_wants_it(post: Mailing, storage: Storage) -> None:
    post.core.uploads.connect(storage)
    (made,) = post.prepare(Purpose.CERTIFICATE, hold=NOW, as_link=True).made
    assert made.attachments == ()
    assert _link_in(post, made.id).startswith(storage.endpoint)


def test_without_online_storage_a_large_certificate_is_named_and_not_sent(
    post: Mailing, monkeypatch: pytest.MonkeyPatch
) -> None:
    small(monkeypatch)
    done = post.prepare(Purpose.CERTIFICATE, hold=NOW)
    assert done.made == ()
    assert "too large" in str(done.lacking[0].says)
    with pytest.raises(NeedsSignIn, match="No online storage"):
        post.prepare(Purpose.CERTIFICATE, hold=NOW, as_link=True)


def test_a_text_without_a_place_for_the_link_is_not_sent_without_it(
    post: Mailing, storage: Storage
) -> None:
    post.core.uploads.connect(storage)
    text = MailText("Yours", "Hello {{ name }}, it is attached.")
    done = post.prepare(Purpose.CERTIFICATE, hold=NOW, as_link=True, text=text)
    assert done.made == ()
    assert "certificate_link" in str(done.lacking[0].says)


def _link_in(post: Mailing, key: int) -> str:
    from email import message_from_bytes, policy

    mail = message_from_bytes(
        post.core.outbox.content(post.core.outbox.get(key)), policy=policy.default
    )
    body = mail.get_body(("html",))
    assert body is not None
    html: str = body.get_content()
    return (
        html.partition('href="http')[2].partition('"')[0].replace("&amp;", "&").join(("http", ""))
    )
