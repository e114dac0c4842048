from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from cpd_desktop.domain.certificates.checks import (
    Finding,
    personal_elements,
    printed_fields,
    snapshot_findings,
    template_findings,
)
from cpd_desktop.domain.certificates.fields import (
    FIELDS,
    credit_for,
    fill,
    filled,
    lacks,
    names_in,
)
from cpd_desktop.domain.certificates.outlines import outline, path_steps
from cpd_desktop.domain.certificates.snapshot import CreditLine, Snapshot, snapshot_from
from cpd_desktop.domain.certificates.template import (
    BLACK,
    WHITE,
    Box,
    Colour,
    CreditTable,
    Element,
    Form,
    Page,
    Role,
    Shape,
    Signature,
    Span,
    Template,
    Text,
)
from cpd_desktop.domain.certificates.written_days import event_days, event_times, written_day

SNAPSHOT = Snapshot(
    number="CPD-2026-000007",
    code="7KQ2-M9XD",
    person_name="Zoë Ångström",
    event_title="Knots",
    starts=datetime(2026, 3, 28, 23, 30, tzinfo=UTC),
    ends=datetime(2026, 3, 29, 1, 30, tzinfo=UTC),
    zone="Europe/London",
    issued=datetime(2026, 3, 30, 23, 30, tzinfo=UTC),
    credits=(CreditLine("CPD", Decimal("1.50"), "hours"), CreditLine("CEU", Decimal(20), "", "X")),
)


def text(words: str, box: Box = Box(10, 10, 100, 20), **how: object) -> Text:  # noqa: B008 - frozen
    name = str(how.pop("name", "Words"))
    return Text(name=name, box=box, spans=(Span(words),), **how)  # type: ignore[arg-type] # as given


def said(found: list[Finding]) -> list[str]:
    return [str(each.says) for each in found]


def of_page(*elements: Element, **how: object) -> list[str]:
    page = Page(600, 400, elements, **how)  # type: ignore[arg-type] # as given
    return said(template_findings(Template("T", (page,))))


def test_dates_are_those_of_the_events_zone_when_the_clocks_change() -> None:
    assert event_days(SNAPSHOT) == "28 March 2026 – 29 March 2026"  # noqa: RUF001 - a range
    assert event_times(SNAPSHOT) == "23:30–02:30 Europe/London"  # noqa: RUF001 - a range
    assert fill("{issue_date}", SNAPSHOT) == "31 March 2026"
    kolkata = replace(SNAPSHOT, zone="Asia/Kolkata")
    assert event_days(kolkata) == "29 March 2026"
    assert event_times(kolkata) == "05:00–07:00 Asia/Kolkata"  # noqa: RUF001 - a range
    assert event_days(replace(kolkata, language="de")) == "29. März 2026"
    later = SNAPSHOT.ends + timedelta(hours=1)
    assert event_times(replace(kolkata, ends=later)).startswith("05:00–08:00")  # noqa: RUF001 - a range


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en-GB", "5 March 2026"),
        ("en-US", "March 5, 2026"),
        ("de-AT", "5. März 2026"),
        ("fr", "5 mars 2026"),
        ("es-MX", "5 de marzo de 2026"),
        ("cy", "2026-03-05"),
    ],
)
def test_a_day_is_written_in_the_language_of_the_certificate(language: str, written: str) -> None:
    assert written_day(date(2026, 3, 5), language) == written


def test_credit_is_written_as_one_says_it() -> None:
    assert fill("{credits}", SNAPSHOT) == "1.5 CPD hours · 20 CEU (X)"


def test_what_is_no_field_stays_as_it_was_typed() -> None:
    assert fill("{no_such} { } {{person_name}", SNAPSHOT) == "{no_such} { } {Zoë Ångström"
    assert list(names_in("{no_such} {} {Person}")) == ["no_such"]
    (span,) = filled((Span("To {person_name}", bold=True),), SNAPSHOT)
    assert span == Span("To Zoë Ångström", bold=True)


def test_a_name_that_looks_like_a_field_is_printed_as_it_is() -> None:
    odd = replace(SNAPSHOT, person_name="{event_title}")
    assert fill("{person_name}", odd) == "{event_title}"


def test_every_field_can_be_printed_from_a_bare_snapshot() -> None:
    for known in FIELDS.values():
        assert isinstance(known.written(SNAPSHOT), str)


def test_a_snapshot_is_read_back_as_it_was_kept() -> None:
    full = replace(SNAPSHOT, expires=date(2028, 1, 1), attended_minutes=90, person_name="\ud800 Ä")
    for snapshot in (SNAPSHOT, full):
        assert snapshot_from(snapshot.as_json()) == snapshot
        assert snapshot_from(snapshot.as_json()).as_json() == snapshot.as_json()


def test_an_optional_text_is_left_out_when_one_of_its_fields_is_empty() -> None:
    words = text("{person_name} {person_licence}", optional=True)
    assert lacks(words, SNAPSHOT)
    assert not lacks(words, replace(SNAPSHOT, person_licence="7"))
    assert not lacks(replace(words, optional=False), SNAPSHOT)
    assert lacks(Signature(name="Hand", box=words.box, alt="Hand"), SNAPSHOT)


