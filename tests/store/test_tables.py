from __future__ import annotations

import json
import subprocess
import sys

import pytest

from cpd_desktop.store import tables
from cpd_desktop.store.tables import AREAS, metadata

LOADED = """
import json, sys
from cpd_desktop.store.tables import {name}
print(json.dumps([each.rpartition(".")[2] for each in sys.modules if ".store.tables." in each]))
"""


def loaded_for(name: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", LOADED.format(name=name)],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(json.loads(done.stdout)) - {"columns"}


def test_a_start_that_needs_the_audit_trail_does_not_wait_for_other_tables() -> None:
    assert loaded_for("journal") == {"keeping"}


def test_whoever_wants_every_table_has_every_table() -> None:
    assert loaded_for("metadata") == set(AREAS)
    assert set(metadata.tables) == set(tables.__all__) - {"SEARCHED", "metadata", "moment_text"}
    assert {getattr(tables, name) for name in metadata.tables} == set(metadata.tables.values())


def test_a_table_that_is_not_there_is_named() -> None:
    with pytest.raises(AttributeError, match="no attribute 'guest'"):
        _ = tables.guest
