from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.column_words import PHRASES, Field
from cpd_desktop.domain.columns import fingerprint, full_name, guessed, letter, named, told_apart


def found(headers: str) -> dict[Field, int]:
    return guessed(headers.split(","))


@pytest.mark.parametrize(
    ("headers", "fields"),
    [
        ("First name,Surname,E-mail Address,Employer",
         [Field.FIRST_NAME, Field.LAST_NAME, Field.EMAIL, Field.ORGANISATION]),
        ("Vorname,Nachname,E-Mail-Adresse,Firma,Bemerkungen",
         [Field.FIRST_NAME, Field.LAST_NAME, Field.EMAIL, Field.ORGANISATION, Field.NOTES]),
        ("NOM,Prénom,Courriel,Téléphone",
         [Field.LAST_NAME, Field.FIRST_NAME, Field.EMAIL, Field.PHONE]),
        ("Nombre,Apellidos,Correo electrónico,Fecha de inscripción",
         [Field.FIRST_NAME, Field.LAST_NAME, Field.EMAIL, Field.REGISTERED_AT]),
        ("Nome,Sobrenome,E-mail,Código de desconto",
         [Field.FIRST_NAME, Field.LAST_NAME, Field.EMAIL, Field.DISCOUNT_CODE]),
        ("Nome,Cognome,Indirizzo e-mail,Importo",
         [Field.FIRST_NAME, Field.LAST_NAME, Field.EMAIL, Field.AMOUNT]),
        ("Voornaam,Achternaam,E-mailadres,Groep",
         [Field.FIRST_NAME, Field.LAST_NAME, Field.EMAIL, Field.GROUP]),
        ("Imię,Nazwisko,Adres e-mail,Stanowisko",
         [Field.FIRST_NAME, Field.LAST_NAME, Field.EMAIL, Field.JOB_TITLE]),
        ("ADI,SOYADI,E-posta,Durum",
         [Field.FIRST_NAME, Field.LAST_NAME, Field.EMAIL, Field.STATUS]),
        ("姓,名,メールアドレス,会社名",
         [Field.LAST_NAME, Field.FIRST_NAME, Field.EMAIL, Field.ORGANISATION]),
        ("姓名,电子邮件,公司,备注",
         [Field.FULL_NAME, Field.EMAIL, Field.ORGANISATION, Field.NOTES]),
    ],
)  # fmt: skip
def test_columns_are_recognised_in_each_language(headers: str, fields: list[Field]) -> None:
    assert found(headers) == {field: column for column, field in enumerate(fields)}


@pytest.mark.parametrize(
    ("headers", "fields"),
    [
        ("Name (Original Name),User Email,Total Duration (Minutes),Guest",
         {Field.FULL_NAME: 0, Field.EMAIL: 1, Field.DURATION: 2, Field.GUEST: 3}),
        (("Name (original name),Email,Join time,Leave time,Duration (minutes),Guest,"
          "In waiting room,Recording disclaimer response"),
         {Field.FULL_NAME: 0, Field.EMAIL: 1, Field.JOIN_TIME: 2, Field.LEAVE_TIME: 3,
          Field.DURATION: 4, Field.GUEST: 5, Field.IN_WAITING_ROOM: 6,
          Field.RECORDING_CONSENT: 7}),
        (("Attended,User Name (Original Name),First Name,Last Name,Email,Registration Time,"
         "Approval Status,Join Time,Leave Time,Time in Session (minutes),Is Guest,"
         "Country/Region Name"),
         {Field.ATTENDED: 0, Field.FULL_NAME: 1, Field.FIRST_NAME: 2, Field.LAST_NAME: 3,
          Field.EMAIL: 4, Field.REGISTERED_AT: 5, Field.STATUS: 6, Field.JOIN_TIME: 7,
          Field.LEAVE_TIME: 8, Field.DURATION: 9, Field.GUEST: 10}),
    ],
)  # fmt: skip
def test_attendance_reports_are_recognised(headers: str, fields: dict[Field, int]) -> None:
    assert found(headers) == fields


