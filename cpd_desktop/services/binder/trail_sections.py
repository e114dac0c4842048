"""What was done with the event in the application, and how to check that nobody rewrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.domain.binder import MANIFEST, Section, Table

if TYPE_CHECKING:
    from cpd_desktop.services.binder.evidence import Evidence
    from cpd_desktop.services.binder.telling import Telling

HEADERS = ("Entry", "At (UTC)", "By", "What", "Of", "Number", "Undoes", "Details", "Previous",
           "Hash")  # fmt: skip
COMPARE = (
    f"{MANIFEST} lists every other file of this binder with its SHA-256. After unpacking, "
    f"“sha256sum -c {MANIFEST}” compares them all; “shasum -a 256 -c {MANIFEST}” does so on a Mac, "
    "and “cpd audit verify” on the ZIP itself."
)
BY_LETTER = (
    "Whoever made the binder can tell the SHA-256 of the manifest by another way, such as in a "
    "letter; then nobody can replace binder and manifest together."
)
SAME = "The same state of the data gives the same binder, byte for byte, whenever it is made."
PERSONAL = "The binder holds personal data. Give it only to whoever is entitled to it."
WHOLE = (
    "The whole audit trail, {length} entries from the first to the last, was checked when the "
    "binder was made: each entry carries the hash of the one before it, and nothing was altered."
)
BROKEN = "The audit trail was checked when the binder was made, and it is not whole: {fault}"
HASHES = (
    "An entry's hash is the SHA-256 of its fields as a JSON list: entry, at, by, what, of, number, "
    "undoes, details, previous. “Details” is the hash of what was changed; that stays in the "
    "application, where it can be shown and compared with this."
)


def audit_trail(told: Evidence, _telling: Telling) -> Section:
    """Tell who did what with the event, and that nothing of it was rewritten."""
    trail = told.trail
    rows = [
        (str(each.id), each.at, each.who, each.deed, each.kind or "", str(each.subject or ""),
         str(each.undoes or ""), each.details_hash, each.previous, each.hash)
        for each in trail.entries
    ]  # fmt: skip
    checked = BROKEN.format(fault=trail.fault) if trail.fault else WHOLE.format(length=trail.length)
    facts = (
        ("Last entry", f"{trail.last.id}, {trail.last.at}"),
        ("Its hash", trail.last.hash),
    )
    table = Table("Entries about this event", HEADERS, rows, "audit-trail",
                  figures=frozenset({0, 5, 6}))  # fmt: skip
    return Section("trail", "Audit trail", (checked, HASHES), facts, (table,))


def checking(_told: Evidence, _telling: Telling) -> Section:
    """Tell how anybody can check the binder, now and years later."""
    return Section("checking", "How to check this binder", (COMPARE, BY_LETTER, SAME, PERSONAL))
