"""Our mails, read by a library in another language that knows nothing of how they were made."""

from __future__ import annotations

import hashlib
import json
import subprocess
import tempfile
from datetime import timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from cpd_desktop.domain.messages.addresses import Address, header_line
from cpd_desktop.domain.messages.purposes import Purpose
from tests.adapters.mail.letters import GOLDEN, KEPT, LETTERS, file, letter, written
from tests.drafts import somebody
from tests.mailing import mailing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cpd_desktop.domain.messages.message import Message
    from cpd_desktop.domain.messages.mime import Letter
    from cpd_desktop.store.folder import DataFolder
    from tests.adapters.mail.letters import Meant
    from tests.clock import FixedClock

READER = Path(__file__).parent / "read_mail.pl"
NEEDS = ["perl", "-MEmail::MIME", "-MJSON::PP", "-e1"]
HEADERS = ["From", "To", "Subject", "Date", "Message-ID"]
ENDS = ["MIME-Version", "Content-Type"]
# Also much of what headers and parts are divided by.
ANYTHING = st.text(max_size=300) | st.text('"\\\\<>(),;:=?_.- \r\n\taé日', max_size=60)
NOW = timedelta(0)
# Each try starts a program, so a failure is shown as it was found.
FEW = settings(max_examples=5, deadline=None, phases=(Phase.reuse, Phase.generate))
METHODS = {
    Purpose.CERTIFICATE: set(),
    Purpose.JOINING: {"REQUEST"},
    Purpose.CANCELLATION: {"CANCEL"},
}


