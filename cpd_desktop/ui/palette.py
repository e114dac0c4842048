"""The colours of the window, by what they mean; light and dark are the same list."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """One set of colours. A tone is a text colour with the soft background it stands on."""

    dark: bool
    window: str
    surface: str
    raised: str
    text: str
    muted: str
    border: str
    outline: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    accent_text: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    on_bad: str
    info: str
    info_soft: str
    neutral: str
    neutral_soft: str


LIGHT = Tokens(
    dark=False,
    window="#f4f6f8",
    surface="#ffffff",
    raised="#eef1f4",
    text="#1c2430",
    muted="#596473",
    border="#dde2e8",
    outline="#8a94a2",
    accent="#0f766b",
    accent_hover="#0b5f56",
    on_accent="#ffffff",
    accent_soft="#e2f2ef",
    accent_text="#0b5d54",
    good="#17663e",
    good_soft="#def5e7",
    warn="#784a04",
    warn_soft="#fdefd0",
    bad="#a3221f",
    bad_soft="#fde3e3",
    on_bad="#ffffff",
    info="#1d4a9e",
    info_soft="#e1ebfb",
    neutral="#4b5665",
    neutral_soft="#eceff2",
)

DARK = Tokens(
    dark=True,
    window="#14181d",
    surface="#1c2229",
    raised="#262d36",
    text="#e8ecf1",
    muted="#a5b0be",
    border="#323b46",
    outline="#74808f",
    accent="#3fb8a6",
    accent_hover="#5ccabb",
    on_accent="#06231f",
    accent_soft="#173a36",
    accent_text="#7fdccd",
    good="#7fd6a4",
    good_soft="#163524",
    warn="#f0c674",
    warn_soft="#3a2d10",
    bad="#f5a3a0",
    bad_soft="#42201f",
    on_bad="#2b0b0a",
    info="#9cc0f7",
    info_soft="#1b2d4b",
    neutral="#bac4d0",
    neutral_soft="#2b333d",
)
