"""Compiles the same page by typst for each certificate, next to writing full ones, by turns.

Runs where the package ``typst`` is installed beside the application, which does not need it.
The compiler stays warm: fonts are looked up once, pictures are handed over as they are embedded.
It has the texts of the same template in the same places, and a code for each. Nothing is attached
or signed, no size is tried until a name fits, and shapes are plain rectangles.
"""

from __future__ import annotations

import itertools
import sys
import tempfile
import time
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from cpd_desktop.domain.certificates.fields import fill
from cpd_desktop.domain.certificates.template import Align, Code, Family, Picture, Rise, Text
from tests.adapters.certificates.samples import code_of
from tests.benchmarks.certificates import (
    BATCH,
    a_logo,
    a_sky,
    a_writer,
    full_certificate,
    many_people,
    tell,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpd_desktop.adapters.certificates.compiled import CertificateWriter
    from cpd_desktop.domain.certificates.snapshot import Snapshot
    from cpd_desktop.domain.certificates.template import Template

    Ways = dict[str, Callable[[Snapshot], bytes]]

PLAIN, TAGGED = "typst", "typst, tagged and archived"
STANDARDS: dict[str, list[str]] = {PLAIN: [], TAGGED: ["a-3a", "ua-1"]}
START = """
#set document(title: "Certificate of Attendance", author: "Example",
  date: datetime(year: 2026, month: 10, day: 15))
#set text(lang: "en")
#set page(width: {width}pt, height: {height}pt, margin: 0pt,
  background: image("sky", width: 100%, height: 100%, alt: "Sky"))
"""
PLACED = (
    "#place(top + left, dx: {x}pt, dy: {y}pt, box(width: {width}pt, height: {height}pt, {what}))"
)
WORDS = """align({align} + {rise},
  par(leading: 0.5em, text({size}pt, font: {fonts}, fill: rgb("{colour}"), weight: "{weight}",
  sys.inputs.at("{name}"))))"""
ALIGNS = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}
RISES = {Rise.TOP: "top", Rise.MIDDLE: "horizon", Rise.BOTTOM: "bottom"}
FONTS = {
    Family.SANS: '("Noto Sans", "Noto Sans Arabic")',
    Family.SERIF: '("Noto Serif", "Noto Sans Arabic")',
}


def main() -> int:
    """Tell the milliseconds of each once a round, and after them by how much ours is faster."""
    if find_spec("typst") is None:
        print("Not run here: the package typst is not installed.")  # noqa: T201 - what it is for
        return 0
    writer = a_writer(a_sky(), a_logo())
    with tempfile.TemporaryDirectory(prefix="cpd-typst-") as made:
        ways: Ways = {"full": partial(full_certificate, writer)}
        ways |= _compilers(Path(made), writer)
        everybody = many_people()
        for number in range(int(sys.argv[1]) + 1):
            batch = list(itertools.islice(everybody, BATCH))
            took = {name: _each(way, batch) for name, way in ways.items()}
            if number:
                tell(took | {f"{name}, times": took[name] / took["full"] for name in STANDARDS})
    return 0


def _compilers(folder: Path, writer: CertificateWriter) -> Ways:
    """Return what compiles the page plainly, and with tags for archives."""
    import typst  # type: ignore[import-not-found,unused-ignore] # not needed by the application
    from PIL import Image

    for each in writer.template.assets:
        (folder / each.name).write_bytes(each.data)
    (folder / "page.typ").write_text(_source(writer.template), encoding="utf-8")
    compiler = typst.Compiler(str(folder / "page.typ"), font_paths=typst.Fonts())

    def compiled(standards: list[str], each: Snapshot) -> bytes:
        said = {
            element.name: "".join(fill(span.text, each) for span in element.spans)
            for element in writer.template.pages[0].elements
            if isinstance(element, Text)
        }
        code = code_of(each)
        dots = Image.frombytes("1", (code.side, code.side), code.bits, "raw", "1;I")
        dots.save(folder / "code", "PNG")
        made: bytes = compiler.compile(
            format="pdf", sys_inputs=said, pdf_standards=standards, pdf_tags=bool(standards)
        )
        return made

    return {name: partial(compiled, standards) for name, standards in STANDARDS.items()}


def _source(template: Template) -> str:
    """Return the page as it is compiled; its shapes are rectangles."""
    (page,) = template.pages
    parts = [START.format(width=page.width, height=page.height)]
    for each in page.elements:
        box, what = each.box, "rect(width: 100%, height: 100%, fill: none)"
        if isinstance(each, Text):
            what = WORDS.format(
                align=ALIGNS[each.align],
                rise=RISES[each.rise],
                size=each.size,
                fonts=FONTS[each.family],
                colour=each.colour,
                weight="bold" if each.spans[0].bold else "regular",
                name=each.name,
            )
        elif isinstance(each, Picture | Code):
            file = each.asset if isinstance(each, Picture) else "code"
            what = f'image("{file}", format: "png", width: 100%, alt: "{each.alt}")'
        place = {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
        parts.append(PLACED.format(what=what, **place))
    return "\n".join(parts)


def _each(way: Callable[[Snapshot], bytes], batch: list[Snapshot]) -> float:
    began = time.perf_counter()
    for each in batch:
        way(each)
    return (time.perf_counter() - began) * 1000 / len(batch)


if __name__ == "__main__":
    sys.exit(main())
