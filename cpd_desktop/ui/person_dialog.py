"""The dialog about one person: a new one for an event, or all that is known of one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from cpd_desktop.domain.people import Consent, Licence, PersonDraft
from cpd_desktop.ui.form import READABLE, FormDialog
from cpd_desktop.ui.line_list import LineList
from cpd_desktop.ui.states import consent_words
from cpd_desktop.ui.widgets import GRID

if TYPE_CHECKING:
    from collections.abc import Sequence


class PersonDialog(FormDialog):
    """Asks who somebody is; ``offered`` carries a draft that keeps every rule."""

    offered = Signal(PersonDraft)

    def __init__(self, parent: QWidget, draft: PersonDraft | None = None) -> None:
        """Ask for somebody new, or show all of ``draft`` to be changed."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Edit person") if draft else self.tr("Add a person"))
        self.accept_button.setText(self.tr("Save changes") if draft else self.tr("Add person"))
        self._draft = draft or PersonDraft("")
        self._texts = {
            name: QLineEdit(getattr(self._draft, name))
            for name in ("name", "email", "organisation", "job_title", "phone")
        }
        self._licences = LineList(
            (self.tr("Body"), self.tr("Number")),
            self.tr("Add licence number"),
            self.tr("Remove licence number"),
        )
        self._licences.set_lines(self._draft.licences)
        self._more = _More(*self._further_fields()) if draft else None

        self._lay_out()
        self._texts["name"].setFocus()
        self.resize(self.fontMetrics().averageCharWidth() * READABLE, 0)

    def offer(self) -> None:
        """Hand over the person if all is well, else show what is wrong."""
        draft = self._entered().tidied()
        if not self.show_problems(draft.problems()):
            self.offered.emit(draft)
            self.accept()

    def _further_fields(
        self,
    ) -> tuple[LineList, LineList, QLineEdit, QComboBox, QDateEdit, QCheckBox, QPlainTextEdit]:
        draft = self._draft
        addresses = LineList(
            (self.tr("Other address"),), self.tr("Add address"), self.tr("Remove address")
        )
        addresses.set_lines([(each,) for each in draft.addresses])
        spellings = LineList(
            (self.tr("Other spelling"),), self.tr("Add spelling"), self.tr("Remove spelling")
        )
        spellings.set_lines([(each,) for each in draft.spellings])
        tags = QLineEdit(", ".join(draft.tags))
        tags.setPlaceholderText(self.tr("Separated by commas"))
        consent = QComboBox()
        for each in Consent:
            consent.addItem(consent_words(each), each)
        consent.setCurrentIndex(list(Consent).index(draft.consent))
        given = draft.consent_on
        on = QDateEdit(QDate(given.year, given.month, given.day) if given else QDate.currentDate())
        on.setCalendarPopup(True)
        on.setDisplayFormat(QLocale().dateFormat(QLocale.FormatType.LongFormat))
        on.setEnabled(draft.consent is not Consent.UNKNOWN)
        stop = QCheckBox(self.tr("Do not &write to this person"))
        stop.setChecked(draft.do_not_mail)
        notes = QPlainTextEdit(draft.notes)
        notes.setTabChangesFocus(True)
        notes.setFixedHeight(self.fontMetrics().lineSpacing() * 4 + GRID * 2)
        return addresses, spellings, tags, consent, on, stop, notes

    def _lay_out(self) -> None:
        self.add_field("name", self.tr("&Name"), self._texts["name"])
        if self._more:
            self.add_field("spellings", self.tr("Other s&pellings"), self._more.spellings, top=True)
        self.add_field("email", self.tr("&E-mail"), self._texts["email"])
        if self._more:
            self.add_field("addresses", self.tr("Other &addresses"), self._more.addresses, top=True)
        self.add_field("organisation", self.tr("&Organisation"), self._texts["organisation"])
        self.add_field("job_title", self.tr("&Job title"), self._texts["job_title"])
        self.add_field("phone", self.tr("P&hone"), self._texts["phone"])
        self.add_field("licences", self.tr("&Licence numbers"), self._licences, top=True)
        if self._more:
            self._lay_out_more(self._more)

    def _lay_out_more(self, more: _More) -> None:
        consent = QWidget()
        row = QHBoxLayout(consent)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(more.consent)
        row.addWidget(more.consent_on, 1)
        consent.setFocusProxy(more.consent)
        self.add_field("tags", self.tr("&Tags"), more.tags)
        self.add_field("consent", self.tr("&Consent"), consent)
        more.consent.setAccessibleName(self.tr("Consent"))
        more.consent_on.setAccessibleName(self.tr("Day of consent"))
        self.add_field("do_not_mail", self.tr("Mail"), more.do_not_mail)
        more.do_not_mail.setAccessibleName(more.do_not_mail.text().replace("&", ""))
        self.add_field("notes", self.tr("Note&s"), more.notes, top=True)

        more.consent.currentIndexChanged.connect(self._show_day)

    def _show_day(self) -> None:
        assert self._more is not None  # noqa: S101 - it is its own box that changed
        known = self._more.consent.currentData() != Consent.UNKNOWN
        self._more.consent_on.setEnabled(known)

    def _entered(self) -> PersonDraft:
        texts = {name: field.text() for name, field in self._texts.items()}
        draft = replace(
            self._draft,
            name=texts["name"],
            email=texts["email"],
            organisation=texts["organisation"],
            job_title=texts["job_title"],
            phone=texts["phone"],
            licences=tuple(Licence(body, number) for body, number in self._licences.lines()),
        )
        if self._more is None:
            return draft
        more = self._more
        consent = Consent(more.consent.currentData())
        on = more.consent_on.date()
        return replace(
            draft,
            addresses=_first(more.addresses.lines()),
            spellings=_first(more.spellings.lines()),
            tags=tuple(more.tags.text().split(",")),
            consent=consent,
            consent_on=None
            if consent is Consent.UNKNOWN
            else date(on.year(), on.month(), on.day()),
            do_not_mail=more.do_not_mail.isChecked(),
            notes=more.notes.toPlainText(),
        )


class _More(NamedTuple):
    """What is asked only of somebody known."""

    addresses: LineList
    spellings: LineList
    tags: QLineEdit
    consent: QComboBox
    consent_on: QDateEdit
    do_not_mail: QCheckBox
    notes: QPlainTextEdit


def _first(lines: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(line[0] for line in lines)
