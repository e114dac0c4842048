"""What the columns of a list of people can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cpd_desktop.domain.column_words import Field
from cpd_desktop.domain.lists import FIELDS, ColumnMap
from cpd_desktop.ui.sample_table import SampleTable

if TYPE_CHECKING:
    from cpd_desktop.domain.written_dates import DateOrder
    from cpd_desktop.ui.import_reading import FirstLook
    from cpd_desktop.ui.sample_table import Choice


def field_words(field: Field) -> str:
    """Return what a column can tell, as people say it."""
    translate = QCoreApplication.translate
    return {
        Field.FULL_NAME: translate("fields", "Name"),
        Field.FIRST_NAME: translate("fields", "First name"),
        Field.LAST_NAME: translate("fields", "Last name"),
        Field.EMAIL: translate("fields", "E-mail"),
        Field.REFERENCE: translate("fields", "Reference"),
        Field.ORGANISATION: translate("fields", "Organisation"),
        Field.JOB_TITLE: translate("fields", "Job title"),
        Field.PHONE: translate("fields", "Phone"),
        Field.LICENCE_BODY: translate("fields", "Licence body"),
        Field.LICENCE_NUMBER: translate("fields", "Licence number"),
        Field.STATUS: translate("fields", "Status"),
        Field.PAYMENT: translate("fields", "Payment"),
        Field.GROUP: translate("fields", "Group"),
        Field.DISCOUNT_CODE: translate("fields", "Discount code"),
        Field.TAGS: translate("fields", "Tags"),
        Field.NOTES: translate("fields", "Notes"),
    }[field]


class ColumnsTable(SampleTable):
    """Shows how a list begins, and takes what its columns tell."""

    def __init__(self) -> None:
        super().__init__()
        self.dates: DateOrder | None = None

    def show_look(self, look: FirstLook) -> None:
        """Show another list."""
        choices: list[Choice] = [(field_words(field), field) for field in FIELDS]
        if look.questions:
            answer = self.tr("Answer: {question}")
            choices += [None, *((answer.format(question=q.label), q.id) for q in look.questions)]
        columns = look.columns
        told: dict[int, object] = {at: name for name, at in columns.fields.items()}
        told |= {at: key for key, at in columns.answers.items()}
        self.dates = columns.dates
        self.show_samples(look.source.headers, look.rows, choices, told)

    def columns(self) -> ColumnMap:
        """Return what the columns tell, as chosen."""
        chosen = self.chosen()
        return ColumnMap(
            {Field(name): column for name, column in chosen.items() if isinstance(name, str)},
            {key: column for key, column in chosen.items() if type(key) is int},
            self.dates,
        )
