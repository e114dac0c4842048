from __future__ import annotations

import shutil
import subprocess
import unicodedata
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.lettering.fonts import FontShelf, system_folders
from cpd_desktop.adapters.papers.pdf_papers import PdfPapers
from cpd_desktop.adapters.qr_reader import codes_in
from cpd_desktop.domain.badge_codes import code_for, read_code
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.papers import (
    LAYOUTS,
    LETTER,
    Badge,
    BadgeLayout,
    PaperWords,
    SheetColumn,
    SignInRow,
    SignInSheet,
    Unprintable,
)
from cpd_desktop.services.code_reader import GreyPicture

if TYPE_CHECKING:
    from pathlib import Path

MADE = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
WORDS = PaperWords("Sign-in sheet", MADE)
ARABIC = "محمد الأحمد"


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> FontShelf:
    """Return a shelf with DejaVu alone, so that a test sees the same on every computer."""
    bundled = tmp_path_factory.mktemp("fonts")
    for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"):
        found = [path for folder in system_folders() for path in folder.rglob(name)]
        shutil.copy(found[0], bundled)
    return FontShelf(bundled, ())


@pytest.fixture(scope="module")
def papers(shelf: FontShelf) -> PdfPapers:
    return PdfPapers(shelf)


def sheet(*names: str, words: PaperWords = WORDS, **other: str) -> SignInSheet:
    rows = tuple(
        SignInRow(f"CPD-2026-{number:04}", name, **other) for number, name in enumerate(names, 1)
    )
    when = "Tue 1 Dec 2026 · 09:00-12:30 Europe/London"
    return SignInSheet("Refresher", "Morning", when, "Room 4", "Northern Training", rows, words)


def text_of(pdf: bytes) -> str:
    command = ["pdftotext", "-layout", "-", "-"]
    made = subprocess.run(command, input=pdf, capture_output=True, check=True)
    return unicodedata.normalize("NFKC", made.stdout.decode())


def pages_of(pdf: bytes) -> list[str]:
    return text_of(pdf).split("\f")[:-1]


def info_of(pdf: bytes) -> str:
    made = subprocess.run(["pdfinfo", "-"], input=pdf, capture_output=True, check=True)
    return made.stdout.decode()


def pictures_of(pdf: bytes, folder: Path, dots_per_inch: int) -> list[GreyPicture]:
    path = folder / "paper.pdf"
    path.write_bytes(pdf)
    command = ["pdftoppm", "-gray", "-r", str(dots_per_inch)]
    subprocess.run([*command, path, folder / "page"], check=True)
    pictures = []
    for page in sorted(folder.glob("page*.pgm")):
        _kind, size, _white, dots = page.read_bytes().split(b"\n", 3)
        width, height = map(int, size.split())
        pictures.append(GreyPicture(width, height, width, dots))
    return pictures


def badge(number: int, name: str = "Zoë Ångström") -> Badge:
    return Badge(name, "St Mary", "Speaker", "Refresher", code_for(f"CPD-2026-{number:04}"))


def test_every_page_says_which_session_it_is_for_and_how_many_pages_there_are(
    papers: PdfPapers,
) -> None:
    pages = pages_of(papers.sign_in_sheet(sheet(*[f"Person {n}" for n in range(40)])))
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        for text in ("Refresher", "Morning", "Europe/London", "Room 4", "Signature in"):
            assert text in page
        assert f"Page {number} of {len(pages)}" in page


def test_nobody_is_left_off_the_sheet(papers: PdfPapers) -> None:
    names = [f"Person {number:03}" for number in range(60)]
    text = text_of(papers.sign_in_sheet(sheet(*names)))
    assert [name for name in names if text.count(name) != 1] == []


def test_the_sheet_has_the_columns_asked_for(papers: PdfPapers) -> None:
    words = replace(WORDS, headings=((SheetColumn.NAME, "Nom"), (SheetColumn.SIGN_IN, "Entrée")))
    text = text_of(papers.sign_in_sheet(sheet("Zoë", words=words, licence="GMC 7")))
    assert "Entrée" in text
    assert "GMC 7" not in text
    with pytest.raises(Invalid):
        papers.sign_in_sheet(sheet("Zoë", words=replace(WORDS, headings=())))


def test_a_sheet_for_nobody_has_lines_to_write_on(papers: PdfPapers) -> None:
    assert "Page 1 of 1" in text_of(papers.sign_in_sheet(sheet()))


def test_walk_ins_get_lines_of_their_own(papers: PdfPapers) -> None:
    one = sheet("Zoë")
    assert len(pages_of(papers.sign_in_sheet(replace(one, blank_rows=30)))) > 1


def test_a_long_name_is_printed_whole_on_several_lines(papers: PdfPapers) -> None:
    name = "Dr. Maximiliana Theodora von Hohenlohe-Langenburg zu Weikersheim und Waldenburg"
    on_sheet = text_of(papers.sign_in_sheet(sheet(name)))
    on_badge = text_of(papers.badges([badge(1, name)], LAYOUTS[0], WORDS))
    for text in (on_sheet, on_badge):
        assert [word for word in name.split() if word not in text] == []


