"""The glyphs of a font that a certificate needs, as objects of a PDF."""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from cpd_desktop.adapters.certificates.pdf_parts import number, numbers, stream
from cpd_desktop.adapters.certificates.setting import shaped

if TYPE_CHECKING:
    from cpd_desktop.adapters.certificates.faces import Face
    from cpd_desktop.adapters.certificates.setting import Cluster

OBJECTS: Final = 5
_DROPPED: Final = (
    b"GSUB", b"GPOS", b"GDEF", b"name", b"DSIG", b"STAT", b"kern", b"post", b"OS/2", b"gasp",
    b"meta", b"cmap", b"hdmx", b"VDMX", b"LTSH", b"FFTM", b"JSTF", b"BASE",
)  # fmt: skip
_MOST_AT_ONCE: Final = 100
_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

# What most names in Latin script are written with: it lies in every certificate once, so that
# only other letters need a font of their own, and no certificate depends on the others.
REPERTOIRE: Final = "".join(
    chr(code)
    for first, last in (
        (0x20, 0x7E), (0xA0, 0x17F), (0x218, 0x21B), (0x2010, 0x2014), (0x2018, 0x201E),
        (0x1EA0, 0x1EF9), (0x2022, 0x2022), (0x2026, 0x2026), (0x20AC, 0x20AC), (0x2122, 0x2122),
    )
    for code in range(first, last + 1)
)  # fmt: skip

_LIGATURES: Final = ("ff", "fi", "fl", "ffi", "ffl")

Said = dict[int, str]


@dataclass(frozen=True, slots=True)
class Subset:
    """Some glyphs of a font: the code of each in the PDF, and what it stands for by itself."""

    face: Face
    codes: dict[int, int]
    said: Said
    data: bytes
    name: str

    def has(self, clusters: tuple[Cluster, ...]) -> bool:
        """Say whether all glyphs of the clusters are among these."""
        said = self.said
        return all(glyph.number in said for each in clusters for glyph in each.glyphs)

    def objects(self, first: int, level: int = 9) -> list[bytes]:
        """Return the objects of the font, to be numbered from here on."""
        return [
            b"<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H"
            b"/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>"
            % (self.name.encode(), first + 1, first + 4),
            self._descendant(first + 2),
            self._descriptor(first + 3),
            stream(self.data, b"/Length1 %d" % len(self.data), level=level),
            stream(_to_unicode(self).encode(), level=level),
        ]

    def _descendant(self, descriptor: int) -> bytes:
        by_code = sorted((code, glyph) for glyph, code in self.codes.items())
        widths = " ".join(number(self.face.advance(glyph)) for _, glyph in by_code)
        return (
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{self.name}"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/FontDescriptor {descriptor} 0 R/DW 0/W[0[{widths}]]"
            "/CIDToGIDMap/Identity>>"
        ).encode()

    def _descriptor(self, program: int) -> bytes:
        face = self.face
        head = face.outlines.reference_table("head").data
        extents = face.shaper.get_font_extents("ltr")
        bounds = numbers(each * face.scale for each in struct.unpack_from(">4h", head, 36))
        up, down = number(extents.ascender * face.scale), number(extents.descender * face.scale)
        return (
            f"<</Type/FontDescriptor/FontName/{self.name}/Flags 4/FontBBox[{bounds}]"
            f"/ItalicAngle 0/Ascent {up}/Descent {down}/CapHeight 714/StemV 80"
            f"/FontFile2 {program} 0 R>>"
        ).encode()


def repertoire(face: Face) -> Said:
    """Return the glyphs of the letters that every certificate has room for."""
    found: Said = {}
    for char in REPERTOIRE:
        glyph = face.glyph(char)
        if glyph:
            found.setdefault(glyph, char)
    for ligature in _LIGATURES:
        gather(face, shaped(face, ligature), found)
    return found


def gather(face: Face, clusters: tuple[Cluster, ...], said: Said) -> None:
    """Add the glyphs of the clusters, and what they stand for, to those that are needed."""
    for cluster in clusters:
        for glyph in cluster.glyphs:
            if glyph.number not in said:
                alone = cluster.said if len(cluster.glyphs) == 1 else ""
                own = (char for char in cluster.said if face.glyph(char) == glyph.number)
                said[glyph.number] = alone or next(own, cluster.said)


def subset(face: Face, said: Said) -> Subset:
    """Return these glyphs of the font; the same glyphs give the same bytes."""
    import uharfbuzz  # type: ignore[import-untyped] # it has no types

    wanted = uharfbuzz.SubsetInput()
    wanted.sets(uharfbuzz.SubsetInputSets.GLYPH_INDEX).update({0, *said})
    dropped = {int.from_bytes(tag, "big") for tag in _DROPPED}
    wanted.sets(uharfbuzz.SubsetInputSets.DROP_TABLE_TAG).update(dropped)
    wanted.flags = (
        uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
        | uharfbuzz.SubsetFlags.NO_HINTING
        | uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
    )
    plan = uharfbuzz.SubsetPlan(_prepared(face), wanted)
    data: bytes = plan.execute().blob.data
    codes = dict(plan.old_to_new_glyph_mapping)
    tag = int.from_bytes(hashlib.sha256(data).digest()[:8], "big")
    letters = "".join(_LETTERS[tag // 26**place % 26] for place in range(6))
    return Subset(face, codes, said, data, f"{letters}+{_own_name(face)}")


def _prepared(face: Face) -> Any:
    import uharfbuzz

    if face.ready is None:
        face.ready = uharfbuzz.subset_preprocess(face.outlines)
    return face.ready


def _own_name(face: Face) -> str:
    import uharfbuzz

    found = face.outlines.get_name(uharfbuzz.OTNameIdPredefined.POSTSCRIPT_NAME) or "Font"
    return "".join(char for char in found if char.isascii() and (char.isalnum() or char == "-"))


def _to_unicode(made: Subset) -> str:
    entries = [
        f"<{made.codes[glyph]:04X}><{said.encode('utf-16-be').hex().upper()}>"
        for glyph, said in sorted(made.said.items())
        if said
    ]
    blocks = [entries[at : at + _MOST_AT_ONCE] for at in range(0, len(entries), _MOST_AT_ONCE)]
    mapped = "".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks
    )
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n"
        f"{mapped}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    )
