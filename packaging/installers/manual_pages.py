"""The pages that `man` shows, written from the tree of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from installers import places

if TYPE_CHECKING:
    from installers.command_tree import Command, Option


def manual_page(command: Command, epilogue: str = "") -> str:
    """Return the page of a command, in the language of man."""
    name = command.path[0]
    words = command.words.rstrip(".")
    known = {each.names for each in command.options}
    lines = [
        f'.TH {name.upper()} 1 "" "{places.NAME} {places.VERSION}" "{places.NAME}"',
        ".SH NAME",
        f"{_plain(name)} \\- {_plain(words)}",
        ".SH SYNOPSIS",
        f".B {_plain(command.usage)}",
        *_options("OPTIONS", command),
    ]
    if command.below:
        lines.append(".SH COMMANDS")
        for each in command.all()[1:]:
            lines += _about(each, known)
    lines += [*([".SH EXIT STATUS", _plain(epilogue)] if epilogue else [])]
    lines += [".SH FILES", "The data lies where --data or CPD_DATA says, else in"]
    lines += ['.IR "~/.local/share/CPD Desktop" .']
    return "\n".join(lines) + "\n"


def _about(command: Command, known: set[tuple[str, ...]]) -> list[str]:
    """Return what a command does, without the options that every command has."""
    lines = [f".SS {_plain(' '.join(command.path[1:]))}"]
    lines += [_plain(command.words)] if command.words else []
    if not command.below:
        lines += [".PP", f".B {_plain(' '.join(command.usage.split()))}"]
    for name, words in command.arguments:
        lines += [".TP", f".I {_plain(name)}", _plain(words)] if words else []
    for option in command.options:
        lines += _option(option) if option.names not in known else []
    return lines


def _options(heading: str, command: Command) -> list[str]:
    return [f".SH {heading}", *(line for each in command.options for line in _option(each))]


def _option(option: Option) -> list[str]:
    value = f" \\fI{_plain(option.value)}\\fR" if option.value else ""
    names = ", ".join(f"\\fB{_plain(name)}\\fR" for name in option.names)
    return [".TP", f"{names}{value}", _plain(option.words) or "\\&"]


def _plain(text: str) -> str:
    """Return a text in which man sees no orders."""
    escaped = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped
