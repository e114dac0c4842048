"""Badges as JSON-LD: by the vector of the standard, and by the libraries that the web uses."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from cpd_desktop.adapters.trust.badges import base58, write_badge
from cpd_desktop.adapters.trust.identity import TokenKey
from cpd_desktop.adapters.trust.identity_safe import IdentitySafe
from cpd_desktop.adapters.trust.jws import is_signature, read_line
from cpd_desktop.adapters.trust.proven_badge import BadgeProver, canonical, with_proof
from cpd_desktop.adapters.trust.vocabulary import CONTEXTS
from cpd_desktop.domain.certificates.issuer_card import Term
from cpd_desktop.domain.credit import read_credit
from cpd_desktop.domain.errors import Damaged, NotAllowed
from tests.adapters.trust.issuing import (
    CLAIMS,
    CRITERIA,
    NOW,
    PROVIDER,
    RECIPIENT,
    laid_out,
    signed_pdf,
)
from tests.keychains import MemoryKeychains

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.clock import FixedClock

pytest.importorskip("pyld", reason="needs PyLD")

LETTERS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
ORACLE = Path(__file__).with_name("verify_badge.mjs")


def token_key(seed: bytes) -> TokenKey:
    private = Ed25519PrivateKey.from_private_bytes(seed)
    return TokenKey(private, Term(date(2020, 1, 1)), private.public_key().public_bytes_raw())


def hash_of(document: dict[str, Any], contexts: Mapping[str, Any] = CONTEXTS) -> str:
    return hashlib.sha256(canonical(document, contexts)).hexdigest()


def unbase58(text: str) -> bytes:
    number = 0
    for letter in text.removeprefix("z"):
        number = number * 58 + LETTERS.index(letter)
    return number.to_bytes((number.bit_length() + 7) // 8, "big")


def credential(key: TokenKey, *lines: str) -> dict[str, Any]:
    claims = replace(CLAIMS, credit=tuple(map(read_credit, lines)))
    fields, _ = read_line(write_badge(claims, key, PROVIDER, RECIPIENT, CRITERIA))
    return {name: each for name, each in fields.items() if name not in {"iss", "jti", "nbf"}}


def test_the_example_of_the_standard_comes_out_as_it_stands_there() -> None:
    """The vector of W3C's vc-di-eddsa for eddsa-rdfc-2022: hashes, key and signature."""
    key = token_key(unbase58("z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq")[2:])
    examples = "https://www.w3.org/ns/credentials/examples/v2"
    alumni = {
        "@context": ["https://www.w3.org/ns/credentials/v2", examples],
        "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
        "type": ["VerifiableCredential", "AlumniCredential"],
        "name": "Alumni Credential",
        "description": "A minimum viable example of an Alumni Credential.",
        "issuer": "https://vc.example/issuers/5678",
        "validFrom": "2023-01-01T00:00:00Z",
        "credentialSubject": {
            "id": "did:example:abcdefgh",
            "alumniOf": "The School of Examples",
        },
    }
    contexts = CONTEXTS | {examples: {"@vocab": "https://www.w3.org/ns/credentials/examples#"}}
    made = with_proof(alumni, key, datetime(2023, 2, 24, 23, 36, 38, tzinfo=UTC), contexts)
    proof = made["proof"]
    options = {name: each for name, each in proof.items() if name != "proofValue"}
    options["@context"] = alumni["@context"]
    assert [
        hashlib.sha256(canonical(each, contexts)).hexdigest() for each in (alumni, options)
    ] == [
        "517744132ae165a5349155bef0bb0cf2258fff99dfe1dbd914b938d775a36017",
        "bea7b7acfbad0126b135104024a5f1733e705108f42d59668b05c0c50004c6b0",
    ]
    multikey = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
    assert proof["verificationMethod"] == f"did:key:{multikey}#{multikey}"
    assert proof["proofValue"] == (
        "z2YwC8z3ap7yx1nZYCg4L3j3ApHsF8kgPdSb5xoS1VR7vPG3F561B52hYnQF9iseabecm3ijx4K1FBTQsCZahKZme"
    )


