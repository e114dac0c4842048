"""Who has an account at Zoom, and what the account may do."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.fakes.zoom.wire import Refusal

if TYPE_CHECKING:
    from tests.fakes.zoom.wire import Json

BASIC, LICENSED = 1, 2


@dataclass(slots=True)
class User:
    id: str
    email: str
    first_name: str
    last_name: str
    account_id: str
    timezone: str = "Europe/London"
    type: int = LICENSED
    role_name: str = "Owner"
    pmi: int = 5551112223
    webinars: bool = False
    settings: Json = field(default_factory=dict)

    @property
    def display_name(self) -> str:
        return f"{self.first_name} {self.last_name}"

    @property
    def runs_the_account(self) -> bool:
        return self.role_name in {"Owner", "Admin"}


@dataclass(slots=True)
class Users:
    everybody: dict[str, User] = field(default_factory=dict)

    def add(self, user: User) -> User:
        self.everybody[user.id] = user
        return user

    def named(self, name: str, account_id: str) -> User:
        """Find a user by id or address; refuse the unknown and those of other accounts."""
        for user in self.everybody.values():
            if name in {user.id, user.email}:
                if user.account_id != account_id:
                    raise Refusal(404, 1010, f"User not belong to this account: {name}.")
                return user
        raise Refusal(404, 1001, f"User does not exist: {name}.")