def test_a_name_without_end_is_cut_with_a_mark(papers: PdfPapers) -> None:
    text = text_of(papers.sign_in_sheet(sheet("X" * 10_000)))
    assert "X..." in text  # as the compared form writes an ellipsis


def test_a_paper_has_its_title_language_and_date(papers: PdfPapers) -> None:
    pdf = papers.sign_in_sheet(sheet("Zoë", words=replace(WORDS, language="de")))
    info = info_of(pdf)
    assert "Sign-in sheet · Refresher" in info
    assert b"/Lang (de)" in pdf
    assert b"D:20261121093000+00'00'" in pdf


def test_the_same_paper_has_the_same_bytes_whatever_was_printed_before(papers: PdfPapers) -> None:
    first = papers.sign_in_sheet(sheet("Zoë", "Анна"))
    papers.sign_in_sheet(sheet("Γιώργος", "Nguyễn"))
    assert papers.sign_in_sheet(sheet("Zoë", "Анна")) == first


def test_a_sheet_fits_american_paper(papers: PdfPapers) -> None:
    pdf = papers.sign_in_sheet(replace(sheet("Zoë"), page=LETTER))
    assert "792 x 612 pts" in info_of(pdf)


def test_letters_that_no_font_has_are_named_with_the_person_who_needs_them(
    papers: PdfPapers,
) -> None:
    with pytest.raises(Unprintable) as raised:
        papers.sign_in_sheet(sheet("Zoë", "王小明", "Anna 🫨"))
    assert {whose: str(problem) for whose, problem in raised.value.problems.items()} == {
        "王小明": "No font on this computer can print 王 小 明, needed for 王小明.",
        "Anna 🫨": "No font on this computer can print 🫨, needed for Anna 🫨.",
    }


def test_an_organisation_that_cannot_be_printed_names_its_person(papers: PdfPapers) -> None:
    with pytest.raises(Unprintable, match="needed for Zoë"):
        papers.sign_in_sheet(sheet("Zoë", organisation="東京"))


def test_a_computer_without_fonts_says_so(tmp_path: Path) -> None:
    with pytest.raises(Unprintable, match="no TrueType font"):
        PdfPapers(FontShelf(tmp_path, ())).sign_in_sheet(sheet("Zoë"))


def test_a_damaged_font_is_passed_over(shelf: FontShelf, tmp_path: Path) -> None:
    (tmp_path / "NotoSans-Regular.ttf").write_bytes(b"no font")
    text = text_of(PdfPapers(FontShelf(tmp_path, (shelf.bundled,))).sign_in_sheet(sheet("Zoë")))
    assert "Zoë" in text


def test_characters_that_leave_no_mark_do_not_stop_a_paper(papers: PdfPapers) -> None:
    text = text_of(papers.sign_in_sheet(sheet("Zoë\u200b\ufe0f A\u00ad\u2060nna\x07")))
    assert "Zoë Anna" in text


def test_arabic_names_are_joined_and_not_reversed(papers: PdfPapers) -> None:
    text = text_of(papers.sign_in_sheet(sheet(ARABIC)))
    assert ARABIC in text


def test_the_same_arabic_paper_has_the_same_bytes(papers: PdfPapers) -> None:
    first = papers.sign_in_sheet(sheet(ARABIC))
    papers.sign_in_sheet(sheet("بسم الله", "דָּוִד"))
    assert papers.sign_in_sheet(sheet(ARABIC)) == first


def test_names_of_many_scripts_are_printed_in_one_paper() -> None:
    names = (
        "Zoë",
        "अनुष्का शर्मा",
        "สมชาย ใจดี",
        "王小明",
        "山田 太郎",
        "김민수",
        "王小明 Wang",
        ARABIC,
    )
    shelf = FontShelf(system_folders()[0] / "none", system_folders())
    if missing := shelf.missing("".join(names)):
        pytest.skip(f"no font here has {missing}")
    text = text_of(PdfPapers(shelf).sign_in_sheet(sheet(*names)))
    assert [name for name in names if unicodedata.normalize("NFKC", name) not in text] == []


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: str(layout.words))
def test_the_code_of_every_badge_can_be_read_from_the_paper(
    papers: PdfPapers, layout: BadgeLayout, tmp_path: Path
) -> None:
    count = layout.on_sheet + 1
    badges = [badge(number) for number in range(1, count + 1)]
    pdf = papers.badges(badges, layout, replace(WORDS, title="Badges"))
    pictures = pictures_of(pdf, tmp_path, dots_per_inch=100)
    read = {read_code(text) for picture in pictures for text in codes_in(picture)}
    assert len(pictures) == 2
    assert read == {f"CPD-2026-{number:04}" for number in range(1, count + 1)}


def test_a_badge_says_who_its_wearer_is(papers: PdfPapers) -> None:
    text = text_of(papers.badges([badge(1)], LAYOUTS[0], replace(WORDS, title="Badges")))
    for words in ("Zoë Ångström", "St Mary", "Speaker", "Refresher"):
        assert words in text


def test_without_anybody_there_are_no_badges(papers: PdfPapers) -> None:
    with pytest.raises(Invalid, match="nobody"):
        papers.badges([], LAYOUTS[0], WORDS)
