from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.adapters.trust.issuing import issuer, known

if TYPE_CHECKING:
    from cpd_desktop.adapters.trust.identity import IssuerIdentity
    from cpd_desktop.domain.certificates.known import Known


@pytest.fixture(scope="session")
def acme() -> IssuerIdentity:
    return issuer()


@pytest.fixture(scope="session")
def knows_acme(acme: IssuerIdentity) -> Known:
    return known(acme)
