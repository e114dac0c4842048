from __future__ import annotations

import pytest

from cpd_desktop.ui.matching import fit


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("", "anything"),
        ("new", "New event"),
        ("ev", "New event"),
        ("n e", "New event"),
        ("ne", "New event"),
        ("zoe", "Zoë Müller"),
        ("cert issue", "Issue 28 certificates"),
        ("vent", "New event"),
        ("nvt", "New event"),
    ],
)
def test_these_letters_find_it(typed: str, text: str) -> None:
    assert fit(typed, text) is not None


@pytest.mark.parametrize(("typed", "text"), [("x", "New event"), ("tn", "New event")])
def test_these_letters_do_not(typed: str, text: str) -> None:
    assert fit(typed, text) is None


def test_the_better_fit_comes_first() -> None:
    texts = ["Reopen", "Add an open question", "Open", "Open event", "Old paper entry"]
    fits = {text: found for text in texts if (found := fit("open", text)) is not None}
    assert sorted(fits, key=lambda text: fits[text]) == [
        "Open",
        "Open event",
        "Add an open question",
        "Reopen",
        "Old paper entry",
    ]
