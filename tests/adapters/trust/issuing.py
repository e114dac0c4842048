"""An issuer, a certificate of theirs, and the smallest PDF file that can be signed."""

from __future__ import annotations

import hashlib
import zlib
from datetime import UTC, date, datetime
from decimal import Decimal

from cpd_desktop.adapters.trust.badges import Recipient, write_badge
from cpd_desktop.adapters.trust.identity import IssuerIdentity, new_identity
from cpd_desktop.adapters.trust.pades import PdfSigner
from cpd_desktop.domain.certificates.claims import Claims
from cpd_desktop.domain.certificates.issuer_card import Provider
from cpd_desktop.domain.certificates.known import Known
from cpd_desktop.domain.credit import CreditLine

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
PROVIDER = Provider("Acme CPD Ltd", "1 High Street, Leeds", "https://acme-cpd.example")
CRITERIA = "Attended at least 80% of the event."
RECIPIENT = Recipient("ana@example.org", "salt-of-ana")
CLAIMS = Claims(
    "CPD-2026-000123",
    "Γεώργιος Ångström-O’Sullivan",  # noqa: RUF001 - how the name is written
    "Safeguarding & Clinical Governance: Level 3 Update",
    date(2026, 10, 14),
    date(2026, 10, 14),
    (CreditLine("CPD hours", Decimal("6.5")),),
    date(2026, 11, 21),
)


UNSIGNED = (
    b"<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/M(D:%s)"
    b"/ByteRange[0000000000 0000000000 0000000000 0000000000]/Contents<%s>>>"
)


def issuer(name: str = PROVIDER.name, at: datetime = NOW) -> IssuerIdentity:
    return new_identity(name, at)


def known(*identities: IssuerIdentity, provider: Provider = PROVIDER) -> Known:
    return Known(tuple(each.card(provider, NOW) for each in identities))


def badge_of(identity: IssuerIdentity, claims: Claims = CLAIMS) -> str:
    return write_badge(claims, identity.token, PROVIDER, RECIPIENT, CRITERIA)


def laid_out(signer: PdfSigner | None, badge: str | None, at: datetime = NOW) -> bytearray:
    """Return one empty page with a badge attached and room for an invisible signature."""
    objects: dict[int, bytes] = {
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Annots[4 0 R]>>",
        4: b"<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature)/Rect[0 0 0 0]/F 132/P 3 0 R"
        + (b"/V 7 0 R>>" if signer else b">>"),
    }
    names = b""
    if badge:
        packed = zlib.compress(badge.encode())
        objects[5] = (
            b"<</Type/EmbeddedFile/Subtype/application#2Fvc+jwt/Filter/FlateDecode"
            b"/Params<</Size %d>>/Length %d>>\nstream\n" % (len(badge), len(packed))
        ) + packed + b"\nendstream"  # fmt: skip
        objects[6] = b"<</Type/Filespec/F(badge.jwt)/UF(badge.jwt)/EF<</F 5 0 R>>>>"
        names = b"/Names<</EmbeddedFiles<</Names[(badge.jwt) 6 0 R]>>>>"
    if signer:
        objects[7] = UNSIGNED % (at.strftime("%Y%m%d%H%M%SZ").encode(), b"0" * 2 * signer.reserve)
    form = b"/AcroForm<</Fields[4 0 R]/SigFlags 3>>"
    objects[1] = b"<</Type/Catalog/Pages 2 0 R" + names + form + b">>"
    pdf = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = {}
    for number, content in sorted(objects.items()):
        places[number] = len(pdf)
        pdf += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(pdf)
    pdf += b"xref\n0 8\n0000000000 65535 f \n"
    for number in range(1, 8):
        place = places.get(number)
        pdf += b"0000000000 65535 f \n" if place is None else b"%010d 00000 n \n" % place
    pdf += b"trailer\n<</Size 8/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % table
    return pdf


def signed_pdf(identity: IssuerIdentity, badge: str | None = None, at: datetime = NOW) -> bytes:
    """Return a signed PDF file that carries a badge, their own unless another is given."""
    signer = PdfSigner(identity.pdf)
    pdf = laid_out(signer, badge or badge_of(identity), at)
    sign(pdf, signer)
    return bytes(pdf)


def sign(pdf: bytearray, signer: PdfSigner) -> None:
    """Fill the room for a signature, as the writer of certificates does."""
    opening = pdf.index(b"/Contents<") + len(b"/Contents")
    closing = pdf.index(b">", opening) + 1
    numbers = b" %010d %010d %010d]" % (opening, closing, len(pdf) - closing)
    at = opening - len(numbers) - len(b"/Contents")
    pdf[at : at + len(numbers)] = numbers
    digest = hashlib.sha256(pdf[:opening] + pdf[closing:]).digest()
    coded = signer.signature(digest).hex().encode()
    pdf[opening + 1 : opening + 1 + len(coded)] = coded
