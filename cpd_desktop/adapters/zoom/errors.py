"""What Zoom's refusals mean: one code says several things, so status, code and words decide."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from cpd_desktop.adapters.zoom.reading import number, records, text
from cpd_desktop.adapters.zoom.reply import (
    BAD_REQUEST,
    GONE,
    NO_RIGHT,
    NOT_FOUND,
    SERVER_ERROR,
    TOO_MANY,
    UNAUTHORISED,
    Reply,
    from_elsewhere,
)
from cpd_desktop.domain.errors import (
    Conflict,
    CpdError,
    Invalid,
    NeedsSignIn,
    NotAllowed,
    Unavailable,
)
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zoom_errors import GoneAtZoom, MissingPlan, MissingScopes, Offline, TooOften

if TYPE_CHECKING:
    from datetime import datetime

    from cpd_desktop.adapters.zoom.reading import Record

OLD_TOKEN, NEWER_SIGN_IN, EMPTY_TOKEN, NO_SCOPE = 124, 4741, 4700, 4711
LONGEST_WORDS: Final = 200

PORTAL = Sentence(
    "zoom",
    "Something else than Zoom answered: the network here wants you to sign in or to agree first.",
)
PORTAL_ADVICE = Sentence(
    "zoom", "Open any page in the browser, do what the network asks, then try again."
)
GARBLED = Sentence("zoom", "The answer of Zoom arrived incomplete or cannot be read.")
BROKEN_THERE = Sentence("zoom", "Zoom has a fault of its own at the moment ({status}).")
REFUSED_TOKEN = Sentence("zoom", "Zoom does not accept the sign-in any more.")
ELSEWHERE = Sentence(
    "zoom", "Somebody signed in to Zoom with this app elsewhere since; Zoom keeps one sign-in only."
)
LIMIT_USED = Sentence("zoom", "Zoom says that this was asked too often.")
LIMIT_UNTIL = Sentence(
    "zoom", "Zoom says that this was asked too often. It can be asked again at {time} UTC."
)
WRONG_VALUE = Sentence("zoom", "Zoom does not take this as it is: {words}")
UNKNOWN_THERE = Sentence("zoom", "Zoom does not know this, or not any more.")
REFUSED = Sentence("zoom", "Zoom refused this: {words}")


class Rule(NamedTuple):
    """What a refusal means, where status, code and words fit; an empty part fits everything."""

    code: int
    words: str
    error: type[CpdError]
    says: Sentence
    status: int = 0


RULES: Final = (
    Rule(200, "webinar", MissingPlan, Sentence(
        "zoom", "The plan at Zoom does not include webinars.")),
    Rule(200, "paid|subscri|upgrade", MissingPlan, Sentence(
        "zoom", "Zoom offers this to paid accounts only.")),
    Rule(200, "", NotAllowed, Sentence(
        "zoom", "The Zoom account may not do this: {words}")),
    Rule(1001, "meeting|webinar", GoneAtZoom, Sentence(
        "zoom", "Zoom does not know this meeting.")),
    Rule(1001, "", GoneAtZoom, Sentence(
        "zoom", "Zoom does not know this user any more.")),
    Rule(1010, "", NotAllowed, Sentence(
        "zoom", "This belongs to another Zoom account than the one you are signed in with.")),
    Rule(3000, "registration", NotAllowed, Sentence(
        "zoom", "Registration is switched off for this meeting at Zoom.")),
    Rule(3000, "cannot access webinar", Conflict, Sentence(
        "zoom", "At Zoom this number is a webinar, not a meeting.")),
    Rule(3000, "cannot access meeting", Conflict, Sentence(
        "zoom", "Zoom does not give access to this meeting.")),
    Rule(3000, "", NotAllowed, REFUSED),
    Rule(3001, "", GoneAtZoom, Sentence(
        "zoom", "Zoom does not know this meeting, or it has not ended there yet.")),
    Rule(3002, "", NotAllowed, Sentence(
        "zoom", "The meeting is running at Zoom; end it first.")),
    Rule(3018, "", NotAllowed, Sentence(
        "zoom", "This is the personal room of the host, which cannot be deleted.")),
    Rule(3043, "", NotAllowed, Sentence(
        "zoom", "The meeting has as many registrations as the plan at Zoom allows.")),
    Rule(3161, "", MissingPlan, Sentence(
        "zoom", "This Zoom user may not hold meetings.")),
    Rule(3301, "", GoneAtZoom, Sentence(
        "zoom", "Zoom has no recording of this meeting.")),
    Rule(12702, "", GoneAtZoom, Sentence(
        "zoom", "The meeting was more than a year ago; Zoom does not tell about it any more.")),
    Rule(300, "", Invalid, WRONG_VALUE),
    Rule(0, "", GoneAtZoom, UNKNOWN_THERE, NOT_FOUND),
    Rule(0, "", GoneAtZoom, UNKNOWN_THERE, GONE),
    Rule(0, "", NotAllowed, REFUSED, NO_RIGHT),
    Rule(0, "", Invalid, WRONG_VALUE, BAD_REQUEST),
    Rule(0, "", NotAllowed, REFUSED),
)  # fmt: skip


class PageTokenExpired(Exception):
    """The listing took longer than its next page was kept for; it must begin anew."""


def portal() -> Offline:
    """Return what to say when something else answered in place of Zoom."""
    return Offline(PORTAL, PORTAL_ADVICE)


def refused_token(reply: Reply) -> bool:
    """Say whether Zoom wants another token, not more rights."""
    code = number(reply.told.get("code"))
    return not _scopes(reply) and (reply.status == UNAUTHORISED or code == OLD_TOKEN)


def meant(reply: Reply, until: datetime | None = None) -> Exception:
    """Return the error that a reply stands for which is no answer."""
    if reply.garbled:
        return Unavailable(GARBLED)
    if from_elsewhere(reply):
        return portal()
    if reply.status == TOO_MANY:
        return TooOften(_limit(until), until)
    if reply.status >= SERVER_ERROR:
        return Unavailable(BROKEN_THERE.filled(status=reply.status))
    return _refusal(reply)


def _limit(until: datetime | None) -> Sentence:
    return LIMIT_USED if until is None else LIMIT_UNTIL.filled(time=f"{until:%H:%M}")


def _refusal(reply: Reply) -> Exception:
    code, words = number(reply.told.get("code")), text(reply.told.get("message"))
    if scopes := _scopes(reply):
        return MissingScopes(scopes)
    if refused_token(reply):
        return NeedsSignIn(ELSEWHERE if code == NEWER_SIGN_IN else REFUSED_TOKEN)
    if "page token" in words.lower():
        return PageTokenExpired()
    rule = next(each for each in RULES if _fits(each, reply.status, code, words))
    if rule.error is Invalid:
        return _invalid(reply.told, words)
    return rule.error(_said(rule.says, words))


def _fits(rule: Rule, status: int, code: int, words: str) -> bool:
    return (
        rule.status in (0, status)
        and rule.code in (0, code)
        and re.search(rule.words, words, re.IGNORECASE) is not None
    )


def _invalid(refusal: Record, words: str) -> Invalid:
    """Name each field that Zoom names, or only repeat what it says."""
    named = {
        text(each.get("field")): _said(WRONG_VALUE, text(each.get("message")))
        for each in records(refusal.get("errors"))
    }
    return Invalid(named or {"": _said(WRONG_VALUE, words)})


def _said(says: Sentence, words: str) -> Sentence:
    shown = " ".join(words.split())[:LONGEST_WORDS]
    return says.filled(words=shown or "…") if "{words}" in says.template else says


def _scopes(reply: Reply) -> tuple[str, ...]:
    """Return the rights that are missing, with any status; the codes alone mean more than that."""
    refusal = reply.told
    words = text(refusal.get("message"))
    code = number(refusal.get("code"))
    if code not in (EMPTY_TOKEN, NO_SCOPE) and "scopes" not in words:
        return ()
    found = re.search(r"scopes?:?\s*\[([^\]]*)\]", words)
    if found is None:
        return ("…",) if code == NO_SCOPE else ()
    return tuple(each for each in re.split(r"[,\s]+", found[1]) if each) or ("…",)
