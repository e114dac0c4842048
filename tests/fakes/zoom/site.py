"""What the rooms of the interface share."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.fakes.zoom.pages import Pages
from tests.fakes.zoom.record import Book
from tests.fakes.zoom.users import Users
from tests.fakes.zoom.wire import Refusal

if TYPE_CHECKING:
    from tests.fakes.zoom.calls import Call
    from tests.fakes.zoom.limits import Limits
    from tests.fakes.zoom.users import User
    from tests.fakes.zoom.wire import Now


@dataclass(slots=True)
class Site:
    clock: Now
    limits: Limits
    plan: str = "pro"
    address: str = ""
    users: Users = field(default_factory=Users)
    book: Book = field(default_factory=Book)
    pages: Pages = field(default_factory=Pages)

    def user_of(self, call: Call) -> User:
        """Find the user in the path; a server app has no "me", a user's app nobody else."""
        word, own = call.path["user"], call.grant.user
        if own is None:
            return self.users.named(word, call.grant.account_id)
        if word in {"me", own.id, own.email}:
            return own
        admin = any(scope.endswith(":admin") for scope in call.grant.scopes)
        if not admin:
            raise Refusal(404, 1001, f"User does not exist: {word}.")
        return self.users.named(word, call.grant.account_id)

    def check_paid(self, call: Call) -> None:
        if self.plan == "free":
            raise Refusal(400, 200, f"Only available for paid account: {call.grant.account_id}.")
