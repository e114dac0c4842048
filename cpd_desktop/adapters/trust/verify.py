"""Says what is proven about a certificate that somebody shows: a PDF, a token or a badge."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from cpd_desktop.adapters.trust import baking, signed_pdf, stamped_pdf
from cpd_desktop.adapters.trust.badges import read_badge
from cpd_desktop.adapters.trust.cms import is_signed
from cpd_desktop.adapters.trust.qr_token import START, read_token
from cpd_desktop.adapters.trust.time_token import read_time_token
from cpd_desktop.domain.certificates import check_words as words
from cpd_desktop.domain.certificates.issuer_card import (
    fingerprint_of,
    key_id,
    shown_fingerprint,
)
from cpd_desktop.domain.certificates.status_list import Ended
from cpd_desktop.domain.certificates.verdicts import Check, Looked, Verdict, Verification

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cpd_desktop.adapters.trust.signed_pdf import PdfSignature
    from cpd_desktop.domain.certificates.claims import Claims
    from cpd_desktop.domain.certificates.issuer_card import IssuerCard, Term
    from cpd_desktop.domain.certificates.known import Known
    from cpd_desktop.domain.certificates.status_list import StatusList
    from cpd_desktop.domain.words import Sentence

Judge: TypeAlias = "Callable[[bytes, Sequence[bytes]], str | None]"

LARGEST = 64 << 20
_LONGEST_TEXT = 100_000


@dataclass(frozen=True, slots=True)
class _Found:
    """Signed claims: with which key, and which known issuer has it."""

    claims: Claims
    fingerprint: str
    checks: tuple[Check, ...]
    card: IssuerCard | None = None
    term: Term | None = None
    unproven: tuple[Sentence, ...] = ()


def verify(shown: bytes, known: Known, judge: Judge | None = None) -> Verification:
    """Say what is proven about it; whatever it is, nothing is raised.

    ``judge`` is asked about PDF files in the end, if all else says that one is valid.
    """
    if len(shown) > LARGEST:
        return _nothing(words.TOO_LARGE)
    if shown.startswith(signed_pdf.MAGIC):
        return _verify_stamped(shown, known, judge)
    if shown.startswith(baking.MAGIC):
        return _verify_picture(shown, known)
    if len(shown) > _LONGEST_TEXT:
        return _nothing(words.NO_CERTIFICATE)
    try:
        return _verify_text(shown.decode().strip(), known)
    except UnicodeDecodeError:
        return _nothing(words.NO_CERTIFICATE)


def _verify_text(text: str, known: Known) -> Verification:
    is_token = text.startswith(START) or "#" in text
    try:
        found = _token(text, known) if is_token else _badge(text, known)
    except ValueError:
        looks_so = text.startswith((START, "eyJ"))
        return _altered(words.DAMAGED) if looks_so else _nothing(words.NO_CERTIFICATE)
    return _settled(found, known)


def _verify_picture(picture: bytes, known: Known) -> Verification:
    try:
        badge = baking.baked(picture)
        if badge is None:
            return _nothing(words.NO_CERTIFICATE)
        return _settled(_badge(badge, known), known)
    except ValueError:
        return _altered(words.DAMAGED)


def _verify_stamped(pdf: bytes, known: Known, judge: Judge | None) -> Verification:
    """Verify a file as it was issued, or a copy of one with a time stamp after it."""
    try:
        issued, token = stamped_pdf.split(pdf)
        if token is None:
            return _verify_pdf(pdf, known, judge)
        stamp = read_time_token(token, stamped_pdf.room_for_stamp(issued).digest)
    except ValueError:
        return _altered(words.STAMP_WRONG, Looked.TIME)
    # The judge has to be content with all of the copy.
    said = _verify_pdf(issued, known, judge and (lambda _, chain: judge(pdf, chain)))
    if said.claims is None:
        return said
    says = words.STAMPED.filled(authority=stamp.authority, moment=stamp.shown)
    unproven = words.STAMP_UNPROVEN.filled(authority=stamp.authority)
    return replace(
        said,
        checks=(*said.checks, Check(Looked.TIME, True, says)),
        unproven=(*said.unproven, unproven),
    )


def _verify_pdf(pdf: bytes, known: Known, judge: Judge | None) -> Verification:
    badges = signed_pdf.badges_in(pdf)
    try:
        signature = signed_pdf.signature_in(pdf)
    except ValueError:
        return (
            _altered(words.PDF_UNSIGNED, Looked.PDF) if badges else _nothing(words.NO_CERTIFICATE)
        )
    if signature is None:
        return (
            _altered(words.PDF_UNSIGNED, Looked.PDF) if badges else _nothing(words.NO_CERTIFICATE)
        )
    if not signature.covers or not is_signed(signature.signed):
        return _altered(words.PDF_CHANGED, Looked.PDF)
    if len(badges) != 1:
        return _nothing(words.NO_BADGE)
    try:
        found = _badge(badges[0], known)
    except ValueError:
        return _altered(words.DAMAGED, Looked.BADGE)
    return _second(_settled(_bound(found, signature, known), known), pdf, signature, judge)


def _bound(
    found: _Found | Verification, signature: PdfSignature, known: Known
) -> _Found | Verification:
    """Return the badge's claims as those of the file, if the same issuer signed both."""
    if isinstance(found, Verification):
        return found
    untouched = Check(Looked.PDF, True, words.PDF_UNTOUCHED)
    found = replace(found, checks=(untouched, *found.checks))
    if found.card is None:
        return found
    leaf = hashlib.sha256(signature.signed.message.chain[0]).hexdigest()
    certificate = found.card.certificate(leaf)
    if certificate is None:
        other = Check(Looked.BADGE, False, words.OTHER_ISSUER)
        if not any(card.certificate(leaf) for card in known.cards):
            # A genuine badge in a file that somebody unknown made.
            unknown = words.UNKNOWN.filled(key=shown_fingerprint(leaf))
            checks = (*found.checks, other, Check(Looked.ISSUER, False, unknown))
            return Verification(Verdict.UNKNOWN_ISSUER, checks, fingerprint=leaf)
        return Verification(Verdict.ALTERED, (*found.checks, other))
    same = Check(Looked.BADGE, True, words.SAME_ISSUER)
    # Both keys had to be in use: what is said in the end goes by the one that was not.
    in_use = certificate.term.covers(found.claims.issued)
    term = found.term if in_use else certificate.term
    return replace(found, checks=(*found.checks, same), term=term)


