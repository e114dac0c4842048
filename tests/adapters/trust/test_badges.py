from __future__ import annotations

import base64
import hashlib
import json
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.adapters.trust.badges import read_badge, write_badge
from cpd_desktop.adapters.trust.baking import bake, baked
from cpd_desktop.adapters.trust.jws import as_json, one_line, packed
from cpd_desktop.domain.credit import CreditLine
from tests.adapters.trust.issuing import CLAIMS, CRITERIA, PROVIDER, RECIPIENT, badge_of, issuer
from tests.adapters.trust.pictures import SMALL_PNG, chunk

if TYPE_CHECKING:
    from cpd_desktop.adapters.trust.identity import IssuerIdentity

ACME = issuer()
NAMES = st.text(st.characters(codec="utf-8"), max_size=80)
CREDIT = st.lists(
    st.builds(CreditLine, NAMES, st.integers(1, 10_000).map(lambda n: Decimal(n) / 100)),
    max_size=4,
).map(tuple)


def fields_of(badge: str, part: int = 1) -> dict[str, Any]:
    text = badge.split(".")[part]
    found: dict[str, Any] = json.loads(base64.urlsafe_b64decode(text + "=="))
    return found


def signed_again(**change: Any) -> str:
    """Return a badge whose words were changed before its issuer signed them."""
    header = packed(as_json(fields_of(badge_of(ACME), 0)))
    return one_line(header, as_json(fields_of(badge_of(ACME)) | change), ACME.token)


@given(NAMES, NAMES, CREDIT, st.dates(date(1970, 1, 1)))
def test_a_badge_gives_back_its_claims(
    name: str, title: str, credit: tuple[CreditLine, ...], day: date
) -> None:
    claims = replace(CLAIMS, name=name, title=title, credit=credit, last=day, issued=day)
    badge = read_badge(badge_of(ACME, claims))
    assert badge.claims == claims
    assert (badge.issuer, badge.public_key) == (PROVIDER.name, ACME.token.public)
    assert badge.is_signed()


def test_the_same_certificate_has_the_same_badge(acme: IssuerIdentity) -> None:
    assert badge_of(acme) == badge_of(acme)


