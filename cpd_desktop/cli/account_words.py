"""Mail accounts as the command prints them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpd_desktop.cli.answer import Answer

if TYPE_CHECKING:
    from cpd_desktop.domain.messages.accounts import MailAccount


def account_answer(account: MailAccount) -> Answer:
    """Return what is told of one account."""
    return Answer(account_content(account), [account_line(account)])


def account_content(account: MailAccount) -> dict[str, Any]:
    """Return an account as JSON has it."""
    return {
        "id": account.id,
        "name": account.name,
        "kind": account.kind.value,
        "host": account.host,
        "port": account.port,
        "tls": account.tls.value,
        "user": account.user,
        "from": account.sender,
        "from_name": account.sender_name,
        "folder": account.settings.get("folder"),
        "imap": _mailbox(account),
        "per_day": account.limits.per_day,
        "pause": account.limits.seconds,
        "default": account.is_default,
    }


def account_line(account: MailAccount) -> str:
    """Return an account in one line."""
    server = f"{account.host}:{account.port} {account.tls}" if account.host else account.kind.value
    where = account.settings.get("folder") or server
    usual = " (usual)" if account.is_default else ""
    return f"{account.name}  {account.from_address}  {where}{usual}"


def _mailbox(account: MailAccount) -> str | None:
    host = account.settings.get("imap_host")
    return f"{host}:{account.settings['imap_port']}" if host else None