@pytest.mark.parametrize("only", ["ANCC", " ancc ", "Contact hours"])
def test_what_is_for_one_credit_is_left_out_where_nobody_earned_it(only: str) -> None:
    words = replace(text("Activity {activity_number}"), only=only)
    line = CreditLine("Contact hours", Decimal(2), accreditor="ANCC")
    nursing = replace(SNAPSHOT, credits=(*SNAPSHOT.credits, line))
    assert lacks(words, SNAPSHOT)
    assert not lacks(words, nursing)
    assert credit_for(words, nursing) == (line,)
    template = Template("T", (Page(600, 400, (words, replace(words, only="Ethics"))),))
    assert snapshot_findings(template, SNAPSHOT) == []
    assert said(snapshot_findings(template, nursing)) == [
        "Activity number is empty for Zoë Ångström."
    ]
    assert "activity_number" not in printed_fields(template)
    assert personal_elements(template) == {words.name}
    assert not any("overlap" in each for each in said(template_findings(template)))


def test_empty_values_are_named_with_the_person_before_anything_is_issued() -> None:
    elements = (
        text("{provider_name} {provider_name} {person_name}"),
        text("{accreditor}", optional=True),
        CreditTable(name="Credit", box=Box(0, 0, 9, 9)),
        Signature(name="Hand", box=Box(0, 0, 9, 9), alt="Hand of {signatory_name}"),
    )
    template = Template("T", (Page(600, 400, elements),))
    bare = replace(SNAPSHOT, credits=())
    assert said(snapshot_findings(template, bare)) == [
        "Provider is empty for Zoë Ångström.",
        "There is no credit to list for Zoë Ångström.",
        "Signed by is empty for Zoë Ångström.",
        "There is no picture of the signature.",
    ]
    assert all(each.forbids for each in snapshot_findings(template, bare))
    whole = replace(SNAPSHOT, provider_name="P", signatory_name="S", signature="ab")
    assert snapshot_findings(template, whole) == []


def test_a_field_that_is_not_known_is_found_in_text_and_description() -> None:
    hand = Signature(name="Hand", box=Box(200, 200, 9, 9), alt="{other}")
    assert of_page(text("{nmae} {person_name}"), hand) == [
        "“Words” has a field {nmae}, which is not known.",
        "“Hand” has a field {other}, which is not known.",
    ]


def test_what_lies_off_the_page_is_found_unless_it_only_decorates() -> None:
    off = Box(550, 10, 100, 20)
    decoration = Shape(name="Wave", box=Box(-50, -50, 900, 100))
    assert of_page(text("a", off), decoration) == ["“Words” lies partly off page 1."]


def test_what_lies_over_something_else_that_is_read_is_found() -> None:
    under, over = text("a", name="Under"), text("b", Box(50, 20, 100, 20), name="Over", order=1)
    assert of_page(under, over) == ["“Under” and “Over” overlap."]
    assert of_page(under, replace(over, box=Box(50, 30, 100, 20))) == []


def test_text_that_is_hard_to_read_on_its_ground_is_found() -> None:
    grey = Colour(150, 150, 150)
    assert of_page(text("a", colour=grey)) == [
        "“Words” is hard to read: its contrast is 3.0 to 1, not 4.5."
    ]
    dark = Shape(name="Dark", box=Box(0, 0, 300, 100), fill=Colour(20, 20, 40))
    assert of_page(dark, text("a", colour=grey)) == []
    assert len(of_page(dark, text("a"))) == 1
    assert of_page(text("a"), dark) == []
    assert of_page(replace(dark, form=Form.ELLIPSE), text("a")) == []
    assert of_page(text("a", colour=WHITE), background="sky") == []
    large = text("a", colour=Colour(148, 148, 148), size=30, smallest=18)
    assert of_page(large) == []


def test_a_smaller_heading_needs_one_above_it() -> None:
    below = text("b", Box(10, 100, 100, 20), name="Below", role=Role.SUBHEADING, order=1)
    assert of_page(below) == ["“Below” is a smaller heading with none above it."]
    assert of_page(below, text("a", role=Role.HEADING)) == []


def test_contrast_is_as_the_web_measures_it() -> None:
    assert BLACK.contrast(WHITE) == pytest.approx(21)
    assert Colour(119, 119, 119).contrast(WHITE) == pytest.approx(4.48, abs=0.01)


PATHS: dict[str, object] = {
    "M0,0 10 -5.5C1 2 3 4 5 6 Z": (
        ("M", (0, 0)),
        ("L", (10, -5.5)),
        ("C", (1, 2, 3, 4, 5, 6)),
        ("Z", ()),
    ),
    "": (),
    "L0 0": None,
    "M0": None,
    "M0 0 L1": None,
    "M0 0 Z 1 1": None,
    "M0 0 Q1 1 2 2": None,
    "M1e9 0": None,
    "M0 0 L1 1 C1": None,
}


@pytest.mark.parametrize("path", PATHS)
def test_a_path_is_read_step_by_step_or_not_at_all(path: str) -> None:
    assert path_steps(path) == PATHS[path]


def test_a_shape_begins_at_the_corner_of_its_box() -> None:
    box = Box(10, 20, 100, 50)
    path = outline(Shape(name="P", box=box, form=Form.PATH, path="M0 0 L5 6"))
    assert [values for _, values in path] == [(10, 20), (15, 26)]
    for form, radius in ((Form.RECTANGLE, 0), (Form.RECTANGLE, 500), (Form.ELLIPSE, 0)):
        steps = outline(Shape(name="S", box=box, form=form, radius=radius))
        across = [value for _, values in steps for value in values[::2]]
        down = [value for _, values in steps for value in values[1::2]]
        assert (min(across), max(across), min(down), max(down)) == (10, 110, 20, 70)
