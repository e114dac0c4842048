"""The arithmetic of verify.html for browsers without their own, against a library."""

from __future__ import annotations

import hashlib
import json
import random
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

SOURCES = Path(__file__).parents[3] / "resources" / "verify"
ORDER = 2**252 + 27742317777372353535851937790883648493
PRIME = 2**255 - 19

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("node"), reason="needs node"),
]


def answers(script: str, questions: list[Any]) -> Any:
    """Ask the page's own functions, one question after the other."""
    names = ("formats.js", "sha2.js", "ed25519.js", "checks.js")
    sources = "\n".join((SOURCES / name).read_text("utf-8") for name in names)
    program = (
        f"{sources}\n(async () => {{ const found = [];\n"
        f"for (const question of JSON.parse(require('fs').readFileSync(0, 'utf8')))"
        f" found.push(await ({script})(question));\n"
        "console.log(JSON.stringify(found)); })();"
    )
    said = subprocess.run(
        ["node", "-e", program],
        input=json.dumps(questions),
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(said.stdout)


def test_its_hashes_are_those_of_the_standard() -> None:
    lengths = (0, 1, 55, 56, 63, 64, 65, 111, 112, 119, 120, 127, 128, 129, 1000)
    messages = [random.Random(length).randbytes(length) for length in lengths]  # noqa: S311 - any bytes do
    for name, here in (("SHA-256", hashlib.sha256), ("SHA-512", hashlib.sha512)):
        script = f"(hex) => hexOf(sha2Here('{name}', bytesOfHex(hex)))"
        found = answers(script, [message.hex() for message in messages])
        assert found == [here(message).hexdigest() for message in messages]


def test_it_knows_signatures_from_what_is_almost_one() -> None:
    questions, wanted = [], []
    for number in range(12):
        private = Ed25519PrivateKey.from_private_bytes(bytes((number,)) * 32)
        public, message = private.public_key().public_bytes_raw(), bytes(range(number * 9))
        signature = private.sign(message)
        r, s = signature[:32], int.from_bytes(signature[32:], "little")
        bit = 1 << number % 8
        almost = [
            (public, signature, message),
            (public, signature, message + b"\0"),
            (public, bytes((signature[0] ^ bit,)) + signature[1:], message),
            (public, signature[:40] + bytes((signature[40] ^ bit,)) + signature[41:], message),
            (public, r + (s + ORDER).to_bytes(32, "little"), message),
            (public, signature[:63], message),
            (bytes((public[0] ^ bit,)) + public[1:], signature, message),
            (public[:31] + bytes((public[31] ^ 128,)), signature, message),
            ((PRIME + 1).to_bytes(32, "little"), signature, message),
        ]
        questions += [[each.hex() for each in question] for question in almost]
        wanted += [True] + [False] * (len(almost) - 1)
    script = "(all) => isSignedHere(...all.map(bytesOfHex))"
    assert answers(script, questions) == wanted


def test_an_inexact_credit_is_never_shown() -> None:
    cents = list(range(0, 100_001, 7))
    shown = [f"{each // 100}.{each % 100:02}".rstrip("0").rstrip(".") for each in cents]
    assert answers("(hundredths) => amount(hundredths)", cents) == shown
