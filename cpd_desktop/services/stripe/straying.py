"""Which customers at Stripe have another name or address than the people they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, or_, select

from cpd_desktop.domain.billing.outward import OperationState
from cpd_desktop.services.stripe.errands import Kind
from cpd_desktop.services.stripe.rows import of_account
from cpd_desktop.store.tables import operation, person, stripe_customer

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Row

    from cpd_desktop.services.billing.rows import Reader
    from cpd_desktop.services.stripe.account import Own


AT_A_TIME = 50  # the next look goes on: thousands that were found at Stripe hold up no payment


def strayed(reader: Reader, own: Own, refused_before: datetime) -> list[Row[Any]]:
    """Return customer, person, name and address of some that Stripe was last told otherwise.

    What was told last is the newest operation about a customer; one that Stripe refused since
    ``refused_before`` counts, so that it is not asked all the time. Who was found at Stripe and
    never told is told once. Nothing is told of people who were erased or have no address.
    """
    c = operation.c
    whose = func.coalesce(func.json_extract(c.parameters, "$.customer"), c.answer)
    refused = c.state == OperationState.FAILED
    newest = (
        select(func.max(c.id).label("id"), whose.label("customer"))
        .where(
            of_account(operation, own),
            c.kind.in_((Kind.CUSTOMER, Kind.CHANGE_CUSTOMER)),
            or_(~refused, c.made_at > refused_before),
        )
        .group_by(whose)
        .subquery()
    )
    name, email = (func.json_extract(c.parameters, path) for path in ("$.name", "$.email"))
    known = stripe_customer.c
    wanted = (
        select(known.customer, known.person_id, person.c.name, person.c.email)
        .join(person, person.c.id == known.person_id)
        .outerjoin(newest, newest.c.customer == known.customer)
        .outerjoin(operation, c.id == newest.c.id)
        .where(
            of_account(stripe_customer, own),
            person.c.erased_at.is_(None),
            person.c.email != "",
            or_(name.is_(None), name != person.c.name, email != person.c.email),
        )
        .order_by(known.id)
        .limit(AT_A_TIME)
    )
    return [*reader.execute(wanted).all()]
