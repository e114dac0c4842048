from __future__ import annotations

import hashlib
import shutil
import subprocess
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from cpd_desktop.adapters.certificates.compiled import CertificateWriter
from cpd_desktop.adapters.certificates.faces import Faces, Style
from cpd_desktop.adapters.certificates.layout import set_text
from cpd_desktop.adapters.certificates.proofs import Proofreader, proof
from cpd_desktop.adapters.certificates.reference import ReferenceWriter
from cpd_desktop.adapters.certificates.setting import Piece, Setter
from cpd_desktop.adapters.certificates.written import Attachment
from cpd_desktop.adapters.lettering.fonts import FontShelf, system_folders
from cpd_desktop.adapters.qr_reader import codes_in
from cpd_desktop.domain.certificates.checks import snapshot_findings, template_findings
from cpd_desktop.domain.certificates.template import (
    BLACK,
    Align,
    Asset,
    Box,
    Code,
    Family,
    Fit,
    Page,
    Picture,
    Role,
    Shape,
    Signature,
    Span,
    Template,
    Text,
)
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.services.code_reader import GreyPicture
from tests.adapters.certificates.archive_rules import broken_rules
from tests.adapters.certificates.pdf_reading import Pdf
from tests.adapters.certificates.printed import one_page, png, raster, text, text_of, unlike
from tests.adapters.certificates.samples import BUILT_IN, NAMES, SNAPSHOT, built_in, code_of
from tests.adapters.certificates.spoken import spoken

BADGE = Attachment("credential.jwt", "application/vc+jwt", b"eyJhbGciOi" * 200, "Open Badge")
RESERVE = 4_000
ALIKE = 0.02  # share of dots that may differ: edges of letters are smoothed differently


@pytest.fixture(scope="module")
def setter(tmp_path_factory: pytest.TempPathFactory) -> Setter:
    return Setter(Faces(FontShelf(tmp_path_factory.mktemp("none"), system_folders())))


@pytest.fixture(scope="module")
def writer(setter: Setter) -> CertificateWriter:
    return CertificateWriter(built_in("attendance"), setter, reserve=RESERVE, qr_modules=code_of)


def printable(setter: Setter, name: str) -> str:
    """Return the name, or skip where this computer has no font for it."""
    if setter.missing(name, Style(Family.SERIF, bold=True)):
        pytest.skip(f"no font here has {name}")
    return name


def checked(pdf: bytes, folder: Path) -> str:
    if not shutil.which("qpdf"):
        pytest.skip("needs qpdf")
    path = folder / "certificate.pdf"
    path.write_bytes(pdf)
    made = subprocess.run(["qpdf", "--check", path], capture_output=True, check=False, text=True)
    return made.stderr if made.returncode else ""


@pytest.mark.parametrize("script", NAMES)
def test_the_name_can_be_copied_searched_and_archived_in_every_script(
    writer: CertificateWriter, script: str, tmp_path: Path
) -> None:
    name = printable(writer.setter, NAMES[script])
    pdf = writer.write(replace(SNAPSHOT, person_name=name), [BADGE]).signed(b"signature")
    assert unicodedata.normalize("NFC", name) in text_of(pdf)
    assert broken_rules(pdf) == []
    assert checked(pdf, tmp_path) == ""


@pytest.mark.parametrize("script", NAMES)
def test_the_certificate_looks_as_the_editor_showed_it(
    writer: CertificateWriter, script: str
) -> None:
    name = printable(writer.setter, NAMES[script])
    snapshot = replace(SNAPSHOT, person_name=name)
    shown = ReferenceWriter(writer.template, writer.setter, qr_modules=code_of).write(snapshot)
    assert unlike(writer.write(snapshot).data, shown) < ALIKE


@pytest.mark.parametrize("name", BUILT_IN)
def test_every_built_in_template_is_written_as_it_is_shown_and_archived(
    setter: Setter, name: str, tmp_path: Path
) -> None:
    template = built_in(name)
    written = CertificateWriter(template, setter, reserve=RESERVE, qr_modules=code_of)
    pdf = written.write(SNAPSHOT, [BADGE]).signed(b"signature")
    shown = ReferenceWriter(template, setter, qr_modules=code_of).write(SNAPSHOT)
    assert unlike(pdf, shown) < ALIKE
    assert broken_rules(pdf) == []
    assert checked(pdf, tmp_path) == ""
    assert len(pdf) <= 300_000
    for said in (SNAPSHOT.number, SNAPSHOT.code, SNAPSHOT.provider_name, SNAPSHOT.signatory_name):
        assert said in text_of(pdf)


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_built_in_template_is_read_aloud_in_the_order_kept(setter: Setter, name: str) -> None:
    written = CertificateWriter(built_in(name), setter, reserve=RESERVE, qr_modules=code_of)
    kept = Path(__file__).parent / "read_aloud" / f"{name}.txt"
    assert "\n".join(spoken(written.write(SNAPSHOT).data)) == kept.read_text("utf-8").rstrip()


