from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton

from cpd_desktop.domain.certificates.register import Status
from cpd_desktop.ui.certificates.register_deeds import RegisterDeeds
from cpd_desktop.ui.certificates.register_dialogs import ReasonDialog, StatementDialog
from cpd_desktop.ui.pages.certificates import CertificatesPage
from tests.desk import TestDesk, desk_on

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from cpd_desktop.store.folder import DataFolder
    from cpd_desktop.ui.certificates.register_view import RegisterView
    from tests.clock import FixedClock


def names(view: RegisterView) -> list[str]:
    rows = view.table.rows
    return [str(rows.cell(row, 0)) for row in range(rows.rowCount())]


def choose(view: RegisterView, *people: str) -> None:
    ids = [view.table.rows.ids[names(view).index(each)] for each in people]
    view.table._select(ids)


def dialog(kind: type[ReasonDialog | StatementDialog]) -> ReasonDialog | StatementDialog:
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, kind)]
    (shown,) = [each for each in found if each.isVisible()]
    return shown


def facts(view: RegisterView) -> str:
    texts = view.inspector.findChildren(QLabel)
    return "\n".join(each.text() for each in texts if each.isVisible())


def pick(box: QComboBox, text: str) -> None:
    box.setCurrentIndex(box.findText(text))
    box.activated.emit(box.currentIndex())


def test_the_newest_is_on_top_and_words_find_any_of_it(
    qtbot: QtBot, view: RegisterView, desk: TestDesk
) -> None:
    assert names(view) == ["Zoë Ångström", "Tom Becker", "Ana Ruiz"]
    assert view.listing.found.text() == "3 certificate(s)"
    code = desk.services.certificate_register.called("CPD-2026-000002").code
    for words, found in (
        ("zoe angstrom", ["Zoë Ångström"]),
        ("000001", ["Ana Ruiz"]),
        (code.lower(), ["Tom Becker"]),
        ("wound", ["Zoë Ångström", "Tom Becker", "Ana Ruiz"]),
        ("nobody", []),
    ):
        view.filters.search.setText(words)
        QTest.keyClick(view.filters.search, Qt.Key.Key_Return)
        assert names(view) == found
    assert view.listing.currentIndex() == 0


def test_filters_show_their_counts_and_go_together(
    qtbot: QtBot, view: RegisterView, desk: TestDesk, clock: FixedClock
) -> None:
    assert [each.text() for each in view.filters.chips] == [
        "All 3", "Valid 3", "Revoked 0", "Replaced 0",
    ]  # fmt: skip
    desk.services.certificates.revoke("CPD-2026-000002", "Issued in error")
    view.refresh()
    desk.settle(qtbot)
    view.filters.chips[2].click()
    assert names(view) == ["Tom Becker"]
    pick(view.filters.of_event, "Wound care")
    assert names(view) == ["Tom Becker"]
    view.filters.chips[1].click()
    assert names(view) == ["Zoë Ångström", "Ana Ruiz"]
    clock.move(days=365)
    pick(view.filters.since, "This year")
    assert names(view) == []
    view.filters.clear()
    assert len(names(view)) == 3


def test_sorting_by_a_column_puts_the_rows_in_order(view: RegisterView) -> None:
    view.table.sort_by("name")
    assert names(view) == ["Ana Ruiz", "Tom Becker", "Zoë Ångström"]


def test_one_that_is_chosen_is_told_with_all_its_facts(view: RegisterView) -> None:
    assert "Choose a certificate" in facts(view)
    choose(view, "Tom Becker")
    told = facts(view)
    for text in (
        *("Tom Becker", "✓ Valid", "CPD-2026-000002", "2 CPD hours", "Tue 1 Dec 2026"),
        *("Wed 2 Dec 2026", "test", "version 1"),
    ):
        assert text in told, told
    choose(view, "Tom Becker", "Ana Ruiz")
    assert "2 selected" in facts(view)


def test_a_revoked_one_keeps_its_reason_and_offers_no_second_end(
    qtbot: QtBot, desk: TestDesk, view: RegisterView
) -> None:
    choose(view, "Tom Becker")
    view.inspector.revoke.click()
    shown = dialog(ReasonDialog)
    assert isinstance(shown, ReasonDialog)
    shown.offer()
    assert "Say why" in shown._problems["why"].text()
    QTest.keyClicks(shown.why, "Left after ten minutes")
    QTest.keyClick(shown.why, Qt.Key.Key_Return)
    desk.settle(qtbot)
    issued = desk.services.certificate_register.called("CPD-2026-000002")
    assert (issued.status, issued.why) == (Status.REVOKED, "Left after ten minutes")
    told = facts(view)
    assert "✕ Revoked" in told
    assert "Left after ten minutes" in told
    assert not view.inspector.revoke.isVisible()
    assert desk.undo.next_undo is None


def test_a_replaced_one_leads_to_the_new_one_and_back(
    qtbot: QtBot, desk: TestDesk, view: RegisterView
) -> None:
    choose(view, "Ana Ruiz")
    view.inspector.replace.click()
    shown = dialog(ReasonDialog)
    assert isinstance(shown, ReasonDialog)
    shown.why.setText("Name corrected")
    shown.offer()
    desk.settle(qtbot)
    assert view.inspector.newer.text() == "Replaced by CPD-2026-000004"
    view.inspector.newer.click()
    desk.settle(qtbot)
    assert view.inspector.issued is not None
    assert view.inspector.issued.number == "CPD-2026-000004"
    assert view.inspector.older.text() == "Replaces CPD-2026-000001"
    view.inspector.older.click()
    desk.settle(qtbot)
    assert view.inspector.issued.number == "CPD-2026-000001"


