"""How much memory a program had at most; apart, so that whoever asks loads nothing else."""

from __future__ import annotations

from pathlib import Path


def peak() -> float:
    """Return the most megabytes this program had; what it was started from had is not among it."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    (most,) = (line.split()[1] for line in lines if line.startswith("VmHWM:"))
    return int(most) / 1024
