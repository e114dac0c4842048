"""The page of certificates, where three people have theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpd_desktop.ui.pages.certificates import CertificatesPage
from tests.certified import certified
from tests.desk import desk_on
from tests.keychains import MemoryKeychains

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from cpd_desktop.store.folder import DataFolder
    from cpd_desktop.ui.certificates.register_view import RegisterView
    from tests.clock import FixedClock
    from tests.desk import TestDesk


@pytest.fixture
def desk(folder: DataFolder, clock: FixedClock, qapp: QApplication) -> Iterator[TestDesk]:
    people, keychains = ("Ana Ruiz", "Tom Becker", "Zoë Ångström"), MemoryKeychains()
    with certified(folder, clock, *people, keychains=keychains) as here:
        here.issue()
    with desk_on(folder, clock, qapp, keychains=keychains) as made:
        yield made


@pytest.fixture
def page(qtbot: QtBot, desk: TestDesk) -> Iterator[CertificatesPage]:
    with desk.showing(qtbot, CertificatesPage(desk)) as made:
        yield made


@pytest.fixture
def view(page: CertificatesPage) -> RegisterView:
    return page.register
