"""Checks an audit binder that comes from anywhere: nothing of it is unpacked or believed."""

from __future__ import annotations

import hashlib
import re
import stat
import zipfile
import zlib
from collections import Counter
from functools import partial
from os import SEEK_END
from typing import TYPE_CHECKING, Final

from cpd_desktop.domain.binder import MANIFEST, PAGE, Checked
from cpd_desktop.domain.errors import Damaged, NotFound, Unavailable
from cpd_desktop.domain.safe_names import is_safe
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from cpd_desktop.services.work import Work

NOT_THERE = Sentence("binder", "There is no file {path}.")
NOT_THERE_ADVICE = Sentence("binder", "Check the name of the file.")
UNREADABLE = Sentence("binder", "{path} could not be read: {reason}.")
NO_BINDER = Sentence("binder", "{path} is not an audit binder, or it is damaged: {reason}.")
NO_BINDER_ADVICE = Sentence("binder", "Ask for the binder again. Nothing of it was unpacked.")
NO_ZIP = Sentence("binder", "it is no whole ZIP file")
NO_MANIFEST = Sentence("binder", "it has no list of its files with their hashes")
TOO_MANY = Sentence("binder", "it has more than {most} files")
HIDDEN = Sentence("binder", "its files overlap, or there is something before or after them")

UNSAFE = Sentence("binder", "A file is called {name}, which must not be unpacked.")
TWICE = Sentence("binder", "{name} is there more than once.")
NO_FILE = Sentence("binder", "{name} is a folder, a link or locked, and no file.")
PACKED = Sentence("binder", "{name} is compressed, which no binder's files are; it was not opened.")
BAD_LINE = Sentence("binder", "Line {line} of the list of files cannot be read.")
LISTED_TWICE = Sentence("binder", "{name} is listed more than once.")
MISSING = Sentence("binder", "{name} is listed and not there.")
ADDED = Sentence("binder", "{name} is there and not listed.")
CHANGED = Sentence("binder", "{name} was changed: it does not fit the hash that is listed.")
TORN = Sentence("binder", "{name} was changed or damaged: its bytes do not fit together.")
NO_PAGE = Sentence("binder", "The page to read it by, {name}, is missing.")

MOST_FILES: Final = 200_000
MOST_TOLD: Final = 1000
_LONGEST_MANIFEST: Final = MOST_FILES * 200
_PIECE: Final = 1 << 20
_ENCRYPTED: Final = 1
_LINE: Final = re.compile(r"([0-9a-f]{64}) [ *](\S.*)")
_HEAD = 30  # bytes that stand before each file, and its name
_END = b"PK\x05\x06" + bytes(18)  # how a ZIP file ends
# A wrong byte may also ask for a compression or a password that there never was.
_TORN: Final = (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError)


