"""A Zoom on loopback: state behind a real HTTP server, stricter than Zoom itself."""

from __future__ import annotations

import secrets
import threading
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Protocol, Self

from tests.fakes.zoom import consent, holding, pages_for_people
from tests.fakes.zoom.apps import ADMIN_SCOPES, USER_SCOPES, App, Kind
from tests.fakes.zoom.calls import Call
from tests.fakes.zoom.faults import Faults
from tests.fakes.zoom.limits import PLANS, Limits
from tests.fakes.zoom.meetings import Meetings
from tests.fakes.zoom.oauth import OAuth
from tests.fakes.zoom.panelists import Panelists
from tests.fakes.zoom.past import Past
from tests.fakes.zoom.profile import Profile
from tests.fakes.zoom.recordings import Recordings
from tests.fakes.zoom.registrants import Registrants
from tests.fakes.zoom.reports import Reports
from tests.fakes.zoom.site import Site
from tests.fakes.zoom.users import User
from tests.fakes.zoom.web import Server
from tests.fakes.zoom.webhooks import Hook
from tests.fakes.zoom.wire import Answer, Asked, Refusal, Refused, as_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from types import TracebackType

    from tests.fakes.zoom.calls import Route
    from tests.fakes.zoom.holding import Person
    from tests.fakes.zoom.record import Instance, Meeting, Row
    from tests.fakes.zoom.wire import Now


API = "/v2"
CALLBACK = "http://127.0.0.1/callback"


class Room(Protocol):
    """A part of the interface."""

    def routes(self) -> Iterator[Route]:
        """Tell the operations it answers."""


def wall_clock() -> datetime:
    return datetime.now(UTC)


