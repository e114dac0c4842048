from __future__ import annotations

import pytest

from cpd_desktop.domain.errors import Invalid, NeedsSignIn, Unavailable
from cpd_desktop.domain.secret import Secret
from cpd_desktop.services.safekeeping import Place, look, try_out
from tests.keychains import LOCKED, NONE, MemoryKeychains


def test_a_keychain_that_answers_is_ready() -> None:
    assert look(MemoryKeychains()).place is Place.READY


def test_a_computer_without_a_keychain_is_told_so_in_its_words() -> None:
    seen = look(MemoryKeychains(keychain=False))
    assert (seen.place, seen.says) == (Place.MISSING, NONE)


def test_a_locked_vault_is_not_taken_for_a_missing_one() -> None:
    keychains = MemoryKeychains(keychain=False)
    keychains.make_vault(Secret("twelve letters"))
    assert look(keychains).place is Place.READY
    keychains.lock()
    assert (look(keychains).place, look(keychains).says) == (Place.LOCKED, LOCKED)


def test_trying_leaves_nothing_behind() -> None:
    keychains = MemoryKeychains()
    try_out(keychains)
    assert keychains.kept == {}


def test_a_keychain_that_forgets_is_found_out() -> None:
    keychains = MemoryKeychains()
    keychains.forgetful = True
    with pytest.raises(Unavailable, match="did not give back"):
        try_out(keychains)
    assert keychains.kept == {}


def test_trying_a_locked_vault_asks_to_sign_in() -> None:
    keychains = MemoryKeychains(keychain=False)
    with pytest.raises(Invalid):
        keychains.make_vault(Secret("short"))
    keychains.make_vault(Secret("twelve letters"))
    keychains.lock()
    with pytest.raises(NeedsSignIn):
        try_out(keychains)
