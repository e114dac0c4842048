"""`cpd certificate storage|upload …`: copies online, by links that end."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpd_desktop.cli.answer import Answer, shown_work
from cpd_desktop.cli.secrets import secret_from_stdin
from cpd_desktop.domain.cloud_storage import LONGEST_LINK, Storage, StorageKind
from cpd_desktop.domain.errors import NotFound
from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.taking_in import read_file

if TYPE_CHECKING:
    import argparse

    from cpd_desktop.domain.certificates.register import Certificate
    from cpd_desktop.services.services import Services

LARGEST_KEY = 1  # megabytes
NOT_OF_EVENT = Sentence("certificates", "The event has no certificate {number} that counts.")


def add_storage_commands(actions: Any, common: argparse.ArgumentParser) -> None:
    """Add the commands of this page to those on certificates."""
    storage = actions.add_parser(
        "storage", help="where copies go online; its key on stdin", parents=[common]
    )
    what = storage.add_mutually_exclusive_group()
    what.add_argument("--kind", choices=[str(each) for each in StorageKind], help="set one up")
    what.add_argument("--forget", action="store_true", help="forget it; what is there stays")
    storage.add_argument("--bucket", default="", metavar="B", help="with Azure: the container")
    storage.add_argument("--folder", default="", metavar="F")
    storage.add_argument("--region", default="", metavar="R", help="S3 only, such as eu-west-2")
    storage.add_argument("--endpoint", default="", metavar="URL", help="of others than the makers")
    storage.add_argument("--key-id", default="", metavar="ID", help="with Azure: the account")
    storage.add_argument("--key-file", type=Path, metavar="F", help="the key, instead of stdin")
    storage.set_defaults(on_core=_storage)
    upload = actions.add_parser(
        "upload", help="put certificates online, and print links to them", parents=[common]
    )
    upload.add_argument("event", type=int, metavar="E")
    upload.add_argument("--numbers", metavar="N,N…", help="only these")
    upload.add_argument(
        "--days", type=int, default=LONGEST_LINK, metavar="N", help="that links are good for"
    )
    upload.set_defaults(on_core=_upload)


def _storage(core: Services, options: argparse.Namespace) -> Answer:
    uploads = core.uploads
    if options.forget:
        uploads.disconnect()
    elif options.kind:
        uploads.connect(
            Storage(
                StorageKind(options.kind), options.bucket, _key(options.key_file), options.key_id,
                options.region, options.folder, options.endpoint,
            )
        )  # fmt: skip
    there = uploads.storage()
    content = {
        "kind": there and str(there.kind),
        "bucket": there and there.bucket,
        "folder": there and there.folder,
        "endpoint": (there and there.endpoint) or None,
    }
    return Answer(content, [there.shown if there else "No online storage is set up."])


def _key(file: Path | None) -> Secret:
    if file is None:
        return secret_from_stdin("Key: ")
    return Secret(read_file(file, LARGEST_KEY, "key").decode(errors="replace").strip())


def _upload(core: Services, options: argparse.Namespace) -> Answer:
    core.events.get(options.event)
    valid = [
        each
        for each in core.certificate_register.of_event(options.event)
        if not each.ended_at
    ]  # fmt: skip
    chosen = _chosen(valid, options.numbers)
    done = core.uploads.upload(shown_work(), chosen, options.days)
    content = [
        {
            "number": each.certificate.number,
            "name": each.certificate.name,
            "link": each.link,
            "new": each.new,
        }
        for each in done
    ]
    lines = [f"{each.certificate.number}  {each.certificate.name}  {each.link}" for each in done]
    return Answer({"uploaded": content, "days": options.days}, lines or ["No certificates."])


def _chosen(valid: list[Certificate], numbers: str | None) -> list[Certificate]:
    if numbers is None:
        return valid
    found = {each.number: each for each in valid}
    asked = list(filter(None, map(str.strip, numbers.split(","))))
    for number in asked:
        if number not in found:
            raise NotFound(NOT_OF_EVENT.filled(number=number))
    return [found[number] for number in asked]
