"""Texts with fields in them: they can show, choose and repeat, and nothing else.

What is shown becomes a mark first, and a mark becomes its value when all layout is done. So no
name can ever be read as layout, and equal layout is made once for a thousand people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, nodes, pass_context
from jinja2.runtime import LoopContext
from jinja2.sandbox import SandboxedEnvironment

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.messages.texts import SESSION_FIELDS
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jinja2 import Template
    from jinja2.runtime import Context

UNREADABLE = Sentence("mail text", "Line {line} cannot be read: {words}")
NOT_ALLOWED = Sentence("mail text", "Line {line}: a text can show fields, choose with “if” and "
                       "repeat for each session, nothing else.")  # fmt: skip
STOPPED = Sentence("mail text", "The text could not be written: {words}")

FILTERS: Final = frozenset({"upper", "lower", "title", "capitalize", "trim", "default", "length"})
_ALLOWED: Final = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Getattr),
    *(nodes.If, nodes.For, nodes.Filter, nodes.Compare, nodes.Operand, nodes.And, nodes.Or),
    *(nodes.Not, nodes.CondExpr, nodes.Test, nodes.Concat),
)
_TESTS: Final = frozenset({"defined", "undefined", "none"})
_LOOP: Final = frozenset({"index", "index0", "first", "last", "length"})
_SHOWN = "_shown"
MARK: Final = "zqx{number}xqz"


class Blank(str):
    """A field that has nothing to show; it remembers which, to be told before it is sent."""

    __slots__ = ("field",)

    field: str

    @classmethod
    def called(cls, name: str) -> Blank:
        """Return one for this field."""
        made = cls("")
        made.field = name
        return made


class Shown(NamedTuple):
    """A text with marks in it, and what each of them stands for."""

    text: str
    values: tuple[str, ...]
    missing: tuple[str, ...]


@pass_context
def _mark(context: Context, value: Any) -> str:
    shown: list[Any] = context[_SHOWN]
    shown.append(value)
    return MARK.format(number=len(shown) - 1)


class _Fields(SandboxedEnvironment):
    """Knows fields and the loop over sessions; nothing of Python can be reached through it."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Allow the counters of a loop only; fields are found as keys, not as attributes."""
        _ = value
        return isinstance(obj, LoopContext) and attr in _LOOP

    def is_safe_callable(self, obj: Any) -> bool:
        """Allow no call at all."""
        _ = obj
        return False


def _made(*, finalize: Any = None) -> _Fields:
    made = _Fields(undefined=StrictUndefined, finalize=finalize, keep_trailing_newline=True,
                   trim_blocks=True, lstrip_blocks=True)  # fmt: skip
    made.globals.clear()
    made.filters = {name: made.filters[name] for name in FILTERS}
    made.tests = {name: made.tests[name] for name in _TESTS}
    return made


_ENVIRONMENT: Final = _made(finalize=_mark)


def fields_in(text: str) -> frozenset[str]:
    """Return the fields a text uses; raises ``Invalid`` if it cannot be read or may not be."""
    return frozenset(_names(_tree(text), frozenset()))


def compiled(text: str) -> Template:
    """Return the text ready to be filled; raises ``Invalid`` as ``fields_in`` does."""
    fields_in(text)
    return _ENVIRONMENT.from_string(text)


def shown(template: Template, values: Mapping[str, object]) -> Shown:
    """Return the text for these values, with marks where they stand; raises ``Invalid``."""
    found: list[Any] = []
    with_blanks = {
        name: Blank.called(name) if value in ("", None) else value for name, value in values.items()
    }
    try:
        text = template.render({**with_blanks, _SHOWN: found})
    except TemplateError as error:
        raise Invalid({"body": STOPPED.filled(words=error.message or "")}) from error
    missing = [each.field for each in found if isinstance(each, Blank)]
    return Shown(text, tuple(map(str, found)), tuple(dict.fromkeys(missing)))


def _tree(text: str) -> nodes.Template:
    try:
        tree = _ENVIRONMENT.parse(text)
    except TemplateSyntaxError as error:
        says = UNREADABLE.filled(line=error.lineno, words=error.message or "")
        raise Invalid({"body": says}) from error
    except RecursionError as error:
        raise Invalid({"body": NOT_ALLOWED.filled(line=1)}) from error
    for each in _all_of(tree, in_loop=False):
        if not _is_allowed(each):
            raise Invalid({"body": NOT_ALLOWED.filled(line=each.lineno)})
    return tree


def _all_of(node: nodes.Node, *, in_loop: bool) -> Iterator[nodes.Node]:
    if in_loop and isinstance(node, nodes.For):
        # A loop in a loop could take for ever, and there is nothing in a session to repeat.
        raise Invalid({"body": NOT_ALLOWED.filled(line=node.lineno)})
    yield node
    for child in node.iter_child_nodes():
        yield from _all_of(child, in_loop=in_loop or isinstance(node, nodes.For))


def _is_allowed(node: nodes.Node) -> bool:
    if isinstance(node, nodes.For):
        over_sessions = isinstance(node.iter, nodes.Name) and node.iter.name == "sessions"
        return over_sessions and isinstance(node.target, nodes.Name) and not node.recursive
    if isinstance(node, nodes.Filter):
        return node.name in FILTERS
    if isinstance(node, nodes.Test):
        return node.name in _TESTS
    if isinstance(node, nodes.Getattr):
        return isinstance(node.node, nodes.Name) and (
            node.attr in (_LOOP if node.node.name == "loop" else SESSION_FIELDS)
        )
    return isinstance(node, _ALLOWED)


def _names(node: nodes.Node, own: frozenset[str]) -> Iterator[str]:
    """Yield the fields that are used, but for the name that a loop gives its session."""
    if isinstance(node, nodes.Name) and node.ctx == "load" and node.name not in own:
        yield node.name
    if isinstance(node, nodes.For) and isinstance(node.target, nodes.Name):
        yield from _names(node.iter, own)
        own = own | {node.target.name, "loop"}
        for child in (*node.body, *node.else_):
            yield from _names(child, own)
        return
    for child in node.iter_child_nodes():
        yield from _names(child, own)