@pytest.fixture(scope="module")
def perl() -> None:
    try:
        subprocess.run(NEEDS, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("Perl's Email::MIME is not installed (Debian: libemail-mime-perl)")


@pytest.fixture(scope="module")
def golden(perl: None) -> dict[str, Any]:
    """Read all golden mails at once, since Perl takes longer to start than to read."""
    return dict(zip(LETTERS, read(*(GOLDEN / f"{name}.eml" for name in LETTERS)), strict=True))


def read(*files: Path) -> list[Any]:
    told = subprocess.run(["perl", READER, *files], check=True, capture_output=True)
    assert told.stderr == b""
    found: list[Any] = json.loads(told.stdout)
    return found


def read_fresh(mails: Iterable[bytes]) -> list[Any]:
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number, mail in enumerate(mails):
            files.append(Path(folder) / f"{number}.eml")
            files[-1].write_bytes(mail)
        return read(*files)


def hash_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def leaf(kind: str, content: bytes, **more: str) -> dict[str, str]:
    """Return what is told of a part without parts."""
    told = {"type": kind, "charset": "", "method": "", "disposition": "", "name": ""}
    if kind.startswith("text/"):
        told |= {"charset": "utf-8", "text": content.decode()}
    return told | {"sha256": hash_of(content)} | more


def group(kind: str, parts: list[Any]) -> dict[str, Any]:
    told = {"type": f"multipart/{kind}", "charset": "", "method": "", "disposition": "", "name": ""}
    return told | {"parts": parts}


def leaves(part: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for each in part.get("parts", []):
        yield from leaves(each)
    if "parts" not in part:
        yield part


def content_of(meant: Letter, files: list[str]) -> dict[str, Any]:
    """Return the tree of parts that a mail is meant to be."""
    lines = (each.rstrip().replace("\n", "\r\n") + "\r\n" for each in (meant.text, meant.html))
    words = [
        leaf(kind, each.encode())
        for kind, each in zip(("text/plain", "text/html"), lines, strict=True)
    ]
    calendars = [
        leaf("text/calendar", each.content, method=each.method.value) for each in meant.invites
    ]
    if len(calendars) == 1:
        words += calendars
        calendars = []
    named = [
        {**each, "disposition": "attachment", "name": f"session-{number}.ics"}
        for number, each in enumerate(calendars, 1)
    ]
    attached = [
        leaf(each.kind, KEPT[each.sha256], disposition="attachment", name=name)
        for each, name in zip(meant.attachments, files, strict=True)
    ]
    inner = group("alternative", words)
    return group("mixed", [inner, *named, *attached]) if named or attached else inner


def told_of(case: Meant) -> dict[str, Any]:
    """Return all that is meant to be read in a mail."""
    meant, seen = case.letter, dict(case.seen)
    files = seen.pop("files", [each.name for each in meant.attachments])
    news = meant.unsubscribe
    wanted = f"<mailto:{news}?subject=unsubscribe%201>" if news else ""
    ways = ["Reply-To"] if meant.reply_to else []
    ways += ["List-Unsubscribe"] if news else ["Auto-Submitted"]
    return {
        "names": [*HEADERS, *ways, *ENDS],
        "subject": meant.subject,
        "id": meant.message_id,
        "date": format_datetime(meant.at),
        "reply_to": [["", meant.reply_to]] if meant.reply_to else [],
        "unsubscribe": wanted,
        "from": [[meant.sender.name, meant.sender.mail]],
        "to": [[meant.to.name, meant.to.mail]],
        "content": content_of(meant, files),
    } | seen


@pytest.mark.parametrize("name", LETTERS)
def test_the_same_mail_is_written_in_the_same_bytes_by_every_version(name: str) -> None:
    assert written(LETTERS[name].letter) == (GOLDEN / f"{name}.eml").read_bytes()


@pytest.mark.parametrize("name", LETTERS)
def test_another_library_reads_what_was_meant(name: str, golden: dict[str, Any]) -> None:
    assert golden[name] == told_of(LETTERS[name])


def test_every_golden_mail_is_one_that_is_meant() -> None:
    assert {each.stem for each in GOLDEN.iterdir()} == set(LETTERS)


@pytest.mark.usefixtures("perl")
@given(st.lists(st.tuples(ANYTHING, ANYTHING, ANYTHING), min_size=1, max_size=20))
@FEW
def test_whatever_people_are_called_another_library_reads_it(
    words: list[tuple[str, str, str]],
) -> None:
    to = "zoe@xn--strae-oqa.example"
    letters = [
        letter(to=Address(to, name), subject=subject, attachments=[file(named)])
        for name, subject, named in words
    ]
    mails = read_fresh(map(written, letters))
    for told, (name, subject, named) in zip(mails, words, strict=True):
        assert told["to"] == [[header_line(name), to]]
        assert told["subject"] == header_line(subject)
        assert told["names"] == [*HEADERS, "Auto-Submitted", *ENDS]
        [_, attached] = told["content"]["parts"]
        assert attached["name"] == header_line(named, 200).replace('"', "'").replace("\\", "_")
        assert KEPT[attached["sha256"]]


@pytest.mark.usefixtures("perl")
@given(st.lists(ANYTHING, min_size=1, max_size=40))
@FEW
def test_whatever_is_written_another_library_reads_it(texts: list[str]) -> None:
    letters = [letter(text=text, html=f"<p>{text * 4}</p>") for text in texts]
    for told, meant in zip(read_fresh(map(written, letters)), letters, strict=True):
        words = [each["text"] for each in told["content"]["parts"]]
        for found, text in zip(words, (meant.text, meant.html), strict=True):
            lines = text.replace("\r\n", "\n").replace("\r", "\n").rstrip() + "\n"
            assert found == lines.replace("\n", "\r\n")


@pytest.mark.slow
@pytest.mark.usefixtures("perl")
@pytest.mark.parametrize("language", ["en", "de"])
def test_what_was_frozen_for_the_outbox_is_what_another_library_reads(
    folder: DataFolder, clock: FixedClock, language: str
) -> None:
    people = ["Zoë Ångström", 'Anna "A" Nowak', "李小龍", "=?utf-8?q?Free?="]
    with mailing(folder, clock, *people) as post:
        core = post.core
        far = somebody("Łukasz", "lukasz@straße.example")
        post.here.places["Łukasz"] = core.registrations.add(post.here.event, far).value.id
        post.here.issue(*people)
        made: list[Message] = []
        for purpose in (Purpose.CERTIFICATE, Purpose.JOINING, Purpose.CANCELLATION):
            made += post.prepare(purpose, language=language, hold=NOW).made
        told = read_fresh(core.outbox.content(each) for each in made)
        assert {each.to for each in made} >= {"lukasz@xn--strae-oqa.example"}
        assert len(made) == 3 * len(people) + 2
        for each, mail in zip(made, told, strict=True):
            assert mail["to"] == [[each.to_name, each.to]]
            assert (mail["subject"], mail["id"]) == (each.subject, each.message_id)
            parts = mail["content"].get("parts", [])
            files = {part["name"]: part["sha256"] for part in parts if part["disposition"]}
            calendars = [part for part in leaves(mail["content"]) if part["method"]]
            assert {part["method"] for part in calendars} == METHODS[each.purpose]
            for part in calendars:
                assert part["text"].startswith("BEGIN:VCALENDAR\r\n")
                files.pop(part["name"], None)
            assert files == {one.name: one.sha256 for one in each.attachments}
