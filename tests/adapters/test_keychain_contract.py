"""What every place for secrets promises, tried on each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.keychain import OsKeychain
from cpd_desktop.adapters.vault import VaultFile
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.secret import Secret
from tests.fakes.keychain import MemoryKeychain

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.services.keychain import Keychain

NAMES = [
    "zoom/k3", "Zoom/K3", "a b", "a~b", "a~0123456789abcdef~0", "ä/ß/你", "x\ny", "%41", "…",
    "\\\"'", "..", "a\0b", "n" * 200,
]  # fmt: skip


@pytest.fixture(params=["memory", "vault", "system"])
def keychain(request: pytest.FixtureRequest, tmp_path: Path) -> Keychain:
    match request.param:
        case "memory":
            return MemoryKeychain()
        case "vault":
            return VaultFile.create(tmp_path / "vault", Secret("a long passphrase"))
        case _:
            request.getfixturevalue("secret_service")
            return OsKeychain()


class TestKeepingSecrets:
    def test_what_was_kept_comes_back(self, keychain: Keychain) -> None:
        keychain.put("zoom/k3", Secret("abc"))
        assert keychain.get("zoom/k3") == Secret("abc")

    def test_nothing_is_kept_under_an_unknown_name(self, keychain: Keychain) -> None:
        keychain.put("zoom/k3", Secret("abc"))
        assert keychain.get("zoom/k4") is None

    def test_the_latest_secret_wins_whatever_its_length(self, keychain: Keychain) -> None:
        for text in ("old", "é" * 1500, "new", "x" * 2500, "y" * 2500, ""):
            keychain.put("mail", Secret(text))
            assert keychain.get("mail") == Secret(text)

    @pytest.mark.parametrize("length", [1, 3000])
    def test_a_forgotten_secret_is_gone(self, keychain: Keychain, length: int) -> None:
        keychain.put("stripe", Secret("s" * length))
        keychain.put("mail", Secret("m"))
        keychain.forget("stripe")
        assert keychain.get("stripe") is None
        assert keychain.get("mail") == Secret("m")

    def test_forgetting_what_is_not_there_is_no_trouble(self, keychain: Keychain) -> None:
        keychain.forget("never kept")
        assert keychain.get("never kept") is None

    def test_any_writing_system_survives(self, keychain: Keychain) -> None:
        text = "pässwörd 你好 🙂 \ufeff e\u0301 \u200d \r\n\t \"'\\ "
        keychain.put("mail", Secret(text))
        assert keychain.get("mail") == Secret(text)

    def test_sixty_thousand_characters_survive(self, keychain: Keychain) -> None:
        text = "".join(chr(0x1F600 + n % 60) if n % 3 else str(n % 10) for n in range(60_000))
        keychain.put("long", Secret(text))
        assert keychain.get("long") == Secret(text)
        keychain.forget("long")
        assert keychain.get("long") is None

    def test_odd_names_are_told_apart(self, keychain: Keychain) -> None:
        for number, name in enumerate(NAMES):
            keychain.put(name, Secret(f"secret {number}"))
        kept = [keychain.get(name) for name in NAMES]
        assert kept == [Secret(f"secret {number}") for number in range(len(NAMES))]

    @pytest.mark.parametrize("text", ["a\0b", "a\ud83d", "\udc00"])
    def test_what_cannot_be_kept_everywhere_is_refused(self, keychain: Keychain, text: str) -> None:
        keychain.put("mail", Secret("old"))
        with pytest.raises(Invalid):
            keychain.put("mail", Secret(text))
        assert keychain.get("mail") == Secret("old")

    def test_it_says_where_secrets_are_kept(self, keychain: Keychain) -> None:
        assert str(keychain.state()).startswith("Secrets are kept in ")
