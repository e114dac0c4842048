"""Where somebody keeps copies of certificates online: a bucket, and the key to it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from enum import StrEnum

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.words import Sentence

LONGEST_LINK = 7  # days; more is not allowed for links to S3 and Google
_BUCKET = re.compile(r"[a-z0-9][a-z0-9._-]{1,221}[a-z0-9]")
_FOLDER = re.compile(r"([A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*)?")
_ENDPOINT = re.compile(
    r"(https://[^\s#?@]+|http://(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?(/[^\s#?@]*)?)?"
)

NO_BUCKET = Sentence("storage", "“{text}” is not the name of a bucket.")
NO_FOLDER = Sentence("storage", "“{text}” is not a folder in a bucket, such as cpd/certificates.")
NO_ENDPOINT = Sentence("storage", "The address must begin with https://.")
NO_KEY = Sentence("storage", "The key of the storage is missing.")
NO_KEY_ID = Sentence("storage", "The ID of the key, or the name of the account, is missing.")
NO_REGION = Sentence("storage", "Say in which region the bucket is, such as eu-west-2.")
BAD_DAYS = Sentence("storage", "A link is good for 1 to {most} days.")


class StorageKind(StrEnum):
    """Whose kind of storage it is; many others offer the first."""

    S3 = "s3"
    GOOGLE = "google"
    AZURE = "azure"


@dataclass(frozen=True, slots=True)
class Storage:
    """A bucket (with Azure, a container) and the key to it.

    ``key_id`` is the ID of the key with S3, and the name of the account with Azure. ``key`` is the
    secret; with Google the JSON file of a service account.
    """

    kind: StorageKind
    bucket: str
    key: Secret = field(repr=False)
    key_id: str = ""
    region: str = ""
    folder: str = ""
    endpoint: str = ""

    @property
    def shown(self) -> str:
        """Return where it is, without secrets."""
        return "/".join(filter(None, (self.endpoint or self.kind, self.bucket, self.folder)))

    def require_sound(self) -> None:
        """Raise ``Invalid`` for what cannot be."""
        problems = {}
        if not _BUCKET.fullmatch(self.bucket):
            problems["bucket"] = NO_BUCKET.filled(text=self.bucket)
        if not _FOLDER.fullmatch(self.folder) or ".." in self.folder:
            problems["folder"] = NO_FOLDER.filled(text=self.folder)
        if not _ENDPOINT.fullmatch(self.endpoint):
            problems["endpoint"] = NO_ENDPOINT
        if not self.key.reveal():
            problems["key"] = NO_KEY
        if self.kind is not StorageKind.GOOGLE and not self.key_id:
            problems["key_id"] = NO_KEY_ID
        if self.kind is StorageKind.S3 and not self.region:
            problems["region"] = NO_REGION
        if problems:
            raise Invalid(problems)

    def as_secret(self) -> Secret:
        """Return all of it the way the keychain holds it."""
        fields = {each: getattr(self, each) for each in _FIELDS}
        return Secret(json.dumps({**fields, "key": self.key.reveal()}))


_FIELDS = ("kind", "bucket", "key_id", "region", "folder", "endpoint")


def storage_from(kept: Secret) -> Storage | None:
    """Return what the keychain holds, or nothing if that cannot be read."""
    try:
        fields = json.loads(kept.reveal())
        texts = {name: str(fields[name]) for name in _FIELDS if name != "kind"}
        return Storage(StorageKind(fields["kind"]), key=Secret(fields["key"]), **texts)
    except (ValueError, KeyError, TypeError):
        return None
