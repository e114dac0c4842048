"""`cpd certificate verify …` and what it rests on: who signs, and who is known."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpd_desktop.cli.answer import COULD_NOT, Answer
from cpd_desktop.cli.secrets import secret_from_stdin
from cpd_desktop.domain.certificates.issuer_card import shown_fingerprint
from cpd_desktop.domain.certificates.verdicts import Verdict
from cpd_desktop.domain.errors import NotFound
from cpd_desktop.services.certificates.signing_keys import MADE_AT_FIRST, NO_CARD

if TYPE_CHECKING:
    import argparse

    from cpd_desktop.domain.certificates.issuer_card import IssuerCard
    from cpd_desktop.domain.certificates.verdicts import Verification
    from cpd_desktop.services.certificates.issuers import KnownIssuer
    from cpd_desktop.services.certificates.signing_keys import OwnIssuer
    from cpd_desktop.services.services import Services

_LONGEST_NAME = 255
_VERDICTS = {
    Verdict.VALID: "Valid: issued by {issuer}, and unchanged.",
    Verdict.REVOKED: "Revoked: {issuer} issued it, and took it back.",
    Verdict.REPLACED: "Replaced: {issuer} issued another instead.",
    Verdict.ALTERED: "Altered: it is not as it was signed.",
    Verdict.UNKNOWN_ISSUER: "Unknown issuer: it may be anybody's.",
    Verdict.NOT_A_CERTIFICATE: "Not a certificate.",
}


def add_proof_commands(area: Any, common: argparse.ArgumentParser) -> None:
    """Add the commands of this page to those on certificates."""

    def action(name: str, text: str, run: Any) -> argparse.ArgumentParser:
        parser: argparse.ArgumentParser = area.add_parser(name, help=text, parents=[common])
        parser.set_defaults(on_core=run)
        return parser

    verify = action("verify", "what is proven about a certificate", _verify)
    verify.add_argument("shown", metavar="FILE_OR_TOKEN", help="PDF, badge, picture or text")
    verify.add_argument(
        "--issuer", type=Path, action="append", default=[], metavar="CARD", help="trust this card"
    )
    card = action("issuer", "write the card by which others know you", _card)
    card.add_argument("--out", type=Path, metavar="CARD", help="where to; else it is only shown")
    page = action("verify-page", "write the page that verifies without a network", _page)
    page.add_argument("--out", type=Path, required=True, metavar="DIR")
    _add_keys(action("keys", "the keys that sign, and their backup", _keys))
    _add_known(action("issuers", "the issuers that you know", _issuers))


def _add_keys(parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--back-up", type=Path, metavar="F", help="passphrase on stdin")
    what.add_argument("--restore", type=Path, metavar="F", help="passphrase on stdin")
    what.add_argument("--p12", type=Path, metavar="F", help="sign PDF by this; password on stdin")
    what.add_argument("--renew", action="store_true", help="sign with new keys from now on")


def _add_known(parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--add", type=Path, metavar="CARD", help="know the issuer of this card")
    what.add_argument("--list", type=Path, metavar="F", help="take in a list of revoked ones")
    what.add_argument("--forget", type=int, metavar="ID")


def _verify(core: Services, options: argparse.Namespace) -> Answer:
    shown: str = options.shown
    is_file = len(shown) <= _LONGEST_NAME and "#" not in shown and not shown.startswith("CPD1:")
    verifying = core.verifying
    if is_file and (Path(shown).exists() or "." in Path(shown).name[-5:]):
        said = verifying.file(Path(shown), options.issuer)
    else:
        said = verifying.shown(shown.encode(), options.issuer)
    code = 0 if said.verdict is Verdict.VALID else COULD_NOT
    return Answer(said.as_fields(), list(_lines(said)), code)


def _lines(said: Verification) -> list[str]:
    lines = [_VERDICTS[said.verdict].format(issuer=said.issuer or "The issuer")]
    if said.claims:
        claims = said.claims
        lines += [f"  {claims.name}", f"  {claims.title}", f"  {claims.dates}"]
        lines += [f"  {claims.credit_words}"] if claims.credit else []
        lines += [f"  {claims.number}, issued {claims.issued}"]
    if said.replaced_by:
        lines.append(f"  replaced by {said.replaced_by}")
    lines += [f"{'+' if each.ok else '-'} {each.says}" for each in said.checks]
    return [*lines, *(f"? {each}" for each in said.unproven)]


def _card(core: Services, options: argparse.Namespace) -> Answer:
    own = core.signing_keys.write_card(options.out) if options.out else _own(core)
    file = {"file": str(options.out)} if options.out else {}
    content = _card_content(own.card) | file
    return Answer(content, [_card_line(own.card), *([f"  {options.out}"] if options.out else [])])


def _page(core: Services, options: argparse.Namespace) -> Answer:
    files = [str(path) for path in core.signing_keys.write_page(options.out)]
    return Answer({"files": files}, files)


def _keys(core: Services, options: argparse.Namespace) -> Answer:
    signing = core.signing_keys
    if options.back_up:
        signing.back_up(options.back_up, secret_from_stdin("Passphrase: "))
    elif options.restore:
        signing.restore(options.restore, secret_from_stdin("Passphrase: "))
    elif options.p12:
        signing.bring_in(options.p12, secret_from_stdin("Password: "))
    elif options.renew:
        signing.renew()
    own = _own(core)
    at = own.backed_up_at
    backup = f"backed up {at:%Y-%m-%d}" if at else "not backed up: if they are lost, so are you"
    content = _card_content(own.card) | {"backed_up_at": at and at.isoformat()}
    return Answer(content, [_card_line(own.card), f"  {backup}"])


def _issuers(core: Services, options: argparse.Namespace) -> Answer:
    known = core.issuers
    if options.add:
        known.add(options.add)
    elif options.list:
        known.add_list(options.list)
    elif options.forget is not None:
        known.forget(options.forget)
    listed = known.all()
    return Answer([_known_content(each) for each in listed], [_known_line(each) for each in listed])


def _own(core: Services) -> OwnIssuer:
    own = core.signing_keys.own()
    if own is None:
        raise NotFound(NO_CARD, MADE_AT_FIRST)
    return own


def _card_content(card: IssuerCard) -> dict[str, Any]:
    return {
        "issuer": card.provider.name,
        "fingerprint": card.fingerprint,
        "shown": shown_fingerprint(card.fingerprint),
        "made": card.made.isoformat(),
        "keys": len(card.keys),
    }


def _card_line(card: IssuerCard) -> str:
    return f"{card.provider.name}  {shown_fingerprint(card.fingerprint)}"


def _known_content(each: KnownIssuer) -> dict[str, Any]:
    dated = each.status.dated.isoformat() if each.status else None
    return {"id": each.id, "own": each.is_own, **_card_content(each.card), "list_dated": dated}


def _known_line(each: KnownIssuer) -> str:
    dated = f"list of {each.status.dated:%Y-%m-%d}" if each.status else "no list"
    return f"{each.id:>4}  {_card_line(each.card)}  {'you' if each.is_own else dated}"
