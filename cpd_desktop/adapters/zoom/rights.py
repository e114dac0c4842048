"""Which scopes each kind of app at Zoom should have, by what they are for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cpd_desktop.adapters.zoom.scopes import (
    FOR_RECORDINGS,
    FOR_REPORTS,
    FOR_WEBINARS,
    WANTED,
    missing,
)
from cpd_desktop.domain.zoom_account import AppKind, Right

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpd_desktop.adapters.zoom.scopes import Scope

_WHOLE: Final = ":admin"


def rights(kind: AppKind) -> tuple[Right, ...]:
    """Return what such an app should be allowed, the needed first."""
    more = _possible(kind)
    return (*_grouped(kind, WANTED, optional=False), *_grouped(kind, more, optional=True))


def lacking(kind: AppKind, granted: frozenset[str]) -> tuple[Right, ...]:
    """Return what of it was not granted."""
    needed, more = missing(granted, WANTED), missing(granted, _possible(kind))
    return (*_grouped(kind, needed, optional=False), *_grouped(kind, more, optional=True))


def _possible(kind: AppKind) -> tuple[Scope, ...]:
    # An app for one person is never given the reports, which are of a whole account.
    reports = FOR_REPORTS if kind is AppKind.SERVER else ()
    return (*FOR_WEBINARS, *FOR_RECORDINGS, *reports)


def _grouped(kind: AppKind, scopes: Iterable[Scope], *, optional: bool) -> list[Right]:
    """Return the scopes by purpose, by the names that Zoom has for this kind of app."""
    groups: dict[str, list[Scope]] = {}
    for scope in scopes:
        groups.setdefault(scope.purpose.template, []).append(scope)
    return [
        Right(group[0].purpose, tuple(_name(kind, each) for each in group), optional)
        for group in groups.values()
    ]


def _name(kind: AppKind, scope: Scope) -> str:
    whole = kind is AppKind.SERVER and not scope.name.endswith(_WHOLE)
    return scope.name + _WHOLE if whole else scope.name
