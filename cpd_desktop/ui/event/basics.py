"""What the event is: its title, texts, kind, place and picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.ui.event.entries import (
    ChoiceEntry,
    LineEntry,
    LinesEntry,
    TagsEntry,
    TextEntry,
    ZoneEntry,
)
from cpd_desktop.ui.event.markdown import MarkdownEntry
from cpd_desktop.ui.event.picture import PictureEntry
from cpd_desktop.ui.event.section import Section
from cpd_desktop.ui.event.words import format_choices, kind_choices

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cpd_desktop.ui.desk import Desk


class BasicsSection(Section):
    """The fields that say what the event is."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.add_entries(LineEntry("title", self.tr("&Title")))
        self.add_entries(
            TextEntry(
                "summary",
                self.tr("Su&mmary"),
                lines=2,
                note=self.tr("One or two sentences for lists and invitations."),
            )
        )
        self.add_entries(
            MarkdownEntry(
                "description",
                self.tr("&Description"),
                note=self.tr("In Markdown: **bold**, *italic*, # heading, - list."),
            )
        )
        self.add_entries(
            ChoiceEntry("kind", self.tr("&Kind"), kind_choices()),
            ChoiceEntry("format", self.tr("Fo&rmat"), format_choices()),
        )
        self.add_entries(
            LineEntry("place", self.tr("&Place"), note=self.tr("Where people meet in person."))
        )
        self.add_entries(
            ZoneEntry(
                "zone",
                self.tr("Time &zone"),
                note=self.tr("Another zone keeps the times of the clock: 14:00 stays 14:00."),
            )
        )
        note = self.tr("JPEG, PNG, GIF or WebP of at most 5 MB. It can be dropped here, too.")
        self.add_entries(PictureEntry("image", self.tr("Picture"), desk, note=note))
        self.add_entries(
            LinesEntry("objectives", self.tr("&Learning objectives"), note=self.tr("One per line."))
        )
        self.add_entries(TagsEntry("tags", self.tr("Tag&s"), note=self.tr("With commas between.")))
        self.column.addStretch(1)