@pytest.mark.parametrize("script", NAMES)
def test_a_name_is_read_aloud_as_it_is_written(writer: CertificateWriter, script: str) -> None:
    name = printable(writer.setter, NAMES[script])
    said = spoken(writer.write(replace(SNAPSHOT, person_name=name)).data)
    assert f"P: {name}" in said


def test_a_phone_reads_the_code_from_a_print(writer: CertificateWriter) -> None:
    command = ["pdftoppm", "-r", "150", "-gray", "-"]
    pdf = writer.write(SNAPSHOT).data
    made = subprocess.run(command, input=pdf, capture_output=True, check=True)
    _kind, size, _white, dots = made.stdout.split(b"\n", 3)
    width, height = map(int, size.split())
    (code,) = codes_in(GreyPicture(width, height, width, dots))
    assert code.startswith(SNAPSHOT.number)


def test_an_unsigned_certificate_without_a_badge_is_archived_as_well(setter: Setter) -> None:
    pdf = CertificateWriter(built_in("cpe"), setter).write(SNAPSHOT).data
    assert broken_rules(pdf) == []
    assert b"/AcroForm" not in pdf


def test_the_same_certificate_has_the_same_bytes_whoever_else_is_issued(setter: Setter) -> None:
    template = built_in("attendance")
    alone = CertificateWriter(template, setter, qr_modules=code_of).write(SNAPSHOT, [BADGE]).data
    busy = CertificateWriter(template, Setter(setter.faces), qr_modules=code_of)
    for name in ("Άννα", "Пётр", "Ann Other"):
        busy.write(replace(SNAPSHOT, person_name=name))
    assert busy.write(SNAPSHOT, [BADGE]).data == alone
    assert busy.write(replace(SNAPSHOT, number="CPD-2026-001414"), [BADGE]).data != alone


def test_a_signature_covers_everything_but_itself(writer: CertificateWriter) -> None:
    written = writer.write(SNAPSHOT)
    signature = bytes(range(256)) * 8
    pdf = written.signed(signature)
    start, length, after, rest = written.byte_range
    assert (start, after + rest) == (0, len(pdf))
    covered = pdf[:length] + pdf[after:]
    assert hashlib.sha256(covered).digest() == written.digest()
    assert pdf[length:after] == b"<" + signature.hex().encode().ljust(2 * RESERVE, b"0") + b">"
    field = Pdf(pdf).get(Pdf(pdf).catalog, "AcroForm", "Fields", 0)
    assert Pdf(pdf).get(field, "V", "ByteRange") == [0, length, after, rest]


def test_a_signature_too_large_for_its_place_is_refused(writer: CertificateWriter) -> None:
    with pytest.raises(ValueError, match="4001 bytes"):
        writer.write(SNAPSHOT).signed(b"x" * (RESERVE + 1))


def test_an_attached_badge_comes_out_as_it_went_in(
    writer: CertificateWriter, tmp_path: Path
) -> None:
    if not shutil.which("pdfdetach"):
        pytest.skip("needs pdfdetach")
    path = tmp_path / "certificate.pdf"
    path.write_bytes(writer.write(SNAPSHOT, [BADGE]).data)
    subprocess.run(["pdfdetach", "-saveall", "-o", tmp_path, path], check=True)
    assert (tmp_path / BADGE.name).read_bytes() == BADGE.data


def test_an_optional_text_without_its_value_leaves_no_trace(setter: Setter) -> None:
    writer = CertificateWriter(built_in("attendance"), setter)
    pdf = writer.write(replace(SNAPSHOT, person_licence="", place="", statement="")).data
    assert broken_rules(pdf) == []
    assert "webinar" not in text_of(pdf)


def test_pictures_and_a_signature_are_shown_with_what_shines_through(setter: Setter) -> None:
    blue, clear = png((40, 20), (0, 0, 255, 255)), png((30, 10), (0, 0, 0, 128))
    template = one_page(
        Picture(name="Logo", box=Box(20, 20, 80, 40), asset="logo", alt="Our logo", order=1),
        Signature(name="Hand", box=Box(20, 100, 90, 30), alt="Hand of {signatory_name}", order=2),
        assets=(Asset("logo", "image/png", blue),),
    )
    snapshot = replace(SNAPSHOT, signature="abc")
    pictures = {"abc": clear}
    pdf = CertificateWriter(template, setter, pictures).write(snapshot).data
    shown = ReferenceWriter(template, setter, pictures).write(snapshot)
    assert broken_rules(pdf) == []
    assert unlike(pdf, shown) < ALIKE
    assert CertificateWriter(template, setter, pictures).write(SNAPSHOT).data != pdf


