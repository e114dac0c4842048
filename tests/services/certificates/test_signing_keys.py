from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain import settings
from cpd_desktop.domain.certificates.status_list import Ended, Ending
from cpd_desktop.domain.errors import Conflict, Invalid, NeedsSignIn, NotFound, Unavailable
from cpd_desktop.domain.secret import Secret
from cpd_desktop.services.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.adapters.trust.identity_safe import IdentitySafe
    from cpd_desktop.services.certificates.signing_keys import SigningKeys
    from cpd_desktop.services.certificates.trust import Trust
    from cpd_desktop.store.database import Database
    from tests.clock import FixedClock

PASSPHRASE = Secret("an old oak by the river")


def test_keys_are_made_once_and_the_card_is_known_without_the_keychain(
    keys: SigningKeys, safe: IdentitySafe
) -> None:
    assert keys.own() is None
    made = keys.make().value
    assert keys.make().value.card.fingerprint == made.card.fingerprint
    safe.keychain.forget("certificates/issuer")
    own = keys.own()
    assert own is not None
    assert (own.card.fingerprint, own.card.provider.name) == (
        made.card.fingerprint, "Acme CPD Ltd",
    )  # fmt: skip


def test_keys_need_the_name_of_a_provider(keys: SigningKeys, db: Database) -> None:
    Settings(db).put(settings.Provider())
    with pytest.raises(Invalid, match="who you are"):
        keys.make()
    assert not keys.keys.are_there()


def test_keys_whose_card_was_not_kept_are_found_again(
    keys: SigningKeys, safe: IdentitySafe
) -> None:
    safe.make("Acme CPD Ltd")  # and then the power went
    made = keys.make().value
    assert made.card.fingerprint == safe.identity().token.fingerprint


def test_a_backup_is_remembered_until_there_are_new_keys(
    keys: SigningKeys, tmp_path: Path, clock: FixedClock
) -> None:
    with pytest.raises(NotFound):
        keys.back_up(tmp_path / "keys.backup", PASSPHRASE)
    assert keys.make().value.backed_up_at is None
    keys.back_up(tmp_path / "keys.backup", PASSPHRASE)
    own = keys.own()
    assert own is not None
    assert own.backed_up_at == clock.now()
    with pytest.raises(Conflict):
        keys.back_up(tmp_path / "keys.backup", PASSPHRASE)
    renewed = keys.renew().value
    assert renewed.backed_up_at is None
    assert renewed.card.continues(own.card)


def test_keys_come_back_from_a_backup_on_another_computer(
    keys: SigningKeys, safe: IdentitySafe, tmp_path: Path
) -> None:
    made = keys.make().value
    keys.back_up(tmp_path / "keys.backup", PASSPHRASE)
    safe.keychain.forget("certificates/issuer")
    with pytest.raises(NeedsSignIn):
        keys.restore(tmp_path / "keys.backup", Secret("a new birch by the river"))
    restored = keys.restore(tmp_path / "keys.backup", PASSPHRASE).value
    assert restored.card.fingerprint == made.card.fingerprint
    assert restored.backed_up_at is not None


def test_the_page_knows_the_card_and_says_what_does_not_count(
    keys: SigningKeys, trust: Trust, ended: dict[str, Ending], tmp_path: Path
) -> None:
    keys.make()
    ended["CPD-2026-000001"] = Ending(Ended.REVOKED)
    page, card, revoked = keys.write_page(tmp_path / "web")
    assert "Content-Security-Policy" in page.read_text("utf-8")
    read = trust.card(card.read_bytes())
    assert list(trust.status_list(revoked.read_bytes(), read).endings) == ["CPD-2026-000001"]


def test_the_card_says_what_the_settings_say_today(
    keys: SigningKeys, trust: Trust, db: Database, tmp_path: Path
) -> None:
    keys.make()
    Settings(db).put(settings.Provider("Acme Learning", "2 High Street"))
    keys.write_card(tmp_path / "issuer.card")
    card = trust.card((tmp_path / "issuer.card").read_bytes())
    assert (card.provider.name, card.provider.address) == ("Acme Learning", "2 High Street")


def test_a_folder_that_takes_no_files_is_said(keys: SigningKeys, tmp_path: Path) -> None:
    keys.make()
    (tmp_path / "web").write_text("a file where the folder should be")
    with pytest.raises(Unavailable, match="could not be written"):
        keys.write_page(tmp_path / "web")
