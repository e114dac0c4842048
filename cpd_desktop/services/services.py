"""All services together, as both faces are given them."""

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
    from cpd_desktop.services.doctor import Doctor
    from cpd_desktop.services.duplicates import Duplicates
    from cpd_desktop.services.erasure import Erasure
    from cpd_desktop.services.event_lists import EventLists
    from cpd_desktop.services.events import Events
    from cpd_desktop.services.learning import Learning
    from cpd_desktop.services.lifecycle import Lifecycle
    from cpd_desktop.services.materials import Materials
    from cpd_desktop.services.merging import Merging
    from cpd_desktop.services.messages.accounts import MailAccounts
    from cpd_desktop.services.messages.event_mail import EventMails
    from cpd_desktop.services.messages.outbox import Outbox
    from cpd_desktop.services.messages.ports import MailServers
    from cpd_desktop.services.messages.preparing import Preparing
    from cpd_desktop.services.messages.reminding import Reminding
    from cpd_desktop.services.messages.returns import Returns
    from cpd_desktop.services.messages.sending import Sending
    from cpd_desktop.services.messages.signing_in import MailSignIns
    from cpd_desktop.services.messages.texts import MailTexts
    from cpd_desktop.services.moving import Moving
    from cpd_desktop.services.parties import Parties
    from cpd_desktop.services.people import People
    from cpd_desktop.services.pictures import Pictures
    from cpd_desktop.services.presets import Presets
    from cpd_desktop.services.progress import LearningProgress
    from cpd_desktop.services.registration_export import RegistrationExport
    from cpd_desktop.services.registration_import import RegistrationImport
    from cpd_desktop.services.registrations import Registrations
    from cpd_desktop.services.sample import Sample
    from cpd_desktop.services.speakers import Speakers
    from cpd_desktop.services.submissions import Submissions
    from cpd_desktop.services.surroundings import Surroundings
    from cpd_desktop.services.updates import Updates
    from cpd_desktop.services.work import Work
    from cpd_desktop.services.zoom.account import ZoomAccount
    from cpd_desktop.services.zoom.finding import MeetingFinder
    from cpd_desktop.services.zoom.inbox import Inbox
    from cpd_desktop.services.zoom.meetings import Meetings
    from cpd_desktop.services.zoom.outcome import Outcome
    from cpd_desktop.services.zoom.poll import Poll
    from cpd_desktop.services.zoom.ports import Zoom
    from cpd_desktop.services.zoom.registrants import Registrants
    from cpd_desktop.services.zoom.sync import Sync


