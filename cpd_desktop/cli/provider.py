"""`cpd provider`: who offers the events and signs certificates, shown or changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpd_desktop.cli.answer import Answer
from cpd_desktop.domain.settings import Certificates, Provider, Signatory

if TYPE_CHECKING:
    import argparse

    from cpd_desktop.services.services import Services

_OF_PROVIDER = {"name": "provider", "address": "address", "contact": "contact",
                "number": "number", "website": "website"}  # fmt: skip
_OF_SIGNATORY = {"signatory": "person", "signatory_title": "title"}
_OF_CERTIFICATES = {"pattern": "pattern", "language": "language",
                    "verify_address": "verify_address", "template": "template",
                    "time_stamps": "time_stamps"}  # fmt: skip


def add_commands(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command of this page to the parser."""
    provider = commands.add_parser(
        "provider", help="who offers the events and signs certificates", parents=[common]
    )
    provider.add_argument("--name", metavar="N", help="as it stands on certificates")
    provider.add_argument("--address", metavar="A")
    provider.add_argument("--contact", metavar="EMAIL")
    provider.add_argument("--number", metavar="N", help="under which accreditors know you")
    provider.add_argument("--website", metavar="URL")
    provider.add_argument("--signatory", metavar="N", help="who signs")
    provider.add_argument("--signatory-title", metavar="T")
    provider.add_argument("--signature", type=Path, metavar="F", help="a picture of the signature")
    provider.add_argument("--pattern", metavar="CPD-{year}-{number:06}", help="of numbers")
    provider.add_argument("--language", metavar="en-GB", help="of dates on certificates")
    provider.add_argument("--expires", type=int, metavar="MONTHS", help="0: certificates do not")
    provider.add_argument("--verify-address", metavar="URL", help="of your page for verifying")
    provider.add_argument("--template", metavar="T", help="the usual one")
    provider.add_argument("--time-stamps", metavar="URL", help="of a time stamp service")
    provider.set_defaults(on_core=_provider)


def _provider(core: Services, options: argparse.Namespace) -> Answer:
    told = vars(options)
    for section, names in (
        (Provider, _OF_PROVIDER), (Signatory, _OF_SIGNATORY), (Certificates, _OF_CERTIFICATES),
    ):  # fmt: skip
        changed = {own: told[name] for name, own in names.items() if told[name] is not None}
        if section is Certificates and options.expires is not None:
            changed["months"] = options.expires
        if changed:
            core.settings.put(replace(core.settings.get(section), **changed))
    if options.signature is not None:
        core.certificates.keep_signature(options.signature)
    return _answer(core)


def _answer(core: Services) -> Answer:
    provider, signatory = core.settings.get(Provider), core.settings.get(Signatory)
    settings = core.settings.get(Certificates)
    content: dict[str, Any] = {
        **{name: getattr(provider, own) for name, own in _OF_PROVIDER.items()},
        **{name: getattr(signatory, own) for name, own in _OF_SIGNATORY.items()},
        "signature": bool(signatory.picture),
        **{name: getattr(settings, own) for name, own in _OF_CERTIFICATES.items()},
        "expires": settings.months,
    }
    return Answer(content, [f"{name:<16} {value}" for name, value in content.items()])
