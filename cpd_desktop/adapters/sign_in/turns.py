"""One thread of one program at a time, where two at once would lose a sign-in."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from cpd_desktop.domain.errors import Unavailable
from cpd_desktop.domain.words import Sentence
from cpd_desktop.store.locks import FolderLock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Longer than whoever renews can take: two questions of 40 seconds, and the keychain.
PATIENCE: Final = 120.0

BUSY = Sentence(
    "sign-in", "Another CPD Desktop is renewing the sign-in to {service} and does not finish."
)
BUSY_ADVICE = Sentence("sign-in", "Wait a moment and try again. You stay connected to {service}.")


@dataclass(frozen=True, slots=True)
class Turns:
    """Lets one after the other ask a provider for tokens."""

    service: str
    lock: Path
    _here: threading.Lock = field(default_factory=threading.Lock, repr=False)

    @contextmanager
    def alone(self, patience: float = PATIENCE) -> Iterator[None]:
        """Wait for the turn and have it; raises ``Unavailable`` if it does not come."""
        if not self._here.acquire(timeout=patience):
            raise self._busy()
        try:
            with FolderLock(self.lock, patience=patience) as lock:
                if not lock.hold():
                    raise self._busy()
                yield
        finally:
            self._here.release()

    def _busy(self) -> Unavailable:
        named = {"service": self.service}
        return Unavailable(BUSY.filled(**named), BUSY_ADVICE.filled(**named))
