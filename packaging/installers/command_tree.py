"""What can be typed after a command: read from its own parser, so that nothing is told twice."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Option:
    """An option, by all its names; ``value`` names what follows it, if anything does."""

    names: tuple[str, ...]
    value: str
    words: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Command:
    """A command with what it takes, and the commands below it."""

    path: tuple[str, ...]
    words: str
    usage: str
    arguments: tuple[tuple[str, str], ...] = ()
    options: tuple[Option, ...] = ()
    below: tuple[Command, ...] = field(default=())

    def all(self) -> list[Command]:
        """Return this command and every one below it."""
        return [self, *(each for one in self.below for each in one.all())]


def tree(parser: argparse.ArgumentParser, words: str = "") -> Command:
    """Return what a parser takes."""
    return _command(parser, (parser.prog,), words or parser.description or "")


def _command(parser: argparse.ArgumentParser, path: tuple[str, ...], words: str) -> Command:
    arguments: list[tuple[str, str]] = []
    options: list[Option] = []
    below: list[Command] = []
    for action in parser._actions:  # noqa: SLF001 - argparse has no other way to look at it
        told = action.help or ""
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - as above
            help_of = {each.dest: each.help or "" for each in action._choices_actions}  # noqa: SLF001 - as above
            below += [
                _command(each, (*path, name), help_of.get(name, ""))
                for name, each in action.choices.items()
            ]
        elif action.option_strings:
            choices = tuple(map(str, action.choices or ()))
            options.append(Option(tuple(action.option_strings), _value(action), told, choices))
        else:
            arguments.append((_value(action), told))
    usage = parser.format_usage().removeprefix("usage: ").strip()
    return Command(path, words, usage, tuple(arguments), tuple(options), tuple(below))


def _value(action: argparse.Action) -> str:
    if action.nargs == 0:
        return ""
    shown = action.metavar or (action.dest.upper() if action.option_strings else action.dest)
    return shown if isinstance(shown, str) else " ".join(shown)
