from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.adapters.zoom.errors import PageTokenExpired, meant, refused_token
from cpd_desktop.adapters.zoom.paging import collected, pages
from cpd_desktop.adapters.zoom.reply import Reply, from_elsewhere
from cpd_desktop.domain.errors import (
    Conflict,
    CpdError,
    Invalid,
    NeedsSignIn,
    NotAllowed,
    Unavailable,
)
from cpd_desktop.domain.zoom_errors import GoneAtZoom, MissingPlan, MissingScopes, Offline, TooOften

HERE = "https://api.zoom.example/v2/users/me"
SCOPES = "Invalid access token, does not contain scopes:[meeting:read:meeting, user:read:user]"


def _reply(status: int, told: object = None, **headers: str) -> Reply:
    content = told if isinstance(told, bytes) else json.dumps(told).encode()
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(status, {"Content-Type": "application/json"} | named, content, HERE)


def _refusal(status: int, code: int, message: str) -> Reply:
    return _reply(status, {"code": code, "message": message})


@pytest.mark.parametrize(
    ("status", "code", "message", "error", "says"),
    [
        (400, 200, "Webinar plan is missing. You must subscribe", MissingPlan, "webinars"),
        (400, 200, "Only available for paid account: abc", MissingPlan, "paid accounts"),
        (400, 200, "No permission.", NotAllowed, "No permission"),
        (400, 300, "Invalid parameter: occurrence_id.", Invalid, "occurrence_id"),
        (404, 1001, "User does not exist: abc.", GoneAtZoom, "user"),
        (404, 1001, "Meeting does not exist: 123.", GoneAtZoom, "this meeting"),
        (400, 1010, "User does not belong to this account", NotAllowed, "another Zoom account"),
        (400, 3000, "Cannot access webinar info.", Conflict, "is a webinar"),
        (400, 3000, "Cannot access meeting info.", Conflict, "access"),
        (400, 3000, "This webinar doesn't have registration required", NotAllowed, "Registration"),
        (400, 3000, "You cannot schedule a meeting for abc", NotAllowed, "cannot schedule"),
        (404, 3001, "Meeting does not exist: 123.", GoneAtZoom, "not ended"),
        (400, 3002, "In progress", NotAllowed, "end it first"),
        (400, 3018, "Not allowed to delete PMI.", NotAllowed, "personal room"),
        (400, 3043, "Meeting has reached maximum attendee capacity.", NotAllowed, "as many"),
        (400, 3161, "Hosting not allowed", MissingPlan, "may not hold meetings"),
        (404, 3301, "There is no recording for this meeting.", GoneAtZoom, "no recording"),
        (400, 12702, "Can not access a meeting a year ago.", GoneAtZoom, "more than a year"),
        (404, 0, "", GoneAtZoom, "does not know this"),
        (403, 0, "No", NotAllowed, "refused"),
        (400, 0, "", Invalid, "as it is"),
        (418, 77, "Tea", NotAllowed, "Tea"),
        (500, 0, "", Unavailable, "500"),
    ],
)
def test_a_refusal_is_put_into_words(
    status: int, code: int, message: str, error: type[CpdError], says: str
) -> None:
    found = meant(_refusal(status, code, message))
    assert type(found) is error
    assert isinstance(found, CpdError)
    assert says in str(found.says)
    assert str(found.advice)


@pytest.mark.parametrize("status", [400, 401, 403])
@pytest.mark.parametrize("code", [4700, 4711, 104])
def test_missing_rights_are_named_whatever_status_comes_with_them(status: int, code: int) -> None:
    reply = _refusal(status, code, SCOPES)
    assert not refused_token(reply)
    found = meant(reply)
    assert isinstance(found, MissingScopes)
    assert found.scopes == ("meeting:read:meeting", "user:read:user")
    assert "meeting:read:meeting, user:read:user" in str(found.says)


def test_an_old_token_is_not_taken_for_missing_rights() -> None:
    assert refused_token(_refusal(401, 124, "Invalid access token."))
    assert refused_token(_refusal(401, 4700, "Token cannot be empty."))
    assert refused_token(_refusal(400, 124, "Access token is expired."))
    assert not refused_token(_refusal(404, 3001, "Meeting does not exist."))
    assert type(meant(_refusal(401, 124, "Invalid access token."))) is NeedsSignIn
    assert "elsewhere" in str(meant(_refusal(401, 4741, "Invalid access token.")))
    assert "elsewhere" not in str(meant(_refusal(401, 124, "Invalid access token.")))


def test_each_field_that_zoom_refuses_is_named() -> None:
    told = {
        "code": 300,
        "message": "Validation Failed.",
        "errors": [{"field": "settings.alternative_hosts", "message": "Unknown."}],
    }
    found = meant(_reply(400, told))
    assert isinstance(found, Invalid)
    assert list(found.problems) == ["settings.alternative_hosts"]
    assert "Unknown." in str(found)


