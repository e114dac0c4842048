"""A small S3 on loopback that is strict about signatures (SigV4), in headers and in links."""

from __future__ import annotations

import hashlib
import hmac
import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, quote, urlsplit

from tests.fakes.running import running

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

KEY_ID, SECRET, REGION, BUCKET = "KEYOFACME", "secret-of-acme", "eu-west-2", "certificates"
SKEW = timedelta(minutes=15)
_SIGNED = re.compile(
    r"AWS4-HMAC-SHA256 Credential=(\S+?), ?SignedHeaders=(\S+?), ?Signature=([0-9a-f]{64})"
)


class Denied(Exception):
    """S3 says no, by a status and a code."""

    def __init__(self, status: int, code: str) -> None:
        super().__init__(code)
        self.status, self.code = status, code


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came; the names of headers are in lower case."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes = b""

    @property
    def path(self) -> str:
        return urlsplit(self.target).path

    @property
    def query(self) -> list[tuple[str, str]]:
        return parse_qsl(urlsplit(self.target).query, keep_blank_values=True)


def _keyed(key: bytes, text: str) -> bytes:
    return hmac.digest(key, text.encode(), "sha256")


def signature(asked: Asked, secret: str, scope: str, at: str, names: str, payload: str) -> str:
    """Return the signature that a request must have, by the book of AWS."""
    query = sorted(
        f"{quote(name, safe='-_.~')}={quote(value, safe='-_.~')}"
        for name, value in asked.query
        if name != "X-Amz-Signature"
    )
    headers = [f"{name}:{' '.join(asked.headers[name].split())}\n" for name in names.split(";")]
    canonical = "\n".join(
        (asked.method, asked.path, "&".join(query), "".join(headers), names, payload)
    )
    hashed = hashlib.sha256(canonical.encode()).hexdigest()
    key = f"AWS4{secret}".encode()
    for part in scope.split("/"):
        key = _keyed(key, part)
    return _keyed(key, f"AWS4-HMAC-SHA256\n{at}\n{scope}\n{hashed}").hex()


@dataclass(slots=True)
class S3:
    """What it keeps; ``later`` moves its clock on, ``failing`` requests are answered by 503."""

    endpoint: str = ""
    kept: dict[str, tuple[bytes, Mapping[str, str]]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    later: timedelta = timedelta()
    failing: int = 0
    read_only: bool = False

    def answer(self, asked: Asked) -> tuple[int, bytes, dict[str, str]]:
        """Answer a request that is signed; raises ``Denied``."""
        self.asked.append(asked)
        if self.failing:
            self.failing -= 1
            raise Denied(503, "SlowDown")
        self._require_signed(asked)
        bucket, _, name = asked.path.removeprefix("/").partition("/")
        if bucket != BUCKET:
            raise Denied(404, "NoSuchBucket")
        if asked.method == "PUT":
            if self.read_only:
                raise Denied(403, "AccessDenied")
            self.kept[name] = (asked.body, asked.headers)
            return 200, b"", {"ETag": '"1"'}
        if name not in self.kept:
            raise Denied(404, "NoSuchKey")
        content, headers = self.kept[name]
        told = {"Content-Type": headers["content-type"], "ETag": '"1"',
                "Last-Modified": "Sat, 21 Nov 2026 09:00:00 GMT"}  # fmt: skip
        if "content-disposition" in headers:
            told["Content-Disposition"] = headers["content-disposition"]
        return 200, content, told

    def _require_signed(self, asked: Asked) -> None:
        link = dict(asked.query)
        if "X-Amz-Signature" in link:
            credential, names = link["X-Amz-Credential"], link["X-Amz-SignedHeaders"]
            made, at, payload = link["X-Amz-Signature"], link["X-Amz-Date"], "UNSIGNED-PAYLOAD"
            good_for = timedelta(seconds=int(link["X-Amz-Expires"]))
            assert good_for <= timedelta(days=7)
        else:
            found = _SIGNED.fullmatch(asked.headers.get("authorization", ""))
            if found is None:
                raise Denied(403, "AccessDenied")
            credential, names, made = found.groups()
            at, payload = asked.headers["x-amz-date"], asked.headers["x-amz-content-sha256"]
            good_for = SKEW
            if payload not in {"UNSIGNED-PAYLOAD", hashlib.sha256(asked.body).hexdigest()}:
                raise Denied(400, "XAmzContentSHA256Mismatch")
        key_id, _, scope = credential.partition("/")
        if key_id != KEY_ID:
            raise Denied(403, "InvalidAccessKeyId")
        if scope != f"{at[:8]}/{REGION}/s3/aws4_request" or "host" not in names.split(";"):
            raise Denied(403, "AuthorizationHeaderMalformed")
        since = datetime.strptime(at, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        # The client knows the time of this computer only.
        if not -SKEW <= datetime.now(UTC) + self.later - since <= good_for:
            raise Denied(403, "RequestTimeTooSkewed")
        if signature(asked, SECRET, scope, at, names, payload) != made:
            raise Denied(403, "SignatureDoesNotMatch")


@contextmanager
def s3() -> Iterator[S3]:
    """Run it on a free port."""
    behind = S3()

    class Answering(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._answer()

        def do_PUT(self) -> None:
            self._answer()

        def do_HEAD(self) -> None:
            self._answer()

        def _answer(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            body = self.rfile.read(int(headers.get("content-length", 0)))
            try:
                asked = Asked(self.command, self.path, headers, body)
                status, content, told = behind.answer(asked)
            except Denied as no:
                status, told = no.status, {"Content-Type": "application/xml"}
                content = f"<Error><Code>{no.code}</Code></Error>".encode()
            self.send_response(status)
            for name, value in (told | {"Content-Length": str(len(content))}).items():
                self.send_header(name, value)
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(content)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    behind.endpoint = f"http://127.0.0.1:{server.server_port}"
    with running(server):
        yield behind
