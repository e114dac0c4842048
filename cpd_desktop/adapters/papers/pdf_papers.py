"""Prints the papers of the registration desk, by ReportLab."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from cpd_desktop.adapters.lettering.typecase import typecase
from cpd_desktop.adapters.papers.badge import draw_badges
from cpd_desktop.adapters.papers.sheet import draw_sheet, sheet_size
from cpd_desktop.adapters.papers.statement import draw_statement
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.papers import NO_BADGES, Unprintable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportlab.pdfgen.canvas import Canvas

    from cpd_desktop.adapters.lettering.fonts import FontShelf
    from cpd_desktop.adapters.lettering.typecase import Typecase
    from cpd_desktop.domain.papers import (
        Badge,
        BadgeLayout,
        CreditStatement,
        PaperWords,
        SignInSheet,
    )

_POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class PdfPapers:
    """Draws sign-in sheets, badges and statements with the fonts of a shelf."""

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
            canvas = _canvas(made, sheet_size(sheet), title, sheet.words)
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
            canvas = _canvas(made, size, f"{words.title} · {badges[0].event}", words)
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
            canvas = _canvas(made, size, f"{told.words.title} · {told.person}", told.words)
            draw_statement(canvas, case, told)
            canvas.save()
            return made.getvalue()


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


def _canvas(made: BytesIO, size: tuple[float, float], title: str, words: PaperWords) -> Canvas:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(made, pagesize=size, invariant=1, lang=words.language, pdfVersion=(1, 5))
    canvas.setTitle(title)
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator("CPD Desktop")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    stamp = words.made.strftime("D:%Y%m%d%H%M%S+00'00'")
    canvas.setDateFormatter(lambda *_now: stamp)
    return canvas
