"""The issuers that somebody knows, and what they say about their certificates."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpd_desktop.domain.certificates.issuer_card import IssuerCard
    from cpd_desktop.domain.certificates.status_list import StatusList


@dataclass(frozen=True, slots=True)
class Known:
    """The cards of issuers, and their lists of revoked certificates by fingerprint."""

    cards: tuple[IssuerCard, ...] = ()
    lists: Mapping[str, StatusList] = field(default_factory=dict)
