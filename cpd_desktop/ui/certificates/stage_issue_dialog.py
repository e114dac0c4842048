"""Shows who would get which certificate, with the count first, before anything is issued."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Signal
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QLineEdit, QListView

from cpd_desktop.domain.words import Sentence
from cpd_desktop.ui.form import READABLE, FormDialog
from cpd_desktop.ui.widgets import GRID, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cpd_desktop.services.certificates.planning import Plan

MOST_WITHOUT_TYPING = 200
OTHER_COUNT = Sentence("certificates", "Type {count}, the number of certificates.")


class StageIssueDialog(FormDialog):
    """Lists names, template and numbers; ``confirmed`` is sent once somebody agreed."""

    confirmed = Signal()

    def __init__(
        self,
        parent: QWidget,
        plan: Plan,
        numbers: tuple[str, str],
        *,
        makes_keys: bool,
        mails: bool = False,
    ) -> None:
        super().__init__(parent)
        self.mail = QCheckBox(self.tr("&Email each one: you see the mails before they go"))
        self.mail.setAccessibleName(self.tr("Email each one"))
        self.mail.setChecked(mails)
        self._count = count = len(plan.to_issue)
        title = self.tr("Issue %n certificate(s)", "", count)
        self.setWindowTitle(title)
        self.accept_button.setText(title)
        self.accept_button.setAccessibleName(title)
        self.typed = QLineEdit()
        self.names = QListView()
        self._add_words(plan, numbers, makes_keys=makes_keys)
        self._add_names(plan)
        if mails:
            self.rows.addWidget(self.mail, self.rows.rowCount(), 0, 1, 2)
        else:
            self.mail.setParent(self)
            self.mail.hide()
        if count > MOST_WITHOUT_TYPING:
            asked = self.tr("&Type {count} to confirm").format(count=count)
            self.add_field("typed", asked, self.typed)
            self.typed.setFocus()
        else:
            self.typed.setParent(self)
            self.typed.hide()
            self.accept_button.setFocus()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * READABLE)

    def offer(self) -> None:
        """Agree, if so many were meant."""
        typed = "".join(each for each in self.typed.text() if each.isdigit())
        wrong = self._count > MOST_WITHOUT_TYPING and typed != str(self._count)
        problems = {"typed": OTHER_COUNT.filled(count=self._count)} if wrong else {}
        if not self.show_problems(problems):
            self.confirmed.emit()
            self.accept()

    def _add_words(self, plan: Plan, numbers: tuple[str, str], *, makes_keys: bool) -> None:
        first, last = numbers
        told = self.tr("“{template}” for %n person(s)", "", self._count)
        parts = [
            self.tr("Numbers {first} to {last}.").format(first=first, last=last)
            if self._count > 1
            else self.tr("Number {first}.").format(first=first)
        ]
        if plan.held_back:
            parts.append(
                self.tr("Something is missing for %n eligible person(s).", "",
                        len(plan.held_back))
            )  # fmt: skip
        parts.append(self.tr("What is issued stays as it is; it can be revoked or replaced."))
        heading = label(told.format(template=plan.template.name), "heading", data=True)
        texts = [heading, label(" ".join(parts), "muted", data=True)]
        if makes_keys:
            texts.append(
                label(
                    self.tr(
                        "These are your first certificates: signing keys are made now, and kept in"
                        " your keychain. You are asked for an encrypted backup of them right after."
                    )
                )
            )
        for row, each in enumerate(texts):
            each.setContentsMargins(0, 0, 0, GRID)
            self.rows.addWidget(each, row, 0, 1, 2)

    def _add_names(self, plan: Plan) -> None:
        names = [each.name or each.reference for each in plan.to_issue]
        self.names.setModel(QStringListModel(sorted(names, key=str.casefold), self.names))
        self.names.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        lines = min(max(len(names), 3), 8)
        self.names.setFixedHeight(lines * (self.fontMetrics().height() + 2 * GRID))
        self.names.setAccessibleName(self.tr("Who gets one"))
        self.rows.addWidget(self.names, self.rows.rowCount(), 0, 1, 2)
