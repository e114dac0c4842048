"""Oneself as an issuer: keys, the card that others keep, the backup, and the page for everybody."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from cpd_desktop.domain import settings
from cpd_desktop.domain.certificates.issuer_card import Provider, shown_fingerprint
from cpd_desktop.domain.changes import Changes, Done
from cpd_desktop.domain.errors import Invalid, NotFound
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.certificates.ports import Issuer
from cpd_desktop.services.settings import Settings
from cpd_desktop.services.taking_in import read_file
from cpd_desktop.store.tables import certificate, issuer

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy import Connection, Row

    from cpd_desktop.domain.certificates.issuer_card import IssuerCard
    from cpd_desktop.domain.certificates.status_list import StatusList
    from cpd_desktop.domain.secret import Secret
    from cpd_desktop.services.certificates.trust import IssuerKeys, Trust
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.store.database import Database, Transaction

PAGE, CARD, LIST = "verify.html", "issuer.card", "revoked.list"
LARGEST_P12 = 1

NO_NAME = Sentence(
    "certificates", "Say in the settings who you are as a provider: keys are made for a name."
)
NO_CARD = Sentence("certificates", "There are no signing keys yet.")
MADE_AT_FIRST = Sentence("certificates", "They are made when the first certificate is issued.")
LOST = Sentence(
    "certificates", "The keys that signed your certificates are not on this computer any more."
)
RESTORE = Sentence(
    "certificates", "Restore them from your backup, in the settings under Signing keys."
)


@dataclass(frozen=True, slots=True)
class OwnIssuer:
    """Who one is to those who verify; ``backed_up_at`` is nothing while keys can be lost."""

    card: IssuerCard
    backed_up_at: datetime | None


@dataclass(frozen=True, slots=True)
class SigningKeys:
    """What can be done with one's own keys. Calls that need them may block, as the keychain does.

    ``endings`` reads which of one's certificates do not count any more.
    """

    db: Database
    keys: IssuerKeys
    trust: Trust
    clock: Clock
    endings: Callable[[Connection | Transaction, datetime], StatusList]

    def own(self) -> OwnIssuer | None:
        """Return who one is, without asking the keychain; nothing before there are keys."""
        with self.db.reading() as connection:
            row = _own_row(connection)
        return OwnIssuer(self.trust.card(row.card.encode()), row.backed_up_at) if row else None

    def make(self) -> Done[OwnIssuer]:
        """Have keys: those that are there, or new ones; raises ``Invalid`` without a provider."""
        provider = self._provider()
        if not self.keys.are_there():
            self.keys.make(provider.name)
        return self._keep_card("certificate.keys.make", provider)

    def signer(self) -> Done[Issuer]:
        """Return who signs, with new keys if nothing was ever signed; the own card is kept.

        Raises ``NotFound`` if the keys that signed before are lost, ``Invalid`` without a provider,
        ``NotAllowed`` for a wrong clock, and what the keychain raises.
        """
        provider = self._provider()
        with self.db.reading() as connection:
            row = _own_row(connection)
            used = row is not None or connection.execute(select(certificate.c.id)).first()
        made = not used and not self.keys.are_there()
        if made:
            self.keys.make(provider.name)
        try:
            content = self.keys.card(provider, self.clock.now())
        except NotFound as error:
            raise NotFound(LOST, RESTORE) from error
        card, kept = self.trust.card(content), row and self.trust.card(row.card.encode())
        known = Issuer(shown_fingerprint(card.fingerprint), made)
        if kept is not None and replace(card, made=kept.made) == kept:
            return Done(known, Changes())
        at = row.backed_up_at if row and kept and kept.keys == card.keys else None
        return Done(known, self._keep("certificate.keys.make", content, at).changes)

    def renew(self) -> Done[OwnIssuer]:
        """Sign with new keys from now on; the old ones stay to vouch for what they signed.

        Where the old ones are lost, the new ones begin alone.
        """
        provider = self._provider()
        if self.keys.are_there():
            self.keys.renew(provider.name)
        else:
            self.keys.make(provider.name)
        return self._keep_card("certificate.keys.renew", provider)

    def bring_in(self, p12: Path, password: Secret) -> Done[OwnIssuer]:
        """Sign PDF files by a certificate of one's own from now on; raises ``Invalid``."""
        content = read_file(p12, LARGEST_P12, "certificate")
        provider = self._provider()
        self.keys.bring_in(content, password)
        return self._keep_card("certificate.keys.bring_in", provider)

    def back_up(self, path: Path, passphrase: Secret) -> Changes:
        """Write the keys into an encrypted file, and remember that it was done.

        Raises ``NotFound`` without keys, ``Invalid``, ``Conflict`` and ``Unavailable``.
        """
        self.keys.back_up(path, passphrase)
        with self.db.writing("certificate.keys.back_up") as tx:
            row = _require_own(tx)
            tx.update(issuer, row.id, backed_up_at=self.clock.now())
        return tx.changes

    def restore(self, path: Path, passphrase: Secret) -> Done[OwnIssuer]:
        """Take the keys out of a backup; raises ``Conflict``, ``NeedsSignIn`` or ``Damaged``."""
        provider = self._provider()
        self.keys.restore(path, passphrase)
        return self._keep_card("certificate.keys.restore", provider, backed_up=True)

    def write_card(self, path: Path) -> OwnIssuer:
        """Write the card for others to keep, with the provider as the settings have it now.

        Raises ``NotFound`` without keys, and ``Unavailable``.
        """
        card = self.keys.card(self._provider(), self.clock.now())
        self.trust.write(path, card)
        return OwnIssuer(self.trust.card(card), None)

    def write_page(self, folder: Path) -> tuple[Path, ...]:
        """Write verify.html, the card and the list of revoked certificates; return the files.

        Raises as ``write_card`` does.
        """
        now = self.clock.now()
        card = self.keys.card(self._provider(), now)
        with self.db.reading() as connection:
            ended = self.endings(connection, now)
        status = self.keys.status_list(ended)
        page = self.trust.page([card], [status]).encode()
        files = {folder / PAGE: page, folder / CARD: card, folder / LIST: status}
        for path, content in files.items():
            self.trust.write(path, content)
        return tuple(files)

    def _provider(self) -> Provider:
        kept = Settings(self.db).get(settings.Provider)
        if not kept.provider.strip():
            raise Invalid({"provider": NO_NAME})
        return Provider(kept.provider, kept.address, kept.website)

    def _keep_card(
        self, deed: str, provider: Provider, *, backed_up: bool = False
    ) -> Done[OwnIssuer]:
        now = self.clock.now()
        content = self.keys.card(provider, now)
        return self._keep(deed, content, now if backed_up else None)

    def _keep(self, deed: str, content: bytes, at: datetime | None) -> Done[OwnIssuer]:
        with self.db.writing(deed) as tx:
            row = _own_row(tx)
            if row is None:
                values = {"is_own": 1, "added_at": self.clock.now(), "backed_up_at": at}
                tx.insert(issuer, card=content.decode(), **values)
            else:
                tx.update(issuer, row.id, card=content.decode(), backed_up_at=at)
        return tx.done(OwnIssuer(self.trust.card(content), at))


def _own_row(reader: Connection | Transaction) -> Row[tuple[object, ...]] | None:
    return reader.execute(select(issuer).where(issuer.c.is_own == 1)).first()


def _require_own(tx: Transaction) -> Row[tuple[object, ...]]:
    row = _own_row(tx)
    if row is None:
        raise NotFound(NO_CARD, MADE_AT_FIRST)
    return row
