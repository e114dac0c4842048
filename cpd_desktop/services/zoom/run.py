"""One go at bringing Zoom up to date: what may be tried, what came of it, what is put off."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cpd_desktop.domain.changes import Changes
from cpd_desktop.domain.errors import CpdError, NeedsSignIn
from cpd_desktop.domain.zoom_errors import MissingScopes, Offline
from cpd_desktop.services.zoom.errands import ZOOM, drop_errand, errands, put_off

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from cpd_desktop.domain.words import Sentence
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.work import Work
    from cpd_desktop.services.zoom.ports import Zoom
    from cpd_desktop.store.database import Database, Transaction


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that is to be done at Zoom: at once, at ``next_try``, or once a person acted.

    ``says`` is what is to be done, ``why`` what keeps it waiting; without ``why`` it is done by
    the next run, and without ``next_try`` a person must act.
    """

    event_id: int
    meeting_id: int
    says: Sentence
    registration_id: int | None = None
    why: Sentence | None = None
    next_try: datetime | None = None


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What a run did at Zoom, what is left, and why it stopped, if it had to.

    ``differing`` counts meetings that were found changed at Zoom, ``gone`` those not found there.
    """

    made: int = 0
    changed: int = 0
    deleted: int = 0
    registered: int = 0
    approved: int = 0
    cancelled: int = 0
    differing: int = 0
    gone: int = 0
    waiting: tuple[Waiting, ...] = ()
    stopped: Sentence | None = None
    changes: Changes = field(default_factory=Changes)


class Run:
    """What the steps of one go share."""

    def __init__(
        self, db: Database, clock: Clock, zoom: Zoom, work: Work, *, insist: bool, drafts: bool
    ) -> None:
        self.db = db
        self.zoom = zoom.during(work)
        self.work = work
        self.drafts = drafts  # whether for events that are drafts anything new is made
        self.counts: Counter[str] = Counter()
        self.changes = Changes()
        self._clock = clock
        self._insist = insist

    @property
    def now(self) -> datetime:
        """Return this moment."""
        return self._clock.now()

    def is_due(self, about: str, digest: str = "") -> bool:
        """Say whether it was not put off, or long enough ago, or is about something else now."""
        with self.db.reading() as connection:
            errand = errands(connection).get(about)
        return errand is None or self._insist or errand.is_due(self.now, digest)

    def attempt(
        self,
        about: str,
        digest: str,
        deed: Callable[[], None],
        *,
        lets_through: tuple[type[CpdError], ...] = (),
    ) -> CpdError | None:
        """Do it if it is due, or put it off and return why.

        Raises what it ``lets_through``, and what stops the whole run.
        """
        if not self.is_due(about, digest):
            return None
        try:
            deed()
        except CpdError as error:
            if stops_all(error) or isinstance(error, lets_through):
                raise
            put_off(self.db, about, error, self.now, digest)
            return error
        self.drop(about)
        return None

    def drop(self, about: str) -> None:
        """Forget that it was put off, if it was."""
        with self.db.reading() as connection:
            if about not in errands(connection):
                return
        with self.db.writing("zoom.drop") as tx:
            drop_errand(tx, about)

    def pause_all(self, error: CpdError) -> None:
        """Let all of it rest for a while, longer each time."""
        put_off(self.db, ZOOM, error, self.now)

    @contextmanager
    def writing(self, deed: str, event_id: int) -> Iterator[Transaction]:
        """Give a transaction for what Zoom told; it cannot be undone, as Zoom would not follow."""
        with self.db.writing(deed, about=("event", event_id), detailed=False) as tx:
            yield tx
        self.changes = self.changes.merged(tx.changes)

    def touched(self, kind: str, *ids: int) -> None:
        """Note for those who show it what was changed beside the journal."""
        self.changes = self.changes.merged(Changes(None, {kind: frozenset(ids)}))


def stops_all(error: CpdError) -> bool:
    """Say whether nothing else would come through either."""
    if isinstance(error, NeedsSignIn):
        return not isinstance(error, MissingScopes)
    return isinstance(error, Offline)
