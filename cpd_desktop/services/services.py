"""All services together, as both faces are given them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from cpd_desktop.services.planning import Planning

if TYPE_CHECKING:
    from cpd_desktop.services.doctor import Doctor
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
    from cpd_desktop.services.sample import Sample
    from cpd_desktop.services.stripe.member_letter import MemberLetters
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
class Services(Planning):
    """Every service, on one open data folder; each is loaded when it is first asked for."""

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
        from cpd_desktop.services.messages.refused import RefusedAccounts

        refused = RefusedAccounts(self.settings)
        return MailAccounts(self.db, self.clock, self.keychains, self.outside.postmen, refused)

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
            *(CertificateLinks(self.uploads, self.clock), self.verifying),
        )

    @cached_property
    def member_letters(self) -> MemberLetters:
        """Return what sends people to the pages of their memberships."""
        from cpd_desktop.services.messages.personal import PersonalMail
        from cpd_desktop.services.stripe.member_letter import MemberLetters

        accounts, stationery = self.mail_accounts, self.outside.stationery
        mail = PersonalMail(self.db, self.clock, self.files, accounts, stationery)
        return MemberLetters(self.memberships, mail, self.settings)

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

        refused = self.mail_accounts.refused
        return Sending(self.db, self.clock, self.outbox, self.outside.postmen, refused)

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
