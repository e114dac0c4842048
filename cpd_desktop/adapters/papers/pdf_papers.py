"""Prints the papers of the registration desk, and who attended, by ReportLab."""

from __future__ import annotations

from dataclasses import astuple, dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING

from cpd_desktop.adapters.lettering.typecase import typecase
from cpd_desktop.adapters.papers.attendance_sheet import LYING, AttendanceSheet
from cpd_desktop.adapters.papers.badge import draw_badges
from cpd_desktop.adapters.papers.sheet import draw_sheet, sheet_size
from cpd_desktop.adapters.papers.statement import draw_statement
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.papers import NO_BADGES, Unprintable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from reportlab.pdfgen.canvas import Canvas

    from cpd_desktop.adapters.lettering.fonts import FontShelf
    from cpd_desktop.adapters.lettering.typecase import Typecase
    from cpd_desktop.domain.attendance.attendance_list import AttendanceList, ListedPerson
    from cpd_desktop.domain.papers import (
        Badge,
        BadgeLayout,
        CreditStatement,
        PaperWords,
        SignInSheet,
    )
    from cpd_desktop.services.work import Work

_POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class PdfPapers:
    """Draws papers with the fonts of a shelf."""

    shelf: FontShelf

    def sign_in_sheet(self, sheet: SignInSheet) -> bytes:
        """Return the sheet as PDF; raises ``Unprintable``."""
        sheet.require_printable()
        of_sheet = (sheet.event, sheet.session, sheet.when, sheet.place, sheet.provider)
        texts = [(sheet.event, text) for text in (*of_sheet, *_words_of(sheet.words))]
        for row in sheet.rows:
            texts += ((row.name, text) for text in (row.number, row.name))
            texts += ((row.name, text) for text in (row.organisation, row.licence))
        with typecase(self.shelf) as case:
            _require_letters(case, texts)
            made = BytesIO()
            title = f"{sheet.words.title} · {sheet.event}"
            canvas = _canvas(made, sheet_size(sheet), title, sheet.words.made, sheet.words.language)
            draw_sheet(canvas, case, sheet)
            canvas.save()
            return made.getvalue()

    def badges(self, badges: Sequence[Badge], layout: BadgeLayout, words: PaperWords) -> bytes:
        """Return the badges as PDF; raises ``Unprintable``, and ``Invalid`` if there are none."""
        if not badges:
            raise Invalid({"badges": NO_BADGES})
        texts = [
            (badge.name, text)
            for badge in badges
            for text in (badge.name, badge.organisation, badge.role, badge.event)
        ]
        with typecase(self.shelf) as case:
            _require_letters(case, texts)
            made = BytesIO()
            size = (layout.page.width * _POINTS_PER_MM, layout.page.height * _POINTS_PER_MM)
            title = f"{words.title} · {badges[0].event}"
            canvas = _canvas(made, size, title, words.made, words.language)
            draw_badges(canvas, case, badges, layout)
            canvas.save()
            return made.getvalue()

    def credit_statement(self, statement: CreditStatement) -> bytes:
        """Return the statement as PDF; raises ``Unprintable``."""
        told = statement
        texts = [told.person, told.licences, told.period, told.provider, told.address, told.total]
        texts += [told.nothing, *told.headings, *told.totals, *_words_of(told.words)]
        for row in told.rows:
            texts += [row.date, row.event, row.credit, row.number]
        with typecase(self.shelf) as case:
            _require_letters(case, [(told.person, text) for text in texts])
            made = BytesIO()
            size = (told.page.width * _POINTS_PER_MM, told.page.height * _POINTS_PER_MM)
            title, words = f"{told.words.title} · {told.person}", told.words
            canvas = _canvas(made, size, title, words.made, words.language)
            draw_statement(canvas, case, told)
            canvas.save()
            return made.getvalue()

    def attendance_sheet(self, listed: AttendanceList, work: Work) -> bytes:
        """Return who attended as PDF; raises ``Unprintable``, and ``Cancelled``.

        What people called themselves on a screen may hold anything: there a letter that no font
        has is a question mark.
        """
        texts = [(listed.event, text) for pair in listed.facts for text in pair]
        texts += ((listed.event, text) for text in (*astuple(listed.words), *listed.credits))
        for each in listed.people:
            texts += ((each.name, text) for text in (each.name, each.reference, each.email))
        with typecase(self.shelf) as case:
            _require_letters(case, texts)
            people = tuple(self._with_letters(each) for each in listed.people)
            made = BytesIO()
            title = f"{listed.words.title} · {listed.event}"
            canvas = _canvas(made, LYING, title, listed.made, listed.language)
            AttendanceSheet(canvas, case, replace(listed, people=people)).draw(work)
            canvas.save()
            return made.getvalue()

    def _with_letters(self, each: ListedPerson) -> ListedPerson:
        def printable(text: str) -> str:
            return text.translate(dict.fromkeys(map(ord, self.shelf.missing(text)), "?"))

        return replace(
            each,
            joined_as=printable(each.joined_as),
            evidence=tuple(map(printable, each.evidence)),
            reasons=tuple(map(printable, each.reasons)),
        )


def _words_of(words: PaperWords) -> tuple[str, ...]:
    return (words.title, words.page_of, "0123456789…", *(heading for _, heading in words.headings))


def _require_letters(case: Typecase, texts: Iterable[tuple[str, str]]) -> None:
    """Raise ``Unprintable`` with a sentence for everybody whose texts need a missing letter."""
    problems = {}
    for whose, text in dict.fromkeys(texts):
        if whose not in problems and (problem := case.problem(text, whose)):
            problems[whose] = problem
    if problems:
        raise Unprintable(problems)


def _canvas(
    made: BytesIO, size: tuple[float, float], title: str, at: datetime, language: str
) -> Canvas:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(made, pagesize=size, invariant=1, lang=language, pdfVersion=(1, 5))
    canvas.setTitle(title)
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator("CPD Desktop")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    stamp = at.strftime("D:%Y%m%d%H%M%S+00'00'")
    canvas.setDateFormatter(lambda *_now: stamp)
    return canvas
