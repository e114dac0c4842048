"""Asks a domain where it takes mail, at the two places where mail programs look for it.

Only by https, only when a person asks, and without telling the domain whose address it is about.
Records of the name service (MX, SRV) are not asked: that would need another library.
"""

from __future__ import annotations

import os
import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cpd_desktop.adapters.sign_in.safe_addresses import moved
from cpd_desktop.domain.errors import Invalid, Unavailable
from cpd_desktop.domain.messages.accounts import Tls
from cpd_desktop.domain.messages.addresses import NOT_AN_ADDRESS, domain_of, is_plain
from cpd_desktop.domain.messages.found_server import FoundServer
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from xml.etree.ElementTree import Element

LARGEST: Final = 64_000
PATIENCE: Final = (5.0, 10.0)
OK: Final = 200
NO_ANSWER = Sentence("mail account", "{domain} does not answer, so its mail server is not known.")
BY_HAND = Sentence("mail account", "Enter the server by hand. Nothing was changed.")

_HOST: Final = re.compile(r"([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9-]{2,63}")
_SOCKETS: Final = {"SSL": Tls.SSL, "STARTTLS": Tls.STARTTLS}


@dataclass(frozen=True, slots=True)
class WellKnownServers:
    """Finds mail servers by the records of Thunderbird's form; ``noted`` is told of each call."""

    noted: Callable[[str, str, int | None, float, str], None]

    def find(self, address: str) -> FoundServer | None:
        """Return what the domain of an address tells; see ``services.messages.ports``."""
        if not is_plain(address):
            raise Invalid({"address": NOT_AN_ADDRESS.filled(address=address)})
        domain, answered = domain_of(address), False
        for place in _places(domain):
            content = self._asked(place)
            answered = answered or content is not None
            found = _read(content, address) if content else None
            if found:
                return found
        if not answered:
            raise Unavailable(NO_ANSWER.filled(domain=domain), BY_HAND)
        return None

    def _asked(self, place: str) -> bytes | None:
        """Return what lies at a place, nothing if nobody answers there."""
        import requests

        began, status, trouble = time.monotonic(), None, ""
        try:
            with requests.get(place, timeout=PATIENCE, stream=True, allow_redirects=False) as said:
                status = said.status_code
                if status != OK:
                    return b""
                return said.raw.read(LARGEST, decode_content=True) or b""
        except (requests.RequestException, OSError) as error:
            trouble = type(error).__name__
            return None
        finally:
            self.noted("GET", place, status, time.monotonic() - began, trouble)


def _places(domain: str) -> Iterator[str]:
    elsewhere = moved("CPD_AUTOCONFIG_URL") if os.environ.get("CPD_AUTOCONFIG_URL") else ""
    yield f"{elsewhere or f'https://autoconfig.{domain}'}/mail/config-v1.1.xml"
    yield f"{elsewhere or f'https://{domain}'}/.well-known/autoconfig/mail/config-v1.1.xml"


def _read(content: bytes, address: str) -> FoundServer | None:
    """Return the servers that are protected; nothing if none is, or it cannot be understood."""
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException  # type: ignore[import-untyped] # it has no types
    from defusedxml.ElementTree import (  # type: ignore[import-untyped] # it has no types
        fromstring,
    )

    try:
        tree = fromstring(content, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        return None
    smtp = next(_servers(tree, "outgoingServer", "smtp"), None)
    if smtp is None:
        return None
    imap = next(_servers(tree, "incomingServer", "imap"), None)
    user = _user(tree.find(".//outgoingServer/username"), address)
    return FoundServer(*smtp, user, *(imap or ()))


def _servers(tree: Element, tag: str, kind: str) -> Iterator[tuple[str, int, Tls]]:
    for each in tree.iter(tag):
        host, port = _text(each.find("hostname")), _text(each.find("port"))
        tls = _SOCKETS.get(_text(each.find("socketType")))
        is_good = _HOST.fullmatch(host) and port.isdecimal() and 0 < int(port[:6]) <= 65535  # noqa: PLR2004 - the last port
        if each.get("type") == kind and tls and is_good:
            yield host, int(port), tls


def _user(told: Element | None, address: str) -> str:
    name = _text(told)
    return address.partition("@")[0] if name == "%EMAILLOCALPART%" else address


def _text(element: Element | None) -> str:
    return (element.text or "").strip() if element is not None else ""
