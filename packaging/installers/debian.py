"""The package for Debian and Ubuntu."""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
from email.utils import formatdate
from pathlib import Path

from installers import freezing, places
from installers.command_tree import Command, Option, tree
from installers.completion import bash, fish, zsh
from installers.licences import licences
from installers.manual_pages import manual_page
from installers.pictures import SIZES

# What Qt asks of the system; see system_packages.py. Releases with 64-bit time add a name.
DEPENDS = (
    "libstdc++6",
    "zlib1g",
    "libglib2.0-0 | libglib2.0-0t64",
    *("libegl1", "libgl1", "libfontconfig1", "libfreetype6", "libxkbcommon0", "libdbus-1-3"),
    *("libgssapi-krb5-2", "libwayland-client0", "libwayland-cursor0", "libwayland-egl1"),
    *("libxkbcommon-x11-0", "libx11-6", "libx11-xcb1", "libxcb1", "libxcb-cursor0"),
    *("libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-randr0"),
    *("libxcb-render-util0", "libxcb-shape0", "libxcb-xkb1"),
)
RECOMMENDS = ("gnome-keyring | kwalletmanager | keepassxc", "xdg-utils", "fonts-dejavu-core")
_MAINTAINER = f"{places.MAKER} <cpd-desktop@users.noreply.github.com>"
_ASKED = re.compile(rb"\0GLIBC_2\.(\d+)(?=[\0.])")
_INSTALLED = Path("usr/lib/cpd-desktop")


def debian_package(bundle: Path) -> Path:
    """Make the package around the bundle and return its file."""
    root = places.BUILD / "deb"
    shutil.rmtree(root, ignore_errors=True)
    _put_bundle(bundle, root)
    _put_beside(root, licences(bundle))
    _put_control(root)
    _set_rights(root)
    file = places.DIST / f"{places.PACKAGE}_{places.VERSION}_{_architecture()}.deb"
    places.run("dpkg-deb", "--root-owner-group", "-Zxz", "--build", root, file)
    return file


def commands() -> tuple[Command, Command]:
    """Return what can be typed after `cpd` and after `cpd-desktop`."""
    from cpd_desktop.cli.run import command_parser

    window = Command(
        ("cpd-desktop",),
        places.SUMMARY,
        "cpd-desktop [--data DIR] [--version] [--self-test] [FILE]",
        arguments=(("FILE", "a certificate template to take in"),),
        options=(
            Option(("--data",), "DIR", "the data folder (else CPD_DATA)"),
            Option(("--version",), "", "tell which version this is"),
            Option(("--self-test",), "", "try every part in a throw-away folder"),
        ),
    )
    return tree(command_parser()), window


def put_integration(root: Path) -> None:
    """Put what desktops and shells want to know below ``root``, as it lies below /."""
    share = root / "usr/share"
    for name, where in (
        ("cpd-desktop.desktop", f"applications/{places.PACKAGE}.desktop"),
        ("metainfo.xml", f"metainfo/{places.IDENTIFIER}.metainfo.xml"),
        ("mime.xml", f"mime/packages/{places.PACKAGE}.xml"),
    ):
        told = (places.LINUX / name).read_text(encoding="utf-8")
        _write(share / where, told.replace("@VERSION@", places.VERSION))
    for size in SIZES:
        _copy(places.ICONS / f"{size}.png", share / _icon(f"{size}x{size}", "png"))
    _copy(places.RESOURCES / "icon.svg", share / _icon("scalable", "svg"))
    for command in commands():
        name = command.path[0]
        epilogue = "0 done, 1 could not, 2 wrong usage, 3 needs sign-in, 4 done in part."
        page = manual_page(command, epilogue if name == "cpd" else "")
        _pack(share / f"man/man1/{name}.1.gz", page)
        _write(share / f"bash-completion/completions/{name}", bash(command))
        _write(share / f"zsh/vendor-completions/_{name}", zsh(command))
        _write(share / f"fish/vendor_completions.d/{name}.fish", fish(command))


