"""Issues certificates through the service, next to the rendering and signing of the same alone."""

from __future__ import annotations

import gc
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from cpd_desktop.adapters.certificates.press import SignedBatch
from cpd_desktop.domain.attendance.decisions import Verdict
from cpd_desktop.domain.certificates import issuer_card
from cpd_desktop.domain.certificates.freezing import Label, snapshot_of
from cpd_desktop.services.certificates.ports import Order
from cpd_desktop.services.work import Work
from cpd_desktop.store.folder import DataFolder
from cpd_desktop.store.schema import bring_up
from tests.benchmarks.certificates import tell
from tests.certified import LINE, certified
from tests.clock import FixedClock
from tests.drafts import STARTS, a_draft, somebody

if TYPE_CHECKING:
    from datetime import datetime

    from cpd_desktop.services.services import Services

PEOPLE = 1000


def main() -> int:
    """Tell the milliseconds of both, once a round; the first event loads what is needed."""
    gc.set_threshold(500_000, 20, 100)  # as the command does
    people = int(sys.argv[2]) if len(sys.argv) > 2 else PEOPLE
    with tempfile.TemporaryDirectory(prefix="cpd-issue-") as made:
        folder = DataFolder(Path(made))
        bring_up(folder, lambda: None)
        clock = FixedClock()
        with certified(folder, clock) as here:
            after = clock.at
            for number in range(1 + int(sys.argv[1])):
                clock.at = STARTS.replace(month=11, day=1)
                event = _event(here.core, people if number else 5, number)
                clock.at = after
                told = _measured(here.core, event, after)
                if number:
                    tell(told)
    return 0


def _event(core: Services, people: int, number: int) -> int:
    """Hold an event at which everybody was."""
    event = core.events.add(replace(a_draft(f"Event {number}"), credits=(LINE,))).value.id
    # Other names each time: what was set once is remembered.
    newcomers = [
        somebody(f"Zoë Ångström-{number}-{each}", f"z{number}-{each}@clinic.example")
        for each in range(people)
    ]
    core.registrations.add_all(event, newcomers)
    keys = [each.id for each in core.registrations.on(event)]
    core.attendance.override(event, keys, Verdict.MET, "Signed the sheet")
    return event


def _measured(core: Services, event: int, now: datetime) -> dict[str, float]:
    began = time.perf_counter()
    issued = core.certificates.issue(Work(), event).value
    took = time.perf_counter() - began
    plan = issued.plan
    provider = issuer_card.Provider(plan.occasion.provider.provider)
    order = Order(plan.drawn, provider, "Attended at least 80% of it.", now)
    began = time.perf_counter()
    batch = core.outside.press.batch(order)
    assert isinstance(batch, SignedBatch)
    for number, each in enumerate(plan.to_issue):
        holder = replace(each, name=f"{each.name} BA")
        label = Label(f"CPD-2026-{number:06}", f"AB{number:02}-{number:04}", now, "0000 " * 8)
        batch.unverified(snapshot_of(plan.occasion, holder, label), holder.email)
    alone = time.perf_counter() - began
    count = len(issued.made)
    return {"issued": took / count * 1000, "rendered": alone / count * 1000}


if __name__ == "__main__":
    sys.exit(main())
