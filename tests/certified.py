"""An event whose people earned certificates, and everything that issues them for real."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from cpd_desktop.adapters.certificates.faces import Faces
from cpd_desktop.adapters.certificates.press import CertificatePress
from cpd_desktop.adapters.certificates.setting import Setter
from cpd_desktop.app.core import assembled
from cpd_desktop.domain.attendance.decisions import Verdict
from cpd_desktop.domain.credit import CreditLine
from cpd_desktop.domain.settings import Provider, Signatory
from cpd_desktop.services.work import Work
from tests.drafts import STARTS, a_draft, somebody
from tests.keychains import MemoryKeychains

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpd_desktop.domain.certificates.register import Certificate
    from cpd_desktop.domain.events import EventDraft
    from cpd_desktop.services.certificates.issuing import Issued
    from cpd_desktop.services.services import Services
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock

PROVIDER = Provider("Northern Training Ltd", "4 Mill Lane\nLeeds", "hello@northern.example")
SIGNATORY = Signatory("Dr Ada Whitfield", "Programme Director")
LINE = CreditLine("CPD hours", Decimal(2))
_OPENED: list[Setter] = []


@dataclass(slots=True)
class Certified:
    """An event that is over, in a folder of its own."""

    core: Services
    event: int
    places: dict[str, int]

    def issue(self, *names: str, template: str = "", work: Work | None = None) -> Issued:
        to = [self.places[each] for each in names] or None
        return self.core.certificates.issue(work or Work(), self.event, template, to).value

    def of(self, name: str) -> Certificate:
        """Return the newest certificate of somebody."""
        register = self.core.certificate_register
        return register.listed(register.ids(name))[register.ids(name)[0]]

    def numbers(self) -> list[str]:
        """Return the numbers of all of the event."""
        return [each.number for each in self.core.certificate_register.of_event(self.event)]

    def register(self, *names: str, met: bool = True) -> None:
        """Register people, who were there or were not."""
        for name in names:
            newcomer = somebody(name, f"person{len(self.places)}@clinic.example")
            self.places[name] = self.core.registrations.add(self.event, newcomer).value.id
        verdict = Verdict.MET if met else Verdict.NOT_MET
        keys = [self.places[name] for name in names]
        self.core.attendance.override(self.event, keys, verdict, "Signed the sheet")

    def change_event(self, **changed: object) -> None:
        draft = self.core.events.get(self.event).draft()
        self.core.events.change(self.event, replace(draft, **changed))  # type: ignore[arg-type]


def _open_fonts_once(core: Services) -> None:
    press = core.outside.press
    assert isinstance(press, CertificatePress)
    if not _OPENED:
        _OPENED.append(Setter(Faces(press.shelf)))
    press._setters.extend(_OPENED)


def held_event(
    core: Services, clock: FixedClock, *people: str, draft: EventDraft | None = None
) -> Certified:
    """Add an event at which these people were, and let it be over."""
    _open_fonts_once(core)
    core.settings.put(PROVIDER)
    core.settings.put(SIGNATORY)
    event = core.events.add(draft or replace(a_draft(), credits=(LINE,))).value.id
    made = Certified(core, event, {})
    if people:
        made.register(*people)
    clock.at = STARTS + timedelta(days=1)
    return made


@contextmanager
def certified(
    folder: DataFolder,
    clock: FixedClock,
    *people: str,
    keychains: MemoryKeychains | None = None,
    draft: EventDraft | None = None,
) -> Iterator[Certified]:
    """Hold an event at which these people were, and open the folder after it."""
    core = assembled(folder, "test", keychains or MemoryKeychains(), clock)
    try:
        yield held_event(core, clock, *people, draft=draft)
    finally:
        core.close()
