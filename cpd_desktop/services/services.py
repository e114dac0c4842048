"""All services together, as both faces are given them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cpd_desktop.services.agenda import Agenda
    from cpd_desktop.services.backups import Backups
    from cpd_desktop.services.check_in import CheckIns
    from cpd_desktop.services.clashes import Clashes
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.code_reader import CodeReader
    from cpd_desktop.services.codes import Codes
    from cpd_desktop.services.copies import Copies
    from cpd_desktop.services.desk_papers import DeskPapers
    from cpd_desktop.services.doctor import Doctor
    from cpd_desktop.services.drafts import Drafts
    from cpd_desktop.services.duplicates import Duplicates
    from cpd_desktop.services.erasure import Erasure
    from cpd_desktop.services.event_lists import EventLists
    from cpd_desktop.services.events import Events
    from cpd_desktop.services.history import History
    from cpd_desktop.services.keychain import Keychains
    from cpd_desktop.services.learning import Learning
    from cpd_desktop.services.lifecycle import Lifecycle
    from cpd_desktop.services.materials import Materials
    from cpd_desktop.services.merging import Merging
    from cpd_desktop.services.parties import Parties
    from cpd_desktop.services.people import People
    from cpd_desktop.services.pictures import Pictures
    from cpd_desktop.services.progress import LearningProgress
    from cpd_desktop.services.registration_export import RegistrationExport
    from cpd_desktop.services.registration_import import RegistrationImport
    from cpd_desktop.services.registrations import Registrations
    from cpd_desktop.services.sample import Sample
    from cpd_desktop.services.saved_views import SavedViews
    from cpd_desktop.services.search import Search
    from cpd_desktop.services.settings import Settings
    from cpd_desktop.services.sheets import Sheets
    from cpd_desktop.services.speakers import Speakers
    from cpd_desktop.services.submissions import Submissions
    from cpd_desktop.store.database import Database
    from cpd_desktop.store.folder import DataFolder


@dataclass(frozen=True, slots=True)
class Services:
    """Every service, on one open data folder."""

    folder: DataFolder
    clock: Clock
    keychains: Keychains
    sheets: Sheets
    backups: Backups
    db: Database
    events: Events
    registrations: Registrations
    registration_import: RegistrationImport
    registration_export: RegistrationExport
    people: People
    duplicates: Duplicates
    merging: Merging
    erasure: Erasure
    codes: Codes
    copies: Copies
    lifecycle: Lifecycle
    learning: Learning
    submissions: Submissions
    progress: LearningProgress
    speakers: Speakers
    clashes: Clashes
    drafts: Drafts
    materials: Materials
    pictures: Pictures
    desk_papers: DeskPapers
    parties: Parties
    check_ins: CheckIns
    read_codes: CodeReader
    search: Search
    event_lists: EventLists
    saved_views: SavedViews
    agenda: Agenda
    settings: Settings
    history: History
    sample: Sample
    doctor: Doctor
