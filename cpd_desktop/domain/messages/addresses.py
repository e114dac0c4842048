"""Addresses and header lines that cannot carry anything but what they show."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from cpd_desktop.domain.words import Sentence

LONGEST: Final = 254
LONGEST_SUBJECT: Final = 400

NO_ADDRESS = Sentence("messages", "{name} has no e-mail address.")
NOT_AN_ADDRESS = Sentence("messages", "“{address}” is not an address that mail can be sent to.")
NOT_OWN_DOMAIN = Sentence(
    "messages",
    "Mail from {domain} may only go out through {domain}'s own servers. Sent through {relay} it "
    "would be refused or land in spam. Choose an address of another domain, or the account of "
    "{domain}.",
)

# Domains whose owners tell every receiver to refuse what did not pass through their servers.
_STRICT: Final = {
    "gmail.com": ("gmail.com", "googlemail.com", "google.com"),
    "googlemail.com": ("gmail.com", "googlemail.com", "google.com"),
    "yahoo.com": ("yahoo.com", "yahoo.net", "yahoodns.net"),
    "ymail.com": ("yahoo.com",),
    "aol.com": ("aol.com", "yahoo.com"),
    "outlook.com": ("outlook.com", "office365.com", "microsoft.com", "live.com"),
    "hotmail.com": ("outlook.com", "office365.com", "microsoft.com", "live.com"),
    "live.com": ("outlook.com", "office365.com", "microsoft.com", "live.com"),
    "msn.com": ("outlook.com", "office365.com", "microsoft.com", "live.com"),
    "icloud.com": ("me.com", "icloud.com"),
    "me.com": ("me.com", "icloud.com"),
    "mac.com": ("me.com", "icloud.com"),
    "gmx.de": ("gmx.net", "gmx.de"),
    "gmx.net": ("gmx.net", "gmx.de"),
    "gmx.at": ("gmx.net", "gmx.at"),
    "gmx.com": ("gmx.com",),
    "web.de": ("web.de",),
    "t-online.de": ("t-online.de",),
    "proton.me": ("protonmail.ch", "proton.me"),
    "protonmail.com": ("protonmail.ch", "proton.me"),
    "fastmail.com": ("fastmail.com", "messagingengine.com"),
    "zoho.com": ("zoho.com", "zoho.eu"),
    "mail.ru": ("mail.ru",),
    "yandex.ru": ("yandex.ru", "yandex.com"),
}
# The same under the domains of countries, such as outlook.de and hotmail.co.uk.
_NATIONAL: Final = re.compile(r"(yahoo|outlook|hotmail|live)\.(?:com?\.)?[a-z]{2,3}")
_NEVER: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
# These turn the direction of what follows, and could show another address than there is.
_TURNING: Final = re.compile(r"[\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
# As RFC 5321 allows it without quotes; quoted local parts are refused by most who send.
_PLAIN: Final = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9-]{2,63}"
)


@dataclass(frozen=True, slots=True)
class Address:
    """Somebody's name and address; the address is plain ASCII, as servers take it."""

    mail: str
    name: str = ""

    def __str__(self) -> str:
        return f"{self.name} <{self.mail}>" if self.name else self.mail


def is_plain(mail: str) -> bool:
    """Say whether an address can be sent to as it stands, without anything to be rewritten."""
    local, _, _ = mail.partition("@")
    return len(mail) <= LONGEST and len(local) <= 64 and _PLAIN.fullmatch(mail) is not None  # noqa: PLR2004 - RFC 5321, 4.5.3.1


def header_line(text: str, longest: int = LONGEST_SUBJECT) -> str:
    """Return the text as one line: nothing in it can begin another header."""
    one = " ".join(_NEVER.sub(" ", unicodedata.normalize("NFC", text)).split())
    return _TURNING.sub("", one)[:longest].strip()


def domain_of(mail: str) -> str:
    """Return the part behind the @."""
    return mail.rpartition("@")[2].lower()


def problem_of_sender(mail: str, relay: str) -> Sentence | None:
    """Return why receivers would refuse mail from this address through that server, if so."""
    domain, host = domain_of(mail), relay.lower().rstrip(".")
    allowed = _STRICT.get(domain)
    if allowed is None and (national := _NATIONAL.fullmatch(domain)):
        allowed = _STRICT[f"{national[1]}.com"]
    if allowed is None or any(host == each or host.endswith(f".{each}") for each in allowed):
        return None
    return NOT_OWN_DOMAIN.filled(domain=domain, relay=host)
