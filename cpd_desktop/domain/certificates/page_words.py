"""The words of verify.html, beside those of the checks."""

from __future__ import annotations

from cpd_desktop.domain.words import Sentence

TITLE = Sentence("verify page", "Check a certificate")
INTRODUCTION = Sentence(
    "verify page",
    "Everything happens on this page: nothing is sent anywhere, and it works without a network.",
)
NEEDS_SCRIPT = Sentence("verify page", "This page needs JavaScript, which is switched off.")
PASTE = Sentence("verify page", "Text of the QR code, its address, or a badge")
CHECK = Sentence("verify page", "Check")
CHOOSE_FILE = Sentence("verify page", "Choose a file…")
FILES = Sentence(
    "verify page",
    "Or drop a file on this page: the PDF of a certificate, a picture of its QR code, a badge "
    "(PNG), an issuer card or a list of revoked certificates.",
)
CAMERA = Sentence("verify page", "Use the camera")
CAMERA_PICTURE = Sentence("verify page", "What the camera sees. Hold the QR code before it.")
STOP_CAMERA = Sentence("verify page", "Stop the camera")
CAMERA_REFUSED = Sentence("verify page", "There is no camera that this page may use.")
WORKING = Sentence("verify page", "Checking…")

CHECKED = Sentence("verify page", "What was checked")
NOT_PROVEN = Sentence("verify page", "What this does not prove")
YES = Sentence("verify page", "Yes:")
NO = Sentence("verify page", "No:")
OPEN = Sentence("verify page", "Open:")

NAME = Sentence("verify page", "Name")
EVENT = Sentence("verify page", "Event")
DATE = Sentence("verify page", "Date")
CREDIT = Sentence("verify page", "Credit")
ISSUER = Sentence("verify page", "Issuer")
NUMBER = Sentence("verify page", "Number")
ISSUED = Sentence("verify page", "Issued")
REPLACED_BY = Sentence("verify page", "Replaced by")

VERDICT_VALID = Sentence("verify page", "Valid")
MEANS_VALID = Sentence("verify page", "A known issuer signed this, and nothing was changed since.")
VERDICT_REVOKED = Sentence("verify page", "Revoked")
MEANS_REVOKED = Sentence("verify page", "The issuer took it back. It does not count any more.")
VERDICT_REPLACED = Sentence("verify page", "Replaced")
MEANS_REPLACED = Sentence("verify page", "Another certificate counts instead.")
VERDICT_ALTERED = Sentence("verify page", "Altered")
MEANS_ALTERED = Sentence("verify page", "This is not what was signed. Do not rely on it.")
VERDICT_UNKNOWN_ISSUER = Sentence("verify page", "Unknown issuer")
MEANS_UNKNOWN_ISSUER = Sentence(
    "verify page", "Somebody signed this whom this page does not know. It may be anybody."
)
VERDICT_NOT_A_CERTIFICATE = Sentence("verify page", "Not a certificate")
MEANS_NOT_A_CERTIFICATE = Sentence("verify page", "There is nothing here that can be checked.")
VERDICT_UNCHECKED = Sentence("verify page", "Could not be checked")
MEANS_UNCHECKED = Sentence("verify page", "Nothing can be said about it here.")
CANNOT_CHECK_PDF = Sentence(
    "verify page",
    "PDF files cannot be checked here. Open this page as a file or over https, in a browser of "
    "today.",
)

ISSUERS = Sentence("verify page", "Known issuers")
COMPARE = Sentence(
    "verify page",
    "Compare the letters with those that the issuer publishes: the page is only as honest as "
    "whoever gave it to you.",
)
ADD_CARD = Sentence("verify page", "An issuer card that you add counts until you close the page.")
NOBODY = Sentence("verify page", "None: every certificate will be of an unknown issuer.")
LIST_DATED = Sentence("verify page", "List of revoked certificates of {date}")
LIST_NONE = Sentence("verify page", "No list of revoked certificates")
CARD_ADDED = Sentence("verify page", "{issuer} is known now, with key {key}.")
LIST_ADDED = Sentence("verify page", "The list of {issuer} is known now.")
NEITHER = Sentence(
    "verify page",
    "This is neither an issuer card nor a list of revoked certificates of a known issuer.",
)
