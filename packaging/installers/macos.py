"""The application and the disk image of macOS, signed and notarised where there are keys."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from installers import places
from installers.file_kinds import KINDS

if TYPE_CHECKING:
    from pathlib import Path

APP = places.DIST / f"{places.NAME}.app"
ENTITLEMENTS = places.MACOS / "entitlements.plist"
# What signs and what notarises; both or a build that says it is unsigned.
KEYS = ("CPD_MAC_IDENTITY", "CPD_MAC_APPLE_ID", "CPD_MAC_TEAM", "CPD_MAC_PASSWORD")


def information() -> dict[str, Any]:
    """Return what Info.plist says beside what PyInstaller writes."""
    return {
        "CFBundleDisplayName": places.NAME,
        "CFBundleShortVersionString": places.VERSION,
        "LSMinimumSystemVersion": "13.0",
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,
        "NSHumanReadableCopyright": "MIT License",
        "LSApplicationCategoryType": "public.app-category.business",
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": kind.words,
                "CFBundleTypeRole": "Editor",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [kind.uniform],
            }
            for kind in KINDS
            if kind.opens
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": kind.uniform,
                "UTTypeDescription": kind.words,
                "UTTypeConformsTo": ["public.data"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": [kind.suffix],
                    "public.mime-type": [kind.mime],
                },
            }
            for kind in KINDS
        ],
    }


def signing(system: str) -> dict[str, str]:
    """Return what PyInstaller is told about signing; nothing on other systems or without keys."""
    identity = os.environ.get("CPD_MAC_IDENTITY")
    if system != "darwin" or not identity:
        return {}
    return {"codesign_identity": identity, "entitlements_file": str(ENTITLEMENTS)}


def disk_image(*, unsigned: bool) -> Path:
    """Make the disk image, and have Apple look at it unless it is to stay unsigned."""
    name = f"{places.PACKAGE}-{places.VERSION}{'-unsigned' if unsigned else ''}.dmg"
    image = places.DIST / name
    image.unlink(missing_ok=True)
    folder = places.BUILD / "dmg"
    places.run("rm", "-rf", folder)
    folder.mkdir(parents=True)
    places.run("ditto", APP, folder / APP.name)
    (folder / "Applications").symlink_to("/Applications")
    places.run(
        *("hdiutil", "create", "-quiet", "-volname", places.NAME, "-srcfolder", folder),
        *("-fs", "HFS+", "-format", "ULFO", image),
    )
    if not unsigned:
        _have_it_trusted(image)
    return image


def _have_it_trusted(image: Path) -> None:
    identity, apple_id, team, password = (os.environ[name] for name in KEYS)
    places.run("codesign", "--verify", "--deep", "--strict", APP)
    places.run("codesign", "--sign", identity, "--timestamp", image)
    places.run(
        *("xcrun", "notarytool", "submit", image, "--wait"),
        *("--apple-id", apple_id, "--team-id", team, "--password", password),
    )
    places.run("xcrun", "stapler", "staple", image)
    places.run(
        "spctl", "--assess", "--type", "open", "--context", "context:primary-signature", image
    )
