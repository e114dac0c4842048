"""Makes whole certificates: laid out, with code and badge, signed, and verified before they count.

The keys are read from the keychain once for each batch.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from cpd_desktop.adapters.certificates.compiled import CertificateWriter
from cpd_desktop.adapters.certificates.faces import Faces
from cpd_desktop.adapters.certificates.proofs import Proofreader
from cpd_desktop.adapters.certificates.qr_dots import qr_dots
from cpd_desktop.adapters.certificates.setting import Setter
from cpd_desktop.adapters.certificates.written import Attachment
from cpd_desktop.adapters.trust.badges import Recipient, write_badge
from cpd_desktop.adapters.trust.identity_safe import IdentitySafe
from cpd_desktop.adapters.trust.pades import PdfSigner
from cpd_desktop.adapters.trust.qr_token import write_address, write_token
from cpd_desktop.adapters.trust.verify import verify
from cpd_desktop.domain.certificates.freezing import claims_in
from cpd_desktop.domain.certificates.known import Known
from cpd_desktop.domain.certificates.verdicts import Verdict
from cpd_desktop.domain.errors import Damaged
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from cpd_desktop.adapters.certificates.drawing import BitMatrix
    from cpd_desktop.adapters.lettering.fonts import FontShelf
    from cpd_desktop.adapters.trust.identity import IssuerIdentity
    from cpd_desktop.domain.certificates.claims import Claims
    from cpd_desktop.domain.certificates.snapshot import Snapshot
    from cpd_desktop.domain.certificates.template import Template
    from cpd_desktop.services.certificates.ports import Order
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.keychain import Keychain

BADGE, BADGE_KIND = "credential.jwt", "application/vc+jwt"
SIGNATURE_SIZE = (200.0, 70.0)  # points; larger pictures are made smaller

NOT_SOUND = Sentence(
    "certificates", "The certificate of {person} did not verify after it was made: {says}"
)
NOT_ISSUED = Sentence("certificates", "It was not issued. Try again; if it stays so, tell us.")


@dataclass(frozen=True, slots=True)
class CertificatePress:
    """Makes certificates with the fonts of a shelf and the keys in a keychain."""

    shelf: FontShelf
    keychain: Keychain
    clock: Clock
    templates: Path
    _setters: list[Setter] = field(default_factory=list, init=False, repr=False)

    def built_in(self) -> Mapping[str, bytes]:
        """Return the templates that come with the application, as files by their names."""
        return {path.stem: path.read_bytes() for path in sorted(self.templates.glob("*.json"))}

    def proofreader(self, template: Template) -> Proofreader:
        """Return what looks at certificates before they are made."""
        return Proofreader(template, self._setter())

    def batch(self, order: Order) -> SignedBatch:
        """Return what makes the certificates of a batch; see the port."""
        identity = IdentitySafe(self.keychain, self.clock).identity()
        signer = PdfSigner(identity.pdf)
        signer.require_good(order.at)
        return SignedBatch(order, identity, signer, self._setter())

    def signature_picture(self, content: bytes) -> bytes:
        """Return a picture of a signature as it is printed; raises ``Invalid``."""
        from cpd_desktop.adapters.certificates.taking_in import PictureIntake

        return PictureIntake().picture(content, "signature", *SIGNATURE_SIZE).data

    def _setter(self) -> Setter:
        if not self._setters:
            self._setters.append(Setter(Faces(self.shelf)))
        return self._setters[0]


class SignedBatch:
    """Certificates of one template, signed with the same keys."""

    def __init__(
        self, order: Order, identity: IssuerIdentity, signer: PdfSigner, setter: Setter
    ) -> None:
        self._order, self._key, self._signer = order, identity.token, signer
        self._known = Known((identity.card(order.provider, order.at),))
        self._writer = CertificateWriter(
            order.template, setter, order.signatures, signer.reserve, self._code
        )

    def pdf(self, snapshot: Snapshot, email: str) -> bytes:
        """Return the signed file, after it was verified to say just this; see the port."""
        claims = claims_in(snapshot)
        pdf = self._signed(snapshot, email, claims)
        said = verify(pdf, self._known)
        # A badge does not tell of accreditors.
        lines = tuple(replace(each, accreditor="", activity_number="") for each in claims.credit)
        if said.verdict is not Verdict.VALID or said.claims != replace(claims, credit=lines):
            says = next((each.says for each in said.checks if not each.ok), said.verdict)
            raise Damaged(NOT_SOUND.filled(person=snapshot.person_name, says=str(says)), NOT_ISSUED)
        return pdf

    def unverified(self, snapshot: Snapshot, email: str) -> bytes:
        """Return the signed file as it was made; raises ``Invalid``."""
        return self._signed(snapshot, email, claims_in(snapshot))

    def _signed(self, snapshot: Snapshot, email: str, claims: Claims) -> bytes:
        recipient, order = Recipient(email, snapshot.code) if email else None, self._order
        badge = write_badge(claims, self._key, order.provider, recipient, order.criteria)
        written = self._writer.write(snapshot, [Attachment(BADGE, BADGE_KIND, badge.encode())])
        return written.signed(self._signer.signature(written.digest()))

    def _code(self, snapshot: Snapshot) -> BitMatrix:
        claims, page = claims_in(snapshot), snapshot.verify_address
        return qr_dots(
            write_address(claims, self._key, page) if page else write_token(claims, self._key)
        )
