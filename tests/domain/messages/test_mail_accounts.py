"""Accounts: every provider that is promised is known, and no sender that receivers refuse."""

from __future__ import annotations

import pytest

from cpd_desktop.domain.messages.accounts import PRESETS, AccountDraft, AccountKind
from cpd_desktop.domain.messages.addresses import problem_of_sender


def test_every_provider_that_is_promised_has_a_preset() -> None:
    promised = {"gmail", "icloud", "yahoo", "zoho", "fastmail", "brevo", "ses", "mailgun"}
    promised |= {"postmark", "sendgrid", "own"}
    assert promised <= {each.key for each in PRESETS}
    assert all(each.host or each.key == "own" for each in PRESETS)


@pytest.mark.parametrize(
    ("sender", "relay", "is_good"),
    [
        ("ada@gmail.com", "smtp-relay.brevo.com", False),
        ("ada@gmail.com", "smtp.gmail.com", True),
        ("ada@outlook.de", "smtp-relay.brevo.com", False),
        ("ada@hotmail.co.uk", "smtp.mailgun.org", False),
        ("ada@hotmail.co.uk", "outlook.office365.com", True),
        ("ada@yahoo.co.jp", "smtp.gmail.com", False),
        ("ada@live.com.au", "smtp.sendgrid.net", False),
        ("ada@northern.example", "smtp-relay.brevo.com", True),
        ("ada@notgmail.com", "smtp.sendgrid.net", True),
        ("ada@gmail.com", "smtp.gmail.com.evil.example", False),
    ],
)
def test_a_sender_goes_only_through_servers_that_its_domain_allows(
    sender: str, relay: str, *, is_good: bool
) -> None:
    assert (problem_of_sender(sender, relay) is None) is is_good


@pytest.mark.parametrize(
    ("kind", "sender", "is_good"),
    [
        (AccountKind.GMAIL, "ada@gmail.com", True),
        (AccountKind.GMAIL, "ada@outlook.com", False),
        (AccountKind.MICROSOFT, "ada@outlook.com", True),
        (AccountKind.BREVO, "ada@gmail.com", False),
        (AccountKind.BREVO, "ada@northern.example", True),
    ],
)
def test_the_rule_holds_for_accounts_over_the_web_too(
    kind: AccountKind, sender: str, *, is_good: bool
) -> None:
    assert ("sender" not in AccountDraft("N", sender, kind=kind).problems()) is is_good
