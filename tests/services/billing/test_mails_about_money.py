"""Reminders, receipts and refunds by mail, each with its paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.domain.billing.payments import PlaceFate
from cpd_desktop.domain.messages.purposes import Purpose
from cpd_desktop.domain.settings import Billing
from cpd_desktop.services.messages.preparing import Wanted
from cpd_desktop.services.parties import PartyDraft
from cpd_desktop.services.work import Work
from tests.billed import billed
from tests.mailing import an_account

if TYPE_CHECKING:
    from cpd_desktop.services.messages.preparing import Prepared
    from cpd_desktop.store.folder import DataFolder
    from tests.billed import Billed
    from tests.clock import FixedClock


def prepare(here: Billed, purpose: Purpose, **more: object) -> Prepared:
    if not here.core.mail_accounts.listed():
        here.core.mail_accounts.add(an_account(), None)
    wanted = Wanted(event=here.event, purpose=purpose, **more)  # type: ignore[arg-type]
    return here.core.preparing.prepare(Work(), wanted).value


def test_a_reminder_says_what_is_open_and_where_to_pay_it_once_each_amount(
    folder: DataFolder, clock: FixedClock
) -> None:
    settings = Billing(bank_details="IBAN GB00")
    with billed(folder, clock, "Ada", "Ben", settings=settings) as here:
        order = here.order("Ada")
        here.core.bills.invoice(order.id)
        first = prepare(here, Purpose.PAYMENT)
        assert {each.to_name for each in first.made} == {"Ada", "Ben"}
        (to_ada,) = (each for each in first.made if each.to_name == "Ada")
        assert [each.name for each in to_ada.attachments] == ["INV-2026-0001.pdf"]
        assert prepare(here, Purpose.PAYMENT).made == ()
        here.pay(order, "50")
        (again,) = prepare(here, Purpose.PAYMENT).made
        assert again.document == "order ORD-2026-0001 open 2500"


def test_a_receipt_comes_with_the_payment_it_is_for(folder: DataFolder, clock: FixedClock) -> None:
    with billed(folder, clock, "Ada") as here:
        paid = here.pay(here.order("Ada"), "75")
        (made,) = prepare(here, Purpose.RECEIPT).made
        (attached,) = made.attachments
        receipt = paid.documents[1]
        assert tuple(attached)[:3] == ("REC-2026-0001.pdf", receipt.sha256, receipt.size)
        content = here.core.outbox.content(made)
        assert b"REC-2026-0001.pdf" in content
        assert made.document == "REC-2026-0001"


def test_a_refund_is_told_with_its_credit_note(folder: DataFolder, clock: FixedClock) -> None:
    with billed(folder, clock, "Ada") as here:
        paid = here.pay(here.order("Ada"), "75").payment
        note = here.refund(paid.id, "75", PlaceFate.CANCEL)
        assert note is not None
        (made,) = prepare(here, Purpose.REFUND).made
        assert [each.name for each in made.attachments] == [note.file_name]


def test_a_group_is_told_once_for_all_of_its_places(folder: DataFolder, clock: FixedClock) -> None:
    with billed(folder, clock, "Ada", "Ben") as here:
        here.core.parties.add(here.event, PartyDraft("Ward 4", "St Mary's", "pay@mary.example"))
        here.core.registrations.move([*here.places.values()], "Ward 4")
        here.order("Ada", "Ben")
        (made,) = prepare(here, Purpose.PAYMENT).made
        assert made.to == "pay@mary.example"
