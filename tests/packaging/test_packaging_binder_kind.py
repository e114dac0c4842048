"""The desktop of Linux tells an audit binder from other ZIP files by its first bytes."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING

from cpd_desktop.adapters.binder.bindery import ZipBindery
from cpd_desktop.domain.binder import Binder, Section
from cpd_desktop.services.work import Work
from cpd_desktop.store.files import ContentStore

if TYPE_CHECKING:
    from collections.abc import Iterator

KINDS = Path(__file__).resolve().parents[2] / "packaging" / "linux" / "mime.xml"
SPEC = "{http://www.freedesktop.org/standards/shared-mime-info}"


def matches() -> Iterator[tuple[range, bytes]]:
    """Yield where the kind of binders looks for what."""
    tree = ET.fromstring(KINDS.read_text(encoding="utf-8"))  # noqa: S314 - our own file
    kind = next(each for each in tree if each.get("type") == "application/x-cpd-audit+zip")
    for match in kind.iter(f"{SPEC}match"):
        first, _, last = match.attrib["offset"].partition(":")
        sought = match.attrib["value"].encode().decode("unicode_escape").encode()
        yield range(int(first), int(last or first) + 1), sought


def test_a_binder_is_known_by_its_first_bytes(tmp_path: Path) -> None:
    (tmp_path / "files").mkdir()
    binder = Binder("Wound care", (), "As of now", (Section("plan", "Plan"),))
    path = tmp_path / "Wound care - Audit binder.zip"
    ZipBindery().write(path, binder, ContentStore(tmp_path / "files"), Work())
    content = path.read_bytes()
    looked = list(matches())
    assert len(looked) == 3
    for places, sought in looked:
        assert any(content.startswith(sought, place) for place in places), sought
