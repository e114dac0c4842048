"""What makes a key of a passphrase, alike for every file that only a passphrase opens."""

from __future__ import annotations

import base64
import json
import os
import unicodedata
from typing import TYPE_CHECKING, Any, Final

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from cpd_desktop.domain.secret import Secret

SHORTEST: Final = 12
_KDF: Final = "argon2id"
# The second choice of RFC 9106, for machines that cannot spare 2 GiB.
_COST: Final = {"kdf": _KDF, "memory_kib": 65536, "passes": 3, "lanes": 4}
# What a header may ask for, so that an altered one cannot exhaust the machine.
_MOST: Final = {"memory_kib": 1 << 20, "passes": 16, "lanes": 16}

TOO_SHORT = Sentence("vault", "The passphrase needs at least {count} characters.")


def require_long(passphrase: Secret) -> None:
    """Raise ``Invalid`` if the passphrase is too short."""
    if len(passphrase.reveal()) < SHORTEST:
        raise Invalid({"passphrase": TOO_SHORT.filled(count=SHORTEST)})


def fresh_header(**told: int | str) -> bytes:
    """Return a readable line that says what the file is and how its key is made."""
    salt = base64.b64encode(os.urandom(16)).decode()
    return json.dumps({**told, **_COST, "salt": salt}).encode() + b"\n"


def fields_of(line: bytes) -> dict[str, Any]:
    """Return what a header says; raises ``ValueError`` if it is none."""
    try:
        fields = json.loads(line)
    except RecursionError:
        fields = None
    if not isinstance(fields, dict):
        msg = "no header"
        raise ValueError(msg)  # noqa: TRY004 - one kind of error for whatever is no header
    return fields


def key_of(header: bytes, passphrase: Secret) -> bytes:
    """Return the key of 32 bytes; raises ``ValueError`` for a header that cannot be."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    fields = fields_of(header)
    try:
        cost = {name: int(fields[name]) for name in _MOST}
        salt = base64.b64decode(fields["salt"], validate=True)
        if fields["kdf"] != _KDF or any(cost[name] > most for name, most in _MOST.items()):
            msg = "a key that cannot be made"
            raise ValueError(msg)
        # The same letters typed on another system may be composed differently.
        typed = unicodedata.normalize("NFC", passphrase.reveal()).encode("utf-8", "surrogatepass")
        return Argon2id(
            salt=salt,
            length=32,
            iterations=cost["passes"],
            lanes=cost["lanes"],
            memory_cost=cost["memory_kib"],
        ).derive(typed)
    except (KeyError, TypeError) as error:
        raise ValueError(*error.args) from error
