"""The services that plan events and register people for them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from cpd_desktop.services.charging import Charging

if TYPE_CHECKING:
    from cpd_desktop.services.agenda import Agenda
    from cpd_desktop.services.check_in import CheckIns
    from cpd_desktop.services.clashes import Clashes
    from cpd_desktop.services.codes import Codes
    from cpd_desktop.services.copies import Copies
    from cpd_desktop.services.desk_papers import DeskPapers
    from cpd_desktop.services.duplicates import Duplicates
    from cpd_desktop.services.erasure import Erasure
    from cpd_desktop.services.event_lists import EventLists
    from cpd_desktop.services.events import Events
    from cpd_desktop.services.learning import Learning
    from cpd_desktop.services.lifecycle import Lifecycle
    from cpd_desktop.services.materials import Materials
    from cpd_desktop.services.merging import Merging
    from cpd_desktop.services.parties import Parties
    from cpd_desktop.services.people import People
    from cpd_desktop.services.pictures import Pictures
    from cpd_desktop.services.presets import Presets
    from cpd_desktop.services.progress import LearningProgress
    from cpd_desktop.services.registration_export import RegistrationExport
    from cpd_desktop.services.registration_import import RegistrationImport
    from cpd_desktop.services.registrations import Registrations
    from cpd_desktop.services.speakers import Speakers
    from cpd_desktop.services.submissions import Submissions


@dataclass(frozen=True)
class Planning(Charging):
    """Events, what is taught at them, people and their places; each loaded when first asked for."""

    @cached_property
    def events(self) -> Events:
        """Return the events."""
        from cpd_desktop.services.events import Events

        return Events(self.db, self.clock)

    @cached_property
    def presets(self) -> Presets:
        """Return what rules for credit start from."""
        from cpd_desktop.services.presets import Presets

        return Presets(self.db, self.settings)

    @cached_property
    def lifecycle(self) -> Lifecycle:
        """Return what moves events through their life."""
        from cpd_desktop.services.lifecycle import Lifecycle

        return Lifecycle(self.db, self.clock, self.attendance.unreviewed)

    @cached_property
    def copies(self) -> Copies:
        """Return what makes events from events."""
        from cpd_desktop.services.copies import Copies

        return Copies(self.db, self.clock)

    @cached_property
    def clashes(self) -> Clashes:
        """Return what finds sessions in each other's way."""
        from cpd_desktop.services.clashes import Clashes

        return Clashes(self.db)

    @cached_property
    def speakers(self) -> Speakers:
        """Return the speakers."""
        from cpd_desktop.services.speakers import Speakers

        return Speakers(self.db)

    @cached_property
    def materials(self) -> Materials:
        """Return the materials of events."""
        from cpd_desktop.services.materials import Materials

        return Materials(self.db, self.files, self.clock)

    @cached_property
    def pictures(self) -> Pictures:
        """Return the pictures of events."""
        from cpd_desktop.services.pictures import Pictures

        return Pictures(self.files)

    @cached_property
    def learning(self) -> Learning:
        """Return the content and assignments of events."""
        from cpd_desktop.services.learning import Learning

        return Learning(self.db, self.files)

    @cached_property
    def submissions(self) -> Submissions:
        """Return what people hand in."""
        from cpd_desktop.services.submissions import Submissions

        return Submissions(self.db, self.files, self.clock)

    @cached_property
    def progress(self) -> LearningProgress:
        """Return how far people are."""
        from cpd_desktop.services.progress import LearningProgress

        return LearningProgress(self.db)

    @cached_property
    def agenda(self) -> Agenda:
        """Return sessions by date, and calendar files."""
        from cpd_desktop.services.agenda import Agenda

        return Agenda(self.db, self.clock, self.outside.calendars, self.settings)

    @cached_property
    def event_lists(self) -> EventLists:
        """Return events as lists and filters show them."""
        from cpd_desktop.services.event_lists import EventLists

        return EventLists(self.db)

    @cached_property
    def people(self) -> People:
        """Return the people."""
        from cpd_desktop.services.people import People

        return People(self.db, self.clock)

    @cached_property
    def duplicates(self) -> Duplicates:
        """Return people who may be one."""
        from cpd_desktop.services.duplicates import Duplicates

        return Duplicates(self.db)

    @cached_property
    def merging(self) -> Merging:
        """Return what makes one person of two."""
        from cpd_desktop.services.merging import Merging

        return Merging(self.db)

    @cached_property
    def erasure(self) -> Erasure:
        """Return what erases people on request."""
        from cpd_desktop.services.erasure import Erasure

        return Erasure(self.db, self.clock, self.backups)

    @cached_property
    def registrations(self) -> Registrations:
        """Return the places on events."""
        from cpd_desktop.services.registrations import Registrations

        return Registrations(self.db, self.clock)

    @cached_property
    def registration_import(self) -> RegistrationImport:
        """Return what brings lists of people in."""
        from cpd_desktop.services.registration_import import RegistrationImport

        return RegistrationImport(self.db, self.clock, self.files, self.registrations)

    @cached_property
    def registration_export(self) -> RegistrationExport:
        """Return what writes rosters out."""
        from cpd_desktop.services.registration_export import RegistrationExport

        return RegistrationExport(self.db, self.registrations, self.sheets)

    @cached_property
    def codes(self) -> Codes:
        """Return the discount codes."""
        from cpd_desktop.services.codes import Codes

        return Codes(self.db)

    @cached_property
    def parties(self) -> Parties:
        """Return the groups that pay together."""
        from cpd_desktop.services.parties import Parties

        return Parties(self.db, self.clock)

    @cached_property
    def check_ins(self) -> CheckIns:
        """Return the door."""
        from cpd_desktop.domain.badge_codes import read_code
        from cpd_desktop.services.check_in import CheckIns

        return CheckIns(self.db, self.clock, read_code)

    @cached_property
    def desk_papers(self) -> DeskPapers:
        """Return the papers of an event's desk."""
        from cpd_desktop.services.desk_papers import DeskPapers

        return DeskPapers(self.db, self.clock, self.settings, self.outside.papers)
