"""Who offers and signs in the sample data; nobody's real certificates should say so."""

from __future__ import annotations

from typing import Final

from cpd_desktop.domain.settings import Provider, Signatory

SAMPLE_PROVIDER: Final = Provider(
    "Sample Training", "4 Mill Lane\nLeeds LS1 4AB", "hello@sample.example", "ST-204"
)
SAMPLE_SIGNATORY: Final = Signatory("Dr Ada Whitfield", "Programme Director")
