from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

import cpd_desktop
from cpd_desktop.domain import errors
from cpd_desktop.domain.errors import CpdError, Invalid, NotFound
from cpd_desktop.domain.words import Sentence
from cpd_desktop.ui.wording import explain, in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

WORDS = {
    ("test", "%n file(s) in {place}", 1): "%n Datei in {place}",
    ("test", "%n file(s) in {place}", 5): "%n Dateien in {place}",
    ("test", "the folder", -1): "dem Ordner",
    ("errors", "Nothing was changed.", -1): "Nichts wurde geändert.",
}


class German(QTranslator):
    """Knows four sentences."""

    def translate(  # type: ignore[override] # nothing means: ask the next translator
        self,
        context: str,
        source: str,
        disambiguation: str | None = None,  # noqa: ARG002 - Qt hands it over
        n: int = -1,
    ) -> str | None:
        return WORDS.get((context, source, n))

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    translator = German()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


FILES = Sentence("test", "%n file(s) in {place}")


def test_english_needs_no_translation(qapp: QApplication) -> None:
    assert in_words(FILES.filled(n=1, place="here")) == "1 file in here"
    assert in_words(FILES.filled(n=5, place="{here}")) == "5 files in {here}"
    assert in_words(Sentence("test", "Plain")) == "Plain"


@pytest.mark.parametrize(("country", "shown"), [("en_GB", "12,345"), ("de_DE", "12.345")])
def test_a_large_count_is_grouped_as_the_country_does(
    qapp: QApplication, country: str, shown: str
) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(country))
    try:
        assert in_words(FILES.filled(n=12_345, place="A")) == f"{shown} files in A"
    finally:
        QLocale.setDefault(before)


@pytest.mark.usefixtures("german")
def test_the_template_is_translated_and_then_filled() -> None:
    folder = Sentence("test", "the folder")
    assert in_words(FILES.filled(n=1, place="A")) == "1 Datei in A"
    assert in_words(FILES.filled(n=5, place=folder)) == "5 Dateien in dem Ordner"


def every_kind(root: type[CpdError] = CpdError) -> Iterator[type[CpdError]]:
    yield root
    for kind in root.__subclasses__():
        yield from every_kind(kind)


def test_every_kind_of_error_has_a_title() -> None:
    # What adapters tell apart among themselves has the title of its parent.
    kinds = {kind for kind in every_kind() if kind.__module__.startswith("cpd_desktop.domain.")}
    assert vars(errors)["NeedsSignIn"] in kinds
    assert [kind.__name__ for kind in kinds if "title" not in vars(kind)] == []
    assert len({kind.title.template for kind in kinds}) == len(kinds)


def test_an_error_is_explained_by_what_happened_and_what_to_do(qapp: QApplication) -> None:
    found = explain(NotFound(Sentence("test", "Event {id} is not there.").filled(id=7)))
    assert found.title == "It is not there any more"
    assert found.says == "Event 7 is not there."
    assert found.advice == "It may have been deleted; look in the Trash."


@pytest.mark.usefixtures("german")
def test_advice_is_translated_too() -> None:
    error = errors.NotAllowed(Sentence("test", "No."))
    assert explain(error).advice == "Nichts wurde geändert."


def test_a_kind_made_elsewhere_takes_the_title_of_its_parent(qapp: QApplication) -> None:
    class TooLong(Invalid):
        pass

    found = explain(TooLong({"title": Sentence("test", "The title is too long.")}))
    assert found.title == "Something needs correcting"


def test_a_defect_is_called_one_and_shows_no_internals(qapp: QApplication) -> None:
    found = explain(KeyError("secret"))
    assert found.title == "A defect in CPD Desktop"
    assert "KeyError" in found.says
    assert "secret" not in found.says + found.advice


@cache
def sources() -> dict[str, ast.Module]:
    """Return the sources of all that people see, by module; they are read once."""
    root = Path(cpd_desktop.__file__).parents[1]
    return {
        ".".join(path.relative_to(root).with_suffix("").parts): ast.parse(
            path.read_text(encoding="utf-8")
        )
        for face in ("app", "ui")
        for path in (root / "cpd_desktop" / face).rglob("*.py")
    }


def test_no_class_that_others_are_built_on_counts_with_tr() -> None:
    # tr() asks under the name of the built class first, where a count fills in its number; that
    # is taken for a translation, and "3 line(s)" stays as it is.
    counting: set[str] = set()
    built_on: set[str] = set()
    for here, tree in sources().items():
        known = {
            each.asname or each.name: f"{found.module}.{each.name}"
            for found in ast.walk(tree)
            if isinstance(found, ast.ImportFrom)
            for each in found.names
        }
        for made in (each for each in ast.walk(tree) if isinstance(each, ast.ClassDef)):
            names = [each.id for each in made.bases if isinstance(each, ast.Name)]
            built_on |= {known.get(name, f"{here}.{name}") for name in names}
            if any(_counts(each) for each in ast.walk(made)):
                counting.add(f"{here}.{made.name}")
    assert counting
    assert counting & built_on == set()


def test_counts_outside_a_class_are_told_by_sentences() -> None:
    # The tool that collects strings overlooks a translate() that is given a count.
    found = [
        f"{here}:{each.lineno}"
        for here, tree in sources().items()
        for each in ast.walk(tree)
        if isinstance(each, ast.Call)
        and _counts(each, "translate", ("context", "text", "comment"))
        and here != in_words.__module__
    ]
    assert found == []


def _counts(
    each: ast.AST, named: str = "tr", before: tuple[str, ...] = ("text", "comment")
) -> bool:
    if not isinstance(each, ast.Call):
        return False
    name = each.func.attr if isinstance(each.func, ast.Attribute) else getattr(each.func, "id", "")
    return name == named and len(each.args) > len(before)
