"""An auditor finds the certificates of an event in its binder, and what became of them."""

from __future__ import annotations

import csv
import hashlib
import zipfile
from io import StringIO
from typing import TYPE_CHECKING

from cpd_desktop.services.work import Work
from tests.certified import certified

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock


def test_every_certificate_is_inside_with_its_file_and_its_end(
    folder: DataFolder, clock: FixedClock, tmp_path: Path
) -> None:
    out = tmp_path / "binder.zip"
    with certified(folder, clock, "Zoë Ångström", "Tom Becker") as here:
        here.issue()
        here.core.certificates.replace(here.of("Zoë").number, "Her name was misspelt")
        here.core.certificates.revoke(here.of("Tom").number, "Issued in error")
        here.core.binders.write(here.event, out, Work())
    with zipfile.ZipFile(out) as packed:
        table = packed.read("tables/certificates.csv").decode("utf-8-sig")
        rows = list(csv.DictReader(StringIO(table)))
        trail = packed.read("tables/audit-trail.csv").decode()
        files = [each for each in packed.namelist() if each.startswith("originals/certificates/")]
        hashes = {hashlib.sha256(packed.read(each)).hexdigest() for each in files}
    assert [(row["Name"], row["Status"], row["Why"], row["Replaced by"]) for row in rows] == [
        ("Tom Becker", "revoked", "Issued in error", ""),
        ("Zoë Ångström", "replaced", "Her name was misspelt", "CPD-2026-000003"),
        ("Zoë Ångström", "issued", "", ""),
    ]
    assert {row["SHA-256"] for row in rows} == hashes
    assert "certificate.revoke" in trail
