"""Takes the pictures of the manual from the running window, on sample data; runs in .venv."""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from manual_studio import Studio

    from cpd_desktop.app.desktop import Desktop
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.main_window import MainWindow
    from cpd_desktop.ui.pages.certificates import CertificatesPage

ROOT = Path(__file__).resolve().parent.parent
LIST = """Name\tE-mail address\tWard\tLicence
Zoë Müller\tzoe.mueller@clinic.example\tWard 4\t12A3456E
Tariq Osman\tt.osman@clinic.example\tWard 4\t09C1177E
Mary-Ann Li\tmary.li@clinic.example\tDay unit\t
Siobhán O'Brien\tsiobhan.obrien-clinic.example\tDay unit\t18B2201E
"""


def before(studio: Studio) -> None:
    """Take what waits, and an event before it begins."""
    from PySide6.QtGui import QGuiApplication

    from cpd_desktop.domain.check_in import How

    studio.go("today")
    studio.take("today")
    studio.stage(studio.coming, "plan")
    studio.take("plan")
    studio.open_section(studio.over, "Credit")
    studio.take("credit")
    studio.stage(studio.coming, "register")
    studio.take("register")
    QGuiApplication.clipboard().setText(LIST)
    studio.choose("Import a list", "From the clipboard")
    studio.take("import", studio.dialog())
    studio.close()
    (session,) = studio.core.events.get(studio.coming).sessions
    for place in studio.core.registrations.on(studio.coming)[:5]:
        studio.tell(studio.core.check_ins.check_in(session.id, place.id, How.HAND).changes)
    studio.press("Check-in")
    studio.take("check-in")


def first_steps(studio: Studio) -> None:
    """Take the last of the first steps."""
    studio.run("first-steps")
    steps = studio.dialog()
    while "Begin" not in studio.buttons(steps):
        studio.press("Next", steps)
    studio.take("first-steps", steps)
    studio.close()


def zoom(studio: Studio) -> None:
    """Take the meetings of an event, and where Zoom is connected."""
    studio.stage(studio.coming, "meet")
    studio.press("Plan meetings at Zoom…")
    studio.press("Plan", studio.dialog())
    studio.take("meet")
    studio.go("settings", part="accounts")
    studio.take("accounts")


def attendance(studio: Studio) -> None:
    """Take who was there, as a report told it."""
    from cpd_desktop.services.work import Work

    studio.core.report_import.bring_in(studio.reported, studio.report, Work())
    studio.stage(studio.reported, "attendance")
    studio.take("attendance")


def certificates(studio: Studio) -> None:
    """Take what is issued, the page of all of it, a template, and what verifying says."""
    from cpd_desktop.services.work import Work

    studio.stage(studio.over, "certificates")
    studio.take("certificates")
    issued = studio.core.certificates.issue(Work(), studio.over)
    studio.tell(issued.changes)
    page = cast("CertificatesPage", studio.go("certificates"))
    studio.select()
    studio.take("register-of-certificates")
    studio.press("Verify", page.register.inspector)
    studio.take("verify")
    studio.press("Templates")
    studio.press("Edit a copy")
    studio.take("template", studio.dialog())
    studio.close()


def mail(studio: Studio) -> None:
    """Take what is sent to the people of an event, and what became of it."""
    from datetime import timedelta

    from cpd_desktop.domain.messages.accounts import AccountDraft, AccountKind
    from cpd_desktop.domain.messages.purposes import Purpose
    from cpd_desktop.services.messages.preparing import Wanted
    from cpd_desktop.services.work import Work

    folder = studio.beside / "mails"
    folder.mkdir()
    draft = AccountDraft(
        "Training office",
        "training@sample.example",
        "Sample Training",
        AccountKind.FOLDER,
        settings={"folder": str(folder)},
    )
    studio.tell(studio.core.mail_accounts.add(draft).changes)
    studio.stage(studio.over, "send")
    studio.take("send")
    wanted = Wanted(event=studio.over, purpose=Purpose.CERTIFICATE)
    studio.core.preparing.prepare(Work(), wanted, hold=timedelta(0))
    studio.core.sending.send(Work())
    studio.go("outbox")
    studio.select()
    studio.take("outbox")


def billing(studio: Studio) -> None:
    """Take who owes for an event that has a price."""
    from dataclasses import replace

    from cpd_desktop.domain.money import Money
    from cpd_desktop.domain.people import PersonDraft
    from cpd_desktop.domain.registrations import Newcomer

    events, registrations = studio.core.events, studio.core.registrations
    (event,) = events.ids("supervision")
    draft = replace(events.get(event).draft(), price=Money(7500, "GBP"))
    studio.tell(events.change(event, draft).changes)
    for name in ("Ada Becker", "Ines Haddad", "Piotr Okafor"):
        email = f"{name.split()[0].lower()}@clinic.example"
        studio.tell(registrations.add(event, Newcomer(PersonDraft(name, email))).changes)
    studio.go("billing", part="owing")
    studio.select()
    studio.take("billing")


def people(studio: Studio) -> None:
    """Take one person, and entries that may be one person."""
    studio.go("people")
    studio.press("Possible duplicates")
    studio.take("duplicates")
    (known, *_) = studio.core.people.ids("amira haddad")
    studio.go("people", known)
    studio.take("person")


def settings(studio: Studio) -> None:
    """Take what is done once in a while."""
    studio.go("settings", part="backups")
    studio.take("backups")
    studio.go("settings", part="keys")
    studio.take("keys")
    studio.go("settings", part="moving")
    studio.take("moving")
    studio.go("settings", part="network")
    studio.take("network")


# In the order in which they are taken: later ones show what earlier ones did.
SCENES: tuple[Callable[[Studio], None], ...] = (
    before,
    first_steps,
    zoom,
    attendance,
    certificates,
    mail,
    billing,
    people,
    settings,
)


def _furnished(desktop: Desktop) -> tuple[MainWindow, Desk]:
    """Return the window and what its pages work with, as soon as they are there."""
    from manual_studio import wait

    while desktop.furnishing is None or desktop.furnishing.desk is None:
        wait(20)
    return desktop.furnishing.window, desktop.furnishing.desk


def main(into: Path) -> int:
    """Take all pictures; return the exit code."""
    os.environ.update(
        QT_QPA_PLATFORM="offscreen", QT_SCALE_FACTOR="1", LANG="C.UTF-8", LOGNAME="ada"
    )
    from manual_studio import Studio
    from PySide6.QtWidgets import QApplication

    from cpd_desktop.adapters.keychains import Keychains
    from cpd_desktop.app.core import opened
    from cpd_desktop.app.desktop import Desktop
    from cpd_desktop.domain.settings import Start
    from cpd_desktop.store.folder import DataFolder

    into.mkdir(parents=True, exist_ok=True)
    gc.disable()
    with tempfile.TemporaryDirectory(prefix="cpd-pictures-") as made:
        beside = Path(made)
        passphrase = beside / "passphrase"
        passphrase.write_text("only for the pictures", encoding="utf-8")
        os.environ["CPD_VAULT_PASSPHRASE_FILE"] = str(passphrase)
        folder = DataFolder(beside / "data")
        with opened(folder, face="window", keychains=Keychains(folder.vault)) as core:
            core.settings.put(Start(welcomed=True))
        application = QApplication([])
        desktop = Desktop(application, folder)
        desktop.show()
        studio = Studio(*_furnished(desktop), into, beside)
        for scene in SCENES:
            scene(studio)
        desktop.close()
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main(Path(sys.argv[1])))
