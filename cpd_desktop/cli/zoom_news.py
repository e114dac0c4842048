"""`cpd zoom sync`, `poll`, `inbox` and `receive`: what waits, and what Zoom tells by itself."""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from cpd_desktop.cli.answer import SIGN_IN, Answer, shown_work
from cpd_desktop.cli.secrets import secret_from_stdin
from cpd_desktop.cli.zoom_outcome import ROW, rows_of
from cpd_desktop.cli.zoom_words import IN_PART, SYNC_KEYS, add_action, sync_answer
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.happenings import Fate, Topic
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from cpd_desktop.services.services import Services
    from cpd_desktop.services.zoom.inbox import WorkedOff
    from cpd_desktop.services.zoom.inbox_rows import Told
    from cpd_desktop.services.zoom.poll import Polled

SECRET = "zoom/messages"  # noqa: S105 - what it is kept under
RECEIVED = "receiver"
LOOK_EVERY = 30.0  # seconds until what failed is tried again, though nothing was heard
NO_SECRET = Sentence(
    "zoom",
    "There is no secret token yet. Copy it at Zoom from the app's page Features, Access, and hand "
    "it over with --secret.",
)
MESSAGE = "{id, source, kind, at, heard_at, fate, tries, says, next_try, content}"
INBOX_KEYS = f"JSON: [{MESSAGE}], the newest first. fate is one of: " + ", ".join(Fate) + "."
WORKED = "{done, ignored, failed}"
POLL_KEYS = (
    f"JSON: {{sessions: [{ROW}], failed: [{{event, session, says}}], inbox: {WORKED}, stopped, "
    "not_watched}; sessions as `attendance pull` tells them, not_watched why it is not known what "
    "runs."
)
EVENTS = (
    *(f"meeting.{each}" for each in Topic if each is not Topic.RECORDED),
    f"recording.{Topic.RECORDED}",
)
WHAT_TO_ENTER = """Listening at {address} until Ctrl-C.
Let a tunnel lead there, and enter its https address at Zoom as the event notification
endpoint URL of the app; press Validate there. Subscribe to:
  {events}
and to the same of webinars."""


def add_commands(area: Any, common: argparse.ArgumentParser) -> None:
    """Add the commands of this page to those of Zoom."""
    action = partial(add_action, area, common)
    action("sync", "send what waits", _sync, keys=SYNC_KEYS)
    action("poll", "ask once for all that is due", _poll, keys=POLL_KEYS)
    inbox = action("inbox", "what was told from outside", _inbox, keys=INBOX_KEYS)
    inbox.add_argument("--again", type=int, metavar="ID", help="work this one off again")
    inbox.add_argument("--limit", type=int, default=50, metavar="N")
    receive = action("receive", "listen on this computer to what Zoom tells", _receive,
                     keys=f"JSON, in the end: {{address, heard, inbox: {WORKED}}}.")  # fmt: skip
    receive.add_argument("--port", type=int, required=True, metavar="N", help="0: any free one")
    receive.add_argument("--secret", action="store_true",
                         help="read the app's secret token from stdin, and keep it")  # fmt: skip


def _sync(core: Services, options: argparse.Namespace) -> Answer:
    _ = options
    return sync_answer(core, core.sync.run(shown_work()))


def _poll(core: Services, options: argparse.Namespace) -> Answer:
    _ = options
    told = replace(core.poll, live=True).poll(shown_work())
    return Answer(_polled(told), _poll_lines(told), _poll_code(core, told))


def _poll_code(core: Services, told: Polled) -> int:
    if told.stopped and not core.zoom_account.status().is_connected:
        return SIGN_IN
    left = (told.stopped, told.not_watched, told.failed, told.inbox.failed)
    return IN_PART if any(left) else 0


def _polled(told: Polled) -> dict[str, Any]:
    return {
        "sessions": [
            row | {"next_read": each.next_at.isoformat() if each.next_at else None}
            for each in told.fetched
            for row in rows_of(each)
        ],
        "failed": [
            {"event": due.event_id, "session": due.session_id, "says": str(says)}
            for due, says in told.failed
        ],
        "inbox": _worked(told.inbox),
        "stopped": str(told.stopped) if told.stopped else None,
        "not_watched": str(told.not_watched) if told.not_watched else None,
    }


def _poll_lines(told: Polled) -> list[str]:
    lines = [
        f"session {row['session']}: {row['rows']} rows. {row['says']}"
        for each in told.fetched
        for row in rows_of(each)
    ]
    lines += [f"session {due.session_id}: {says}" for due, says in told.failed]
    lines.append(_worked_line(_worked(told.inbox)))
    return lines + [str(each) for each in (told.stopped or told.not_watched,) if each]


def _worked(told: WorkedOff) -> dict[str, int]:
    return {"done": told.done, "ignored": told.ignored, "failed": told.failed}


def _worked_line(worked: Mapping[str, int]) -> str:
    return "Messages: {done} done, {ignored} ignored, {failed} failed.".format_map(worked)


def _inbox(core: Services, options: argparse.Namespace) -> Answer:
    if options.again is not None:
        core.inbox.try_again(options.again)
        failed = core.inbox.work_off(shown_work()).failed
    else:
        failed = 0
    listed = core.inbox.listed(limit=options.limit)
    lines = [_message_line(each) for each in listed] or ["Nothing was told yet."]
    return Answer([_message(each) for each in listed], lines, IN_PART if failed else 0)


def _message(each: Told) -> dict[str, Any]:
    return {
        "id": each.id,
        "source": each.source,
        "kind": each.news.kind,
        "at": each.news.at.isoformat(),
        "heard_at": each.heard_at.isoformat(),
        "fate": each.fate.value,
        "tries": each.tries,
        "says": str(each.says) if each.says else None,
        "next_try": each.next_at.isoformat() if each.next_at else None,
        "content": each.news.content,
    }


def _message_line(each: Told) -> str:
    why = f": {each.says}" if each.says else ""
    again = f" (again at {each.next_at:%Y-%m-%d %H:%M} UTC)" if each.next_at else ""
    return f"{each.id}  {each.news.at:%Y-%m-%d %H:%M:%S}  {each.news.kind}  {each.fate}{why}{again}"


def _receive(core: Services, options: argparse.Namespace) -> Answer:
    from cpd_desktop.adapters.loopback_server import HOST
    from cpd_desktop.adapters.zoom.receiver import Receiver

    secret = secret_from_stdin("Secret token: ") if options.secret else core.keychains.get(SECRET)
    if secret is None or not secret.reveal():
        raise Invalid({"secret": NO_SECRET})
    core.keychains.put(SECRET, secret)
    inbox, heard = core.inbox, 0

    def hear(news: Any) -> None:
        nonlocal heard
        heard += inbox.hear(RECEIVED, news)

    worked = Counter(done=0, ignored=0, failed=0)
    with Receiver(secret, core.clock, hear, port=options.port) as receiver:
        address = f"http://{HOST}:{receiver.port}"
        says = WHAT_TO_ENTER.format(address=address, events="\n  ".join(EVENTS))
        with suppress(KeyboardInterrupt):  # what is written down is not lost by it
            print(says, file=sys.stderr, flush=True)
            while True:
                worked.update(_worked(core.inbox.work_off(shown_work())))
                receiver.wait(LOOK_EVERY)
    content = {"address": address, "heard": heard, "inbox": worked}
    return Answer(content, [f"Stopped. {heard} heard. {_worked_line(worked)}"])
