"""The presets that the person saved, beside those that come with the application."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from cpd_desktop.domain.attendance.credit_rules import CreditRule, rule_of
from cpd_desktop.domain.errors import Conflict, Invalid, NotFound
from cpd_desktop.domain.people import tidy
from cpd_desktop.domain.presets import PRESETS, Preset
from cpd_desktop.domain.settings import OwnPresets, UsualRule
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.domain.changes import Done
    from cpd_desktop.services.settings import Settings
    from cpd_desktop.store.database import Database, Transaction

NAME_LIMIT = 60

NO_NAME = Sentence("preset", "Give the preset a name.")
LONG_NAME = Sentence("preset", "The name is longer than {limit} characters.")
NAME_TAKEN = Sentence("preset", "There is a preset called “{name}” already.")
NO_PRESET = Sentence("preset", "There is no preset “{preset}” of your own.")


@dataclass(frozen=True, slots=True)
class Presets:
    """What can be done with presets of one's own; no event follows when one changes."""

    db: Database
    settings: Settings

    def own(self) -> list[Preset]:
        """Return the person's presets by name; what cannot be read is left out."""
        return _read(self.settings.get(OwnPresets).own)

    def usual(self) -> Preset | None:
        """Return what the rule of a new event begins from, if one was chosen and is there."""
        key = self.settings.get(UsualRule).preset
        return next((each for each in (*PRESETS.values(), *self.own()) if each.key == key), None)

    def keep(self, name: str, credit_type: str, rule: CreditRule) -> Done[list[Preset]]:
        """Save a rule under a name; an own preset of that name is replaced.

        Raises ``Invalid`` without a name or for a rule that cannot be, ``Conflict`` if a preset
        that comes with the application is called so.
        """
        rule.require_valid()
        with self.db.writing("preset.keep") as tx:
            own = self._own(tx)
            made = Preset(_free(name), tidy(name), tidy(credit_type), rule)
            self._put(tx, [*(each for each in own if each.key != made.key), made])
        return tx.done(self.own())

    def rename(self, key: str, name: str) -> Done[list[Preset]]:
        """Call an own preset otherwise; raises as ``keep`` does, and ``NotFound``."""
        with self.db.writing("preset.rename") as tx:
            own, wanted = self._own(tx), _free(name)
            if wanted != key and any(each.key == wanted for each in own):
                raise Conflict(NAME_TAKEN.filled(name=tidy(name)))
            found = _called(own, key)
            renamed = replace(found, key=wanted, name=tidy(name))
            self._put(tx, [renamed if each is found else each for each in own])
        return tx.done(self.own())

    def remove(self, key: str) -> Done[list[Preset]]:
        """Forget an own preset; the events that began from it stay. Raises ``NotFound``."""
        with self.db.writing("preset.remove") as tx:
            own = self._own(tx)
            gone = _called(own, key)
            self._put(tx, [each for each in own if each is not gone])
        return tx.done(self.own())

    def _own(self, tx: Transaction) -> list[Preset]:
        return _read(self.settings.read(tx, OwnPresets)[0].own)

    def _put(self, tx: Transaction, own: Sequence[Preset]) -> None:
        kept = [
            {"name": each.name, "credit_type": each.credit_type, "rule": each.rule.kept()}
            for each in own
        ]
        self.settings.write(tx, OwnPresets(json.dumps(kept, ensure_ascii=False)))


def _read(text: str) -> list[Preset]:
    try:
        kept = list(json.loads(text))
    except (ValueError, TypeError):
        return []
    found = filter(None, map(_preset, kept))
    return sorted(found, key=lambda each: each.key)


def _preset(kept: dict[str, Any]) -> Preset | None:
    try:
        name, rule = str(kept["name"]), rule_of(kept["rule"])
        return Preset(name.casefold(), name, str(kept["credit_type"]), rule)
    except (ValueError, TypeError, KeyError, AttributeError, ArithmeticError, Invalid):
        return None


def _free(name: str) -> str:
    """Return the key of a name that no preset of the application has."""
    name = tidy(name)
    if not name:
        raise Invalid({"name": NO_NAME})
    if len(name) > NAME_LIMIT:
        raise Invalid({"name": LONG_NAME.filled(limit=NAME_LIMIT)})
    key = name.casefold()
    if key in PRESETS or any(each.name.casefold() == key for each in PRESETS.values()):
        raise Conflict(NAME_TAKEN.filled(name=name))
    return key


def _called(own: Sequence[Preset], key: str) -> Preset:
    for each in own:
        if each.key == key:
            return each
    raise NotFound(NO_PRESET.filled(preset=key))