def test_copies_can_be_dragged_out_saved_and_exported(
    qtbot: QtBot, desk: TestDesk, view: RegisterView, tmp_path: Path
) -> None:
    choose(view, "Ana Ruiz", "Tom Becker")
    urls = [Path(each.toLocalFile()) for each in view.table.dragged_data().urls()]
    assert sorted(each.name for each in urls) == [
        "Ana Ruiz - Wound care - CPD-2026-000001.pdf",
        "Tom Becker - Wound care - CPD-2026-000002.pdf",
    ]
    assert all(each.read_bytes().startswith(b"%PDF-") for each in urls)
    view.deeds.export(view.table.selected_ids(), str(tmp_path / "out.zip"))
    view.deeds.export(view.table.selected_ids(), str(tmp_path / "out"))
    desk.settle(qtbot)
    with zipfile.ZipFile(tmp_path / "out.zip") as packed:
        assert len(packed.namelist()) == 2
    assert len(list((tmp_path / "out").iterdir())) == 2
    issued = desk.services.certificate_register.called("CPD-2026-000001")
    register = desk.services.certificate_register
    view.deeds.write(lambda path: register.write_badge(issued, path), str(tmp_path / "badge.png"))
    desk.settle(qtbot)
    assert desk.services.verifying.file(tmp_path / "badge.png").verdict == "valid"


def test_opening_shows_a_copy_and_never_the_kept_file(
    qtbot: QtBot, desk: TestDesk, view: RegisterView, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def note(_deeds: RegisterDeeds, path: Path) -> bool:
        opened.append(path)
        return False

    told: list[str] = []
    desk.operations.told.connect(lambda text, _undo: told.append(text))
    monkeypatch.setattr(RegisterDeeds, "open_place", note)
    view.table.select_id(desk.services.certificate_register.called("CPD-2026-000001").id)
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    desk.settle(qtbot)
    (path,) = opened
    assert path.name == "Ana Ruiz - Wound care - CPD-2026-000001.pdf"
    assert desk.services.folder.path not in path.parents
    assert told == ["Nothing on this computer shows PDF files. Save it instead."]


def test_a_person_is_listed_alone_until_everybody_is_wanted_again(
    qtbot: QtBot, desk: TestDesk, page: CertificatesPage, view: RegisterView
) -> None:
    (tom,) = desk.services.people.ids("becker")
    page.open_part(f"person {tom}")
    desk.settle(qtbot)
    assert names(view) == ["Tom Becker"]
    assert "Tom Becker" in view.filters.only.text()
    view.filters.only.click()
    assert len(names(view)) == 3
    choose(view, "Ana Ruiz")
    view.inspector.person.click()
    assert names(view) == ["Ana Ruiz"]
    page.open_item(desk.services.certificate_register.called("CPD-2026-000003").id)
    desk.settle(qtbot)
    assert len(names(view)) == 3
    assert view.inspector.issued is not None
    assert view.inspector.issued.name == "Zoë Ångström"


def test_a_statement_is_asked_for_a_period_and_written(
    qtbot: QtBot, desk: TestDesk, view: RegisterView, tmp_path: Path
) -> None:
    choose(view, "Ana Ruiz")
    view.inspector.statement.click()
    shown = dialog(StatementDialog)
    assert isinstance(shown, StatementDialog)
    assert shown.first.date().getDate() == (2026, 1, 1)
    shown.first.setDate(shown.last.date().addDays(1))
    shown.offer()
    assert shown._problems["last"].text() == "The period ends before it begins."
    shown.reject()
    (ana,) = desk.services.people.ids("ruiz")
    view.deeds.statement.save(ana, date(2026, 1, 1), date(2026, 12, 31), str(tmp_path / "s.pdf"))
    desk.settle(qtbot)
    assert (tmp_path / "s.pdf").read_bytes().startswith(b"%PDF-")


def test_the_event_and_the_place_to_verify_are_one_click_away(
    qtbot: QtBot, desk: TestDesk, page: CertificatesPage, view: RegisterView
) -> None:
    choose(view, "Ana Ruiz")
    view.inspector.to_event.click()
    assert desk.noted.went == ["events 1 certificates"]
    view.inspector.verify.click()
    desk.settle(qtbot)
    assert page.verify.answer.isVisible()
    assert page.verify.answer.verdict.text() == "✓  Valid"


def test_where_it_is_narrow_the_facts_come_below_the_list(
    qtbot: QtBot, page: CertificatesPage, view: RegisterView
) -> None:
    choose(view, "Ana Ruiz")
    assert view.listing.beside.orientation() is Qt.Orientation.Horizontal
    page.resize(460, 600)
    qtbot.waitUntil(lambda: view.listing.beside.orientation() is Qt.Orientation.Vertical)
    assert view.table.height() >= view.table.minimumHeight() > 0


def test_every_button_and_field_has_a_name(page: CertificatesPage) -> None:
    choose(page.register, "Ana Ruiz")
    for kind in (QPushButton, QComboBox):
        nameless = [each for each in page.findChildren(kind) if not each.accessibleName()]
        assert [each for each in nameless if each.isVisible()] == []


def test_an_empty_register_says_how_certificates_get_there(
    qtbot: QtBot, folder: DataFolder, clock: FixedClock, qapp: QApplication
) -> None:
    with desk_on(folder, clock, qapp) as desk:
        page = CertificatesPage(desk)
        qtbot.addWidget(page)
        page.show()
        desk.settle(qtbot)
        assert page.register.listing.currentIndex() == 1
        page.register._to_events.click()
        assert desk.noted.went == ["events"]
