"""What came twice or for no place is looked at by a person, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.errors import Invalid, NotAllowed, NotFound
from cpd_desktop.domain.registrations import RegistrationStatus
from tests.billed import billed

if TYPE_CHECKING:
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock


def test_doubts_are_listed_until_somebody_says_how_they_were_settled(
    folder: DataFolder, clock: FixedClock
) -> None:
    with billed(folder, clock, "Ada", "Ben") as here:
        order = here.order("Ada")
        here.pay(order, "75")
        here.pay(order, "75")
        late = here.order("Ben")
        here.core.registrations.change_status([here.places["Ben"]], RegistrationStatus.CANCELLED)
        here.pay(late, "75")
        doubts = here.core.doubts
        assert [(str(each.kind), each.order) for each in doubts.listed()] == [
            ("paid_twice", "ORD-2026-0001"),
            ("no_place", "ORD-2026-0002"),
        ]
        assert "paid already" in str(doubts.listed()[0].says)
        first = doubts.listed()[0].id
        with pytest.raises(Invalid, match="how it was settled"):
            doubts.settle(first, " ")
        doubts.settle(first, "Refunded by hand")
        assert [each.order for each in doubts.listed()] == ["ORD-2026-0002"]
        with pytest.raises(NotAllowed, match="settled before"):
            doubts.settle(first, "Again")
        with pytest.raises(NotFound):
            doubts.settle(99, "Nobody")
