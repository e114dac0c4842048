"""Asks whether payments of the test mode are set aside before real money is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cpd_desktop.domain.words import Sentence
from cpd_desktop.ui.questions import Question
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.services.billing.set_aside import LeftBehind

SHOWN = 10


def question_of(parent: QWidget, left: Sequence[LeftBehind]) -> Question:
    """Return the question, which names what stays behind."""
    translate = QCoreApplication.translate
    lines = [
        "  ·  ".join(filter(None, (str(each.amount), each.name, each.order)))
        for each in left[:SHOWN]
    ]
    if (more := len(left) - SHOWN) > 0:
        lines.append(in_words(Sentence("billing", "and %n more").filled(n=more)))
    says = translate(
        "billing",
        "If you still have the test key, connect with it and refund them instead. Set aside, they"
        " are booked here as given back, and their places count as paid no more. Nothing happens"
        " at Stripe. This cannot be undone.",
    )
    count = len(left)
    return Question(
        parent,
        translate("billing", "Connect Stripe"),
        in_words(Sentence("billing", "Set %n payment(s) of the test mode aside?").filled(n=count)),
        "\n".join((*lines, "", says)),
        yes=translate("billing", "Set aside and connect"),
        no=translate("billing", "Cancel"),
        role="danger",
    )
