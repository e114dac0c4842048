"""Stand-ins that keep the contract of a port, for tests of what lies above it."""

from __future__ import annotations

from dataclasses import dataclass, field

from cpd_desktop.adapters.keychain import keepable
from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.words import Sentence


@dataclass(frozen=True, slots=True)
class MemoryKeychain:
    """Keeps secrets as long as the test lasts."""

    kept: dict[str, Secret] = field(default_factory=dict)

    def get(self, name: str) -> Secret | None:
        return self.kept.get(name)

    def put(self, name: str, secret: Secret) -> None:
        self.kept[name] = Secret(keepable(secret))

    def forget(self, name: str) -> None:
        self.kept.pop(name, None)

    def state(self) -> Sentence:
        return Sentence("tests", "Secrets are kept in memory.")
