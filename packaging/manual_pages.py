"""Makes the pages of the manual, with its search, from docs/manual; runs in .venv."""

from __future__ import annotations

import html
import json
import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from string import Template

import markdown

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "docs" / "manual"
SITE = SOURCE / "site"

_ENTRY = re.compile(r"^- \[(?P<title>[^\]]+)\]\((?P<name>[a-z-]+)\.md\)", re.MULTILINE)
_LINK = re.compile(r'href="(?P<name>[a-z-]+)\.md(?P<part>#[^"]*)?"')
_HEADING = re.compile(r'<h(?P<level>[12]) id="(?P<id>[^"]+)">(?P<text>.*?)</h\1>')
_INLINE = re.compile(r"</?(?:a|code|em|kbd|strong)\b[^>]*>")
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the manual: its name in addresses, its title and what it says."""

    name: str
    title: str
    body: str

    def found_by(self) -> list[dict[str, str]]:
        """Return its sections as the search knows them."""
        marks = list(_HEADING.finditer(self.body))
        ends = [*(each.start() for each in marks[1:]), len(self.body)]
        return [
            {
                "page": self.title,
                "title": _plain(mark["text"]),
                "href": f"{self.name}.html#{mark['id']}",
                "text": _plain(self.body[mark.end() : end]),
            }
            for mark, end in zip(marks, ends, strict=True)
        ]


def build(into: Path) -> None:
    """Write the whole manual into the folder; what lay there goes."""
    shutil.rmtree(into, ignore_errors=True)
    into.mkdir(parents=True)
    pages = read_pages()
    frame = Template((SITE / "page.html").read_text(encoding="utf-8"))
    for page in pages:
        shown = frame.substitute(
            title=html.escape(page.title), body=page.body, contents=_contents(pages, page)
        )
        (into / f"{page.name}.html").write_text(shown, encoding="utf-8")
    sections = [section for page in pages for section in page.found_by()]
    # A script and not a file of data: a page opened from the disk may not read other files.
    known = f"const SECTIONS = {json.dumps(sections, ensure_ascii=False)};\n"
    (into / "sections.js").write_text(known, encoding="utf-8")
    for name in ("manual.css", "search.js"):
        shutil.copyfile(SITE / name, into / name)
    shutil.copytree(SOURCE / "pictures", into / "pictures")


def read_pages() -> list[Page]:
    """Return the pages: the first one, then those that it lists, in its order."""
    first = (SOURCE / "index.md").read_text(encoding="utf-8")
    names = ["index", *(entry["name"] for entry in _ENTRY.finditer(first))]
    return [_read(name) for name in names]


def _read(name: str) -> Page:
    text = (SOURCE / f"{name}.md").read_text(encoding="utf-8")
    body = markdown.markdown(text, extensions=["tables", "toc", "fenced_code"])
    body = _LINK.sub(lambda found: f'href="{found["name"]}.html{found["part"] or ""}"', body)
    return Page(name, text.partition("\n")[0].removeprefix("# "), body)


def _contents(pages: list[Page], here: Page) -> str:
    current = ' aria-current="page"'
    return "\n".join(
        f'<li><a href="{page.name}.html"{current if page is here else ""}>'
        f"{html.escape(page.title)}</a></li>"
        for page in pages
    )


def _plain(text: str) -> str:
    return html.unescape(" ".join(_TAG.sub(" ", _INLINE.sub("", text)).split()))


if __name__ == "__main__":
    build(Path(sys.argv[1]))
