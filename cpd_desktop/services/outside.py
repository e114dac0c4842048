"""The ports to what lies outside of the data folder, as the services are given them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from cpd_desktop.domain.attendance.likeness import Closeness
    from cpd_desktop.domain.sharing import Computer
    from cpd_desktop.services.billing.bill_printer import BillPrinter
    from cpd_desktop.services.binder.ports import Bindery
    from cpd_desktop.services.browser import Browser
    from cpd_desktop.services.certificates.badges import Prover
    from cpd_desktop.services.certificates.ports import Press, Studio
    from cpd_desktop.services.certificates.time_stamps import Stamper
    from cpd_desktop.services.certificates.trust import IssuerKeys, Trust
    from cpd_desktop.services.certificates.uploads import Cloud
    from cpd_desktop.services.code_reader import CodeReader
    from cpd_desktop.services.invitations import Calendars
    from cpd_desktop.services.keychain import Keychains
    from cpd_desktop.services.messages.ports import (
        Mailboxes,
        MailServers,
        Postmen,
        SignIns,
        Stationery,
    )
    from cpd_desktop.services.moving import Sealed
    from cpd_desktop.services.network_log import NetworkLog
    from cpd_desktop.services.papers import Papers
    from cpd_desktop.services.session_start import SessionStart
    from cpd_desktop.services.sheets import Sheets
    from cpd_desktop.services.stripe.ports import Doorstep, StripeConnection
    from cpd_desktop.services.updates import ReleaseNotes
    from cpd_desktop.services.zoom.account import Connection
    from cpd_desktop.services.zoom.ports import Zoom


class Outside(Protocol):
    """The ports to what lies outside of the data folder."""

    @property
    def keychains(self) -> Keychains:
        """Return where secrets are kept."""

    @property
    def sheets(self) -> Sheets:
        """Return what reads and writes spreadsheets."""

    @property
    def papers(self) -> Papers:
        """Return what draws papers."""

    @property
    def press(self) -> Press:
        """Return what makes certificates."""

    @property
    def bill_printer(self) -> BillPrinter:
        """Return what prints invoices."""

    @property
    def bindery(self) -> Bindery:
        """Return what writes audit binders."""

    @property
    def studio(self) -> Studio:
        """Return what draws certificates for the screen."""

    @property
    def calendars(self) -> Calendars:
        """Return what writes calendar files."""

    @property
    def read_codes(self) -> CodeReader:
        """Return what finds codes in pictures."""

    @property
    def closeness(self) -> Closeness:
        """Return what measures how close two texts are."""

    @property
    def network_log(self) -> NetworkLog:
        """Return what writes down every call over the network."""

    @property
    def zoom_connection(self) -> Connection:
        """Return the connection to Zoom, of which a program has one."""

    @property
    def zoom(self) -> Zoom:
        """Return Zoom, as whoever is signed in."""

    @property
    def stripe_connection(self) -> StripeConnection:
        """Return where the key for Stripe is kept, and calls made with it."""

    @property
    def doorstep(self) -> Doorstep:
        """Return where a browser on this computer goes after paying."""

    @property
    def issuer_keys(self) -> IssuerKeys:
        """Return the keys that sign certificates."""

    @property
    def computer(self) -> Computer:
        """Return which computer this is."""

    @property
    def session_start(self) -> SessionStart:
        """Return what starts the application with the session."""

    @property
    def browser(self) -> Browser:
        """Return the person's own browser."""

    @property
    def release_notes(self) -> ReleaseNotes:
        """Return what asks for a new version."""

    @property
    def sealed(self) -> Sealed:
        """Return what writes and reads files that only a passphrase opens."""

    @property
    def trust(self) -> Trust:
        """Return what reads and judges what others signed."""

    @property
    def stationery(self) -> Stationery:
        """Return what turns texts into mails."""

    @property
    def postmen(self) -> Postmen:
        """Return who carries mail."""

    @property
    def mail_sign_ins(self) -> SignIns:
        """Return what signs mail accounts in."""

    @property
    def mailboxes(self) -> Mailboxes:
        """Return what finds the mailboxes of mail accounts."""

    @property
    def mail_servers(self) -> MailServers:
        """Return what finds out where a domain takes mail."""

    @property
    def stamper(self) -> Stamper:
        """Return what gets time stamps for certificates."""

    @property
    def prover(self) -> Prover:
        """Return what proves badges in their other form."""

    @property
    def cloud(self) -> Cloud:
        """Return what opens online storage."""

    def log_tail(self, lines: int) -> str:
        """Return the last lines of the log."""

    def close(self) -> None:
        """Close what is open to the world."""