@dataclass(frozen=True)
class Services(Charging):
    """Every service, on one open data folder; each is loaded when it is first asked for."""

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

    @cached_property
    def zoom_account(self) -> ZoomAccount:
        """Return whose account at Zoom is used."""
        from cpd_desktop.services.zoom.account import ZoomAccount

        return ZoomAccount(self.settings, self.clock, self.outside.zoom_connection)

    @cached_property
    def zoom(self) -> Zoom:
        """Return Zoom, asked as often as the plan that was seen last allows."""
        self.outside.zoom_connection.expect(self.zoom_account.plan())
        return self.outside.zoom

    @cached_property
    def meetings(self) -> Meetings:
        """Return what is decided about meetings at Zoom."""
        from cpd_desktop.services.zoom.meetings import Meetings

        return Meetings(self.db, self.clock)

    @cached_property
    def meeting_finder(self) -> MeetingFinder:
        """Return what finds the meeting of a session."""
        from cpd_desktop.services.zoom.finding import MeetingFinder

        return MeetingFinder(self.db, self.clock)

    @cached_property
    def sync(self) -> Sync:
        """Return what brings Zoom up to date."""
        from cpd_desktop.services.zoom.sync import Sync

        return Sync(self.db, self.clock, self.zoom)

    @cached_property
    def registrants(self) -> Registrants:
        """Return what brings in who registered at Zoom."""
        from cpd_desktop.services.zoom.registrants import Registrants

        return Registrants(self.db, self.zoom, self.registrations)

    @cached_property
    def mail_accounts(self) -> MailAccounts:
        """Return through what mail goes out."""
        from cpd_desktop.services.messages.accounts import MailAccounts

        return MailAccounts(self.db, self.clock, self.keychains, self.outside.postmen)

    @cached_property
    def mail_sign_ins(self) -> MailSignIns:
        """Return what connects mail accounts by signing in."""
        from cpd_desktop.services.messages.signing_in import MailSignIns

        return MailSignIns(self.mail_accounts, self.outside.mail_sign_ins)

    @property
    def mail_servers(self) -> MailServers:
        """Return what finds out where a domain takes mail."""
        return self.outside.mail_servers

    @cached_property
    def mail_texts(self) -> MailTexts:
        """Return what mails say."""
        from cpd_desktop.services.messages.texts import MailTexts

        return MailTexts(self.db, self.clock, self.outside.stationery)

    @cached_property
    def preparing(self) -> Preparing:
        """Return what makes messages."""
        from cpd_desktop.services.messages.linking import CertificateLinks
        from cpd_desktop.services.messages.occasions import Occasions
        from cpd_desktop.services.messages.preparing import Preparing

        occasions = Occasions(
            self.events,
            self.registrations,
            self.attendance,
            self.certificate_register,
            self.settings,
        )
        outside = self.outside
        return Preparing(
            *(self.db, self.clock, self.files, self.settings, self.mail_accounts, self.mail_texts),
            *(occasions, outside.stationery, self.agenda, outside.calendars),
            CertificateLinks(self.uploads, self.clock),
        )

    @cached_property
    def event_mails(self) -> EventMails:
        """Return what finds out how the mail of an event stands."""
        from cpd_desktop.services.messages.event_mail import EventMails

        return EventMails(
            *(self.db, self.clock, self.settings, self.mail_accounts),
            *(self.preparing.occasions, self.reminding),
        )

    @cached_property
    def outbox(self) -> Outbox:
        """Return every message with its fate."""
        from cpd_desktop.services.messages.outbox import Outbox

        return Outbox(self.db, self.clock, self.files, self.settings)

    @cached_property
    def sending(self) -> Sending:
        """Return what sends messages."""
        from cpd_desktop.services.messages.sending import Sending

        return Sending(self.db, self.clock, self.outbox, self.outside.postmen)

    @cached_property
    def returns(self) -> Returns:
        """Return what came back for messages."""
        from cpd_desktop.services.messages.returns import Returns

        mailboxes = self.outside.mailboxes
        return Returns(self.db, self.clock, self.mail_accounts, self.outbox, mailboxes)

    @cached_property
    def reminding(self) -> Reminding:
        """Return what is due around events."""
        from cpd_desktop.services.messages.reminding import Reminding

        return Reminding(self.db, self.clock, self.settings)

    @cached_property
    def outcome(self) -> Outcome:
        """Return what fetches who came."""
        from cpd_desktop.services.zoom.outcome import Outcome

        return Outcome(self.db, self.clock, self.files, self.zoom)

    @cached_property
    def inbox(self) -> Inbox:
        """Return what is told from outside."""
        from cpd_desktop.services.zoom.inbox import Inbox

        def pull(meeting_id: int, work: Work) -> object:
            return self.registrants.pull(self.meeting_finder.event_of_meeting(meeting_id), work)

        return Inbox(self.db, self.clock, self.lifecycle, pull, self.outcome.fetch_recording)

    @cached_property
    def poll(self) -> Poll:
        """Return what asks Zoom once for all that is due."""
        from cpd_desktop.services.zoom.poll import Poll

        return Poll(self.db, self.clock, self.zoom, self.outcome, self.inbox)

    @cached_property
    def sample(self) -> Sample:
        """Return sample data."""
        from cpd_desktop.services.sample import Sample

        return Sample(
            self.db, self.events, self.registrations, self.lifecycle, self.settings, self.clock
        )

    @cached_property
    def surroundings(self) -> Surroundings:
        """Return what looks around the data folder."""
        from cpd_desktop.services.surroundings import Surroundings

        return Surroundings(self.folder, self.outside.computer, self.clock)

    @cached_property
    def updates(self) -> Updates:
        """Return what looks for a new version."""
        from cpd_desktop.services.updates import Updates

        outside = self.outside
        return Updates(
            self.folder, self.settings, outside.release_notes, outside.browser, self.clock
        )

    @cached_property
    def moving(self) -> Moving:
        """Return what packs everything for another computer."""
        from cpd_desktop.services.moving import Moving

        outside = self.outside
        return Moving(self.backups, outside.issuer_keys, outside.sealed, outside.computer.name)

    @cached_property
    def doctor(self) -> Doctor:
        """Return what examines the data folder."""
        from cpd_desktop.services.doctor import Doctor

        return Doctor(
            *(self.folder, self.db, self.history, self.backups, self.keychains),
            *(self.surroundings, self.outside.log_tail),
        )
