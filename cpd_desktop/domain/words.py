"""Sentences for people, kept as values so that both faces can say them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

_PLURAL = re.compile(r"\((s|es)\)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """English words with places for values; the window translates the template, not the result.

    Write it as ``Sentence("context", "literal")``: that form is what the translation tools find.
    A count goes into ``%n`` and may use the plural marks ``(s)`` and ``(es)``.
    """

    context: str
    template: str
    values: dict[str, Any] = field(default_factory=dict)

    def filled(self, **values: Any) -> Sentence:
        """Return the same sentence with these values in its places."""
        return Sentence(self.context, self.template, self.values | values)

    def in_words(self, template: str | None = None) -> str:
        """Return the text, from a translated template if one is given."""
        text = self.template if template is None else template
        if "n" in self.values:
            count = self.values["n"]
            text = _PLURAL.sub("" if count == 1 else r"\1", text).replace("%n", str(count))
        return text.format(**self.values) if self.values else text

    def kept(self) -> dict[str, Any]:
        """Return what it is written down as; values that JSON does not know become text."""
        values = {
            name: value if isinstance(value, (str, int, float, bool)) else str(value)
            for name, value in self.values.items()
        }
        return {"context": self.context, "template": self.template, "values": values}

    @classmethod
    def of_kept(cls, kept: dict[str, Any]) -> Sentence:
        """Return a sentence that was written down."""
        return cls(kept["context"], kept["template"], kept["values"])

    def __str__(self) -> str:
        return self.in_words()
