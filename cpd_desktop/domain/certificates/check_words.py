"""What is said about a certificate that somebody shows, in the application and on verify.html."""

from __future__ import annotations

from cpd_desktop.domain.words import Sentence

READ = Sentence("verify", "A certificate was found in it.")
NO_CERTIFICATE = Sentence("verify", "There is no certificate in this.")
TOO_LARGE = Sentence("verify", "This is larger than any certificate and was not read.")
DAMAGED = Sentence("verify", "This was changed or damaged: it cannot be read any more.")

SIGNED = Sentence("verify", "The words are exactly those that were signed with key {key}.")
NOT_SIGNED = Sentence("verify", "The words are not those that were signed with key {key}.")

KNOWN = Sentence("verify", "You know this key as {issuer}.")
UNKNOWN = Sentence("verify", "You do not know key {key}. It can be anybody's.")
BEGAN = Sentence("verify", "{issuer} began to use this key on {day}, after the day of issue.")
ENDED = Sentence("verify", "{issuer} stopped using this key on {day}, before the day of issue.")

PDF_UNTOUCHED = Sentence("verify", "The PDF file is exactly as it was signed.")
PDF_CHANGED = Sentence("verify", "The PDF file is not as it was signed.")
PDF_UNSIGNED = Sentence(
    "verify", "The PDF file has no signature that can be read, so its pages may show anything."
)
NO_BADGE = Sentence("verify", "The PDF file does not carry the one badge that a certificate has.")
SAME_ISSUER = Sentence("verify", "The same issuer signed the file and the badge in it.")
OTHER_ISSUER = Sentence("verify", "The file and the badge in it are not of the same issuer.")
SECOND_OPINION = Sentence("verify", "A second, independent program comes to the same result.")
SECOND_REFUSAL = Sentence("verify", "A second, independent program refuses it: {reason}.")

STAMPED = Sentence("verify", "{authority} stamped the time on it: {moment}.")
STAMP_WRONG = Sentence("verify", "The time stamp after it is damaged, or of another file.")
STAMP_UNPROVEN = Sentence("verify", "Whether {authority} tells the right time: anybody can stamp.")
STAMP_UNREAD = Sentence("verify", "When it was there: this page cannot check its time stamp.")

COUNTS = Sentence("verify", "It is not on the list of revoked certificates of {date}.")
REVOKED = Sentence("verify", "{issuer} revoked it, by the list of {date}.")
REPLACED = Sentence("verify", "Certificate {number} took its place, by the list of {date}.")

NO_LIST = Sentence(
    "verify", "Whether it was revoked: there is no list of revoked certificates of this issuer."
)
LATER = Sentence("verify", "Whether it was revoked after {date}.")
NOT_COMPARED = Sentence("verify", "Whether a printed page says the same as this.")
CALLS_ITSELF = Sentence(
    "verify", "Whether {issuer} issued it: it says so itself, which anybody could write."
)
WHO_SHOWS_IT = Sentence("verify", "Whether the person who shows it is {name}.")
NEEDS_CARD = Sentence(
    "verify", "Whether it was changed: that needs the issuer card of whoever signed it."
)