def _second(
    said: Verification, pdf: bytes, signature: PdfSignature, judge: Judge | None
) -> Verification:
    """Return what was said after the judge was heard."""
    if judge is None or said.verdict not in {Verdict.VALID, Verdict.REVOKED, Verdict.REPLACED}:
        return said
    reason = judge(pdf, signature.signed.message.chain)
    if reason is None:
        agrees = Check(Looked.JUDGE, True, words.SECOND_OPINION)
        return replace(said, checks=(*said.checks, agrees))
    refuses = Check(Looked.JUDGE, False, words.SECOND_REFUSAL.filled(reason=reason))
    return Verification(Verdict.ALTERED, (*said.checks, refuses))


def _token(text: str, known: Known) -> _Found | Verification:
    token = read_token(text)
    candidates = [
        (card, key)
        for card in known.cards
        for key in card.keys
        if key_id(key.fingerprint) == token.key_id
    ]
    for card, key in candidates:
        if token.is_by(key.public):
            signed = _signed(key.fingerprint)
            return _Found(
                token.claims, key.fingerprint, (signed,), card, key.term,
                unproven=(words.NOT_COMPARED,),
            )  # fmt: skip
    if candidates:
        key_words = shown_fingerprint(token.key_id.hex())
        return _altered(words.NOT_SIGNED.filled(key=key_words), Looked.SIGNATURE)
    return _Found(token.claims, token.key_id.hex(), (), unproven=(words.NEEDS_CARD,))


