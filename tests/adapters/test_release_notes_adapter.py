from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from cpd_desktop.adapters.network_log import NetworkLogFile
from cpd_desktop.adapters.release_notes import FIRST_LINE, SignedReleaseNotes, signed
from cpd_desktop.app.resources import resources
from cpd_desktop.domain.errors import NotAllowed, Unavailable
from tests.clock import FixedClock
from tests.fakes.releases import ReleaseSite, note_of, release_site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def site() -> Iterator[ReleaseSite]:
    with release_site() as made:
        yield made


@pytest.fixture
def notes(site: ReleaseSite, tmp_path: Path) -> SignedReleaseNotes:
    key = tmp_path / "release.pub"
    key.write_bytes(site.public_key)
    return SignedReleaseNotes(key, NetworkLogFile(tmp_path), FixedClock())


def test_a_signed_note_is_read_and_nothing_is_told_about_the_asker(
    site: ReleaseSite, notes: SignedReleaseNotes
) -> None:
    site.publish("0.2.0")
    assert notes.latest(site.address).version == "0.2.0"
    (asked,) = site.asked
    assert asked["user-agent"] == "CPD-Desktop"
    assert set(asked) <= {"host", "user-agent", "accept", "accept-encoding", "connection"}
    (call,) = notes.log.latest(9)
    assert (call.service, call.method, call.status) == ("Updates", "GET", 200)


def test_an_altered_note_is_refused_wherever_it_was_altered(
    site: ReleaseSite, notes: SignedReleaseNotes
) -> None:
    site.publish("0.2.0")
    whole = site.content
    for at in range(0, len(whole), 11):
        altered = bytearray(whole)
        altered[at] ^= 1
        site.content = bytes(altered)
        with pytest.raises(NotAllowed, match="was ignored"):
            notes.latest(site.address)
    for content in (b"", whole[:-1], whole + b" ", note_of(), FIRST_LINE, b"x" * 500_000):
        site.content = content
        with pytest.raises(NotAllowed):
            notes.latest(site.address)


def test_a_note_signed_by_somebody_else_or_for_something_else_is_refused(
    site: ReleaseSite, notes: SignedReleaseNotes
) -> None:
    site.content = signed(note_of(), Ed25519PrivateKey.generate())
    with pytest.raises(NotAllowed):
        notes.latest(site.address)
    bare = base64.b64encode(site.key.sign(note_of()))
    site.content = FIRST_LINE + bare + b"\n" + note_of()
    with pytest.raises(NotAllowed):
        notes.latest(site.address)


@pytest.mark.parametrize("status", [302, 404, 500])
def test_another_answer_is_no_note_and_redirects_are_not_followed(
    site: ReleaseSite, notes: SignedReleaseNotes, status: int
) -> None:
    site.publish()
    site.status = status
    with pytest.raises(Unavailable, match=f"HTTP {status}"):
        notes.latest(site.address)
    assert len(site.asked) == 1


def test_offline_is_said_in_words_and_noted(tmp_path: Path) -> None:
    with release_site() as gone:
        address = gone.address
    notes = SignedReleaseNotes(tmp_path / "key", NetworkLogFile(tmp_path), FixedClock())
    with pytest.raises(Unavailable, match="cannot be fetched"):
        notes.latest(address)
    (call,) = notes.log.latest(9)
    assert (call.status, call.outcome) == (None, "ConnectionError")


def test_the_key_that_is_shipped_is_one_and_believes_nobody_else(
    site: ReleaseSite, tmp_path: Path
) -> None:
    key = resources() / "updates" / "release.pub"
    site.publish()
    notes = SignedReleaseNotes(key, NetworkLogFile(tmp_path), FixedClock())
    with pytest.raises(NotAllowed):
        notes.latest(site.address)
