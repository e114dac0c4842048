"""Looks through an SVG from a stranger: nothing that runs, calls out, or grows without end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NOT_AN_SVG = Sentence("picture", "This file is not an SVG drawing that can be read.")
RUNS = Sentence("picture", "This SVG drawing holds a program or moves (“{part}”).")
CALLS_OUT = Sentence("picture", "This SVG drawing wants to load something from elsewhere: {part}")
TOO_MUCH = Sentence("picture", "This SVG drawing is too large or too deeply nested to be drawn.")

_MOST_BYTES: Final = 5_000_000
_MOST_PARTS: Final = 50_000
_DEEPEST: Final = 60
_RUNNING: Final = {
    "script", "foreignObject", "iframe", "animate", "animateMotion", "animateTransform",
    "set", "handler", "listener", "audio", "video", "embed", "object",
}  # fmt: skip
_OUTSIDE: Final = re.compile(
    r"""url\(\s*['"]?(?!\s*#)|@import|@font-face|javascript:""", re.IGNORECASE
)
_INSIDE: Final = re.compile(r"#|data:image/(png|jpeg);base64,")
_ORDERS: Final = re.compile(rb"<\?(?!xml\s)")


def require_harmless(data: bytes) -> None:
    """Raise ``Invalid`` saying what in the drawing is not let in."""
    from defusedxml import DefusedXmlException  # type: ignore[import-untyped] # it has no types
    from defusedxml.ElementTree import (  # type: ignore[import-untyped] # it has no types
        ParseError,
        fromstring,
    )

    if len(data) > _MOST_BYTES:
        raise _refused(TOO_MUCH)
    try:
        root = fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as problem:
        raise _refused(NOT_AN_SVG) from problem
    if _own_name(root.tag) != "svg":
        raise _refused(NOT_AN_SVG)
    if _ORDERS.search(data):
        raise _refused(CALLS_OUT.filled(part="<?…?>"))
    for element in root.iter():
        _look_at(element)
    _Weighed(root).require_bearable()


def _look_at(element: Element) -> None:
    tag = _own_name(element.tag)
    if tag in _RUNNING:
        raise _refused(RUNS.filled(part=tag))
    if tag == "style" and _OUTSIDE.search(element.text or ""):
        raise _refused(CALLS_OUT.filled(part=tag))
    for key, value in element.attrib.items():
        name = _own_name(key)
        if name.lower().startswith("on"):
            raise _refused(RUNS.filled(part=name))
        outside = name in {"href", "src"} and not _INSIDE.match(value.strip())
        if outside or _OUTSIDE.search(value):
            raise _refused(CALLS_OUT.filled(part=value[:60]))


class _Weighed:
    """Counts what a drawing becomes when all that it repeats is written out."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self.named = {each.get("id"): each for each in root.iter() if each.get("id")}
        self.known: dict[int, int] = {}

    def require_bearable(self) -> None:
        if self._weight(self.root, 0) > _MOST_PARTS:
            raise _refused(TOO_MUCH)

    def _weight(self, element: Element, depth: int) -> int:
        if depth > _DEEPEST:
            raise _refused(TOO_MUCH)
        key = id(element)
        if key not in self.known:
            parts = list(element)
            links = [value for name, value in element.attrib.items() if _own_name(name) == "href"]
            parts += [self.named[link[1:]] for link in links if link[1:] in self.named]
            self.known[key] = 1 + sum(self._weight(part, depth + 1) for part in parts)
        return self.known[key]


def _own_name(name: object) -> str:
    return str(name).rpartition("}")[2]


def _refused(says: Sentence) -> Invalid:
    return Invalid({"picture": says})
