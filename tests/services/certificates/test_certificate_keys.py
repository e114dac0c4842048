"""The keys of the issuer: made once, kept, backed up, and never quietly made again."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.trust.identity_safe import IdentitySafe
from cpd_desktop.domain.certificates.issuer_card import shown_fingerprint
from cpd_desktop.domain.errors import NotAllowed, NotFound
from cpd_desktop.domain.secret import Secret
from cpd_desktop.store import glance
from cpd_desktop.store.connection import connect
from tests.certified import PROVIDER, certified
from tests.keychains import MemoryKeychains

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.store.folder import DataFolder
    from tests.certified import Certified
    from tests.clock import FixedClock


def test_a_plan_writes_nothing_and_asks_for_no_keys(here: Certified) -> None:
    before = here.core.history.latest()
    plan = here.core.certificates.plan(here.event)
    assert [each.name for each in plan.to_issue] == ["Tom Becker", "Zoë Ångström"]
    assert here.core.history.latest() == before
    with pytest.raises(NotFound):
        IdentitySafe(here.core.keychains, here.core.clock).identity()


def test_keys_are_made_once_and_never_quietly_made_again(
    folder: DataFolder, clock: FixedClock
) -> None:
    with certified(folder, clock, "Zoë", "Tom") as here:
        first, second = here.issue("Zoë").issuer, here.issue("Tom").issuer
        assert first is not None
        assert second is not None
        assert (first.made, second.made) == (True, False)
        assert first.fingerprint == second.fingerprint
        here.register("Ana")
        keychains = here.core.keychains
        assert isinstance(keychains, MemoryKeychains)
        keychains.kept.clear()
        with pytest.raises(NotFound, match="not on this computer any more"):
            here.issue("Ana")
        assert len(here.numbers()) == 2


def test_issuing_keeps_the_own_card_so_that_verifying_needs_no_keychain(here: Certified) -> None:
    issued = here.issue("Zoë Ångström")
    core = here.core
    own = core.signing_keys.own()
    assert own is not None
    assert issued.issuer is not None
    assert shown_fingerprint(own.card.fingerprint) == issued.issuer.fingerprint
    assert isinstance(core.keychains, MemoryKeychains)
    core.keychains.kept.clear()
    said = core.verifying.shown(core.certificate_register.pdf(here.of("zoe")))
    assert (str(said.verdict), said.issuer) == ("valid", "Northern Training Ltd")


def test_a_renamed_provider_is_on_the_card_and_the_backup_stays_remembered(
    here: Certified, tmp_path: Path
) -> None:
    here.issue("Zoë Ångström")
    keys = here.core.signing_keys
    keys.back_up(tmp_path / "keys", Secret("an old oak by the river"))
    here.core.settings.put(replace(PROVIDER, provider="Southern Training Ltd"))
    here.issue("Tom Becker")
    own = keys.own()
    assert own is not None
    assert own.card.provider.name == "Southern Training Ltd"
    assert own.backed_up_at is not None


def test_today_warns_of_keys_without_a_backup_once_something_was_issued(
    here: Certified, folder: DataFolder, tmp_path: Path
) -> None:
    def warned() -> bool:
        with closing(connect(folder.database, read_only=True)) as connection:
            needs = glance.today(connection, here.core.clock.now()).needs
        return "keys" in {each.kind for each in needs}

    here.core.signing_keys.make()
    assert not warned()
    here.issue("Zoë Ångström")
    assert warned()
    here.core.signing_keys.back_up(tmp_path / "keys", Secret("an old oak by the river"))
    assert not warned()


def test_whoever_lost_the_keys_and_every_backup_may_begin_with_new_ones(here: Certified) -> None:
    first = here.issue("Zoë Ångström").issuer
    core = here.core
    assert isinstance(core.keychains, MemoryKeychains)
    core.keychains.kept.clear()
    core.signing_keys.renew()
    second = here.issue("Tom Becker").issuer
    assert first is not None
    assert second is not None
    assert first.fingerprint != second.fingerprint
    said = core.verifying.shown(core.certificate_register.pdf(here.of("zoe")))
    assert str(said.verdict) == "unknown-issuer"


def test_a_clock_that_cannot_be_right_signs_nothing(here: Certified, clock: FixedClock) -> None:
    clock.at = datetime(1970, 1, 2, tzinfo=UTC)
    here.change_event(
        sessions=tuple(
            replace(each, starts=datetime(1970, 1, 1, 9, tzinfo=UTC),
                    ends=datetime(1970, 1, 1, 11, tzinfo=UTC))
            for each in here.core.events.get(here.event).sessions
        )
    )  # fmt: skip
    with pytest.raises(NotAllowed, match="clock says 1970-01-02"):
        here.issue()
    assert here.numbers() == []