def test_it_has_what_the_standard_asks_for(acme: IssuerIdentity) -> None:
    fields = fields_of(badge_of(acme))
    assert fields["@context"] == [
        "https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    ]
    assert fields["type"] == ["VerifiableCredential", "OpenBadgeCredential"]
    assert fields["iss"] == fields["issuer"]["id"]
    assert fields["jti"] == fields["id"]
    assert fields["validFrom"] == "2026-11-21T00:00:00Z"
    achievement = fields["credentialSubject"]["achievement"]
    assert achievement["criteria"] == {"narrative": CRITERIA}
    assert {"id", "type", "name", "description"} <= set(achievement)
    assert fields_of(badge_of(acme), 0)["alg"] == "EdDSA"


def test_a_person_is_found_by_their_address_but_nobody_reads_it(acme: IssuerIdentity) -> None:
    fields = fields_of(badge_of(acme))
    identity = fields["credentialSubject"]["identifier"][0]
    address = f"{RECIPIENT.email}{identity['salt']}".encode()
    assert identity["identityHash"] == f"sha256${hashlib.sha256(address).hexdigest()}"
    assert RECIPIENT.email not in json.dumps(fields)


def test_a_person_without_an_address_has_a_badge_too(acme: IssuerIdentity) -> None:
    badge = write_badge(CLAIMS, acme.token, replace(PROVIDER, website=""), None, CRITERIA)
    assert read_badge(badge).claims == CLAIMS


def test_a_known_key_has_its_known_name() -> None:
    """The example of RFC 8032's first key under the method did:key."""
    from cpd_desktop.adapters.trust.badges import _key_of, _named

    public = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
    name = _named(public)[0]
    assert name.startswith("did:key:z6Mk")
    assert _key_of(name) == public


@pytest.mark.skipif(not shutil.which("node"), reason="needs node")
def test_an_independent_program_finds_it_signed(acme: IssuerIdentity) -> None:
    key = base64.urlsafe_b64encode(acme.token.public).rstrip(b"=").decode()
    program = """
    const [badge, x] = process.argv.slice(1), [head, body, made] = badge.split('.');
    const key = {key: {kty: 'OKP', crv: 'Ed25519', x}, format: 'jwk'};
    const text = require('crypto').verify(null, Buffer.from(head + '.' + body), key,
      Buffer.from(made, 'base64url'));
    console.log(text, JSON.parse(Buffer.from(body, 'base64url')).name);"""
    said = subprocess.run(
        ["node", "-e", program, badge_of(acme), key], capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == f"true {CLAIMS.title}"


def test_a_library_for_tokens_finds_it_signed(acme: IssuerIdentity) -> None:
    jwt = pytest.importorskip("jwt", reason="needs PyJWT")
    key = Ed25519PublicKey.from_public_bytes(acme.token.public)
    fields = jwt.decode(badge_of(acme), key, ["EdDSA"], issuer=fields_of(badge_of(acme))["iss"])
    assert fields["name"] == CLAIMS.title
    with pytest.raises(jwt.InvalidSignatureError):
        jwt.decode(badge_of(ACME), key, ["EdDSA"])


def has_jose() -> bool:
    """Say whether Node is here and finds the package jose, perhaps by NODE_PATH."""
    command = ["node", "-e", "require.resolve('jose')"]
    return (
        bool(shutil.which("node"))
        and not subprocess.run(command, capture_output=True, check=False).returncode
    )


@pytest.mark.skipif(not has_jose(), reason="needs node, and jose where NODE_PATH says")
def test_the_library_of_the_web_finds_it_signed(acme: IssuerIdentity) -> None:
    x = base64.urlsafe_b64encode(acme.token.public).rstrip(b"=").decode()
    program = """
    const [badge, x] = process.argv.slice(1);
    import(require.resolve('jose')).then(async ({importJWK, jwtVerify}) => {
      const key = await importJWK({kty: 'OKP', crv: 'Ed25519', x}, 'EdDSA');
      const {payload} = await jwtVerify(badge, key, {algorithms: ['EdDSA'], typ: 'JWT'});
      console.log(payload.name); });"""
    command = ["node", "-e", program, badge_of(acme), x]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == CLAIMS.title
    command[3] = badge_of(ACME)
    assert subprocess.run(command, capture_output=True, check=False).returncode != 0


@pytest.mark.parametrize(
    "change",
    [
        {"type": []}, {"issuer": {}}, {"issuer": {"id": "did:key:zzz", "name": "x"}},
        {"iss": "did:key:other"}, {"credentialSubject": {}}, {"credentialSubject": []},
        {"validFrom": "2026-11-21"}, {"validFrom": "soon"}, {"validFrom": 5},
        {"issuer": {"id": "did:key:z0OIl", "name": "x"}}, {"issuer": {"id": 5, "name": "x"}},
    ],
)  # fmt: skip
def test_a_badge_of_another_form_is_refused(change: dict[str, Any]) -> None:
    assert read_badge(signed_again()).claims == CLAIMS
    with pytest.raises(ValueError):  # noqa: PT011 - it says nothing but that
        read_badge(signed_again(**change))


def test_a_badge_is_baked_into_a_picture_that_stays_whole(acme: IssuerIdentity) -> None:
    badge = badge_of(acme)
    picture = bake(SMALL_PNG, badge)
    assert baked(picture) == badge
    assert baked(SMALL_PNG) is None
    assert picture.replace(picture[33 : 33 + 12 + 24 + len(badge)], b"") == SMALL_PNG


def test_baking_again_replaces_the_badge() -> None:
    twice = bake(bake(SMALL_PNG, "a.b.c"), "d.e.f")
    assert baked(twice) == "d.e.f"
    assert twice.count(b"openbadgecredential") == 1


@pytest.mark.parametrize(
    "picture",
    [
        b"", b"GIF89a", SMALL_PNG[:-1], SMALL_PNG + b"x", SMALL_PNG.replace(b"IDAT", b"IDAU"),
        SMALL_PNG[:8] + b"\xff\xff\xff\xffIHDR", b"\x89PNG\r\n\x1a\n",
    ],
)  # fmt: skip
def test_a_damaged_picture_takes_no_badge(picture: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - it says nothing but that
        bake(picture, "a.b.c")


def test_two_badges_in_a_picture_are_none() -> None:
    entry = chunk(b"iTXt", b"openbadgecredential\0\0\0\0\0a.b.c")
    with pytest.raises(ValueError):  # noqa: PT011 - it says nothing but that
        baked(SMALL_PNG[:33] + entry * 2 + SMALL_PNG[33:])
