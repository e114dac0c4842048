"""Time stamps of issued certificates, from a real service on loopback."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain import settings
from cpd_desktop.domain.certificates.time_stamp import TimeStamp
from cpd_desktop.domain.certificates.verdicts import Looked, Verdict
from cpd_desktop.domain.errors import CpdError, NotAllowed, Unavailable
from cpd_desktop.services.work import Cancelled, Work
from tests.certified import certified
from tests.fakes.time_stamps import NAME, TimeStampService, time_stamp_service

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cpd_desktop.domain.certificates.register import Certificate
    from cpd_desktop.services.certificates.time_stamps import TimeStamps
    from cpd_desktop.store.folder import DataFolder
    from tests.certified import Certified
    from tests.clock import FixedClock


@pytest.fixture
def here(folder: DataFolder, clock: FixedClock) -> Iterator[Certified]:
    with certified(folder, clock, "Zoë Ångström", "Tom Becker", "Ana Lima") as made:
        made.issue()
        made.core.signing_keys.make()
        yield made


@pytest.fixture
def service(here: Certified) -> Iterator[TimeStampService]:
    with time_stamp_service(here.core.clock.now()) as running:
        here.core.settings.put(settings.Certificates(time_stamps=running.address))
        yield running


def issued(here: Certified) -> list[Certificate]:
    return here.core.certificate_register.of_event(here.event)


def stamps(here: Certified) -> TimeStamps:
    return here.core.time_stamps


def test_nobody_is_asked_unless_a_service_was_set_up(here: Certified) -> None:
    with pytest.raises(NotAllowed, match="none is asked by itself"):
        stamps(here).add(Work(), issued(here))
    assert here.core.outside.network_log.latest(5) == []


def test_issuing_asks_no_service_even_if_one_is_set_up(
    here: Certified, service: TimeStampService
) -> None:
    here.register("Late Comer")
    here.issue()
    assert service.asked == []


def test_a_stamp_is_kept_beside_and_the_issued_file_stays_as_it_was(
    here: Certified, service: TimeStampService, tmp_path: Path
) -> None:
    core, chosen = here.core, issued(here)
    before = [core.certificate_register.pdf(each) for each in chosen]
    made = stamps(here).add(Work(), chosen).value
    assert set(made.values()) == {TimeStamp(NAME, core.clock.now())}
    assert stamps(here).of(each.id for each in chosen) == made
    assert len(set(service.asked)) == 3
    assert [core.certificate_register.pdf(each) for each in chosen] == before
    assert issued(here) == chosen
    for each, pdf in zip(chosen, before, strict=True):
        copy = stamps(here).pdf(each)
        assert copy.startswith(pdf)
        said = core.verifying.shown(copy)
        assert (said.verdict, said.checks[-1].what) == (Verdict.VALID, Looked.TIME)
    paths = core.certificate_register.export(chosen, tmp_path, Work(), stamps(here).pdf)
    assert [path.read_bytes() for path in paths] == [stamps(here).pdf(each) for each in chosen]


def test_adding_again_asks_for_nothing_that_is_there(
    here: Certified, service: TimeStampService
) -> None:
    chosen = issued(here)
    assert len(stamps(here).add(Work(), chosen[:1]).value) == 1
    assert len(stamps(here).add(Work(), chosen).value) == 2
    assert stamps(here).add(Work(), chosen).value == {}
    assert len(service.asked) == 3


def test_stopped_after_the_first_that_one_is_kept_and_the_rest_come_later(
    here: Certified, service: TimeStampService
) -> None:
    work, chosen = Work(lambda _: work.cancel(), every=0), issued(here)
    with pytest.raises(Cancelled):
        stamps(here).add(work, chosen)
    assert len(stamps(here).of(each.id for each in chosen)) == 1
    stamps(here).add(Work(), chosen)
    assert len(service.asked) == 3


FOREIGN = "no stamp of this file"
HARMS: list[tuple[str, object, type[CpdError], str]] = [
    ("says", "Too many today", NotAllowed, "Too many today"),
    ("status", 503, Unavailable, "HTTP 503"),
    ("status", 302, Unavailable, "HTTP 302"),
    ("other_digest", True, Unavailable, FOREIGN),
    ("other_nonce", True, Unavailable, FOREIGN),
    ("body", b"<html>Sign in</html>", Unavailable, FOREIGN),
    ("body", b"0" * 100_000, Unavailable, FOREIGN),
]


def test_a_service_that_sends_no_stamp_is_told_in_a_sentence_and_nothing_is_kept(
    here: Certified, service: TimeStampService
) -> None:
    for name, value, error, words in HARMS:
        well = getattr(service, name)
        setattr(service, name, value)
        with pytest.raises(error, match=words):
            stamps(here).add(Work(), issued(here))
        setattr(service, name, well)
    assert stamps(here).of(each.id for each in issued(here)) == {}


def test_without_a_network_it_says_so_and_the_certificates_count(here: Certified) -> None:
    closed = settings.Certificates(time_stamps="http://127.0.0.1:1/tsr")
    here.core.settings.put(closed)
    with pytest.raises(Unavailable, match="ConnectionError"):
        stamps(here).add(Work(), issued(here))
    assert here.core.verifying.shown(stamps(here).pdf(issued(here)[0])).verdict is Verdict.VALID


def test_each_call_is_in_the_network_log(here: Certified, service: TimeStampService) -> None:
    stamps(here).add(Work(), issued(here)[:1])
    (call,) = here.core.outside.network_log.latest(5)
    assert (call.service, call.method, call.status) == ("Time stamps", "POST", 200)
    assert call.address == service.address


def test_only_a_safe_address_can_be_set_up() -> None:
    for address in ("ftp://x", "http://time.example", "http://127.0.0.1@e.example/", "https://a b"):
        assert settings.Certificates(time_stamps=address).problems()
    assert settings.Certificates(time_stamps="https://time.example/tsr").problems() == {}