def check_binder(path: Path, work: Work) -> Checked:
    """Compare every file of a binder with its list, and say in words what is wrong, if anything.

    Raises ``NotFound``, ``Damaged`` if it is no binder at all, ``Unavailable``, ``Cancelled``.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            return _checked(path, archive, work)
    except FileNotFoundError:
        raise NotFound(NOT_THERE.filled(path=path), NOT_THERE_ADVICE) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise Unavailable(UNREADABLE.filled(path=path, reason=reason)) from error
    except (*_TORN, ValueError, UnicodeError) as error:
        raise _no_binder(path, NO_ZIP) from error


def _no_binder(path: Path, why: Sentence) -> Damaged:
    return Damaged(NO_BINDER.filled(path=path, reason=why), NO_BINDER_ADVICE)


def _checked(path: Path, archive: zipfile.ZipFile, work: Work) -> Checked:
    inside = archive.infolist()
    if len(inside) > MOST_FILES:
        raise _no_binder(path, TOO_MANY.filled(most=MOST_FILES))
    problems = list(_outside(inside))
    sound = {each.filename: each for each in inside if not _problem_of(each)}
    if MANIFEST not in sound or sound[MANIFEST].file_size > _LONGEST_MANIFEST:
        raise _no_binder(path, NO_MANIFEST)
    if not _lies_flat(path, archive, inside):
        raise _no_binder(path, HIDDEN)
    content = archive.read(MANIFEST)
    listed, bad = _listed(content)
    problems += bad
    there = {each.filename for each in inside}
    problems += (MISSING.filled(name=name) for name in sorted(listed.keys() - there))
    added = sorted(there - listed.keys() - {MANIFEST})
    problems += (ADDED.filled(name=_shown(name)) for name in added)
    if PAGE not in listed:
        problems.append(NO_PAGE.filled(name=PAGE))
    names = sorted(listed.keys() & sound.keys())
    for done, name in enumerate(names):
        report = partial(work.report, done, len(names), name)
        if fault := _compared(archive, sound[name], listed[name], report):
            problems.append(fault)
    work.report(len(names), len(names))
    return Checked(len(inside), hashlib.sha256(content).hexdigest(), tuple(problems[:MOST_TOLD]))


def _outside(inside: list[zipfile.ZipInfo]) -> Iterator[Sentence]:
    """Yield what is wrong with names and kinds, before anything is opened."""
    for each in inside:
        if fault := _problem_of(each):
            yield fault
    names = Counter(each.filename.casefold() for each in inside)
    yield from (TWICE.filled(name=_shown(name)) for name, times in names.items() if times > 1)


def _problem_of(each: zipfile.ZipInfo) -> Sentence | None:
    kind = stat.S_IFMT(each.external_attr >> 16)
    name = _shown(each.orig_filename)
    if not is_safe(each.filename) or each.orig_filename != each.filename:
        return UNSAFE.filled(name=name)
    if each.is_dir() or each.flag_bits & _ENCRYPTED or kind not in {0, stat.S_IFREG}:
        return NO_FILE.filled(name=name)
    if each.compress_type != zipfile.ZIP_STORED or each.compress_size != each.file_size:
        return PACKED.filled(name=name)
    return None


def _shown(name: str) -> str:
    """Return a name that may be anything as it can be printed."""
    return ascii(name[:100])[1:-1]


def _lies_flat(path: Path, archive: zipfile.ZipFile, inside: list[zipfile.ZipInfo]) -> bool:
    """Say whether no byte of the file belongs to two things, with nothing before or after them.

    So that nothing small can claim to be large, and nobody's program sees other files in it.
    """
    at = 0
    for each in sorted(inside, key=lambda one: one.header_offset):
        if each.header_offset < at or (at == 0 and each.header_offset):
            return False
        at = each.header_offset + _HEAD + len(each.orig_filename) + each.compress_size
    with path.open("rb") as file:
        file.seek(-len(_END), SEEK_END)
        return at <= archive.start_dir and file.read(4) == _END[:4] and not archive.comment


def _listed(content: bytes) -> tuple[dict[str, str], list[Sentence]]:
    """Return the hash of each file that is listed, and which lines are wrong."""
    found: dict[str, str] = {}
    problems: list[Sentence] = []
    lines = content.decode("utf-8", "replace").removesuffix("\n").split("\n")
    for number, line in enumerate(lines, 1):
        match = _LINE.fullmatch(line)
        if match is None:
            problems.append(BAD_LINE.filled(line=number))
        elif match[2] in found:
            problems.append(LISTED_TWICE.filled(name=_shown(match[2])))
        else:
            found[match[2]] = match[1]
    return found, problems


def _compared(
    archive: zipfile.ZipFile, each: zipfile.ZipInfo, expected: str, report: Callable[[], None]
) -> Sentence | None:
    told = hashlib.sha256()
    name = _shown(each.filename)
    try:
        with archive.open(each) as file:
            while piece := file.read(_PIECE):
                report()
                told.update(piece)
    except _TORN:
        return TORN.filled(name=name)
    return None if told.hexdigest() == expected else CHANGED.filled(name=name)
