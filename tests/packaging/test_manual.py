"""The manual: whole, in the words of the window, readable in a browser, with pictures of today."""

from __future__ import annotations

import itertools
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PIL import Image

from cpd_desktop.ui.manual import ABOUT, FIRST

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCE = ROOT / "docs" / "manual"
PICTURES = SOURCE / "pictures"
STRINGS = ROOT / "resources" / "i18n" / "cpd_desktop_en.ts"
PAGES = sorted(SOURCE.glob("*.md"))
LARGEST = 60_000
COARSE = (30, 19)  # so many patches tell pages apart, but neither dates nor fonts
DARK = 160  # of 255; letters are darker than the grounds that they stand on
ALIKE = 0.35  # of the ink of two pictures, what lies elsewhere; two pages differ by half at least

IMAGE = re.compile(r"!\[(?P<says>[^\]]*)\]\((?P<path>[^)]+)\)")
LINK = re.compile(r"(?<!!)\[[^\]]+\]\((?P<to>[^)]+)\)")
BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
PLACE = re.compile(r"(\{[^}]*\}|%n|\((?:s|es)\))")
FEWEST_LETTERS = 2  # what has fewer besides its places would be like anything


def carry_out(script: str, into: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / script), str(into)],
        check=False, capture_output=True, text=True, env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("made") / "manual"
    carry_out("manual_pages.py", made)
    return made


def said(source: str) -> re.Pattern[str] | None:
    """Return what a string of the window looks like on the screen."""
    source = source.replace("&", "").rstrip("…")
    if len(re.findall(r"\w", PLACE.sub("", source))) < FEWEST_LETTERS:
        return None
    parts = PLACE.split(source)
    shown = {"%n": r"\d+", "(s)": "s?", "(es)": "(?:es)?"}
    return re.compile("".join(
        shown.get(part, ".+" if part.startswith("{") else re.escape(part)) for part in parts
    ))  # fmt: skip


def test_the_first_page_leads_to_every_page() -> None:
    first = (SOURCE / "index.md").read_text(encoding="utf-8")
    listed = re.findall(r"^- \[.+\]\((.+)\.md\)$", first, re.MULTILINE)
    assert sorted(listed) == [page.stem for page in PAGES if page.stem != "index"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_link_leads_somewhere_and_every_picture_is_there_and_described(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for link in LINK.finditer(text):
        assert (SOURCE / link["to"].partition("#")[0]).is_file(), link["to"]
    for image in IMAGE.finditer(text):
        assert (SOURCE / image["path"]).is_file(), image["path"]
        assert len(image["says"].split()) > 1, image["path"]


def test_what_else_is_to_be_read_links_to_what_is_there() -> None:
    for document in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")):
        text = document.read_text(encoding="utf-8")
        for link in (*LINK.finditer(text), *IMAGE.finditer(text)):
            to = link[link.lastindex or 0].partition("#")[0]
            assert to.startswith("https:") or (document.parent / to).exists(), (document, to)


def test_every_picture_is_shown_somewhere_and_small() -> None:
    shown = {each["path"] for page in PAGES for each in IMAGE.finditer(page.read_text("utf-8"))}
    kept = sorted(PICTURES.iterdir())
    assert {f"pictures/{each.name}" for each in kept} == shown
    assert not [each.name for each in kept if each.stat().st_size > LARGEST]


def test_every_word_in_bold_is_a_word_of_the_window() -> None:
    strings = ET.parse(STRINGS).getroot().iter("message")  # noqa: S314 - our own file
    known = [said(each.findtext("source", "")) for each in strings]
    named = {
        (page.stem, " ".join(each.split()))
        for page in PAGES
        for each in BOLD.findall(page.read_text(encoding="utf-8"))
    }
    assert named
    stale = [
        (page, words)
        for page, words in sorted(named)
        if not any(each is not None and each.fullmatch(words.rstrip("…")) for each in known)
    ]
    assert not stale


def test_every_page_of_the_window_has_its_page_of_the_manual(site: Path) -> None:
    for name in (FIRST, *ABOUT.values()):
        assert (site / f"{name}.html").is_file(), name


def test_the_pages_made_link_to_each_other_and_not_to_their_source(site: Path) -> None:
    for page in site.glob("*.html"):
        text = page.read_text(encoding="utf-8")
        for address in re.findall(r'(?:href|src)="([^"#]+)', text):
            assert (site / address).is_file(), (page.name, address)


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("chromium"), reason="needs chromium")
def test_a_browser_shows_it_from_the_disk_and_the_keyboard_finds_a_word(
    site: Path, tmp_path: Path
) -> None:
    pytest.importorskip("fcntl")  # which systems without pipes to Chromium do not have
    from tests.adapters.trust.chromium import chromium

    with chromium(tmp_path / "profile") as page:
        for name in ("index", "attendance"):
            page.ask("Page.navigate", url=(site / f"{name}.html").as_uri())
            page.until(f"location.href.endsWith('{name}.html') && document.readyState=='complete'")
            assert page.value("[...document.images].every(each => each.naturalWidth > 0)")
        page.press("/")
        page.until("document.activeElement.id === 'search'")
        page.write("keychain vault")
        page.until("document.querySelector('#found a') !== null")
        page.press("ArrowDown")
        page.until("document.activeElement.closest('#found') !== null")
        page.press("Enter")
        page.until("location.href.endsWith('settings.html#where-passwords-are-kept')")
        page.until("document.readyState === 'complete'")
        assert page.value("document.querySelector(location.hash).getBoundingClientRect().top >= 0")
        asked = [each for each in page.requests if each != "about:blank"]
        assert all(each.startswith("file:") for each in asked), asked
        assert not page.complaints


@pytest.mark.slow
def test_the_window_still_looks_as_in_the_pictures(tmp_path: Path) -> None:
    carry_out("manual_pictures.py", tmp_path / "now")

    taken = {each.name: each for each in (tmp_path / "now").iterdir()}
    assert sorted(taken) == sorted(each.name for each in PICTURES.iterdir())
    apart = {name: unlike(inked(PICTURES / name), inked(path)) for name, path in taken.items()}
    assert not {name: much for name, much in apart.items() if much > ALIKE}


def unlike(one: bytes, other: bytes) -> float:
    """Return which share of the ink of two pictures lies elsewhere in the other."""
    pairs = list(zip(one, other, strict=True))
    return sum(abs(a - b) for a, b in pairs) / sum(max(pair) for pair in pairs)


def inked(path: Path) -> bytes:
    with Image.open(path) as picture:
        ink = picture.convert("L").point([255 * (grey < DARK) for grey in range(256)])
        return ink.resize(COARSE, Image.Resampling.BOX).tobytes()


def test_pictures_of_different_pages_are_not_taken_for_alike() -> None:
    inks = [inked(each) for each in sorted(PICTURES.iterdir())]
    assert min(unlike(*pair) for pair in itertools.combinations(inks, 2)) > ALIKE
