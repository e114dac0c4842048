"""Templates as one JSON file, read strictly because such files come from strangers."""

from __future__ import annotations

import base64
import binascii
import json
import re
from dataclasses import MISSING, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, get_type_hints

from cpd_desktop.domain.certificates import template as model
from cpd_desktop.domain.certificates.outlines import path_steps
from cpd_desktop.domain.certificates.template import (
    A4,
    FORMAT,
    KINDS,
    LETTER,
    Asset,
    Box,
    Colour,
    Element,
    Page,
    Picture,
    Role,
    Shape,
    Span,
    Template,
    Text,
)
from cpd_desktop.domain.errors import Invalid, NewerData
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable

NOT_A_TEMPLATE = Sentence("template", "This file is not a certificate template.")
TOO_LARGE = Sentence("template", "This template is larger than {limit} MB.")
NEWER = Sentence("template", "This template was made by a later version of CPD Desktop.")
NOT_KNOWN = Sentence("template", "{where}: a template has no “{field}”.")
LACKING = Sentence("template", "{where}: “{field}” is missing.")
WRONG_KIND = Sentence("template", "{where}: “{field}” has a value of the wrong kind.")
OUT_OF_RANGE = Sentence("template", "{where}: “{field}” must lie between {low} and {high}.")
NOT_OFFERED = Sentence("template", "{where}: “{field}” must be one of: {choices}.")
NOT_A_COLOUR = Sentence("template", "{where}: “{field}” must be a colour such as #1a3c6e.")
TOO_LONG = Sentence("template", "{where}: “{field}” is longer than {limit}.")
TWICE = Sentence("template", "{where}: another one has the same name.")
NO_SUCH_PICTURE = Sentence("template", "{where}: the picture “{name}” is not in the template.")
NOT_A_PATH = Sentence("template", "{where}: “path” may hold M, L, C and Z with numbers only.")
NO_MEDIA = Sentence("template", "{where}: only JPEG and PNG pictures can lie in a template.")

MEGABYTE: Final = 1_000_000
MOST_BYTES: Final = 40 * MEGABYTE
MOST_PAGES, MOST_ELEMENTS, MOST_ASSETS, MOST_SPANS = 20, 300, 40, 60
MEDIA: Final = ("image/jpeg", "image/png")
SCALES: Final = (0.25, 4)  # how much smaller or larger some words of a text may be
SIZES: Final = {"A4": A4, "Letter": LETTER}

