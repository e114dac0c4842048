"""`cpd certificate verify` and what it rests on: from the demo to the page in a browser."""

from __future__ import annotations

import io
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.adapters.trust.certificates import certified
from tests.adapters.trust.chromium import chromium

if TYPE_CHECKING:
    from tests.cpd_here import Cpd

VERDICT = "(each => each.hidden ? null : each.dataset.verdict)(document.getElementById('answer'))"

pytestmark = pytest.mark.slow

SECRET = "an old oak by the river"


@pytest.fixture
def cpd(on_sample: Cpd) -> Cpd:
    return on_sample


def issue(cpd: Cpd, count: int = 1) -> list[Any]:
    """Issue to the first few of the sample, and return what was issued."""
    plan = cpd("certificate", "issue", 2, "--dry-run")
    to = ",".join(each["reference"] for each in plan["issued"][:count])
    issued: list[Any] = cpd("certificate", "issue", 2, "--to", to)["issued"]
    return issued


def printed(file: str, path: Path) -> Path:
    """Write the first page as a picture of 150 dots to the inch, as a scanner would."""
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

    document = PdfDocument(Path(file).read_bytes())
    document[0].render(scale=150 / 72).to_pil().save(path)
    document.close()
    return path


def token_in(picture: Path) -> str:
    from PIL import Image
    from zxingcpp import read_barcodes

    (code,) = read_barcodes(Image.open(picture))
    return code.text


