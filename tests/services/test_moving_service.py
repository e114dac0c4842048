from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpd_desktop.app.core import assembled, opened
from cpd_desktop.domain.errors import Conflict, Damaged, Invalid, NeedsSignIn, Unavailable
from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.settings import Provider
from cpd_desktop.services.work import Cancelled, Progress, Work
from cpd_desktop.store.folder import DataFolder
from tests.drafts import a_draft
from tests.keychains import MemoryKeychains

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cpd_desktop.services.services import Services
    from tests.clock import FixedClock

WORDS = Secret("nine sheep jump over")
TOKEN = Secret("a token of Zoom")


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    cheap = {"kdf": "argon2id", "memory_kib": 64, "passes": 1, "lanes": 1}
    monkeypatch.setattr("cpd_desktop.adapters.passphrases._COST", cheap)


@pytest.fixture
def here(folder: DataFolder, clock: FixedClock) -> Iterator[Services]:
    keychains = MemoryKeychains()
    keychains.put("zoom/grant", TOKEN)
    core = assembled(folder, "test", keychains, clock)
    core.settings.put(Provider("Northern Training Ltd"))
    core.events.add(a_draft("Wound care"))
    core.files.keep(b"a report of Zoom" * 100_000)
    yield core
    core.close()


@pytest.fixture
def there(tmp_path: Path, clock: FixedClock) -> Iterator[Services]:
    """Return the services of another computer that never opened its folder."""
    core = assembled(DataFolder(tmp_path / "there"), "test", MemoryKeychains(), clock)
    yield core
    core.close()


@pytest.fixture
def packed(here: Services, tmp_path: Path) -> Path:
    path = tmp_path / "everything.cpdmove"
    here.signing_keys.make()
    here.moving.pack(path, WORDS, Work())
    return path


def titles(core: Services) -> list[str]:
    with opened(core.folder, face="test", keychains=core.keychains, clock=core.clock) as again:  # type: ignore[arg-type] # kept in memory
        return [each.title for each in again.events.summaries(again.events.ids()).values()]


def test_everything_comes_out_on_another_computer_and_sign_ins_do_not(
    here: Services, there: Services, packed: Path
) -> None:
    told = there.moving.look(packed, WORDS, Work())
    assert (told.has_keys, told.made) == (True, here.clock.now())
    assert told.computer
    assert there.moving.unpack(packed, WORDS, Work()) is None, "there was nothing to keep"
    assert titles(there) == ["Wound care"]
    assert there.settings.get(Provider).provider == "Northern Training Ltd"
    assert list(there.files.names()) == list(here.files.names())
    name = next(there.files.names())
    assert there.files.get(name) == here.files.get(name)
    assert there.signing_keys.signer().value == here.signing_keys.signer().value
    assert there.keychains.get("zoom/grant") is None
    assert TOKEN.reveal().encode() not in packed.read_bytes()


def test_nothing_of_it_can_be_read_without_the_passphrase(packed: Path) -> None:
    content = packed.read_bytes()
    for words in (b"Northern", b"Wound", b"SQLite", b"cpd.db", b"manifest"):
        assert words not in content


def test_what_was_there_before_is_kept_as_a_backup(
    there: Services, packed: Path, clock: FixedClock
) -> None:
    with opened(there.folder, face="test", keychains=there.keychains, clock=clock) as core:  # type: ignore[arg-type] # kept in memory
        core.events.add(a_draft("Made here"))
    saved = there.moving.unpack(packed, WORDS, Work())
    assert saved is not None
    assert titles(there) == ["Wound care"]
    there.backups.restore(saved.path)
    assert titles(there) == ["Made here"]


def test_other_signing_keys_that_were_there_are_backed_up_first(
    there: Services, here: Services, packed: Path
) -> None:
    there.outside.issuer_keys.make("Somebody else")
    other = there.keychains.get("certificates/issuer")
    there.folder.make()
    there.moving.unpack(packed, WORDS, Work())
    mine = here.keychains.get("certificates/issuer")
    assert there.keychains.get("certificates/issuer") == mine
    (kept,) = there.folder.backups.glob("signing-keys-before-move_*.cpdkeys")
    there.keychains.forget("certificates/issuer")
    there.outside.issuer_keys.restore(kept, WORDS)
    assert there.keychains.get("certificates/issuer") == other


