"""Every built-in template, issued with real keys and shown to programs that are not ours."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.certificates.compiled import CertificateWriter
from cpd_desktop.adapters.certificates.faces import Faces, Style
from cpd_desktop.adapters.certificates.press import SignedBatch
from cpd_desktop.adapters.certificates.setting import Setter
from cpd_desktop.adapters.lettering.fonts import FontShelf, system_folders
from cpd_desktop.adapters.trust.pades import PdfSigner
from cpd_desktop.adapters.trust.qr_token import read_token
from cpd_desktop.domain.certificates.freezing import claims_in
from cpd_desktop.domain.certificates.template import Family
from cpd_desktop.services.certificates.ports import Order
from tests.adapters.certificates.printed import dots, kept, text_of
from tests.adapters.certificates.samples import BUILT_IN, NAMES, SNAPSHOT, built_in, code_of
from tests.adapters.trust.issuing import CRITERIA, NOW, PROVIDER, issuer

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpd_desktop.domain.certificates.snapshot import Snapshot

GOLDEN = Path(__file__).parent / "golden"
MOST_UNLIKE = 33  # of 255; the same page at three times the resolution differs by up to 31


@dataclass(slots=True)
class Office:
    """Issues a certificate of each template, as the application does."""

    setter: Setter
    made: dict[str, bytes]

    def issued(self, name: str) -> bytes:
        if name not in self.made:
            acme = issuer()
            order = Order(built_in(name), PROVIDER, CRITERIA, NOW)
            batch = SignedBatch(order, acme, PdfSigner(acme.pdf), self.setter)
            self.made[name] = batch.pdf(replace(SNAPSHOT, issued=NOW), "zoe@clinic.example")
        return self.made[name]


@pytest.fixture(scope="module")
def office() -> Office:
    shelf = FontShelf(Path("no fonts of our own"), system_folders())
    return Office(Setter(Faces(shelf)), {})


@pytest.fixture(params=BUILT_IN)
def template(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def needs(program: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(not shutil.which(program), reason=f"needs {program}")


@needs("qpdf")
def test_a_checker_of_pdf_files_finds_nothing(
    office: Office, template: str, tmp_path: Path
) -> None:
    path = tmp_path / "issued.pdf"
    path.write_bytes(office.issued(template))
    said = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    assert (said.returncode, said.stderr) == (0, "")


@needs("pdfsig")
def test_a_reader_for_everybody_finds_the_whole_file_signed(
    office: Office, template: str, tmp_path: Path
) -> None:
    path = tmp_path / "issued.pdf"
    path.write_bytes(office.issued(template))
    command = ["pdfsig", "-nocert", str(path)]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    assert said.count("Signature #") == 1
    assert "Signature is Valid" in said
    assert "Total document signed" in said


@needs("pdftotext")
@pytest.mark.slow
def test_a_name_of_any_script_can_be_copied_out(office: Office, template: str) -> None:
    setter, style = office.setter, Style(Family.SERIF, bold=True)
    writer = CertificateWriter(built_in(template), setter, qr_modules=code_of)
    printable = [name for name in NAMES.values() if not setter.missing(name, style)]
    assert len(printable) > len(NAMES) // 2
    for name in printable:
        assert name in text_of(writer.write(replace(SNAPSHOT, person_name=name)).data)
    if unprintable := [key for key, name in NAMES.items() if name not in printable]:
        pytest.skip(f"no font here has {', '.join(unprintable)}")


def by_zbar(picture: Path) -> str:
    command = ["zbarimg", "--quiet", "--raw", "-S*.disable", "-Sqrcode.enable", str(picture)]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    return said.stdout.strip()


def by_zxing(picture: Path) -> str:
    import zxingcpp
    from PIL import Image

    with Image.open(picture) as opened:
        (found,) = zxingcpp.read_barcodes(opened.convert("L"))
    return found.text


@needs("pdftoppm")
@pytest.mark.parametrize(
    "read", [pytest.param(by_zbar, marks=needs("zbarimg")), by_zxing], ids=["zbar", "zxing"]
)
def test_two_readers_of_codes_read_the_signed_code_from_a_print(
    office: Office, template: str, read: Callable[[Path], str], tmp_path: Path
) -> None:
    path = tmp_path / "page.png"
    dots(office.issued(template), 150).write(path)
    assert read_token(read(path)).claims == claims_in(replace(SNAPSHOT, issued=NOW))


@needs("pdftoppm")
def test_a_certificate_looks_as_it_did_when_it_was_last_looked_at(
    office: Office, template: str
) -> None:
    """If a template was changed on purpose: look at it, then write its picture anew."""
    writer = CertificateWriter(built_in(template), office.setter, qr_modules=code_of)
    golden = kept(GOLDEN / f"{template}.png")

    def unlike(snapshot: Snapshot) -> int:
        return dots(writer.write(snapshot).data, 72).in_cells(8).unlike(golden)

    assert unlike(SNAPSHOT) <= MOST_UNLIKE
    # So little is noticed.
    assert unlike(replace(SNAPSHOT, person_name="Tom Becker")) > MOST_UNLIKE
    assert unlike(replace(SNAPSHOT, number="CPD-2026-001414")) > MOST_UNLIKE
