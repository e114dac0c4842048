"""Which accounts sent nothing the last time, and why: noted until a test or a sending works."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpd_desktop.domain.changes import Changes
from cpd_desktop.domain.settings import MailRefused
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpd_desktop.services.settings import Settings


@dataclass(frozen=True, slots=True)
class RefusedAccounts:
    """The accounts that need a person before mail goes through them again."""

    settings: Settings

    def all(self) -> Mapping[int, Sentence]:
        """Return account → why nothing went through it the last time."""
        return {int(key): Sentence.of_kept(why) for key, why in self._kept().items()}

    def note(self, account: int, why: Sentence | None) -> Changes:
        """Keep why nothing goes through it, or that mail does again."""
        kept = self._kept()
        now = {key: old for key, old in kept.items() if key != str(account)}
        if why is not None:
            now[str(account)] = why.kept()
        if now == kept:
            return Changes()
        return self.settings.put(MailRefused(accounts=json.dumps(now)))

    def _kept(self) -> dict[str, dict[str, object]]:
        kept: dict[str, dict[str, object]] = json.loads(
            self.settings.get(MailRefused).accounts or "{}"
        )
        return kept
