"""Which values each kind of element has, in words, and how they are changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from cpd_desktop.domain.certificates.template import (
    Align,
    Code,
    CreditTable,
    Family,
    Fit,
    Form,
    Line,
    Rise,
    Role,
    Seal,
    Shape,
    Signature,
    Text,
)
from cpd_desktop.ui.certificates.property_fields import (
    ChoiceField,
    ColourField,
    NumberField,
    TickField,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cpd_desktop.domain.certificates.template import Colour, Element

    Field = NumberField | ChoiceField | TickField | ColourField


@dataclass(frozen=True, slots=True)
class Property:
    """A value that elements have; ``limits`` are what a number lies between, and its step."""

    name: str
    words: str
    limits: tuple[float, float, float] | None = None
    choices: tuple[tuple[Any, str], ...] = ()
    may_be_none: bool = False
    is_tick: bool = False

    def field(self, used: Callable[[], list[Colour]]) -> Field:
        """Return a control for it."""
        made: Field
        if self.limits:
            low, high, step = self.limits
            made = NumberField(low, high, step, 2)
        elif self.choices:
            made = ChoiceField(self.choices)
        elif self.is_tick:
            made = TickField(self.words)
        else:
            made = ColourField(used, may_be_none=self.may_be_none)
        made.setAccessibleName(self.words)
        return made


def shared_properties(elements: Sequence[Element]) -> list[Property]:
    """Return what all of these elements have."""
    lists = [_properties(type(each)) for each in elements]
    if not lists:
        return []
    shared = [each for each in lists[0] if all(each in other for other in lists[1:])]
    drawn = any(isinstance(each, Shape) and each.form is Form.PATH for each in elements)
    return [each for each in shared if not (drawn and each.name in {"form", "radius"})]


def role_words(role: Role) -> str:
    """Return a role in words."""
    translate = QCoreApplication.translate
    return {
        Role.HEADING: translate("Properties", "Heading"),
        Role.SUBHEADING: translate("Properties", "Smaller heading"),
        Role.TEXT: translate("Properties", "Text"),
        Role.FIGURE: translate("Properties", "Picture, described"),
        Role.TABLE: translate("Properties", "Table"),
        Role.DECORATION: translate("Properties", "Decoration"),
    }[role]


def _properties(kind: type[Element]) -> list[Property]:
    translate = QCoreApplication.translate
    colour = Property("colour", translate("Properties", "Colour"))
    thickness = Property("thickness", translate("Properties", "Thickness"), (0, 100, 0.5))
    family = Property(
        "family",
        translate("Properties", "Font"),
        choices=(
            (Family.SERIF, translate("Properties", "Serif")),
            (Family.SANS, translate("Properties", "Sans serif")),
        ),
    )
    size = Property("size", translate("Properties", "Size"), (4, 400, 1))
    smallest = Property("smallest", translate("Properties", "At least"), (4, 400, 1))
    found: dict[type[Element], list[Property]] = {
        Text: [family, size, smallest, *_of_lines(), colour, _optional()],
        Line: [colour, thickness],
        Shape: [
            _form(),
            Property("fill", translate("Properties", "Fill"), may_be_none=True),
            Property("edge", translate("Properties", "Edge"), may_be_none=True),
            thickness,
            Property("radius", translate("Properties", "Corners"), (0, 1000, 1)),
        ],
        Signature: [_optional()],
        Seal: [colour, Property("inner", translate("Properties", "Inside"))],
        Code: [colour],
        CreditTable: [
            family,
            size,
            smallest,
            colour,
            Property("rule", translate("Properties", "Lines")),
        ],
    }
    return found.get(kind, [])


def _optional() -> Property:
    words = QCoreApplication.translate("Properties", "Leave out if empty")
    return Property("optional", words, is_tick=True)


def _form() -> Property:
    translate = QCoreApplication.translate
    return Property(
        "form",
        translate("Properties", "Form"),
        choices=(
            (Form.RECTANGLE, translate("Properties", "Rectangle")),
            (Form.ELLIPSE, translate("Properties", "Ellipse")),
        ),
    )


def _of_lines() -> list[Property]:
    translate = QCoreApplication.translate
    return [
        Property(
            "align",
            translate("Properties", "Lines"),
            choices=(
                (Align.LEFT, translate("Properties", "Left")),
                (Align.CENTRE, translate("Properties", "Centred")),
                (Align.RIGHT, translate("Properties", "Right")),
            ),
        ),
        Property(
            "rise",
            translate("Properties", "In its box"),
            choices=(
                (Rise.TOP, translate("Properties", "At the top")),
                (Rise.MIDDLE, translate("Properties", "In the middle")),
                (Rise.BOTTOM, translate("Properties", "At the bottom")),
            ),
        ),
        Property(
            "fit",
            translate("Properties", "If too long"),
            choices=(
                (Fit.SHRINK, translate("Properties", "Smaller, then more lines")),
                (Fit.WRAP, translate("Properties", "More lines, then smaller")),
            ),
        ),
        Property("leading", translate("Properties", "Spacing"), (0.8, 3, 0.05)),
    ]
