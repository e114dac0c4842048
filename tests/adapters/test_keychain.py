"""The real Secret Service, and everything that can go wrong with it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.adapters import keychain
from cpd_desktop.adapters.keychain import OsKeychain, in_parts
from cpd_desktop.domain.errors import NeedsSignIn, Unavailable
from cpd_desktop.domain.secret import Secret

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LONG = "0123456789" * 6000
# It tells of each part itself: the daemon was seen to leave the bus when two ask it at full speed.
PUT_LONG = """
from cpd_desktop.adapters.keychain import OsKeychain
from cpd_desktop.domain.errors import CpdError
from cpd_desktop.domain.secret import Secret
write = OsKeychain._write
def tell(keychain, backend, entry, text):
    write(keychain, backend, entry, text)
    print("written", flush=True)
OsKeychain._write = tell
try:
    OsKeychain().put("mail", Secret("0123456789" * 6000))
except CpdError as error:
    print(type(error).__name__, error)
"""
TRY = """
from cpd_desktop.adapters.keychain import OsKeychain
from cpd_desktop.domain.errors import CpdError
from cpd_desktop.domain.secret import Secret
keychain = OsKeychain(timeout=2)
print(keychain.state())
try:
    keychain.put("mail", Secret("kept"))
    print(keychain.get("mail").reveal())
except CpdError as error:
    print(type(error).__name__, error)
