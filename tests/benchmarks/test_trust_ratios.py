"""Holds what signing a certificate may cost, told in bare signatures."""

from __future__ import annotations

import pytest

from tests.benchmarks.trust import trust

pytestmark = pytest.mark.slow


def test_a_certificate_is_signed_in_all_forms_for_little_more_than_the_signatures() -> None:
    found = trust(100)
    assert found["token"] < 8 * found["bare Ed25519"]
    assert found["badge"] < 8 * found["bare Ed25519"]
    assert found["PDF signature"] < 4 * found["bare ECDSA"]
    assert found["verify PDF"] < 40 * found["bare ECDSA"]
