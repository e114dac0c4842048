from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from cpd_desktop.adapters.certificates.compiled import CertificateWriter
from cpd_desktop.adapters.certificates.faces import Faces
from cpd_desktop.adapters.certificates.layout import set_text
from cpd_desktop.adapters.certificates.reference import ReferenceWriter
from cpd_desktop.adapters.certificates.setting import Setter
from cpd_desktop.adapters.lettering.fonts import FontShelf, system_folders
from cpd_desktop.domain.certificates.snapshot import CreditLine
from cpd_desktop.domain.certificates.template import (
    Align,
    Asset,
    Box,
    CreditTable,
    Fit,
    Picture,
    Span,
    Text,
)
from tests.adapters.certificates.archive_rules import broken_rules
from tests.adapters.certificates.printed import one_page, png, text, text_of, unlike
from tests.adapters.certificates.samples import NAMES, SNAPSHOT

ALIKE = 0.02  # share of dots that may differ: edges of letters are smoothed differently


@pytest.fixture(scope="module")
def setter(tmp_path_factory: pytest.TempPathFactory) -> Setter:
    return Setter(Faces(FontShelf(tmp_path_factory.mktemp("none"), system_folders())))


def of_sizes(box: Box, **how: Any) -> Text:
    spans = (
        Span("6.5", bold=True, scale=2.5),
        Span(" hours for {person_name}\n"),
        Span("in small print", scale=0.5),
    )
    return Text(name="Credit", box=box, spans=spans, size=18, smallest=8, **how)


@pytest.mark.parametrize("fit", Fit)
def test_words_of_several_sizes_are_written_as_they_are_shown(setter: Setter, fit: Fit) -> None:
    element = of_sizes(Box(40, 40, 520, 200), align=Align.CENTRE, fit=fit)
    snapshot = replace(SNAPSHOT, person_name=NAMES["greek"])
    template = one_page(element)
    made = CertificateWriter(template, setter).write(snapshot).data
    shown = ReferenceWriter(template, setter).write(snapshot)
    assert unlike(made, shown) < ALIKE
    same = tuple(replace(each, scale=1) for each in element.spans)
    small = CertificateWriter(one_page(replace(element, spans=same)), setter)
    assert unlike(made, small.write(snapshot).data) > 0
    assert f"hours for {snapshot.person_name}" in text_of(made)


@pytest.mark.parametrize("fit", Fit)
def test_large_words_take_their_room_and_shrink_with_the_rest(setter: Setter, fit: Fit) -> None:
    block = set_text(of_sizes(Box(0, 0, 600, 300), fit=fit), SNAPSHOT, setter)
    first, second = block.lines
    assert block.size == 18
    assert second.y - first.y == pytest.approx(18 * (1.3 * (2.5 + 0.5) / 2 - 0.357 * 2))
    narrow = set_text(of_sizes(Box(0, 0, 600, 50), fit=fit), SNAPSHOT, setter)
    assert narrow.fits
    assert narrow.size <= 50 / (3 * 1.3)
    assert not set_text(of_sizes(Box(0, 0, 600, 20), fit=fit), SNAPSHOT, setter).fits


def test_a_certificate_shows_only_the_rows_for_the_credit_earned(setter: Setter) -> None:
    logo = Picture(name="Logo", box=Box(20, 20, 80, 40), asset="logo", alt="ANCC", only="ANCC")
    where = Box(40, 220, 300, 90)
    template = one_page(
        logo,
        text("Nurses", "Approved for nurses", Box(40, 80, 300, 30), only="ANCC"),
        CreditTable(name="Ethics", box=Box(40, 120, 300, 90), only="ethics", order=2),
        CreditTable(name="Nursing", box=where, only="ANCC", order=3),
        assets=(Asset("logo", "image/png", png((40, 20), (0, 0, 255, 255))),),
    )
    writer = CertificateWriter(template, setter)
    bare = writer.write(SNAPSHOT).data
    assert broken_rules(bare) == []
    assert "Ethics" in text_of(bare)
    assert "CPD" not in text_of(bare)
    assert "nurses" not in text_of(bare)
    line = CreditLine("Contact hours", Decimal(2), accreditor="ANCC")
    nurse = replace(SNAPSHOT, credits=(*SNAPSHOT.credits, line))
    earned = writer.write(nurse).data
    assert broken_rules(earned) == []
    assert {"Ethics", "Contact", "nurses"} <= {*text_of(earned).split()}
    for snapshot, made in ((SNAPSHOT, bare), (nurse, earned)):
        assert unlike(made, ReferenceWriter(template, setter).write(snapshot)) < ALIKE
