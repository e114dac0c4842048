"""What a setting may be, and how a group of them is kept and read again."""

from __future__ import annotations

import json
import re
from dataclasses import Field, dataclass, field, fields
from typing import Any, ClassVar, TypeVar

from cpd_desktop.domain.certificates.numbers import read_pattern
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zones import zone_called

BAD_VALUE = Sentence("settings", "“{label}” had the value {value}, which cannot be; it was reset.")
UNREADABLE = Sentence("settings", "The settings “{label}” could not be read; they were reset.")
NOT_BETWEEN = Sentence("settings", "It must be between {lowest} and {highest}.")
NOT_ONE_OF = Sentence("settings", "It must be one of: {choices}.")
TOO_LONG = Sentence("settings", "It is longer than {limit} characters.")
NOT_A_ZONE = Sentence("settings", "There is no time zone called “{value}”.")
NOT_PLAIN = Sentence("settings", "It must consist of letters A to Z and digits.")
NOT_A_PATTERN = Sentence(
    "settings", "It must end with {number}, or with {number:06} for so many digits at least."
)
NOT_SECURE = Sentence("settings", "It must be an address that begins with https://, without a #.")
WRONG_KIND = Sentence("settings", "It is not of the right kind.")

_SECURE = re.compile(r"https://[^\s#]+")
_SERVICE = re.compile(
    r"(https://[^\s#@]+|http://(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?(/[^\s#@]*)?)"
)

S = TypeVar("S", bound="Section")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a setting's value may be, and how it is presented."""

    label: Sentence
    help: Sentence | None = None
    lowest: int = 0
    highest: int = 0
    choices: tuple[tuple[str, Sentence], ...] = ()
    zone: bool = False
    longest: int = 500
    lines: int = 1
    percent: bool = False  # a rate, in hundredths of a per cent
    hidden: bool = False
    folder: bool = False
    plain: bool = False  # letters and digits, and not empty
    numbers: bool = False  # a pattern that numbers certificates
    secure: bool = False  # an address beginning with https, or nothing
    service: bool = False  # the same, or one on this computer

    def problem(self, value: object, like: object) -> Sentence | None:
        """Return why the value cannot be, if so; ``like`` is the default, which has its kind."""
        if type(value) is not type(like):
            return WRONG_KIND
        if isinstance(value, bool):
            return None
        if isinstance(value, int) and not self.lowest <= value <= self.highest:
            return NOT_BETWEEN.filled(lowest=self.lowest, highest=self.highest)
        if isinstance(value, str):
            return self._text_problem(value)
        return None

    def _text_problem(self, value: str) -> Sentence | None:
        known = [choice for choice, _ in self.choices]
        if known and value not in known:
            return NOT_ONE_OF.filled(choices=", ".join(known))
        if len(value) > self.longest:
            return TOO_LONG.filled(limit=self.longest)
        if self.plain and not (value.isascii() and value.isalnum()):
            return NOT_PLAIN
        return self._form_problem(value)

    def _form_problem(self, value: str) -> Sentence | None:
        if self.numbers and read_pattern(value) is None:
            return NOT_A_PATTERN
        if self.secure and value and not _SECURE.fullmatch(value):
            return NOT_SECURE
        if self.service and value and not _SERVICE.fullmatch(value):
            return NOT_SECURE
        if self.zone and value:
            try:
                zone_called(value)
            except Invalid:
                return NOT_A_ZONE.filled(value=value)
        return None


def setting(default: Any, label: Sentence, **limits: Any) -> Any:
    """Declare a setting of a section: its default, its label and its limits."""
    return field(default=default, metadata={"limits": Limits(label, **limits)})


@dataclass(frozen=True, slots=True)
class Section:
    """A group of settings that are shown and kept together."""

    name: ClassVar[str] = ""
    version: ClassVar[int] = 1
    label: ClassVar[Sentence] = Sentence("settings", "")

    def problems(self) -> dict[str, Sentence]:
        """Return field → what is wrong with it."""
        found = {}
        for each in fields(self):
            if problem := limits_of(each).problem(getattr(self, each.name), each.default):
                found[each.name] = problem
        return found

    def content(self) -> str:
        """Return the section as it is kept."""
        values = {each.name: getattr(self, each.name) for each in fields(self)}
        return json.dumps(values, ensure_ascii=False)


def limits_of(each: Field[Any]) -> Limits:
    """Return a setting's limits and words."""
    limits: Limits = each.metadata["limits"]
    return limits


def read(section: type[S], version: int, content: str) -> tuple[S, list[Sentence]]:
    """Return the section as kept; each value that cannot be is its default, with a notice."""
    try:
        kept = json.loads(content)
        values = dict(kept)
    except (ValueError, TypeError):
        return section(), [UNREADABLE.filled(label=section.label)]
    if version > section.version:
        return section(), [UNREADABLE.filled(label=section.label)]
    good, notices = {}, []
    for each in fields(section):
        value = values.get(each.name, each.default)
        limits = limits_of(each)
        if limits.problem(value, each.default):
            notices.append(BAD_VALUE.filled(label=limits.label, value=repr(value)[:40]))
        else:
            good[each.name] = value
    return section(**good), notices
