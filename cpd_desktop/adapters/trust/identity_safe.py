"""Where the signing keys lie: in the keychain, and in the backup that only a passphrase opens."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from cpd_desktop.adapters.trust.identity import PdfKey, identity_of, kept, new_identity
from cpd_desktop.adapters.vault import VaultFile
from cpd_desktop.domain.errors import (
    Conflict,
    Damaged,
    Invalid,
    NeedsSignIn,
    NotFound,
    Unavailable,
)
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.x509 import Certificate

    from cpd_desktop.adapters.trust.identity import IssuerIdentity
    from cpd_desktop.domain.secret import Secret
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.keychain import Keychain

NAME = "certificates/issuer"
LEAST_RSA, MOST_RSA = 2048, 4096
LARGEST_P12 = 1 << 20
MOST_CERTIFICATES = 8

HAS_KEYS = Sentence("certificates", "There are signing keys already.")
NO_KEYS = Sentence("certificates", "There are no signing keys yet.")
MAKE_OR_RESTORE = Sentence(
    "certificates", "Make them, or restore them from your backup of the signing keys."
)
NOT_KEPT = Sentence("certificates", "The keychain did not keep the signing keys.")
FILE_EXISTS = Sentence("certificates", "There is a file {name} already.")
NOT_WRITTEN = Sentence("certificates", "The backup could not be written: {reason}.")
WRONG_PASSPHRASE = Sentence(
    "certificates", "Either the passphrase is wrong or the backup was altered."
)
TRY_PASSPHRASE = Sentence("certificates", "Try the passphrase again. Nothing was changed.")
NOT_A_BACKUP = Sentence("certificates", "This file is not a backup of signing keys.")
OTHER_FILE = Sentence("certificates", "Choose another file. Nothing was changed.")
CANNOT_OPEN = Sentence("certificates", "The file cannot be opened with this password.")
NO_KEY = Sentence("certificates", "The file has no certificate together with its key.")
BAD_KEY = Sentence(
    "certificates", "Its key cannot be used: it takes RSA of {least} to {most} bits or ECDSA."
)
NOT_FOR_SIGNING = Sentence("certificates", "Its certificate is not for signing.")
NOT_GOOD_TODAY = Sentence("certificates", "Its certificate is good from {first} to {last}.")


@dataclass(frozen=True, slots=True)
class IdentitySafe:
    """Keeps the issuer's identity in the keychain. All calls may block, as the keychain does."""

    keychain: Keychain
    clock: Clock

    def identity(self) -> IssuerIdentity:
        """Return the identity; raises ``NotFound`` or ``Damaged``."""
        secret = self.keychain.get(NAME)
        if secret is None:
            raise NotFound(NO_KEYS, MAKE_OR_RESTORE)
        return identity_of(secret)

    def make(self, provider: str) -> IssuerIdentity:
        """Make the identity of this provider; raises ``Conflict`` if there is one."""
        self._require_none()
        return self._put(new_identity(provider, self.clock.now()))

    def renew(self, provider: str) -> IssuerIdentity:
        """Make new keys; the old ones stay, to verify what they signed."""
        return self._put(self.identity().with_new_keys(provider, self.clock.now()))

    def bring_in(self, p12: bytes, password: Secret) -> IssuerIdentity:
        """Sign PDF files by a certificate of one's own from now on; raises ``Invalid``."""
        today = self.clock.now().date()
        key, chain = _opened(p12, password)
        _check(chain[0], self.clock)
        return self._put(self.identity().with_pdf_key(PdfKey(key, chain, today), today))

    def back_up(self, path: Path, passphrase: Secret) -> None:
        """Write all keys into an encrypted file and read it again.

        Raises ``Invalid`` (passphrase too short), ``Conflict`` (the file exists) or
        ``Unavailable``.
        """
        secret = kept(self.identity())
        if path.exists():
            raise Conflict(FILE_EXISTS.filled(name=path.name))
        try:
            # Under a name of its own until it is whole, and with the lock that the vault leaves.
            with TemporaryDirectory(dir=path.parent) as folder:
                made = Path(folder) / path.name
                VaultFile.create(made, passphrase).put(NAME, secret)
                if VaultFile.open(made, passphrase).get(NAME) != secret:
                    raise Unavailable(NOT_KEPT)
                made.rename(path)
        except OSError as error:
            raise Unavailable(NOT_WRITTEN.filled(reason=error.strerror)) from error

    def restore(self, path: Path, passphrase: Secret, *, instead: bool = False) -> IssuerIdentity:
        """Take the keys out of a backup; raises ``Conflict`` if there are others here.

        They may come ``instead`` of the others, which whoever calls has backed up.
        """
        try:
            secret = VaultFile.open(path, passphrase).get(NAME)
        except NeedsSignIn as error:
            raise NeedsSignIn(WRONG_PASSPHRASE, TRY_PASSPHRASE) from error
        except (NotFound, Damaged) as error:
            raise Damaged(NOT_A_BACKUP, OTHER_FILE) from error
        if secret is None:
            raise Damaged(NOT_A_BACKUP, OTHER_FILE)
        identity = identity_of(secret)
        if not instead and self.keychain.get(NAME) != secret:
            self._require_none()
        return self._put(identity)

    def _require_none(self) -> None:
        if self.keychain.get(NAME) is not None:
            raise Conflict(HAS_KEYS)

    def _put(self, identity: IssuerIdentity) -> IssuerIdentity:
        secret = kept(identity)
        self.keychain.put(NAME, secret)
        # A key that signed and is lost cannot be made again, so better to know before it signs.
        if self.keychain.get(NAME) != secret:
            raise Unavailable(NOT_KEPT)
        return identity


def _opened(
    p12: bytes, password: Secret
) -> tuple[EllipticCurvePrivateKey | RSAPrivateKey, tuple[Certificate, ...]]:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.hazmat.primitives.serialization.pkcs12 import load_key_and_certificates

    try:
        if len(p12) > LARGEST_P12:
            raise _refused(CANNOT_OPEN)
        key, leaf, others = load_key_and_certificates(p12, password.reveal().encode())
    except (ValueError, UnsupportedAlgorithm) as error:
        raise _refused(CANNOT_OPEN) from error
    if key is None or leaf is None:
        raise _refused(NO_KEY)
    if isinstance(key, RSAPrivateKey) and LEAST_RSA <= key.key_size <= MOST_RSA:
        return key, _chain(leaf, others)
    if not isinstance(key, EllipticCurvePrivateKey):
        raise _refused(BAD_KEY.filled(least=LEAST_RSA, most=MOST_RSA))
    return key, _chain(leaf, others)


def _chain(leaf: Certificate, others: list[Certificate]) -> tuple[Certificate, ...]:
    """Return the certificates from this one up to the root, as far as they are there."""
    chain = [leaf]
    for _ in range(MOST_CERTIFICATES - 1):
        last = chain[-1]
        above = [each for each in others if each.subject == last.issuer and each not in chain]
        if not above:
            break
        chain.append(above[0])
    return tuple(chain)


def _check(leaf: Certificate, clock: Clock) -> None:
    from cryptography import x509

    first, last = leaf.not_valid_before_utc, leaf.not_valid_after_utc
    if not first <= clock.now() <= last:
        raise _refused(NOT_GOOD_TODAY.filled(first=first.date(), last=last.date()))
    try:
        usage = leaf.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return
    if not (usage.digital_signature or usage.content_commitment):
        raise _refused(NOT_FOR_SIGNING)


def _refused(says: Sentence) -> Invalid:
    return Invalid({"certificate": says})
