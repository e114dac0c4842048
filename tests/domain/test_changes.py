from __future__ import annotations

from cpd_desktop.domain.changes import Changes


def test_a_page_learns_whether_its_event_was_touched() -> None:
    changes = Changes(4, {"event": frozenset({1, 2}), "person": frozenset()})
    assert changes.touches("event")
    assert changes.touches("event", 2)
    assert not changes.touches("event", 3)
    assert not changes.touches("person")
    assert not changes.touches("message", 1)


def test_two_changes_become_one() -> None:
    one = Changes(4, {"event": frozenset({1}), "person": frozenset({8})})
    other = Changes(5, {"event": frozenset({2})})
    both = one.merged(other)
    assert both == Changes(5, {"event": frozenset({1, 2}), "person": frozenset({8})})
    assert one.merged(Changes(None, {})).entry == 4
