from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from cpd_desktop.domain.cloud_storage import Storage, StorageKind, storage_from
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.secret import Secret

STORAGE = Storage(
    StorageKind.S3,
    "certificates",
    Secret("key"),
    "ID",
    "eu-west-2",
    "cpd/2026",
    "https://s3.example",
)


@pytest.mark.parametrize(
    "changed",
    [
        {"bucket": ""}, {"bucket": "a/b"}, {"bucket": "UPPER"}, {"folder": "/a"},
        {"folder": "a/../b"}, {"endpoint": "http://s3.example"}, {"endpoint": "ftp://x"},
        {"endpoint": "http://127.0.0.1@evil.example"}, {"key": Secret("")}, {"key_id": ""},
        {"region": ""},
    ],
)  # fmt: skip
def test_a_storage_that_cannot_be_is_refused(changed: dict[str, Any]) -> None:
    STORAGE.require_sound()
    with pytest.raises(Invalid):
        replace(STORAGE, **changed).require_sound()


def test_google_needs_no_id_and_no_region() -> None:
    replace(STORAGE, kind=StorageKind.GOOGLE, key_id="", region="").require_sound()


def test_what_a_keychain_holds_is_read_with_distrust() -> None:
    assert storage_from(STORAGE.as_secret()) == STORAGE
    for broken in ("", "{}", "[]", '{"kind": "ftp"}', "null"):
        assert storage_from(Secret(broken)) is None


def test_the_key_is_never_shown() -> None:
    assert "key" not in STORAGE.shown
    assert "Secret(" not in repr(STORAGE)