def control(size: float, libc: int) -> str:
    """Return what dpkg knows about the package: ``size`` in MB, ``libc`` the 36 of 2.36."""
    fields = {
        "Package": places.PACKAGE,
        "Version": places.VERSION,
        "Architecture": _architecture(),
        "Maintainer": _MAINTAINER,
        "Installed-Size": str(round(size * 1024)),
        "Depends": ", ".join((f"libc6 (>= 2.{libc})", *DEPENDS)),
        "Recommends": ", ".join(RECOMMENDS),
        "Section": "misc",
        "Priority": "optional",
        "Homepage": places.HOMEPAGE,
        "Description": "organiser for trainers who offer continuing professional development",
    }
    long = (
        " Plan events, run them over Zoom, find out who was there, issue certificates\n"
        " that stand up to an audit, and send them. Everything is kept in one folder\n"
        " on this computer; nothing is contacted that was not set up.\n"
    )
    return "".join(f"{name}: {value}\n" for name, value in fields.items()) + long


def _put_bundle(bundle: Path, root: Path) -> None:
    """Copy the bundle without the libraries that the system's packages bring."""
    left_out = freezing.OF_THE_SYSTEM.read_text(encoding="utf-8").split()
    inside = root / _INSTALLED
    shutil.copytree(bundle, inside, symlinks=True)
    for name in left_out:
        (inside / "_internal" / name).unlink()
    programs = root / "usr/bin"
    programs.mkdir(parents=True)
    for name in ("cpd", "cpd-desktop"):
        (programs / name).symlink_to(f"../lib/cpd-desktop/{name}")


def _put_beside(root: Path, licence_texts: str) -> None:
    put_integration(root)
    about = root / f"usr/share/doc/{places.PACKAGE}"
    _write(about / "copyright", licence_texts)
    news = places.ROOT / "CHANGELOG.md"
    _pack(about / "CHANGELOG.md.gz", news.read_text(encoding="utf-8"))
    _pack(about / "changelog.gz", _changelog(news.stat().st_mtime))
    overrides = (places.LINUX / "lintian-overrides").read_text(encoding="utf-8")
    _write(root / "usr/share/lintian/overrides" / places.PACKAGE, overrides)


def _changelog(changed: float) -> str:
    """Return what Debian wants to know of this version; the rest is in CHANGELOG.md."""
    head = f"{places.PACKAGE} ({places.VERSION}) unstable; urgency=medium"
    signed = f" -- {_MAINTAINER}  {formatdate(changed)}"
    return f"{head}\n\n  * See CHANGELOG.md.gz beside this file.\n\n{signed}\n"


def _put_control(root: Path) -> None:
    size = freezing.size_of(root)
    sums = subprocess.run(
        ["sh", "-c", "find usr -type f -print0 | sort -z | xargs -0 md5sum"],
        check=True, capture_output=True, text=True, cwd=root,
    )  # fmt: skip
    _write(root / "DEBIAN/control", control(size, _libc(root)))
    _write(root / "DEBIAN/md5sums", sums.stdout)


def _libc(root: Path) -> int:
    """Return the newest minor version of the C library that any file of ours asks for."""
    files = (path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    asked = (_ASKED.findall(path.read_bytes()) for path in files if ".pyc" not in path.name)
    return max(int(minor) for minors in asked for minor in minors)


def _set_rights(root: Path) -> None:
    """Give every file the rights that Debian wants, whatever those of the builder are."""
    root.chmod(0o755)
    for path in root.rglob("*"):
        if path.is_symlink():
            continue
        runs = path.is_dir() or path.parent == root / _INSTALLED
        path.chmod(0o755 if runs else 0o644)


def _architecture() -> str:
    asked = subprocess.run(
        ["dpkg", "--print-architecture"], check=True, capture_output=True, text=True
    )
    return asked.stdout.strip()


def _icon(size: str, suffix: str) -> str:
    return f"icons/hicolor/{size}/apps/{places.PACKAGE}.{suffix}"


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _pack(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