@pytest.mark.parametrize("header", ["E-MAIL", "e mail", "E_Mail", " Email: ", "E-mail (work) *"])
def test_case_spaces_and_notes_do_not_hide_a_column(header: str) -> None:
    assert guessed(["Name", header]) == {Field.FULL_NAME: 0, Field.EMAIL: 1}


def test_the_whole_header_counts_more_than_a_part() -> None:
    assert found("Second e-mail,E-mail,Emergency phone,Phone") == {Field.EMAIL: 1, Field.PHONE: 3}


@pytest.mark.parametrize(
    "headers",
    ["E-mail,E-mail", "E-mail,E-mail (2)", "Email,E-mail address", "E-mail (work),E-mail (home)"],
)
def test_of_two_equal_columns_none_is_guessed(headers: str) -> None:
    assert found(headers) == {}


@pytest.mark.parametrize(
    "header",
    ["Course name", "Event title", "Room number", "Status Quo Ltd", "x" * 10_000, "", "=1"],
)
def test_what_only_looks_like_a_column_is_left_alone(header: str) -> None:
    assert guessed([header]) == {}


@pytest.mark.parametrize(("header", "beside", "field"), [
    ("Nom", "Prénom", Field.LAST_NAME),
    ("Name", "Vorname", Field.LAST_NAME),
    ("Nome", "Cognome", Field.FIRST_NAME),
    ("Nome", "E-mail", Field.FULL_NAME),
])  # fmt: skip
def test_a_name_beside_its_other_half_is_the_half(header: str, beside: str, field: Field) -> None:
    assert guessed([header, beside])[field] == 0


@pytest.mark.parametrize("field", Field)
def test_every_phrase_means_one_field_only(field: Field) -> None:
    for phrase in PHRASES[field].replace("\n", "|").split("|"):
        if word := phrase.strip().removeprefix("="):
            assert guessed([word]) == {field: 0}, word


@given(st.lists(st.text(max_size=30), max_size=12))
def test_no_column_is_taken_twice(headers: list[str]) -> None:
    chosen = guessed(headers)
    assert len(set(chosen.values())) == len(chosen)
    assert all(0 <= column < len(headers) for column in chosen.values())


def test_a_row_of_people_names_no_columns() -> None:
    assert named(["Ann Lee", "ann@lee.example", "St Mary"]) == 0
    assert named(["Name", "E-mail", "E-mail"]) == 2


def test_a_chosen_map_is_found_again_for_the_same_headers() -> None:
    assert fingerprint(["E-Mail", " First  name"]) == fingerprint(["e-mail", "FIRST NAME "])
    assert fingerprint(["a", "b"]) != fingerprint(["b", "a"]) != fingerprint(["b a"])
    assert fingerprint(["Name"]) == (
        "82a3537ff0dbce7eec35d69edc3a189ee6f17d82f353a553f9aa96cb0be3ce89"
    )


def test_equal_headers_are_told_apart() -> None:
    assert told_apart(["E-mail", "e-mail ", "", "E-mail (2)", "E-mail"]) == (
        "E-mail", "e-mail (2)", "C", "E-mail (2) (2)", "E-mail (3)"
    )  # fmt: skip


@given(st.lists(st.sampled_from(["a", "A", "a (2)", "", "B", "b"]), max_size=9))
def test_no_two_columns_have_one_name(headers: list[str]) -> None:
    told = told_apart(headers)
    assert len({name.casefold() for name in told}) == len(headers)
    assert told_apart(told) == told


def test_columns_are_lettered_as_in_a_spreadsheet() -> None:
    assert [letter(n) for n in (0, 25, 26, 701, 702, 16383)] == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]


@pytest.mark.parametrize(("cells", "name"), [
    (["", " Zoë ", "van  Dyk"], "Zoë van Dyk"),
    (["Ann Lee", "Ann", "Leigh"], "Ann Lee"),
    (["", "", "Lee"], "Lee"),
    (["", "太郎", "山田"], "山田 太郎"),
    ([], ""),
])  # fmt: skip
def test_first_and_last_names_are_joined(cells: list[str], name: str) -> None:
    chosen = {Field.FULL_NAME: 0, Field.FIRST_NAME: 1, Field.LAST_NAME: 2}
    assert full_name(cells, chosen) == name
