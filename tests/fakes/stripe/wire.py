"""What goes over the wire: nested forms in, objects or a refusal in Stripe's words out."""

from __future__ import annotations

import re
import secrets
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from tests.fakes.zoom.wire import Refused, as_json

if TYPE_CHECKING:
    from tests.fakes.zoom.wire import Answer

Json = dict[str, Any]

_PART = re.compile(r"\[([^\[\]]*)\]")


class Refusal(Refused):
    """Stripe says no: a status, a kind of error, a code, words, and which parameter."""

    def __init__(
        self,
        status: int,
        message: str,
        *,
        code: str = "",
        param: str = "",
        kind: str = "invalid_request_error",
    ) -> None:
        self.param = param
        error = {"type": kind, "message": message, "code": code, "param": param}
        super().__init__(as_json(status, {"error": {k: v for k, v in error.items() if v}}))


def missing(kind: str, name: str, param: str = "id") -> Refusal:
    words = f"No such {kind}: '{name}'"
    status = 404 if param == "id" else 400
    return Refusal(status, words, code="resource_missing", param=param)


def invalid(message: str, param: str = "", code: str = "parameter_invalid") -> Refusal:
    return Refusal(400, message, code=code, param=param)


def ident(prefix: str) -> str:
    return f"{prefix}_{secrets.token_hex(12)}"


def nested(form: str) -> Json:
    """Read `a[b][0][c]=d` as Stripe does; the same name twice is refused."""
    found: Json = {}
    for name, value in parse_qsl(form, keep_blank_values=True):
        head, _, rest = name.partition("[")
        path = [head, *_PART.findall("[" + rest)] if rest else [head]
        place = found
        for part in path[:-1]:
            place = place.setdefault(part, {})
            if not isinstance(place, dict):
                raise invalid(f"Invalid parameter: {name}", name)
        last = path[-1] or str(len(place))
        if last in place:
            raise invalid(f"Parameter given twice: {name}", name)
        place[last] = value
    return found


def told(answer: Answer, **headers: str) -> Answer:
    return answer.with_headers({"Request-Id": ident("req"), **headers})
