"""`cpd search …`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpd_desktop.cli.answer import Answer
from cpd_desktop.cli.event_words import local
from cpd_desktop.services.search import USUAL

if TYPE_CHECKING:
    import argparse

    from cpd_desktop.services.search import Hit
    from cpd_desktop.services.services import Services


def add_commands(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command of this page to the parser."""
    search = commands.add_parser(
        "search", help="find events, people and registrations", parents=[common]
    )
    search.add_argument("words", nargs="+", metavar="WORDS")
    search.add_argument("--limit", type=int, default=USUAL, metavar="N", help="of each kind")
    search.set_defaults(on_core=_search)


def _content(hit: Hit) -> dict[str, Any]:
    return {
        "kind": hit.kind,
        "id": hit.id,
        "title": hit.title,
        "detail": hit.detail,
        "event": hit.event_id,
        "start": local(hit.starts, hit.zone) if hit.starts else None,
    }


def _line(hit: Hit) -> str:
    detail = local(hit.starts, hit.zone) if hit.starts else hit.detail
    return "  ".join(filter(None, (f"{hit.kind:<12} {hit.id:>6}", hit.title, detail)))


def _search(core: Services, options: argparse.Namespace) -> Answer:
    found = core.search.find(" ".join(options.words), options.limit)
    return Answer([_content(hit) for hit in found], [_line(hit) for hit in found] or ["Nothing."])
