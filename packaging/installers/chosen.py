"""What goes into the bundle, and what stays out of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

# A library names them, and no line of ours ever gets there.
NOT_USED = (
    *("tkinter", "_tkinter", "readline", "IPython", "numpy", "pandas"),
    *("pip", "setuptools", "distutils", "ensurepip", "lib2to3", "idlelib"),
    *("pytest", "mypy", "hypothesis", "ruff", "importlinter", "grimp", "tests"),
    *("unittest", "doctest", "pdb", "pydoc", "pydoc_data", "xmlrpc"),
    *("pygments", "pycparser", "mako.ext.pygmentplugin", "PIL.ImageTk", "PIL.ImageQt"),
    *("PIL.AvifImagePlugin", "PIL._avif", "PIL._webp", "PIL._imagingft"),
    *("rapidfuzz.fuzz_cpp", "rapidfuzz.fuzz_cpp_avx2", "rapidfuzz.process_cpp"),
    # For one pair of texts at a time the other one, which any processor runs, is as quick.
    *("rapidfuzz.process_cpp_impl", "rapidfuzz.distance.metrics_cpp_avx2"),
    *("lxml.isoschematron", "lxml.objectify", "lxml.sax", "lxml.html.diff", "lxml.html._difflib"),
    *("sqlalchemy.testing", "alembic.testing"),
    *("sqlalchemy.dialects.mssql", "sqlalchemy.dialects.mysql", "sqlalchemy.dialects.oracle"),
    # Addresses of mail are judged by how they are written, and nobody asks the net about them.
    *("dns", "email_validator.deliverability"),
    *("reportlab.graphics", "reportlab.platypus", "aiohttp.web", "aiohttp.worker"),
    # What type checkers read about requests, and the messages of an interface not in use.
    *("stripe.params", "stripe.events"),
    *("PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtPdf", "PySide6.QtOpenGL"),
    *("PySide6.QtDBus", "PySide6.QtTest", "PySide6.QtPrintSupport"),
)
# Loaded by a name that stands in a text, so that nobody sees it from outside.
LOADED_BY_NAME = ("cpd_desktop", "keyring.backends")

_QT_PLUGINS = re.compile(
    r"PySide6/(?:Qt/)?plugins/"
    r"(?:platforms/(?:lib)?q(?:xcb|wayland|offscreen|windows|cocoa)\b"
    # Widgets paint without OpenGL, so what joins it to the screen is not needed.
    r"|wayland-decoration-client/|wayland-shell-integration/libxdg-shell\b|iconengines/|styles/"
    r"|imageformats/(?:lib)?q(?:svg|jpeg|gif|ico)\b"
    r"|platforminputcontexts/|platformthemes/libqxdgdesktopportal\b)"
)
_QT_NOT_USED = re.compile(
    r"(?:lib)?Qt6?(?:Egl[Ff][Ss]\w*|OpenGL|Pdf|Qml\w*|Quick\w*|VirtualKeyboard\w*|Test"
    r"|WlShellIntegration)\b"
)

# The names of the font files that certificates are set in; see faces.py and fonts.py of adapters.
FONTS = (
    *(f"NotoSans-{cut}" for cut in ("Regular", "Bold", "Italic", "BoldItalic")),
    *(f"NotoSerif-{cut}" for cut in ("Regular", "Bold", "Italic", "BoldItalic")),
    *(
        f"NotoSans{script}-{cut}"
        for script in ("Arabic", "Hebrew", "Devanagari", "Bengali", "Tamil", "Thai")
        for cut in ("Regular", "Bold")
    ),
    *("DejaVuSans", "DejaVuSans-Bold", "DroidSansFallbackFull", "NanumSquareR"),
)
# Debian's packages of them; Windows and macOS have fonts for all of these scripts.
FONT_PACKAGES = ("fonts-noto-core", "fonts-dejavu-core", "fonts-droid-fallback", "fonts-nanum")

# Hooks that load a module at every start for what this program does not do, or does itself.
NEEDLESS_AT_START = ("pyi_rth_inspect", "pyi_rth_multiprocessing", "pyi_rth_setuptools")


def belongs(name: str) -> bool:
    """Say whether a file of the bundle, by its place in it, is of any use."""
    place = name.replace("\\", "/")
    if "PySide6/" in place and "/plugins/" in place:
        return bool(_QT_PLUGINS.search(place))
    if "PySide6/" in place and ("/translations/" in place or "/qml/" in place):
        return False
    return not (_QT_NOT_USED.match(place.rsplit("/", 1)[-1]) or place.endswith((".ts", ".pyi")))


def needed(roots: Iterable[str], libraries: Callable[[str], Iterable[str]]) -> set[str]:
    """Return the roots and all that these, directly or not, cannot be loaded without."""
    found: set[str] = set()
    waiting = list(roots)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += libraries(name)
    return found


def of_the_system(name: str, source: str) -> bool:
    """Say whether a file is a library of the system; Python and its modules never are."""
    is_library = name.startswith("lib") and "/" not in name and not name.startswith("libpython")
    return is_library and source.startswith(("/usr/lib/", "/lib/", "/lib64/", "/usr/lib64/"))


def fonts_below(folders: Iterable[Path]) -> dict[str, Path]:
    """Return where each font of certificates lies; raise ``FileNotFoundError`` if one does not."""
    found: dict[str, Path] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*.ttf")):
            if path.stem in FONTS:
                found.setdefault(path.stem, path)
    if missing := sorted(set(FONTS) - set(found)):
        packages = " ".join(FONT_PACKAGES)
        msg = (
            f"Fonts of certificates are missing: {', '.join(missing)}. Debian has them: {packages}"
        )
        raise FileNotFoundError(msg)
    return found
