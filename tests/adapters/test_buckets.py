"""Online storage: an S3 on loopback that is strict, and links to Google and Azure."""

from __future__ import annotations

import base64
import json
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from cpd_desktop.adapters.network_log import NetworkLogFile
from cpd_desktop.adapters.storage.buckets import Cloud
from cpd_desktop.domain.cloud_storage import Storage, StorageKind
from cpd_desktop.domain.errors import CpdError, Invalid, NeedsSignIn, NotAllowed, NotFound
from cpd_desktop.domain.errors import Unavailable as NoAnswer
from cpd_desktop.domain.secret import Secret
from tests.fakes.s3 import BUCKET, KEY_ID, REGION, S3, SECRET, s3

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.clock import FixedClock

pytest.importorskip("obstore", reason="needs obstore")

PDF = b"%PDF-1.7 of a certificate"


@pytest.fixture
def cloud(tmp_path: Path, clock: FixedClock) -> Cloud:
    return Cloud(NetworkLogFile(tmp_path), clock)


@pytest.fixture
def server() -> Iterator[S3]:
    with s3() as running:
        yield running


def storage(server: S3, **changed: Any) -> Storage:
    at_acme = Storage(
        StorageKind.S3, BUCKET, Secret(SECRET), KEY_ID, REGION, "cpd", server.endpoint
    )
    return replace(at_acme, **changed)


def test_a_file_is_put_into_its_folder_and_read_by_a_link_under_its_own_name(
    cloud: Cloud, server: S3
) -> None:
    bucket = cloud.bucket(storage(server))
    assert not bucket.has("a1.pdf", len(PDF))
    bucket.put("a1.pdf", PDF, "Zoë - Course.pdf")
    assert bucket.has("a1.pdf", len(PDF))
    assert not bucket.has("a1.pdf", len(PDF) + 1)
    assert list(server.kept) == ["cpd/a1.pdf"]
    (link,) = bucket.links(["a1.pdf"], 7)
    read = requests.get(link, timeout=5)
    assert (read.status_code, read.content) == (200, PDF)
    assert read.headers["Content-Type"] == "application/pdf"
    assert (
        read.headers["Content-Disposition"] == "inline; filename*=UTF-8''Zo%C3%AB%20-%20Course.pdf"
    )


def test_a_link_ends_and_cannot_be_changed_to_another_file(cloud: Cloud, server: S3) -> None:
    bucket = cloud.bucket(storage(server))
    for name in ("a1.pdf", "b2.pdf"):
        bucket.put(name, PDF, name)
    (link,) = bucket.links(["a1.pdf"], 1)
    assert SECRET not in link
    other = link.replace("a1.pdf", "b2.pdf")
    longer = link.replace("X-Amz-Expires=86400", "X-Amz-Expires=604800")
    assert longer != link
    assert [requests.get(each, timeout=5).status_code for each in (link, other, longer)] == [
        200, 403, 403,
    ]  # fmt: skip
    server.later = timedelta(days=1, minutes=1)
    assert requests.get(link, timeout=5).status_code == 403


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"key": Secret("wrong")}, NeedsSignIn),
        ({"key_id": "SOMEBODYELSE"}, NeedsSignIn),
        ({"region": "us-east-1"}, NeedsSignIn),
        ({"bucket": "no-such-bucket"}, NotFound),
        ({"endpoint": "http://127.0.0.1:1"}, NoAnswer),
    ],
)
def test_what_is_wrong_with_a_storage_is_told_in_a_sentence_without_its_key(
    cloud: Cloud, server: S3, changed: dict[str, Any], error: type[CpdError]
) -> None:
    with pytest.raises(error) as told:
        cloud.bucket(storage(server, **changed)).put("a1.pdf", PDF, "a.pdf")
    assert SECRET not in str(told.value)
    assert KEY_ID not in str(told.value)
    assert server.kept == {}


def test_a_busy_storage_is_asked_again(cloud: Cloud, server: S3) -> None:
    server.failing = 1
    cloud.bucket(storage(server)).put("a1.pdf", PDF, "a.pdf")
    assert list(server.kept) == ["cpd/a1.pdf"]


def test_a_key_that_may_only_read_is_told(cloud: Cloud, server: S3) -> None:
    server.read_only = True
    with pytest.raises(NeedsSignIn, match="may read and write"):
        cloud.bucket(storage(server)).put("a1.pdf", PDF, "a.pdf")


def test_the_network_log_has_each_call_but_not_the_name_of_the_file(
    cloud: Cloud, server: S3
) -> None:
    bucket = cloud.bucket(storage(server))
    bucket.has("a1.pdf", 5)
    bucket.put("a1.pdf", PDF, "a.pdf")
    bucket.links(["a1.pdf"], 1)
    put, head = cloud.log.latest(5)
    assert (put.service, put.method, head.method) == ("Storage", "PUT", "HEAD")
    assert BUCKET in put.address
    assert "a1.pdf" not in f"{put}{head}"


def test_keys_that_lie_around_on_the_computer_are_not_used(
    cloud: Cloud, server: S3, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_REGION"):
        monkeypatch.setenv(name, "of-somebody-else")
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:1")
    cloud.bucket(storage(server)).put("a1.pdf", PDF, "a.pdf")
    (asked,) = server.asked
    assert "x-amz-security-token" not in asked.headers


def test_a_link_to_google_is_signed_here_and_ends(cloud: Cloud) -> None:
    private = rsa.generate_private_key(65537, 2048)
    pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    account = "cpd@acme.iam.gserviceaccount.com"
    key = json.dumps({
        "type": "service_account", "client_email": account, "private_key": pem,
        "private_key_id": "1", "gcs_base_url": "https://storage.googleapis.com",
        "token_uri": "https://oauth2.googleapis.com/token", "disable_oauth": False,
    })  # fmt: skip
    bucket = cloud.bucket(Storage(StorageKind.GOOGLE, BUCKET, Secret(key)))
    (link,) = bucket.links(["a1.pdf"], 3)
    parts, told = urlsplit(link), parse_qs(urlsplit(link).query)
    assert (parts.scheme, parts.netloc) == ("https", "storage.googleapis.com")
    assert told["X-Goog-Expires"] == ["259200"]
    assert told["X-Goog-Credential"][0].startswith(account)


def test_a_link_to_azure_is_signed_here_may_only_read_and_ends(cloud: Cloud) -> None:
    key = Secret(base64.b64encode(b"k" * 64).decode())
    bucket = cloud.bucket(Storage(StorageKind.AZURE, BUCKET, key, "acme"))
    (link,) = bucket.links(["a1.pdf"], 3)
    parts, told = urlsplit(link), parse_qs(urlsplit(link).query)
    assert (parts.scheme, parts.netloc) == ("https", "acme.blob.core.windows.net")
    assert told["sp"] == ["r"]
    ends = datetime.fromisoformat(told["se"][0])
    assert timedelta(days=2.9) < ends - datetime.now(UTC) < timedelta(days=3.1)


def test_a_key_of_another_kind_is_refused_before_anything_is_sent(cloud: Cloud) -> None:
    for kind in (StorageKind.GOOGLE, StorageKind.AZURE):
        with pytest.raises(Invalid):
            cloud.bucket(Storage(kind, BUCKET, Secret("not such a key"), "acme"))


def test_without_the_library_it_says_what_to_install(
    cloud: Cloud, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "obstore", None)
    with pytest.raises(NotAllowed, match=r"cpd-desktop\[storage\]"):
        cloud.require_library()
