from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.errors import Unavailable
from cpd_desktop.store.files import ContentStore
from cpd_desktop.store.many_files import ManyFiles

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Executor
    from pathlib import Path


@pytest.fixture
def pool() -> Iterator[Executor]:
    with ThreadPoolExecutor(2) as made:
        yield made


def test_all_are_kept_when_it_ends_and_none_before(tmp_path: Path, pool: Executor) -> None:
    store = ContentStore(tmp_path / "files")
    contents = [b"%d" % number for number in range(20)]
    with ManyFiles(store, pool) as many:
        for each in contents:
            many.add(each)
        names = many.names()
        assert [*store.names()] == []
    assert [store.get(each) for each in names] == contents


def test_the_same_twice_is_kept_once(tmp_path: Path, pool: Executor) -> None:
    store = ContentStore(tmp_path)
    store.keep(b"report")
    with ManyFiles(store, pool) as many:
        many.add(b"report")
        many.add(b"report")
        one, other = many.names()
    assert one == other
    assert [*store.names()] == [store.keep(b"report")]
    assert len([*tmp_path.iterdir()]) == 1


def test_an_error_meanwhile_keeps_nothing(tmp_path: Path, pool: Executor) -> None:
    with pytest.raises(ZeroDivisionError), ManyFiles(ContentStore(tmp_path), pool) as many:
        many.add(b"report")
        _ = 1 / 0
    assert [*tmp_path.iterdir()] == []


def test_a_file_that_cannot_be_written_keeps_nothing(tmp_path: Path, pool: Executor) -> None:
    (tmp_path / "files").write_text("in the way")
    with (
        pytest.raises(Unavailable),
        ManyFiles(ContentStore(tmp_path / "files"), pool) as many,
    ):
        many.add(b"report")
    assert (tmp_path / "files").read_text() == "in the way"
