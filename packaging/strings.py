"""Keeps the English strings in step with the source, and compiles all languages."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

import environment

FOLDER = environment.ROOT / "resources" / "i18n"
ENGLISH = FOLDER / "cpd_desktop_en.ts"

_EMPTY_PLURAL = re.compile(
    r'(<message numerus="yes">(?:(?!</message>).)*?<source>((?:(?!</message>).)*?)</source>'
    r'(?:(?!</message>).)*?)<translation type="unfinished">'
    r"(\s*)<numerusform></numerusform>\s*<numerusform></numerusform>",
    re.DOTALL,
)
_MARK = re.compile(r"\((s|es)\)")

Entry = tuple[str, str, str, tuple[str, ...]]


def main() -> int:
    """Check or update; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="packaging/translations",
        description="Brings the English strings up to date with the source and compiles them.",
    )
    parser.add_argument("--check", action="store_true", help="change nothing, tell what would")
    if not Path(environment.program("pyside6-lupdate")).exists():
        sys.exit("There is no .venv yet: run packaging/test once.")
    if parser.parse_args().check:
        return _check()
    FOLDER.mkdir(parents=True, exist_ok=True)
    _bring_up_to_date(ENGLISH)
    compile_all()
    return 0


def compile_all() -> None:
    """Compile each language whose compiled form is missing or older than its text."""
    for text in sorted(FOLDER.glob("*.ts")):
        compiled = text.with_suffix(".qm")
        if not compiled.exists() or compiled.stat().st_mtime < text.stat().st_mtime:
            _tool("pyside6-lrelease", "-silent", str(text), "-qm", str(compiled))


def _check() -> int:
    """Tell which strings are new, vanished or have other plurals than those on file."""
    committed = ENGLISH.read_text(encoding="utf-8") if ENGLISH.exists() else ""
    with tempfile.TemporaryDirectory(prefix="cpd-strings-") as folder:
        copy = Path(folder) / ENGLISH.name
        if committed:
            copy.write_text(committed, encoding="utf-8")
        _bring_up_to_date(copy)
        now = _entries(copy.read_text(encoding="utf-8"))
    before = _entries(committed) if committed else set()
    for sign, entries in (("+", now - before), ("-", before - now)):
        for context, source, _comment, forms in sorted(entries):
            print(sign, context, "|", source, *(["|", " / ".join(forms)] if any(forms) else []))
    if now == before:
        return 0
    print("The strings changed: run packaging/translations and commit what it writes.")
    return 1


def _bring_up_to_date(file: Path) -> None:
    """Write the strings of the source into the file; English plurals are filled in."""
    sources = sorted((environment.ROOT / "cpd_desktop").rglob("*.py"))
    _tool(
        "pyside6-lupdate",
        *("-silent", "-warnings-are-errors", "-no-obsolete", "-sort-messages"),
        *("-disable-heuristic", "sametext", "-disable-heuristic", "similartext"),
        *("-locations", "none", "-source-language", "en", "-target-language", "en"),
        *("-tr-function-alias", "QT_TRANSLATE_NOOP+=Sentence"),
        *(str(source) for source in sources),
        "-ts",
        str(file),
    )
    text = file.read_text(encoding="utf-8")
    file.write_text(_EMPTY_PLURAL.sub(_filled, text), encoding="utf-8")


def _filled(message: re.Match[str]) -> str:
    """Return the message with both English forms, if its text says how they differ."""
    head, source, gap = message.groups()
    if not _MARK.search(source):
        return message.group()
    one, many = _MARK.sub("", source), _MARK.sub(r"\1", source)
    forms = "".join(f"{gap}<numerusform>{form}</numerusform>" for form in (one, many))
    return f"{head}<translation>{forms}"


def _entries(text: str) -> set[Entry]:
    """Return what a file of strings says, without its order."""
    # The file is our own, from this repository.
    return {
        (
            context.findtext("name", ""),
            message.findtext("source", ""),
            message.findtext("comment", ""),
            tuple(form.text or "" for form in message.iter("numerusform")),
        )
        for context in ET.fromstring(text).iter("context")  # noqa: S314 - see above
        for message in context.iter("message")
    }


def _tool(name: str, *arguments: str) -> None:
    """Run one of Qt's tools; end with a sentence if it fails."""
    command = [environment.program(name), *arguments]
    done = subprocess.run(command, check=False, env=environment.variables())
    if done.returncode != 0:
        sys.exit(f"{name} failed; above it says why.")


if __name__ == "__main__":
    sys.exit(main())
