from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.errors import Damaged, NotFound, Unavailable
from cpd_desktop.store.files import ContentStore, write_whole

if TYPE_CHECKING:
    from pathlib import Path


@given(content=st.binary(max_size=4000))
def test_what_was_kept_comes_back_byte_for_byte(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    kept = ContentStore(tmp_path_factory.mktemp("files"))
    assert kept.get(kept.keep(content)) == content


def test_the_same_file_is_kept_once(tmp_path: Path) -> None:
    kept = ContentStore(tmp_path / "files")
    assert kept.keep(b"report") == kept.keep(b"report") == hashlib.sha256(b"report").hexdigest()
    assert [*kept.names()] == [kept.keep(b"report")]


def test_a_half_written_file_is_written_again(tmp_path: Path) -> None:
    kept = ContentStore(tmp_path)
    name = kept.keep(b"whole report")
    kept.place(name).write_bytes(b"whole")
    kept.keep(b"whole report")
    assert kept.get(name) == b"whole report"


def test_an_altered_file_is_noticed(tmp_path: Path) -> None:
    kept = ContentStore(tmp_path)
    name = kept.keep(b"report")
    kept.place(name).write_bytes(b"REPORT")
    with pytest.raises(Damaged, match="altered"):
        kept.get(name)


@pytest.mark.parametrize("name", ["0" * 64, "../../etc/passwd", "", "A" * 64])
def test_a_name_that_is_not_kept_leads_nowhere(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotFound):
        ContentStore(tmp_path).get(name)


def test_a_file_that_cannot_be_written_leaves_no_trace(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(Unavailable):
        write_whole(tmp_path / "taken", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]