def _badge(text: str, known: Known) -> _Found | Verification:
    badge = read_badge(text)
    fingerprint = fingerprint_of(badge.public_key)
    if not badge.is_signed():
        shown = shown_fingerprint(fingerprint)
        return _altered(words.NOT_SIGNED.filled(key=shown), Looked.SIGNATURE)
    found = _Found(badge.claims, fingerprint, (_signed(fingerprint),))
    for card in known.cards:
        for key in card.keys:
            if key.public == badge.public_key:
                return replace(found, card=card, term=key.term)
    calls_itself = words.CALLS_ITSELF.filled(issuer=badge.issuer)
    return replace(found, unproven=(calls_itself,))


def _settled(found: _Found | Verification, known: Known) -> Verification:
    """Return the verdict on signed claims, by who signed them and what became of them."""
    if isinstance(found, Verification):
        return found
    shown = shown_fingerprint(found.fingerprint)
    if found.card is None or found.term is None:
        unknown = Check(Looked.ISSUER, False, words.UNKNOWN.filled(key=shown))
        return Verification(
            Verdict.UNKNOWN_ISSUER, (*found.checks, unknown), found.claims,
            fingerprint=found.fingerprint, unproven=found.unproven,
        )  # fmt: skip
    issuer = found.card.provider.name
    if not found.term.covers(found.claims.issued):
        is_early = found.claims.issued < found.term.since
        says, day = (words.BEGAN, found.term.since) if is_early else (words.ENDED, found.term.until)
        out = Check(Looked.ISSUER, False, says.filled(issuer=issuer, day=day))
        checks = (*found.checks, out)
        return Verification(
            Verdict.UNKNOWN_ISSUER, checks, found.claims, fingerprint=found.fingerprint
        )
    known_as = Check(Looked.ISSUER, True, words.KNOWN.filled(issuer=issuer))
    said = Verification(
        Verdict.VALID,
        (*found.checks, known_as),
        found.claims,
        issuer,
        found.fingerprint,
        unproven=(*found.unproven, words.WHO_SHOWS_IT.filled(name=found.claims.name)),
    )
    return _with_status(said, found.claims, known.lists.get(found.card.fingerprint))


def _with_status(said: Verification, claims: Claims, status: StatusList | None) -> Verification:
    if status is None:
        return replace(said, unproven=(words.NO_LIST, *said.unproven))
    date = f"{status.dated:%Y-%m-%d %H:%M} UTC"
    ending = status.endings.get(claims.number)
    verdict, says = Verdict.VALID, words.COUNTS
    if ending is not None and ending.how is Ended.REVOKED:
        verdict, says = Verdict.REVOKED, words.REVOKED
    elif ending is not None:
        verdict, says = Verdict.REPLACED, words.REPLACED
    by = ending.replaced_by if ending else ""
    filled = says.filled(date=date, issuer=said.issuer, number=by)
    return replace(
        said,
        verdict=verdict,
        checks=(*said.checks, Check(Looked.STATUS, ending is None, filled)),
        replaced_by=by,
        unproven=(words.LATER.filled(date=date), *said.unproven)
        if ending is None
        else said.unproven,
    )


def _signed(fingerprint: str) -> Check:
    return Check(Looked.SIGNATURE, True, words.SIGNED.filled(key=shown_fingerprint(fingerprint)))


def _altered(says: Sentence, what: Looked = Looked.FORM) -> Verification:
    return Verification(Verdict.ALTERED, (Check(what, False, says),))


def _nothing(says: Sentence) -> Verification:
    return Verification(Verdict.NOT_A_CERTIFICATE, (Check(Looked.FORM, False, says),))
