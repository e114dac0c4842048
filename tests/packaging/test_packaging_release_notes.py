from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run(*words: object, **variables: str) -> subprocess.CompletedProcess[str]:
    program = [sys.executable, str(ROOT / "packaging" / "release_notes.py"), *map(str, words)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | variables
    return subprocess.run(program, capture_output=True, text=True, env=environment, check=False)


def test_a_key_is_never_written_into_the_repository_or_over_another_file(tmp_path: Path) -> None:
    refused = run("new-key", ROOT / "docs" / "key.pem")
    assert refused.returncode == 1
    assert "must not lie in the repository" in refused.stderr
    assert not (ROOT / "docs" / "key.pem").exists()
    (tmp_path / "key.pem").write_text("another")
    assert "was left alone" in run("new-key", tmp_path / "key.pem").stderr
    assert (tmp_path / "key.pem").read_text() == "another"


def test_a_note_that_the_shipped_key_would_not_believe_is_not_written(tmp_path: Path) -> None:
    note, key = tmp_path / "note.json", tmp_path / "key.pem"
    note.write_text(
        '{"version": "9.9", "serial": 1, "published": "2026-11-21",'
        ' "page": "https://example.org", "changes": ["One"]}'
    )
    make = (
        "from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey as K;"
        "from cryptography.hazmat.primitives.serialization import *;"
        "print(K.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())"
        ".decode())"
    )
    key.write_text(subprocess.check_output([sys.executable, "-c", make], text=True))
    for words in ((note, "--key", key), (note,)):
        done = run("sign", *words, CPD_RELEASE_KEY=str(key))
        assert done.returncode == 1
        assert "not the one whose public half is shipped" in done.stderr
    assert list(tmp_path.glob("*.signed")) == []
    assert "Name the key" in run("sign", note, CPD_RELEASE_KEY="").stderr
