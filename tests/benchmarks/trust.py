"""Measures what signing and verifying one certificate costs, beside the bare signatures in it."""

from __future__ import annotations

import hashlib
import json
import sys
import time
from statistics import median
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

from cpd_desktop.adapters.trust.pades import PdfSigner
from cpd_desktop.adapters.trust.qr_token import write_token
from cpd_desktop.adapters.trust.verify import verify
from tests.adapters.trust.issuing import CLAIMS, badge_of, issuer, known, signed_pdf

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROUNDS = 300
_ECDSA = ec.ECDSA(SHA256(), deterministic_signing=True)


def trust(rounds: int = ROUNDS) -> dict[str, float]:
    """Return milliseconds of each, medians of runs by turns."""
    identity = issuer()
    knows, signer = known(identity), PdfSigner(identity.pdf)
    ed25519, p256 = identity.token.private, ec.generate_private_key(ec.SECP256R1())
    badge, token = badge_of(identity), write_token(CLAIMS, identity.token).encode()
    pdf, digest = signed_pdf(identity), hashlib.sha256(b"").digest()
    message = bytes(300)
    return _medians(
        {
            "bare Ed25519": lambda: ed25519.sign(message),
            "bare ECDSA": lambda: p256.sign(message, _ECDSA),
            "token": lambda: write_token(CLAIMS, identity.token),
            "badge": lambda: badge_of(identity),
            "PDF signature": lambda: signer.signature(digest),
            "verify token": lambda: verify(token, knows),
            "verify badge": lambda: verify(badge.encode(), knows),
            "verify PDF": lambda: verify(pdf, knows),
        },
        rounds,
    )


def _medians(calls: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    times: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(rounds):
        for name, call in calls.items():
            began = time.perf_counter()
            call()
            times[name].append((time.perf_counter() - began) * 1000)
    return {name: median(each) for name, each in times.items()}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(trust()) + "\n")
