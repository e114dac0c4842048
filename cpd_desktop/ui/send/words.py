"""Words for how the mail of an event stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from cpd_desktop.domain.messages.purposes import Purpose
from cpd_desktop.domain.words import Sentence
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from cpd_desktop.domain.messages.pacing import Pace
    from cpd_desktop.services.messages.event_mail import EventMail, Kind
    from cpd_desktop.services.messages.sending import SendReport

MINUTE = 60


def group_words(number: int) -> str:
    """Return the heading of a group of mails."""
    translate = QCoreApplication.translate
    return (
        translate("send", "Before the event"),
        translate("send", "When something changes"),
        translate("send", "Certificates"),
        translate("send", "After the event"),
        translate("send", "Whenever you like"),
    )[number]


def about_words(purpose: Purpose) -> str:
    """Return in a few words who a mail goes to and what it brings."""
    translate = QCoreApplication.translate
    words = {
        Purpose.CONFIRMATION: translate("send", "To everybody with a place"),
        Purpose.JOINING: translate("send", "Where and how to take part, with a calendar entry"),
        Purpose.REMINDER: translate("send", "7 days, 1 day and 1 hour before it starts"),
        Purpose.WAITLIST_OFFER: translate("send", "To those in the waiting line who may have one"),
        Purpose.CHANGED: translate("send", "To those who know the old time or place"),
        Purpose.POSTPONED: translate("send", "The new date, with a new calendar entry"),
        Purpose.CANCELLATION: translate("send", "Takes it out of everybody's calendar"),
        Purpose.CERTIFICATE: translate("send", "The PDF is attached"),
        Purpose.CERTIFICATE_REPLACED: translate("send", "The corrected PDF is attached"),
        Purpose.CERTIFICATE_REVOKED: translate("send", "Says that it does not count any more"),
        Purpose.THANKS: translate("send", "To those who were there"),
        Purpose.EVALUATION: translate("send", "To those who were there"),
        Purpose.MISSED: translate("send", "To those who have a place and did not come"),
        Purpose.MESSAGE: translate("send", "To whom you choose, in your own words"),
    }
    return words.get(purpose, "")


def kind_words(kind: Kind) -> str:
    """Return what became of one kind of mail."""
    translate = QCoreApplication.translate
    parts = []
    if kind.sent:
        parts.append(in_words(Sentence("send", "%n sent").filled(n=kind.sent)))
    if kind.waiting:
        parts.append(in_words(Sentence("send", "%n waiting").filled(n=kind.waiting)))
    if kind.asking:
        parts.append(in_words(Sentence("send", "%n to look at").filled(n=kind.asking)))
    if kind.left:
        parts.append(in_words(Sentence("send", "%n not written to yet").filled(n=len(kind.left))))
    if kind.without:
        parts.append(
            in_words(Sentence("send", "%n without an address").filled(n=len(kind.without)))
        )
    if not parts and kind.purpose is not Purpose.MESSAGE:
        parts.append(translate("send", "Nobody to write to"))
    return " · ".join(parts)


def bar_words(mail: EventMail) -> str:
    """Return what the bar of stages says of the mail."""
    if mail.due:
        return in_words(Sentence("send", "%n to send").filled(n=mail.due))
    if mail.waiting:
        return in_words(Sentence("send", "%n waiting").filled(n=mail.waiting))
    sent = sum(each.sent for each in mail.kinds)
    return in_words(Sentence("send", "%n sent").filled(n=sent)) if sent else ""


def pace_words(pace: Pace) -> str:
    """Return how a sending will go: how many now, how long it takes, and what goes when."""
    number = QLocale().toString
    named = {"n": pace.today, "rest": number(pace.later), "limit": number(pace.limits.per_day),
             "days": number(len(pace.days))}  # fmt: skip
    if not pace.later:
        text = in_words(Sentence("send", "%n mail(s) today.").filled(**named))
    elif len(pace.days) == 1:
        text = in_words(
            Sentence(
                "send",
                "%n mail(s) today, the rest ({rest}) tomorrow: the account allows {limit} in a"
                " day.",
            ).filled(**named)
        )
    else:
        text = in_words(
            Sentence(
                "send",
                "%n mail(s) today, the rest ({rest}) over the next {days} days: the account allows"
                " {limit} in a day.",
            ).filled(**named)
        )
    seconds = pace.today * pace.limits.seconds
    if seconds >= MINUTE:
        took = in_words(
            Sentence("send", "That takes about %n minute(s).").filled(n=round(seconds / MINUTE))
        )
        text = f"{text} {took}"
    return text


def report_words(report: SendReport) -> str:
    """Return what came of a sending."""
    parts = [in_words(Sentence("send", "%n sent.").filled(n=report.sent))]
    if tested := sum(n for outcome, n in report.ends.items() if outcome.value == "tested"):
        parts = [in_words(Sentence("send", "%n sent to yourself, as a test.").filled(n=tested))]
    if report.failed:
        parts.append(in_words(Sentence("send", "%n refused.").filled(n=report.failed)))
    if report.uncertain:
        lost = Sentence("send", "Of %n nobody knows whether it arrived.")
        parts.append(in_words(lost.filled(n=report.uncertain)))
    if report.left:
        parts.append(in_words(Sentence("send", "%n more in the outbox.").filled(n=report.left)))
    return " ".join(parts)
