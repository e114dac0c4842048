"""A private Postfix with a private Dovecot: the real thing, for once, on loopback."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

PASSWORD = "open-sesame"
NOBODY = 65534
PATIENCE = 20.0
# Not a pipe: those who stay would keep it open.
QUIET: Any = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
SERVICES = (
    ("pickup", "unix", "pickup"),
    ("cleanup", "unix", "cleanup"),
    ("qmgr", "unix", "qmgr"),
    ("rewrite", "unix", "trivial-rewrite"),
    ("bounce", "unix", "bounce"),
    ("defer", "unix", "bounce"),
    ("trace", "unix", "bounce"),
    ("verify", "unix", "verify"),
    ("flush", "unix", "flush"),
    ("proxymap", "unix", "proxymap"),
    ("error", "unix", "error"),
    ("retry", "unix", "error"),
    ("virtual", "unix", "virtual"),
    ("anvil", "unix", "anvil"),
    ("postlog", "unix-dgram", "postlogd"),
)
PRIVATE = {"pickup", "cleanup", "qmgr", "flush", "postlog"}


@dataclass(frozen=True)
class PostOffice:
    """Where mail is taken, where it lies, and where it is read."""

    folder: Path
    smtp: int
    imap: int

    def maildir(self, address: str) -> Path:
        name, _, domain = address.partition("@")
        return self.folder / "mail" / domain / name

    def mails(self, address: str) -> list[bytes]:
        """Return what lies in a mailbox, in no order."""
        found = self.maildir(address)
        places = [*found.glob("new/*"), *found.glob("cur/*")]
        return [path.read_bytes().replace(b"\n", b"\r\n") for path in places]

    def wait_for(self, address: str, count: int) -> list[bytes]:
        """Return the mails once there are so many."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            found = self.mails(address)
            if len(found) >= count:
                return found
            time.sleep(0.02)
        log = (self.folder / "log" / "postfix").read_text()
        pytest.fail(f"{len(self.mails(address))} of {count} arrived:\n{log[-3000:]}")


@contextmanager
def post_here(*known: str) -> Iterator[PostOffice]:
    """Run both; only these addresses have mailboxes. Skips where they cannot run."""
    for program in ("postfix", "dovecot"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")
    if os.geteuid() != 0:
        pytest.skip("Postfix and Dovecot begin as root only")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        office = PostOffice(Path(place), _free_port(), _free_port())
        office.folder.chmod(0o755)
        _write_postfix(office, known)
        _write_dovecot(office)
        postfix = ["postfix", "-c", f"{office.folder}/etc"]
        subprocess.run([*postfix, "start"], check=True, **QUIET)
        try:
            conf = ["-c", f"{office.folder}/dovecot.conf"]
            subprocess.run(["dovecot", *conf], check=True, **QUIET)
            try:
                _wait_until_open(office.smtp)
                _wait_until_open(office.imap)
                yield office
            finally:
                subprocess.run(["doveadm", *conf, "stop"], check=False, **QUIET)
        finally:
            # Its own "stop" waits for ever where nobody collects processes that ended.
            master = int((office.folder / "queue/pid/master.pid").read_text())
            group = os.getpgid(master)
            assert group != os.getpgrp()
            os.killpg(group, signal.SIGTERM)


def _free_port() -> int:
    with socket.socket() as made:
        made.bind(("127.0.0.1", 0))
        return int(made.getsockname()[1])


def _wait_until_open(port: int) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with socket.socket() as asking:
            if asking.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    pytest.fail(f"nobody answers at {port}")


def _write_postfix(office: PostOffice, known: tuple[str, ...]) -> None:
    folder = office.folder
    for name in ("etc", "queue", "log"):
        (folder / name).mkdir()
    for name, owner in (("data", "postfix"), ("mail", NOBODY)):
        (folder / name).mkdir()
        shutil.chown(folder / name, owner)
    domains = ", ".join(sorted({each.partition("@")[2] for each in known}))
    boxes = ", ".join(f"{{{each} = {each.partition('@')[2]}/{each.partition('@')[0]}/}}"
                      for each in known)  # fmt: skip
    settings = {
        "compatibility_level": "3.6",
        "queue_directory": folder / "queue",
        "data_directory": folder / "data",
        "maillog_file": folder / "log/postfix",
        "maillog_file_prefixes": folder,
        "inet_interfaces": "127.0.0.1",
        "inet_protocols": "ipv4",
        "myhostname": "mail.northern.example",
        "mydestination": "",
        "mynetworks": "127.0.0.0/8",
        "virtual_mailbox_domains": domains,
        "virtual_mailbox_base": folder / "mail",
        "virtual_mailbox_maps": f"inline:{{ {boxes} }}",
        "virtual_uid_maps": f"static:{NOBODY}",
        "virtual_gid_maps": f"static:{NOBODY}",
        "virtual_transport": "virtual",
        # So that it bounces itself what it took for nobody.
        "smtpd_reject_unlisted_recipient": "no",
        "smtpd_relay_restrictions": "permit_mynetworks, reject",
        "alias_maps": "",
        "alias_database": "",
        "smtpd_tls_security_level": "none",
    }
    lines = [f"{name} = {value}" for name, value in settings.items()]
    (folder / "etc/main.cf").write_text("\n".join(lines) + "\n")
    rows = [f"127.0.0.1:{office.smtp} inet n - n - - smtpd"]
    for name, kind, program in SERVICES:
        unprivileged = "n" if name == "virtual" else "-"  # it takes on the owner of each mailbox
        private = "n" if name in PRIVATE else "-"
        wake = {"pickup": "60", "qmgr": "300"}.get(name, "-")
        most = {"pickup": "1", "qmgr": "1", "postlog": "1"}.get(name, "-")
        if program in ("cleanup", "bounce", "flush"):
            most = "0"
        rows.append(f"{name} {kind} {private} {unprivileged} n {wake} {most} {program}")
    (folder / "etc/master.cf").write_text("\n".join(rows) + "\n")


def _write_dovecot(office: PostOffice) -> None:
    folder = office.folder
    (folder / "dovecot.conf").write_text(f"""
protocols = imap
listen = 127.0.0.1
base_dir = {folder}/dovecot
state_dir = {folder}/dovecot-state
log_path = {folder}/log/dovecot
ssl = no
disable_plaintext_auth = no
mail_location = maildir:{folder}/mail/%d/%n
passdb {{
  driver = static
  args = password={PASSWORD}
}}
userdb {{
  driver = static
  args = uid={NOBODY} gid={NOBODY} home={folder}/mail/%d/%n
}}
namespace inbox {{
  inbox = yes
  mailbox "Sent Mail" {{
    auto = create
    special_use = \\Sent
  }}
}}
service imap-login {{
  inet_listener imap {{
    port = {office.imap}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
""")
