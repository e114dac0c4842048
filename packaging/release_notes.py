"""Signs the note that tells of a new version. The key that signs never lies in the repository."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import cast

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from cpd_desktop.adapters.release_notes import read_signed, signed

ROOT = Path(__file__).resolve().parent.parent
PUBLIC = ROOT / "resources" / "updates" / "release.pub"


def main() -> int:
    """Make a key or sign a note; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="packaging/release-notes", description="Signs the note about a release."
    )
    deeds = parser.add_subparsers(dest="deed", required=True)
    new = deeds.add_parser("new-key", help="make a key; its public half is shipped from then on")
    new.add_argument("key", type=Path, metavar="FILE", help="outside of this repository")
    sign = deeds.add_parser("sign", help="write FILE.signed, and check it by the shipped key")
    sign.add_argument("note", type=Path, metavar="FILE", help="JSON; see docs/updates.md")
    sign.add_argument(
        "--key", type=Path, metavar="FILE", help="else what CPD_RELEASE_KEY holds, or names"
    )
    options = parser.parse_args()
    if options.deed == "new-key":
        return _make(options.key)
    return _sign(options.note, options.key)


def _make(path: Path) -> int:
    if path.resolve().is_relative_to(ROOT):
        sys.exit("The key must not lie in the repository.")
    key = Ed25519PrivateKey.generate()
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        sys.exit(f"There is a file {path} already; it was left alone.")
    with os.fdopen(handle, "wb") as file:
        file.write(private)
    PUBLIC.parent.mkdir(parents=True, exist_ok=True)
    PUBLIC.write_bytes(
        key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    )
    print(f"The key is in {path}: keep it safe. Commit {PUBLIC.relative_to(ROOT)}.")
    return 0


def _sign(note: Path, key: Path | None) -> int:
    # In the form that was signed and no other: what is shown is what was read here.
    content = json.dumps(json.loads(note.read_bytes()), ensure_ascii=False, indent=1).encode()
    made = signed(content, _key(key))
    try:
        told = read_signed(made, PUBLIC.read_bytes())
    except ValueError:
        sys.exit("This key is not the one whose public half is shipped: nobody would believe it.")
    out = note.with_name(f"{note.name}.signed")
    out.write_bytes(made)
    print(f"{out}: version {told.version}, note number {told.serial}. Put it at the address.")
    return 0


def _key(path: Path | None) -> Ed25519PrivateKey:
    given = os.environ.get("CPD_RELEASE_KEY", "")
    if path is not None:
        content = path.read_bytes()
    elif given.startswith("-----BEGIN"):
        content = given.encode()
    elif given:
        content = Path(given).read_bytes()
    else:
        sys.exit("Name the key with --key, or put it into CPD_RELEASE_KEY.")
    return cast("Ed25519PrivateKey", load_pem_private_key(content, None))


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (OSError, ValueError) as error:
        sys.exit(str(error))
