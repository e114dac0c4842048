"""The encrypted vault: what may go wrong with a file and a passphrase."""

from __future__ import annotations

import json
import stat
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpd_desktop.adapters.keychains import Keychains
from cpd_desktop.adapters.safe_file import patiently
from cpd_desktop.adapters.vault import VaultFile, vault_from_file
from cpd_desktop.domain.errors import (
    Conflict,
    CpdError,
    Damaged,
    Invalid,
    NeedsSignIn,
    NewerData,
    NotFound,
    Unavailable,
)
from cpd_desktop.domain.secret import Secret

if TYPE_CHECKING:
    from pathlib import Path

GOOD = Secret("a long passphrase")
FIFTY = """
import sys
from pathlib import Path
from cpd_desktop.adapters.vault import VaultFile
from cpd_desktop.domain.secret import Secret
vault = VaultFile.open(Path(sys.argv[1]), Secret("a long passphrase"))
print("open", flush=True)
sys.stdin.readline()
for number in range(50):
    vault.put(f"{sys.argv[2]}/{number}", Secret(f"{sys.argv[2]} {number}"))
"""
NO_ROOM = """
import resource, sys
from pathlib import Path
from cpd_desktop.adapters.vault import VaultFile
from cpd_desktop.domain.errors import CpdError
from cpd_desktop.domain.secret import Secret
vault = VaultFile.open(Path(sys.argv[1]), Secret("a long passphrase"))
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    vault.put("big", Secret("x" * 9000))
except CpdError as error:
    print(type(error).__name__, error)
print(vault.get("mail").reveal(), vault.get("big"))
"""


@pytest.fixture
def vault(tmp_path: Path) -> VaultFile:
    made = VaultFile.create(tmp_path / "data" / "vault", GOOD)
    made.put("mail", Secret("the mail password"))
    return made


def test_a_vault_opens_again_with_its_passphrase(vault: VaultFile) -> None:
    assert VaultFile.open(vault.path, GOOD).get("mail") == Secret("the mail password")


def test_the_same_passphrase_typed_on_another_system_opens_it(tmp_path: Path) -> None:
    VaultFile.create(tmp_path / "vault", Secret("caf\u00e9 au lait noir")).put("a", Secret("b"))
    typed = Secret("cafe\u0301 au lait noir")
    assert VaultFile.open(tmp_path / "vault", typed).get("a") == Secret("b")


def test_nothing_in_the_file_or_a_repr_tells_a_secret(vault: VaultFile) -> None:
    for file in vault.path.parent.iterdir():
        assert b"mail" not in file.read_bytes()
    assert "key" not in repr(vault)
    header, _, _ = vault.path.read_bytes().partition(b"\n")
    assert json.loads(header) | {"salt": ""} == {
        "vault": 1, "kdf": "argon2id", "memory_kib": 65536, "passes": 3, "lanes": 4, "salt": "",
    }  # fmt: skip


def test_no_two_writings_are_alike(vault: VaultFile) -> None:
    seen = set()
    for _ in range(5):
        vault.put("mail", Secret("the mail password"))
        seen.add(vault.path.read_bytes())
    assert len(seen) == 5


@pytest.mark.skipif(sys.platform == "win32", reason="modes are of the other systems")
def test_only_its_owner_can_read_it(vault: VaultFile) -> None:
    for file in vault.path.parent.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_wrong_passphrase_is_not_told_apart_from_an_altered_file(vault: VaultFile) -> None:
    with pytest.raises(NeedsSignIn, match="Either the passphrase is wrong or the vault file was"):
        VaultFile.open(vault.path, Secret("another passphrase"))
    content = bytearray(vault.path.read_bytes())
    content[-1] ^= 1
    vault.path.write_bytes(content)
    with pytest.raises(NeedsSignIn, match="Either the passphrase is wrong or the vault file was"):
        VaultFile.open(vault.path, GOOD)
    with pytest.raises(Damaged):
        vault.get("mail")
    with pytest.raises(Damaged):
        vault.put("new", Secret("n"))
    assert vault.path.read_bytes() == content
    assert str(vault.state()) == "The vault file is damaged."


def test_a_short_passphrase_is_refused(vault: VaultFile, tmp_path: Path) -> None:
    with pytest.raises(Invalid, match="at least 12 characters"):
        VaultFile.create(tmp_path / "other", Secret("elevenchars"))
    assert not (tmp_path / "other").exists()
    with pytest.raises(Invalid):
        vault.change_passphrase(GOOD, Secret("elevenchars"))