def test_what_lies_above_a_name_stays_above_it(setter: Setter) -> None:
    template = one_page(
        text("Name", "{person_name}", Box(20, 20, 300, 40), size=30),
        Shape(name="Cover", box=Box(0, 0, 600, 400), fill=built_in("speaker").pages[0].colour),
    )
    pdf = CertificateWriter(template, setter).write(SNAPSHOT).data
    assert set(raster(pdf)[15:]) == {255}
    assert broken_rules(pdf) == []


def test_a_certificate_may_have_several_pages(setter: Setter) -> None:
    page = Page(300, 200, (text("Name", "{person_name}", Box(10, 10, 280, 30)),))
    pdf = CertificateWriter(Template("Two", (page, page)), setter, reserve=9).write(SNAPSHOT)
    assert broken_rules(pdf.signed(b"s")) == []
    assert text_of(pdf.data).count("Zoë Ångström") == 2


def test_a_letter_that_no_font_has_is_named_and_never_printed_as_a_box(
    writer: CertificateWriter,
) -> None:
    with pytest.raises(Invalid, match="\U0010fffd"):
        writer.write(replace(SNAPSHOT, person_name="Zo\U0010fffd"))


def test_control_characters_in_a_name_are_left_out(writer: CertificateWriter) -> None:
    pdf = writer.write(replace(SNAPSHOT, person_name="Zoë\x00\x1b Å\tngström\u202e")).data
    assert broken_rules(pdf) == []
    assert "Zoë Å ngström" in text_of(pdf)


def test_a_long_name_becomes_smaller_and_then_takes_two_lines(setter: Setter) -> None:
    name = text("Name", "{person_name}", Box(0, 0, 300, 50), size=30, smallest=15, fit=Fit.SHRINK)
    short, long, longest = (
        set_text(name, replace(SNAPSHOT, person_name="Ann Lee" * times), setter)
        for times in (1, 5, 60)
    )
    wrapped = set_text(name, replace(SNAPSHOT, person_name="Ann Lee " * 6), setter)
    assert (short.size, short.shrunk, short.fits, len(short.lines)) == (30, False, True, 1)
    assert (long.shrunk, long.fits, len(long.lines)) == (True, True, 1)
    assert (wrapped.shrunk, wrapped.fits, len(wrapped.lines)) == (True, True, 2)
    assert not longest.fits


def test_a_batch_is_proofread_and_says_whose_name_shrinks_or_cannot_be_printed(
    setter: Setter,
) -> None:
    people = ("Ann Lee", "Wilhelmina Konstantinopolskaya-" * 2 + "Abernathy", "Zo\U0010fffd")
    snapshots = [replace(SNAPSHOT, person_name=name) for name in people]
    found = list(proof(built_in("attendance"), snapshots, setter))
    assert [(each.element, each.forbids) for each in found] == [("Name", False), ("Name", True)]
    assert people[1] in str(found[0].says)
    assert "print \U0010fffd, needed for “Name” of Zo" in str(found[1].says)


def test_two_texts_of_one_name_are_each_proofread(setter: Setter) -> None:
    roomy = Text(name="Name", box=Box(0, 0, 500, 60), spans=(Span("{person_name}"),), size=20)
    narrow = replace(roomy, box=Box(0, 80, 40, 60), spans=(Span("Dear {person_name}"),))
    template = Template("T", (Page(600, 400, (roomy, narrow)),))
    reader = Proofreader(template, setter)
    people = [replace(SNAPSHOT, person_name=name) for name in ("Al", "Wilhelmina", "Al")]
    found = [[each.forbids for each in reader.read(person)] for person in people]
    assert found == [[], [False], []]


def test_who_was_looked_through_before_is_not_set_anew_however_many_came_since(
    setter: Setter,
) -> None:
    fresh = Setter(setter.faces)
    style = Style(Family.SERIF)
    name = [Piece("Zoë Ångström", style, BLACK)]
    before = fresh.line(name)
    for number in range(1_999):
        fresh.line([Piece(f"{number}", style, BLACK)])
    assert fresh.line(name) is before
    fresh.line([Piece("one too many", style, BLACK)])
    assert fresh.line(name) is not before


def test_credit_that_does_not_fit_its_table_is_said_before_issue(setter: Setter) -> None:
    crowded = replace(SNAPSHOT, credits=SNAPSHOT.credits * 20)
    (found,) = proof(built_in("completion"), [crowded], setter)
    assert found.forbids
    assert found.element == "Credit"


