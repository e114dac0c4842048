"""The installers of Windows and macOS, and the workflow that builds all of them."""

from __future__ import annotations

import plistlib
import re
import shutil
from pathlib import Path

import pytest
from installers import __main__ as build
from installers import freezing, macos, places, windows
from installers.file_kinds import KINDS

from cpd_desktop.domain.certificates.issuer_card import KEYS_SUFFIX
from cpd_desktop.store.backup import SUFFIX as BACKUP
from cpd_desktop.ui.certificates.gallery import FILES

ROOT = Path(__file__).resolve().parents[2]
WORKFLOW = ROOT / ".github" / "workflows" / "installers.yml"


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    for name in ("BUILD", "DIST"):
        monkeypatch.setattr(places, name, tmp_path)
    return tmp_path


def test_every_kind_of_file_that_the_application_writes_has_its_place() -> None:
    suffixes = {f".{kind.suffix}" for kind in KINDS}
    assert {BACKUP, KEYS_SUFFIX} < suffixes
    assert set(re.findall(r"\.cpd\w+", FILES)) < suffixes


@pytest.mark.parametrize("system", ["windows", "macos"])
def test_a_build_without_its_keys_ends_before_anything_is_built(
    monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    keys = {"windows": windows.KEYS, "macos": macos.KEYS}[system]
    for name in keys:
        monkeypatch.setenv(name, "there")
    build._require_keys(system, unsigned=False)
    monkeypatch.delenv(keys[-1])
    with pytest.raises(SystemExit, match=f"needs {keys[-1]}, and nothing was built"):
        build._require_keys(system, unsigned=False)
    build._require_keys(system, unsigned=True)


def test_linux_needs_no_keys() -> None:
    build._require_keys("linux", unsigned=False)


def test_windows_tells_which_program_it_is(built: Path) -> None:
    told = Path(freezing.version_resource("cpd")).read_text(encoding="utf-8")
    assert f"StringStruct('ProductVersion', '{places.VERSION}')" in told
    assert "StringStruct('OriginalFilename', 'cpd.exe')" in told
    compile(told, "version", "eval")


def test_the_installer_of_windows_forgets_all_that_it_told() -> None:
    told = windows.file_kinds()
    for kind in KINDS:
        assert f'TellKind "{kind.suffix}" "{kind.program_id}" "{kind.words}"' in told
        assert (f'OpenKind "{kind.program_id}"' in told) is kind.opens
        assert f'ForgetKind "{kind.suffix}" "{kind.program_id}"' in told
    script = windows.SCRIPT.read_text(encoding="utf-8")
    installing, removing = script.split('Section "Uninstall"')
    written = set(
        re.findall(r'WriteReg\w+ (HKCU "(?:\$\{UNINSTALL\}|Software\\CPDDesktop)")', installing)
    )
    assert written
    assert all(f"DeleteRegKey {key}" in removing for key in written)
    assert "RequestExecutionLevel user" in installing


def test_uninstalling_on_windows_leaves_data_alone_and_says_where_it_is() -> None:
    script = windows.SCRIPT.read_text(encoding="utf-8")
    removing = script.split('Section "Uninstall"')[1]
    removed = re.findall(r'^  (?:RMDir|Delete) (?:/r )?"(.*)"$', removing, re.MULTILINE)
    assert removed
    assert not [place for place in removed if "$LOCALAPPDATA" in place]
    assert re.findall(r'RMDir /r "(.*)"', removing) == ["$INSTDIR\\_internal"]
    assert r"Your data stays in $LOCALAPPDATA\CPD Desktop" in removing


def test_the_script_of_the_installer_is_understood(built: Path) -> None:
    if shutil.which("makensis") is None:
        pytest.skip("makensis is not installed")
    bundle = built / "bundle"
    (bundle / "_internal").mkdir(parents=True)
    for name in ("cpd.exe", "cpd-desktop.exe", "_internal/library.dll"):
        (bundle / name).write_bytes(b"MZ")
    from installers import pictures

    pictures.make_all(ROOT / "resources" / "icon.svg", built)
    windows.compile_script(bundle, built / "cpd-desktop.ico", built / "cpd-setup.exe")
    assert (built / "cpd-setup.exe").read_bytes()[:2] == b"MZ"


def test_macos_knows_the_kinds_of_files_by_one_name() -> None:
    told = macos.information()
    declared = {each["UTTypeIdentifier"] for each in told["UTExportedTypeDeclarations"]}
    opened = {name for each in told["CFBundleDocumentTypes"] for name in each["LSItemContentTypes"]}
    assert declared == {kind.uniform for kind in KINDS}
    assert opened == {kind.uniform for kind in KINDS if kind.opens}
    plistlib.dumps(told)


def test_macos_is_asked_for_no_right_that_is_not_needed() -> None:
    rights = plistlib.loads(macos.ENTITLEMENTS.read_bytes())
    assert list(rights) == ["com.apple.security.cs.allow-unsigned-executable-memory"]


def test_only_a_mac_with_an_identity_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CPD_MAC_IDENTITY", "Developer ID")
    assert macos.signing("linux") == {}
    assert macos.signing("darwin")["codesign_identity"] == "Developer ID"
    monkeypatch.delenv("CPD_MAC_IDENTITY")
    assert macos.signing("darwin") == {}


def test_the_workflow_builds_all_systems_as_a_person_would() -> None:
    told = WORKFLOW.read_text(encoding="utf-8")
    assert set(re.findall(r"^ +- system: (\w+)$", told, re.MULTILINE)) == set(build.SYSTEMS)
    assert "run: packaging/build ${{ matrix.system }}\n" in told
    assert "--unsigned" not in told
    for name in (*windows.KEYS, *macos.KEYS):
        assert f"{name}: ${{{{ secrets.{name} }}}}" in told
    assert "packaging/prove-deb dist/*.deb" in told
    assert "packaging/prove-portable dist/*.tar.xz" in told
    assert re.search(r"^    tags: \[\"v\*\"\]$", told, re.MULTILINE)
    assert re.search(r"^  attach:\n(?:.*\n)*?    needs: build$", told, re.MULTILINE)