class FakeZoom:
    """Zoom as far as the app needs it; a context manager that leaves no thread or socket behind."""

    def __init__(self, clock: Now = wall_clock, *, port: int = 0, plan: str = "pro") -> None:
        self.clock = clock
        self.asked: list[Asked] = []
        self.faults = Faults()
        self.limits = Limits(clock, PLANS[plan])
        self.site = Site(clock, self.limits, plan)
        self.users = self.site.users
        self.oauth = OAuth(clock)
        self.defects: list[str] = []
        self.lock = threading.RLock()
        self.stopping = threading.Event()
        self.pages: dict[tuple[str, str], Callable[[Asked], Answer]] = {
            ("GET", "/oauth/authorize"): lambda asked: consent.authorize(self.oauth, asked),
            ("POST", "/oauth/consent"): lambda asked: consent.consent(self.oauth, asked),
            ("POST", "/oauth/token"): self.oauth.token,
            ("POST", "/oauth/revoke"): self.oauth.revoke,
            ("GET", "/"): lambda _asked: pages_for_people.overview(self.site),
            ("POST", "/hold"): lambda asked: pages_for_people.hold(self.site, asked),
        }
        self.routes = [route for room in self._rooms() for route in room.routes()]
        self._server = Server(("127.0.0.1", port), self)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.005,))
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}"
        self.site.address = self.oauth.api_url = self.address

    def _rooms(self) -> tuple[Room, ...]:
        return (
            Profile(self.site),
            Panelists(self.site),
            Recordings(self.site),
            *(
                room(self.site, webinar=webinar)
                for room in (Meetings, Registrants, Past, Reports)
                for webinar in (False, True)
            ),
        )

    @property
    def authorize_url(self) -> str:
        return f"{self.address}/oauth/authorize"

    @property
    def api_url(self) -> str:
        return f"{self.address}{API}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()
        if self.defects and error is None:
            raise AssertionError("the fake itself broke:\n" + "\n".join(self.defects))

    def stop(self) -> None:
        """Close every connection and wait for every thread."""
        self.stopping.set()
        self._server.shutdown()
        self._server.hang_up()
        self._server.server_close()
        self._thread.join()

    def add_user(self, email: str = "host@example.com", **more: Any) -> User:
        """Add a user; the first one is signed in at Zoom in the browser."""
        name = email.partition("@")[0]
        known = {
            "id": secrets.token_urlsafe(16),
            "first_name": name.title(),
            "last_name": "Example",
            "account_id": "acc-1",
        }
        user = self.users.add(User(email=email, **{**known, **more}))
        if self.oauth.browsing is None:
            self.oauth.browsing = user
        return user

    def add_public_app(
        self, scopes: Iterable[str] = USER_SCOPES, *redirect_uris: str, client_id: str = ""
    ) -> App:
        return self._add_app(
            App(
                Kind.PUBLIC,
                client_id or _an_id(),
                frozenset(scopes),
                redirect_uris=redirect_uris or (CALLBACK,),
            )
        )

    def add_confidential_app(self, scopes: Iterable[str] = USER_SCOPES, *redirect_uris: str) -> App:
        return self._add_app(
            App(
                Kind.CONFIDENTIAL,
                _an_id(),
                frozenset(scopes),
                secret=secrets.token_urlsafe(24),
                redirect_uris=redirect_uris or (CALLBACK,),
            )
        )

    def add_server_app(
        self, scopes: Iterable[str] = ADMIN_SCOPES, account_id: str = "acc-1"
    ) -> App:
        return self._add_app(
            App(
                Kind.SERVER,
                _an_id(),
                frozenset(scopes),
                secret=secrets.token_urlsafe(24),
                account_id=account_id,
            )
        )

    def _add_app(self, app: App) -> App:
        self.oauth.apps[app.client_id] = app
        return app

    def hook(self, address: str, secret: str) -> Hook:
        """Return what sends signed events to an address."""
        return Hook(self.site, address, secret)

    def start_meeting(
        self,
        meeting_id: int,
        joined: Sequence[Person | Row] = (),
        *,
        at: datetime | None = None,
    ) -> Instance:
        """Start a meeting or webinar; it runs until `end_meeting`, or until the app ends it."""
        with self.lock:
            start = at or self.clock()
            instance = holding.start(self.site, self._meeting(meeting_id), start)
            instance.coming = joined
            return instance

    def end_meeting(
        self,
        meeting_id: int,
        joined: Sequence[Person | Row] | None = None,
        *,
        host: bool = True,
        report_takes: timedelta = holding.REPORT_TAKES,
    ) -> Instance:
        """End the running instance now; `joined` tells better than the start who was there."""
        with self.lock:
            instance = self._meeting(meeting_id).running(self.clock())
            assert instance is not None, "start_meeting comes first"
            came = instance.coming if joined is None else joined
            now = self.clock()
            holding.finish(self.site, instance, now, came, host=host, report_takes=report_takes)
            return instance

    def hold_meeting(
        self,
        meeting_id: int,
        joined: Sequence[Person | Row] = (),
        *,
        at: datetime | None = None,
        minutes: float | None = None,
        host: bool = True,
        report_takes: timedelta = holding.REPORT_TAKES,
    ) -> Instance:
        """Hold a meeting as planned, or at a time; it is over when the clock says so."""
        with self.lock:
            meeting = self._meeting(meeting_id)
            start = at or meeting.start or self.clock()
            long = timedelta(minutes=meeting.duration if minutes is None else minutes)
            instance = holding.start(self.site, meeting, start)
            holding.finish(
                self.site, instance, start + long, joined, host=host, report_takes=report_takes
            )
            return instance

    def _meeting(self, meeting_id: int) -> Meeting:
        return self.site.book.meetings[meeting_id]

    def answer(self, asked: Asked) -> Answer:
        """Answer one request; requests are answered one after the other."""
        with self.lock:
            try:
                return self._answer(asked)
            except Refused as refused:
                return refused.answer

    def _answer(self, asked: Asked) -> Answer:
        if asked.path.startswith(f"{API}/"):
            return self._call(asked)
        if asked.path.startswith(("/s/", "/j/", "/w/")):
            return pages_for_people.enter(self.site, asked.path)
        page = self.pages.get((asked.method, asked.path))
        return page(asked) if page else as_json(404, {"code": 404, "message": "Not found."})

    def _call(self, asked: Asked) -> Answer:
        grant = self.oauth.grant_of(asked)
        place = asked.path.removeprefix(API)
        for route in self.routes:
            words = route.match(asked.method, place)
            if words is not None:
                break
        else:
            raise Refusal(404, 2300, "This API endpoint is not recognized.")
        self.oauth.check_scope(grant, route.scope, admin_only=route.admin_only)
        headers = self.limits.count(route.label)
        try:
            call = Call(
                grant, words, route.checked_query(asked), route.checked_body(asked), self.clock()
            )
            reply = route.answer(call)
        except Refusal as refusal:
            # The 429 of a daily limit for one user hides the headers of the account's limits.
            if refusal.answer.status == 429:
                raise
            return refusal.answer.with_headers(headers)
        if isinstance(reply, Answer):
            return reply.with_headers(headers)
        if reply is None:
            return Answer(204, b"", headers)
        return as_json(route.status, reply).with_headers(headers)


def _an_id() -> str:
    return secrets.token_urlsafe(16)
