"""Templates as they are seen before anything is issued with them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.certificates.editing import added
from cpd_desktop.domain.certificates.editing_new import new_text
from cpd_desktop.domain.certificates.editing_pages import empty_template
from cpd_desktop.domain.certificates.fields import FIELDS
from cpd_desktop.domain.certificates.template import Asset, Template
from cpd_desktop.domain.certificates.template_file import template_bytes
from cpd_desktop.domain.errors import Invalid, Unavailable
from cpd_desktop.domain.settings import Signatory
from cpd_desktop.services.work import Work
from tests.certified import certified

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cpd_desktop.store.folder import DataFolder
    from tests.certified import Certified
    from tests.clock import FixedClock


@pytest.fixture
def here(folder: DataFolder, clock: FixedClock) -> Iterator[Certified]:
    with certified(folder, clock, "Zoë Ångström", "Tom Becker") as made:
        yield made


def saying(words: str) -> Template:
    template = empty_template("Mine", "en-GB")
    return added(template, 0, [new_text(template.pages[0], "Words", words)])[0]


def test_the_sample_has_something_for_every_field_and_the_providers_own_name(
    here: Certified,
) -> None:
    sample = here.core.previews.sample("de")
    empty = [name for name, field in FIELDS.items() if not field.written(sample).strip()]
    assert empty == []
    assert (sample.provider_name, sample.signatory_name) == (
        "Northern Training Ltd",
        "Dr Ada Whitfield",
    )
    assert sample.language == "de"


def test_everybody_who_earned_one_can_be_previewed(here: Certified) -> None:
    here.register("Ana Absent", met=False)
    people = here.core.previews.people(here.event, Work())
    assert [each.name for each in people] == ["Tom Becker", "Zoë Ångström"]
    assert people[1].snapshot.person_name == "Zoë Ångström"
    assert people[1].snapshot.event_title == "Wound care"


def test_findings_tell_of_the_template_the_person_and_the_fonts(here: Certified) -> None:
    previews = here.core.previews
    sample = replace(previews.sample("en-GB"), person_licence="")
    said = [str(each.says) for each in previews.findings(saying("{person_licence}"), sample)]
    assert said == ["Licence number is empty for Nguyễn Thị Mai."]
    said = [str(each.says) for each in previews.findings(saying("{nothing}"), sample)]
    assert "which is not known" in said[0]
    (glyph,) = previews.findings(saying("\U000f0000"), sample)
    assert "No font on this computer" in str(glyph.says)


def test_a_picture_of_the_signature_that_is_gone_does_not_hide_the_page(here: Certified) -> None:
    here.core.settings.put(Signatory("Dr Ada Whitfield", "Director", "ab" * 32))
    previews = here.core.previews
    drawn = previews.picture(saying("Hello"), 0, previews.sample("en-GB"), 0.5)
    assert drawn.width * drawn.height * 4 == len(drawn.dots)


def test_who_has_a_letter_that_no_font_has_is_not_shown_a_page_without_their_name(
    here: Certified,
) -> None:
    here.register("Zo\U0010fffd")
    plan = here.core.certificates.plan(here.event)
    (holder,) = plan.held_back
    with pytest.raises(Invalid, match="\U0010fffd"):
        here.core.previews.draft(plan.occasion, plan.drawn, holder, 0, 0.3)


def test_a_template_comes_back_from_its_file_as_it_was(here: Certified, tmp_path: Path) -> None:
    previews, template = here.core.previews, saying("{person_name}")
    previews.write(template, tmp_path / "mine.cpdtemplate")
    assert previews.read(tmp_path / "mine.cpdtemplate") == template


def test_a_template_with_a_broken_picture_is_refused(here: Certified, tmp_path: Path) -> None:
    broken = Asset("logo", "image/png", b"\x89PNG\r\n\x1a\nnot really")
    path = tmp_path / "broken.cpdtemplate"
    path.write_bytes(template_bytes(replace(saying("Hello"), assets=(broken,))))
    with pytest.raises(Invalid):
        here.core.previews.read(path)
    with pytest.raises(Unavailable):
        here.core.previews.read(tmp_path / "nowhere.cpdtemplate")
