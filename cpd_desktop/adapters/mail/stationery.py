"""Mails as plain text and as HTML, from one text in Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, Final

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.messages.addresses import NOT_AN_ADDRESS, header_line, is_plain
from cpd_desktop.domain.messages.texts import MailText, Rendered, read_text_file

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from css_inline import CSSInliner
    from jinja2 import Template

    from cpd_desktop.domain.messages.purposes import Purpose

ENGLISH: Final = "en"
_MARK: Final = re.compile(r"zqx(\d+)xqz")
_LINKED: Final = re.compile(r'href="([^"]*zqx\d+xqz[^"]*)"')
_ADDRESS: Final = re.compile(r"(https?://|mailto:)[^\s\"<>]+")
_WEB: Final = re.compile(r"https?://[^\s\"<>]+")
_TAGS: Final = frozenset(
    [
        "a",
        "p",
        "br",
        "strong",
        "em",
        "b",
        "i",
        "ul",
        "ol",
        "li",
        "h1",
        "h2",
        "h3",
        "blockquote",
        "hr",
        "code",
        "pre",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "span",
        "div",
    ]
)
_ATTRIBUTES: Final = {"a": {"href", "title"}, "td": {"align"}, "th": {"align"}, "ol": {"start"}}
_PAGE: Final = """<!DOCTYPE html>
<html lang="{language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<style>{dark}</style></head><body>
<div class="mail">{body}</div>
</body></html>
"""
# No colour of text or ground is set: then each program shows its own, light or dark, readably.
_STYLE: Final = """
.mail { font-family: -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif;
  font-size: 16px; line-height: 1.5; max-width: 600px; margin: 0 auto; padding: 16px; }
.mail p, .mail ul, .mail ol, .mail table { margin: 0 0 16px; }
.mail h1 { font-size: 22px; line-height: 1.3; margin: 0 0 16px; }
.mail h2 { font-size: 18px; margin: 24px 0 8px; }
.mail h3 { font-size: 16px; margin: 16px 0 8px; }
.mail a { color: #0b57d0; }
.mail th, .mail td { text-align: left; padding: 4px 12px 4px 0; vertical-align: top; }
.mail blockquote { margin: 0 0 16px; padding-left: 12px; border-left: 3px solid #888888; }
"""
_DARK: Final = "@media (prefers-color-scheme: dark) {.mail a {color: #8ab4f8 !important;}}"


@dataclass(frozen=True, slots=True)
class PaperStationery:
    """Writes mails with Jinja2 in a sandbox, Markdown, nh3 and css-inline."""

    texts: Path
    own: Path | None = None  # more languages, one folder each; they come before those built in

    def languages(self) -> Sequence[str]:
        """Return the languages there are texts in."""
        return sorted(
            {each.name for root in self._roots for each in root.iterdir() if each.is_dir()}
        )

    def built_in(self, purpose: Purpose, language: str) -> MailText:
        """Return the text that came with the application; see the port."""
        known = self.languages()
        for folder in (language, language.partition("-")[0], ENGLISH):
            for root in self._roots if folder in known else ():
                path = root / folder / f"{purpose}.md"
                if path.is_file():
                    return read_text_file(path.read_text(encoding="utf-8", errors="replace"))
        return MailText("{{ event }}", "{{ name }}\n")

    @property
    def _roots(self) -> Sequence[Path]:
        return [each for each in (self.own, self.texts) if each is not None and each.is_dir()]

    def fields(self, text: MailText) -> frozenset[str]:
        """Return the fields it uses; see the port."""
        from cpd_desktop.adapters.mail.sandbox import fields_in

        return fields_in(text.subject) | fields_in(text.body)

    def writer(self, text: MailText, language: str) -> SandboxedText:
        """Return what writes this text; see the port."""
        from cpd_desktop.adapters.mail.sandbox import compiled

        return SandboxedText(compiled(text.subject), compiled(text.body), language)

    def address(self, text: str) -> str:
        """Return an address as servers take it; see the port."""
        from email_validator import EmailNotValidError, validate_email

        plain = text.strip()
        if is_plain(plain):
            return plain
        try:
            found = validate_email(plain, check_deliverability=False, allow_smtputf8=False)
        except EmailNotValidError:
            found = None
        if found is None or not found.ascii_email or not is_plain(found.ascii_email):
            raise Invalid({"email": NOT_AN_ADDRESS.filled(address=header_line(text))})
        return found.ascii_email


@dataclass(frozen=True, slots=True)
class SandboxedText:
    """One text, laid out once for all to whom it says the same but for their values."""

    subject: Template
    body: Template
    language: str = ENGLISH
    _laid_out: dict[str, tuple[str, str]] = field(default_factory=dict, repr=False)

    def written(self, values: Mapping[str, object]) -> Rendered:
        """Return what the mail says; see the port."""
        from cpd_desktop.adapters.mail.sandbox import shown

        subject, body = shown(self.subject, values), shown(self.body, values)
        if body.text not in self._laid_out:
            self._laid_out[body.text] = _plain(body.text), _html(body.text, self.language)
        plain, html = self._laid_out[body.text]
        return Rendered(
            header_line(_filled(subject.text, subject.values)),
            _filled(plain, body.values),
            _filled_html(html, body.values),
            tuple(dict.fromkeys((*subject.missing, *body.missing))),
        )


def _filled(text: str, values: Sequence[str]) -> str:
    return _MARK.sub(lambda found: _value(found, values), text)


def _value(found: re.Match[str], values: Sequence[str]) -> str:
    number = int(found[1])
    return values[number] if number < len(values) else found[0]


def _filled_html(html: str, values: Sequence[str]) -> str:
    def link(found: re.Match[str]) -> str:
        address = _filled(found[1], values)
        return f'href="{escape(address)}"' if _ADDRESS.fullmatch(address) else ""

    def shown(found: re.Match[str]) -> str:
        value = _value(found, values)
        if _WEB.fullmatch(value):
            return f'<a href="{escape(value)}">{escape(value)}</a>'
        return escape(value).replace("\n", "<br>\n")

    linked = _LINKED.sub(link, html)
    return _MARK.sub(shown, linked)


def _html(text: str, language: str) -> str:
    import nh3
    from markdown import markdown

    made = markdown(text, extensions=["tables", "sane_lists", "nl2br"], output_format="html")
    clean = nh3.clean(
        made,
        tags=set(_TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )
    page = _PAGE.format(language=escape(language), dark=_DARK, body=clean)
    return _inliner().inline(page)


@lru_cache(maxsize=1)
def _inliner() -> CSSInliner:
    from css_inline import CSSInliner

    return CSSInliner(extra_css=_STYLE, keep_style_tags=True, load_remote_stylesheets=False)


def _plain(text: str) -> str:
    """Return the text for those who read no HTML: links written out, without marks of layout."""
    lines = re.sub(r"!?\[([^\]]*)\]\(([^)\s]+)[^)]*\)", r"\1: \2", text)
    lines = re.sub(r"^#{1,6}[ \t]+", "", lines, flags=re.MULTILINE)
    lines = re.sub(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", r"\2", lines)
    lines = re.sub(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])", r"\1", lines)
    return re.sub(r"\n{3,}", "\n\n", lines).strip() + "\n"
