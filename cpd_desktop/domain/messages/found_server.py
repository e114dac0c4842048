"""What a domain tells of its own mail servers."""

from __future__ import annotations

from typing import NamedTuple

from cpd_desktop.domain.messages.accounts import Tls


class FoundServer(NamedTuple):
    """Where a domain takes mail, who signs in there, and where its mailboxes are."""

    host: str
    port: int
    tls: Tls
    user: str
    imap_host: str = ""
    imap_port: int = 0
    imap_tls: Tls = Tls.SSL
