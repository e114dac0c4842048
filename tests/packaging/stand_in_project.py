"""Stands in for the application, so that the way it is set up and started can be watched."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

_SESSION = {"id": 1, "start": 1, "end": 2}
_EVENT = {"id": "E1", "title": "First", "status": "draft", "credit": ["1"], "sessions": [_SESSION]}
_PERSON = {"reference": "R1", "name": "Ana Ruiz", "status": "confirmed"}
_IMPORT = {"read": 1, "added": 1, "waitlisted": 0, "unchanged": 1}
_REPORT = {"read": 1, "matched": 1, "to_review": 0, "guests": 0, "hosts": 0, "ignored": 0}
_REPORTED = {"event": 1, "file": "report.csv"}
_BINDER = {"files": 1}
_DOUBT = {"participant": "P1", "names": ["Ana"], "candidates": [{"registration": 1}]}
_ATTENDED = {"people": [{"result": "attended"}], "review": [_DOUBT]}


def command() -> int:
    """Answer like cpd; fail at the command the variable names."""
    words = [word for word in sys.argv[1:] if not word.startswith("-")][1:]
    named = " ".join(words)
    failing = os.environ.get("STAND_IN_FAILS")
    if failing and named.startswith(failing):
        return 1
    if "--out" in sys.argv:
        Path(sys.argv[sys.argv.index("--out") + 1]).write_bytes(b"made")
    if named == "demo":
        Path(sys.argv[sys.argv.index("--data") + 1]).mkdir()
        _say(json.dumps({"events": ["E1", "E2"], "over": 2, "report": _REPORTED}))
    elif words[0] == "attendance":
        _say(json.dumps(_ATTENDED if words[1] == "show" else _REPORT))
    elif words[0] == "certificate":
        _say(json.dumps(_certificate(words, Path(sys.argv[sys.argv.index("--data") + 1]))))
    elif words[0] == "audit":
        _say(json.dumps(_BINDER))
    elif words[1:2] == ["import"]:
        _say(json.dumps(_IMPORT))
    elif words[1:2] == ["list"]:
        _say(json.dumps([_PERSON if words[0] == "registration" else _EVENT]))
    else:
        _say(json.dumps(_EVENT))
    return 0


def _certificate(words: list[str], folder: Path) -> object:
    """Answer of the one certificate, which is revoked once somebody asked for that."""
    file, revoked = folder / "N1.pdf", folder / "revoked"
    if words[1] == "issue":
        file.write_bytes(b"certificate")
        return {"issued": [{"number": "N1", "file": str(file)}], "not_eligible": []}
    if words[1] == "revoke":
        revoked.touch()
    if words[1] == "verify":
        whole = "revoked" if revoked.exists() else "valid"
        return {"verdict": whole if Path(words[2]).read_bytes() == b"certificate" else "altered"}
    return []


def window() -> int:
    """Tell what the window was started with, and wait to be closed if asked to."""
    _say("window", *sys.argv[1:])
    if "--data" in sys.argv:
        folder = Path(sys.argv[sys.argv.index("--data") + 1])
        _say("sample data", str(folder.is_dir()), str(folder))
    if "--stay" in sys.argv:
        sys.stdin.read()
    return 0


def _say(*words: str) -> None:
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()
