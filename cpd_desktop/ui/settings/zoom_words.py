"""What is said about the connection to Zoom: its kinds of app, plans, standings and rights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cpd_desktop.domain.zoom_account import AppKind, Standing
from cpd_desktop.domain.zoom_profile import Plan
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpd_desktop.domain.zoom_account import Right
    from cpd_desktop.ui.widgets import Tone

MAY_BREAK = "\u200b"  # a place of no width where a line may end

TONES: dict[Standing, Tone] = {
    Standing.NOT_CONNECTED: "neutral",
    Standing.CONNECTED: "good",
    Standing.ENDED: "bad",
    Standing.ELSEWHERE: "warn",
}


def standing_words(standing: Standing) -> str:
    """Return how the connection stands."""
    translate = QCoreApplication.translate
    return {
        Standing.NOT_CONNECTED: translate("zoom", "Not connected"),
        Standing.CONNECTED: translate("zoom", "Connected"),
        Standing.ENDED: translate("zoom", "Connection ended"),
        Standing.ELSEWHERE: translate("zoom", "Signed in elsewhere"),
    }[standing]


def plan_words(plan: Plan) -> str:
    """Return a plan as Zoom calls it."""
    translate = QCoreApplication.translate
    return {
        Plan.BASIC: translate("zoom", "Basic: free, without registration"),
        Plan.LICENSED: translate("zoom", "Licensed"),
        Plan.NO_MEETINGS: translate("zoom", "Without meetings"),
        Plan.UNTOLD: translate("zoom", "Not told by Zoom"),
    }[plan]


def kind_words(kind: AppKind) -> str:
    """Return the kinds of app in the order in which they are offered."""
    translate = QCoreApplication.translate
    return {
        AppKind.PUBLIC: translate("zoom", "An app &without a secret"),
        AppKind.OWN: translate("zoom", "Your &own app with a secret"),
        AppKind.SERVER: translate("zoom", "An app of your whole &Zoom account (Server-to-Server)"),
    }[kind]


def kind_purpose(kind: AppKind, *, has_built_in: bool) -> str:
    """Return whom this kind of app is for."""
    translate = QCoreApplication.translate
    if kind is AppKind.PUBLIC and has_built_in:
        return translate(
            "zoom",
            "The usual way: CPD Desktop brings an app along, and there is nothing to do at Zoom."
            " Leave the client ID empty. To use one that you registered yourself:",
        )
    return {
        AppKind.PUBLIC: translate(
            "zoom",
            "The usual way: you sign in through the browser, and there is no secret to copy."
            " The app is registered at Zoom once:",
        ),
        AppKind.OWN: translate(
            "zoom",
            "For companies that allow only apps with a secret. You sign in through the browser."
            " The app is registered at Zoom once:",
        ),
        AppKind.SERVER: translate(
            "zoom",
            "For the owner or an administrator of the account at Zoom. It signs in by itself and"
            " can read Zoom's own report, which knows more about who came:",
        ),
    }[kind]


def steps(kind: AppKind) -> str:
    """Return what to click at Zoom for this kind of app, a step in each line."""
    translate = QCoreApplication.translate
    general = [
        translate("zoom", "At marketplace.zoom.us, sign in and choose Develop, Build App."),
        translate("zoom", "Choose General App, and that each user adds it (user-managed)."),
    ]
    back = translate(
        "zoom",
        "Enter the address below as OAuth Redirect URL and in the OAuth Allow List, exactly as it"
        " is. Leave Strict Mode off.",
    )
    scopes = translate("zoom", "Under Scopes, add those listed below.")
    public = translate(
        "zoom",
        "Under App Credentials, switch on Public Client OAuth and copy the Public Client ID.",
    )
    own = translate("zoom", "Under App Credentials, copy the Client ID and the Client Secret.")
    server = [
        translate("zoom", "At marketplace.zoom.us, choose Develop, Build App, Server-to-Server."),
        translate("zoom", "Copy the Account ID, the Client ID and the Client Secret."),
        scopes,
        translate("zoom", "Under Activation, switch the app on. No browser is needed then."),
    ]
    found = {
        AppKind.PUBLIC: [*general, public, back, scopes],
        AppKind.OWN: [*general, own, back, scopes],
        AppKind.SERVER: server,
    }[kind]
    return "\n".join(f"{number}. {step}" for number, step in enumerate(found, 1))


def scope_list(rights: Iterable[Right]) -> str:
    """Return the scopes under what they are for."""
    needed = QCoreApplication.translate("zoom", "To {purpose}:")
    optional = QCoreApplication.translate("zoom", "Only if you want it, to {purpose}:")
    parts = []
    for each in rights:
        title = (optional if each.optional else needed).format(purpose=in_words(each.purpose))
        parts.append("\n".join([title, *(f"    {name}" for name in each.scopes)]))
    return "\n\n".join(parts)


def lack_words(rights: Iterable[Right]) -> str:
    """Return what does not work, and the scopes that it needs."""
    return "\n".join(
        f"• {in_words(each.purpose)} ({', '.join(map(_breakable, each.scopes))})" for each in rights
    )


def _breakable(scope: str) -> str:
    """Return a scope that can go on in the next line, where text is large."""
    return scope.replace(":", f":{MAY_BREAK}").replace("_", f"_{MAY_BREAK}")
