"""The kinds of files that are CPD Desktop's own, and what each system calls them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind of file."""

    suffix: str
    mime: str
    words: str
    opens: bool = False  # in the window, by a double click

    @property
    def uniform(self) -> str:
        """Return its name on macOS."""
        return f"io.github.cpd-desktop.{self.suffix}"

    @property
    def program_id(self) -> str:
        """Return its name in the registry of Windows."""
        return f"CPDDesktop.{self.suffix}"


KINDS = (
    FileKind("cpdtemplate", "application/x-cpd-template+json", "Certificate template", opens=True),
    FileKind("cpdbackup", "application/x-cpd-backup", "Backup of CPD Desktop"),
    FileKind("cpdkeys", "application/x-cpd-keys", "Signing keys of CPD Desktop"),
)
