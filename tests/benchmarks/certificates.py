"""Writes full certificates, draws the same page naively, and writes the same bytes, by turns.

Full means: tagged, archived, with a code, a badge attached, and signed. The badge and the signature
are constants of the usual size; the digest that would be signed is taken. Whoever draws naively
opens fonts and pictures for each certificate, as examples do.
"""

from __future__ import annotations

import io
import itertools
import json
import random
import sys
import tempfile
import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Final

from cpd_desktop.adapters.certificates.compiled import CertificateWriter
from cpd_desktop.adapters.certificates.faces import Faces, Style
from cpd_desktop.adapters.certificates.setting import Setter
from cpd_desktop.adapters.certificates.taking_in import PictureIntake
from cpd_desktop.adapters.certificates.written import Attachment
from cpd_desktop.adapters.lettering.fonts import FontShelf, system_folders
from cpd_desktop.domain.certificates.template import Box, Family, Picture, Template
from tests.adapters.certificates.samples import NAMES, SNAPSHOT, built_in, code_of
from tests.benchmarks.resident import peak

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cpd_desktop.domain.certificates.snapshot import Snapshot

BATCH, NAIVE = 40, 2
MANY: Final = 10_000
WIDTH, HEIGHT = 841.89, 595.28
RESERVE: Final = 4_096
BADGE = Attachment("credential.jwt", "application/vc+jwt", b"eyJhbGciOiJFUzI1NiJ9" * 100)
CMS: Final = bytes(range(256)) * 6
FIRST: Final = (
    "Aoife", "Siân", "José", "Zoë", "Łukasz", "Gülşen", "Þórunn", "Renée", "Thị", "Ørjan", "Çağla",
    "Étienne", "Ioana", "Ștefan", "Priya",
)  # fmt: skip
LAST: Final = (
    "Sullivan", "Müller", "Ñúñez", "Đorđević", "Håkansson", "Żółkiewski", "Smith-Jones", "Okafor",
    "Ångström", "Kovačević", "Park",
)  # fmt: skip
OTHERS: Final = ("greek", "arabic", "cyrillic", "cjk")


def main() -> int:
    """Tell each figure once per round, or the memory that many certificates need."""
    if sys.argv[1] == "memory":
        return _tell_memory(int(sys.argv[2]) if len(sys.argv) > 2 else MANY)
    picture, logo = a_sky(), a_logo()
    writer = a_writer(picture, logo)
    people = many_people()
    with tempfile.TemporaryDirectory(prefix="cpd-certificates-") as folder:
        for number in range(int(sys.argv[2]) + 1):
            figures = _round(writer, people, (picture, logo), Path(folder))
            if number:
                tell(figures)
    return 0


def _round(
    writer: CertificateWriter,
    people: Iterator[Snapshot],
    pictures: tuple[bytes, bytes],
    folder: Path,
) -> dict[str, float]:
    batch = list(itertools.islice(people, BATCH))
    made: list[bytes] = []
    written = _timed(lambda: made.extend(full_certificate(writer, each) for each in batch)) / BATCH
    floor = _timed(lambda: _keep(made, folder)) / BATCH
    naive = median([_timed(partial(_naive, writer, each, pictures)) for each in batch[:NAIVE]])
    return {
        "written": written,
        "floor": floor,
        "naive": naive,
        "times naive": naive / written,
        "times floor": written / floor,
        "kilobytes": max(map(len, made)) / 1000,
    }


def full_certificate(writer: CertificateWriter, snapshot: Snapshot) -> bytes:
    """Return one whole certificate."""
    written = writer.write(snapshot, [BADGE])
    return written.signed(CMS + written.digest())


def _keep(made: list[bytes], folder: Path) -> None:
    for at, data in enumerate(made):
        with (folder / f"{at}.pdf").open("wb", buffering=0) as file:
            file.write(data)


def _timed(deed: Callable[[], object]) -> float:
    began = time.perf_counter()
    deed()
    return (time.perf_counter() - began) * 1000


