"""The adapters behind the ports; each is loaded when it is first needed."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from cpd_desktop.adapters.billing.bill_press import BillPress
    from cpd_desktop.adapters.binder.bindery import ZipBindery
    from cpd_desktop.adapters.browser import SystemBrowser
    from cpd_desktop.adapters.calendars import CalendarFiles
    from cpd_desktop.adapters.certificates.press import CertificatePress
    from cpd_desktop.adapters.certificates.studio import CertificateStudio
    from cpd_desktop.adapters.closeness import MeasuredCloseness
    from cpd_desktop.adapters.mail.autoconfig import WellKnownServers
    from cpd_desktop.adapters.mail.postmen import MailPostmen
    from cpd_desktop.adapters.mail.stationery import PaperStationery
    from cpd_desktop.adapters.network_log import NetworkLogFile
    from cpd_desktop.adapters.papers.pdf_papers import PdfPapers
    from cpd_desktop.adapters.release_notes import SignedReleaseNotes
    from cpd_desktop.adapters.sealed_file import SealedFiles
    from cpd_desktop.adapters.sheets.files import SheetFiles
    from cpd_desktop.adapters.storage.buckets import Cloud
    from cpd_desktop.adapters.stripe.connection import KeyInKeychain
    from cpd_desktop.adapters.stripe.doorstep import LoopbackDoorstep
    from cpd_desktop.adapters.trust.judge import CertificateJudge
    from cpd_desktop.adapters.trust.keys import SafeKeys
    from cpd_desktop.adapters.trust.proven_badge import BadgeProver
    from cpd_desktop.adapters.trust.time_stamper import TimeStamper
    from cpd_desktop.adapters.zoom.connection import ZoomConnection
    from cpd_desktop.domain.sharing import Computer
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.code_reader import CodeReader
    from cpd_desktop.services.keychain import Keychains
    from cpd_desktop.services.session_start import SessionStart
    from cpd_desktop.services.zoom.ports import Zoom
    from cpd_desktop.store.folder import DataFolder


class _Open(Protocol):
    def close(self) -> None: ...


@dataclass(frozen=True)
class Outside:
    """What the services are given of the world."""

    folder: DataFolder
    keychains: Keychains
    clock: Clock
    _making: threading.Lock = field(default_factory=threading.Lock, init=False, repr=False)
    _zoom: list[ZoomConnection] = field(default_factory=list, init=False, repr=False)
    _stripe: list[KeyInKeychain] = field(default_factory=list, init=False, repr=False)
    _doors: list[LoopbackDoorstep] = field(default_factory=list, init=False, repr=False)

    @cached_property
    def sheets(self) -> SheetFiles:
        """Return what reads and writes spreadsheets."""
        from cpd_desktop.adapters.sheets.files import SheetFiles

        return SheetFiles()

    @cached_property
    def papers(self) -> PdfPapers:
        """Return what draws papers."""
        from cpd_desktop.adapters.lettering.fonts import FontShelf, system_folders
        from cpd_desktop.adapters.papers.pdf_papers import PdfPapers
        from cpd_desktop.app.resources import resources

        return PdfPapers(FontShelf(resources() / "fonts", system_folders()))

    @property
    def bindery(self) -> ZipBindery:
        """Return what writes audit binders."""
        from cpd_desktop.adapters.binder.bindery import ZipBindery

        return ZipBindery()

    @cached_property
    def press(self) -> CertificatePress:
        """Return what makes certificates."""
        from cpd_desktop.adapters.certificates.press import CertificatePress
        from cpd_desktop.adapters.lettering.fonts import FontShelf, system_folders
        from cpd_desktop.app.resources import resources

        shelf = FontShelf(resources() / "fonts", system_folders())
        return CertificatePress(shelf, self.keychains, self.clock, resources() / "certificates")

    @cached_property
    def bill_printer(self) -> BillPress:
        """Return what prints invoices."""
        from cpd_desktop.adapters.billing.bill_press import BillPress
        from cpd_desktop.adapters.lettering.fonts import FontShelf, system_folders
        from cpd_desktop.app.resources import resources

        return BillPress(FontShelf(resources() / "fonts", system_folders()))

    @cached_property
    def studio(self) -> CertificateStudio:
        """Return what draws certificates for the screen."""
        from cpd_desktop.adapters.certificates.studio import CertificateStudio
        from cpd_desktop.adapters.lettering.fonts import FontShelf, system_folders
        from cpd_desktop.app.resources import resources

        return CertificateStudio(FontShelf(resources() / "fonts", system_folders()))

    @cached_property
    def calendars(self) -> CalendarFiles:
        """Return what writes calendar files."""
        from cpd_desktop.adapters.calendars import CalendarFiles

        return CalendarFiles()

    @property
    def read_codes(self) -> CodeReader:
        """Return what finds codes in pictures."""
        from cpd_desktop.adapters.qr_reader import codes_in

        return codes_in

    @cached_property
    def closeness(self) -> MeasuredCloseness:
        """Return what measures how close two texts are."""
        from cpd_desktop.adapters.closeness import MeasuredCloseness

        return MeasuredCloseness()

    @cached_property
    def network_log(self) -> NetworkLogFile:
        """Return what writes down every call over the network."""
        from cpd_desktop.adapters.network_log import NetworkLogFile

        return NetworkLogFile(self.folder.logs)

    @cached_property
    def issuer_keys(self) -> SafeKeys:
        """Return the keys that sign certificates."""
        from cpd_desktop.adapters.trust.identity_safe import IdentitySafe
        from cpd_desktop.adapters.trust.keys import SafeKeys

        return SafeKeys(IdentitySafe(self.keychains, self.clock))

    @cached_property
    def computer(self) -> Computer:
        """Return which computer this is."""
        from cpd_desktop.adapters.computer import this_computer

        return this_computer()

    @property
    def session_start(self) -> SessionStart:
        """Return what starts the application with the session."""
        from cpd_desktop.adapters.session_start import session_start

        return session_start(self.folder.path)

    @property
    def browser(self) -> SystemBrowser:
        """Return the person's own browser."""
        from cpd_desktop.adapters.browser import SystemBrowser

        return SystemBrowser()

    @property
    def release_notes(self) -> SignedReleaseNotes:
        """Return what asks for a new version."""
        from cpd_desktop.adapters.release_notes import SignedReleaseNotes
        from cpd_desktop.app.resources import resources

        key = resources() / "updates" / "release.pub"
        return SignedReleaseNotes(key, self.network_log, self.clock)

    @property
    def sealed(self) -> SealedFiles:
        """Return what writes and reads files that only a passphrase opens."""
        from cpd_desktop.adapters.sealed_file import SealedFiles

        return SealedFiles()

    @cached_property
    def trust(self) -> CertificateJudge:
        """Return what reads and judges what others signed."""
        from cpd_desktop.adapters.trust.judge import CertificateJudge
        from cpd_desktop.app.resources import resources

        return CertificateJudge(resources() / "verify")

    @cached_property
    def stationery(self) -> PaperStationery:
        """Return what turns texts into mails."""
        from cpd_desktop.adapters.mail.stationery import PaperStationery
        from cpd_desktop.app.resources import resources

        return PaperStationery(resources() / "mail", self.folder.path / "mail-texts")

    @cached_property
    def postmen(self) -> MailPostmen:
        """Return who carries mail."""
        from cpd_desktop.adapters.browser import SystemBrowser
        from cpd_desktop.adapters.mail.postmen import MailPostmen

        return MailPostmen(
            self.keychains, SystemBrowser(), self.network_log, self.clock, self.folder.path
        )

    @property
    def mail_sign_ins(self) -> MailPostmen:
        """Return what signs mail accounts in."""
        return self.postmen

    @property
    def mailboxes(self) -> MailPostmen:
        """Return what finds the mailboxes of mail accounts."""
        return self.postmen

    @property
    def mail_servers(self) -> WellKnownServers:
        """Return what finds out where a domain takes mail."""
        from cpd_desktop.adapters.mail.autoconfig import WellKnownServers

        return WellKnownServers(self.postmen.noted)

    @property
    def stamper(self) -> TimeStamper:
        """Return what gets time stamps for certificates."""
        from cpd_desktop.adapters.trust.time_stamper import TimeStamper

        return TimeStamper(self.network_log, self.clock)

    @property
    def prover(self) -> BadgeProver:
        """Return what proves badges in their other form."""
        from cpd_desktop.adapters.trust.proven_badge import BadgeProver

        return BadgeProver(self.keychains, self.clock)

    @property
    def cloud(self) -> Cloud:
        """Return what opens online storage."""
        from cpd_desktop.adapters.storage.buckets import Cloud

        return Cloud(self.network_log, self.clock)

    @property
    def zoom_connection(self) -> ZoomConnection:
        """Return the connection to Zoom, of which a program has one."""
        with self._making:
            if not self._zoom:
                self._zoom.append(self._new_zoom())
            return self._zoom[0]

    @property
    def stripe_connection(self) -> KeyInKeychain:
        """Return where the key for Stripe is kept; its connections are shared."""
        with self._making:
            if not self._stripe:
                from cpd_desktop.adapters.stripe.connection import KeyInKeychain

                self._stripe.append(KeyInKeychain(self.keychains, self.network_log, self.clock))
            return self._stripe[0]

    @property
    def doorstep(self) -> LoopbackDoorstep:
        """Return where a browser on this computer goes after paying; it opens when asked for."""
        with self._making:
            if not self._doors:
                from cpd_desktop.adapters.stripe.doorstep import LoopbackDoorstep

                self._doors.append(LoopbackDoorstep())
            return self._doors[0]

    @property
    def zoom(self) -> Zoom:
        """Return Zoom, as whoever is signed in."""
        return self.zoom_connection.calls

    def close(self) -> None:
        """Close what is open to the world."""
        with self._making:
            opened: list[_Open] = [*self._zoom, *self._stripe, *self._doors]
            for each in opened:
                each.close()

    def _new_zoom(self) -> ZoomConnection:
        from cpd_desktop.adapters.zoom.connection import ZoomConnection

        return ZoomConnection(
            self.folder.path, self.keychains, self.browser, self.network_log, self.clock
        )

    def log_tail(self, lines: int) -> str:
        """Return the last lines of the log."""
        from cpd_desktop.adapters.log_file import tail

        return tail(self.folder.logs, lines)
