"""Buckets of the three large kinds of online storage, through one library (obstore)."""

from __future__ import annotations

import base64
import json
import time
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from cpd_desktop.domain.cloud_storage import Storage, StorageKind
from cpd_desktop.domain.errors import Invalid, NeedsSignIn, NotAllowed, NotFound, Unavailable
from cpd_desktop.domain.network import NetworkCall
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from obstore.store import AzureStore, GCSStore, S3Store

    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.network_log import NetworkLog

PATIENCE: Final = timedelta(seconds=60)
TRIES: Final = {"max_retries": 2, "retry_timeout": timedelta(seconds=30)}

NOT_INSTALLED = Sentence("storage", "Uploading needs the package obstore, which is not installed.")
TO_INSTALL = Sentence("storage", "Install cpd-desktop[storage], then try again.")
BAD_KEY = Sentence("storage", "This is not a key of the storage: {reason}.")
REFUSED = Sentence("storage", "The storage refused the key.")
REFUSED_ADVICE = Sentence(
    "storage", "See that the key may read and write in this bucket. What is there already stays."
)
NO_SUCH_BUCKET = Sentence("storage", "There is no bucket {bucket}.")
NO_ANSWER = Sentence("storage", "The storage does not answer as it should ({reason}).")
NO_ANSWER_ADVICE = Sentence(
    "storage",
    "What is there already stays, and uploading again goes on from there. Look whether this "
    "computer is online, and at the address and the region of the bucket.",
)


@dataclass(frozen=True, slots=True)
class Cloud:
    """Opens buckets."""

    log: NetworkLog
    clock: Clock

    def require_library(self) -> None:
        """Raise ``NotAllowed`` if what uploads is not installed."""
        if find_spec("obstore") is None:
            raise NotAllowed(NOT_INSTALLED, TO_INSTALL)

    def bucket(self, storage: Storage) -> Bucket:
        """Return the bucket, without asking for it; raises ``NotAllowed`` or ``Invalid``."""
        self.require_library()
        from obstore.exceptions import BaseError

        try:
            return Bucket(storage, _store(storage), self.log, self.clock)
        except (BaseError, ValueError) as error:
            says = BAD_KEY.filled(reason=type(error).__name__)
            raise Invalid({"key": says}) from None


@dataclass(frozen=True, slots=True)
class Bucket:
    """Files in a bucket, each under a name that was agreed on. All calls may wait.

    They raise ``NeedsSignIn``, ``NotFound`` for the bucket, and ``Unavailable``.
    """

    storage: Storage
    _store: AzureStore | GCSStore | S3Store
    _log: NetworkLog
    _clock: Clock

    def has(self, name: str, size: int) -> bool:
        """Say whether a file of this size is there."""
        with self._told("HEAD"):
            try:
                return self._store.head(name)["size"] == size
            except FileNotFoundError:
                return False

    def put(self, name: str, pdf: bytes, shown_as: str) -> None:
        """Put a PDF file there, which is called so by whoever saves it."""
        attributes = {
            "Content-Type": "application/pdf",
            "Content-Disposition": f"inline; filename*=UTF-8''{quote(shown_as, safe='')}",
        }
        with self._told("PUT"):
            self._store.put(name, pdf, attributes=attributes, use_multipart=False)

    def links(self, names: Sequence[str], days: int) -> list[str]:
        """Return links that anybody can read the files by for so many days; nobody is asked."""
        import obstore

        return list(obstore.sign(self._store, "GET", list(names), timedelta(days=days)))

    @contextmanager
    def _told(self, method: str) -> Iterator[None]:
        """Note a call without the name of the file, which is as good as a key; raise in words."""
        from obstore.exceptions import BaseError, PermissionDeniedError, UnauthenticatedError

        began, at, outcome = time.monotonic(), self._clock.now(), ""
        try:
            yield
        except (BaseError, OSError, ValueError) as error:
            outcome = type(error).__name__
            if isinstance(error, (PermissionDeniedError, UnauthenticatedError)):
                raise NeedsSignIn(REFUSED, REFUSED_ADVICE) from None
            if isinstance(error, FileNotFoundError):
                says = NO_SUCH_BUCKET.filled(bucket=self.storage.bucket)
                raise NotFound(says, REFUSED_ADVICE) from None
            raise Unavailable(NO_ANSWER.filled(reason=outcome), NO_ANSWER_ADVICE) from None
        finally:
            # The library keeps the status to itself.
            took, where = time.monotonic() - began, self.storage.shown
            self._log.note(NetworkCall(at, "Storage", method, where, None, took, outcome))


def _store(storage: Storage) -> AzureStore | GCSStore | S3Store:
    from obstore.store import AzureStore, GCSStore, S3Store

    from cpd_desktop import __version__

    # Only the form that was checked begins with http: on this computer.
    client: Any = {
        "timeout": PATIENCE,
        "user_agent": f"CPD-Desktop/{__version__}",
        "allow_http": storage.endpoint.startswith("http:"),
    }
    common: Any = {"client_options": client, "retry_config": TRIES}
    if storage.folder:
        common["prefix"] = storage.folder
    key = storage.key.reveal()
    if storage.kind is StorageKind.GOOGLE:
        json.loads(key)
        return GCSStore(storage.bucket, service_account_key=key, **common)
    if storage.endpoint:
        common["endpoint"] = storage.endpoint
    # Keys as an answer, not as options: those would be mixed with what lies in the environment.
    given: Any
    if storage.kind is StorageKind.AZURE:
        base64.b64decode(key, validate=True)
        given = {"access_key": key, "expires_at": None}
        return AzureStore(
            storage.bucket,
            account_name=storage.key_id,
            credential_provider=lambda: given,
            **common,
        )
    given = {"access_key_id": storage.key_id, "secret_access_key": key}
    given |= {"token": None, "expires_at": None}
    return S3Store(
        storage.bucket, region=storage.region, credential_provider=lambda: given, **common
    )
