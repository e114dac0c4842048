"""The tables. Constraints say what must never be; the migrations make them so.

An area is loaded when one of its tables is first asked for, so that the start does not wait for
what only a page needs; ``metadata`` is for whoever needs every table, and loads all of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from cpd_desktop.store.tables import columns
from cpd_desktop.store.tables.columns import SEARCHED, moment_text

if TYPE_CHECKING:
    from cpd_desktop.store.tables.attending import alias, decision, mark, presence, report, sighting
    from cpd_desktop.store.tables.billing import (
        bank_row,
        document,
        ledger_entry,
        membership,
        money_doubt,
        offer,
        operation,
        order_line,
        payment,
        refund,
        sales_order,
        stripe_customer,
        stripe_event,
    )
    from cpd_desktop.store.tables.certifying import (
        certificate,
        certificate_template,
        erased_certificate,
        issuer,
        template_version,
        time_stamp,
    )
    from cpd_desktop.store.tables.columns import metadata
    from cpd_desktop.store.tables.convening import (
        errand,
        happening,
        instance,
        interaction,
        meeting,
        seat,
    )
    from cpd_desktop.store.tables.keeping import (
        draft,
        journal,
        journal_part,
        numbering,
        saved_view,
        setting,
    )
    from cpd_desktop.store.tables.mailing import (
        mail_account,
        mail_attempt,
        mail_return,
        mail_template,
        message,
        suppression,
    )
    from cpd_desktop.store.tables.planning import (
        assignment,
        content,
        credit_line,
        custom_field,
        event,
        event_speaker,
        material,
        material_version,
        module,
        series,
        session,
        session_speaker,
        speaker,
        submission,
    )
    from cpd_desktop.store.tables.registering import (
        answer,
        check_in,
        column_map,
        discount_code,
        licence,
        party,
        person,
        person_address,
        person_spelling,
        registration,
        source_file,
        told_apart,
    )

__all__ = [
    "SEARCHED",
    "alias",
    "answer",
    "assignment",
    "bank_row",
    "certificate",
    "certificate_template",
    "check_in",
    "column_map",
    "content",
    "credit_line",
    "custom_field",
    "decision",
    "discount_code",
    "document",
    "draft",
    "erased_certificate",
    "errand",
    "event",
    "event_speaker",
    "happening",
    "instance",
    "interaction",
    "issuer",
    "journal",
    "journal_part",
    "ledger_entry",
    "licence",
    "mail_account",
    "mail_attempt",
    "mail_return",
    "mail_template",
    "mark",
    "material",
    "material_version",
    "meeting",
    "membership",
    "message",
    "metadata",
    "module",
    "moment_text",
    "money_doubt",
    "numbering",
    "offer",
    "operation",
    "order_line",
    "party",
    "payment",
    "person",
    "person_address",
    "person_spelling",
    "presence",
    "refund",
    "registration",
    "report",
    "sales_order",
    "saved_view",
    "seat",
    "series",
    "session",
    "session_speaker",
    "setting",
    "sighting",
    "source_file",
    "speaker",
    "stripe_customer",
    "stripe_event",
    "submission",
    "suppression",
    "template_version",
    "time_stamp",
    "told_apart",
]

# As a start needs them.
AREAS = (
    *("keeping", "planning", "registering", "convening", "attending", "certifying"),
    *("mailing", "billing"),
)


def __getattr__(name: str) -> Any:
    if name not in __all__:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    for area in AREAS:
        # Of the area itself: another thread may be making tables, which are half-made until then.
        found = vars(import_module(f"{__name__}.{area}")).get(name)
        if found is not None and name != "metadata":
            return found
    return columns.metadata