@pytest.mark.parametrize(
    ("kept", "broken"),
    [
        (b"<pdfuaid:part>1<", b"<pdfuaid:part>2<"),
        (b"/DisplayDocTitle true", b"/DisplayDocTitle null"),
        (b"/F 132", b"/F 130"),
        (b"/StructParents 0", b"/StructParents 1"),
        (b"/AFRelationship/Data", b"/AFRelationship/None"),
        (b"/S/H1/", b"/S/H2/"),
        (b"/Alt<", b"/Alx<"),
        (b"/W[0[", b"/W[0[9 "),
        (b"/S/P/P 5 0", b"/S/P/P 6 0"),
    ],
)
def test_a_claim_that_is_not_kept_would_be_noticed(
    writer: CertificateWriter, kept: bytes, broken: bytes
) -> None:
    pdf = writer.write(SNAPSHOT, [BADGE]).data
    assert kept in pdf
    changed = pdf.replace(kept, broken)
    if len(broken) > len(kept):
        extra = len(broken) - len(kept)
        at = pdf.index(kept)
        end = pdf.index(b"]", at)
        changed = pdf[:at] + broken + pdf[at + len(kept) : end - extra] + pdf[end:]
    assert broken_rules(changed) != []


@pytest.mark.parametrize("name", BUILT_IN)
def test_nothing_is_found_wrong_with_a_built_in_template(name: str) -> None:
    template = built_in(name)
    assert template_findings(template) == []
    assert snapshot_findings(template, SNAPSHOT) == []


@pytest.mark.parametrize("name", ["", " ", "\u200d", "\u0301", "\u202e\u202c", "a" * 3_000])
def test_an_odd_name_breaks_nothing(writer: CertificateWriter, name: str) -> None:
    assert broken_rules(writer.write(replace(SNAPSHOT, person_name=name)).data) == []


@pytest.mark.parametrize(
    "words",
    [
        "Safeguarding & Clinical Governance: Level 3 Update for Everybody",
        "医療安全講習基礎から実践まで学ぶ総合的な研修プログラムと現場での応用",
        "الحوكمة السريرية وحماية الأطفال والبالغين في المقاطعات الشمالية",
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung",
        "ศูนย์ฝึกอบรมความปลอดภัยของผู้ป่วยและการดูแลสุขภาพในภาคเหนือ",
    ],
)
def test_lines_stay_in_their_box_and_lose_nothing(setter: Setter, words: str) -> None:
    printable(setter, words)
    box = Box(40, 40, 220, 90)
    for align in Align:
        element = text("Title", words, box, size=18, smallest=8, align=align)
        block = set_text(element, SNAPSHOT, setter)
        assert block.fits
        assert len(block.lines) > 1
        assert "".join(block.text.split()) == "".join(words.split())
        for each in block.lines:
            assert each.x >= box.x - 1
            assert each.x + each.line.width * block.size <= box.right + 1


def test_two_lines_in_the_middle_are_about_as_long_and_break_no_word(setter: Setter) -> None:
    words = "Safeguarding & Clinical Governance: Level 3 Update"
    element = text("Title", words, Box(0, 0, 400, 60), size=20, align=Align.CENTRE)
    first, second = set_text(element, SNAPSHOT, setter).lines
    assert f"{first.line.text} {second.line.text}" == words
    assert second.line.width > first.line.width * 0.6


def test_words_that_only_decorate_are_not_read_at_all(setter: Setter) -> None:
    name = printable(setter, NAMES["thai"])
    how = {"size": 40, "role": Role.DECORATION}
    template = one_page(
        text("Ground", name, Box(10, 10, 500, 80), **how),
        text("Name", "{person_name}", Box(10, 200, 500, 80), **how),
        Code(name="Code", box=Box(520, 10, 60, 60), role=Role.DECORATION),
        text("Read", "Certificate", Box(10, 300, 500, 80), size=20, role=Role.HEADING),
    )
    writer = CertificateWriter(template, setter, qr_modules=code_of)
    pdf = writer.write(replace(SNAPSHOT, person_name=name)).data
    assert broken_rules(pdf) == []
    assert spoken(pdf) == ["H1: Certificate"]


def test_a_language_that_is_none_cannot_break_the_file(setter: Setter) -> None:
    writer = CertificateWriter(built_in("speaker"), setter)
    pdf = writer.write(replace(SNAPSHOT, language="en-GB)/AA<<>>(")).data
    assert Pdf(pdf).catalog["Lang"] == "en-GBAA"
    assert broken_rules(pdf) == []
