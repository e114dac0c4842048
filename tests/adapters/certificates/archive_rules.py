"""The rules of PDF/A-3a and PDF/UA-1 that a program can check, as far as certificates meet them."""

from __future__ import annotations

import re
import struct
import xml.etree.ElementTree as ET
from collections import Counter
from typing import TYPE_CHECKING, Any

from tests.adapters.certificates.pdf_reading import Pdf, Reference, Stream, commands

if TYPE_CHECKING:
    from collections.abc import Iterator

Node = tuple[int, dict[str, Any], Reference]
PAINTING = {b"TJ", b"Tj", b"Do", b"f", b"S", b"B", b"BI"}
SPACES = {
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
}


def broken_rules(data: bytes) -> list[str]:
    """Return what of the standards the file does not keep."""
    pdf = Pdf(data)
    return [
        *_whole_file(pdf),
        *_metadata(pdf),
        *_fonts(pdf),
        *_content(pdf),
        *_tree(pdf),
        *_attachments(pdf),
        *_annotations(pdf),
    ]


def _whole_file(pdf: Pdf) -> Iterator[str]:
    if not re.match(rb"%PDF-1\.7\n%[\x80-\xff]{4}", pdf.data):
        yield "the header does not say that the file is binary"
    if "Encrypt" in pdf.trailer or len(pdf.trailer.get("ID", ())) != 2:
        yield "the trailer has no identity, or an encryption"
    if not pdf.data.endswith(b"%%EOF\n"):
        yield "there is something after the end"
    catalog = pdf.catalog
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", catalog.get("Lang", "")):
        yield "the language is not said"
    if catalog.get("MarkInfo") != {"Marked": True}:
        yield "the file is not said to be tagged"
    if catalog.get("ViewerPreferences", {}).get("DisplayDocTitle") is not True:
        yield "viewers are not told to show the title"
    (intent,) = catalog["OutputIntents"]
    profile = pdf.get(intent, "DestOutputProfile")
    if intent["S"] != "GTS_PDFA1" or profile.data[36:40] != b"acsp":
        yield "the colours have no profile"
    if len(profile.data) != struct.unpack(">I", profile.data[:4])[0]:
        yield "the colour profile has a wrong length"


def _metadata(pdf: Pdf) -> Iterator[str]:
    found = pdf.get(pdf.catalog, "Metadata")
    if "Filter" in found.entries or found.entries["Subtype"] != "XML":
        yield "the metadata cannot be read as they are"
    tree = ET.fromstring(found.data)  # noqa: S314 - our own bytes
    said = {
        name: tree.findtext(f".//{name}", namespaces=SPACES)
        for name in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part")
    }
    if list(said.values()) != ["3", "A", "1"]:
        yield f"the standards are not claimed: {said}"
    title = tree.findtext(".//dc:title/rdf:Alt/rdf:li", namespaces=SPACES)
    told = pdf.get(pdf.trailer, "Info", "Title").decode("utf-16")
    if not title or title != told:
        yield f"the title is {title!r} in one place and {told!r} in the other"
    if tree.find(".//pdfaExtension:schemas", SPACES) is None:
        yield "the accessibility claim has no schema"


def _fonts(pdf: Pdf) -> Iterator[str]:
    for page in pdf.pages:
        fonts = pdf.get(page, "Resources", "Font")
        used: dict[str, set[int]] = {}
        for each in commands(pdf.content(page)):
            if each.operator == b"TJ":
                for text in re.findall(rb"<([0-9A-F]*)>", each.operands[0]):
                    codes = used.setdefault(each.font, set())
                    codes |= {int(text[at : at + 4], 16) for at in range(0, len(text), 4)}
        for name, codes in used.items():
            yield from _font(pdf, pdf.get(fonts, name), codes)


def _font(pdf: Pdf, font: dict[str, Any], codes: set[int]) -> Iterator[str]:
    descendant = pdf.get(font, "DescendantFonts", 0)
    descriptor = pdf.get(descendant, "FontDescriptor")
    own = font["BaseFont"]
    if not re.match(r"[A-Z]{6}\+", own) or {descendant["BaseFont"], descriptor["FontName"]} != {
        own
    }:
        yield f"{own} is not named as a part of a font"
    program: Stream = pdf.get(descriptor, "FontFile2")
    if program.entries["Length1"] != len(program.data):
        yield f"{own} has a wrong length"
    first, widths = descendant["W"]
    advances = _advances(program.data)
    if first != 0 or len(widths) != len(advances):
        yield f"{own} has {len(widths)} widths for {len(advances)} glyphs"
    if any(abs(one - other) > 1 for one, other in zip(widths, advances, strict=False)):
        yield f"{own} says other widths than its font has"
    mapped = pdf.get(font, "ToUnicode").data
    known = {int(code, 16): said for code, said in re.findall(rb"<(\w{4})><(\w+)>", mapped)}
    if 0 in codes:
        yield f"{own} shows a box where a letter is missing"
    if lost := codes - set(known):
        yield f"{own} does not say what glyphs {sorted(lost)} stand for"
    if bad := {said for said in known.values() if said in {b"0000", b"FEFF", b"FFFE"}}:
        yield f"{own} says {bad}"


