"""Where secrets may be sent, also when the environment moves a provider elsewhere."""

from __future__ import annotations

import os
from urllib.parse import urlsplit

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence

UNSAFE = Sentence("sign-in", "{name} is set to {address}, which is not safe to send secrets to.")
UNSAFE_ADVICE = Sentence("sign-in", "Set it to an address that begins with https, or remove it.")


def is_safe(address: str) -> bool:
    """Say whether secrets may be sent there: by https, or without leaving this computer."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return False
    if parts.username is not None or parts.password is not None or parts.query or parts.fragment:
        return False
    if port == 0 or not parts.hostname or address.split() != [address]:
        return False
    here = parts.hostname in {"127.0.0.1", "::1", "localhost"}
    return parts.scheme == "https" or (parts.scheme == "http" and here)


def require_safe(name: str, address: str) -> str:
    """Return the address that this variable sets; raises ``Invalid`` if it is not safe."""
    if is_safe(address):
        return address
    error = Invalid({name: UNSAFE.filled(name=name, address=address)})
    error.advice = UNSAFE_ADVICE
    raise error


def moved(name: str) -> str:
    """Return where this variable moves a provider to, or nothing; raises as ``require_safe``."""
    address = os.environ.get(name, "").rstrip("/")
    return require_safe(name, address) if address else ""
