from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    pkcs12,
)

from cpd_desktop.adapters.trust.identity import identity_of, kept, new_identity
from cpd_desktop.adapters.trust.identity_safe import NAME, IdentitySafe
from cpd_desktop.adapters.trust.verify import verify
from cpd_desktop.domain.certificates.verdicts import Verdict
from cpd_desktop.domain.errors import (
    Conflict,
    Damaged,
    Invalid,
    NeedsSignIn,
    NewerData,
    NotAllowed,
    NotFound,
    Unavailable,
)
from cpd_desktop.domain.secret import Secret
from tests.adapters.trust.certificates import certified
from tests.adapters.trust.issuing import known, signed_pdf
from tests.clock import FixedClock
from tests.keychains import MemoryKeychains

if TYPE_CHECKING:
    from pathlib import Path

    from cryptography.hazmat.primitives.serialization.pkcs12 import PKCS12PrivateKeyTypes

PASSPHRASE = Secret("a long passphrase")


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def safe(clock: FixedClock) -> IdentitySafe:
    return IdentitySafe(MemoryKeychains(), clock)


@pytest.fixture(scope="module")
def backup(tmp_path_factory: pytest.TempPathFactory) -> tuple[IdentitySafe, Path]:
    """Return a computer with keys, and their backup."""
    path = tmp_path_factory.mktemp("backup") / "keys.backup"
    made = IdentitySafe(MemoryKeychains(), FixedClock())
    made.make("Acme CPD Ltd")
    made.back_up(path, PASSPHRASE)
    return made, path


def p12(key: PKCS12PrivateKeyTypes, **words: Any) -> bytes:
    chain = certified(key, **words)
    return pkcs12.serialize_key_and_certificates(
        b"own", key, chain[0], chain[1:], BestAvailableEncryption(b"secret")
    )


def test_the_keys_are_the_same_the_next_day(safe: IdentitySafe) -> None:
    made = safe.make("Acme CPD Ltd")
    assert kept(safe.identity()) == kept(made)


def test_keys_that_exist_are_not_made_over(safe: IdentitySafe) -> None:
    safe.make("Acme CPD Ltd")
    with pytest.raises(Conflict):
        safe.make("Acme CPD Ltd")


def test_without_keys_it_says_what_to_do(safe: IdentitySafe) -> None:
    with pytest.raises(NotFound):
        safe.identity()


def test_a_keychain_that_forgets_is_noticed_before_anything_is_signed(clock: FixedClock) -> None:
    keychain = MemoryKeychains()
    keychain.forgetful = True
    with pytest.raises(Unavailable):
        IdentitySafe(keychain, clock).make("Acme CPD Ltd")


def test_a_clock_of_1970_makes_no_keys(safe: IdentitySafe, clock: FixedClock) -> None:
    clock.at = datetime(1970, 1, 1, tzinfo=UTC)
    with pytest.raises(NotAllowed):
        safe.make("Acme CPD Ltd")


@pytest.mark.parametrize("name", ["", "  ", "Ä" * 300, "株式会社", "مركز", "A, O=B; CN=C\\"])
def test_any_name_of_a_provider_makes_keys(safe: IdentitySafe, name: str) -> None:
    identity = safe.make(name)
    assert verify(signed_pdf(identity), known(identity)).verdict is Verdict.VALID


def test_new_keys_leave_the_old_ones_on_the_card(safe: IdentitySafe, clock: FixedClock) -> None:
    before = known(safe.make("Acme CPD Ltd")).cards[0]
    clock.move(days=400)
    after = known(safe.renew("Acme CPD Ltd")).cards[0]
    assert after.fingerprint != before.fingerprint
    assert after.continues(before)
    assert [key.public for key in after.keys[1:]] == [key.public for key in before.keys]
    assert after.keys[1].term.until == clock.now().date()
    assert after.certificates[1].fingerprint == before.certificates[0].fingerprint
    assert kept(identity_of(kept(safe.identity()))) == kept(safe.identity())


def test_a_backup_brings_the_keys_back_on_another_computer(
    backup: tuple[IdentitySafe, Path], clock: FixedClock
) -> None:
    made, path = backup
    assert [each.name for each in path.parent.iterdir()] == ["keys.backup"]
    elsewhere = IdentitySafe(MemoryKeychains(), clock)
    elsewhere.restore(path, PASSPHRASE)
    assert kept(elsewhere.identity()) == kept(made.identity())
    elsewhere.restore(path, PASSPHRASE)  # what is here already does no harm


def test_no_key_can_be_read_in_a_backup(backup: tuple[IdentitySafe, Path]) -> None:
    made, path = backup
    content = path.read_bytes()
    assert made.identity().token.private.private_bytes_raw() not in content
    assert b"chain" not in content


