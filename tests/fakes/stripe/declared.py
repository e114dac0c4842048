"""Holds every request against the parameters that the installed library declares."""

from __future__ import annotations

import importlib
import re
import sys
import types
import typing
from functools import cache
from typing import Any

import stripe.params
import typing_extensions
from stripe import RequestOptions

from tests.fakes.stripe.wire import Json, Refusal, invalid

_NOT_PARAMETERS = frozenset(RequestOptions.__annotations__)
_CLEARED = ""


@cache
def _class(name: str) -> Any:
    package, _, last = name.rpartition(".")
    module = importlib.import_module(f"stripe.params.{package}") if package else stripe.params
    return getattr(module, last)


@cache
def _fields(kind: Any) -> dict[str, tuple[Any, bool]]:
    """Return what a class of parameters declares: its type, and whether it must be there."""
    places = vars(sys.modules[kind.__module__])
    found = {}
    for name in set(kind.__annotations__) - _NOT_PARAMETERS:
        hint, needed = _resolved(kind.__annotations__[name], places), True
        if typing.get_origin(hint) in {typing.NotRequired, typing_extensions.NotRequired}:
            hint, needed = _resolved(typing.get_args(hint)[0], places), False
        found[name] = (hint, needed)
    return found


def _resolved(hint: Any, places: dict[str, Any]) -> Any:
    while isinstance(hint, (str, typing.ForwardRef)):
        text = hint if isinstance(hint, str) else hint.__forward_arg__
        hint = eval(text, places)  # noqa: S307 - the words of the installed library
    return hint


def checked(name: str, given: Json) -> Json:
    """Return the parameters in their declared types; refuses what the library does not know."""
    return _record(given, _class(name), "")


def _record(given: Json, kind: Any, path: str) -> Json:
    fields = _fields(kind)
    for name in given:
        if name not in fields:
            at = _at(path, name)
            raise invalid(f"Received unknown parameter: {at}", at, "parameter_unknown")
    for name, (_, needed) in fields.items():
        if needed and name not in given:
            at = _at(path, name)
            raise invalid(f"Missing required param: {at}.", at, "parameter_missing")
    places = vars(sys.modules[kind.__module__])
    return {
        name: _value(value, _resolved(fields[name][0], places), places, _at(path, name))
        for name, value in given.items()
    }


def _value(value: Any, hint: Any, places: dict[str, Any], path: str) -> Any:
    hint = _resolved(hint, places)
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if origin in {typing.Union, types.UnionType}:
        return _either(value, [_resolved(each, places) for each in parts], places, path)
    if origin in {typing.Literal, typing_extensions.Literal}:
        if value not in parts:
            raise invalid(f"Invalid {path}: must be one of {', '.join(map(str, parts))}", path)
        return value
    if origin is list:
        return _list(value, parts[0], places, path)
    if origin is dict:
        return _map(value, path)
    if hasattr(hint, "__total__"):
        if not isinstance(value, dict):
            raise invalid("Invalid object", path)
        return _record(value, hint, path)
    return _plain(value, hint, path)


def _either(value: Any, hints: list[Any], places: dict[str, Any], path: str) -> Any:
    known = [each for hint in hints for each in _words(hint)]
    if value == _CLEARED and _CLEARED in known:
        return value
    # "or any text" only leaves room for words to come; here the known ones are all there are.
    closed = any(known) and str in hints
    hints = [hint for hint in hints if not (closed and hint is str)]
    refusal: Refusal | None = None
    for hint in hints:
        if "UntypedStripeObject" in str(hint):
            continue
        try:
            return _value(value, hint, places, path)
        except Refusal as refused:
            if refusal is None or len(refused.param) > len(refusal.param):
                refusal = refused
    raise refusal or invalid(f"Invalid {path}", path)


def _words(hint: Any) -> tuple[Any, ...]:
    literal = typing.get_origin(hint) in {typing.Literal, typing_extensions.Literal}
    return typing.get_args(hint) if literal else ()


def _list(value: Any, hint: Any, places: dict[str, Any], path: str) -> list[Any]:
    if not isinstance(value, dict) or list(value) != [str(at) for at in range(len(value))]:
        raise invalid("Invalid array", path)
    return [_value(each, hint, places, f"{path}[{at}]") for at, each in value.items()]


def _map(value: Any, path: str) -> Json:
    if not isinstance(value, dict) or not all(isinstance(each, str) for each in value.values()):
        raise invalid("Invalid object", path)
    if path.endswith("metadata"):
        _check_metadata(value, path)
    return value


def _check_metadata(value: Json, path: str) -> None:
    if len(value) > 50:
        raise invalid("You can only have 50 metadata keys.", path)
    for name, text in value.items():
        if not name or len(name) > 40:
            raise invalid("Metadata keys can be at most 40 characters.", f"{path}[{name}]")
        if len(text) > 500:
            raise invalid("Metadata values can be at most 500 characters.", f"{path}[{name}]")


def _plain(value: Any, hint: Any, path: str) -> Any:
    if not isinstance(value, str):
        raise invalid("Invalid string", path)
    if hint is str:
        return _text(value, path)
    if hint is bool:
        if value not in {"true", "false"}:
            raise invalid(f"Invalid boolean: {value}", path)
        return value == "true"
    if hint is int:
        if not re.fullmatch(r"-?\d{1,18}", value):
            raise invalid(f"Invalid integer: {value}", path, "parameter_invalid_integer")
        return int(value)
    if hint is not float and getattr(hint, "__name__", "") != "Decimal":
        msg = f"{path} is declared as {hint}, which nobody has taught us to check"
        raise TypeError(msg)
    if not re.fullmatch(r"-?\d{1,12}(\.\d{1,12})?", value):
        raise invalid(f"Invalid decimal: {value}", path)
    return float(value)


def _text(value: str, path: str) -> str:
    if not value.strip():
        raise invalid(f"You passed an empty string for '{path}'.", path, "parameter_invalid_empty")
    if len(value) > 5000:
        raise invalid(f"Invalid string: {path} is too long", path)
    return value


def _at(path: str, name: str) -> str:
    return f"{path}[{name}]" if path else name