_COLOUR: Final = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
_LANGUAGE: Final = re.compile(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*")
_EDGE: Final = 14_400  # the largest page a PDF can have, in points
_RANGES: Final = {
    "x": (-_EDGE, _EDGE), "y": (-_EDGE, _EDGE), "width": (0, _EDGE), "height": (0, _EDGE),
    "order": (0, 10_000), "size": (4, 400), "smallest": (4, 400), "leading": (0.8, 3),
    "thickness": (0, 100), "radius": (0, 1_000), "scale": SCALES,
}  # fmt: skip
_LENGTHS: Final = {"text": 5_000, "path": 20_000, "alt": 1_000, "name": 80}
_SHORT: Final = 200
_BLANKS: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_HINTS: Final = {kind: get_type_hints(kind, vars(model)) for kind in (*KINDS.values(), Span)}


def read_template(data: bytes) -> Template:
    """Return the template in a file; raises ``Invalid`` or ``NewerData`` naming what is wrong."""
    if len(data) > MOST_BYTES:
        raise _wrong(TOO_LARGE.filled(limit=MOST_BYTES // MEGABYTE))
    try:
        found = json.loads(data.decode("utf-8"), object_pairs_hook=_object)
    except (ValueError, RecursionError) as problem:
        raise _wrong(NOT_A_TEMPLATE) from problem
    if not isinstance(found, dict) or found.get("what") != "certificate template":
        raise _wrong(NOT_A_TEMPLATE)
    entry = _Entry(found, "template")
    entry.taken.add("what")
    if entry.number("format", 1, 1_000) > FORMAT:
        raise NewerData(NEWER)
    assets = tuple(_asset(each) for each in entry.entries("assets", MOST_ASSETS))
    pages = tuple(_page(each) for each in entry.entries("pages", MOST_PAGES, least=1))
    read = Template(
        name=entry.words("name", _SHORT),
        pages=pages,
        language=entry.language("language"),
        title=entry.words("title", _SHORT),
        assets=assets,
    )
    entry.require_nothing_else()
    _require_whole(read)
    return read


def template_bytes(template: Template) -> bytes:
    """Return the template as a file; the same template gives the same bytes."""
    written = {
        "what": "certificate template",
        "format": FORMAT,
        "name": template.name,
        "language": template.language,
        "title": template.title,
        "pages": [_page_entry(page) for page in template.pages],
        "assets": [
            {"name": each.name, "media": each.media, "data": base64.b64encode(each.data).decode()}
            for each in template.assets
        ],
    }
    return (json.dumps(written, ensure_ascii=False, indent=1) + "\n").encode()


def _page_entry(page: Page) -> dict[str, Any]:
    kinds = {kind: name for name, kind in KINDS.items()}
    elements = [{"kind": kinds[type(each)], **_plain(each)} for each in page.elements]
    return {
        "width": page.width,
        "height": page.height,
        "colour": str(page.colour),
        "background": page.background,
        "elements": elements,
    }


def _plain(value: Any) -> Any:
    """Return a value of the model as JSON knows it, without what is usual anyway."""
    if isinstance(value, Colour | StrEnum):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Box):
        return [value.x, value.y, value.width, value.height]
    if not hasattr(value, "__dataclass_fields__"):
        return value
    kept = ((each, getattr(value, each.name)) for each in fields(value))
    return {each.name: _plain(found) for each, found in kept if found != each.default}


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _wrong(NOT_A_TEMPLATE)
    return found


def _wrong(says: Sentence) -> Invalid:
    return Invalid({"template": says})


class _Entry:
    """One object of the file; knows where it is and what of it was not yet read."""

    def __init__(self, found: Any, where: str) -> None:
        if not isinstance(found, dict):
            raise _wrong(WRONG_KIND.filled(where=where, field=where))
        self.found, self.where, self.taken = found, where, set[str]()

    def take(self, key: str) -> Any:
        self.taken.add(key)
        if key not in self.found:
            raise self.wrong(LACKING, key)
        return self.found[key]

    def wrong(self, says: Sentence, key: str, **values: Any) -> Invalid:
        return _wrong(says.filled(where=self.where, field=key[:_SHORT], **values))

    def words(self, key: str, longest: int) -> str:
        found = self.take(key)
        if not isinstance(found, str) or _BLANKS.search(found):
            raise self.wrong(WRONG_KIND, key)
        if len(found) > longest:
            raise self.wrong(TOO_LONG, key, limit=longest)
        return found

    def number(self, key: str, low: float, high: float, *, value: Any = None) -> float:
        found = self.take(key) if value is None else value
        if isinstance(found, bool) or not isinstance(found, int | float):
            raise self.wrong(WRONG_KIND, key)
        if not low <= found <= high:
            raise self.wrong(OUT_OF_RANGE, key, low=low, high=high)
        return found

    def colour(self, key: str) -> Colour:
        found = self.take(key)
        if not isinstance(found, str) or not _COLOUR.fullmatch(found):
            raise self.wrong(NOT_A_COLOUR, key)
        return Colour(*bytes.fromhex(found[1:]))

    def language(self, key: str) -> str:
        found = self.words(key, _SHORT)
        if not _LANGUAGE.fullmatch(found):
            raise self.wrong(WRONG_KIND, key)
        return found

    def entries(self, key: str, most: int, least: int = 0) -> list[_Entry]:
        found = self.take(key)
        if not isinstance(found, list):
            raise self.wrong(WRONG_KIND, key)
        if not least <= len(found) <= most:
            raise self.wrong(OUT_OF_RANGE, key, low=least, high=most)
        return [_Entry(each, f"{key} {at}") for at, each in enumerate(found, 1)]

    def value(self, key: str, kind: Any) -> Any:
        """Return what the model wants for this key."""
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            return self._choice(key, kind)
        if kind in {int, float}:
            return self._measure(key, kind)
        readers: dict[Any, Callable[[str], Any]] = {
            Colour: self.colour,
            Colour | None: self.colour,
            Box: self._box,
            bool: self.truth,
            tuple[Span, ...]: self._spans,
            tuple[str, str, str]: self._headings,
        }
        if kind in readers:
            return readers[kind](key)
        return self.words(key, _LENGTHS.get(key, _SHORT))

    def truth(self, key: str) -> bool:
        found = self.take(key)
        if not isinstance(found, bool):
            raise self.wrong(WRONG_KIND, key)
        return found

    def built(self, kind: type[Any]) -> Any:
        """Return a value of this class; what the file leaves out is as usual."""
        hints = _HINTS[kind]
        given: dict[str, Any] = {}
        for each in fields(kind):
            if each.name in self.found or each.default is MISSING:
                given[each.name] = self.value(each.name, hints[each.name])
        self.require_nothing_else()
        return kind(**given)

    def require_nothing_else(self) -> None:
        for key in self.found:
            if key not in self.taken:
                raise self.wrong(NOT_KNOWN, key)

    def _choice(self, key: str, kind: type[StrEnum]) -> StrEnum:
        if self.take(key) not in list(kind):
            raise self.wrong(NOT_OFFERED, key, choices=", ".join(kind))
        return kind(self.found[key])

    def _measure(self, key: str, kind: type[int | float]) -> float:
        found = self.number(key, *_RANGES[key])
        if kind is int and not isinstance(found, int):
            raise self.wrong(WRONG_KIND, key)
        return found

    def _spans(self, key: str) -> tuple[Span, ...]:
        return tuple(each.built(Span) for each in self.entries(key, MOST_SPANS, least=1))

    def _box(self, key: str) -> Box:
        found = self.take(key)
        if not isinstance(found, list) or len(found) != len(fields(Box)):
            raise self.wrong(WRONG_KIND, key)
        return Box(*(
            self.number(each.name, *_RANGES[each.name], value=value if value is not None else "")
            for each, value in zip(fields(Box), found, strict=True)
        ))  # fmt: skip

    def _headings(self, key: str) -> tuple[str, ...]:
        found = self.take(key)
        if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
            raise self.wrong(WRONG_KIND, key)
        if len(found) != 3 or max(map(len, found)) > _SHORT:  # noqa: PLR2004 - its columns
            raise self.wrong(WRONG_KIND, key)
        return tuple(found)


def _page(entry: _Entry) -> Page:
    if "paper" in entry.found:
        paper = entry.words("paper", _SHORT)
        if paper not in SIZES:
            raise entry.wrong(NOT_OFFERED, "paper", choices=", ".join(SIZES))
        width, height = SIZES[paper]
        if entry.truth("lying"):
            width, height = height, width
    else:
        width, height = (entry.number(key, 72, _EDGE) for key in ("width", "height"))
    page = Page(
        width=width,
        height=height,
        elements=tuple(
            _element(each, entry.where) for each in entry.entries("elements", MOST_ELEMENTS)
        ),
        colour=entry.colour("colour"),
        background=entry.words("background", _SHORT),
    )
    entry.require_nothing_else()
    return page


def _element(entry: _Entry, page: str) -> Element:
    name = entry.found.get("name")
    if isinstance(name, str):
        entry.where = f"{page}, “{name[:40]}”"
    kind = entry.take("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        raise entry.wrong(NOT_OFFERED, "kind", choices=", ".join(KINDS))
    built: Element = entry.built(KINDS[kind])
    if isinstance(built, Shape) and path_steps(built.path) is None:
        raise _wrong(NOT_A_PATH.filled(where=entry.where))
    if isinstance(built, Text) and built.smallest > built.size:
        raise entry.wrong(OUT_OF_RANGE, "smallest", low=4, high=built.size)
    if built.role not in _roles(built):
        choices = ", ".join(_roles(built))
        raise entry.wrong(NOT_OFFERED, "role", choices=choices)
    if built.role is Role.FIGURE and not built.alt.strip():
        raise entry.wrong(LACKING, "alt")
    return built


def _roles(element: Element) -> tuple[Role, ...]:
    if isinstance(element, Text):
        return (Role.HEADING, Role.SUBHEADING, Role.TEXT, Role.DECORATION)
    if isinstance(element, model.CreditTable):
        return (Role.TABLE,)
    return (Role.FIGURE, Role.DECORATION)


def _asset(entry: _Entry) -> Asset:
    name, media, coded = entry.words("name", 80), entry.take("media"), entry.take("data")
    if media not in MEDIA:
        raise _wrong(NO_MEDIA.filled(where=entry.where))
    try:
        data = base64.b64decode(coded, validate=True)
    except (TypeError, ValueError, binascii.Error) as problem:
        raise entry.wrong(WRONG_KIND, "data") from problem
    entry.require_nothing_else()
    return Asset(name, media, data)


def _require_whole(template: Template) -> None:
    pictures = [each.name for each in template.assets]
    for at, page in enumerate(template.pages, 1):
        names = [each.name for each in page.elements]
        for name in names:
            if names.count(name) > 1:
                raise _wrong(TWICE.filled(where=f"pages {at}, “{name}”"))
        wanted = [(each.name, each.asset) for each in page.elements if isinstance(each, Picture)]
        wanted += [("background", page.background)] if page.background else []
        for name, asset in wanted:
            if asset not in pictures:
                says = NO_SUCH_PICTURE.filled(where=f"pages {at}, “{name}”", name=asset)
                raise _wrong(says)
