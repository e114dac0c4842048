"""Every certificate that was issued, and what tells a genuine one from any other."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget

from cpd_desktop.ui.certificates.register_view import RegisterView
from cpd_desktop.ui.certificates.verify_view import VerifyView
from cpd_desktop.ui.page import Page, header, page_layout
from cpd_desktop.ui.widgets import GRID, button

if TYPE_CHECKING:
    from typing import ClassVar

    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.certificates.register import Certificate
    from cpd_desktop.ui.certificates.gallery import TemplateGallery
    from cpd_desktop.ui.desk import Desk

REGISTER, TEMPLATES, VERIFY = range(3)
OF_PERSON, OF_TEMPLATE, IN_FILE = "person ", "template ", "file "


class CertificatesPage(Page):
    """The register, the templates, and the place to verify what somebody shows."""

    kinds: ClassVar[frozenset[str]] = frozenset(
        {"certificate", "issuer", "certificate_template", "time_stamp"}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._views = QButtonGroup(self)
        self._inside = QStackedWidget()
        top = QHBoxLayout()
        top.setSpacing(GRID)
        texts = (self.tr("Register"), self.tr("Templates"), self.tr("Verify"))
        for number, text in enumerate(texts):
            made = button(text, "nav")
            made.setAccessibleName(text)
            made.setCheckable(True)
            self._views.addButton(made, number)
            top.addWidget(made)
        top.addStretch(1)
        self._views.button(REGISTER).setChecked(True)
        layout = page_layout(self)
        layout.setSpacing(GRID)
        layout.addLayout(header(self.tr("Certificates"), ""))
        layout.addLayout(top)
        layout.addWidget(self._inside, 1)
        self.register = RegisterView(desk, self._inside)
        self._inside.addWidget(self.register)

        self._views.idClicked.connect(self._show_view)
        self.register.verify_asked.connect(self._verify)

    @cached_property
    def templates(self) -> TemplateGallery:
        """Return the gallery of templates, made when it is first looked at."""
        from cpd_desktop.ui.certificates.gallery import TemplateGallery

        made = TemplateGallery(self.desk)
        self._inside.addWidget(made)
        return made

    @cached_property
    def verify(self) -> VerifyView:
        """Return the view that verifies, made when it is first looked at."""
        made = VerifyView(self.desk)
        self._inside.addWidget(made)
        return made

    def refresh(self) -> None:
        """Read what is shown again."""
        self._view(self._views.checkedId()).refresh()

    def open_item(self, item: int) -> None:
        """Show a certificate in the register."""
        self._show_view(REGISTER)
        self.register.show_certificate(item)

    def open_part(self, part: str) -> None:
        """Show where to verify, the register, the templates, one (“template 3”), or a person's.

        Whose they are, “person 5” says; a template in a file (“file /home/me/ours.cpdtemplate”) is
        taken in.
        """
        if part == "verify":
            self._show_view(VERIFY)
        elif part == "register":
            self._show_view(REGISTER)
        elif part == "templates":
            self._show_view(TEMPLATES)
        elif part.startswith(OF_TEMPLATE):
            self._show_view(TEMPLATES)
            self.templates.mark(int(part.removeprefix(OF_TEMPLATE)))
        elif part.startswith(IN_FILE):
            self._show_view(TEMPLATES)
            self.templates.take(part.removeprefix(IN_FILE))
        elif part.startswith(OF_PERSON):
            self._show_view(REGISTER)
            self.register.show_person(int(part.removeprefix(OF_PERSON)))

    def focus_search(self) -> None:
        """Go to the search field."""
        self._show_view(REGISTER)
        self.register.filters.search.setFocus()

    def keep_state(self, kept: QSettings) -> None:
        """Write down the columns that are shown, and their widths."""
        self.register.keep_state(kept)

    def find_state(self, kept: QSettings) -> None:
        """Find the columns that were shown, and their widths."""
        self.register.find_state(kept)

    def _show_view(self, number: int) -> None:
        shown = self._view(number)
        self._views.button(number).setChecked(True)
        self._inside.setCurrentWidget(shown)
        shown.refresh()

    def _view(self, number: int) -> RegisterView | TemplateGallery | VerifyView:
        if number == TEMPLATES:
            return self.templates
        return self.verify if number == VERIFY else self.register

    def _verify(self, issued: Certificate) -> None:
        self._show_view(VERIFY)
        self.verify.verify_issued(issued)
