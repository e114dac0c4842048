"""The ways out for mail that can be chosen; one line here is all that another one takes."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from cpd_desktop.domain.messages.accounts import PRESETS, AccountKind, MailPreset

SERVER = frozenset({"host", "port", "tls", "user", "password"})
FOLDER = frozenset({"folder"})


class Way(NamedTuple):
    """A way out: its name, its kind, the fields only it has, and what is known beforehand."""

    text: str
    kind: AccountKind
    fields: frozenset[str]
    hint: str = ""
    preset: MailPreset | None = None


def ways() -> list[Way]:
    """Return the ways that are offered, the usual ones first."""
    translate = QCoreApplication.translate
    own = translate("mail account", "Own server")
    return [
        *(
            Way(own if each.key == "own" else each.name, AccountKind.SMTP, SERVER, "", each)
            for each in PRESETS
        ),
        Way(
            translate("mail account", "No account: files in a folder"),
            AccountKind.FOLDER,
            FOLDER,
            translate(
                "mail account",
                "Each message becomes an .eml file, which mail programs open and send.",
            ),
        ),
    ]