def test_an_existing_vault_is_not_overwritten(vault: VaultFile) -> None:
    with pytest.raises(Conflict):
        VaultFile.create(vault.path, Secret("another passphrase"))
    assert vault.get("mail") == Secret("the mail password")


def test_a_changed_passphrase_locks_everybody_else_out(vault: VaultFile) -> None:
    with pytest.raises(NeedsSignIn):
        vault.change_passphrase(Secret("wrong passphrase"), Secret("a new passphrase"))
    new = vault.change_passphrase(GOOD, Secret("a new passphrase"))
    assert new.get("mail") == Secret("the mail password")
    with pytest.raises(NeedsSignIn, match="was changed in the meantime"):
        vault.put("mail", Secret("lost"))
    with pytest.raises(NeedsSignIn):
        VaultFile.open(vault.path, GOOD)
    again = VaultFile.open(vault.path, Secret("a new passphrase"))
    assert again.get("mail") == Secret("the mail password")


def test_a_vault_of_a_later_version_is_left_alone(vault: VaultFile) -> None:
    content = vault.path.read_bytes().replace(b'"vault": 1', b'"vault": 2')
    vault.path.write_bytes(content)
    for call in (lambda: VaultFile.open(vault.path, GOOD), lambda: vault.put("a", Secret("b"))):
        with pytest.raises(NewerData, match="later version"):
            call()
    assert vault.path.read_bytes() == content


def test_a_vanished_vault_is_missed(vault: VaultFile) -> None:
    vault.path.unlink()
    with pytest.raises(NotFound, match="Create one in Settings"):
        vault.get("mail")
    with pytest.raises(NotFound):
        vault.put("mail", Secret("m"))
    assert not vault.path.exists()
    assert str(vault.state()) == "There is no encrypted vault in the data folder."


def test_a_truncated_vault_is_never_taken_for_a_whole_one(vault: VaultFile) -> None:
    content = vault.path.read_bytes()
    for length in range(len(content)):
        vault.path.write_bytes(content[:length])
        with pytest.raises(Damaged):
            vault.get("mail")


COST = {
    "vault": 1,
    "kdf": "argon2id",
    "memory_kib": 256,
    "passes": 3,
    "lanes": 4,
    "salt": "AAAA" * 4,
}


@pytest.mark.parametrize(
    "header",
    [b"", b"{}", b"[]", b"7", b"\xff", b"[" * 100_000]
    + [
        json.dumps(COST | wrong).encode()
        for wrong in (
            {"vault": "1"},
            {"vault": 0},
            {"kdf": "md5"},
            {"memory_kib": (1 << 20) + 1},
            {"passes": 17},
            {"memory_kib": None},
            {"passes": 0},
            {"lanes": 17},
            {"salt": "!"},
            {"salt": 7},
            {"salt": "AAAA"},
        )
    ],
)
def test_a_nonsense_header_is_damage(tmp_path: Path, header: bytes) -> None:
    (tmp_path / "vault").write_bytes(json.dumps(COST).encode() + b"\n" + b"x" * 60)
    with pytest.raises(NeedsSignIn):
        VaultFile.open(tmp_path / "vault", GOOD)
    (tmp_path / "vault").write_bytes(header + b"\n" + b"x" * 60)
    with pytest.raises(Damaged):
        VaultFile.open(tmp_path / "vault", GOOD)


@pytest.mark.slow
@given(place=st.integers(min_value=0), flip=st.integers(min_value=1, max_value=255))
@settings(max_examples=25, deadline=None)
def test_no_altered_byte_goes_unnoticed(
    tmp_path_factory: pytest.TempPathFactory, place: int, flip: int
) -> None:
    made = VaultFile.create(tmp_path_factory.mktemp("vault") / "vault", GOOD)
    content = bytearray(made.path.read_bytes())
    content[place % len(content)] ^= flip
    made.path.write_bytes(content)
    with pytest.raises(CpdError) as caught:
        VaultFile.open(made.path, GOOD)
    assert isinstance(caught.value, (NeedsSignIn, Damaged, NewerData))


