"""The page on which a binder is read: one file, without scripts, that asks nobody for anything."""

from __future__ import annotations

import base64
import hashlib
import re
from html import escape
from typing import TYPE_CHECKING, Final

from cpd_desktop.adapters.binder.style import STYLE
from cpd_desktop.domain.binder import MANIFEST, Link

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from cpd_desktop.domain.binder import Binder, Cell, Part, Section, Table
    from cpd_desktop.domain.words import Sentence

SHOWN_AT_MOST = 2000
SHORT = 16  # as a date with its time: never broken into two lines

_STYLE_HASH: Final = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
_POLICY: Final = (
    f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; base-uri 'none'; form-action 'none'"
)
_HASH: Final = re.compile(r"[0-9a-f]{64}")


def page(binder: Binder, lost: Collection[str], faults: Sequence[Sentence]) -> Iterator[bytes]:
    """Yield the page in pieces; ``lost`` are paths of originals that are not inside."""
    yield _bytes(_head(binder))
    for fault in faults:
        yield _bytes(f'<p class="bad">{_text(str(fault))}</p>')
    for section in binder.sections:
        for piece in _section(section, lost):
            yield _bytes(piece)
    yield b"</main></body></html>\n"


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _text(text: str) -> str:
    return escape(text.replace("\0", "\ufffd"))


def _head(binder: Binder) -> str:
    title = _text(binder.title)
    below = "".join(f"<p>{_text(line)}</p>" for line in binder.subtitle)
    entries = "".join(
        f'<li><a href="#{each.key}">{_text(each.title)}</a></li>' for each in binder.sections
    )
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="referrer" content="no-referrer">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>Audit binder: {title}</title><style>{STYLE}</style></head><body>"
        '<a class="skip" href="#content">To the content</a>'
        f'<header><p class="kind">Audit binder</p><h1>{title}</h1>{below}'
        f"<p>{_text(binder.state)}</p></header>"
        f'<nav aria-label="Sections"><ul>{entries}'
        f'<li><a href="{MANIFEST}">{MANIFEST}</a></li></ul></nav><main id="content">\n'
    )


def _section(section: Section, lost: Collection[str]) -> Iterator[str]:
    yield (
        f'<section id="{section.key}" aria-labelledby="{section.key}-title">'
        f'<h2 id="{section.key}-title">{_text(section.title)}</h2>'
    )
    yield "".join(f"<p>{_text(line)}</p>" for line in section.lines)
    yield _facts(section.facts)
    for table in section.tables:
        yield from _table(table, lost)
    for part in section.parts:
        yield from _part(part, lost)
    yield "</section>\n"


def _part(part: Part, lost: Collection[str]) -> Iterator[str]:
    tone = " good" if part.good else ""
    stamp = f'<span class="stamp{tone}">{_text(part.stamp)}</span>' if part.stamp else ""
    yield (
        f'<article id="{part.anchor}"><div class="title"><h3>{_text(part.title)}</h3>{stamp}</div>'
    )
    if part.lines:
        lines = "".join(f"<li>{_text(line)}</li>" for line in part.lines)
        yield f'<ul class="says">{lines}</ul>'
    yield _facts(part.facts)
    for table in part.tables:
        yield from _table(table, lost)
    yield "</article>\n"


def _facts(facts: tuple[tuple[str, str], ...]) -> str:
    if not facts:
        return ""
    told = "".join(f"<dt>{_text(name)}</dt><dd>{_text(text)}</dd>" for name, text in facts)
    return f"<dl>{told}</dl>"


def _table(table: Table, lost: Collection[str]) -> Iterator[str]:
    caption, count = _text(table.caption), len(table.rows)
    beside = f' <a href="{table.path}">{table.path}</a>' if table.file and count else ""
    if not count:
        said = " <span>None.</span>" if table.headers else ""
        yield f'<div class="table"><p>{caption}{said}</p></div>'
        return
    if not table.shown or count > SHOWN_AT_MOST:
        rows = "1 row" if count == 1 else f"{count:,} rows"
        yield f'<div class="table"><p>{caption} <span>{rows}, in</span>{beside}</p></div>'
        return
    # A column in which nobody has anything is left to the file.
    columns = [at for at in range(len(table.headers)) if any(row[at] for row in table.rows)]
    heads = "".join(
        f'<th scope="col"{_class(at, table, "")}>{_text(table.headers[at])}</th>' for at in columns
    )
    yield (
        f'<div class="table"><p>{caption}{beside}</p>'
        f'<div class="wide" tabindex="0" role="region" aria-label="{caption}">'
        f"<table><thead><tr>{heads}</tr></thead><tbody>"
    )
    for row in table.rows:
        cells = (f"<td{_class(at, table, row[at])}>{_cell(row[at], lost)}</td>" for at in columns)
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody></table></div></div>\n"


def _class(column: int, table: Table, cell: Cell) -> str:
    if column in table.figures:
        return ' class="n"'
    if isinstance(cell, Link) or not cell:
        return ""
    if _HASH.fullmatch(cell):
        return ' class="h"'
    return ' class="w"' if len(cell) <= SHORT else ""


def _cell(cell: Cell, lost: Collection[str]) -> str:
    if isinstance(cell, Link):
        if cell.to in lost:
            return f"{_text(cell.text)} (not inside)"
        return f'<a href="{escape(cell.to)}">{_text(cell.text)}</a>'
    return _text(cell)