def many_people() -> Iterator[Snapshot]:
    """Yield one person after the other, a fifth of them not in Latin letters."""
    for number in itertools.count(1):
        name = f"{FIRST[number % 15]} {LAST[number // 15 % 11]}"
        if number // 165:
            name += f"-{LAST[number // 165 % 11]}"
        if number % 5 == 0:
            name = NAMES[OTHERS[number // 5 % 4]]
        code = f"{number * 7919 % 1_000_003:07d}"
        yield replace(SNAPSHOT, number=f"CPD-2026-{number:06}", code=code, person_name=name)


def a_sky() -> bytes:
    """Return a background as designers hand it over: 300 dpi, about 600 KB."""
    from PIL import Image

    chance = random.Random(7)  # noqa: S311 - noise for a picture
    small = Image.frombytes("L", (877, 620), bytes(chance.choices(range(236, 256), k=877 * 620)))
    sky = small.resize((3508, 2480), Image.Resampling.BICUBIC).convert("RGB")
    written = io.BytesIO()
    sky.save(written, "JPEG", quality=88)
    return written.getvalue()


def a_logo() -> bytes:
    """Return a mark as designers hand it over, with parts that are seen through."""
    from PIL import Image, ImageDraw

    logo = Image.new("RGBA", (900, 900))
    ImageDraw.Draw(logo).ellipse((20, 20, 880, 880), fill=(20, 60, 110, 200))
    written = io.BytesIO()
    logo.save(written, "PNG")
    return written.getvalue()


def a_writer(picture: bytes, logo: bytes) -> CertificateWriter:
    """Return what writes certificates with the two pictures."""
    intake = PictureIntake()
    assets = (
        intake.background(picture, "sky", WIDTH, HEIGHT),
        intake.picture(logo, "logo", 90, 90),
    )
    plain = built_in("attendance")
    (page,) = plain.pages
    # The template's own paper would cover the background.
    shown = tuple(each for each in page.elements if each.name != "Paper")
    mark = Picture(name="Logo", box=Box(60, 60, 60, 60), asset="logo", alt="Logo", order=1)
    page = replace(page, background="sky", elements=(*shown, mark))
    template = Template(plain.name, (page,), assets=assets)
    setter = Setter(Faces(FontShelf(Path(), system_folders())))
    return CertificateWriter(template, setter, reserve=RESERVE, qr_modules=code_of)


def _naive(writer: CertificateWriter, snapshot: Snapshot, pictures: tuple[bytes, bytes]) -> bytes:
    from reportlab.graphics import renderPDF
    from reportlab.graphics.barcode.qr import QrCodeWidget
    from reportlab.graphics.shapes import Drawing
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    faces = writer.setter.faces
    bold = Style(Family.SERIF, bold=True)
    face = next(face for face, _ in faces.runs(snapshot.person_name, bold) if face)
    fonts = {"name": face, "sans": faces.of(Style(Family.SANS))[0], "serif": faces.of(bold)[0]}
    for name, each in fonts.items():
        pdfmetrics.registerFont(TTFont(name, str(each.file.path)))
    drawn = io.BytesIO()
    canvas = Canvas(drawn, pagesize=(WIDTH, HEIGHT))
    for data, where in zip(pictures, ((0, 0, WIDTH, HEIGHT), (60, 470, 90, 90)), strict=True):
        canvas.drawImage(ImageReader(io.BytesIO(data)), *where, mask="auto")
    lines = (
        ("serif", 36, 440, "Certificate of Attendance"),
        ("sans", 13, 400, "This is to certify that"),
        ("name", 34, 345, snapshot.person_name),
        ("sans", 13, 300, "attended"),
        ("serif", 20, 265, snapshot.event_title),
        ("sans", 11, 240, "14 October 2026 09:00-15:30 Europe/London"),
        ("sans", 8, 60, f"{snapshot.number} {snapshot.code}"),
    )
    for font, size, height, text in lines:
        canvas.setFont(font, size)
        canvas.drawCentredString(WIDTH / 2, height, text)
    code = QrCodeWidget((snapshot.number + snapshot.code).ljust(303, "7"), barLevel="M")
    drawing = Drawing(90, 90)
    drawing.add(code)
    renderPDF.draw(drawing, canvas, 660, 60)
    canvas.showPage()
    canvas.save()
    for name in fonts:
        pdfmetrics._fonts.pop(name).unregister()  # type: ignore[attr-defined] # not in the stubs
    return drawn.getvalue()


def tell(found: dict[str, float]) -> None:
    """Hand the figures to the measuring process; what others use for it would load Qt."""
    print(json.dumps(found), flush=True)  # noqa: T201 - this is how


def _tell_memory(count: int) -> int:
    writer = a_writer(a_sky(), a_logo())
    for snapshot in itertools.islice(many_people(), count):
        full_certificate(writer, snapshot)
    tell({"memory": peak()})
    return 0


if __name__ == "__main__":
    sys.exit(main())
