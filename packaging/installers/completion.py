"""Completion of `cpd` and `cpd-desktop` for three shells, written from the tree of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from installers.command_tree import Command


def bash(command: Command) -> str:
    """Return what bash loads: the words that fit after those typed, files where none do."""
    name = _function(command)
    cases = "\n".join(
        f"        '{' '.join(each.path[1:])}') words='{' '.join(_words(each))}' ;;"
        for each in command.all()
    )
    return f"""\
# Completion of {command.path[0]} for bash.
_{name}() {{
    local cur=${{COMP_WORDS[COMP_CWORD]}} path='' words='' word
    for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
        case "${{path:+$path }}$word" in
{_known_to_bash(command)}
        esac
    done
    case $path in
{cases}
    esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
}}
complete -o default -o bashdefault -F _{name} {command.path[0]}
"""


def zsh(command: Command) -> str:
    """Return what zsh loads."""
    name = _function(command)
    cases = "\n".join(
        f"        '{' '.join(each.path[1:])}') fitting=({' '.join(_told_to_zsh(each))}) ;;"
        for each in command.all()
    )
    known = " ".join(f"'{' '.join(each.path[1:])}'" for each in command.all()[1:])
    return f"""\
#compdef {command.path[0]}
# Completion of {command.path[0]} for zsh.
_{name}() {{
    local typed='' longer word
    local -a known fitting
    known=({known})
    for word in "${{(@)words[2,CURRENT-1]}}"; do
        longer="${{typed:+$typed }}$word"
        (( ${{known[(Ie)$longer]}} )) && typed=$longer
    done
    case $typed in
{cases}
    esac
    _describe -o '{command.path[0]}' fitting || _files
}}
_{name} "$@"
"""


def fish(command: Command) -> str:
    """Return what fish loads."""
    program = command.path[0]
    lines = [f"# Completion of {program} for fish."]
    for each in command.all():
        start = f"complete -c {program} -n {_quoted(_seen_by_fish(each))}"
        lines += [f"{start} -f -a {one.path[-1]} -d {_quoted(one.words)}" for one in each.below]
        for option in each.options:
            names = " ".join(_fish_name(name) for name in option.names)
            value = " -r" if option.value else ""
            choices = f" -a {_quoted(' '.join(option.choices))}" if option.choices else ""
            lines.append(f"{start} {names}{value}{choices} -d {_quoted(option.words)}")
    return "\n".join(lines) + "\n"


def _seen_by_fish(command: Command) -> str:
    """Return the condition under which this command is the one that is typed."""
    seen = [f"__fish_seen_subcommand_from {word}" for word in command.path[1:]]
    if command.below:
        below = " ".join(each.path[-1] for each in command.below)
        seen.append(f"not __fish_seen_subcommand_from {below}")
    return "; and ".join(seen) or "true"


def _words(command: Command) -> list[str]:
    names = [each.path[-1] for each in command.below]
    return names + [name for option in command.options for name in option.names]


def _known_to_bash(command: Command) -> str:
    known = "|".join(f"'{' '.join(each.path[1:])}'" for each in command.all()[1:])
    taken = 'path="${path:+$path }$word"'
    return f"            {known}) {taken} ;;" if known else "            '') ;;"


def _told_to_zsh(command: Command) -> list[str]:
    told = [(each.path[-1], each.words) for each in command.below]
    told += [(name, option.words) for option in command.options for name in option.names]
    return [_quoted(f"{name.replace(':', chr(92) + ':')}:{words}") for name, words in told]


def _fish_name(name: str) -> str:
    return f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}"


def _function(command: Command) -> str:
    return command.path[0].replace("-", "_")


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "") + "'"
