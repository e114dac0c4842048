"""`cpd certificate …` on sample data, from the plan to the statement."""

from __future__ import annotations

import hashlib
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import requests

from tests.fakes.s3 import BUCKET, KEY_ID, REGION, SECRET, s3
from tests.fakes.time_stamps import NAME, time_stamp_service

if TYPE_CHECKING:
    from tests.cpd_here import Cpd


@pytest.fixture
def cpd(on_sample: Cpd) -> Cpd:
    return on_sample


def test_an_event_of_the_sample_is_issued_corrected_revoked_and_exported(
    cpd: Cpd, tmp_path: Path
) -> None:
    plan = cpd("certificate", "issue", 2, "--dry-run")
    assert len(plan["issued"]) == 33
    assert plan["missing"] == []
    assert cpd("certificate", "list") == []
    two = ",".join(each["reference"] for each in plan["issued"][:2])
    first = cpd("certificate", "issue", 2, "--to", two)
    assert [each["number"] for each in first["issued"]] == ["CPD-2026-000001", "CPD-2026-000002"]
    assert first["issuer"]["new"] is True
    again = cpd("certificate", "issue", 2, "--to", two)
    assert (again["issued"], [each["number"] for each in again["already"]]) == (
        [],
        ["CPD-2026-000001", "CPD-2026-000002"],
    )

    new = cpd("certificate", "replace", "CPD-2026-000001", "--why", "Name corrected")
    assert (new["number"], new["replaces"]) == ("CPD-2026-000003", "CPD-2026-000001")
    assert cpd("certificate", "revoke", new["number"], "--why", "In error")["status"] == "revoked"
    cpd("certificate", "revoke", new["number"], "--why", "Again", code=1)
    listed = cpd("certificate", "list", 2)
    assert [(each["number"][-1], each["status"], each["replaced_by"]) for each in listed] == [
        ("1", "replaced", "CPD-2026-000003"),
        ("2", "issued", None),
        ("3", "revoked", None),
    ]
    for each in listed:
        content = Path(each["file"]).read_bytes()
        assert content.startswith(b"%PDF-")
        assert hashlib.sha256(content).hexdigest() == each["sha256"]

    (exported,) = cpd("certificate", "export", 2, "--out", tmp_path / "out")
    assert Path(exported["file"]).read_bytes() == Path(listed[1]["file"]).read_bytes()
    assert exported["name"] in Path(exported["file"]).name
    cpd("certificate", "export", 2, "--out", tmp_path / "out.zip", "--all")
    with zipfile.ZipFile(tmp_path / "out.zip") as packed:
        assert len(packed.namelist()) == 3

    found = cpd("certificate", "list", "--search", exported["name"])
    assert exported["number"] in {each["number"] for each in found}
    person = cpd("person", "list", "--search", exported["name"])[0]["id"]
    told = cpd("certificate", "statement", person, "--from", "2020-01-01", "--to", "2099-12-31",
               "--out", tmp_path / "statement.pdf")  # fmt: skip
    assert Path(told["file"]).stat().st_size == told["size"]
    cpd("certificate", "statement", person, "--from", "2020", "--to", "x", "--out", "y", code=1)


def test_people_read_what_was_issued_and_that_the_keys_want_a_backup(cpd: Cpd) -> None:
    one = cpd("certificate", "issue", 2, "--dry-run")["issued"][0]["reference"]
    assert "nothing was done" in cpd.lines("certificate", "issue", 2, "--dry-run")
    said = cpd.lines("certificate", "issue", 2, "--to", one)
    assert "1 certificates issued" in said
    assert "Back up the signing keys" in said
    assert "CPD-2026-000001" in cpd.lines("certificate", "list", 2)
    assert "attendance" in cpd.lines("certificate", "templates")
    trashed = cpd.lines("event", "trash", 1, 2).splitlines()
    assert trashed[-1] == (
        "2  stays: The whole event, for 1 certificate: what was issued must stay provable."
    )
    assert sum("stays:" in line for line in trashed) == 1


def test_what_the_body_wants_is_named_and_told_by_the_command(cpd: Cpd) -> None:
    cpd("event", "change", 2, "--preset", "nasba", "--minimum", "80%")
    cpd("attendance", "rule", 2, "--set", "interactions_per_credit=0")
    refused = cpd("certificate", "issue", 2, code=4)
    assert refused["issued"] == []
    missing = {(each["field"], each["where"]) for each in refused["missing"]}
    assert missing == {
        ("accreditor_statement", "event credit"),
        ("category", "event credit"),
        ("statement", "event credit"),
    }
    (line,) = cpd("event", "credit", 2, "--category", "Ethics", "--statement", "Granted.",
                  "--approved", "2020-01-01:2020-12-31",
                  "--provider-number", "108 204")  # fmt: skip
    assert line["provider_number"] == "108 204"
    assert (line["category"], line["approved_until"]) == ("Ethics", "2020-12-31")
    (late,) = cpd("certificate", "issue", 2, "--dry-run")["missing"]
    assert late["field"] == "approval"
    cpd("event", "credit", 2, "--approved", "none")
    assert cpd("certificate", "issue", 2, "--dry-run")["missing"] == []
    cpd("event", "credit", 2, "--line", "no such", code=1)
    cpd("event", "credit", 2, "--approved", "soon", code=1)


