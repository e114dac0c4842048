"""Copies of certificates online, on an S3 on loopback."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import requests

from cpd_desktop.domain.cloud_storage import Storage, StorageKind
from cpd_desktop.domain.errors import Invalid, NeedsSignIn, NotAllowed
from cpd_desktop.domain.secret import Secret
from cpd_desktop.services.work import Cancelled, Work
from tests.certified import certified
from tests.fakes.s3 import BUCKET, KEY_ID, REGION, S3, SECRET, s3

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpd_desktop.domain.certificates.register import Certificate
    from cpd_desktop.services.work import Progress
    from cpd_desktop.store.folder import DataFolder
    from tests.certified import Certified
    from tests.clock import FixedClock

pytest.importorskip("obstore", reason="needs obstore")


@pytest.fixture
def here(folder: DataFolder, clock: FixedClock) -> Iterator[Certified]:
    with certified(folder, clock, "Zoë Ångström", "Tom Becker", "Ana Lima") as made:
        made.issue()
        yield made


@pytest.fixture
def server() -> Iterator[S3]:
    with s3() as running:
        yield running


@pytest.fixture
def storage(server: S3) -> Storage:
    return Storage(StorageKind.S3, BUCKET, Secret(SECRET), KEY_ID, REGION, "", server.endpoint)


def issued(here: Certified) -> list[Certificate]:
    return here.core.certificate_register.of_event(here.event)


def stopped(after: int) -> Work:
    """Return work that is stopped while so many are done and the next is under way."""

    def stop(progress: Progress) -> None:
        if progress.done == after:
            work.cancel()

    work = Work(stop, every=0)
    return work


def pages(server: S3) -> dict[str, bytes]:
    """Return the certificates that are online."""
    return {name: pdf for name, (pdf, _) in server.kept.items() if name != "connected.pdf"}


def test_only_the_chosen_are_uploaded_and_read_by_their_links(
    here: Certified, server: S3, storage: Storage
) -> None:
    here.core.uploads.connect(storage)
    chosen = issued(here)[:2]
    uploaded = here.core.uploads.upload(Work(), chosen, 7)
    assert [each.certificate for each in uploaded] == chosen
    assert len(pages(server)) == 2
    for each in uploaded:
        assert requests.get(each.link, timeout=5).content == here.core.certificate_register.pdf(
            each.certificate
        )


def test_nobody_guesses_a_name_or_learns_whose_it_is_from_a_link(
    here: Certified, server: S3, storage: Storage
) -> None:
    here.core.uploads.connect(storage)
    uploaded = here.core.uploads.upload(Work(), issued(here), 1)
    for name, each in zip(pages(server), uploaded, strict=True):
        assert re.fullmatch(r"[0-9a-f]{64}\.pdf", name)
        assert each.certificate.sha256 not in each.link
        assert each.certificate.number not in each.link
    other = replace(storage, key=Secret("another"))
    assert len({name for key in (storage, other) for name in named(key, issued(here))}) == 6


def named(storage: Storage, certificates: list[Certificate]) -> list[str]:
    from cpd_desktop.services.certificates.uploads import _name

    return [_name(storage, each) for each in certificates]


def test_what_is_there_is_not_sent_again(here: Certified, server: S3, storage: Storage) -> None:
    here.core.uploads.connect(storage)
    first = here.core.uploads.upload(Work(), issued(here)[:1], 7)
    again = here.core.uploads.upload(Work(), issued(here), 7)
    assert ([each.new for each in first], [each.new for each in again]) == (
        [True],
        [False, True, True],
    )
    assert [each.method for each in server.asked].count("PUT") == 4  # with the trial


def test_stopped_anywhere_it_goes_on_from_there(
    here: Certified, server: S3, storage: Storage
) -> None:
    here.core.uploads.connect(storage)
    chosen = issued(here)
    for after in range(len(chosen)):
        server.kept.clear()
        work = stopped(after)
        with pytest.raises(Cancelled):
            here.core.uploads.upload(work, chosen, 7)
        assert len(pages(server)) == after + 1
        again = here.core.uploads.upload(Work(), chosen, 7)
        assert [each.new for each in again].count(False) == after + 1
        assert len(pages(server)) == 3


def test_a_storage_whose_key_is_refused_is_not_remembered(
    here: Certified, storage: Storage
) -> None:
    with pytest.raises(NeedsSignIn):
        here.core.uploads.connect(replace(storage, key=Secret("wrong")))
    assert here.core.uploads.storage() is None
    with pytest.raises(NeedsSignIn, match="No online storage is set up"):
        here.core.uploads.upload(Work(), issued(here), 7)


def test_the_key_is_in_the_keychain_and_nowhere_else(
    here: Certified, storage: Storage, folder: DataFolder
) -> None:
    here.core.uploads.connect(storage)
    uploaded = here.core.uploads.upload(Work(), issued(here)[:1], 7)
    assert here.core.uploads.storage() == storage
    for path in folder.path.rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        assert SECRET.encode() not in content
        assert uploaded[0].link.partition("?")[0].encode() not in content
    here.core.uploads.disconnect()
    assert here.core.uploads.storage() is None


def test_a_link_is_good_for_a_week_at_most(here: Certified) -> None:
    for days in (0, 8, -1):
        with pytest.raises(Invalid, match="1 to 7 days"):
            here.core.uploads.upload(Work(), issued(here), days)


def test_a_time_stamped_copy_is_uploaded_where_there_is_one(
    here: Certified, server: S3, storage: Storage
) -> None:
    here.core.uploads.connect(storage)
    copies = replace(here.core.uploads, pdf=lambda each: b"%PDF- copy of " + each.number.encode())
    copies.upload(Work(), issued(here)[:1], 7)
    assert list(pages(server).values()) == [b"%PDF- copy of CPD-2026-000001"]


def test_without_the_library_nothing_is_asked_of_the_keychain(
    here: Certified, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "obstore", None)
    with pytest.raises(NotAllowed, match="not installed"):
        here.core.uploads.upload(Work(), issued(here), 7)
