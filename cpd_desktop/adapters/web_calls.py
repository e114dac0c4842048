"""What calls to a service on the web have in common: their sessions, and why one failed."""

from __future__ import annotations

from collections import deque
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from requests import Session


class Sessions:
    """Lends a session to one call at a time; that two may share one its makers do not say."""

    def __init__(self) -> None:
        self._idle: deque[Session] = deque()

    @contextmanager
    def lent(self) -> Iterator[Session]:
        """Lend one that nobody uses, or a new one."""
        try:
            session = self._idle.pop()
        except IndexError:
            session = _new_session()
        try:
            yield session
        finally:
            self._idle.append(session)

    def close(self) -> None:
        """Close all of them."""
        while self._idle:
            self._idle.pop().close()


def never_sent(error: OSError) -> bool:
    """Say whether the connection was not even made."""
    from requests.exceptions import ConnectTimeout, ProxyError, SSLError
    from urllib3.exceptions import MaxRetryError, NewConnectionError

    if isinstance(error, (ConnectTimeout, ProxyError, SSLError)):
        return True
    cause = error.args[0] if error.args else None
    reason = cause.reason if isinstance(cause, MaxRetryError) else cause
    return isinstance(reason, NewConnectionError)


def _new_session() -> Session:
    import http.cookiejar

    import requests

    from cpd_desktop import __version__

    session = requests.Session()
    session.headers["User-Agent"] = f"CPD-Desktop/{__version__}"
    session.headers["Accept"] = "application/json"
    session.cookies.set_policy(http.cookiejar.DefaultCookiePolicy(allowed_domains=[]))
    return session
