"""Copies of certificates online, by links that end: only those chosen, and never by itself."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from cpd_desktop.domain.certificates.file_names import file_name
from cpd_desktop.domain.cloud_storage import BAD_DAYS, LONGEST_LINK, storage_from
from cpd_desktop.domain.errors import Damaged, Invalid, NeedsSignIn
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cpd_desktop.domain.certificates.register import Certificate
    from cpd_desktop.domain.cloud_storage import Storage
    from cpd_desktop.services.keychain import Keychain
    from cpd_desktop.services.work import Work

UPLOADING = Sentence("progress", "Uploading certificates")
NAME = "certificate storage"  # in the keychain
NOT_SET_UP = Sentence("storage", "No online storage is set up.")
SET_UP = Sentence("storage", "Set one up first. Nothing was uploaded.")
NOT_A_PDF = Sentence("storage", "The file of certificate {number} is no PDF.")


class Bucket(Protocol):
    """Files in a bucket. All calls may wait.

    They raise ``NeedsSignIn``, ``NotFound`` for the bucket, and ``Unavailable``.
    """

    def has(self, name: str, size: int) -> bool:
        """Say whether a file of this size is there."""

    def put(self, name: str, pdf: bytes, shown_as: str) -> None:
        """Put a PDF file there, which is called so by whoever saves it."""

    def links(self, names: Sequence[str], days: int) -> list[str]:
        """Return links that anybody can read the files by for so many days; nobody is asked."""


class Cloud(Protocol):
    """Opens buckets."""

    def require_library(self) -> None:
        """Raise ``NotAllowed`` if what uploads is not installed."""

    def bucket(self, storage: Storage) -> Bucket:
        """Return the bucket, without asking for it; raises ``NotAllowed`` or ``Invalid``."""


@dataclass(frozen=True, slots=True)
class Uploaded:
    """A certificate that is online, and the link to it, which is kept nowhere; ``new`` if put."""

    certificate: Certificate
    link: str
    new: bool


@dataclass(frozen=True, slots=True)
class Uploads:
    """What can be done with online storage. Where it is and its key are in the keychain alone."""

    keychain: Keychain
    cloud: Cloud
    pdf: Callable[[Certificate], bytes]

    def storage(self) -> Storage | None:
        """Return where copies go, or nothing before that was set up; raises as the keychain."""
        kept = self.keychain.get(NAME)
        return None if kept is None else storage_from(kept)

    def connect(self, storage: Storage) -> None:
        """Remember a bucket after asking it whether the key is good.

        Raises ``Invalid``, ``NotAllowed`` if what uploads is not installed, ``NeedsSignIn``,
        ``NotFound`` and ``Unavailable``; then nothing is remembered.
        """
        storage.require_sound()
        self.cloud.bucket(storage).put(_PROBE, _PROBED, "connected.pdf")
        self.keychain.put(NAME, storage.as_secret())

    def disconnect(self) -> None:
        """Forget the bucket and its key; what is online stays there."""
        self.keychain.forget(NAME)

    def upload(self, work: Work, chosen: Sequence[Certificate], days: int) -> list[Uploaded]:
        """Put certificates online, and return links that end after so many days.

        What is there already is not sent again: stopped or cut off anywhere, doing it again goes
        on. Raises ``Invalid``, ``NotAllowed``, ``NeedsSignIn``, ``NotFound``, ``Damaged`` and
        ``Unavailable``.
        """
        if not 1 <= days <= LONGEST_LINK:
            raise Invalid({"days": BAD_DAYS.filled(most=LONGEST_LINK)})
        self.cloud.require_library()
        storage = self.storage()
        if storage is None:
            raise NeedsSignIn(NOT_SET_UP, SET_UP)
        bucket, names, new = self.cloud.bucket(storage), [], []
        for issued in work.each(chosen, note=UPLOADING):
            name, pdf = _name(storage, issued), self.pdf(issued)
            if not pdf.startswith(b"%PDF-"):
                raise Damaged(NOT_A_PDF.filled(number=issued.number))
            is_new = not bucket.has(name, len(pdf))
            if is_new:
                bucket.put(name, pdf, file_name(issued))
            names.append(name)
            new.append(is_new)
        links = bucket.links(names, days) if names else []
        return [Uploaded(*each) for each in zip(chosen, links, new, strict=True)]


# An empty page, so that nothing but PDF files is ever put there.
_PROBE = "connected.pdf"
_PROBED = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)


def _name(storage: Storage, issued: Certificate) -> str:
    """Return a name that nobody can guess without the key, and that is the same each time."""
    key = storage.key.reveal().encode()
    return f"{hmac.digest(key, f'CPD Desktop {issued.sha256}'.encode(), 'sha256').hex()}.pdf"
