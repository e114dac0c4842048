from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.column_words import Field
from cpd_desktop.domain.custom_fields import CustomField, FieldKind
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.lists import (
    FIELDS,
    ColumnMap,
    ListReader,
    map_guessed,
    map_kept,
    map_with,
    unclear_dates,
)
from cpd_desktop.domain.registrations import Payment, RegistrationStatus
from cpd_desktop.domain.written_dates import DateOrder

MEALS = CustomField(FieldKind.TEXT, "Meals", id=7)
BORN = CustomField(FieldKind.DATE, "Born", id=8)


@pytest.mark.parametrize(
    "headers",
    [
        ("First name", "Last name", "E-mail"),
        ("Vorname", "Nachname", "E-Mail-Adresse"),
        ("Prénom", "Nom", "Courriel"),
        ("Nombre", "Apellidos", "Correo electrónico"),
        ("Voornaam", "Achternaam", "E-mailadres"),
        ("Imię", "Nazwisko", "Adres e-mail"),
        ("名", "姓", "メールアドレス"),
    ],
)
def test_first_and_last_names_are_joined_whatever_the_language(headers: tuple[str, ...]) -> None:
    found = map_guessed(headers, ())
    newcomer = ListReader(found).newcomer([" Zoë ", "Müller", "ZOE@x.example "])
    assert (newcomer.person.name, newcomer.person.email) == ("Zoë Müller", "zoe@x.example")


def test_a_question_of_ones_own_is_told_by_the_column_of_its_name() -> None:
    found = map_guessed(["Name", "meals "], [MEALS])
    assert found.answers == {7: 1}
    assert ListReader(found).newcomer(["Anna", "Soup"]).answers == {7: "Soup"}


def test_a_question_called_like_a_field_takes_its_column() -> None:
    phone = CustomField(FieldKind.TEXT, "Phone", id=9)
    found = map_guessed(["Name", "Phone"], [phone])
    assert (Field.PHONE in found.fields, found.answers) == (False, {9: 1})


@pytest.mark.parametrize(
    ("text", "status"),
    [("Confirmed", "confirmed"), ("BESTÄTIGT", "confirmed"), ("en attente", "pending"),
     ("Warteliste", "waitlisted"), ("canceled", "cancelled"), ("No-Show", "no_show"), ("", None)],
)  # fmt: skip
def test_words_for_a_status_are_understood(text: str, status: str | None) -> None:
    told = ListReader(ColumnMap({Field.FULL_NAME: 0, Field.STATUS: 1})).newcomer(["Anna", text])
    assert told.status == status


@pytest.mark.parametrize(
    ("text", "payment"),
    [("Paid", "paid"), ("bezahlt", "paid"), ("kostenlos", "waived"), ("N/A", "nothing_due"),
     ("Refunded", "refunded"), ("unpaid", "due"), ("", None)],
)  # fmt: skip
def test_words_for_a_payment_are_understood(text: str, payment: str | None) -> None:
    told = ListReader(ColumnMap({Field.FULL_NAME: 0, Field.PAYMENT: 1})).newcomer(["Anna", text])
    assert told.payment == payment


@pytest.mark.parametrize("field", [Field.STATUS, Field.PAYMENT])
def test_a_word_that_is_not_known_is_asked_about_and_not_guessed(field: Field) -> None:
    with pytest.raises(Invalid, match="“perhaps”") as raised:
        ListReader(ColumnMap({Field.FULL_NAME: 0, field: 1})).newcomer(["Anna", "perhaps"])
    assert list(raised.value.problems) == [field]


def test_every_status_and_payment_can_be_told_by_its_own_name() -> None:
    columns = ColumnMap({Field.FULL_NAME: 0, Field.STATUS: 1, Field.PAYMENT: 2})
    told = ListReader(columns).newcomer
    for status in RegistrationStatus:
        assert told(["A", str(status), ""]).status is status
    for payment in Payment:
        assert told(["A", "", str(payment)]).payment is payment


def test_a_reference_that_is_too_long_is_refused_by_name() -> None:
    columns = ColumnMap({Field.FULL_NAME: 0, Field.REFERENCE: 1})
    with pytest.raises(Invalid) as raised:
        ListReader(columns).newcomer(["A", "9" * 101])
    assert list(raised.value.problems) == [Field.REFERENCE]


def test_a_list_without_names_is_refused() -> None:
    with pytest.raises(Invalid, match="No column tells the names"):
        map_guessed(["E-mail"], ()).require_names()
    map_guessed(["Surname"], ()).require_names()


def test_a_map_that_is_written_down_is_the_same_when_read() -> None:
    columns = ColumnMap({Field.EMAIL: 2}, {7: 1, 8: 3}, DateOrder.DAY_FIRST)
    assert map_kept(columns.kept(), [MEALS, BORN]) == columns
    assert map_kept(columns.kept(), [BORN]).answers == {8: 3}, "a question that is gone"


def test_choices_change_what_was_found() -> None:
    headers = ["Who", "Work e-mail", "Home e-mail", "Food"]
    found = map_with(
        map_guessed(headers, [MEALS]),
        ["name=Who", "email=home E-MAIL", "Meals=Food"],
        headers,
        [MEALS],
    )
    assert found == ColumnMap({Field.FULL_NAME: 0, Field.EMAIL: 2}, {7: 3})
    assert Field.EMAIL not in map_with(found, ["email="], headers, [MEALS]).fields


@pytest.mark.parametrize(
    ("choice", "says"), [("email=Fax", "no column “Fax”.*Who"), ("colour=Who", "no field “colour”")]
)
def test_a_choice_of_what_is_not_there_says_what_there_is(choice: str, says: str) -> None:
    with pytest.raises(Invalid, match=says):
        map_with(ColumnMap(), [choice], ["Who"], [])


def test_a_date_that_could_be_two_days_is_read_only_when_its_order_is_known() -> None:
    columns = {Field.FULL_NAME: 0}, {8: 1}
    asked = frozenset({8})

    def read(text: str, order: DateOrder | None = None) -> str:
        return ListReader(ColumnMap(*columns, order), asked).newcomer(["A", text]).answers[8]

    assert read("31.12.1990") == read("Dec 31, 1990") == read("1990-12-31") == "1990-12-31"
    assert read("03/04/1990") == "03/04/1990"
    assert read("03/04/1990", DateOrder.DAY_FIRST) == "1990-04-03"
    assert read("03/04/1990", DateOrder.MONTH_FIRST) == "1990-03-04"
    rows = [["A", "31.12.1990"], ["B", "03/04/1990"], ["C"]]
    assert unclear_dates(rows, ColumnMap(*columns), [MEALS, BORN]) == ("03/04/1990",)


@given(st.lists(st.text(max_size=20), min_size=1, max_size=8), st.data())
def test_no_row_makes_reading_fail_in_another_way_than_in_words(
    cells: list[str], data: st.DataObject
) -> None:
    fields = data.draw(st.dictionaries(st.sampled_from(FIELDS), st.integers(0, 9), max_size=6))
    problems: set[str] = set()
    try:
        ListReader(ColumnMap(fields, {7: 1})).newcomer(cells)
    except Invalid as error:
        problems = set(error.problems)
    assert problems <= set(FIELDS)
