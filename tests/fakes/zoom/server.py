"""A Zoom on loopback: one process-wide state behind a real HTTP server."""

from __future__ import annotations

import secrets
import socket
import socketserver
import threading
import traceback
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Any, Protocol, Self

from tests.fakes.zoom import consent, holding
from tests.fakes.zoom.apps import ADMIN_SCOPES, USER_SCOPES, App, Kind
from tests.fakes.zoom.calls import Call
from tests.fakes.zoom.faults import Fault, Faults, Harm
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
from tests.fakes.zoom.wire import Answer, Asked, Refusal, Refused, as_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from types import TracebackType

    from tests.fakes.zoom.calls import Route
    from tests.fakes.zoom.holding import Person
    from tests.fakes.zoom.record import Instance, Meeting, Row
    from tests.fakes.zoom.wire import Now


class Room(Protocol):
    """A part of the interface."""

    def routes(self) -> Iterator[Route]:
        """Tell the operations it answers."""


API = "/v2"
CALLBACK = "http://127.0.0.1/callback"


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
        self.routes = [route for room in self._rooms() for route in room.routes()]
        self._server = _Server(("127.0.0.1", port), self)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
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

    def add_public_app(self, scopes: Iterable[str] = USER_SCOPES, *redirect_uris: str) -> App:
        return self._add_app(
            App(
                Kind.PUBLIC, _an_id(), frozenset(scopes), redirect_uris=redirect_uris or (CALLBACK,)
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

    def start_meeting(self, meeting_id: int, at: datetime | None = None) -> Instance:
        """Start a meeting or webinar, now or at a time; it runs until `end_meeting`."""
        with self.lock:
            return holding.start(self.site, self._meeting(meeting_id), at or self.clock())

    def end_meeting(
        self,
        meeting_id: int,
        joined: Sequence[Person | Row] = (),
        *,
        host: bool = True,
        report_takes: timedelta = holding.REPORT_TAKES,
    ) -> Instance:
        """End the running instance now; those in `joined`, and the host, were there."""
        with self.lock:
            instance = self._meeting(meeting_id).running(self.clock())
            assert instance is not None, "start_meeting comes first"
            now = self.clock()
            holding.finish(self.site, instance, now, joined, host=host, report_takes=report_takes)
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
        match asked.method, asked.path:
            case "GET", "/oauth/authorize":
                return consent.authorize(self.oauth, asked)
            case "POST", "/oauth/consent":
                return consent.consent(self.oauth, asked)
            case "POST", "/oauth/token":
                return self.oauth.token(asked)
            case "POST", "/oauth/revoke":
                return self.oauth.revoke(asked)
        if asked.path.startswith(f"{API}/"):
            return self._call(asked)
        return as_json(404, {"code": 404, "message": "Not found."})

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


class _Server(socketserver.ThreadingMixIn, socketserver.TCPServer):
    """Knows its open connections, so that stopping need not wait for idle ones."""

    daemon_threads = False
    block_on_close = True
    allow_reuse_address = True
    request_queue_size = 128

    def __init__(self, place: tuple[str, int], zoom: FakeZoom) -> None:
        self.zoom = zoom
        self._open: set[socket.socket] = set()
        super().__init__(place, _Handler)

    def get_request(self) -> tuple[socket.socket, Any]:
        connection, place = super().get_request()
        self._open.add(connection)
        return connection, place

    def shutdown_request(self, request: Any) -> None:
        self._open.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        for connection in list(self._open):
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # it was closed in this moment

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Stay silent: a caller that hangs up is part of the game."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "ZoomStandIn"
    disable_nagle_algorithm = True
    server: _Server

    def do_GET(self) -> None:
        zoom = self.server.zoom
        asked = self._asked()
        zoom.asked.append(asked)
        fault = zoom.faults.striking(asked)
        if fault is not None and fault.harm is Harm.WAIT:
            zoom.stopping.wait(fault.seconds)
        if fault is not None and fault.harm is Harm.LOSE_QUESTION:
            self.close_connection = True
            return
        if fault is not None and fault.answer is not None:
            self._send(fault.answer)
            return
        try:
            answer = zoom.answer(asked)
        except Exception:  # noqa: BLE001 - told at the end of the test, whatever it was
            zoom.defects.append(traceback.format_exc())
            answer = as_json(500, {"code": 500, "message": "The fake broke."})
        self._send(answer, fault)

    do_POST = do_PUT = do_PATCH = do_DELETE = do_GET  # noqa: N815 - the names http.server calls

    def _asked(self) -> Asked:
        path, _, query = self.path.partition("?")
        length = int(self.headers.get("Content-Length", "0"))
        return Asked(
            self.command,
            path,
            query,
            {name.lower(): value for name, value in self.headers.items()},
            self.rfile.read(length),
            self.server.zoom.clock(),
        )

    def _send(self, answer: Answer, fault: Fault | None = None) -> None:
        harm = fault.harm if fault is not None else None
        if harm is Harm.LOSE_ANSWER:
            self.close_connection = True
            return
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.status != 204:
            self.send_header("Content-Length", str(len(answer.body)))
        body = answer.body
        if harm is Harm.CUT_ANSWER:
            body = body[: len(body) // 2]
            self.close_connection = True
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name it has above
        """Say nothing: `asked` is the journal."""

    def date_time_string(self, timestamp: float | None = None) -> str:
        """Tell the time of this Zoom, not of the computer it runs on."""
        return super().date_time_string(timestamp or self.server.zoom.clock().timestamp())
