"""Draws a template with fonts that nobody opened yet, then drags an element in the editor."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from cpd_desktop.ui.certificates.editor import TemplateEditor
    from tests.desk import TestDesk

EDITS = 12
LONGEST = 10.0  # seconds


def main() -> int:
    """Tell once per round how long the first preview took, and one after an edit."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from cpd_desktop.store.folder import DataFolder
    from cpd_desktop.store.schema import bring_up
    from tests.clock import FixedClock
    from tests.desk import desk_on

    app = QApplication([])
    with tempfile.TemporaryDirectory(prefix="cpd-previews-") as made:
        folder = DataFolder(Path(made) / "data")
        folder.make()
        bring_up(folder, lambda: None)
        for number in range(int(sys.argv[1]) + 1):
            with desk_on(folder, FixedClock(), app) as desk:
                figures = _round(desk, app)
            if number:  # the first one loads libraries
                print(json.dumps(figures), flush=True)  # noqa: T201 - this is how
    return 0


def _round(desk: TestDesk, app: QApplication) -> dict[str, float]:
    from statistics import median

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.certificates.editing_places import moved
    from cpd_desktop.ui.certificates.editor import TemplateEditor

    templates = desk.services.templates
    template = templates.read(templates.called("attendance"))
    previews = desk.services.previews
    sample = previews.sample(template.language)
    began = time.perf_counter()
    previews.picture(template, 0, sample, 1.0)
    first = (time.perf_counter() - began) * 1000
    window = QWidget()
    window.resize(1280, 800)
    editor = TemplateEditor(desk, window, template)
    editor.resize(1280, 800)
    editor.show()
    _wait(editor, app, time.perf_counter())
    name = next(each.name for each in template.pages[0].elements if "name" in each.name.lower())
    editor.editing.choose((name,))
    edits = []
    for _ in range(EDITS):
        box = editor.editing.elements[0].box
        began = time.perf_counter()
        editor.editing.place({name: moved(box, 3, 2)}, "Move", "drag")
        edits.append(_wait(editor, app, began))
    editor.editing.note_kept(editor.editing.template)
    editor.close()
    while desk.jobs.live:
        app.processEvents()
    return {"first preview": first, "edit to preview": median(edits)}


def _wait(editor: TemplateEditor, app: QApplication, began: float) -> float:
    """Return the milliseconds until the page was drawn anew."""
    before = editor.view.canvas.picture
    while editor.view.canvas.picture is before and time.perf_counter() < began + LONGEST:
        app.processEvents()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    sys.exit(main())