def test_our_words_mean_what_the_published_contexts_say() -> None:
    """The hash is what jsonld.js makes of this badge with the contexts as they are published."""
    key = token_key(bytes(range(32)))
    made = with_proof(credential(key, "6.5 CPD hours", "2 Ethics"), key, NOW)
    del made["proof"]
    assert (
        hashlib.sha256(canonical(made, CONTEXTS)).hexdigest()
        == "06ca7653c8f60226b7e8337e0bfa6130f1edc3971e17615ec1d652cde1d03cb9"
    )


def oracle(badge: dict[str, Any]) -> dict[str, Any]:
    """Return what the libraries of Digital Bazaar say, which must be where NODE_PATH says."""
    command = ["node", str(ORACLE), str(Path(os.environ["NODE_PATH"]).parent)]
    said = subprocess.run(
        command, input=json.dumps(badge), capture_output=True, text=True, check=True
    )
    told: dict[str, Any] = json.loads(said.stdout)
    return told


def has_oracle() -> bool:
    where = Path(os.environ.get("NODE_PATH", "none"))
    packages = ("eddsa-rdfc-2022-cryptosuite", "credentials-context")
    found = all((where / "@digitalbazaar" / name).exists() for name in packages)
    return found and shutil.which("node") is not None


@pytest.mark.slow
@pytest.mark.skipif(not has_oracle(), reason="needs node, and libraries where NODE_PATH says")
@pytest.mark.parametrize("lines", [(), ("2 CPD hours",), ("6.5 CPD hours", "0.25 Ethics")])
def test_the_libraries_of_the_web_find_it_proven_with_the_published_contexts(
    lines: tuple[str, ...],
) -> None:
    key = token_key(bytes(range(32)))
    made = with_proof(credential(key, *lines), key, NOW)
    said = oracle(made)
    assert said["verified"] is True
    bare = {name: each for name, each in made.items() if name != "proof"}
    assert said["hash"] == hash_of(bare)
    made["credentialSubject"]["licenseNumber"] = "CPD-2026-000124"
    assert oracle(made)["verified"] is False


def test_the_badge_of_a_certificate_is_proven_by_the_key_that_signed_it(clock: FixedClock) -> None:
    keychains = MemoryKeychains()
    identity = IdentitySafe(keychains, clock).make(PROVIDER.name)
    prover = BadgeProver(keychains, clock)
    made = json.loads(prover.proven(signed_pdf(identity, at=clock.now())))
    assert {"iss", "jti", "nbf"}.isdisjoint(made)
    assert made["credentialSubject"]["licenseNumber"] == CLAIMS.number
    proof = made.pop("proof")
    signature = unbase58(proof.pop("proofValue"))
    options = {"@context": made["@context"], **proof}
    over = b"".join(hashlib.sha256(canonical(each, CONTEXTS)).digest() for each in (options, made))
    assert is_signature(signature, over, identity.token.public)
    with pytest.raises(Damaged):
        prover.proven(bytes(laid_out(None, None)))
    IdentitySafe(keychains, clock).renew(PROVIDER.name)
    with pytest.raises(NotAllowed, match="not in use any more"):
        prover.proven(signed_pdf(identity, at=clock.now()))


def test_words_without_a_meaning_are_refused_and_nothing_is_fetched() -> None:
    key = token_key(bytes(32))
    strange = {**credential(key), "@context": ["https://context.example/unknown"]}
    with pytest.raises(ValueError):  # noqa: PT011 - it says nothing but that
        with_proof(strange, key, NOW)


def test_zeros_in_front_are_kept() -> None:
    assert base58(b"\0\0\x01") == "z112"


def test_without_the_library_it_says_what_to_install(
    clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyld", None)
    with pytest.raises(NotAllowed, match=r"cpd-desktop\[jsonld\]"):
        BadgeProver(MemoryKeychains(), clock).proven(b"%PDF-")
