"""`cpd outbox list|send|pause|resume|show|resend|cancel|arrived`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpd_desktop.cli.answer import COULD_NOT, SIGN_IN, Answer, shown_work
from cpd_desktop.cli.message_words import (
    attempt_content,
    message_content,
    message_line,
    return_content,
    return_line,
)
from cpd_desktop.domain.messages.states import State

if TYPE_CHECKING:
    import argparse

    from cpd_desktop.services.messages.sending import SendReport
    from cpd_desktop.services.services import Services

IN_PART = 4


def add_commands(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the commands of this page to the parser."""
    area = commands.add_parser("outbox", help="messages, and what became of them").add_subparsers(
        metavar="ACTION", required=True
    )

    def action(name: str, text: str, run: Any) -> argparse.ArgumentParser:
        parser: argparse.ArgumentParser = area.add_parser(name, help=text, parents=[common])
        parser.set_defaults(on_core=run)
        return parser

    lists = action("list", "list messages, the newest first", _list)
    lists.add_argument("--event", type=int, metavar="E")
    lists.add_argument("--person", type=int, metavar="P")
    lists.add_argument("--state", choices=[each.value for each in State])
    lists.add_argument("--search", default="", metavar="WORDS")
    lists.add_argument("--limit", type=int, metavar="N")
    send = action("send", "send what waits", _send)
    send.add_argument("--limit", type=int, metavar="N")
    action("pause", "let nothing go for now", _pause)
    action("resume", "let messages go again", _resume)
    show = action("show", "one message and its attempts", _show)
    show.add_argument("message", type=int, metavar="M")
    show.add_argument("--out", type=Path, metavar="F", help="write the exact mail; - is stdout")
    for name, text, run in (
        ("resend", "send it again exactly as it is", _resend),
        ("cancel", "keep it from going", _cancel),
        ("arrived", "an uncertain one did arrive", _arrived),
    ):
        action(name, text, run).add_argument("message", type=int, metavar="M")


def _list(core: Services, options: argparse.Namespace) -> Answer:
    outbox = core.outbox
    states = [State(options.state)] if options.state else []
    ids = outbox.ids(
        options.search, states=states, event_id=options.event, person_id=options.person
    )
    wanted = ids if options.limit is None else ids[: options.limit]
    found = outbox.listed(wanted)
    lines = [message_line(found[key]) for key in wanted] or ["No messages."]
    return Answer([message_content(found[key]) for key in wanted], lines)


def _send(core: Services, options: argparse.Namespace) -> Answer:
    done = core.sending.send(shown_work(), options.limit)
    content = {
        "sent": done.sent,
        "failed": done.failed,
        "uncertain": done.uncertain,
        "left": done.left,
        "ends": {outcome.value: count for outcome, count in done.ends.items()},
        "stopped": str(done.stopped) if done.stopped else None,
    }
    lines = [
        f"{done.sent} sent, {done.failed} failed, {done.uncertain} uncertain, {done.left} left"
    ]
    if done.stopped:
        lines.append(str(done.stopped))
    return Answer(content, lines, _code(done))


def _code(done: SendReport) -> int:
    if done.waits:
        return SIGN_IN
    if done.stopped and not done.ends:
        return COULD_NOT
    return IN_PART if done.stopped or done.failed or done.uncertain else 0


def _pause(core: Services, options: argparse.Namespace) -> Answer:
    _ = options
    core.outbox.pause()
    return Answer({"paused": True}, ["Nothing goes until: cpd outbox resume"])


def _resume(core: Services, options: argparse.Namespace) -> Answer:
    _ = options
    core.outbox.resume()
    left = core.sending.due()
    return Answer({"paused": False, "left": left}, [f"{left} messages wait: cpd outbox send"])


def _show(core: Services, options: argparse.Namespace) -> Answer:
    found = core.outbox.get(options.message)
    attempts = core.outbox.attempts(found.id)
    if options.out is not None:
        from cpd_desktop.store.files import write_whole

        mail = core.outbox.content(found)
        if str(options.out) == "-":
            sys.stdout.buffer.write(mail)
            return Answer(None)
        write_whole(options.out, mail)
    returns = core.returns.of_message(found.id)
    content = message_content(found) | {
        "history": [attempt_content(each) for each in attempts],
        "returns": [return_content(each) for each in returns],
    }
    lines = [message_line(found)]
    lines += [
        f"       {each.at:%Y-%m-%d %H:%M} UTC  {each.outcome or 'on its way'}  {each.says or ''}"
        for each in attempts
    ]
    return Answer(content, [*lines, *map(return_line, returns)])


def _resend(core: Services, options: argparse.Namespace) -> Answer:
    core.outbox.resend([options.message])
    return _told(core, options)


def _cancel(core: Services, options: argparse.Namespace) -> Answer:
    core.outbox.cancel([options.message])
    return _told(core, options)


def _arrived(core: Services, options: argparse.Namespace) -> Answer:
    core.outbox.note_arrived(options.message)
    return _told(core, options)


def _told(core: Services, options: argparse.Namespace) -> Answer:
    found = core.outbox.get(options.message)
    return Answer(message_content(found), [message_line(found)])