def test_moving_in_twice_ends_as_once(there: Services, packed: Path) -> None:
    there.moving.unpack(packed, WORDS, Work())
    assert there.moving.unpack(packed, WORDS, Work()) is not None
    assert titles(there) == ["Wound care"]


def test_a_keychain_that_does_not_open_changes_nothing(
    packed: Path, tmp_path: Path, clock: FixedClock
) -> None:
    none = assembled(DataFolder(tmp_path / "x"), "test", MemoryKeychains(keychain=False), clock)
    with pytest.raises(Unavailable):
        none.moving.unpack(packed, WORDS, Work())
    assert not none.folder.database.exists()
    assert not list(none.folder.path.glob(".*"))
    none.close()


def test_keys_that_signed_but_cannot_be_read_are_not_left_behind_in_silence(
    here: Services, tmp_path: Path
) -> None:
    here.signing_keys.make()
    here.keychains.forget("certificates/issuer")
    with pytest.raises(Exception, match="no signing keys"):
        here.moving.pack(tmp_path / "a.cpdmove", WORDS, Work())
    assert not (tmp_path / "a.cpdmove").exists()


def test_who_never_signed_moves_without_keys_and_without_a_keychain(
    folder: DataFolder, clock: FixedClock, tmp_path: Path, there: Services
) -> None:
    core = assembled(folder, "test", MemoryKeychains(keychain=False), clock)
    core.events.add(a_draft("Unsigned"))
    told = core.moving.pack(tmp_path / "a.cpdmove", WORDS, Work())
    core.close()
    assert not told.has_keys
    there.moving.unpack(tmp_path / "a.cpdmove", WORDS, Work())
    assert titles(there) == ["Unsigned"]


@pytest.mark.parametrize("cut", [10, 3000, 200_000, -1])
def test_a_damaged_or_cut_file_leaves_everything_as_it_was(
    there: Services, packed: Path, cut: int
) -> None:
    there.folder.make()
    packed.write_bytes(packed.read_bytes()[:cut])
    with pytest.raises(Damaged, match="Nothing was changed"):
        there.moving.unpack(packed, WORDS, Work())
    assert list(there.folder.path.iterdir()) == []


def test_a_wrong_passphrase_leaves_everything_as_it_was(there: Services, packed: Path) -> None:
    with pytest.raises(NeedsSignIn, match="does not open this file"):
        there.moving.unpack(packed, Secret("ten sheep jump over"), Work())
    assert list(there.folder.path.iterdir()) == []


def test_a_short_passphrase_is_refused(here: Services, tmp_path: Path) -> None:
    with pytest.raises(Invalid):
        here.moving.pack(tmp_path / "a.cpdmove", Secret("short"), Work())
    assert not (tmp_path / "a.cpdmove").exists()


def test_while_somebody_has_the_data_open_nothing_is_replaced(
    there: Services, packed: Path, clock: FixedClock
) -> None:
    with (
        opened(there.folder, face="test", keychains=there.keychains, clock=clock),  # type: ignore[arg-type] # kept in memory
        pytest.raises(Conflict, match="open in another"),
    ):
        there.moving.unpack(packed, WORDS, Work())
    assert titles(there) == []


def test_stopped_at_any_report_nothing_is_left(
    here: Services, there: Services, packed: Path, tmp_path: Path
) -> None:
    there.folder.make()
    before = {each.name for each in here.folder.path.iterdir()}
    for stop_at in range(1, 4):
        with pytest.raises(Cancelled):
            here.moving.pack(tmp_path / "new", WORDS, _stopping(stop_at))
    with pytest.raises(Cancelled):
        there.moving.unpack(packed, WORDS, _stopping(1))
    assert {each.name for each in tmp_path.iterdir()} == {"data", "there", packed.name}
    assert list(there.folder.path.iterdir()) == []
    assert {each.name for each in here.folder.path.iterdir()} == before


def _stopping(at: int) -> Work:
    seen = 0

    def listen(_progress: Progress) -> None:
        nonlocal seen
        seen += 1
        if seen == at:
            work.cancel()

    work = Work(listen, every=0)
    return work
