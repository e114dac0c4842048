"""Undo and redo of an editor: what was before each change, and which changes are one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cpd_desktop.domain.certificates.template import Template

MOST: Final = 500


@dataclass(frozen=True, slots=True)
class Edition:
    """A template as it was at some time, and what was done to come there."""

    template: Template
    deed: str = ""


@dataclass(frozen=True, slots=True)
class EditHistory:
    """One row of editions; ``joins`` is what a change must be called to become one with the last.

    A drag is many changes and one step back.
    """

    now: Edition
    past: tuple[Edition, ...] = ()
    future: tuple[Edition, ...] = ()
    joins: str = ""

    def changed(self, template: Template, deed: str, joins: str = "") -> EditHistory:
        """Return the history after a change; one that changes nothing is none."""
        if template == self.now.template:
            return self
        if joins and joins == self.joins:
            return replace(self, now=Edition(template, self.now.deed), future=())
        past = (*self.past, self.now)[-MOST:]
        return EditHistory(Edition(template, deed), past, (), joins)

    def parted(self) -> EditHistory:
        """Return the history whose next change is a step of its own, whatever it is."""
        return replace(self, joins="")

    def undone(self) -> EditHistory:
        """Return the history one step back, if there is one."""
        if not self.past:
            return self
        return EditHistory(self.past[-1], self.past[:-1], (self.now, *self.future))

    def given_up(self) -> EditHistory:
        """Return the history as if the latest change had never been made."""
        return replace(self.undone(), future=())

    def redone(self) -> EditHistory:
        """Return the history one step forward again, if one was taken back."""
        if not self.future:
            return self
        return EditHistory(self.future[0], (*self.past, self.now), self.future[1:])
