"""Whoever is killed while issuing loses no number, gives none twice, and can go on."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.store.files import ContentStore
from cpd_desktop.store.folder import DataFolder
from tests.faults.issuing_house import EVENTS, PEOPLE
from tests.faults.programs import started

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="kill -9 is of Unix")]


def issued(folder: DataFolder) -> int:
    """Check everything that must hold at any moment; return how many there are."""
    with closing(sqlite3.connect(folder.database)) as raw:
        assert raw.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        rows = raw.execute(
            "SELECT number, registration_id, sha256, size FROM certificate ORDER BY number"
        ).fetchall()
        (last,) = raw.execute(
            "SELECT last FROM numbering WHERE run = 'certificates CPD-2026-'"
        ).fetchone()
        noted = raw.execute("SELECT count(*) FROM journal WHERE deed = 'certificate.issue'")
        assert noted.fetchone() <= (len(rows),)
    assert [row[0] for row in rows] == [f"CPD-2026-{each:06}" for each in range(1, last + 1)]
    assert len({row[1] for row in rows}) == len(rows)
    kept = ContentStore(folder.files)
    for _, _, sha256, size in rows:
        content = kept.place(sha256).read_bytes()
        assert (hashlib.sha256(content).hexdigest(), len(content)) == (sha256, size)
    return len(rows)


@pytest.mark.timeout(600)
def test_killed_before_every_single_step_no_number_is_lost_or_given_twice(tmp_path: Path) -> None:
    folder, kills = DataFolder(tmp_path / "data"), 0
    with started("issue_cut.py", folder.path) as cutter:
        assert cutter.stdin is not None
        assert cutter.stdout is not None
        assert cutter.stdout.readline() == "ready\n"
        with closing(sqlite3.connect(folder.database)) as raw:
            events = [key for (key,) in raw.execute("SELECT id FROM event WHERE title LIKE 'E%'")]
        before = issued(folder)
        for event in events:
            for step in range(1, 1000):
                cutter.stdin.write(f"{step} {event}\n")
                cutter.stdin.flush()
                answer = cutter.stdout.readline()
                now = issued(folder)
                assert now >= before
                before = now
                if answer == "done\n":
                    break
                assert answer == "killed\n"
                kills += 1
        cutter.stdin.close()
    assert before == EVENTS * PEOPLE
    assert kills > 90
