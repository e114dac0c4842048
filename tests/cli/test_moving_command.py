from __future__ import annotations

import io
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from tests.cpd_here import PASSPHRASE, Cpd
from tests.fakes.releases import release_site

if TYPE_CHECKING:
    from pathlib import Path

WORDS = "nine sheep jump over"


class Typed(io.StringIO):
    """What a person types, or a script pipes in."""

    def isatty(self) -> bool:
        return False


@pytest.fixture
def cpd(on_sample: Cpd, monkeypatch: pytest.MonkeyPatch) -> Cpd:
    cheap = {"kdf": "argon2id", "memory_kib": 64, "passes": 1, "lanes": 1}
    monkeypatch.setattr("cpd_desktop.adapters.passphrases._COST", cheap)
    return on_sample


def typed(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    monkeypatch.setattr("sys.stdin", Typed(f"{words}\n"))


def test_everything_moves_to_another_laptop_with_its_signing_keys(
    cpd: Cpd, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: Any = cpd("demo")
    cpd("certificate", "issue", made["over"])
    card = cpd("certificate", "issuer", "--out", tmp_path / "a.card")
    path = tmp_path / "everything.cpdmove"
    typed(monkeypatch, WORDS)
    out = cpd("backup", "move-out", path)
    assert (out["signing_keys"], out["file"]) == (True, str(path))
    there = cpd.elsewhere("there")
    monkeypatch.setenv("CPD_VAULT_PASSPHRASE_FILE", str(tmp_path / "other"))
    (tmp_path / "other").write_text(f"{PASSPHRASE} of the other laptop\n")
    typed(monkeypatch, WORDS)
    assert there("backup", "move-in", path, "--check")["ok"]
    typed(monkeypatch, WORDS)
    moved = there("backup", "move-in", path)
    assert moved["before"] is None
    assert [each["title"] for each in there("event", "list")]
    assert there("certificate", "issuer", "--out", tmp_path / "b.card").keys() == card.keys()
    last = there("certificate", "list")[0]
    again = there("certificate", "verify", last["file"], "--issuer", tmp_path / "a.card")
    assert again["verdict"] == "valid"


def test_a_wrong_passphrase_asks_for_another_and_changes_nothing(
    cpd: Cpd, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "everything.cpdmove"
    typed(monkeypatch, WORDS)
    assert "sign in again over there" in cpd.lines("backup", "move-out", path)
    there = cpd.elsewhere("there")
    typed(monkeypatch, "ten sheep jump over")
    refused = there("backup", "move-in", path, code=3)
    assert "does not open this file" in refused["message"]
    assert not (there.folder / "cpd.db").exists()
    typed(monkeypatch, "short")
    assert "12 characters" in cpd("backup", "move-out", path, code=1)["message"]


def test_what_is_new_is_told_from_a_signed_note_only(cpd: Cpd) -> None:
    with release_site() as site:
        assert "No address" in cpd("updates", code=1)["message"]
        site.publish("99.0")
        refused = cpd("updates", "--address", site.address, code=1)
        assert "was ignored" in refused["message"], "our own key did not sign it"
        assert "https://" in cpd("updates", "--address", "http://example.org", code=1)["message"]


def test_the_doctor_says_where_the_data_lies_and_what_harms_it(cpd: Cpd) -> None:
    checks = {each["what"]: each for each in cpd("doctor")["checks"]}
    assert str(cpd.folder) in checks["data folder"]["says"]
    assert checks["place of the data"]["ok"]
    (cpd.folder / "cpd (1).db").touch()
    found = {each["what"]: each for each in cpd("doctor")["checks"]}["place of the data"]
    assert not found["ok"]
    assert "cpd (1).db" in found["says"]


def test_data_of_a_newer_version_is_left_alone_and_it_says_what_to_install(cpd: Cpd) -> None:
    with closing(sqlite3.connect(cpd.folder / "cpd.db")) as raw:
        raw.execute("PRAGMA user_version = 99")
    before = (cpd.folder / "cpd.db").read_bytes()
    refused = cpd("event", "list", code=1)
    assert refused["error"] == "NewerData"
    assert "Install the latest CPD Desktop. Nothing was changed." in refused["message"]
    assert (cpd.folder / "cpd.db").read_bytes() == before
