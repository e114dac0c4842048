"""Which certificates do not count any more: a list with a date that the issuer signs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from cpd_desktop.domain.certificates.issuer_card import read_moment, written_moment

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

VERSION = 1
MOST_ENTRIES = 1_000_000


class Ended(StrEnum):
    """Why a certificate does not count any more."""

    REVOKED = "revoked"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Ending:
    """That a certificate was revoked, or replaced by another."""

    how: Ended
    replaced_by: str = ""


@dataclass(frozen=True, slots=True)
class StatusList:
    """Every certificate of an issuer that was revoked or replaced up to a moment.

    It holds numbers only: neither names nor reasons are anybody else's business.
    """

    dated: datetime
    endings: Mapping[str, Ending]

    def as_fields(self) -> dict[str, Any]:
        """Return what is written down and signed."""
        return {
            "type": "cpd-status",
            "version": VERSION,
            "dated": written_moment(self.dated),
            "ended": {
                number: [str(each.how), each.replaced_by]
                for number, each in sorted(self.endings.items())
            },
        }


def status_list_of(fields: Any) -> StatusList:
    """Return the list that was written down; raises ``ValueError`` if it is none."""
    try:
        if fields["type"] != "cpd-status" or fields["version"] != VERSION:
            raise ValueError
        ended = fields["ended"].items()
        if len(ended) > MOST_ENTRIES:
            raise ValueError
        return StatusList(
            read_moment(fields["dated"]),
            {number: _ending(*each) for number, each in ended},
        )
    except (KeyError, TypeError, AttributeError):
        raise ValueError from None


def _ending(how: str, replaced_by: str) -> Ending:
    if not isinstance(replaced_by, str):
        raise TypeError
    return Ending(Ended(how), replaced_by)
