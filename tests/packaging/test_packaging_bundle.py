"""What goes into the bundle, and into the package and the archive of Linux."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import system_packages
from installers import chosen, completion, debian, manual_pages, pictures, places, portable

from cpd_desktop.adapters.certificates.faces import _CUTS
from cpd_desktop.store import folder

ROOT = Path(__file__).resolve().parents[2]
LINUX = ROOT / "packaging" / "linux"


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/wayland-decoration-client/libadwaita.so",
        "PySide6/Qt/plugins/wayland-shell-integration/libxdg-shell.so",
        "PySide6/Qt/lib/libQt6Widgets.so.6",
        "cpd_desktop/_resources/i18n/cpd_desktop_en.qm",
        "libssl.so.3",
    ],
)
def test_what_the_window_needs_is_in_the_bundle(name: str) -> None:
    assert chosen.belongs(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/plugins/wayland-graphics-integration-client/libqt-plugin-wayland-egl.so",
        "PySide6/Qt/plugins/wayland-shell-integration/libivi-shell.so",
        "PySide6/Qt/plugins/xcbglintegrations/libqxcb-glx-integration.so",
        "PySide6/Qt/lib/libQt6OpenGL.so.6",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/Qt/lib/libQt6EglFsKmsSupport.so.6",
        "PySide6\\Qt6Pdf.dll",
        "PySide6/QtCore.pyi",
        "cpd_desktop_en.ts",
    ],
)
def test_what_nobody_uses_is_not_downloaded(name: str) -> None:
    assert not chosen.belongs(name)


def test_libraries_of_a_plugin_that_stays_out_stay_out_too() -> None:
    links = {"window": ["qt"], "qt": ["glib", "qt"], "glib": [], "gtk": ["glib"]}
    assert chosen.needed(["window"], links.__getitem__) == {"window", "qt", "glib"}


def test_python_of_the_system_is_never_left_to_the_system() -> None:
    system = "/usr/lib/x86_64-linux-gnu/"
    assert chosen.of_the_system("libxcb-cursor.so.0", f"{system}libxcb-cursor.so.0.0.0")
    assert not chosen.of_the_system("libpython3.11.so.1.0", f"{system}libpython3.11.so.1.0")
    assert not chosen.of_the_system("python3.11/lib-dynload/_ssl.so", "/usr/lib/python3.11/_ssl.so")
    assert not chosen.of_the_system("libicudata.so.73", "/home/me/PySide6/libicudata.so.73")


def test_certificates_look_alike_from_source_and_from_the_bundle() -> None:
    first = {name for cuts in _CUTS.values() for name in cuts[0]}
    assert first <= set(chosen.FONTS)


def test_a_build_without_a_font_says_which_and_where_it_is(tmp_path: Path) -> None:
    for name in chosen.FONTS[1:]:
        (tmp_path / f"{name}.ttf").touch()
    with pytest.raises(FileNotFoundError, match=r"missing: NotoSans-Regular\..* fonts-noto-core"):
        chosen.fonts_below([tmp_path])
    (tmp_path / "NotoSans-Regular.ttf").touch()
    assert set(chosen.fonts_below([tmp_path])) == set(chosen.FONTS)


def test_the_package_brings_all_system_libraries_that_the_window_needs() -> None:
    said = debian.control(200, 36)
    depends = re.search(r"^Depends: (.*)$", said, re.MULTILINE)
    assert depends
    alternatives = {
        each.split(" ", 1)[0] for part in depends[1].split(", ") for each in part.split(" | ")
    }
    assert set(system_packages.WINDOW) <= alternatives
    assert "libc6 (>= 2.36)" in depends[1]
    assert "Installed-Size: 204800" in said


def test_bash_completes_commands_and_options(tmp_path: Path) -> None:
    command, window = debian.commands()
    for each in (command, window):
        (tmp_path / each.path[0]).write_text(completion.bash(each), encoding="utf-8")
    words = _completed(tmp_path / "cpd", "_cpd", "cpd", "")
    assert {"event", "certificate", "--json"} <= words
    assert {"issue", "verify"} <= _completed(tmp_path / "cpd", "_cpd", "cpd", "certificate", "")
    found = _completed(tmp_path / "cpd", "_cpd", "cpd", "--json", "certificate", "issue", "--d")
    assert found == {"--dry-run", "--data"}
    found = _completed(tmp_path / "cpd-desktop", "_cpd_desktop", "cpd-desktop", "--s")
    assert found == {"--self-test"}


def _completed(file: Path, function: str, *typed: str) -> set[str]:
    script = (
        f'source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); {function};'
        ' printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run(
        ["bash", "-c", script, str(file), *typed], check=True, capture_output=True, text=True
    )
    assert not done.stderr
    return set(done.stdout.split())


def test_other_shells_are_told_every_command() -> None:
    command, _window = debian.commands()
    for told in (completion.zsh(command), completion.fish(command)):
        assert all(each.path[-1] in told for each in command.all())
    assert "'certificate issue')" in completion.zsh(command)
    issue = next(each for each in command.all() if each.path[1:] == ("certificate", "issue"))
    assert "-l dry-run" in completion.fish(issue)


def test_the_manual_page_tells_every_command_and_obeys_no_text() -> None:
    command, _window = debian.commands()
    page = manual_pages.manual_page(command, "0 done, 1 could not")
    for each in command.all()[1:]:
        assert f".SS {' '.join(each.path[1:])}".replace("-", "\\-") in page
    assert page.count("answer with one JSON document") == 1
    assert "\\fB\\-\\-dry\\-run\\fR" in page
    orders = {line.split(" ", 1)[0] for line in page.splitlines() if line.startswith((".", "'"))}
    assert orders == {".TH", ".SH", ".SS", ".TP", ".PP", ".B", ".I", ".IR"}


def test_the_icon_is_there_in_every_size(tmp_path: Path) -> None:
    from PIL import Image

    pictures.make_all(ROOT / "resources" / "icon.svg", tmp_path)
    for size in pictures.SIZES:
        with Image.open(tmp_path / f"{size}.png") as drawn:
            assert drawn.size == (size, size)
            middle = drawn.getpixel((size // 2, size // 8))
            assert middle == (15, 118, 107, 255)
    with Image.open(tmp_path / "cpd-desktop.ico") as icon:
        assert {(16, 16), (256, 256)} <= icon.info["sizes"]
    with Image.open(tmp_path / "cpd-desktop.icns") as icon:
        assert (512, 512, 2) in icon.info["sizes"]


def test_the_desktop_knows_the_kinds_of_files() -> None:
    entry = (LINUX / "cpd-desktop.desktop").read_text(encoding="utf-8")
    kinds = (LINUX / "mime.xml").read_text(encoding="utf-8")
    opened = re.search(r"^MimeType=(.*);$", entry, re.MULTILINE)
    assert opened
    for mime in opened[1].split(";"):
        assert f'type="{mime}"' in kinds
    assert places.IDENTIFIER in (LINUX / "metainfo.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("tool", "file"),
    [
        (("appstreamcli", "validate", "--no-net"), "metainfo.xml"),
        (("desktop-file-validate",), "cpd-desktop.desktop"),
    ],
)
def test_software_centres_accept_what_they_are_told(
    tmp_path: Path, tool: tuple[str, ...], file: str
) -> None:
    if shutil.which(tool[0]) is None:
        pytest.skip(f"{tool[0]} is not installed")
    names = {"metainfo.xml": f"{places.IDENTIFIER}.metainfo.xml"}
    told = tmp_path / names.get(file, file)
    text = (LINUX / file).read_text(encoding="utf-8")
    told.write_text(text.replace("@VERSION@", places.VERSION), encoding="utf-8")
    done = subprocess.run([*tool, str(told)], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_portable_one_keeps_its_data_beside_itself(tmp_path: Path) -> None:
    assert portable.PORTABLE == folder.PORTABLE
    (tmp_path / portable.PORTABLE).write_text(portable.SAYS, encoding="utf-8")
    found = folder.data_folder(program=tmp_path)
    assert (found.path, found.is_portable) == (tmp_path / folder.PORTABLE_DATA, True)
    assert folder.PORTABLE_DATA in portable.SAYS
