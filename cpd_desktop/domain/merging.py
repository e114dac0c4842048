"""What two entries of one human make together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cpd_desktop.domain.people import Consent, tidy

if TYPE_CHECKING:
    from cpd_desktop.domain.people import PersonDraft

_ONE_LINE = ("organisation", "job_title", "phone")


def merged(keep: PersonDraft, other: PersonDraft) -> tuple[PersonDraft, tuple[str, ...]]:
    """Return the one person, and which values of the other only fit into the notes.

    Who withdrew consent, or is not to be written to, stays so.
    """
    differs = tuple(
        theirs
        for name in _ONE_LINE
        if (theirs := tidy(getattr(other, name))) and theirs != (getattr(keep, name) or theirs)
    )
    consenting = max(keep, other, key=_strictness)
    notes = (keep.notes, " · ".join(differs), other.notes if other.notes != keep.notes else "")
    made = replace(
        keep,
        email=keep.email or other.email,
        organisation=keep.organisation or other.organisation,
        job_title=keep.job_title or other.job_title,
        phone=keep.phone or other.phone,
        notes="\n".join(filter(None, notes)),
        tags=(*keep.tags, *other.tags),
        addresses=(*keep.addresses, other.email, *other.addresses),
        spellings=(*keep.spellings, other.name, *other.spellings),
        licences=(*keep.licences, *other.licences),
        consent=consenting.consent,
        consent_on=consenting.consent_on,
        do_not_mail=keep.do_not_mail or other.do_not_mail,
    )
    return made.tidied(), differs


def _strictness(each: PersonDraft) -> tuple[int, str]:
    order = (Consent.UNKNOWN, Consent.GIVEN, Consent.WITHDRAWN)
    return order.index(each.consent), each.consent_on.isoformat() if each.consent_on else ""
