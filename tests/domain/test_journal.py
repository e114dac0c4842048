from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.journal import (
    START,
    Entry,
    Part,
    RowChange,
    RowsAdded,
    RowsRemoved,
    changes_in,
    first_fault,
    hashed,
    noted_in,
    written,
)


def no_parts(entry: int) -> list[Part]:
    pytest.fail(f"entry {entry} has none")


def a_chain(length: int) -> list[Entry]:
    chain: list[Entry] = []
    previous = START
    for number in range(1, length + 1):
        details = written([RowChange("event", number, None, {"title": f"É {number}"})])
        made = Entry(
            number, "2026-11-21T09:00:00Z", "anna", "event.add", "event", number, None,
            hashed(details, "s"), previous, "", details, "s",
        )  # fmt: skip
        chain.append(replace(made, hash=made.expected_hash()))
        previous = chain[-1].hash
    return chain


def test_an_untouched_trail_is_whole() -> None:
    assert first_fault(a_chain(5), no_parts) is None
    assert first_fault([], no_parts) is None


@pytest.mark.parametrize(
    ("field", "value"),
    [("at", "2026-11-22T09:00:00Z"), ("who", "eve"), ("deed", "x"), ("kind", "person"),
     ("subject", 9), ("undoes", 1), ("details_hash", "0"), ("hash", "0")],
)  # fmt: skip
def test_changing_anything_in_an_entry_is_seen(field: str, value: object) -> None:
    chain = a_chain(3)
    chain[1] = replace(chain[1], **{field: value})  # type: ignore[arg-type]
    fault = first_fault(chain, no_parts)
    assert fault is not None
    assert fault[0] == 2


def test_rewritten_details_are_seen() -> None:
    chain = a_chain(3)
    chain[1] = replace(chain[1], details="[]")
    assert first_fault(chain, no_parts) == (2, "details")


def test_an_entry_rewritten_together_with_its_hash_breaks_the_next() -> None:
    chain = a_chain(3)
    forged = replace(chain[1], who="eve")
    chain[1] = replace(forged, hash=forged.expected_hash())
    assert first_fault(chain, no_parts) == (3, "chain")


@given(st.integers(1, 6), st.data())
def test_a_missing_entry_is_seen_wherever_it_was(length: int, data: st.DataObject) -> None:
    chain = a_chain(length + 1)
    gone = data.draw(st.integers(0, length - 1))
    fault = first_fault(chain[:gone] + chain[gone + 1 :], no_parts)
    assert fault == (gone + 1, "missing")


def test_erased_details_leave_the_trail_whole() -> None:
    chain = a_chain(3)
    chain[1] = replace(chain[1], details=None, salt=None)
    assert first_fault(chain, no_parts) is None
    assert chain[1].changes() == []


def test_many_rows_are_read_back_as_they_were_written() -> None:
    added = RowsAdded("person", {"email": ""}, ("id", "name"), [(1, "Ann"), (2, "Zoë")])
    removed = RowsRemoved("person", {}, ("id", "name"), [(3, "Ben")])
    change = RowChange("person", 4, {"name": "A"}, {"name": "B"})
    details = written([added, removed, change])
    assert noted_in(details) == [added, removed, change]
    assert [type(each) for each in noted_in(details)] == [RowsAdded, RowsRemoved, RowChange]
    assert changes_in(details) == [
        RowChange("person", 1, None, {"email": "", "id": 1, "name": "Ann"}),
        RowChange("person", 2, None, {"email": "", "id": 2, "name": "Zoë"}),
        RowChange("person", 3, {"id": 3, "name": "Ben"}, None),
        change,
    ]
