"""The strings on file, held against a small source by the real tools."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCE = """\
class Page(QWidget):
    def show_all(self) -> None:
        self.head.setText(self.tr("Events"))
        self.foot.setText(self.tr("%n person(s) in %n box(es)", "", 3))


LOCKED = Sentence("errors", "The folder {name} is locked.").filled(name="x")
"""


@dataclass(frozen=True, slots=True)
class Project:
    """A throw-away copy of the scripts around a source of one file."""

    root: Path

    @property
    def source(self) -> Path:
        return self.root / "cpd_desktop" / "page.py"

    @property
    def english(self) -> Path:
        return self.root / "resources" / "i18n" / "cpd_desktop_en.ts"

    def translations(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Start packaging/translations."""
        return subprocess.run(
            [str(self.root / "packaging" / "translations"), *arguments],
            check=False,
            capture_output=True,
            text=True,
        )


@pytest.fixture
def project(tmp_path: Path) -> Project:
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "packaging", tmp_path / "packaging", ignore=ignored)
    (tmp_path / ".venv").symlink_to(sys.prefix)
    made = Project(tmp_path)
    made.source.parent.mkdir()
    made.source.write_text(SOURCE, encoding="utf-8")
    assert made.translations().returncode == 0
    return made


def test_the_strings_of_the_source_are_on_file_and_compiled(project: Project) -> None:
    text = project.english.read_text(encoding="utf-8")

    assert "<source>Events</source>" in text
    assert "<source>The folder {name} is locked.</source>" in text
    assert "<location" not in text
    assert project.english.with_suffix(".qm").stat().st_size > 0
    assert project.translations("--check").returncode == 0


def test_english_counts_one_person_and_two_people_rightly(project: Project) -> None:
    text = project.english.read_text(encoding="utf-8")

    assert "<numerusform>%n person in %n box</numerusform>" in text
    assert "<numerusform>%n persons in %n boxes</numerusform>" in text


def test_plurals_written_by_hand_are_kept(project: Project) -> None:
    text = project.english.read_text(encoding="utf-8")
    by_hand = text.replace("%n persons in %n boxes</num", "%n people in %n boxes</num")
    project.english.write_text(by_hand, encoding="utf-8")

    assert project.translations("--check").returncode == 0
    assert project.translations().returncode == 0
    assert project.english.read_text(encoding="utf-8") == by_hand


def test_a_string_that_is_not_on_file_fails_the_check(project: Project) -> None:
    project.source.write_text(SOURCE.replace('"Events"', '"Your events"'), encoding="utf-8")
    before = project.english.read_bytes()

    done = project.translations("--check")

    assert done.returncode == 1
    assert "+ Page | Your events\n- Page | Events\n" in done.stdout
    assert project.english.read_bytes() == before


def test_a_count_whose_plurals_are_not_on_file_fails_the_check(project: Project) -> None:
    filled = project.english.read_text(encoding="utf-8")
    forms = re.compile(r"<translation>(\s*)<numerusform>.*?</translation>", re.DOTALL)
    empty = r'<translation type="unfinished">' + 2 * r"\1<numerusform></numerusform>"
    project.english.write_text(forms.sub(empty + "</translation>", filled), encoding="utf-8")

    assert project.translations("--check").returncode == 1
    assert project.translations().returncode == 0
    assert project.english.read_text(encoding="utf-8") == filled


def test_moving_a_string_within_its_page_changes_nothing(project: Project) -> None:
    lines = SOURCE.splitlines(keepends=True)
    lines[2], lines[3] = lines[3], lines[2]
    project.source.write_text("".join(lines), encoding="utf-8")

    assert project.translations("--check").returncode == 0


def test_a_source_the_tools_cannot_read_is_told(project: Project) -> None:
    project.english.write_text("no strings here", encoding="utf-8")

    done = project.translations()

    assert done.returncode == 1
    assert "pyside6-lupdate failed" in done.stderr
