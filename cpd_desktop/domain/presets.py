"""What accrediting bodies usually ask for, to start an event's rules from. Theirs are the rules."""

from __future__ import annotations

from dataclasses import dataclass

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence

UNKNOWN_PRESET = Sentence("preset", "There is no preset “{preset}”. There are: {presets}.")


@dataclass(frozen=True, slots=True)
class Preset:
    """A starting point; ``source`` says where it was read, or that it was not."""

    key: str
    name: str
    credit_type: str
    minimum_percent: int
    source: str


PRESETS = {
    preset.key: preset
    for preset in (
        Preset("cpd", "UK CPD hours", "CPD hours", 80, "usual practice, no binding rule"),
        Preset("nasba", "NASBA / AICPA CPE", "CPE credits", 75, "nasbaregistry.org; practice"),
        Preset("ama", "AMA PRA / ACCME", "AMA PRA Category 1 Credits", 80, "accme.org; practice"),
        Preset("ancc", "ANCC contact hours", "contact hours", 80, "unverified"),
        Preset("apa", "APA", "CE credits", 100, "apa.org: no partial credit"),
        Preset("bacb", "BACB ACE", "Learning CEUs", 100, "bacb.com; minimum unverified"),
        Preset("aswb", "ASWB ACE", "CE clock hours", 100, "full session; board rules differ"),
        Preset("nbcc", "NBCC ACEP", "NBCC clock hours", 100, "unverified"),
        Preset("iacet", "IACET CEU", "CEU", 80, "iacet.org; minimum unverified"),
        Preset("racgp", "RACGP CPD", "RACGP CPD hours", 80, "racgp.org.au; minimum unverified"),
    )
}


def preset_called(key: str) -> Preset:
    """Return the preset; raises ``Invalid`` if there is none of the name."""
    found = PRESETS.get(key.strip().lower())
    if found is None:
        says = UNKNOWN_PRESET.filled(preset=key, presets=", ".join(PRESETS))
        raise Invalid({"preset": says})
    return found
