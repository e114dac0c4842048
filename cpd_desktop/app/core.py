"""Store, adapters and services put together: all of the application that has no window."""

from __future__ import annotations

import getpass
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from cpd_desktop.adapters.clock import SystemClock
from cpd_desktop.adapters.keychains import Keychains
from cpd_desktop.adapters.log_file import tail
from cpd_desktop.app.resources import resources
from cpd_desktop.domain.errors import Conflict
from cpd_desktop.services.backups import IN_USE, IN_USE_ADVICE, MIGRATION, Backups
from cpd_desktop.store.locks import FolderLock
from cpd_desktop.store.schema import bring_up

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpd_desktop.services import keychain as ports
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.services import Services
    from cpd_desktop.store.folder import DataFolder


def backups_of(folder: DataFolder, clock: Clock | None = None) -> Backups:
    """Return what can be done with backups, also where the database cannot be opened."""
    return Backups(folder, clock or SystemClock())


@contextmanager
def opened(
    folder: DataFolder, *, face: str, keychains: Keychains | None = None, clock: Clock | None = None
) -> Iterator[Services]:
    """Open the folder, made or brought up to date where needed, and close it in the end.

    Raises ``Conflict`` during a restore, ``NewerData``, ``Damaged`` or ``Unavailable``.
    """
    folder.make()
    clock = clock or SystemClock()
    with FolderLock(folder.in_use) as lock:
        if not lock.share():
            raise Conflict(IN_USE, IN_USE_ADVICE)
        bring_up(folder, partial(backups_of(folder, clock).create, reason=MIGRATION))
        core = assembled(folder, face, keychains or Keychains(folder.vault), clock)
        try:
            yield core
        finally:
            core.db.close()


def assembled(folder: DataFolder, face: str, keychains: ports.Keychains, clock: Clock) -> Services:
    """Put the services together on a folder that is ready."""
    from cpd_desktop.adapters.calendars import CalendarFiles
    from cpd_desktop.adapters.lettering.fonts import FontShelf, system_folders
    from cpd_desktop.adapters.papers.pdf_papers import PdfPapers
    from cpd_desktop.adapters.qr_reader import codes_in
    from cpd_desktop.adapters.sheets.files import SheetFiles
    from cpd_desktop.domain.badge_codes import read_code
    from cpd_desktop.services.agenda import Agenda
    from cpd_desktop.services.check_in import CheckIns
    from cpd_desktop.services.clashes import Clashes
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
    from cpd_desktop.services.room import no_more_than_fit
    from cpd_desktop.services.sample import Sample
    from cpd_desktop.services.saved_views import SavedViews
    from cpd_desktop.services.search import Search
    from cpd_desktop.services.services import Services
    from cpd_desktop.services.settings import Settings
    from cpd_desktop.services.speakers import Speakers
    from cpd_desktop.services.submissions import Submissions
    from cpd_desktop.store.database import Database
    from cpd_desktop.store.files import ContentStore

    db = Database(folder.database, now=clock.now, who=f"{getpass.getuser()} ({face})")
    backups = backups_of(folder, clock)
    events, registrations = Events(db, clock), Registrations(db, clock)
    settings, history = Settings(db), History(db, (no_more_than_fit,))
    files, sheets = ContentStore(folder.files), SheetFiles()
    shelf = FontShelf(resources() / "fonts", system_folders())
    return Services(
        folder=folder,
        clock=clock,
        keychains=keychains,
        sheets=sheets,
        backups=backups,
        db=db,
        events=events,
        registrations=registrations,
        registration_import=RegistrationImport(db, clock, files, registrations),
        registration_export=RegistrationExport(db, registrations, sheets),
        people=People(db, clock),
        duplicates=Duplicates(db),
        merging=Merging(db),
        erasure=Erasure(db, clock, backups),
        codes=Codes(db),
        copies=Copies(db, clock),
        lifecycle=Lifecycle(db, clock),
        learning=Learning(db, files),
        submissions=Submissions(db, files, clock),
        progress=LearningProgress(db),
        speakers=Speakers(db),
        clashes=Clashes(db),
        drafts=Drafts(db, clock),
        materials=Materials(db, files, clock),
        pictures=Pictures(files),
        desk_papers=DeskPapers(db, clock, settings, PdfPapers(shelf)),
        parties=Parties(db),
        check_ins=CheckIns(db, clock, read_code),
        read_codes=codes_in,
        search=Search(db),
        event_lists=EventLists(db),
        saved_views=SavedViews(db),
        agenda=Agenda(db, clock, CalendarFiles(), settings),
        settings=settings,
        history=history,
        sample=Sample(db, events, registrations, settings, clock),
        doctor=Doctor(folder, db, history, backups, keychains, partial(tail, folder.logs)),
    )
