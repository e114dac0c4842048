"""The answer about a certificate that somebody showed: the verdict, and what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from cpd_desktop.domain.certificates import page_words
from cpd_desktop.domain.certificates.issuer_card import shown_fingerprint
from cpd_desktop.domain.certificates.verdicts import Verdict
from cpd_desktop.ui.certificates.register_words import days_words
from cpd_desktop.ui.dates import day_of
from cpd_desktop.ui.widgets import GRID, button, label, restyle
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpd_desktop.domain.certificates.verdicts import Verification
    from cpd_desktop.domain.words import Sentence
    from cpd_desktop.ui.widgets import Tone

_SAID: dict[Verdict, tuple[str, Tone, Sentence, Sentence]] = {
    Verdict.VALID: ("✓", "good", page_words.VERDICT_VALID, page_words.MEANS_VALID),
    Verdict.REVOKED: ("✕", "bad", page_words.VERDICT_REVOKED, page_words.MEANS_REVOKED),
    Verdict.REPLACED: ("→", "warn", page_words.VERDICT_REPLACED, page_words.MEANS_REPLACED),
    Verdict.ALTERED: ("✕", "bad", page_words.VERDICT_ALTERED, page_words.MEANS_ALTERED),
    Verdict.UNKNOWN_ISSUER: (
        "?",
        "warn",
        page_words.VERDICT_UNKNOWN_ISSUER,
        page_words.MEANS_UNKNOWN_ISSUER,
    ),
    Verdict.NOT_A_CERTIFICATE: (
        "–",  # noqa: RUF001 - a dash
        "neutral",
        page_words.VERDICT_NOT_A_CERTIFICATE,
        page_words.MEANS_NOT_A_CERTIFICATE,
    ),
}


class VerifyAnswer(QWidget):
    """Says it large and in words; the colour only repeats it."""

    def __init__(self) -> None:
        super().__init__()
        self.verdict = label("", "title")
        self.means = label("")
        self.shown = label("", "caption", data=True)
        self.add_card = button(self.tr("Add issuer card…"), "primary")
        self.add_card.setAccessibleName(self.add_card.text())
        self._banner = QFrame()
        self._banner.setProperty("role", "banner")
        self.claims = QGridLayout()
        self.claims.setHorizontalSpacing(GRID * 2)
        self.claims.setVerticalSpacing(GRID // 2)
        self.claims.setColumnStretch(1, 1)
        self.checks = _Lines(in_words(page_words.CHECKED))
        self.unproven = _Lines(in_words(page_words.NOT_PROVEN))

        inside = QVBoxLayout(self._banner)
        inside.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        inside.setSpacing(GRID // 2)
        for each in (self.verdict, self.means, self.shown):
            inside.addWidget(each)
        inside.addWidget(self.add_card, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID * 2)
        layout.addWidget(self._banner)
        layout.addLayout(self.claims)
        layout.addWidget(self.checks)
        layout.addWidget(self.unproven)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_answer(self, said: Verification, name: str) -> None:
        """Show what was found out about what is called so."""
        sign, tone, verdict, means = _SAID[said.verdict]
        self.verdict.setText(f"{sign}  {in_words(verdict)}")
        self.verdict.setAccessibleName(in_words(verdict))
        self.means.setText(in_words(means))
        self.shown.setText(name)
        self.shown.setVisible(bool(name))
        self.add_card.setVisible(said.verdict is Verdict.UNKNOWN_ISSUER)
        restyle(self._banner, tone=tone)
        self._show_claims(said)
        self.checks.show_lines(
            ("✓" if each.ok else "✕", "good" if each.ok else "bad", in_words(each.says))
            for each in said.checks
        )
        self.unproven.show_lines(("?", "neutral", in_words(each)) for each in said.unproven)
        self.setAccessibleName(f"{in_words(verdict)}. {in_words(means)}")

    def _show_claims(self, said: Verification) -> None:
        while item := self.claims.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        claims = said.claims
        facts = [(page_words.ISSUER, said.issuer)]
        if claims is not None:
            facts = [
                (page_words.NAME, claims.name),
                (page_words.EVENT, claims.title),
                (page_words.DATE, days_words(claims)),
                (page_words.CREDIT, claims.credit_words),
                *facts,
                (page_words.NUMBER, claims.number),
                (page_words.ISSUED, day_of(claims.issued)),
                (page_words.REPLACED_BY, said.replaced_by),
            ]
        told = [(in_words(name), text) for name, text in facts if text]
        if said.fingerprint:
            key = QCoreApplication.translate("verify page", "Key")
            told.append((key, shown_fingerprint(said.fingerprint)))
        for row, (name, text) in enumerate(told):
            shown = label(text, "heading" if row == 0 and claims else "plain", data=True)
            shown.setAccessibleName(f"{name}: {text}")
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            top = Qt.AlignmentFlag.AlignTop
            self.claims.addWidget(label(name, "muted"), row, 0, top)
            self.claims.addWidget(shown, row, 1, top)


class _Lines(QWidget):
    """A heading and lines, each with a sign before it; nothing without lines."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GRID // 2)
        self._layout.addWidget(label(title, "heading"))
        self._rows = QWidget()
        self._layout.addWidget(self._rows)

    def show_lines(self, lines: Iterable[tuple[str, Tone, str]]) -> None:
        rows = QWidget()
        inside = QVBoxLayout(rows)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GRID // 2)
        self.texts = []
        for sign, tone, text in lines:
            mark, words = label(sign, "muted"), label(text, data=True)
            restyle(mark, tone=tone)
            mark.setFixedWidth(mark.fontMetrics().horizontalAdvance("✓") + GRID)
            words.setAccessibleName(f"{sign} {text}")
            row = QHBoxLayout()
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(words, 1)
            inside.addLayout(row)
            self.texts.append(f"{sign} {text}")
        self._layout.replaceWidget(self._rows, rows)
        rows.show()
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows
        self.setVisible(bool(self.texts))
