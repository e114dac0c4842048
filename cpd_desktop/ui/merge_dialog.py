"""The dialog that makes two entries of one person one, both shown beside what they make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cpd_desktop.ui.widgets import GRID, button, label
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from cpd_desktop.domain.people import PersonDraft
    from cpd_desktop.services.merging import Preview


class MergeDialog(QDialog):
    """Shows both ways of merging; ``merge_asked`` carries who stays and who goes into them."""

    merge_asked = Signal(int, int)
    apart_asked = Signal(int, int)

    def __init__(self, parent: QWidget, first: Preview, second: Preview) -> None:
        """Take the preview in which the one stays, and that in which the other does."""
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Merge two entries"))
        self._previews = (first, second)
        self._choice = QButtonGroup(self)
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._says = label("", "plain")
        self._says.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self._buttons = QDialogButtonBox()
        merge = button(self.tr("Merge"), "primary")
        apart = button(self.tr("They are two people"))
        cancel = button(self.tr("Cancel"))
        for made, role in (
            (merge, QDialogButtonBox.ButtonRole.AcceptRole),
            (apart, QDialogButtonBox.ButtonRole.ActionRole),
            (cancel, QDialogButtonBox.ButtonRole.RejectRole),
        ):
            made.setAccessibleName(made.text())
            self._buttons.addButton(made, role)
        merge.setDefault(True)

        self._lay_out()

        self._choice.idClicked.connect(self._show)
        self._buttons.accepted.connect(self._merge)
        self._buttons.rejected.connect(self.reject)
        apart.clicked.connect(self._tell_apart)
        self._show(0)

    def _lay_out(self) -> None:
        choice = QHBoxLayout()
        choice.setSpacing(GRID * 2)
        choice.addWidget(QLabel(self.tr("Goes on under the name of")))
        for number, preview in enumerate(self._previews):
            each = QRadioButton(preview.keep.name.replace("&", "&&"))
            each.setAccessibleName(self.tr("Keep {name}").format(name=preview.keep.name))
            each.setChecked(number == 0)
            self._choice.addButton(each, number)
            choice.addWidget(each)
        choice.addStretch(1)
        self._grid.setContentsMargins(0, 0, GRID, 0)
        self._grid.setHorizontalSpacing(GRID * 2)
        self._grid.setVerticalSpacing(GRID)
        inside = QWidget()
        within = QVBoxLayout(inside)
        within.setContentsMargins(0, 0, 0, 0)
        within.setSpacing(GRID * 2)
        within.addWidget(self._says)
        within.addWidget(self._table)
        within.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setAccessibleName(self.tr("Both entries and what they make"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 2)
        layout.setSpacing(GRID * 2)
        layout.addLayout(choice)
        layout.addWidget(area, 1)
        layout.addWidget(self._buttons)
        wide = self.fontMetrics().averageCharWidth() * 110
        room = self.screen().availableSize()
        self.resize(min(wide, room.width()), min(wide * 5 // 8, room.height() * 9 // 10))

    def _show(self, number: int) -> None:
        preview = self._previews[number]
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        titles = ("", self.tr("Stays"), self.tr("Goes into it"), self.tr("Together"))
        for column, title in enumerate(titles):
            self._grid.addWidget(label(title, "heading"), 0, column)
            self._grid.setColumnStretch(column, int(column > 0))
        columns = [self._lines(each) for each in (preview.keep, preview.other, preview.merged)]
        row = 1
        for (name, mine), (_, theirs), (_, together) in zip(*columns, strict=True):
            if not together:
                continue
            self._grid.addWidget(label(name, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            for column, text in enumerate((mine, theirs, together), 1):
                shown = label(text or "—", "plain", data=True)
                shown.setAccessibleName(f"{titles[column]}, {name}: {text or '—'}")
                self._grid.addWidget(shown, row, column, Qt.AlignmentFlag.AlignTop)
            row += 1
        self._says.setText("\n\n".join(map(in_words, preview.sentences)))
        self._says.setVisible(bool(preview.sentences))

    def _lines(self, each: PersonDraft) -> list[tuple[str, str]]:
        return [
            (self.tr("Name"), each.name),
            (self.tr("Spellings"), "\n".join(each.spellings)),
            (self.tr("Addresses"), "\n".join(filter(None, (each.email, *each.addresses)))),
            (self.tr("Organisation"), each.organisation),
            (self.tr("Job title"), each.job_title),
            (self.tr("Phone"), each.phone),
            (self.tr("Licences"), "\n".join(" ".join(pair) for pair in each.licences)),
            (self.tr("Tags"), ", ".join(each.tags)),
            (self.tr("Mail"), self.tr("Do not write") if each.do_not_mail else ""),
            (self.tr("Notes"), each.notes),
        ]

    def _merge(self) -> None:
        chosen = self._previews[self._choice.checkedId()]
        self.merge_asked.emit(chosen.keep.id, chosen.other.id)
        self.accept()

    def _tell_apart(self) -> None:
        first = self._previews[0]
        self.apart_asked.emit(first.keep.id, first.other.id)
        self.accept()
