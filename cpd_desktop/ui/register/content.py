"""What the Register stage shows of an event, read in one go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpd_desktop.domain.check_in import Present
    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.money import Money
    from cpd_desktop.domain.registrations import Payment, Places, RegistrationStatus
    from cpd_desktop.services.parties import Party
    from cpd_desktop.services.services import Services


@dataclass(frozen=True, slots=True)
class Overview:
    """How it stands with an event's places: what the stage reads each time it is shown."""

    places: Places
    counts: Mapping[RegistrationStatus, int]
    totals: Mapping[Payment, Sequence[Money]]


@dataclass(frozen=True, slots=True)
class RegisterContent:
    """All that the stage shows of an event, but for the rows of the roster."""

    event: Event
    overview: Overview
    groups: list[Party]
    present: Mapping[int, Present]
    session_now: int


def register_content(services: Services, event: Event) -> RegisterContent:
    """Read what the stage shows of an event."""
    registrations = services.registrations
    overview = Overview(
        registrations.places(event.id),
        registrations.counts(event.id),
        registrations.totals(event.id),
    )
    return RegisterContent(
        event,
        overview,
        services.parties.listed(event.id),
        services.check_ins.counts(event.id),
        services.check_ins.session_now(event.id),
    )
