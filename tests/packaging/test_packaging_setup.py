"""The set-up, tried for real in throw-away folders, offline and without touching the system."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
NOBODY = 65534
PYPROJECT = """\
[build-system]
requires = ["stand-in-backend"]
build-backend = "stand_in_backend"

[project]
name = "cpd-desktop"
version = "1.0"

[tool.ruff]
line-length = 100
"""
WINDOW_PACKAGES = (
    "libglib2.0-0",
    "libegl1",
    "libgl1",
    "libfontconfig1",
    "libxkbcommon0",
    "libdbus-1-3",
    "libgssapi-krb5-2",
    "libwayland-cursor0",
    "libwayland-egl1",
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
)


@dataclass(frozen=True, slots=True)
class Project:
    """A throw-away copy of the set-up around a stand-in for the application."""

    root: Path
    variables: dict[str, str]

    @property
    def commands(self) -> Path:
        return self.root / "commands"

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    @property
    def lock(self) -> Path:
        return self.root / "packaging" / "requirements.lock"

    @property
    def sources(self) -> Path:
        return self.root / "packaging" / "sources.lock"

    def add_command(self, name: str, script: str) -> None:
        """Put a program first on PATH."""
        file = self.commands / name
        file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        file.chmod(0o755)

    def has_installed(self, *packages: str) -> None:
        """Let the system have these packages; "name: other" stands in for another name."""
        lines = (f"installed|{package.replace(': ', '|')}" for package in packages)
        listed = "\n".join(line if line.count("|") == 2 else f"{line}|" for line in lines)
        self.add_command("dpkg-query", f"cat <<'END'\n{listed}\nEND")

    def run(
        self, *arguments: str, rights: bool = True, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        """Start packaging/run, if asked to as somebody without rights."""
        drop = not rights and os.geteuid() == 0
        return subprocess.run(
            [str(self.root / "packaging" / "run"), *arguments],
            check=False,
            capture_output=True,
            text=True,
            env=self.variables | variables,
            user=NOBODY if drop else None,
            group=NOBODY if drop else None,
            extra_groups=[] if drop else None,
        )

    def make_ready(
        self, *, sources: bool = False, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        """Set up as packaging/run does, or packaging/test with sources, and do nothing more."""
        probe = f"import environment; environment.make_ready(sources={sources})"
        (self.root / "packaging" / "probe.py").write_text(probe, encoding="utf-8")
        return subprocess.run(
            [str(self.root / "packaging" / "with-python"), "probe.py"],
            check=False,
            capture_output=True,
            text=True,
            env=self.variables | variables,
        )


@pytest.fixture
def project() -> Iterator[Project]:
    # Not below pytest's own folder: somebody without rights could not read it there.
    with tempfile.TemporaryDirectory(prefix="cpd-setup-") as place:
        root = Path(place).resolve()
        root.chmod(0o755)
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / "packaging", root / "packaging", ignore=ignored)
        shutil.copy(HERE / "stand_in_project.py", root)
        for name in ("commands", "wheels"):
            (root / name).mkdir()
        (root / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
        made = subprocess.run(
            [sys.executable, str(HERE / "stand_in_backend.py"), str(root / "wheels")],
            check=True,
            capture_output=True,
            text=True,
        )
        throw_away = Project(root, _variables(root))
        locks = (throw_away.lock, throw_away.sources)
        for lock, name in zip(locks, made.stdout.split(), strict=True):
            digest = hashlib.sha256((root / "wheels" / name).read_bytes()).hexdigest()
            package = name.partition("-1.0")[0].replace("_", "-")
            lock.write_text(f"{package}==1.0 --hash=sha256:{digest}\n", encoding="utf-8")
        throw_away.add_command("apt-get", f'echo "$@" >> {root}/apt; exit 1')
        throw_away.add_command("sudo", "exit 1")
        throw_away.has_installed(*WINDOW_PACKAGES)
        yield throw_away


def _variables(root: Path) -> dict[str, str]:
    """Return variables under which nothing is asked of any network or read from any settings."""
    wheels = str(root / "wheels")
    own = str(ROOT / ".venv" / "bin")
    path = [folder for folder in os.environ["PATH"].split(os.pathsep) if folder != own]
    kept = ("HOME", "PYENV_ROOT", "LC_ALL", "TMPDIR")
    return {name: os.environ[name] for name in kept if name in os.environ} | {
        "PATH": os.pathsep.join([str(root / "commands"), *path]),
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_FIND_LINKS": wheels,
        "PIP_NO_INDEX": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
        "UV_CACHE_DIR": str(root / "uv-cache"),
        "UV_FIND_LINKS": wheels,
        "UV_NO_CONFIG": "1",
        "UV_NO_INDEX": "1",
        "UV_OFFLINE": "1",
    }


def test_a_python_that_does_not_run_is_passed_over(project: Project) -> None:
    for broken in ("python3", "python3.11", "python3.12"):
        project.add_command(broken, "echo 'command not found' >&2; exit 127")

    done = project.run()

    assert "There is no screen here" in done.stderr


def test_without_any_python_that_runs_one_sentence_says_which_is_needed(project: Project) -> None:
    project.add_command("python3", "exit 127")
    found = shutil.which("dirname")
    assert found is not None
    (project.commands / "dirname").symlink_to(found)

    done = project.run(PATH=str(project.commands))

    assert done.returncode == 1
    assert "Python 3.11 or later" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_without_a_screen_one_sentence_names_headless(project: Project) -> None:
    done = project.run("--demo")

    assert done.returncode == 1
    assert done.stderr == (
        "There is no screen here to open the window on: try packaging/run --headless\n"
    )
    assert not project.venv.exists()


def test_without_rights_missing_packages_are_one_line_to_paste(project: Project) -> None:
    project.has_installed("dash")

    done = project.run(rights=False, DISPLAY=":7")

    assert done.returncode == 1
    line = done.stderr.splitlines()[-1]
    assert line.startswith(f"sudo apt-get install -y --no-install-recommends {WINDOW_PACKAGES[0]}")
    assert set(WINDOW_PACKAGES) <= set(line.split())
    assert not (project.root / "apt").exists()
    assert not project.venv.exists()


def test_only_what_is_missing_is_asked_for(project: Project) -> None:
    newer = "libglib2.0-0t64: libglib2.0-0 (= 2.84.4-3)"
    project.has_installed(newer, *(name for name in WINDOW_PACKAGES[1:] if name != "libegl1"))

    done = project.run(rights=False, DISPLAY=":7")

    packages = done.stderr.splitlines()[-1].partition("--no-install-recommends ")[2].split()
    assert [name for name in packages if not name.endswith("-venv")] == ["libegl1"]


def test_sudo_without_a_password_installs_what_is_missing(project: Project) -> None:
    project.has_installed(*WINDOW_PACKAGES[1:])
    (project.root / "apt").touch(mode=0o666)
    (project.root / "apt").chmod(0o666)
    project.add_command("sudo", 'shift; exec "$@"')

    done = project.run(rights=False, DISPLAY=":7")

    asked = (project.root / "apt").read_text(encoding="utf-8").splitlines()
    assert asked[0] == "-qq update"
    assert asked[1].startswith("install -y --no-install-recommends libglib2.0-0")
    assert done.returncode == 1, "the stand-in for apt-get fails"
    assert done.stderr.splitlines()[-1].startswith("sudo apt-get install -y")


@pytest.mark.slow
def test_a_second_run_makes_nothing_anew(project: Project) -> None:
    assert "All of it worked." in project.run("--headless").stdout
    (project.venv / "mark").touch()
    settings = project.root / "pyproject.toml"
    settings.write_text(PYPROJECT.replace("100", "90"), encoding="utf-8")

    done = project.make_ready()

    assert done.returncode == 0
    assert (project.venv / "mark").exists()
    assert "Making .venv" not in done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("change", ["another lock", "another project", "cut short"])
def test_an_environment_that_does_not_fit_is_made_anew(project: Project, change: str) -> None:
    assert project.make_ready().returncode == 0
    (project.venv / "mark").touch()
    if change == "another lock":
        project.lock.write_text(project.lock.read_text() + "# more\n")
    elif change == "another project":
        settings = project.root / "pyproject.toml"
        settings.write_text(PYPROJECT.replace('"1.0"', '"1.1"'), encoding="utf-8")
    else:
        (project.venv / "made-from").unlink()

    # Activated, as it may well be; it must not be asked to make itself anew.
    active = os.pathsep.join([str(project.venv / "bin"), project.variables["PATH"]])
    done = project.make_ready(PATH=active)

    assert done.returncode == 0, done.stderr
    assert not (project.venv / "mark").exists()


@pytest.mark.slow
def test_a_download_that_is_not_the_locked_one_is_refused(project: Project) -> None:
    project.lock.write_text(f"stand-in-backend==1.0 --hash=sha256:{'0' * 64}\n")

    done = project.run("--headless")

    assert done.returncode == 1
    assert "hash" in done.stderr.lower()
    assert done.stderr.splitlines()[-1].startswith("The environment could not be made")
    assert not (project.venv / "made-from").exists()


@pytest.mark.slow
def test_what_only_tests_need_is_built_once_and_only_for_them(project: Project) -> None:
    assert project.make_ready().returncode == 0
    assert not list(project.venv.rglob("stand_in_source.py")), "a window needs nothing built"

    first = project.make_ready(sources=True)
    (built,) = project.venv.rglob("stand_in_source.py")
    built.unlink()
    second = project.make_ready(sources=True)

    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert "Making .venv" not in first.stdout
    assert not built.exists(), "it was built a second time"
    project.sources.write_text(project.sources.read_text() + "# more\n")
    assert project.make_ready(sources=True).returncode == 0
    assert (project.venv / "built-from").read_text() == project.sources.read_text()


@pytest.mark.slow
def test_a_source_that_is_not_the_locked_one_is_refused(project: Project) -> None:
    project.sources.write_text(f"stand-in-source==1.0 --hash=sha256:{'0' * 64}\n")

    for _ in range(2):
        done = project.make_ready(sources=True)

        assert done.returncode == 1
        assert "hash" in done.stderr.lower()
        assert done.stderr.splitlines()[-1].startswith("The environment could not be made")
        assert not list(project.venv.rglob("stand_in_source.py"))


@pytest.mark.slow
def test_the_walk_ends_where_a_command_fails_and_names_it(project: Project) -> None:
    done = project.run("--headless", STAND_IN_FAILS="backup verify")

    assert done.returncode == 1
    assert "new event E1" in done.stdout
    assert "Ana Ruiz (confirmed)" in done.stdout
    assert "self-test" not in done.stdout
    assert re.search(
        r"^cpd backup verify \S+: ended with 1 instead of 0", done.stderr, re.MULTILINE
    )


@pytest.mark.slow
def test_the_demo_opens_on_sample_data_and_leaves_nothing(project: Project) -> None:
    done = project.run("--demo", "--more", QT_QPA_PLATFORM="offscreen")

    assert done.returncode == 0, done.stderr
    found = re.search(r"window --data (\S+) --more\nsample data True", done.stdout)
    assert found is not None, done.stdout
    assert not Path(found[1]).parent.exists()


@pytest.mark.slow
def test_a_demo_told_to_end_closes_its_window_and_leaves_nothing(project: Project) -> None:
    with subprocess.Popen(
        [str(project.root / "packaging" / "run"), "--demo", "--stay"],
        env=project.variables | {"QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as demo:
        assert demo.stdout is not None
        lines = iter(demo.stdout.readline, "")
        folder = next(line for line in lines if line.startswith("sample data")).split()[-1]
        assert Path(folder).is_dir()
        demo.send_signal(signal.SIGTERM)
        assert demo.stdout.read() == ""
    assert not Path(folder).parent.exists()


def test_interrupted_checks_leave_no_desktop_behind(project: Project) -> None:
    (project.root / "packaging" / "probe.py").write_text(
        "import os, session\n"
        "with session.private_desktop(os.environ) as desktop:\n"
        "    print(desktop['DISPLAY'], desktop['XDG_RUNTIME_DIR'], flush=True)\n"
        "    input()\n",
        encoding="utf-8",
    )
    with subprocess.Popen(
        [str(project.root / "packaging" / "with-python"), "probe.py"],
        env=project.variables,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as probe:
        assert probe.stdout is not None
        display, runtime = probe.stdout.readline().split()
        screen = Path(f"/tmp/.X11-unix/X{display[1:]}")  # noqa: S108 - where X puts it
        assert screen.exists()
        assert Path(runtime).is_dir()
        probe.send_signal(signal.SIGINT)
        probe.wait()
        assert not screen.exists()
        assert not Path(runtime).exists()


@pytest.mark.parametrize(("lock", "least"), [("requirements.lock", 20), ("sources.lock", 1)])
def test_a_lock_pins_everything_by_hash_and_names_no_host(lock: str, least: int) -> None:
    text = (ROOT / "packaging" / lock).read_text(encoding="utf-8")

    assert not re.search(r"://|--(extra-)?index-url|--find-links|--trusted-host|@ ", text)
    pinned = re.split(r"\n(?=\S)", text.strip())
    assert len(pinned) >= least
    for package in pinned:
        assert re.match(r"[a-z0-9-]+==\S+", package), package
        assert "--hash=sha256:" in package, package


@pytest.mark.parametrize(
    "path",
    ["packaging/run", "packaging/test", "packaging/translations", "packaging/lock", ".ci/run"],
)
def test_the_commands_can_be_started(path: str) -> None:
    assert (ROOT / path).stat().st_mode & stat.S_IXUSR
