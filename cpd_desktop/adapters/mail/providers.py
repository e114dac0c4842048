"""Microsoft and Google as they are reached: where one signs in, and what is asked to be allowed."""

from __future__ import annotations

import os
from typing import Final, NamedTuple

from cpd_desktop.adapters.loopback import HOST
from cpd_desktop.adapters.sign_in.safe_addresses import moved

# Of the apps that the publisher has registered; empty until there are some.
BUILT_IN: Final = {"microsoft": "", "google": ""}


class Provider(NamedTuple):
    """A provider: its addresses, and the words with which it is asked for the right to send."""

    key: str
    name: str
    pages: str
    tokens: str
    api: str
    scopes: tuple[str, ...]
    smtp_scopes: tuple[str, ...]
    asked: dict[str, str]
    revoke: str = ""
    host: str = HOST

    @property
    def client_id(self) -> str:
        """Return the app that comes with CPD Desktop; the environment can name another."""
        return os.environ.get(f"CPD_{self.key.upper()}_CLIENT_ID") or BUILT_IN[self.key]


def microsoft() -> Provider:
    """Return Microsoft; raises ``Invalid`` if the environment moves it to an unsafe place."""
    elsewhere = moved("CPD_MICROSOFT_URL")
    login = f"{elsewhere or 'https://login.microsoftonline.com'}/common/oauth2/v2.0"
    return Provider(
        "microsoft",
        "Microsoft",
        f"{login}/authorize",
        f"{login}/token",
        f"{elsewhere or 'https://graph.microsoft.com'}/v1.0",
        ("https://graph.microsoft.com/Mail.Send", "offline_access", "openid", "email"),
        ("https://outlook.office.com/SMTP.Send", "offline_access", "openid", "email"),
        {"prompt": "select_account"},
        # Only under this name does Microsoft let a program choose its port.
        host="localhost",
    )


def google() -> Provider:
    """Return Google; raises ``Invalid`` if the environment moves it to an unsafe place."""
    elsewhere = moved("CPD_GOOGLE_URL")
    tokens = elsewhere or "https://oauth2.googleapis.com"
    return Provider(
        "google",
        "Google",
        f"{elsewhere or 'https://accounts.google.com'}/o/oauth2/v2/auth",
        f"{tokens}/token",
        elsewhere or "https://gmail.googleapis.com",
        ("https://www.googleapis.com/auth/gmail.send", "openid", "email"),
        ("https://mail.google.com/", "openid", "email"),
        # Without these two Google gives nothing to renew the sign-in with.
        {"access_type": "offline", "prompt": "consent"},
        f"{tokens}/revoke",
    )


def provider(key: str) -> Provider:
    """Return the provider of an account that signs in; raises as they do."""
    return microsoft() if key == "microsoft" else google()
