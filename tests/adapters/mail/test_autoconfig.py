"""What a domain tells of its mail servers, and what is not believed."""

from __future__ import annotations

import pytest

from cpd_desktop.adapters.mail.autoconfig import LARGEST
from cpd_desktop.domain.errors import Invalid, Unavailable
from cpd_desktop.domain.messages.accounts import Tls
from cpd_desktop.domain.messages.found_server import FoundServer
from tests.autoconfig_here import PLACES, telling, told

ADDRESS = "ada@northern.example"


@pytest.mark.parametrize("place", PLACES)
def test_a_domain_tells_its_servers_without_learning_who_asks(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with telling({place: told()}, monkeypatch) as (servers, noted):
        assert servers.find(ADDRESS) == FoundServer(
            "smtp.northern.example", 587, Tls.STARTTLS, "ada",
            "imap.northern.example", 993, Tls.SSL,
        )  # fmt: skip
        assert noted
        assert not any("ada" in each for each in noted)


BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'


@pytest.mark.parametrize(
    "content",
    [
        told(socket="plain"),
        told(host="smtp northern"),
        told(host="localhost"),
        told(port="0"),
        told(port="65536"),
        told(port="-1"),
        BOMB,
        b"<html>not this",
        b"",
        b"<clientConfig>" + b"<a>" * LARGEST,
    ],
)
def test_what_is_not_protected_or_cannot_be_read_is_not_believed(
    content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    with telling(dict.fromkeys(PLACES, content), monkeypatch) as (servers, _):
        assert servers.find(ADDRESS) is None


def test_a_domain_where_nobody_answers_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with telling({}, monkeypatch) as (servers, _):
        pass
    with pytest.raises(Unavailable, match=r"northern\.example does not answer"):
        servers.find(ADDRESS)


@pytest.mark.parametrize("odd", ["ada", "ada@localhost", "ada@x/../y.de", "a@b.de?x=1"])
def test_only_addresses_lead_anywhere(odd: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with telling({}, monkeypatch) as (servers, noted), pytest.raises(Invalid):
        servers.find(odd)
    assert noted == []
