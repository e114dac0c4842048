"""What must be true after an undo; a guard is loaded with the first undo, not with the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from cpd_desktop.services.history import Guard
    from cpd_desktop.store.database import Transaction


def _no_more_than_fit(tx: Transaction) -> AbstractContextManager[None]:
    from cpd_desktop.services.room import no_more_than_fit

    return no_more_than_fit(tx)


def _as_the_ledger_says(tx: Transaction) -> AbstractContextManager[None]:
    from cpd_desktop.services.billing.standing import as_the_ledger_says

    return as_the_ledger_says(tx)


GUARDS: tuple[Guard, ...] = (_no_more_than_fit, _as_the_ledger_says)
