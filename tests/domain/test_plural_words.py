"""What is counted reads well of one and of many, in English as it stands in the source."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import cpd_desktop

# Verbs as they follow many; of one they would have to change, which the mark of a plural cannot do.
_OF_MANY = "are|were|have|do|go|get|wait|stay|need|hold|keep|come|move|lie|reach|want|name|belong"
_COUNTED = r"(?:^|[.:] |\b(?:[Aa]ll|[Tt]hat) )%n \S+\((?:s|es)\)[^.,:;]*?"
_SUBJECT = re.compile(rf"{_COUNTED}(?<!not )(?<!having )\b({_OF_MANY})\b")


def test_no_verb_that_fits_only_many_follows_what_is_counted() -> None:
    found = [
        (path.name, text)
        for path in sorted(Path(cpd_desktop.__file__).parent.rglob("*.py"))
        if "%n" in (source := path.read_text(encoding="utf-8"))
        for each in ast.walk(ast.parse(source))
        if isinstance(each, ast.Constant) and isinstance(text := each.value, str)
        if _SUBJECT.search(text)
    ]
    assert found == []


def test_a_verb_that_fits_only_many_is_found() -> None:
    assert _SUBJECT.search("%n person(s) in it were not told.")
    assert not _SUBJECT.search("Not told: %n person(s). They wait.")
