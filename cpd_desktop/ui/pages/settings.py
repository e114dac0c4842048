"""The settings: sections on the left, the fields of one on the right, kept as they are left."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cpd_desktop.domain.settings import (
    Appearance,
    Background,
    Backups,
    Billing,
    Calendar,
    Certificates,
    Mail,
    Planning,
    Provider,
    Records,
    Signatory,
    Updates,
    Zoom,
)
from cpd_desktop.ui.dates import clock_time
from cpd_desktop.ui.page import Page, header, page_layout
from cpd_desktop.ui.settings.backups_panel import BackupsPanel
from cpd_desktop.ui.settings.folder_panel import FolderPanel
from cpd_desktop.ui.settings.help_panel import HelpPanel
from cpd_desktop.ui.settings.keys_panel import KeysPanel
from cpd_desktop.ui.settings.mail_panel import MailPanel
from cpd_desktop.ui.settings.moving_panel import MovingPanel
from cpd_desktop.ui.settings.network_panel import NetworkPanel
from cpd_desktop.ui.settings.note import Note
from cpd_desktop.ui.settings.records_panel import RecordsPanel
from cpd_desktop.ui.settings.secrets_panel import SecretsPanel
from cpd_desktop.ui.settings.section_panel import SectionPanel
from cpd_desktop.ui.settings.signature_panel import SignaturePanel
from cpd_desktop.ui.settings.silent_panel import SilentPanel
from cpd_desktop.ui.settings.storage_panel import StoragePanel
from cpd_desktop.ui.settings.stripe_panel import StripePanel
from cpd_desktop.ui.settings.updates_panel import UpdatesPanel
from cpd_desktop.ui.settings.usual_preset_panel import UsualPresetPanel
from cpd_desktop.ui.settings.zoom_panel import ZoomPanel
from cpd_desktop.ui.texts.panel import TextsPanel
from cpd_desktop.ui.texts.words import language_words
from cpd_desktop.ui.widgets import GRID, card, label
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QHideEvent, QShowEvent

    from cpd_desktop.domain.changes import Changes
    from cpd_desktop.domain.settings import Section
    from cpd_desktop.services.messages.texts import MailTexts
    from cpd_desktop.services.settings import Settings
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.settings.fields import Offered
    from cpd_desktop.ui.theme import Choice

P = TypeVar("P", bound="QWidget")
KEPT_AS = "settings/section"


class SettingsPage(Page):
    """Every setting, and what is done once in a while: backups, secrets, a check of everything."""

    kinds: ClassVar[frozenset[str]] = frozenset({"setting"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._being_kept = 0
        self.panels: dict[type[Section], SectionPanel] = {}
        self.saved = Note()
        self.saved.setWordWrap(False)
        self.sections = QListWidget()
        self.sections.setAccessibleName(self.tr("Sections of the settings"))
        self.sections.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.stack = QStackedWidget()

        self._lay_out()
        self._add_sections()

        self.sections.currentRowChanged.connect(self.stack.setCurrentIndex)
        self.desk.theme.changed.connect(self._fit_list)
        for panel in self.panels.values():
            panel.edited.connect(self._keep)
        self.show_section(Provider.name)

    def show_section(self, name: str) -> None:
        """Show the section of this name; an unknown one changes nothing."""
        for row in range(self.sections.count()):
            if self.sections.item(row).data(Qt.ItemDataRole.UserRole) == name:
                self.sections.setCurrentRow(row)

    def open_part(self, part: str) -> None:
        """Show the section of this name."""
        self.show_section(part)

    def refresh(self) -> None:
        """Show what is kept now."""
        settings = self.desk.services.settings

        def look(_work: Work) -> list[Section]:
            return [settings.get(section) for section in self.panels]

        self.desk.operations.look_up(look, self._show)
        if self.zoom.isVisible():
            self.zoom.refresh()
            self.mail.refresh()

    def keep_state(self, kept: QSettings) -> None:
        """Keep what was entered and not left yet, and remember the section."""
        self._commit()
        kept.setValue(KEPT_AS, self.sections.currentItem().data(Qt.ItemDataRole.UserRole))

    def find_state(self, kept: QSettings) -> None:
        """Show the section that was seen last."""
        self.show_section(str(kept.value(KEPT_AS, "")))

    def showEvent(self, event: QShowEvent) -> None:
        """Give the list of sections the room it needs in the clothes of now."""
        super().showEvent(event)
        self._fit_list()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was entered: leaving the page leaves its fields."""
        self._commit()
        super().hideEvent(event)

    def _lay_out(self) -> None:
        layout = page_layout(self)
        subtitle = self.tr("Each change is kept as soon as you leave its field")
        layout.addLayout(header(self.tr("Settings"), subtitle, self.saved))
        listed = QVBoxLayout()
        listed.addWidget(self.sections, 1)
        listed.addStretch()
        across = QHBoxLayout()
        across.setSpacing(GRID * 2)
        across.addLayout(listed)
        across.addWidget(self.stack, 1)
        layout.addLayout(across, 1)

    def _add_sections(self) -> None:
        self._add_section(Provider)
        self.signature = self._put(SignaturePanel, self._add_section(Signatory))
        self._add_section(Certificates)
        self.keys = self._put(KeysPanel, self._add("keys", self.tr("Signing keys")))
        self._put(StoragePanel, self._add("online", self.tr("Online copies")))
        self._put(UsualPresetPanel, self._add_section(Planning))
        self._add_section(Calendar)
        self._add_section(Zoom)
        languages = partial(_languages, self.desk.services.mail_texts)
        mail = self._add_section(Mail, language=languages)
        self._put(TextsPanel, mail)
        self._put(SilentPanel, mail)
        for section in (Billing, Appearance, Background):
            self._add_section(section)
        sheet = self._add(Backups.name, in_words(Backups.label))
        self.backups = self._put(BackupsPanel, sheet)
        self._put_fields(Backups, sheet)
        sheet = self._add(Records.name, in_words(Records.label))
        self.records = self._put(RecordsPanel, sheet)
        self._put_fields(Records, sheet)
        self._put(UpdatesPanel, self._add_section(Updates))
        accounts = self._add("accounts", self.tr("Accounts"))
        self.zoom = self._put(ZoomPanel, accounts)
        self.mail = self._put(MailPanel, accounts)
        self.stripe = self._put(StripePanel, accounts)
        self._put(NetworkPanel, self._add("network", self.tr("Network")))
        self._put(SecretsPanel, self._add("secrets", self.tr("Secrets")))
        self._put(FolderPanel, self._add("folder", self.tr("Data folder")))
        self._put(MovingPanel, self._add("moving", self.tr("Moving")))
        self._put(HelpPanel, self._add("help", self.tr("Help")))

    def _add_section(self, section: type[Section], **offered: Offered) -> QVBoxLayout:
        sheet = self._add(section.name, in_words(section.label))
        self._put_fields(section, sheet, **offered)
        return sheet

    def _add(self, name: str, title: str) -> QVBoxLayout:
        """Add a section to the list, and return its sheet, on which nothing is put yet."""
        item = QListWidgetItem(title)
        item.setData(Qt.ItemDataRole.UserRole, name)
        self.sections.addItem(item)
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.stack.addWidget(scrolled)
        sheet = card()
        scrolled.setWidget(sheet)
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        inside.setSpacing(GRID * 2)
        inside.addWidget(label(title, "heading"))
        inside.addStretch(1)
        return inside

    def _put_fields(self, section: type[Section], sheet: QVBoxLayout, **offered: Offered) -> None:
        self.panels[section] = _below(sheet, SectionPanel(section, sheet.parentWidget(), **offered))

    def _put(self, panel: Callable[[Desk, QWidget], P], sheet: QVBoxLayout) -> P:
        return _below(sheet, panel(self.desk, sheet.parentWidget()))

    def _fit_list(self) -> None:
        # An item's size is asked for once, and the clothes that it depends on come later.
        self.sections.doItemsLayout()
        height = sum(self.sections.sizeHintForRow(row) for row in range(self.sections.count()))
        self.sections.setFixedWidth(self.sections.sizeHintForColumn(0) + GRID * 3)
        self.sections.setMaximumHeight(height + GRID)  # where there is less room, it scrolls

    def _commit(self) -> None:
        for panel in self.panels.values():
            panel.commit()

    def _keep(self, section: Section) -> None:
        if isinstance(section, Appearance):
            self.desk.theme.choice = cast("Choice", section.theme)
        self._being_kept += 1
        text = self.tr("Settings changed: {section}")
        self.desk.operations.carry_out(
            partial(_put, self.desk.services.settings, section),
            origin=self,
            text=text.format(section=in_words(section.label)),
            then=self._kept,
            otherwise=self._not_kept,
        )

    def _kept(self, _changes: Changes) -> None:
        self._being_kept -= 1
        now = clock_time(self.desk.services.clock.now(), self.desk.local_zone)
        self.saved.say(self.tr("Saved {time}").format(time=now), "good")

    def _not_kept(self, error: Exception) -> None:
        self._being_kept -= 1
        self.saved.say(self.tr("Not saved"), "bad")
        self.desk.operations.failed.emit(error)
        self.refresh()

    def _show(self, kept: list[Section]) -> None:
        if self._being_kept:
            return  # what is on its way is newer than what was found
        for section in kept:
            self.panels[type(section)].show_section(section)
            if isinstance(section, Appearance):
                self.desk.theme.choice = cast("Choice", section.theme)


def _below(sheet: QVBoxLayout, panel: P) -> P:
    sheet.insertWidget(sheet.count() - 1, panel)  # the last is the room that is left
    return panel


def _languages(texts: MailTexts) -> Iterator[tuple[str, str]]:
    for each in texts.languages():
        yield each, language_words(each)


def _put(settings: Settings, section: Section, _work: Work) -> Changes:
    return settings.put(section)
