"""Where icons, translations and fonts lie."""

from __future__ import annotations

from pathlib import Path


def resources() -> Path:
    """Return where they lie: beside the package, or inside when installed."""
    inside = Path(__file__).parent.parent / "_resources"
    return inside if inside.exists() else Path(__file__).parent.parent.parent / "resources"
