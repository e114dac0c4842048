from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.network_log import NetworkLogFile
from cpd_desktop.adapters.release_notes import SignedReleaseNotes
from cpd_desktop.domain.errors import Invalid, NotAllowed, Unavailable
from cpd_desktop.domain.settings import Updates as UpdateSettings
from cpd_desktop.services.updates import Updates
from tests.fakes.releases import PAGE, ReleaseSite, release_site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cpd_desktop.services.settings import Settings
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock


@dataclass
class NotedBrowser:
    opened: list[str] = field(default_factory=list)

    def open(self, address: str) -> bool:
        self.opened.append(address)
        return True


@pytest.fixture
def site() -> Iterator[ReleaseSite]:
    with release_site() as made:
        yield made


@pytest.fixture
def updates(
    folder: DataFolder, settings: Settings, clock: FixedClock, site: ReleaseSite, tmp_path: Path
) -> Updates:
    key = tmp_path / "release.pub"
    key.write_bytes(site.public_key)
    notes = SignedReleaseNotes(key, NetworkLogFile(folder.logs), clock)
    settings.put(UpdateSettings(check=True, address=site.address))
    return Updates(folder, settings, notes, NotedBrowser(), clock)


def test_a_later_version_is_news_and_its_page_is_only_opened(
    updates: Updates, site: ReleaseSite
) -> None:
    site.publish("99.0")
    note = updates.look()
    assert note is not None
    assert note.version == "99.0"
    assert updates.open_page(note)
    assert updates.browser.opened == [PAGE]  # type: ignore[attr-defined] # the one above


@pytest.mark.parametrize("version", ["0.0.1", "0.1.0"])
def test_the_same_or_an_older_version_is_no_news(
    updates: Updates, site: ReleaseSite, version: str
) -> None:
    site.publish(version)
    assert updates.look() is None


def test_an_old_note_shown_again_is_ignored(updates: Updates, site: ReleaseSite) -> None:
    site.publish("98.0", serial=3)
    old = site.content
    assert updates.look() is not None
    site.publish("99.0", serial=4)
    assert updates.look() is not None
    site.content = old
    assert updates.look() is None
    site.publish("99.0", serial=4)
    assert updates.look() is not None, "the same note stays news until it is installed"


def test_nobody_is_asked_unless_it_is_wished(
    updates: Updates, settings: Settings, site: ReleaseSite
) -> None:
    assert UpdateSettings() == UpdateSettings(check=False, address="")
    for wanted in (UpdateSettings(address=site.address), UpdateSettings(check=True)):
        settings.put(wanted)
        assert not updates.is_due()
    assert site.asked == []


def test_it_is_asked_once_a_day_at_most_even_if_nobody_answers(
    updates: Updates, site: ReleaseSite, clock: FixedClock
) -> None:
    assert updates.is_due()
    site.status = 503
    with pytest.raises(Unavailable):
        updates.look()
    assert not updates.is_due()
    clock.move(hours=23, minutes=59)
    assert not updates.is_due()
    clock.move(minutes=1)
    assert updates.is_due()


def test_a_clock_put_back_does_not_stop_it_for_good(
    updates: Updates, site: ReleaseSite, clock: FixedClock
) -> None:
    site.publish()
    updates.look()
    clock.move(days=-400)
    assert updates.is_due()


def test_a_spoilt_memory_only_asks_again(updates: Updates, folder: DataFolder) -> None:
    for content in ("", "[]", '{"asked": 1}', '{"asked": "x", "serial": 1}'):
        folder.updates.write_text(content)
        assert updates.is_due()


def test_without_an_address_it_says_what_to_enter(updates: Updates, settings: Settings) -> None:
    settings.put(UpdateSettings(check=True))
    with pytest.raises(NotAllowed, match="No address"):
        updates.look()


@pytest.mark.parametrize(
    "address", ["http://example.org/note", "ftp://example.org", "https://a@b.example/", "note"]
)
def test_only_https_or_this_computer_can_be_asked(settings: Settings, address: str) -> None:
    with pytest.raises(Invalid):
        settings.put(UpdateSettings(check=True, address=address))


def test_looking_leaves_no_entry_in_the_audit_trail(
    updates: Updates, site: ReleaseSite, settings: Settings
) -> None:
    site.publish("99.0")
    with settings.db.reading() as connection:
        query = "SELECT count(*) FROM journal"
        before = connection.exec_driver_sql(query).scalar_one()
        updates.look()
        assert connection.exec_driver_sql(query).scalar_one() == before
