"""A real Secret Service of the test's own, with or without a session around the tests."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
import tempfile
import warnings
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={folder}/bus</listen>
  <auth>EXTERNAL</auth>
  {services}
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


def library(name: str) -> Any:
    """Return a library that exists on one system only; elsewhere the test is skipped."""
    return pytest.importorskip(name)


SECRETS = "org.freedesktop.secrets"


@dataclass
class SecretService:
    """A message bus and a keyring daemon that nobody else talks to."""

    folder: Path
    display: str | None = None
    running: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def environment(self) -> dict[str, str]:
        told = {name: str(self.folder) for name in ("HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME")}
        told |= {"PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
        told |= {"XDG_CONFIG_HOME": str(self.folder / "config")}
        told |= {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={self.folder}/bus"}
        return told | ({"DISPLAY": self.display} if self.display else {})

    def start(self) -> None:
        offered = "<standard_session_servicedirs/>" if self.display else ""
        bus = self.folder / "bus.conf"
        bus.write_text(BUS.format(folder=self.folder, services=offered), "utf-8")
        started = self._start(
            ["dbus-daemon", f"--config-file={bus}", "--nofork", "--print-address"]
        )
        assert started.stdout
        assert started.stdout.readline()
        self.start_keyring()

    def start_keyring(self) -> None:
        jeepney, blocking = library("jeepney"), library("jeepney.io.blocking")
        with self.connected() as bus:
            rule = jeepney.MatchRule(type="signal", member="NameOwnerChanged")
            rule.add_arg_condition(0, SECRETS)
            blocking.Proxy(jeepney.message_bus, bus).AddMatch(rule)
            with bus.filter(rule) as seen:
                daemon = self._start(
                    [
                        "gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets",
                        f"--control-directory={self.folder}/control",
                    ]
                )  # fmt: skip
                assert daemon.stdin
                daemon.stdin.write(b"opens the keyring of the test")
                daemon.stdin.close()
                bus.recv_until_filtered(seen, timeout=30)

    def connected(self) -> Any:
        return library("jeepney.io.blocking").open_dbus_connection(
            self.environment["DBUS_SESSION_BUS_ADDRESS"]
        )

    @property
    def bus(self) -> subprocess.Popen[bytes]:
        return self.running[0]

    @property
    def keyring(self) -> subprocess.Popen[bytes]:
        return self.running[-1]

    def lock(self) -> None:
        with self.connected() as bus:
            library("secretstorage").get_default_collection(bus).lock()

    def entries(self) -> set[str]:
        with self.connected() as bus:
            items = library("secretstorage").get_default_collection(bus).get_all_items()
            return {item.get_attributes()["username"] for item in items}

    def texts(self) -> list[str]:
        with self.connected() as bus:
            items = library("secretstorage").get_default_collection(bus).get_all_items()
            return [item.get_secret().decode() for item in items]

    def delete(self, entry: str) -> None:
        with self.connected() as bus:
            collection = library("secretstorage").get_default_collection(bus)
            for item in list(collection.search_items({"username": entry})):
                item.delete()

    def end(self, which: subprocess.Popen[bytes]) -> None:
        which.kill()
        which.wait()
        for pipe in (which.stdin, which.stdout):
            if pipe:
                pipe.close()

    def _start(self, command: list[str]) -> subprocess.Popen[bytes]:
        self.running.append(
            subprocess.Popen(
                command,
                env=self.environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        )
        return self.running[-1]


@pytest.fixture
def new_service() -> Iterator[Callable[..., SecretService]]:
    """Start Secret Services that end with the test."""
    if not (shutil.which("dbus-daemon") and shutil.which("gnome-keyring-daemon")):
        pytest.skip("needs dbus-daemon and gnome-keyring-daemon")
    services: list[SecretService] = []

    def start(display: str | None = None) -> SecretService:
        # Not under the folder of the test: the path of a socket has room for 107 bytes.
        services.append(SecretService(Path(tempfile.mkdtemp(prefix="cpd-")), display))
        services[-1].start()
        return services[-1]

    yield start
    for service in services:
        for process in reversed(service.running):
            service.end(process)
        shutil.rmtree(service.folder)
    # WORKAROUND: keyring leaves its connection open when it finds a locked collection.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()


@pytest.fixture
def secret_service(
    new_service: Callable[..., SecretService], monkeypatch: pytest.MonkeyPatch
) -> SecretService:
    service = new_service()
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND", raising=False)
    monkeypatch.delenv("DISPLAY", raising=False)
    for name, value in service.environment.items():
        monkeypatch.setenv(name, value)
    return service


@pytest.fixture
def spawn() -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Run Python text in a process of its own, which does not outlive the test."""
    running: list[subprocess.Popen[str]] = []

    def run(source: str, *words: str, **options: Any) -> subprocess.Popen[str]:
        running.append(
            subprocess.Popen(
                [sys.executable, "-c", source, *words],
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                **options,
            )
        )
        return running[-1]

    yield run
    for process in running:
        process.kill()
        process.communicate()