def test_what_zoom_says_cannot_fill_the_screen() -> None:
    assert len(str(meant(_refusal(403, 0, "no\n" * 5000)))) < 400


def test_the_limit_is_told_with_its_end() -> None:
    found = meant(_refusal(429, 429, "Too many"))
    assert isinstance(found, TooOften)
    assert found.until is None


@pytest.mark.parametrize(
    "reply",
    [
        _reply(200, b"<html>Hotel</html>"),
        _reply(200, b"Welcome", Content_Type="text/html; charset=utf-8"),
        _reply(403, b"<!doctype html><title>Blocked</title>"),
        _reply(302, b"", Location="http://hotel.example/login"),
        _reply(302, b"", Location="http://[hotel/login"),
        _reply(511, b"<html>"),
    ],
)
def test_a_page_in_place_of_an_answer_means_that_the_network_wants_something(reply: Reply) -> None:
    assert from_elsewhere(reply)
    found = meant(reply) if reply.status >= 300 else None
    assert found is None or isinstance(found, Offline)
    assert found is None or "browser" in str(found.advice)


@pytest.mark.parametrize(
    "reply",
    [
        _reply(200, {"id": 1}),
        _reply(204, b""),
        _reply(502, b"<html>Bad gateway</html>"),
        _reply(429, b"<html>Slow down</html>"),
        _reply(302, b"", Location="https://api.zoom.example/v2/elsewhere"),
        _reply(302, b"", Location="/v2/elsewhere"),
    ],
)
def test_zoom_itself_is_not_taken_for_a_hotel(reply: Reply) -> None:
    assert not from_elsewhere(reply)


def test_an_answer_that_goes_deeper_than_anybody_reads_is_garbled() -> None:
    assert _reply(200, b"[" * 100_000).garbled


@given(st.integers(300, 599), st.binary(max_size=60), st.text(max_size=20))
def test_whatever_comes_back_becomes_a_sentence(status: int, content: bytes, kind: str) -> None:
    reply = Reply(status, {"Content-Type": kind, "Location": kind}, content, HERE)
    found = meant(reply)
    assert isinstance(found, (CpdError, PageTokenExpired))
    assert str(found) or isinstance(found, PageTokenExpired)


class _Listing:
    """A list at Zoom whose answers a test sets, one after the other."""

    def __init__(self, *answers: object) -> None:
        self.answers = list(answers)
        self.asked: list[dict[str, str | int]] = []

    def __call__(self, query: dict[str, str | int]) -> Reply:
        self.asked.append(dict(query))
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return _reply(200, answer)


def _page(*ids: int, then: str = "", total: int | None = 4) -> dict[str, object]:
    rows = [{"id": each} for each in ids]
    return {"rows": rows, "next_page_token": then, "total_records": total}


def _ids(listing: _Listing) -> list[object]:
    return [each["id"] for each in collected(listing, "rows")]


def test_a_list_is_read_to_its_last_page() -> None:
    listing = _Listing(_page(1, 2, then="a"), _page(3, then="b"), _page(4))
    assert _ids(listing) == [1, 2, 3, 4]
    assert [each.get("next_page_token") for each in listing.asked] == [None, "a", "b"]
    assert {each["page_size"] for each in listing.asked} == {300}


def test_pages_keep_the_bytes_as_they_came() -> None:
    (page,) = pages(_Listing(_page(1, total=1)), "rows")
    assert json.loads(page.content) == _page(1, total=1)
    assert (page.number, page.total) == (1, 1)


@pytest.mark.parametrize("trouble", [PageTokenExpired(), _page(then="a")])
def test_a_list_that_took_too_long_is_begun_anew_once(trouble: object) -> None:
    listing = _Listing(_page(1, 2, then="a"), trouble, _page(1, 2, then="c"), _page(3, 4))
    assert _ids(listing) == [1, 2, 3, 4]


def test_a_list_that_never_ends_is_given_up() -> None:
    again = [_page(1, then="a"), _page(2, then="a")] * 2
    with pytest.raises(Unavailable, match="faster than it can be read"):
        _ids(_Listing(*again))


def test_a_list_with_a_gap_is_read_again_and_then_refused() -> None:
    assert _ids(_Listing(_page(1, 2), _page(1, 2, 3, 4))) == [1, 2, 3, 4]
    with pytest.raises(Unavailable, match="speaks of 4 rows but gave 2"):
        _ids(_Listing(_page(1, 2), _page(1, 2)))


@pytest.mark.parametrize("total", [None, 0, 3])
def test_more_rows_than_told_are_all_kept(total: int | None) -> None:
    assert _ids(_Listing(_page(1, 2, 3, total=total))) == [1, 2, 3]


def test_a_list_that_is_null_is_empty() -> None:
    assert collected(_Listing({"rows": None}), "rows") == []
