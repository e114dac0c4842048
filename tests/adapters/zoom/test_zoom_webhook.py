from __future__ import annotations

import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.adapters.zoom.webhook import require_genuine, validation_answer
from cpd_desktop.domain.errors import NotAllowed
from cpd_desktop.domain.secret import Secret

EXPECTED = "0f59cf84c279d3eeec03a4420ee30ec292b02d442d2553df92e01e7d90fb02dc"
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
STAMP = str(int(NOW.timestamp()))
SECRET = Secret("the secret token of the app")
# Spaces, an escape and a letter that another JSON writer would write otherwise.
BODY = b'{"event" : "meeting.participant_joined", "name": "Zo\xc3\xab \\u0141uk"}'


def _signature(body: bytes, stamp: str = STAMP, secret: str = SECRET.reveal()) -> str:
    signed = b"v0:" + stamp.encode() + b":" + body
    return "v0=" + hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()


def _check(
    body: bytes = BODY,
    *,
    signature: str | None = None,
    stamp: str = STAMP,
    secret: Secret = SECRET,
    now: datetime = NOW,
) -> None:
    given_signature = _signature(body, stamp) if signature is None else signature
    require_genuine(secret, signature=given_signature, timestamp=stamp, body=body, now=now)


def test_a_signature_made_elsewhere_is_accepted() -> None:
    """A value worked out once by another program, so that both cannot be wrong together."""
    require_genuine(
        Secret("s"),
        signature="v0=" + EXPECTED,
        timestamp="1000000000",
        body=b"{}",
        now=datetime.fromtimestamp(1_000_000_000, UTC),
    )


@given(st.binary(max_size=200))
def test_a_message_of_zoom_is_accepted_byte_for_byte(body: bytes) -> None:
    _check(body)


@pytest.mark.parametrize("late", [-299, 0, 299])
def test_a_message_may_be_some_minutes_on_its_way(late: int) -> None:
    _check(now=NOW + timedelta(seconds=late))


@pytest.mark.parametrize("late", [-301, 301, 86_400])
def test_an_old_message_is_not_taken_again(late: int) -> None:
    with pytest.raises(NotAllowed, match="another time"):
        _check(now=NOW + timedelta(seconds=late))


@pytest.mark.parametrize(
    "signature", ["", "v0=", _signature(BODY + b" "), _signature(BODY, secret="other"), "v0=é"]
)
def test_a_message_of_somebody_else_is_refused(signature: str) -> None:
    with pytest.raises(NotAllowed, match="not signed"):
        _check(signature=signature)


def test_written_anew_the_same_message_is_another() -> None:
    with pytest.raises(NotAllowed):
        _check(json.dumps(json.loads(BODY)).encode(), signature=_signature(BODY))


def test_without_a_secret_nothing_is_genuine() -> None:
    with pytest.raises(NotAllowed, match="no secret token"):
        _check(signature=_signature(BODY, secret=""), secret=Secret(""))


@pytest.mark.parametrize("stamp", ["", "soon", "-5", "²"])
def test_a_time_that_is_none_is_refused(stamp: str) -> None:
    with pytest.raises(NotAllowed):
        _check(stamp=stamp)


def test_the_address_is_confirmed_as_zoom_asks() -> None:
    told = {"event": "endpoint.url_validation", "payload": {"plainToken": "qgg8vlvZRS6UYooatFL8Aw"}}
    answer = json.loads(validation_answer(SECRET, json.dumps(told).encode()) or b"")
    key = SECRET.reveal().encode()
    assert answer == {
        "plainToken": "qgg8vlvZRS6UYooatFL8Aw",
        "encryptedToken": hmac.new(key, b"qgg8vlvZRS6UYooatFL8Aw", hashlib.sha256).hexdigest(),
    }


@pytest.mark.parametrize("body", [b"", b"[]", b"\xff", BODY])
def test_other_messages_are_no_question_about_the_address(body: bytes) -> None:
    assert validation_answer(SECRET, body) is None