"""


def writing_parts(spawn: Callable[..., subprocess.Popen[str]], parts: int) -> subprocess.Popen[str]:
    """Return a process that has written so many parts of a long secret, and goes on."""
    child = spawn(PUT_LONG)
    assert child.stdout
    assert [child.stdout.readline() for _ in range(parts)] == ["written\n"] * parts
    return child


class TestCuttingIntoParts:
    @given(st.text(max_size=300), st.integers(min_value=2, max_value=40))
    def test_parts_fit_and_make_the_whole_again(self, text: str, units: int) -> None:
        parts = in_parts(text, units)
        assert "".join(parts) == text
        assert all(0 < len(part.encode("utf-16-le")) // 2 <= units for part in parts)

    def test_a_pair_of_surrogates_stays_together(self) -> None:
        assert in_parts("ab🙂c", 3) == ["ab", "🙂c"]

    def test_the_longest_part_fits_into_windows(self, secret_service: Any) -> None:
        OsKeychain().put("mail", Secret("🙂" * 3000))
        for text in secret_service.texts():
            assert len(text.encode("utf-16-le")) <= 2560


class TestALockedKeychain:
    def test_a_locked_keychain_asks_to_sign_in(self, secret_service: Any) -> None:
        OsKeychain().put("mail", Secret("m"))
        secret_service.lock()
        with pytest.raises(NeedsSignIn, match="The keychain is locked"):
            OsKeychain().get("mail")
        with pytest.raises(NeedsSignIn, match="The keychain is locked"):
            OsKeychain().put("mail", Secret("n"))
        with pytest.raises(NeedsSignIn, match="The keychain is locked"):
            OsKeychain().forget("mail")

    def test_a_keychain_that_does_not_answer_is_given_up(self, secret_service: Any) -> None:
        impatient = OsKeychain(timeout=0.3)
        impatient.put("mail", Secret("m"))
        os.kill(secret_service.keyring.pid, signal.SIGSTOP)
        for _ in range(3):
            with pytest.raises(NeedsSignIn, match=r"has not answered for 0\.3 seconds"):
                impatient.get("mail")
        waiting = [thread for thread in threading.enumerate() if thread.name == "keychain"]
        assert len(waiting) == 1
        os.kill(secret_service.keyring.pid, signal.SIGCONT)
        waiting[0].join(30)
        assert impatient.get("mail") == Secret("m")

    def test_what_was_given_up_is_not_written_later(self, secret_service: Any) -> None:
        impatient = OsKeychain(timeout=0.3)
        impatient.put("mail", Secret("old"))
        os.kill(secret_service.keyring.pid, signal.SIGSTOP)
        with pytest.raises(NeedsSignIn):
            impatient.put("mail", Secret("given up"))
        os.kill(secret_service.keyring.pid, signal.SIGCONT)
        for thread in threading.enumerate():
            if thread.name == "keychain":
                thread.join(30)
        assert impatient.get("mail") == Secret("old")

    @pytest.mark.slow
    def test_a_question_on_the_screen_does_not_keep_the_program_from_ending(
        self, asking_service: Any, spawn: Callable[..., subprocess.Popen[str]]
    ) -> None:
        asking_service.lock()
        child = spawn(TRY, env=asking_service.environment | {"PYTHONPATH": str(Path.cwd())})
        out, err = child.communicate(timeout=60)
        assert "NeedsSignIn The keychain is locked: it has not answered for 2 seconds." in out
        assert (child.returncode, err) == (0, "")


class TestNoKeychain:
    def test_without_a_message_bus_it_says_what_to_do(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
        monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
        monkeypatch.delenv("PYTHON_KEYRING_BACKEND", raising=False)
        with pytest.raises(Unavailable, match="create an encrypted vault in Settings"):
            OsKeychain().put("mail", Secret("m"))
        assert str(OsKeychain().state()).startswith("There is no keychain here")

    @pytest.mark.parametrize("victim", ["bus", "keyring"])
    def test_one_that_dies_in_the_middle_leaves_the_old_secret(
        self, secret_service: Any, spawn: Callable[..., subprocess.Popen[str]], victim: str
    ) -> None:
        OsKeychain().put("mail", Secret("old" * 1000))
        child = writing_parts(spawn, 6)
        secret_service.end(getattr(secret_service, victim))
        out, err = child.communicate(timeout=60)
        assert out.replace("written\n", "").startswith("Unavailable There is no keychain here")
        assert err == ""
        if victim == "keyring":
            secret_service.start_keyring()
            assert OsKeychain().get("mail") == Secret("old" * 1000)

    @pytest.mark.usefixtures("broken_service")
    def test_an_error_of_the_service_is_logged_without_names(
        self, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level("INFO")
        with pytest.raises(Unavailable, match="There is no keychain here"):
            OsKeychain().get("mail")
        assert "no room for j…@….org" in caplog.text
        assert "jane" not in caplog.text


class TestALongSecret:
    def test_a_missing_part_asks_to_sign_in_again(self, secret_service: Any) -> None:
        OsKeychain().put("mail", Secret(LONG[:5000]))
        part = next(name for name in secret_service.entries() if name.endswith("~3"))
        secret_service.delete(part)
        assert OsKeychain().get("mail") is None
        OsKeychain().put("mail", Secret("new"))
        assert OsKeychain().get("mail") == Secret("new")
        assert secret_service.entries() == {"mail"}

    def test_a_shorter_one_leaves_no_parts_behind(self, secret_service: Any) -> None:
        system = OsKeychain()
        system.put("mail", Secret(LONG[:5000]))
        system.put("mail", Secret(LONG[:2500]))
        assert len(secret_service.entries()) == 4
        system.put("mail", Secret("short"))
        assert secret_service.entries() == {"mail"}
        system.put("mail", Secret(LONG[:1001]))
        system.forget("mail")
        assert secret_service.entries() == set()

    @pytest.mark.parametrize("parts", [2, 9, 30])
    def test_a_kill_between_parts_leaves_the_old_one(
        self, secret_service: Any, spawn: Callable[..., subprocess.Popen[str]], parts: int
    ) -> None:
        OsKeychain().put("mail", Secret("old" * 1000))
        before = len(secret_service.entries())
        child = writing_parts(spawn, parts)
        child.kill()
        child.wait()
        assert before + parts <= len(secret_service.entries()) < before + 60
        assert OsKeychain().get("mail") == Secret("old" * 1000)

    @pytest.mark.usefixtures("secret_service")
    def test_reading_while_another_process_replaces_it_finds_the_new_one(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        OsKeychain().put("mail", Secret("old" * 1000))
        joined, others = OsKeychain._joined, ["new" * 1000, "newest" * 500]

        def replaced_before(keychain: OsKeychain, *manifest: Any) -> str | None:
            if others:
                OsKeychain().put("mail", Secret(others.pop(0)))
            return joined(keychain, *manifest)

        monkeypatch.setattr(OsKeychain, "_joined", replaced_before)
        assert OsKeychain().get("mail") == Secret("newest" * 500)

    def test_an_entry_that_vanishes_while_it_is_read_is_looked_for_again(self) -> None:
        errors = pytest.importorskip("secretstorage.exceptions")
        troubles = [errors.ItemNotFoundException("gone"), errors.ItemNotFoundException("gone")]

        def read() -> str:
            if troubles:
                raise troubles.pop()
            return "there again"

        assert keychain._looked_for_again(read) == "there again"
        troubles.extend([errors.ItemNotFoundException("gone")] * 9)
        assert keychain._looked_for_again(read) is None
        troubles[:] = [errors.LockedException("locked")]
        with pytest.raises(errors.LockedException):
            keychain._looked_for_again(read)


PLAIN_TEXT = """
from keyring.backend import KeyringBackend