def test_two_processes_lose_nothing_of_each_other(vault: VaultFile, spawn: Any) -> None:
    writers = [spawn(FIFTY, str(vault.path), who, stdin=subprocess.PIPE) for who in ("a", "b")]
    for writer in writers:
        assert writer.stdout.readline() == "open\n"
    for writer in writers:
        writer.stdin.write("go\n")
        writer.stdin.flush()
    for writer in writers:
        assert writer.communicate(timeout=60) == ("", "")
    kept = [vault.get(f"{who}/{n}") for who in ("a", "b") for n in range(50)]
    assert kept == [Secret(f"{who} {n}") for who in ("a", "b") for n in range(50)]
    assert vault.get("mail") == Secret("the mail password")


@pytest.mark.skipif(sys.platform == "win32", reason="the limit is of the other systems")
def test_a_full_disk_leaves_the_old_vault(vault: VaultFile, spawn: Any) -> None:
    out, err = spawn(NO_ROOM, str(vault.path)).communicate(timeout=60)
    assert out.startswith("Unavailable The vault could not be written: File too large.")
    assert out.endswith("the mail password None\n")
    assert err == ""
    assert sorted(file.name for file in vault.path.parent.iterdir()) == ["vault", "vault.lock"]


def test_leftovers_of_a_crash_are_no_trouble(vault: VaultFile) -> None:
    vault.path.with_name("vault.new").write_bytes(b"half")
    vault.put("mail", Secret("new"))
    assert VaultFile.open(vault.path, GOOD).get("mail") == Secret("new")
    assert not vault.path.with_name("vault.new").exists()


class TestAPassphraseFile:
    @pytest.mark.parametrize("end", ["", "\n", "\r\n"])
    def test_it_opens_the_vault_without_a_person(self, vault: VaultFile, end: str) -> None:
        file = vault.path.with_name("passphrase")
        file.write_bytes(f"a long passphrase{end}".encode())
        file.chmod(0o600)
        opened = vault_from_file(vault.path, file)
        assert opened.get("mail") == Secret("the mail password")

    def test_only_one_end_of_line_is_dropped(self, vault: VaultFile) -> None:
        file = vault.path.with_name("passphrase")
        file.write_bytes(b"a long passphrase\n\n")
        file.chmod(0o600)
        with pytest.raises(NeedsSignIn):
            vault_from_file(vault.path, file)

    @pytest.mark.skipif(sys.platform == "win32", reason="modes are of the other systems")
    def test_one_that_others_can_read_opens_with_a_warning(
        self, vault: VaultFile, caplog: pytest.LogCaptureFixture
    ) -> None:
        file = vault.path.with_name("passphrase")
        file.write_bytes(b"a long passphrase\n")
        file.chmod(0o644)
        vault_from_file(vault.path, file)
        assert "chmod 600" in caplog.text

    def test_it_makes_the_vault_that_is_not_there_yet(self, tmp_path: Path) -> None:
        file = tmp_path / "passphrase"
        file.write_bytes(b"another long passphrase\n")
        file.chmod(0o600)
        vault_from_file(tmp_path / "new", file).put("mail", Secret("kept"))
        assert vault_from_file(tmp_path / "new", file).get("mail") == Secret("kept")

    def test_one_that_is_missing_or_no_text_is_told(self, vault: VaultFile) -> None:
        file = vault.path.with_name("passphrase")
        with pytest.raises(Unavailable, match="cannot be read: No such file"):
            vault_from_file(vault.path, file)
        file.write_bytes(b"\xff\xfe")
        file.chmod(0o600)
        with pytest.raises(Invalid, match="not text in UTF-8"):
            vault_from_file(vault.path, file)


def test_a_scanner_that_holds_the_file_for_a_moment_is_waited_for() -> None:
    refusals = [PermissionError(), PermissionError()]

    def rename() -> str:
        if refusals:
            raise refusals.pop()
        return "done"

    assert patiently(rename, patience=30) == "done"
    with pytest.raises(PermissionError):
        patiently(lambda: (_ for _ in ()).throw(PermissionError()), patience=0)


def test_a_portable_folder_keeps_its_secrets_in_a_vault_and_in_no_keychain(tmp_path: Path) -> None:
    keychains = Keychains(tmp_path / "vault", is_portable=True)
    with pytest.raises(Unavailable, match="portable here"):
        keychains.put("zoom", Secret("token"))
    assert "portable here" in str(keychains.state())
    keychains.make_vault(Secret("nine sheep jump over"))
    keychains.put("zoom", Secret("token"))
    assert Keychains(tmp_path / "vault", is_portable=True).has_vault
    assert keychains.get("zoom") == Secret("token")