def test_other_keys_are_never_replaced_by_a_backup(
    backup: tuple[IdentitySafe, Path], safe: IdentitySafe
) -> None:
    mine = safe.make("Other Ltd")
    with pytest.raises(Conflict):
        safe.restore(backup[1], PASSPHRASE)
    assert kept(safe.identity()) == kept(mine)


def test_a_backup_over_another_file_or_with_a_short_passphrase_is_refused(
    safe: IdentitySafe, tmp_path: Path
) -> None:
    safe.make("Acme CPD Ltd")
    with pytest.raises(Invalid):
        safe.back_up(tmp_path / "keys.backup", Secret("short"))
    (tmp_path / "keys.backup").write_text("mine")
    with pytest.raises(Conflict):
        safe.back_up(tmp_path / "keys.backup", PASSPHRASE)
    with pytest.raises(Unavailable):
        safe.back_up(tmp_path / "no folder" / "keys.backup", PASSPHRASE)
    assert [each.read_text() for each in tmp_path.iterdir()] == ["mine"]


def test_a_wrong_passphrase_or_file_restores_nothing(
    backup: tuple[IdentitySafe, Path], safe: IdentitySafe, tmp_path: Path
) -> None:
    (tmp_path / "other").write_bytes(b"something else")
    with pytest.raises(NeedsSignIn):
        safe.restore(backup[1], Secret("another passphrase"))
    for name in ("other", "nothing"):
        with pytest.raises(Damaged):
            safe.restore(tmp_path / name, PASSPHRASE)
    with pytest.raises(NotFound):
        safe.identity()


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"issuer": 1}', '{"issuer": "x"}', "[" * 9999])
def test_keys_that_were_damaged_are_told(safe: IdentitySafe, text: str) -> None:
    safe.keychain.put(NAME, Secret(text))
    with pytest.raises(Damaged):
        safe.identity()


def test_keys_of_a_later_version_are_left_alone(safe: IdentitySafe) -> None:
    safe.keychain.put(NAME, Secret('{"issuer": 2}'))
    with pytest.raises(NewerData):
        safe.identity()


@pytest.mark.parametrize(
    "key",
    [
        rsa.generate_private_key(65537, 2048),
        ec.generate_private_key(ec.SECP256R1()),
        ec.generate_private_key(ec.SECP384R1()),
        ec.generate_private_key(ec.SECP521R1()),
    ],
    ids=["RSA", "P-256", "P-384", "P-521"],
)
def test_a_certificate_of_ones_own_signs_from_then_on(
    safe: IdentitySafe, key: PKCS12PrivateKeyTypes
) -> None:
    before = safe.make("Acme CPD Ltd")
    old = signed_pdf(before)
    own = safe.bring_in(p12(key), Secret("secret"))
    assert kept(safe.identity()) == kept(own)
    assert len(own.pdf.chain) == 2
    assert verify(signed_pdf(own), known(own)).verdict is Verdict.VALID
    assert verify(old, known(own)).verdict is Verdict.VALID
    assert verify(signed_pdf(own), known(before)).verdict is Verdict.UNKNOWN_ISSUER


@pytest.mark.parametrize(
    ("content", "password"),
    [
        (b"", "secret"),
        (b"no p12", "secret"),
        (p12(ec.generate_private_key(ec.SECP256R1())), "wrong"),
        (p12(ec.generate_private_key(ec.SECP256R1()), signs=False), "secret"),
        (p12(ec.generate_private_key(ec.SECP256R1()), ended=True), "secret"),
        (p12(ed25519.Ed25519PrivateKey.generate()), "secret"),
        (bytes(2 << 20), "secret"),
        (
            pkcs12.serialize_key_and_certificates(
                b"no key", None, None,
                certified(ec.generate_private_key(ec.SECP256R1())),
                BestAvailableEncryption(b"secret"),
            ),
            "secret",
        ),
    ],
    ids=["empty", "other", "password", "not for signing", "ended", "kind", "large", "no key"],
)  # fmt: skip
def test_a_certificate_that_cannot_sign_is_refused_and_the_old_one_stays(
    safe: IdentitySafe, content: bytes, password: str
) -> None:
    before = safe.make("Acme CPD Ltd")
    with pytest.raises(Invalid):
        safe.bring_in(content, Secret(password))
    assert kept(safe.identity()) == kept(before)


def test_nothing_shows_a_private_key_by_accident() -> None:
    identity = new_identity("Acme", FixedClock().now())
    assert "private" not in repr(identity)
    assert "private" not in repr(kept(identity))
