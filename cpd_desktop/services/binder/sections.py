"""The sections of an audit binder, in order; a new kind of proof is one more line here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from cpd_desktop.services.binder.attendance_sections import matches, reports, results, rules
from cpd_desktop.services.binder.certificate_sections import certificates
from cpd_desktop.services.binder.computing_sections import computations
from cpd_desktop.services.binder.plan_sections import learning, materials, speakers, the_event
from cpd_desktop.services.binder.roster_sections import interactions, registrations
from cpd_desktop.services.binder.trail_sections import audit_trail, checking

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpd_desktop.domain.binder import Section
    from cpd_desktop.services.binder.evidence import Evidence
    from cpd_desktop.services.binder.telling import Telling

    Tell: TypeAlias = Callable[[Evidence, Telling], Section]

SECTIONS: Final[tuple[Tell, ...]] = (
    *(the_event, results, rules, registrations, reports, matches, interactions),
    *(certificates, speakers, materials, learning, computations, audit_trail, checking),
)
