"""`cpd person …`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from cpd_desktop.cli.answer import Answer, shown_work
from cpd_desktop.domain.errors import NotAllowed
from cpd_desktop.domain.people import Licence
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    import argparse

    from cpd_desktop.domain.people import Person, PersonDraft
    from cpd_desktop.services.person_history import PastPlace
    from cpd_desktop.services.services import Services

ASK_FIRST = Sentence("cli", "Erasing {name} cannot be undone.")
ASK_ADVICE = Sentence("cli", "See what goes with --dry-run, then add --yes. Nothing was changed.")


def add_commands(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the commands of this page to the parser."""
    area = commands.add_parser("person", help="people over all events").add_subparsers(
        metavar="ACTION", required=True
    )

    def action(name: str, text: str, run: Any) -> argparse.ArgumentParser:
        parser: argparse.ArgumentParser = area.add_parser(name, help=text, parents=[common])
        parser.set_defaults(on_core=run)
        return parser

    lists = action("list", "list people", _list)
    lists.add_argument("--search", default="", metavar="WORDS")
    lists.add_argument("--tag", default="", metavar="T")
    lists.add_argument("--do-not-mail", action="store_true", help="who is not to be written to")
    action("duplicates", "list who may be one person", _duplicates).add_argument(
        "--limit", type=int, default=50, metavar="N"
    )
    show = action("show", "show a person and their history", _show)
    show.add_argument("person", type=int, metavar="P")
    _add_change(action("change", "change a person", _change))
    for name, text, run in (
        ("merge", "make two entries of one person one", _merge),
        ("apart", "remember that two entries are two people", _apart),
    ):
        parser = action(name, text, run)
        parser.add_argument("person", type=int, metavar="P")
        parser.add_argument("other", type=int, metavar="OTHER")
        if name == "merge":
            parser.add_argument("--dry-run", action="store_true", help="only show what it makes")
    erase = action("erase", "erase a person on request, for good", _erase)
    erase.add_argument("person", type=int, metavar="P")
    erase.add_argument("--why", default="", metavar="T", help="kept with the erased entry")
    erase.add_argument("--dry-run", action="store_true", help="only say what it would do")
    erase.add_argument("--yes", action="store_true", help="needed: it cannot be undone")


def _add_change(change: argparse.ArgumentParser) -> None:
    change.add_argument("person", type=int, metavar="P")
    for name in ("name", "email", "organisation", "job-title", "phone", "notes"):
        change.add_argument(f"--{name}")
    for name in ("tag", "address", "spelling"):
        change.add_argument(f"--add-{name}", action="append", default=[], metavar="T")
    change.add_argument("--add-licence", action="append", default=[], metavar="BODY:NUMBER")
    change.add_argument("--do-not-mail", choices=("yes", "no"))


def person_content(each: Person) -> dict[str, Any]:
    """Return a person as JSON."""
    return {
        "id": each.id,
        "name": each.name,
        "email": each.email,
        "organisation": each.organisation,
        "job_title": each.job_title,
        "phone": each.phone,
        "addresses": list(each.addresses),
        "spellings": list(each.spellings),
        "licences": [{"body": body, "number": number} for body, number in each.licences],
        "tags": list(each.tags),
        "notes": each.notes,
        "consent": str(each.consent),
        "consent_on": each.consent_on.isoformat() if each.consent_on else None,
        "do_not_mail": each.do_not_mail,
        "erased": each.erased_at is not None,
    }


def _place_content(each: PastPlace) -> dict[str, Any]:
    return {
        "event": each.event_id,
        "title": each.title,
        "start": each.starts.isoformat() if each.starts else None,
        "registration": each.registration_id,
        "reference": each.reference,
        "status": str(each.status),
        "payment": str(each.payment),
        "price": str(each.price) if each.price else None,
        "sessions": each.sessions,
        "checked_in": each.checked_in,
    }


def _lines(each: Person) -> list[str]:
    mail = ", not to be written to" if each.do_not_mail else ""
    lines = [f"{each.id}  {each.name}  {', '.join((each.email, *each.addresses))}{mail}"]
    lines += [f"    also {name}" for name in each.spellings]
    lines += [f"    licence {number} ({body})" for body, number in each.licences]
    return lines


def _answer(each: Person) -> Answer:
    return Answer(person_content(each), _lines(each))


