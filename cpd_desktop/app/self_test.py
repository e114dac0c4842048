"""Tries every part of this very program, installed as it is, in a throw-away folder."""

from __future__ import annotations

import tempfile
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from cpd_desktop.adapters.keychains import Keychains
from cpd_desktop.adapters.vault import VaultFile
from cpd_desktop.app.core import backups_of, opened
from cpd_desktop.app.mail_trial import HERE, mail_server
from cpd_desktop.app.stripe_trial import stripe_server
from cpd_desktop.domain.certificates.verdicts import Verdict
from cpd_desktop.domain.errors import CpdError
from cpd_desktop.domain.messages.accounts import AccountDraft, Tls
from cpd_desktop.domain.messages.purposes import Purpose
from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.crew import Crew
from cpd_desktop.services.doctor import Check
from cpd_desktop.services.messages.preparing import Wanted
from cpd_desktop.services.work import Work
from cpd_desktop.store.files import ContentStore
from cpd_desktop.store.folder import DataFolder
from cpd_desktop.store.schema import CURRENT, bring_up, migrate, ready

if TYPE_CHECKING:
    from collections.abc import Callable

TRYING = Sentence("progress", "Trying")
OLDEST = 1


def self_test(work: Work) -> list[Check]:
    """Try each part and report; a part that fails is a finding."""
    with tempfile.TemporaryDirectory(prefix="cpd-self-test-", ignore_cleanup_errors=True) as name:
        folder = DataFolder(Path(name))
        trials: list[tuple[str, Callable[[DataFolder], str]]] = [
            ("store", _store),
            ("migration", _migration),
            ("files", _files),
            ("backup", _backup),
            ("vault", _vault),
            ("keychain", _keychain),
            ("certificates", _certificates),
            ("mail", _mail),
            ("Stripe", _stripe),
            ("worker processes", _crew),
        ]
        return [tried(what, trial, folder) for what, trial in work.each(trials, note=TRYING)]


def tried(what: str, trial: Callable[[DataFolder], str], folder: DataFolder) -> Check:
    """Try one part; what goes wrong there is a finding."""
    try:
        return Check(what, ok=True, says=trial(folder))
    except Exception as error:  # noqa: BLE001 - in a bundle anything may be missing
        return Check(what, ok=False, says=str(error) or type(error).__name__)


def expect(fits: bool, what: str) -> None:  # noqa: FBT001 - reads like an assertion
    """Raise ``RuntimeError`` with these words unless it fits."""
    if not fits:
        raise RuntimeError(what)


def _store(folder: DataFolder) -> str:
    with opened(folder, face="self-test", keychains=Keychains(folder.vault)) as core:
        ids = core.sample.fill().value
        event = core.events.get(ids[0])
        changed = core.events.change(event.id, replace(event.draft(), title="Changed"))
        expect(changed.value.title == "Changed", "a change was not kept")
        entry = changed.changes.entry
        expect(entry is not None, "the change is not in the journal")
        core.history.undo(entry or 0)
        expect(core.events.get(event.id) == event, "undo did not bring the event back")
        entries = core.history.verify(Work())
    return f"made, changed, undone; {entries} journal entries fit"


def _migration(folder: DataFolder) -> str:
    older = DataFolder(folder.path / "older")
    older.make()
    older.database.touch()
    migrate(older.database, to=OLDEST)
    bring_up(older, backups_of(older).create)
    expect(ready(older), "the database is not in the current format")
    expect(len(backups_of(older).list()) == 1, "there is no backup from before")
    return f"format {OLDEST} brought up to {CURRENT}, after a backup"


def _files(folder: DataFolder) -> str:
    kept = ContentStore(folder.files)
    name = kept.keep(b"an original")
    expect(kept.get(name) == b"an original", "a kept file came back altered")
    return "kept and read back"


def _backup(folder: DataFolder) -> str:
    backups = backups_of(folder)
    made = backups.create(folder.path / "whole.cpdbackup")
    backups.restore(made.path)
    return f"written, checked, restored; {made.size // 1024} kB"


def _vault(folder: DataFolder) -> str:
    path, passphrase = folder.path / "trial-vault", Secret("a passphrase for a trial")
    VaultFile.create(path, passphrase).put("trial", Secret("kept"))
    kept = VaultFile.open(path, passphrase).get("trial")
    expect(kept == Secret("kept"), "a secret came back altered")
    return "made, locked, opened"


