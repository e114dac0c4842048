"""Issuer cards and status lists as files: signed by the issuer, read with distrust."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.adapters.trust.jws import document, read_document
from cpd_desktop.domain.certificates.issuer_card import IssuerCard, card_of
from cpd_desktop.domain.certificates.status_list import StatusList, status_list_of
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from cpd_desktop.adapters.trust.identity import IssuerIdentity

CARD_KIND, STATUS_KIND = "cpd-issuer+json", "cpd-status+json"
LARGEST_CARD, LARGEST_LIST = 1 << 20, 64 << 20

NOT_A_CARD = Sentence("certificates", "This file is not an issuer card.")
CARD_ALTERED = Sentence("certificates", "This issuer card was changed after it was signed.")
NOT_A_LIST = Sentence("certificates", "This file is not a list of revoked certificates.")
FOREIGN_LIST = Sentence(
    "certificates", "This list of revoked certificates is not signed by {issuer}."
)


def write_card(card: IssuerCard, identity: IssuerIdentity) -> bytes:
    """Return the card as a file, signed by all its keys."""
    return document(card.as_fields(), CARD_KIND, identity.token_keys)


def read_card(content: bytes) -> IssuerCard:
    """Read a card; raises ``Invalid`` if it is none or one of its keys did not sign it.

    A key that need not sign could be anybody's: the card would claim what others issue.
    """
    try:
        fields, parts = read_document(content, CARD_KIND, LARGEST_CARD)
        card = card_of(fields)
    except ValueError:
        raise Invalid({"card": NOT_A_CARD}) from None
    named = {str(part.header.get("kid")): part for part in parts}
    for key in card.keys:
        part = named.get(key.fingerprint)
        if part is None or not part.is_by(key.public):
            raise Invalid({"card": CARD_ALTERED})
    return card


def write_status_list(status: StatusList, identity: IssuerIdentity) -> bytes:
    """Return the list as a file, signed by the key in use."""
    return document(status.as_fields(), STATUS_KIND, [identity.token])


def read_status_list(content: bytes, card: IssuerCard) -> StatusList:
    """Read a list; raises ``Invalid`` if it is none, or not of the issuer with this card."""
    try:
        fields, parts = read_document(content, STATUS_KIND, LARGEST_LIST)
        status = status_list_of(fields)
    except ValueError:
        raise Invalid({"list": NOT_A_LIST}) from None
    keys = {key.fingerprint: key for key in card.keys}
    for part in parts:
        key = keys.get(str(part.header.get("kid")))
        if key and key.term.covers(status.dated.date()) and part.is_by(key.public):
            return status
    raise Invalid({"list": FOREIGN_LIST.filled(issuer=card.provider.name)})