class PlaintextKeyring(KeyringBackend):
    priority = 9

    def get_password(self, service, username):
        return None

    def set_password(self, service, username, password):
        with open("written-in-plain-text", "w") as file:
            file.write(password)
"""


class TestAChosenBackend:
    @pytest.mark.parametrize(
        ("chosen", "words"),
        [
            ("keyring.backends.fail.Keyring", "{} is no keychain that keeps secrets safe."),
            ("keyring.backends.null.Keyring", "{} is no keychain that keeps secrets safe."),
            ("plain.PlaintextKeyring", "{} is no keychain that keeps secrets safe."),
            ("no.such.Keyring", "There is no keychain here"),
            ("keyring", "There is no keychain here"),
        ],
    )
    @pytest.mark.parametrize("by_file", [False, True])
    def test_one_that_keeps_nothing_safe_is_refused(
        self,
        secret_service: Any,
        spawn: Any,
        tmp_path: Path,
        *,
        chosen: str,
        words: str,
        by_file: bool,
    ) -> None:
        (tmp_path / "plain.py").write_text(PLAIN_TEXT, "utf-8")
        env = secret_service.environment | {"PYTHONPATH": f"{Path.cwd()}{os.pathsep}{tmp_path}"}
        if by_file:
            file = secret_service.folder / "config" / "python_keyring" / "keyringrc.cfg"
            file.parent.mkdir(parents=True)
            file.write_text(f"[backend]\ndefault-keyring={chosen}\n", "utf-8")
        else:
            env["PYTHON_KEYRING_BACKEND"] = chosen
        out, err = spawn(TRY, env=env, cwd=tmp_path).communicate(timeout=60)
        assert out.startswith(words.format(chosen))
        assert "\nUnavailable " in out
        assert "create an encrypted vault in Settings." in out.replace("Create", "create")
        assert err == ""
        assert not (tmp_path / "written-in-plain-text").exists()
        assert secret_service.entries() == set()

    def test_the_real_one_in_a_chain_is_used(self, secret_service: Any, spawn: Any) -> None:
        chain = {"PYTHON_KEYRING_BACKEND": "keyring.backends.chainer.ChainerBackend"}
        env = secret_service.environment | chain | {"PYTHONPATH": str(Path.cwd())}
        out, err = spawn(TRY, env=env).communicate(timeout=60)
        assert out == "Secrets are kept in the keychain of this desktop.\nkept\n"
        assert err == ""
        del env["DBUS_SESSION_BUS_ADDRESS"]
        out, err = spawn(TRY, env=env).communicate(timeout=60)
        assert out.startswith("keyring.backends.chainer.ChainerBackend is no keychain that keeps")
        assert err == ""


@pytest.fixture
def asking_service(monkeypatch: pytest.MonkeyPatch, new_service: Any) -> Iterator[Any]:
    """Start a keychain that can ask for its password on a screen of its own."""
    if not shutil.which("Xvfb"):
        pytest.skip("needs Xvfb")
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-nolisten", "tcp"]
    screen = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as number:
            display = f":{number.readline().strip()}"
        yield new_service(display)
    finally:
        screen.terminate()
        screen.wait()


@pytest.fixture
def broken_service(secret_service: Any) -> Iterator[None]:
    """Put a service in the place of the keyring that answers every question with an error."""
    jeepney = pytest.importorskip("jeepney")
    blocking = pytest.importorskip("jeepney.io.blocking")
    secret_service.end(secret_service.keyring)
    with secret_service.connected() as bus:
        blocking.Proxy(jeepney.message_bus, bus).RequestName("org.freedesktop.secrets")
        over = threading.Event()

        def answer() -> None:
            while not over.is_set():
                try:
                    asked = bus.receive(timeout=0.05)
                except TimeoutError:
                    continue
                if asked.header.message_type == jeepney.MessageType.method_call:
                    words = ("no room for jane@example.org",)
                    bus.send(
                        jeepney.new_error(asked, "org.freedesktop.DBus.Error.Failed", "s", words)
                    )

        thread = threading.Thread(target=answer)
        thread.start()
        yield
        over.set()
        thread.join()