def _list(core: Services, options: argparse.Namespace) -> Answer:
    ids = core.people.ids(options.search, tag=options.tag, do_not_mail=options.do_not_mail)
    content: list[dict[str, Any]] = []
    for first in range(0, len(ids), 500):  # SQLite takes only so many ids at once
        found = core.people.listed(part := ids[first : first + 500])
        content += (
            {"id": each.id, "name": each.name, "email": each.email,
             "organisation": each.organisation, "events": each.events}
            for key in part if (each := found.get(key))
        )  # fmt: skip
    lines = [f"{e['id']:>6}  {e['events']:>3} events  {e['name']}  {e['email']}" for e in content]
    return Answer(content, lines or ["Nobody."])


def _show(core: Services, options: argparse.Namespace) -> Answer:
    who, places = core.people.get(options.person), core.people.history(options.person)
    content = person_content(who) | {"history": [_place_content(each) for each in places]}
    when = ((each, f"{each.starts:%Y-%m-%d}" if each.starts else "no date") for each in places)
    lines = [
        f"    {date}  {each.status:<10}  {each.reference:>14}  {each.title}" for each, date in when
    ]
    return Answer(content, [*_lines(who), *lines])


def _change(core: Services, options: argparse.Namespace) -> Answer:
    draft = core.people.get(options.person).draft()
    names = ("name", "email", "organisation", "job_title", "phone", "notes")
    given = {name: text for name in names if (text := getattr(options, name)) is not None}
    if options.do_not_mail:
        given["do_not_mail"] = options.do_not_mail == "yes"
    changed: PersonDraft = replace(
        draft,
        **given,
        tags=(*draft.tags, *options.add_tag),
        addresses=(*draft.addresses, *options.add_address),
        spellings=(*draft.spellings, *options.add_spelling),
        licences=(*draft.licences, *map(_licence, options.add_licence)),
    )
    return _answer(core.people.change(options.person, changed).value)


def _licence(text: str) -> Licence:
    body, _, number = text.rpartition(":")
    return Licence(body, number)


def _duplicates(core: Services, options: argparse.Namespace) -> Answer:
    found = core.duplicates.possible_duplicates(options.limit, shown_work())
    content = [
        {"person": each.one, "other": each.other, "points": each.likeness.points,
         "reasons": [str(says) for says in each.likeness.reasons]}
        for each in found.pairs
    ]  # fmt: skip
    names = core.people.listed({key for each in found.pairs for key in (each.one, each.other)})
    lines = [
        f"{each.one} {names[each.one].name} / {each.other} {names[each.other].name}: "
        + " ".join(map(str, each.likeness.reasons))
        for each in found.pairs
    ]
    return Answer({"pairs": content, "total": found.total}, lines or ["No possible duplicates."])


def _merge(core: Services, options: argparse.Namespace) -> Answer:
    preview = core.merging.merge_preview(options.person, options.other)
    says = [str(each) for each in preview.sentences]
    if not options.dry_run:
        core.merging.merge(options.person, options.other)
        made = core.people.get(options.person)
        return Answer(person_content(made) | {"says": says}, [*_lines(made), *says])
    draft = preview.merged
    lines = [draft.name, *filter(None, (draft.email, *draft.addresses, *draft.spellings))]
    content = {"name": draft.name, "email": draft.email, "addresses": list(draft.addresses),
               "spellings": list(draft.spellings), "notes": draft.notes, "says": says}  # fmt: skip
    return Answer(content, [*lines, *says])


def _apart(core: Services, options: argparse.Namespace) -> Answer:
    core.duplicates.tell_apart(options.person, options.other)
    pair = [core.people.get(options.person), core.people.get(options.other)]
    return Answer([person_content(each) for each in pair], [_lines(each)[0] for each in pair])


def _erase(core: Services, options: argparse.Namespace) -> Answer:
    if not (options.yes or options.dry_run):
        who = core.people.get(options.person)
        raise NotAllowed(ASK_FIRST.filled(name=who.name), ASK_ADVICE)
    if options.dry_run:
        report = core.erasure.erasure_preview(options.person, shown_work())
    else:
        report = core.erasure.erase(options.person, options.why, shown_work()).value
    parts = {"goes": report.goes, "stays": report.stays, "see_to": report.see_to}
    content = {name: [str(each) for each in says] for name, says in parts.items()}
    titles = {"goes": "Goes", "stays": "Stays", "see_to": "For you to see to"}
    lines = [f"{titles[name]}: {each}" for name, says in content.items() for each in says]
    return Answer({"id": options.person} | content, lines)
