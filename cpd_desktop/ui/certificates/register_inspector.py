"""What is known of the certificate that is selected, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from cpd_desktop.domain.certificates.register import Status
from cpd_desktop.ui.certificates.register_words import (
    TONES,
    days_words,
    signature_words,
    standing,
)
from cpd_desktop.ui.dates import day, day_and_time
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.widgets import GRID, button, chip, label, restyle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QPushButton

    from cpd_desktop.domain.certificates.register import Certificate
    from cpd_desktop.domain.certificates.time_stamp import TimeStamp

READABLE = 30  # characters of a line


class RegisterInspector(QScrollArea):
    """Shows one certificate, or counts several; ``number_asked`` leads along its chain."""

    number_asked = Signal(str)

    def __init__(self, zone: str) -> None:
        super().__init__()
        self._zone = zone
        self.issued: Certificate | None = None
        self.name = label("", "heading", data=True)
        self.title = label("", data=True)
        self.mark = chip("")
        self.ended = label("", data=True)
        self.older = button("", "quiet")
        self.newer = button("", "quiet")
        self.open = button(self.tr("Open"), "primary")
        self.save = button(self.tr("Save…"))
        self.badge = button(self.tr("Badge…"))
        self.proven = button(self.tr("Badge as JSON-LD…"))
        self.verify = button(self.tr("Verify"))
        self.replace = button(self.tr("Replace…"))
        self.revoke = button(self.tr("Revoke…"), "danger")
        self.to_event = button(self.tr("Open event"))
        self.person = button(self.tr("All of this person"))
        self.statement = button(self.tr("Statement of credits…"))
        self.count = label("", "heading")
        self.revoke_all = button(self.tr("Revoke…"), "danger")
        self.replace_all = button(self.tr("Replace…"))
        self._facts = QGridLayout()
        self._nothing = label(
            self.tr("Choose a certificate to see what it says and what became of it."), "muted"
        )
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._lay_out()

        self.older.clicked.connect(self._ask_for_older)
        self.newer.clicked.connect(self._ask_for_newer)

    def show_nothing(self) -> None:
        """Say what would be shown here."""
        self.issued = None
        self._open(self._nothing)

    def show_several(self, count: int) -> None:
        """Count what is selected."""
        self.issued = None
        self.count.setText(self.tr("%n selected", "", count))
        self._open(self._several)

    def show_one(
        self, issued: Certificate, templates: Mapping[int, str], stamp: TimeStamp | None
    ) -> None:
        """Show a certificate, with its time stamp if it has one."""
        another = self.issued is None or self.issued.id != issued.id
        self.issued = issued
        self.name.setText(issued.name)
        self.title.setText(issued.title)
        self.mark.setText(standing(issued.status))
        restyle(self.mark, tone=TONES[issued.status])
        self.mark.adjustSize()
        counts = issued.status is Status.ISSUED
        for each in (self.replace, self.revoke):
            each.setVisible(counts)
        self.ended.setVisible(not counts)
        if issued.ended_at is not None:
            at = day(issued.ended_at, self._zone)
            text = self.tr("{day}: {why}").format(day=at, why=issued.why)
            self.ended.setText(text)
        _link(self.older, self.tr("Replaces {number}"), issued.replaces)
        _link(self.newer, self.tr("Replaced by {number}"), issued.replaced_by)
        self._show_facts(issued, templates, stamp)
        self._open(self._one)
        if another:
            self.verticalScrollBar().setValue(0)

    def _lay_out(self) -> None:
        for each in (
            *(self.open, self.save, self.badge, self.proven, self.verify),
            *(self.replace, self.revoke),
            *(self.to_event, self.person, self.statement, self.revoke_all, self.replace_all),
        ):
            each.setAccessibleName(each.text())
        for link in (self.older, self.newer):
            link.setMinimumWidth(GRID * 10)  # a long number must not make all of it wider
        self._facts.setHorizontalSpacing(GRID * 2)
        self._facts.setVerticalSpacing(GRID // 2)
        self._facts.setColumnStretch(1, 1)
        sheet = QWidget()
        self.setWidgetResizable(True)
        self.setWidget(sheet)
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(GRID * 2, 0, GRID, 0)
        self._one, self._several = QWidget(), QWidget()
        for page in (self._nothing, self._one, self._several):
            inside.addWidget(page)
        inside.addStretch(1)
        one = _column(self._one)
        for widget in (self.name, self.title, self.mark, self.ended):
            one.addWidget(widget)
        one.addLayout(FlowRow(self.older, self.newer))
        one.addLayout(FlowRow(self.open, self.save, self.badge, self.proven, self.verify))
        one.addLayout(self._facts)
        one.addLayout(FlowRow(self.to_event, self.person, self.statement))
        one.addLayout(FlowRow(self.replace, self.revoke))
        several = _column(self._several)
        several.addWidget(self.count)
        several.addWidget(
            label(self.tr("Drag them out of the window, or export them below the list."), "muted")
        )
        several.addLayout(FlowRow(self.replace_all, self.revoke_all))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Details"))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * READABLE)

    def _show_facts(
        self, issued: Certificate, templates: Mapping[int, str], stamp: TimeStamp | None
    ) -> None:
        while item := self._facts.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        template = self.tr("{name}, version {version}").format(
            name=templates.get(issued.template, issued.template), version=issued.version
        )
        by = day_and_time(issued.issued_at, self._zone)
        si = QLocale.DataSizeFormat.DataSizeSIFormat
        size = QLocale().formattedDataSize(issued.size, 0, si)
        for row, (name, text) in enumerate(
            each
            for each in (
                (self.tr("Number"), issued.number),
                (self.tr("Code"), issued.code),
                (self.tr("Date"), days_words(issued.claims)),
                (self.tr("Credit"), "\n".join(map(str, issued.claims.credit))),
                (self.tr("Registration"), issued.reference),
                (self.tr("Issued"), by),
                (self.tr("By"), issued.issued_by),
                (self.tr("Template"), template),
                (self.tr("Signature"), signature_words(stamp, self._zone)),
                (self.tr("File"), size),
            )
            if each[1]
        ):
            shown = label(text, data=True)
            shown.setAccessibleName(f"{name}: {text}")
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            top = Qt.AlignmentFlag.AlignTop
            self._facts.addWidget(label(name, "muted"), row, 0, top)
            self._facts.addWidget(shown, row, 1, top)

    def _ask_for_older(self) -> None:
        if self.issued is not None:
            self.number_asked.emit(self.issued.replaces)

    def _ask_for_newer(self) -> None:
        if self.issued is not None:
            self.number_asked.emit(self.issued.replaced_by)

    def _open(self, panel: QWidget) -> None:
        for each in (self._nothing, self._one, self._several):
            each.setVisible(each is panel)


def _column(page: QWidget) -> QVBoxLayout:
    made = QVBoxLayout(page)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(GRID)
    return made


def _link(made: QPushButton, text: str, number: str) -> None:
    made.setVisible(bool(number))
    made.setText(text.format(number=number))
    made.setAccessibleName(made.text())
