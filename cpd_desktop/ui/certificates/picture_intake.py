"""Brings pictures and backgrounds from files into the template that is being edited."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from cpd_desktop.domain.certificates.editing import changed, tidied, with_asset
from cpd_desktop.domain.certificates.editing_new import new_picture
from cpd_desktop.domain.certificates.editing_pages import with_background
from cpd_desktop.domain.certificates.template import Box, Picture
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.ui.file_questions import ask_for_file
from cpd_desktop.ui.jobs import Lane
from cpd_desktop.ui.svg_drawing import drawn_svg

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.certificates.template import Asset, Page
    from cpd_desktop.services.certificates.previews import Previews
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.certificates.editing import Editing
    from cpd_desktop.ui.desk import Desk

FILES: Final = " (*.pdf *.png *.jpg *.jpeg *.svg)"
LARGEST: Final = Box(0, 0, 360, 360)  # points; a logo or seal is hardly ever larger


class PictureChooser(QObject):
    """Asks for a file, has it taken in off the window's thread, and puts it in its place."""

    refused = Signal(Exception)

    def __init__(self, desk: Desk, editing: Editing, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._editing, self._window = desk, editing, window

    def choose_background(self) -> None:
        """Ask for what lies behind the page."""
        self._ask(self.tr("Choose background"), self.take_background)

    def choose_picture(self) -> None:
        """Ask for a picture, which takes the place of a chosen one."""
        self._ask(self.tr("Choose a picture"), self.take_picture)

    def take_background(self, path: str) -> None:
        """Put the picture in this file behind the page."""
        page, previews = self._editing.page, self._desk.services.previews
        self._run(partial(_background, previews, Path(path), page), self._put_behind)

    def take_picture(self, path: str) -> None:
        """Put the picture in this file on the page."""
        previews = self._desk.services.previews
        self._run(partial(_logo, previews, Path(path)), self._put_on)

    def _ask(self, title: str, then: Callable[[str], None]) -> None:
        ask_for_file(self._window, title, self.tr("Pictures") + FILES, then)

    def _run(self, call: Callable[[Work], object], then: Callable[..., None]) -> None:
        self._desk.operations.carry_out(
            call,
            origin=self,
            then=partial(_if_there, self, then),
            otherwise=partial(_if_there, self, self._refuse),
            lane=Lane.PICTURES,
        )

    def _put_behind(self, asset: Asset) -> None:
        made = with_background(self._editing.template, self._editing.at, asset)
        self._editing.change(made, self.tr("Background"))

    def _put_on(self, taken: tuple[Asset, float]) -> None:
        asset, ratio = taken
        editing = self._editing
        made, name = with_asset(editing.template, asset)
        chosen = editing.elements
        if len(chosen) == 1 and isinstance(chosen[0], Picture):
            other = replace(chosen[0], asset=name)
            made = tidied(changed(made, editing.at, {other.name: other}))
            editing.change(made, self.tr("Replace picture"))
            return
        picture = new_picture(editing.page, asset.name, name, ratio)
        editing.add_with(made, [picture], self.tr("Insert picture"))

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, Invalid):
            self.refused.emit(error)
        else:
            self._desk.operations.failed.emit(error)


def _if_there(chooser: PictureChooser, then: Callable[..., None], found: object) -> None:
    """Go on, unless the editor was closed meanwhile."""
    if isValid(chooser):  # type: ignore[no-untyped-call] # it has no types
        then(found)


def _background(previews: Previews, path: Path, page: Page, _work: Work) -> Asset:
    return previews.background(path, page, drawn_svg)


def _logo(previews: Previews, path: Path, _work: Work) -> tuple[Asset, float]:
    return previews.logo(path, LARGEST, drawn_svg)
