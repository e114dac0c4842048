"""What differs between Linux, macOS and Windows: each decision once, to be tried on any of them."""

from __future__ import annotations

import os
import shlex
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SECRET_SERVICE: Final = "keyring.backends.SecretService.Keyring"  # noqa: S105 - no secret itself
WINDOWS_CREDENTIALS: Final = "keyring.backends.Windows.WinVaultKeyring"
MACOS_KEYCHAIN: Final = "keyring.backends.macOS.Keyring"


@dataclass(frozen=True, slots=True)
class System:
    """A system by the name that Python gives it.

    Locks are SQLite's and the single window is found through Qt, which are alike everywhere; where
    data lies is up to platformdirs.
    """

    name: str

    @property
    def keychain(self) -> str:
        """Return which backend of keyring keeps the secrets of this system."""
        known = {"win32": WINDOWS_CREDENTIALS, "darwin": MACOS_KEYCHAIN}
        return known.get(self.name, SECRET_SERVICE)

    def font_folders(self, home: Path, variables: Mapping[str, str]) -> tuple[Path, ...]:
        """Return the folders in which fonts lie."""
        if self.name == "win32":
            own = Path(variables.get("LOCALAPPDATA", home / "AppData/Local"))
            windows = Path(variables.get("WINDIR", "C:/Windows"))
            return (windows / "Fonts", own / "Microsoft/Windows/Fonts")
        if self.name == "darwin":
            return (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts")
        data = Path(variables.get("XDG_DATA_HOME") or home / ".local/share")
        return (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), data / "fonts")

    def browser(self, address: str, variables: Mapping[str, str]) -> Iterator[list[str]]:
        """Yield what opens a web page, without any shell: an address can hold what it would obey.

        Windows has no command for it, but a call of its own.
        """
        if self.name == "win32":
            return
        if self.name == "darwin":
            yield ["/usr/bin/open", address]
            return
        for written in variables.get("BROWSER", "").split(os.pathsep):
            try:
                words = shlex.split(written)
            except ValueError:
                continue
            if words:
                given = [word.replace("%s", address) for word in words]
                yield given if given != words else [*words, address]
        # Without a screen it would open a browser for the terminal, which is somebody else's.
        if variables.get("DISPLAY") or variables.get("WAYLAND_DISPLAY"):
            yield ["xdg-open", address]


HERE: Final = System(sys.platform)
