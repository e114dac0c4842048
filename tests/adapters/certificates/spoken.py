"""What somebody hears who has a certificate read aloud, element by element."""

from __future__ import annotations

import re
from typing import Any

from tests.adapters.certificates.pdf_reading import Pdf, Shown, commands


def spoken(data: bytes) -> list[str]:
    """Return what each part of the tree says, in the order of reading."""
    pdf = Pdf(data)
    root = pdf.get(pdf.catalog, "StructTreeRoot")
    marks = {id(page): _marks(pdf, page) for page in pdf.pages}
    (document,) = root["K"]
    return _said(pdf, document, marks)


def _said(pdf: Pdf, reference: Any, marks: dict[int, dict[int, str]]) -> list[str]:
    node = pdf.get(reference)
    tag, inside = node["S"], node.get("K", [])
    if "Alt" in node:
        return [f"{tag}: {node['Alt'].decode('utf-16')}"]
    if "ActualText" in node:
        return [f"{tag}: {node['ActualText'].decode('utf-16')}"]
    if isinstance(inside, int):
        return [f"{tag}: {marks[id(pdf.get(node['Pg']))].get(inside, '')}"]
    return [line for child in inside for line in _said(pdf, child, marks)]


def _marks(pdf: Pdf, page: dict[str, Any]) -> dict[int, str]:
    """Return the text under each mark, letter by letter from the fonts, or as it is said."""
    found: dict[int, str] = {}
    fonts = pdf.get(page, "Resources", "Font")
    known = {name: _letters(pdf.get(fonts, name, "ToUnicode").data) for name in fonts}
    for each in commands(pdf.content(page)):
        numbers = [re.search(rb"/MCID (\d+)", mark) for mark in each.marks]
        mark = next((int(number[1]) for number in numbers if number), None)
        if mark is not None:
            found[mark] = found.get(mark, "") + _text(each, known)
    return found


def _text(shown: Shown, known: dict[str, dict[str, str]]) -> str:
    instead = re.search(rb"/ActualText <(\w+)>", shown.marks[-1])
    if instead:
        begins = shown.operator == b"BDC"
        return bytes.fromhex(instead[1].decode()).decode("utf-16") if begins else ""
    if shown.operator != b"TJ":
        return ""
    codes = "".join(each.decode() for each in re.findall(rb"<([0-9A-F]*)>", shown.operands[0]))
    letters = known[shown.font]
    return "".join(letters[codes[at : at + 4]] for at in range(0, len(codes), 4))


def _letters(mapped: bytes) -> dict[str, str]:
    return {
        code.decode(): bytes.fromhex(said.decode()).decode("utf-16-be")
        for code, said in re.findall(rb"<(\w{4})><(\w+)>", mapped)
    }
