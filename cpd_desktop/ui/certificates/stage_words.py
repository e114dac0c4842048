"""The words of the Certificates stage: how people stand, and what a check leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from cpd_desktop.domain.certificates.completeness import Where
from cpd_desktop.domain.certificates.fields import FIELDS
from cpd_desktop.domain.certificates.register import Status
from cpd_desktop.domain.words import Sentence
from cpd_desktop.ui.certificates.stage_content import State
from cpd_desktop.ui.dates import day
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from cpd_desktop.domain.certificates.register import Certificate
    from cpd_desktop.ui.certificates.stage_content import Line, StageContent

translate = QCoreApplication.translate


def number_words(count: int) -> str:
    """Return a count as the person writes it."""
    return QLocale().toString(count)


def bar_words(eligible: int, issued: int) -> str:
    """Return what the bar of the stages says: how many wait for one, else how many have one."""
    if issued and eligible:
        text = translate("certificates", "{issued} issued · {eligible} to go")
        return text.format(issued=number_words(issued), eligible=number_words(eligible))
    if issued:
        return in_words(Sentence("certificates", "%n issued").filled(n=issued))
    return in_words(Sentence("certificates", "%n eligible").filled(n=eligible)) if eligible else ""


def count_words(content: StageContent) -> str:
    """Return who would get one, who has one and who gets none, in one line."""
    refused = content.counts[State.REFUSED]
    parts = [
        in_words(Sentence("certificates", "%n eligible").filled(n=content.eligible)),
        in_words(Sentence("certificates", "%n issued already").filled(n=len(content.issued))),
        in_words(Sentence("certificates", "%n not eligible").filled(n=refused)),
    ]
    return " · ".join(parts)


def state_words(line: Line) -> str:
    """Return how somebody stands, and why, for the list."""
    why = " ".join(in_words(each) for each in line.says[:2])
    number = line.issued.number if line.issued else ""
    texts = {
        State.READY: translate("certificates", "Eligible"),
        State.HELD: translate("certificates", "! Missing: {why}"),
        State.ISSUED: translate("certificates", "✓ Issued {number}"),
        State.CHANGED: translate("certificates", "! Issued {number}, changed since: {why}"),
        State.REFUSED: translate("certificates", "Not eligible: {why}"),
    }
    return texts[line.state].format(why=why, number=number)


def view_words(state: State | None) -> str:
    """Return what a view of the list is called."""
    texts = {
        None: translate("certificates", "All"),
        State.CHANGED: translate("certificates", "Changed since"),
        State.HELD: translate("certificates", "Something missing"),
        State.READY: translate("certificates", "Eligible"),
        State.ISSUED: translate("certificates", "Issued"),
        State.REFUSED: translate("certificates", "Not eligible"),
    }
    return texts[state]


def chain_words(chain: tuple[Certificate, ...], zone: str) -> str:
    """Return what became of somebody's certificates, one after the other."""
    return " → ".join(_link_words(each, zone) for each in chain)


def _link_words(issued: Certificate, zone: str) -> str:
    told = {"number": issued.number, "day": day(issued.issued_at, zone), "why": issued.why}
    texts = {
        Status.ISSUED: translate("certificates", "{number}, issued {day}"),
        Status.REVOKED: translate("certificates", "{number}, issued {day}, revoked ({why})"),
        Status.REPLACED: translate("certificates", "{number}, issued {day}, replaced ({why})"),
    }
    return texts[issued.status].format(**told)


def field_words(name: str, where: Where) -> str:
    """Return what a check is about, as its heading."""
    if name in FIELDS:
        return in_words(FIELDS[name].words)
    texts = {
        "signature": translate("certificates", "Signature"),
        "category": translate("certificates", "Category"),
        "statement": translate("certificates", "Accreditor's statement"),
        "activity_number": translate("certificates", "Activity number"),
        "approval": translate("certificates", "Approval"),
        "event": translate("certificates", "Event"),
    }
    if name in texts:
        return texts[name]
    if where is Where.TEMPLATE:
        return translate("certificates", "Template: {element}").format(element=name)
    return translate("certificates", "{element} on the page").format(element=name)


def way_words(where: Where) -> str:
    """Return what the button says that leads to where something is put right."""
    texts = {
        Where.PERSON: translate("certificates", "Open the person"),
        Where.EVENT: translate("certificates", "Open the plan"),
        Where.CREDIT: translate("certificates", "Open the credit"),
        Where.PROVIDER: translate("certificates", "Open provider settings"),
        Where.SIGNATORY: translate("certificates", "Say who signs"),
        Where.SETTINGS: translate("certificates", "Open certificate settings"),
        Where.TEMPLATE: translate("certificates", "Open the template"),
        Where.CERTIFICATE: translate("certificates", "Review the attendance"),
    }
    return texts[where]
