"""Everything a person can do, as one list: menus, buttons, palette and shortcuts come from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeySequence
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from PySide6.QtWidgets import QWidget


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a person can do; text, section and keywords are in their language."""

    id: str
    text: str
    shortcut: str
    icon: str
    run: Callable[[], object]
    enabled_when: Callable[[], bool] = _always
    section: str = ""
    keywords: str = ""

    @property
    def plain_text(self) -> str:
        """Return the text without the mark of its mnemonic."""
        return self.text.replace("&&", "\0").replace("&", "").replace("\0", "&")

    @property
    def shown_shortcut(self) -> str:
        """Return the keys as this system writes them."""
        return QKeySequence(self.shortcut).toString(QKeySequence.SequenceFormat.NativeText)


class Actions(QObject):
    """The list itself, and one shared ``QAction`` for each entry."""

    def __init__(
        self, icon: Callable[[str], QIcon] | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._actions: dict[str, Action] = {}
        self._qactions: dict[str, QAction] = {}
        self._shortcuts: dict[str, str] = {}
        self._group = QActionGroup(self)
        self._group.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        self._group.triggered.connect(self._run_qaction)

    def add(self, *actions: Action) -> None:
        """Put actions on the list. Raises ``ValueError`` if an id or shortcut is taken."""
        for action in actions:
            self._check(action)
            self._actions[action.id] = action

    def __iter__(self) -> Iterator[Action]:
        return iter(self._actions.values())

    def __contains__(self, action_id: object) -> bool:
        return action_id in self._actions

    def by_id(self, action_id: str) -> Action:
        """Return the action; raises ``KeyError`` if there is none."""
        return self._actions[action_id]

    def sections(self) -> dict[str, list[Action]]:
        """Return the actions by section, both in the order they were added."""
        found: dict[str, list[Action]] = {}
        for action in self:
            found.setdefault(action.section, []).append(action)
        return found

    def qaction(self, action_id: str) -> QAction:
        """Return the one ``QAction`` of this id, for menus, tool bars and the window itself."""
        if action_id not in self._qactions:
            action = self._actions[action_id]
            made = QAction(action.text, self)
            made.setData(action_id)
            if action.shortcut:
                made.setShortcut(QKeySequence(action.shortcut))
            made.setEnabled(action.enabled_when())
            self._group.addAction(made)
            self._qactions[action_id] = made
        return self._qactions[action_id]

    def menu(self, title: str, ids: Iterable[str | None], parent: QWidget | None = None) -> QMenu:
        """Return a menu of these actions; nothing stands for a line between them."""
        made = QMenu(title, parent)
        for action_id in ids:
            if action_id is None:
                made.addSeparator()
            else:
                made.addAction(self.qaction(action_id))
        made.aboutToShow.connect(self.show_up)
        return made

    def show_up(self) -> None:
        """Be ready for a menu that opens: enabled as now, with icons, drawn for the first one."""
        self.refresh()
        for action_id, made in self._qactions.items():
            if made.icon().isNull():
                self._draw_icon(made, self._actions[action_id])

    def refresh(self) -> None:
        """Ask every action again whether it can be done now."""
        for action_id, made in self._qactions.items():
            made.setEnabled(self._actions[action_id].enabled_when())

    def redraw(self) -> None:
        """Draw the icons again, in the colours of now."""
        for action_id, made in self._qactions.items():
            self._draw_icon(made, self._actions[action_id])

    def run(self, action_id: str) -> bool:
        """Do it, if it can be done now; return whether it was."""
        action = self._actions[action_id]
        if not action.enabled_when():
            self.refresh()
            return False
        action.run()
        self.refresh()
        return True

    def _check(self, action: Action) -> None:
        if action.id in self._actions:
            msg = f"two actions are called {action.id}"
            raise ValueError(msg)
        if not action.shortcut:
            return
        keys = QKeySequence(action.shortcut).toString(QKeySequence.SequenceFormat.PortableText)
        if not keys:
            msg = f"{action.shortcut} is no shortcut ({action.id})"
            raise ValueError(msg)
        if keys in self._shortcuts:
            msg = f"{keys} belongs to {self._shortcuts[keys]}, not to {action.id}"
            raise ValueError(msg)
        self._shortcuts[keys] = action.id

    def _draw_icon(self, made: QAction, action: Action) -> None:
        if action.icon and self._icon is not None:
            made.setIcon(self._icon(action.icon))

    def _run_qaction(self, made: QAction) -> None:
        self.run(made.data())
