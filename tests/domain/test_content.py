from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain import content as rules
from cpd_desktop.domain.content import (
    ContentKind,
    Module,
    ModuleDraft,
    Piece,
    PieceDraft,
    Release,
    may_wait_for,
    opens_at,
    require_no_circle,
)
from cpd_desktop.domain.errors import Invalid

if TYPE_CHECKING:
    from cpd_desktop.domain.words import Sentence

REGISTERED = datetime(2026, 11, 1, 8, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def a_module(key: int, after: int | None = None, **more: object) -> Module:
    release = Release.AT_ONCE if after is None else Release.AFTER_MODULE
    made = Module(f"Module {key}", release=release, after_id=after, id=key, event_id=1)
    return replace(made, **more)  # type: ignore[arg-type]


def by_id(*modules: Module) -> dict[int, Module]:
    return {each.id: each for each in modules}


@pytest.mark.parametrize(
    ("draft", "field", "template"),
    [
        (ModuleDraft(" "), "title", rules.NO_MODULE_TITLE),
        (ModuleDraft("x" * 201), "title", rules.LONG_TITLE),
        (ModuleDraft("M", "x" * 10_001), "description", rules.LONG_TEXT),
        (ModuleDraft("M", release=Release.ON_DATE), "release_at", rules.NO_DATE),
        (ModuleDraft("M", release=Release.AFTER_DAYS), "release_days", rules.BAD_DAYS),
        (
            ModuleDraft("M", release=Release.AFTER_DAYS, release_days=-1),
            "release_days",
            rules.BAD_DAYS,
        ),
        (
            ModuleDraft("M", release=Release.AFTER_DAYS, release_days=3651),
            "release_days",
            rules.BAD_DAYS,
        ),
        (ModuleDraft("M", release=Release.AFTER_MODULE), "after_id", rules.NO_MODULE_BEFORE),
        (PieceDraft(ContentKind.TEXT, " ", body="b"), "title", rules.NO_PIECE_TITLE),
        (PieceDraft(ContentKind.TEXT, "T", body=" "), "body", rules.NO_BODY),
        (PieceDraft(ContentKind.TEXT, "T", body="x" * 100_001), "body", rules.LONG_TEXT),
        (PieceDraft(ContentKind.DOCUMENT, "T"), "file", rules.NO_FILE),
        (PieceDraft(ContentKind.VIDEO, "T"), "link", rules.NO_LINK),
        (PieceDraft(ContentKind.QUIZ, "T", link="example.org"), "link", rules.BAD_LINK),
        (PieceDraft(ContentKind.QUIZ, "T", link="file:///etc/x"), "link", rules.BAD_LINK),
        (PieceDraft(ContentKind.QUIZ, "T", link="https://"), "link", rules.BAD_LINK),
        (
            PieceDraft(ContentKind.VIDEO, "T", link="https://x.example/" + "x" * 10_000),
            "link",
            rules.LONG_TEXT,
        ),
    ],
)
def test_what_breaks_a_rule_is_named_at_its_field(
    draft: ModuleDraft | PieceDraft, field: str, template: Sentence
) -> None:
    assert {name: says.template for name, says in draft.problems().items()} == {
        field: template.template
    }
    with pytest.raises(Invalid):
        draft.require_valid()


@pytest.mark.parametrize(
    "draft",
    [
        ModuleDraft("M"),
        ModuleDraft("M", release=Release.AFTER_DAYS, release_days=0),
        PieceDraft(ContentKind.VIDEO, "T", link=" HTTPS://v.example/1 "),
        PieceDraft(ContentKind.DOCUMENT, "T", file_name="a.pdf"),
        PieceDraft(ContentKind.TEXT, "T", body="Read this."),
    ],
)
def test_what_keeps_every_rule_has_no_problems(draft: ModuleDraft | PieceDraft) -> None:
    assert draft.problems() == {}


def test_editing_starts_from_what_is_kept() -> None:
    module = a_module(2, 1, description="d")
    assert module.draft() == ModuleDraft("Module 2", "d", Release.AFTER_MODULE, after_id=1)
    piece = Piece(ContentKind.VIDEO, "V", "", "https://v.example", id=3, module_id=2)
    assert piece.draft() == PieceDraft(ContentKind.VIDEO, "V", "", "https://v.example")


def test_each_release_opens_when_it_says() -> None:
    at_once = a_module(1)
    dated = a_module(2, release=Release.ON_DATE, release_at=REGISTERED + 3 * DAY)
    later = a_module(3, release=Release.AFTER_DAYS, release_days=5)
    all_of = by_id(at_once, dated, later)
    moments = [opens_at(each, REGISTERED, all_of, {}) for each in all_of.values()]
    assert moments == [REGISTERED, REGISTERED + 3 * DAY, REGISTERED + 5 * DAY]


def test_who_registers_after_the_date_need_not_wait() -> None:
    dated = a_module(1, release=Release.ON_DATE, release_at=REGISTERED - DAY)
    assert opens_at(dated, REGISTERED, by_id(dated), {}) == REGISTERED


def test_a_module_behind_another_waits_for_its_required_assignments_only() -> None:
    first, second = a_module(1), a_module(2, 1)
    modules = by_id(first, second)
    assert opens_at(second, REGISTERED, modules, {}) == REGISTERED
    assert opens_at(second, REGISTERED, modules, {1: None}) is None
    assert opens_at(second, REGISTERED, modules, {1: REGISTERED + DAY}) == REGISTERED + DAY
    assert opens_at(first, REGISTERED, modules, {1: None}) == REGISTERED


def test_work_approved_early_opens_nothing_before_the_module_itself_is_open() -> None:
    first = a_module(1, release=Release.ON_DATE, release_at=REGISTERED + 9 * DAY)
    second = a_module(2, 1)
    finished = {1: REGISTERED + DAY}
    assert opens_at(second, REGISTERED, by_id(first, second), finished) == REGISTERED + 9 * DAY


def test_modules_that_wait_for_each_other_never_open_and_do_not_hang() -> None:
    one, two = a_module(1, 2), a_module(2, 1)
    assert opens_at(one, REGISTERED, by_id(one, two), {}) is None


def test_a_circle_is_refused_and_never_offered() -> None:
    modules = [a_module(1), a_module(2, 1), a_module(3, 2), a_module(4)]
    assert [each.id for each in may_wait_for(modules, 1)] == [4]
    assert [each.id for each in may_wait_for(modules, 2)] == [1, 4]
    assert [each.id for each in may_wait_for(modules, None)] == [1, 2, 3, 4]
    with pytest.raises(Invalid, match="“Module 3” would wait for itself"):
        require_no_circle(modules, 1, replace(modules[2].draft(), after_id=3))
    with pytest.raises(Invalid, match="module to wait for is missing"):
        require_no_circle(modules, 1, replace(modules[2].draft(), after_id=9))
    require_no_circle(modules, 1, replace(modules[2].draft(), after_id=4))
    require_no_circle(modules, 1, ModuleDraft("M"))


@st.composite
def chains(draw: st.DrawFn) -> dict[int, Module]:
    """Draw modules that each open at once, on a day, after days, or behind an earlier one."""
    modules: dict[int, Module] = {}
    for key in range(1, draw(st.integers(1, 12)) + 1):
        release = draw(st.sampled_from(list(Release)))
        if release is Release.AFTER_MODULE and modules:
            modules[key] = a_module(key, draw(st.sampled_from(list(modules))))
        elif release is Release.ON_DATE:
            at = REGISTERED + draw(st.integers(-30, 30)) * DAY
            modules[key] = a_module(key, release=release, release_at=at)
        elif release is Release.AFTER_DAYS:
            modules[key] = a_module(key, release=release, release_days=draw(st.integers(0, 30)))
        else:
            modules[key] = a_module(key)
    return modules


@given(chains(), st.dictionaries(st.integers(1, 12), st.none() | st.integers(0, 60)))
def test_no_module_opens_before_the_one_it_waits_for(
    modules: dict[int, Module], days: dict[int, int | None]
) -> None:
    finished = {
        key: None if count is None else REGISTERED + count * DAY for key, count in days.items()
    }
    moments = {key: opens_at(each, REGISTERED, modules, finished) for key, each in modules.items()}
    for key, each in modules.items():
        opens = moments[key]
        assert opens is None or opens >= REGISTERED
        if each.after_id is None:
            assert opens is not None
            continue
        before = moments[each.after_id]
        waits = each.after_id in finished and finished[each.after_id] is None
        assert (opens is None) == (before is None or waits)
        if opens is not None and before is not None:
            assert opens == max(before, finished.get(each.after_id) or before)


@given(chains(), st.data())
def test_nothing_that_may_be_waited_for_makes_a_circle(
    modules: dict[int, Module], data: st.DataObject
) -> None:
    key = data.draw(st.sampled_from(list(modules)))
    for before in may_wait_for(modules.values(), key):
        changed = modules | {key: a_module(key, before.id)}
        assert opens_at(changed[key], REGISTERED, changed, {}) is not None