def test_what_was_issued_is_valid_and_every_changed_byte_is_noticed(
    cpd: Cpd, tmp_path: Path
) -> None:
    (issued,) = issue(cpd)
    pdf = Path(issued["file"]).read_bytes()
    said = cpd("certificate", "verify", issued["file"])
    assert (said["verdict"], said["name"], said["number"]) == (
        "valid",
        issued["name"],
        issued["number"],
    )
    assert said["credit"]
    assert said["issuer"]
    assert all(each["ok"] for each in said["checks"])
    assert any("independent" in each["says"] for each in said["checks"])
    altered = tmp_path / "altered.pdf"
    for at in (40, len(pdf) // 4, len(pdf) // 2, len(pdf) * 3 // 4, len(pdf) - 3):
        changed = bytearray(pdf)
        changed[at] ^= 1
        altered.write_bytes(changed)
        assert cpd("certificate", "verify", altered, code=1)["verdict"] == "altered", at
    altered.write_bytes(pdf + b"\n")
    assert cpd("certificate", "verify", altered, code=1)["verdict"] == "altered"
    words = cpd.lines("certificate", "verify", issued["file"])
    assert words.startswith("Valid: issued by")
    assert f"? Whether the person who shows it is {issued['name']}." in words


def test_a_scan_and_the_code_on_it_are_as_good_as_the_file(cpd: Cpd, tmp_path: Path) -> None:
    (issued,) = issue(cpd)
    scan = printed(issued["file"], tmp_path / "scan.png")
    assert cpd("certificate", "verify", scan)["number"] == issued["number"]
    token = token_in(scan)
    said = cpd("certificate", "verify", token)
    assert (said["verdict"], said["name"]) == ("valid", issued["name"])
    wrong = token[:-9] + ("0" if token[-9] != "0" else "1") + token[-8:]
    assert cpd("certificate", "verify", wrong, code=1)["verdict"] == "altered"
    assert cpd("certificate", "verify", "hello", code=1)["verdict"] == "not-a-certificate"
    cpd("certificate", "verify", tmp_path / "missing.pdf", code=1)


def test_revoked_and_replaced_ones_say_so_at_once(cpd: Cpd) -> None:
    first, second = issue(cpd, 2)
    cpd("certificate", "revoke", first["number"], "--why", "Issued in error")
    said = cpd("certificate", "verify", first["file"], code=1)
    assert (said["verdict"], said["number"]) == ("revoked", first["number"])
    new = cpd("certificate", "replace", second["number"], "--why", "Name corrected")
    said = cpd("certificate", "verify", second["file"], code=1)
    assert (said["verdict"], said["replaced_by"]) == ("replaced", new["number"])
    assert cpd("certificate", "verify", new["file"])["verdict"] == "valid"
    assert f"replaced by {new['number']}" in cpd.lines(
        "certificate", "verify", second["file"], code=1
    )


def test_somebody_else_needs_the_card_and_hears_of_the_end_from_the_list(
    cpd: Cpd, tmp_path: Path
) -> None:
    (issued,) = issue(cpd)
    file, there = issued["file"], cpd.elsewhere("auditor")
    card = tmp_path / "issuer.card"
    told = cpd("certificate", "issuer", "--out", card)
    assert told["shown"].replace(" ", "").lower() == told["fingerprint"][:32]
    assert there("certificate", "verify", file, code=1)["verdict"] == "unknown-issuer"
    assert there("certificate", "verify", file, "--issuer", card)["verdict"] == "valid"
    assert there("certificate", "verify", file, code=1)["verdict"] == "unknown-issuer"
    (known,) = there("certificate", "issuers", "--add", card)
    assert (known["issuer"], known["own"], known["list_dated"]) == (told["issuer"], False, None)
    assert there("certificate", "verify", file)["verdict"] == "valid"
    cpd("certificate", "revoke", issued["number"], "--why", "Issued in error")
    assert there("certificate", "verify", file)["verdict"] == "valid"
    web = tmp_path / "web"
    assert {Path(each).name for each in cpd("certificate", "verify-page", "--out", web)["files"]} \
        == {"verify.html", "issuer.card", "revoked.list"}  # fmt: skip
    (known,) = there("certificate", "issuers", "--list", web / "revoked.list")
    assert known["list_dated"]
    assert there("certificate", "verify", file, code=1)["verdict"] == "revoked"
    assert "list of " in there.lines("certificate", "issuers")
    assert there("certificate", "issuers", "--forget", known["id"]) == []
    assert there("certificate", "verify", file, code=1)["verdict"] == "unknown-issuer"


def test_the_keys_are_told_backed_up_lost_and_restored(
    cpd: Cpd, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cpd("certificate", "keys", code=1)
    cpd("certificate", "issuer", code=1)
    issue(cpd)
    told = cpd("certificate", "keys")
    assert (told["backed_up_at"], told["keys"]) == (None, 1)
    assert "not backed up" in cpd.lines("certificate", "keys")
    backup = tmp_path / "keys.backup"
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{SECRET}\n"))
    assert cpd("certificate", "keys", "--back-up", backup)["backed_up_at"]
    monkeypatch.setattr("sys.stdin", io.StringIO("short\n"))
    cpd("certificate", "keys", "--back-up", tmp_path / "other.backup", code=1)

    (cpd.folder / "vault").unlink()
    plan = cpd("certificate", "issue", 2, "--dry-run")
    cpd("certificate", "issue", 2, "--to", plan["issued"][0]["reference"], code=1)
    assert "not backed up" not in cpd.lines("certificate", "keys")
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{SECRET}\n"))
    again = cpd("certificate", "keys", "--restore", backup)
    assert again["fingerprint"] == told["fingerprint"]
    cpd("certificate", "issue", 2, "--to", plan["issued"][0]["reference"])

    renewed = cpd("certificate", "keys", "--renew")
    assert (renewed["keys"], renewed["backed_up_at"]) == (2, None)
    assert renewed["fingerprint"] != told["fingerprint"]
    for issued in cpd("certificate", "list", 2):
        assert cpd("certificate", "verify", issued["file"])["verdict"] == "valid"


def test_a_certificate_of_ones_own_signs_from_then_on(
    cpd: Cpd, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12

    issue(cpd)
    key = ec.generate_private_key(ec.SECP256R1())
    leaf, root = certified(key, datetime.now(UTC))
    packed = pkcs12.serialize_key_and_certificates(
        b"own", key, leaf, [root], BestAvailableEncryption(b"secret")
    )
    (tmp_path / "own.p12").write_bytes(packed)
    monkeypatch.setattr("sys.stdin", io.StringIO("wrong\n"))
    cpd("certificate", "keys", "--p12", tmp_path / "own.p12", code=1)
    monkeypatch.setattr("sys.stdin", io.StringIO("secret\n"))
    cpd("certificate", "keys", "--p12", tmp_path / "own.p12")
    issue(cpd, 2)
    listed = cpd("certificate", "list", 2)
    assert len(listed) == 3
    for each in listed:
        assert cpd("certificate", "verify", each["file"])["verdict"] == "valid"


@pytest.mark.skipif(not shutil.which("chromium"), reason="needs chromium")
def test_the_page_reads_the_code_in_a_browser_without_a_network(cpd: Cpd, tmp_path: Path) -> None:
    first, second = issue(cpd, 2)
    cpd("certificate", "revoke", second["number"], "--why", "Issued in error")
    cpd("certificate", "verify-page", "--out", tmp_path / "web")
    token = token_in(printed(first["file"], tmp_path / "scan.png"))
    with chromium(tmp_path / "profile") as page:
        page.open((tmp_path / "web" / "verify.html").as_uri())
        page.value("document.getElementById('shown').focus()")
        page.write(token)
        page.value("document.getElementById('ask').requestSubmit()")
        assert page.until(VERDICT) == "valid"
        assert first["name"] in page.value("document.getElementById('claims').textContent")
        page.open((tmp_path / "web" / "verify.html").as_uri())
        page.choose("#file", Path(second["file"]))
        assert page.until(VERDICT) == "revoked"
        assert [each for each in page.requests if not each.startswith(("file:", "about:"))] == []
