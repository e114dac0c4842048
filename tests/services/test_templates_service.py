"""Templates are kept in versions, and none that was used ever changes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.errors import Invalid, NotAllowed, NotFound
from tests.certified import certified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpd_desktop.store.folder import DataFolder
    from tests.certified import Certified
    from tests.clock import FixedClock


@pytest.fixture
def here(folder: DataFolder, clock: FixedClock) -> Iterator[Certified]:
    with certified(folder, clock, "Zoë", "Tom") as made:
        yield made


def test_six_templates_come_along_and_are_found_by_any_name(here: Certified) -> None:
    templates = here.core.templates
    assert [each.built_in for each in templates.listed()] == [
        "attendance", "cme", "completion", "cpe", "speaker", "workshop",
    ]  # fmt: skip
    assert templates.called(" CPE ") == templates.called(templates.called("cpe").name)
    with pytest.raises(NotFound, match="attendance, cme"):
        templates.called("none such")


def test_a_new_version_leaves_what_was_issued_with_the_old_one(here: Certified) -> None:
    templates = here.core.templates
    drawn = replace(templates.read(templates.called("attendance")), name="Mine")
    kept = templates.keep(drawn).value
    assert (kept.version, templates.keep(drawn, kept.id).value.version) == (1, 1)
    (old,) = here.issue("Zoë", template="Mine").made
    changed = replace(drawn, title="Another title")
    assert kept.id is not None
    assert templates.keep(changed, kept.id).value.version == 2
    (new,) = here.issue("Tom", template="Mine").made
    assert (old.version, new.version) == (1, 2)
    assert templates.version(kept.id, 1) == drawn
    assert templates.read(templates.called("Mine")) == changed
    assert templates.called("Mine").issued == 2


def test_one_that_came_along_is_copied_and_never_written_over(here: Certified) -> None:
    templates = here.core.templates
    here.issue("Zoë")
    came = templates.called("attendance")
    drawn = templates.read(came)
    assert (came.version, came.issued) == (1, 1)
    with pytest.raises(Invalid, match="Another template"):
        templates.keep(drawn)
    with pytest.raises(NotAllowed, match="came with the application"):
        templates.keep(replace(drawn, name="Changed"), came.id)


def test_a_hidden_template_is_offered_no_more(here: Certified) -> None:
    templates = here.core.templates
    drawn = replace(templates.read(templates.called("cpe")), name="Mine")
    kept = templates.keep(drawn).value
    assert kept.id is not None
    templates.hide(kept.id)
    with pytest.raises(NotFound):
        templates.called("Mine")
    with pytest.raises(NotFound):
        templates.hide(kept.id)


def test_certificates_of_two_templates_stand_side_by_side(here: Certified) -> None:
    assert len(here.issue("Zoë").made) == 1
    assert len(here.issue("Zoë", template="completion").made) == 1
    assert here.issue("Zoë", template="completion").made == ()
