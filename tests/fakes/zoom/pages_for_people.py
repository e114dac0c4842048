"""Pages at `/` on which somebody without an account starts and ends the meetings of the demo."""

from __future__ import annotations

from datetime import timedelta
from html import escape
from typing import TYPE_CHECKING

from tests.fakes.zoom import holding
from tests.fakes.zoom.wire import Answer, as_page, elsewhere, utc

if TYPE_CHECKING:
    from tests.fakes.zoom.record import Meeting
    from tests.fakes.zoom.site import Site
    from tests.fakes.zoom.wire import Asked

# Short enough to wait for, long enough to be seen waiting.
REPORT_TAKES = timedelta(seconds=20)

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Zoom for trying out
</title><style>body{{font:16px sans-serif;max-width:60em;margin:2em auto}}
td,th{{text-align:left;padding:.4em}}</style></head><body>{body}</body></html>"""

EMPTY = "<p>There is no meeting yet. Make one in CPD Desktop.</p>"
ROW = """<tr><td>{topic}</td><td>{number}</td><td>{when}</td><td>{people}</td><td>{state}</td>
<td><form method="post" action="/hold">
<input type="hidden" name="id" value="{number}"><button>{words}</button></form></td></tr>"""
HEAD = "<tr><th>Topic</th><th>Number</th><th>Start</th><th>Registered</th><th>State</th></tr>"


def overview(site: Site) -> Answer:
    """Show every meeting with the one button that fits it."""
    rows = "".join(_row(site, each) for each in site.book.meetings.values() if not each.deleted)
    table = f"<table>{HEAD}{rows}</table>" if rows else EMPTY
    return as_page(PAGE.format(body=f"<h1>Zoom for trying out</h1>{table}"))


def _row(site: Site, meeting: Meeting) -> str:
    running = meeting.running(site.clock()) is not None
    return ROW.format(
        topic=escape(meeting.topic),
        number=meeting.id,
        when=utc(meeting.start) if meeting.start else "any time",
        people=len(meeting.registrants),
        state="is running" if running else f"was held {len(meeting.instances)} times",
        words="End it" if running else "Hold it with those who registered",
    )


def hold(site: Site, asked: Asked) -> Answer:
    """End a meeting now; one that was not running was held as planned, or until this moment."""
    meeting = site.book.meetings[int(asked.form["id"])]
    now = site.clock()
    long = timedelta(minutes=meeting.duration)
    planned = meeting.start if meeting.start and meeting.start <= now else now - long
    running = meeting.running(now)
    instance = running or holding.start(site, meeting, planned)
    end = now if running else min(instance.start + long, now)
    people = holding.registered_people(meeting)
    holding.finish(site, instance, end, people, report_takes=REPORT_TAKES)
    return elsewhere("/")


def enter(site: Site, path: str) -> Answer:
    """Follow a link to a meeting; the link of the host starts it."""
    _, kind, word = path.split("/", 2)
    meeting = site.book.meetings.get(int(word)) if word.isdecimal() else None
    if meeting is None or meeting.deleted:
        return as_page(PAGE.format(body="<h1>This meeting does not exist</h1>"), 404)
    if kind == "s" and meeting.running(site.clock()) is None:
        holding.start(site, meeting, site.clock())
    state = "is running" if meeting.running(site.clock()) else "has not begun"
    words = f"<h1>{escape(meeting.topic)} {state}</h1><p><a href='/'>All meetings</a></p>"
    return as_page(PAGE.format(body=words))
