"""Lists of who did something are noted of whom they certainly name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.sheets.files import SheetFiles
from cpd_desktop.domain.attendance.marks import MarkKind
from cpd_desktop.domain.attendance.reports.columns import ReportMap
from cpd_desktop.domain.attendance.reports.questions import Answers, ColumnsUnknown
from cpd_desktop.domain.attendance.reports.words import Column
from cpd_desktop.domain.errors import NotFound
from cpd_desktop.services.attendance.mark_import import MarkImport
from cpd_desktop.services.work import Work

if TYPE_CHECKING:
    from cpd_desktop.services.attendance.mark_import import MarksTold
    from tests.attended import Scene

PEOPLE = (
    ("Tom Becker", "tom@x.example"),
    ("Anna Nowak", "a@x.example"),
    ("Anna Nowak", "b@x.example"),
)


def bring(scene: Scene, content: str, kind: MarkKind) -> MarksTold:
    file = scene.path / "answers.csv"
    file.write_text(content, encoding="utf-8")
    service = MarkImport(SheetFiles(), scene.attendance)
    return service.bring_in(scene.event, file, kind, Work()).value


def test_whoever_is_certainly_on_the_list_has_done_it_and_the_others_are_named(
    scene: Scene,
) -> None:
    scene.register(*PEOPLE)
    told = bring(
        scene, "Name,Email\nT. B.,TOM@x.example\nAnna Nowak,\nJane Doe,\n", MarkKind.EVALUATION
    )
    assert (told.read, told.noted, sorted(told.unknown)) == (3, 1, ["Anna Nowak", "Jane Doe"])
    assert scene.person("tom@x.example").done.evaluation
    assert not scene.person("a@x.example").done.evaluation
    mark = scene.person("tom@x.example").place.marks[MarkKind.EVALUATION]
    assert (mark.who, mark.why) == ("anna (test)", "answers.csv")


def test_each_row_is_an_interaction_and_the_list_again_changes_nothing(scene: Scene) -> None:
    scene.register(*PEOPLE)
    content = "Name,Email\nTom,tom@x.example\nTom,tom@x.example\nA,a@x.example\n"
    for _ in range(2):
        assert bring(scene, content, MarkKind.INTERACTIONS).noted == 2
        assert scene.person("tom@x.example").done.interactions == 2


def test_a_list_is_tried_without_noting_anything(scene: Scene) -> None:
    scene.register(*PEOPLE)
    file = scene.path / "answers.csv"
    file.write_text("Name,Email\nT. B.,tom@x.example\nJane Doe,\n", encoding="utf-8")
    service = MarkImport(SheetFiles(), scene.attendance)
    told = service.rehearse(scene.event, file, MarkKind.QUIZ, Work())
    assert (told.read, told.noted, told.unknown) == (2, 1, ("Jane Doe",))
    assert not scene.person("tom@x.example").done.quiz


def test_columns_of_a_list_that_were_explained_once_are_known_the_next_time(scene: Scene) -> None:
    scene.register(*PEOPLE)
    file = scene.path / "quiz.csv"
    file.write_text("Kas,Wynik\nTom Becker,9\n", encoding="utf-8")
    service = MarkImport(SheetFiles(), scene.attendance)
    (asked,) = service.bring_in(scene.event, file, MarkKind.QUIZ, Work()).value.questions
    assert isinstance(asked, ColumnsUnknown)
    answers = Answers(columns=ReportMap({Column.NAME: 0}, asked.header_row))
    assert service.bring_in(scene.event, file, MarkKind.QUIZ, Work(), answers).value.noted == 1
    assert service.rehearse(scene.event, file, MarkKind.QUIZ, Work()).noted == 1


def test_a_list_for_no_event_is_refused(scene: Scene) -> None:
    scene.event = 99
    with pytest.raises(NotFound):
        bring(scene, "Name\nTom\n", MarkKind.QUIZ)
