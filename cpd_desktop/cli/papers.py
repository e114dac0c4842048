"""`cpd paper sign-in|badges E --out F`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpd_desktop.cli.answer import Answer
from cpd_desktop.domain.papers import CARDS_A4, CARDS_LETTER, LABELS_A4

if TYPE_CHECKING:
    import argparse

    from cpd_desktop.services.services import Services

LAYOUTS = {"cards": CARDS_A4, "cards-letter": CARDS_LETTER, "labels": LABELS_A4}


def add_commands(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the commands of this page to the parser."""
    area = commands.add_parser("paper", help="papers of the registration desk").add_subparsers(
        metavar="PAPER", required=True
    )
    sheet = area.add_parser("sign-in", help="a sign-in sheet as PDF", parents=[common])
    sheet.add_argument("--session", type=int, metavar="S")
    sheet.set_defaults(on_core=_sheet)
    badges = area.add_parser("badges", help="badges with QR codes as PDF", parents=[common])
    badges.add_argument("--layout", choices=LAYOUTS, default="cards")
    badges.set_defaults(on_core=_badges)
    for each in (sheet, badges):
        each.add_argument("event", type=int, metavar="E")
        each.add_argument("--out", type=Path, required=True, metavar="F")


def _sheet(core: Services, options: argparse.Namespace) -> Answer:
    return _written(options.out, core.desk_papers.sign_in_sheet(options.event, options.session))


def _badges(core: Services, options: argparse.Namespace) -> Answer:
    return _written(options.out, core.desk_papers.badges(options.event, LAYOUTS[options.layout]))


def _written(out: Path, content: bytes) -> Answer:
    from cpd_desktop.store.files import write_whole

    write_whole(out, content)
    return Answer({"file": str(out), "size": len(content)}, [f"Written: {out}"])