def _advances(font: bytes) -> list[float]:
    count = struct.unpack_from(">H", font, 4)[0]
    tables = {
        font[at : at + 4]: struct.unpack_from(">II", font, at + 8)
        for at in range(12, 12 + 16 * count, 16)
    }
    units = struct.unpack_from(">H", font, tables[b"head"][0] + 18)[0]
    metrics = struct.unpack_from(">H", font, tables[b"hhea"][0] + 34)[0]
    glyphs = struct.unpack_from(">H", font, tables[b"maxp"][0] + 4)[0]
    start = tables[b"hmtx"][0]
    found = [struct.unpack_from(">H", font, start + 4 * at)[0] for at in range(metrics)]
    found += [found[-1]] * (glyphs - metrics)
    return [each * 1000 / units for each in found]


def _content(pdf: Pdf) -> Iterator[str]:
    for page in pdf.pages:
        for each in commands(pdf.content(page)):
            if each.operator in PAINTING and not each.marks:
                yield f"{each.operands} {each.operator!r} is painted outside of all marks"
            artifacts = [mark for mark in each.marks if mark.startswith(b"/Artifact")]
            if artifacts and each.operator == b"TJ" and len(each.marks) > 1:
                yield "something read lies in something not read"


def _marks(content: bytes) -> Counter[int]:
    return Counter(int(each) for each in re.findall(rb"/MCID (\d+)", content))


def _tree(pdf: Pdf) -> Iterator[str]:
    root = pdf.get(pdf.catalog, "StructTreeRoot")
    nodes = list(_nodes(pdf, root["K"], pdf.catalog["StructTreeRoot"]))
    yield from _marked(pdf, nodes)
    for number, node, parent in nodes:
        if node["P"] != parent:
            yield f"node {number} names another parent"
        if node["S"] == "Figure" and not (node.get("Alt") and len(node["A"]["BBox"]) == 4):
            yield f"figure {number} does not say what it shows or where"
        if node["S"] == "TH" and node["A"] != {"O": "Table", "Scope": "Column"}:
            yield "a heading of a table does not say what it is for"
    headings = [node["S"] for _, node, _ in nodes if re.fullmatch(r"H\d", node["S"])]
    if headings and headings[0] != "H1":
        yield "the first heading is not the highest"


def _marked(pdf: Pdf, nodes: list[Node]) -> Iterator[str]:
    parents = pdf.get(pdf.catalog, "StructTreeRoot", "ParentTree", "Nums")
    by_key = dict(zip(parents[::2], parents[1::2], strict=True))
    in_tree = {number for number, _, _ in nodes}
    for number, page in enumerate(pdf.pages):
        if page["StructParents"] != number or page["Tabs"] != "S":
            yield f"page {number} does not know its marks"
        marks = _marks(pdf.content(page))
        if set(marks.values()) > {1}:
            yield "a mark is given twice"
        for mark in marks:
            node = by_key[number][mark]
            if not isinstance(node, Reference) or pdf.get(node, "K") != mark:
                yield f"mark {mark} has no node"
            elif node.number not in in_tree:
                yield f"mark {mark} belongs to a node that is not in the tree"
        owned = [
            node["K"] for _, node, _ in nodes
            if isinstance(node.get("K"), int) and pdf.get(node["Pg"]) is page
        ]  # fmt: skip
        if sorted(owned) != sorted(marks):
            yield f"the tree has marks {sorted(owned)}, the page {sorted(marks)}"


def _nodes(pdf: Pdf, children: Any, parent: Reference) -> Iterator[Node]:
    for child in children if isinstance(children, list) else [children]:
        if isinstance(child, Reference):
            node = pdf.get(child)
            yield child.number, node, parent
            yield from _nodes(pdf, node.get("K", []), child)


def _attachments(pdf: Pdf) -> Iterator[str]:
    listed = pdf.catalog.get("Names", {}).get("EmbeddedFiles", {}).get("Names", [])
    if sorted(listed[1::2]) != sorted(pdf.catalog.get("AF", [])):
        yield "an attachment is not said to belong to the file"
    for each in map(pdf.get, listed[1::2]):
        file = pdf.get(each, "EF", "F")
        if each["AFRelationship"] not in {"Data", "Source", "Supplement"} or not each.get("UF"):
            yield "an attachment does not say what it is to the file"
        if "Subtype" not in file.entries or file.entries["Params"]["Size"] != len(file.data):
            yield "an attachment does not say its kind or size"


def _annotations(pdf: Pdf) -> Iterator[str]:
    root = pdf.get(pdf.catalog, "StructTreeRoot")
    parents = pdf.get(root, "ParentTree", "Nums")
    by_key = dict(zip(parents[::2], parents[1::2], strict=True))
    for page in pdf.pages:
        for reference in page.get("Annots", []):
            widget = pdf.get(reference)
            form = pdf.get(by_key[widget["StructParent"]])
            if widget["F"] != 132 or widget["Rect"] != [0, 0, 0, 0] or not widget["TU"]:
                yield "the signature can be seen, or has no name"
            if form["S"] != "Form" or form["K"]["Obj"] != reference:
                yield "the signature is not in the tree"
