"""A folder with events whose people all earned certificates, and keys to sign with."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from cpd_desktop.store.schema import bring_up
from tests.certified import LINE, certified
from tests.clock import FixedClock
from tests.drafts import STARTS, a_draft
from tests.keychains import MemoryKeychains

if TYPE_CHECKING:
    from cpd_desktop.services.certificates.ports import Press
    from cpd_desktop.store.folder import DataFolder

AFTER = STARTS + timedelta(days=1)
EVENTS, PEOPLE = 2, 6


def prepared(folder: DataFolder) -> tuple[MemoryKeychains, Press]:
    """Hold the events, and issue one certificate, so that keys and fonts are there."""
    bring_up(folder, lambda: None)
    keychains = MemoryKeychains()
    with certified(folder, FixedClock(), keychains=keychains) as here:
        for number in range(EVENTS):
            draft = replace(a_draft(f"Event {number}"), credits=(LINE,))
            here.event = here.core.events.add(draft).value.id
            here.register(*(f"Person {number} {each}" for each in range(PEOPLE)))
        here.issue(f"Person {EVENTS - 1} 0")
        return keychains, here.core.outside.press
