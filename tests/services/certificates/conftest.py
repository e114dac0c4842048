"""An event that is over, oneself as an issuer on an empty store, and what judges certificates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.trust.identity_safe import IdentitySafe
from cpd_desktop.adapters.trust.judge import CertificateJudge
from cpd_desktop.adapters.trust.keys import SafeKeys
from cpd_desktop.app.resources import resources
from cpd_desktop.domain import settings
from cpd_desktop.domain.certificates.status_list import Ending, StatusList
from cpd_desktop.services.certificates.issuers import KnownIssuers
from cpd_desktop.services.certificates.signing_keys import SigningKeys
from cpd_desktop.services.certificates.verifying import Verifying
from cpd_desktop.services.settings import Settings
from tests.adapters.trust.issuing import PROVIDER
from tests.certified import certified
from tests.keychains import MemoryKeychains

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from cpd_desktop.services.certificates.trust import Trust
    from cpd_desktop.store.database import Database
    from cpd_desktop.store.folder import DataFolder
    from tests.certified import Certified
    from tests.clock import FixedClock


@pytest.fixture
def here(folder: DataFolder, clock: FixedClock) -> Iterator[Certified]:
    with certified(folder, clock, "Zoë Ångström", "Tom Becker") as made:
        yield made


@pytest.fixture
def trust() -> Trust:
    return CertificateJudge(resources() / "verify")


@pytest.fixture
def safe(clock: FixedClock) -> IdentitySafe:
    return IdentitySafe(MemoryKeychains(), clock)


@pytest.fixture
def ended() -> dict[str, Ending]:
    """Return which certificates do not count any more, for a test to fill."""
    return {}


@pytest.fixture
def endings(ended: dict[str, Ending]) -> Callable[[object, datetime], StatusList]:
    def found(_reader: object, moment: datetime) -> StatusList:
        return StatusList(moment, ended)

    return found


@pytest.fixture
def keys(
    db: Database,
    safe: IdentitySafe,
    trust: Trust,
    clock: FixedClock,
    endings: Callable[[object, datetime], StatusList],
) -> SigningKeys:
    Settings(db).put(
        settings.Provider(PROVIDER.name, PROVIDER.address, "a@example.org", PROVIDER.website)
    )
    return SigningKeys(db, SafeKeys(safe), trust, clock, endings)


@pytest.fixture
def issuers(db: Database, trust: Trust, clock: FixedClock) -> KnownIssuers:
    return KnownIssuers(db, trust, clock)


@pytest.fixture
def verifying(
    db: Database,
    trust: Trust,
    issuers: KnownIssuers,
    clock: FixedClock,
    endings: Callable[[object, datetime], StatusList],
) -> Verifying:
    return Verifying(db, trust, issuers, clock, endings)
