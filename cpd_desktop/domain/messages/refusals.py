"""What servers answer when they do not take a mail, in words that say what to do."""

from __future__ import annotations

import re
from typing import Final

from cpd_desktop.domain.words import Sentence

APP_PASSWORD = Sentence(
    "mail refusal",
    "{server} refused the password. It wants an app password: make one in your account there (two-"
    "step sign-in must be on; a change of the usual password ends it).",
)
PASSWORD = Sentence("mail refusal", "{server} refused user or password. It said: “{words}”.")
NO_PASSWORD = Sentence(
    "mail refusal", "The keychain of this computer has no password for “{account}”."
)
SIGN_IN = Sentence(
    "mail refusal", "{server} takes no passwords any more. Connect the account by signing in."
)
NO_SIGN_IN = Sentence(
    "mail refusal", "{server} offers no way to sign in over this connection. Try STARTTLS or SSL."
)
SENDER = Sentence(
    "mail refusal", "{server} does not let this account send as {sender}. It said: “{words}”."
)
RELAY = Sentence(
    "mail refusal", "{server} does not pass on mail for this account: sign in, or use the server "
    "of your own provider. It said: “{words}”.",
)  # fmt: skip
TOO_LARGE = Sentence("mail refusal", "The message is too large for {server}. It said: “{words}”.")
TOO_MANY = Sentence("mail refusal", "{server} takes no more for now. It said: “{words}”.")
WAIT = Sentence(
    "mail refusal", "{server} asks to wait {seconds} seconds. The rest goes after that."
)
NOT_GRANTED = Sentence(
    "mail refusal", "The sign-in does not let CPD Desktop send mail. Connect the account again and "
    "allow it. {server} said: “{words}”.",
)  # fmt: skip
NOT_THEM = Sentence(
    "mail refusal",
    "Something else answered in the place of {server}. If this network asks to sign in, do so "
    "in the browser.",
)
SIGN_IN_OVER = Sentence("mail refusal", "{server} accepts the sign-in of this account no longer.")
KEY = Sentence("mail refusal", "{server} refused the API key. It said: “{words}”.")
LARGEST = Sentence(
    "mail refusal", "The message has {size} MB; {server} takes {most} MB. Set up online storage to "
    "send a link instead, or send it through an SMTP account.",
)  # fmt: skip
UNKNOWN = Sentence("mail refusal", "There is no such mailbox. The server said: “{words}”.")
SPAM = Sentence("mail refusal", "{server} took it for unwanted mail. It said: “{words}”.")
REFUSED = Sentence("mail refusal", "The server refused it. It said: “{words}”.")
LATER = Sentence("mail refusal", "The server cannot take it now. It said: “{words}”.")
CERTIFICATE = Sentence(
    "mail refusal",
    "The certificate of {server} does not prove that it is this server ({words}). Nothing was sent "
    "and no password was told. Check the name of the server.",
)
NO_TLS = Sentence(
    "mail refusal", "{server} offers no STARTTLS on this port. Nothing was sent. Try SSL, port 465."
)
UNREACHABLE = Sentence("mail refusal", "{server} cannot be reached: {words}.")
LOST = Sentence("mail refusal", "The connection to {server} was lost before the message was there.")
UNKNOWN_FATE = Sentence(
    "mail refusal",
    "The connection to {server} was lost after the message was handed over. Nobody can say whether "
    "it arrived: ask, or look in Sent, then decide.",
)

_APP: Final = ("gmail", "google", "me.com", "icloud", "yahoo", "zoho", "fastmail", "aol")
_PATTERNS: Final = (
    (SENDER, (r"(not (allowed|authorized|authorised|permitted|verified) to send|sender.*(not|reject"
             r"|verif|owned)|5\.7\.60|send\s?as|from address)")),
    (RELAY, r"(relay|5\.7\.1.*authenticat|authentication required|must (authenticate|log ?in))"),
    (TOO_LARGE, r"(too (large|big)|size (limit|exceed)|exceeds.*size|5\.3\.4|\b552\b)"),
    (TOO_MANY, r"(quota|limit exceeded|too many|rate|4\.7\.28|5\.4\.5|throttl)"),
    (SPAM, r"(spam|unsolicited|blocked|blacklist|reputation|policy)"),
    (UNKNOWN, (r"(no such|unknown|does(n't| not) exist|unavailable mailbox|user not found|5\.1\.1"
              r"|invalid recipient)")),
)  # fmt: skip
_LONGEST: Final = 300
_SPACES: Final = re.compile(r"[\x00-\x20\x7f-\x9f]+")
_TEMPORARY: Final = range(400, 500)
_SIGN_IN_FIRST: Final = re.compile(r"basic auth|5\.7\.139|disabled|oauth|xoauth", re.IGNORECASE)


def server_words(answer: bytes | str) -> str:
    """Return what a server said as one line of text, whatever bytes it sent."""
    text = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
    return _SPACES.sub(" ", text).strip()[:_LONGEST]


def of_login(server: str, answer: bytes | str) -> Sentence:
    """Say why a sign-in was refused, and what to do."""
    words = server_words(answer)
    if any(each in server.lower() for each in _APP):
        return APP_PASSWORD.filled(server=server)
    if _SIGN_IN_FIRST.search(words):
        return SIGN_IN.filled(server=server)
    return PASSWORD.filled(server=server, words=words)


def of_message(server: str, code: int, answer: bytes | str, sender: str = "") -> Sentence:
    """Say why a message was not taken."""
    words = server_words(answer)
    told = f"{code} {words}"
    for says, pattern in _PATTERNS:
        if re.search(pattern, told, re.IGNORECASE):
            return says.filled(server=server, words=told, sender=sender)
    return (LATER if code in _TEMPORARY else REFUSED).filled(words=told)


def of_answer(server: str, status: int, answer: str, sender: str = "") -> Sentence:
    """Say why a provider did not take a message that it was handed over the web."""
    words = server_words(answer)
    told = f"{status} {words}"
    for says, pattern in _PATTERNS:
        if re.search(pattern, words, re.IGNORECASE):
            return says.filled(server=server, words=told, sender=sender)
    return REFUSED.filled(words=told)
