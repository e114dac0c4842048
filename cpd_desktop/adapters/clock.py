"""The computer's clock."""

from __future__ import annotations

from datetime import UTC, datetime


class SystemClock:
    """Tells the computer's time."""

    def now(self) -> datetime:
        """Return this moment in UTC, whole seconds."""
        return datetime.now(UTC).replace(microsecond=0)


def local_zone() -> str:
    """Return the name of this computer's time zone, as far as it tells."""
    import os
    from pathlib import Path

    from cpd_desktop.domain.zones import zone_names

    candidates = [os.environ.get("TZ", "").lstrip(":")]
    link = Path("/etc/localtime")
    if link.is_symlink():
        candidates.append(str(link.resolve()).rpartition("zoneinfo/")[2])
    return next((name for name in candidates if name in zone_names()), "UTC")