def _keychain(folder: DataFolder) -> str:
    keychain = Keychains(folder.vault)
    says = str(keychain.state())
    name = "self-test"
    try:
        keychain.put(name, Secret("kept"))
        expect(keychain.get(name) == Secret("kept"), "a secret came back altered")
        keychain.forget(name)
    except CpdError:
        # Not every computer has a keychain; the vault, tried above, stands in for it.
        return f"not used here: {says}"
    return says


def _certificates(folder: DataFolder) -> str:
    trial = DataFolder(folder.path / "certificates")
    trial.make()
    keychains = Keychains(trial.vault)
    # The keys of a trial have no place in the keychain of a person.
    keychains.make_vault(Secret("a passphrase for a trial"))
    with opened(trial, face="self-test", keychains=keychains) as core:
        event = core.sample.over(core.sample.fill().value)
        issued = core.certificates.issue(Work(), event).value
        expect(bool(issued.made) and not issued.failed, "not everybody got a certificate")
        pdf = core.certificate_register.pdf(issued.made[0])
        picture = core.outside.studio.page(pdf, 0, 1.0)
        expect(len(set(picture.dots)) > 1, "a page could not be drawn")
        expect(core.verifying.shown(pdf).verdict is Verdict.VALID, "a certificate is not valid")
        altered = pdf.replace(b"%PDF-1.7", b"%PDF-1.6", 1)
        found = core.verifying.shown(altered).verdict
        expect(found is Verdict.ALTERED, "an altered certificate was not found out")
    return f"{len(issued.made)} drawn, signed, verified; an altered one was found out"


def _mail(folder: DataFolder) -> str:
    trial = DataFolder(folder.path / "mail")
    trial.make()
    with (
        mail_server() as (port, arrived),
        opened(trial, face="self-test", keychains=Keychains(trial.vault)) as core,
    ):
        event = core.sample.fill().value[0]
        account = AccountDraft("Trial", "trial@trial.example", host=HERE, port=port, tls=Tls.NONE)
        core.mail_accounts.add(account)
        wanted = Wanted(event=event, purpose=Purpose.CONFIRMATION)
        made = core.preparing.prepare(Work(), wanted, hold=timedelta(0)).value.made
        report = core.sending.send(Work())
        expect(bool(made), "no mail was made")
        expect(report.sent == len(made), "not every mail was sent")
        expect(
            sorted(map(core.outbox.content, made)) == sorted(arrived),
            "a mail arrived altered",
        )
    return f"{len(made)} made, sent, and arrived as they were made"


def _stripe(folder: DataFolder) -> str:
    from cpd_desktop.adapters.clock import SystemClock
    from cpd_desktop.adapters.network_log import NetworkLogFile
    from cpd_desktop.adapters.stripe.calls import StripeCalls
    from cpd_desktop.adapters.stripe.wire import Wire
    from cpd_desktop.adapters.web_calls import Sessions
    from cpd_desktop.domain.money import Money
    from cpd_desktop.domain.stripe.orders import CustomerDraft, Doors, PlaceCheckout, RefundOrder

    sessions = Sessions()
    with stripe_server() as address:
        wire = Wire(NetworkLogFile(folder.logs), SystemClock(), time.sleep, sessions=sessions)
        calls = StripeCalls(Secret("rk_test_trial"), address, wire)
        expect(calls.account().id == "acct_trial", "the account came back altered")
        customer = calls.make_customer(CustomerDraft("Trial", "trial@trial.example"), "1")
        doors = Doors("https://trial.example/paid", "https://trial.example/left")
        place, price = PlaceCheckout(doors, name="Trial", customer=customer.id), Money(7500, "GBP")
        page = calls.checkout_for_place(replace(place, amount=price), "2")
        expect((page.total, page.intent) == (price, "pi_trial"), "a page came back altered")
        refund = calls.refund(RefundOrder("ch_trial"), "3")
        expect(refund.payment == "ch_trial", "a refund came back altered")
        events = [each.id for each in calls.events_since(None)]
        expect(events == ["evt_trial"], "an event came back altered")
        sessions.close()
    return "asked for an account, a customer, a page, a refund and an event"


def _crew(folder: DataFolder) -> str:
    _ = folder
    with Crew() as crew:
        results = list(crew.each(Work(), _doubled, range(64)))
    expect(results == [2 * number for number in range(64)], "a worker's result is wrong")
    return "64 pieces of work came back in order"


def _doubled(number: int) -> int:
    return 2 * number
