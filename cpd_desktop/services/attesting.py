"""The services that tell who was there, certify it, and prove both."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from cpd_desktop.services.house import House

if TYPE_CHECKING:
    from cpd_desktop.services.attendance.attendance import Attendance
    from cpd_desktop.services.attendance.attendance_export import AttendanceExport
    from cpd_desktop.services.attendance.mark_import import MarkImport
    from cpd_desktop.services.attendance.report_import import ReportImport
    from cpd_desktop.services.attendance.reports import Reports
    from cpd_desktop.services.binder.binders import Binders
    from cpd_desktop.services.certificates.badges import Badges
    from cpd_desktop.services.certificates.corrections import Corrections
    from cpd_desktop.services.certificates.expiring import Expiring
    from cpd_desktop.services.certificates.issuers import KnownIssuers
    from cpd_desktop.services.certificates.issuing import Certificates
    from cpd_desktop.services.certificates.previews import Previews
    from cpd_desktop.services.certificates.register import CertificateRegister
    from cpd_desktop.services.certificates.signing_keys import SigningKeys
    from cpd_desktop.services.certificates.statements import Statements
    from cpd_desktop.services.certificates.templates import Templates
    from cpd_desktop.services.certificates.time_stamps import TimeStamps
    from cpd_desktop.services.certificates.uploads import Uploads
    from cpd_desktop.services.certificates.verifying import Verifying
    from cpd_desktop.services.retention import Keeping


@dataclass(frozen=True)
class Attesting(House):
    """Attendance, certificates, and the records of both; each is loaded when first asked for."""

    @cached_property
    def reports(self) -> Reports:
        """Return the reports of who came."""
        from cpd_desktop.services.attendance.reports import Reports

        return Reports(self.db, self.files, self.clock)

    @cached_property
    def attendance(self) -> Attendance:
        """Return who attended, and what people decide about it."""
        from cpd_desktop.services.attendance.attendance import Attendance

        return Attendance(self.db, self.clock, self.outside.closeness)

    @cached_property
    def attendance_export(self) -> AttendanceExport:
        """Return what writes attendance down for others."""
        from cpd_desktop.services.attendance.attendance_export import AttendanceExport

        return AttendanceExport(self.settings, self.clock, self.sheets, self.outside.papers)

    @cached_property
    def report_import(self) -> ReportImport:
        """Return what brings reports of who came in."""
        from cpd_desktop.services.attendance.report_import import ReportImport

        return ReportImport(self.db, self.clock, self.files, self.sheets, self.reports)

    @cached_property
    def mark_import(self) -> MarkImport:
        """Return what brings in lists of who did something."""
        from cpd_desktop.services.attendance.mark_import import MarkImport

        return MarkImport(self.sheets, self.attendance)

    @cached_property
    def templates(self) -> Templates:
        """Return the templates of certificates."""
        from cpd_desktop.services.certificates.templates import Templates

        return Templates(self.db, self.files, self.clock, self.outside.press)

    @cached_property
    def previews(self) -> Previews:
        """Return what shows certificates, and templates before anything is issued with them."""
        from cpd_desktop.services.certificates.previews import Previews

        return Previews(
            self.clock,
            self.files,
            self.settings,
            self.certificates.planning,
            self.certificate_register,
            self.outside.press,
            self.outside.studio,
        )

    @cached_property
    def certificate_register(self) -> CertificateRegister:
        """Return every certificate that was issued."""
        from cpd_desktop.services.certificates.register import CertificateRegister

        return CertificateRegister(self.db, self.files, self.outside.trust)

    @cached_property
    def certificates(self) -> Certificates:
        """Return what issues certificates, and ends them."""
        from cpd_desktop.services.certificates.issuing import Certificates
        from cpd_desktop.services.certificates.planning import Planning

        press = self.outside.press
        planning = Planning(
            self.db, self.clock, self.settings, self.attendance, self.templates, press
        )
        register, keys = self.certificate_register, self.signing_keys
        return Certificates(self.db, self.clock, self.files, planning, register, press, keys)

    @cached_property
    def corrections(self) -> Corrections:
        """Return what tells how a corrected certificate would differ."""
        from cpd_desktop.services.certificates.corrections import Corrections

        return Corrections(self.certificates.planning, self.certificate_register, self.clock)

    @cached_property
    def time_stamps(self) -> TimeStamps:
        """Return the time stamps of certificates."""
        from cpd_desktop.services.certificates.time_stamps import TimeStamps

        register, stamper = self.certificate_register, self.outside.stamper
        return TimeStamps(self.db, self.clock, self.files, self.settings, register, stamper)

    @cached_property
    def badges(self) -> Badges:
        """Return what writes the badges of certificates out."""
        from cpd_desktop.services.certificates.badges import Badges

        return Badges(self.outside.prover, self.certificate_register.pdf)

    @cached_property
    def uploads(self) -> Uploads:
        """Return what puts certificates online."""
        from cpd_desktop.services.certificates.uploads import Uploads

        return Uploads(self.keychains, self.outside.cloud, self.time_stamps.pdf)

    @cached_property
    def statements(self) -> Statements:
        """Return what lists the credits of a person."""
        from cpd_desktop.services.certificates.statements import Statements

        return Statements(
            self.db, self.clock, self.settings, self.certificate_register, self.outside.papers
        )

    @cached_property
    def issuers(self) -> KnownIssuers:
        """Return the issuers whose certificates can be told from others'."""
        from cpd_desktop.services.certificates.issuers import KnownIssuers

        return KnownIssuers(self.db, self.outside.trust, self.clock)

    @cached_property
    def signing_keys(self) -> SigningKeys:
        """Return oneself as an issuer."""
        from cpd_desktop.services.certificates.endings import endings
        from cpd_desktop.services.certificates.signing_keys import SigningKeys

        outside = self.outside
        return SigningKeys(self.db, outside.issuer_keys, outside.trust, self.clock, endings)

    @cached_property
    def verifying(self) -> Verifying:
        """Return what says what is proven about certificates."""
        from cpd_desktop.services.certificates.endings import endings
        from cpd_desktop.services.certificates.verifying import Verifying

        return Verifying(self.db, self.outside.trust, self.issuers, self.clock, endings)

    @cached_property
    def binders(self) -> Binders:
        """Return what makes audit binders."""
        from cpd_desktop.services.binder.binders import Binders

        return Binders(self.db, self.files, self.outside.closeness, self.outside.bindery)

    @cached_property
    def keeping(self) -> Keeping:
        """Return how long events are kept."""
        from cpd_desktop.services.retention import Keeping

        return Keeping(self.db, self.clock)

    @cached_property
    def expiring(self) -> Expiring:
        """Return what erases certificates that need not be kept any more."""
        from cpd_desktop.services.certificates.expiring import Expiring

        return Expiring(self.db, self.clock, self.files, self.keeping)