def test_the_provider_and_who_signs_are_told_by_the_command(cpd: Cpd, tmp_path: Path) -> None:
    from PIL import Image

    picture = tmp_path / "signature.png"
    Image.new("RGBA", (300, 100), (0, 0, 90, 200)).save(picture)
    told = cpd("provider", "--name", "Acme", "--signatory", "Ana Ruiz", "--expires", 12,
               "--signature", picture, "--pattern", "A-{year}-{number:03}")  # fmt: skip
    assert (told["name"], told["signatory"], told["signature"]) == ("Acme", "Ana Ruiz", True)
    cpd("provider", "--pattern", "A", code=1)
    one = cpd("certificate", "issue", 2, "--dry-run")["issued"][0]["reference"]
    (issued,) = cpd("certificate", "issue", 2, "--to", one)["issued"]
    assert issued["number"] == "A-2026-001"


def test_time_stamps_are_added_told_and_exported_by_the_command(cpd: Cpd, tmp_path: Path) -> None:
    one = cpd("certificate", "issue", 2, "--dry-run")["issued"][0]["reference"]
    (issued,) = cpd("certificate", "issue", 2, "--to", one)["issued"]
    cpd("certificate", "time-stamp", 2, code=1)
    with time_stamp_service(datetime(2026, 11, 21, 9, tzinfo=UTC)) as service:
        assert cpd("provider", "--time-stamps", service.address)["time_stamps"] == service.address
        (told,) = cpd("certificate", "time-stamp", 2)
        assert "0 time stamps added" in cpd.lines("certificate", "time-stamp", 2)
    stamp = {"authority": NAME, "at": "2026-11-21T09:00:00+00:00"}
    assert told == {
        "number": issued["number"], "new": True, "level": "PAdES B-T", "time_stamp": stamp,
    }  # fmt: skip
    (listed,) = cpd("certificate", "list", 2)
    assert (listed["level"], listed["time_stamp"]) == ("PAdES B-T", stamp)
    plain, copy = (
        Path(cpd("certificate", "export", 2, "--out", tmp_path / name, *more)[0]["file"])
        for name, *more in (["plain"], ["copies", "--time-stamped"])
    )
    assert hashlib.sha256(plain.read_bytes()).hexdigest() == listed["sha256"]
    assert copy.read_bytes().startswith(plain.read_bytes())


def test_a_badge_is_written_with_a_proof_by_the_command(cpd: Cpd, tmp_path: Path) -> None:
    pytest.importorskip("pyld", reason="needs PyLD")
    one = cpd("certificate", "issue", 2, "--dry-run")["issued"][0]["reference"]
    (issued,) = cpd("certificate", "issue", 2, "--to", one)["issued"]
    told = cpd("certificate", "badge", issued["number"], "--out", tmp_path / "badge.json")
    badge = json.loads(Path(told["file"]).read_text("utf-8"))
    assert badge["proof"]["cryptosuite"] == "eddsa-rdfc-2022"
    assert badge["credentialSubject"]["licenseNumber"] == issued["number"]


def test_certificates_are_put_online_by_the_command(cpd: Cpd, tmp_path: Path) -> None:
    pytest.importorskip("obstore", reason="needs obstore")
    plan = cpd("certificate", "issue", 2, "--dry-run")["issued"][:2]
    cpd("certificate", "issue", 2, "--to", ",".join(each["reference"] for each in plan))
    assert cpd("certificate", "storage")["kind"] is None
    cpd("certificate", "upload", 2, code=3)
    key = tmp_path / "key"
    key.write_text(f"{SECRET}\n")
    with s3() as server:
        where = ("--kind", "s3", "--bucket", BUCKET, "--region", REGION, "--folder", "cpd",
                 "--endpoint", server.endpoint, "--key-id", KEY_ID, "--key-file", key)  # fmt: skip
        told = cpd("certificate", "storage", *where)
        assert (told["kind"], told["bucket"], told["folder"]) == ("s3", BUCKET, "cpd")
        number = cpd("certificate", "list", 2)[1]["number"]
        done = cpd("certificate", "upload", 2, "--numbers", number, "--days", 3)
        (one,) = done["uploaded"]
        assert (one["number"], one["new"], done["days"]) == (number, True, 3)
        assert requests.get(one["link"], timeout=5).content.startswith(b"%PDF-")
        assert number in cpd.lines("certificate", "upload", 2)
        cpd("certificate", "upload", 2, "--numbers", "CPD-1", code=1)
        cpd("certificate", "upload", 2, "--days", 30, code=1)
    assert cpd("certificate", "storage", "--forget")["bucket"] is None


def test_an_unknown_template_or_event_is_told(cpd: Cpd) -> None:
    cpd("certificate", "issue", 2, "--template", "none such", code=1)
    cpd("certificate", "issue", 99, code=1)
    cpd("certificate", "revoke", "CPD-1", "--why", "x", code=1)
    assert cpd("certificate", "issue", 2, "--template", "cpe", "--dry-run")["missing"] == []
