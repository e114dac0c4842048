"""Connections on which a short line goes at once."""

from __future__ import annotations

import socket
from contextlib import suppress


def hurried(connection: socket.socket | None) -> None:
    """Let the last line of a mail go as soon as it is said.

    Else the system holds a short line back until the server owns to all that came before, and many
    servers take 40 ms for that, hoping to say it along with an answer.
    """
    with suppress(
        OSError
    ):  # the other side may have gone already, which is told by whatever follows
        if connection is not None:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
