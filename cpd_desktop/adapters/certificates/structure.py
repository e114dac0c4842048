"""The tree by which a certificate is read aloud: headings, texts, figures, tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cpd_desktop.adapters.certificates.pdf_parts import text_string
from cpd_desktop.domain.certificates.template import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cpd_desktop.adapters.certificates.pdf_parts import ObjectRow

TAGS: Final = {
    Role.HEADING: b"H1",
    Role.SUBHEADING: b"H2",
    Role.TEXT: b"P",
    Role.FIGURE: b"Figure",
    Role.TABLE: b"Table",
}


def references(numbers: Iterable[int]) -> bytes:
    """Return references to objects."""
    return b" ".join([b"%d 0 R" % each for each in numbers])


def text_node(tag: bytes, parent: int, page: int, mark: int, said: str = "") -> bytes:
    """Return the node of a text; ``said`` is what it says where that cannot be seen from it."""
    spoken = b"/ActualText" + text_string(said) if said else b""
    return b"<</Type/StructElem/S/%s/P %d 0 R/Pg %d 0 R/K %d%s>>" % (
        tag, parent, page, mark, spoken,
    )  # fmt: skip


def figure_node(parent: int, page: int, mark: int, alt: str, bounds: str) -> bytes:
    """Return the node of a figure, with what it shows in words."""
    return (
        b"<</Type/StructElem/S/Figure/P %d 0 R/Pg %d 0 R/K %d/Alt" % (parent, page, mark)
        + text_string(alt)
        + b"/A<</O/Layout/Placement/Block/BBox[%s]>>>>" % bounds.encode()
    )


def form_node(parent: int, page: int, widget: int, alt: str) -> bytes:
    """Return the node of the signature's invisible widget."""
    return (
        b"<</Type/StructElem/S/Form/P %d 0 R/Pg %d 0 R/K<</Type/OBJR/Obj %d 0 R/Pg %d 0 R>>/Alt"
        % (parent, page, widget, page)
        + text_string(alt)
        + b">>"
    )


def group_node(tag: bytes, parent: int, children: Iterable[int]) -> bytes:
    """Return the node of a group: the document, a table or a row."""
    return b"<</Type/StructElem/S/%s/P %d 0 R/K[%s]>>" % (tag, parent, references(children))


def table_nodes(
    row: ObjectRow, table: int, page: int, marks: Sequence[Sequence[int]]
) -> tuple[list[int], list[int]]:
    """Add the nodes of a table's rows and cells; return those of the rows and of the cells."""
    rows: list[int] = []
    cells: list[int] = []
    for at, line in enumerate(marks):
        own = row.next + len(line)
        kind, scope = (b"TH", b"/A<</O/Table/Scope/Column>>") if not at else (b"TD", b"")
        made = [
            row.add(
                b"<</Type/StructElem/S/%s/P %d 0 R/Pg %d 0 R/K %d%s>>"
                % (kind, own, page, mark, scope)
            )
            for mark in line
        ]
        rows.append(row.add(group_node(b"TR", table, made)))
        cells += made
    return rows, cells
