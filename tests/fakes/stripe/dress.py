"""The dress of every page."""

from __future__ import annotations

from html import escape

from tests.fakes.zoom.wire import Answer, as_page

STYLE = (
    "body{font:16px sans-serif;max-width:28rem;margin:3rem auto;color:#1a1f36}"
    "form,p,li{margin:.8rem 0}label{display:block}input{font:inherit;padding:.4rem;width:100%;"
    "box-sizing:border-box}button,a.button{font:inherit;padding:.5rem 1rem;display:inline-block}"
    ".wrong{color:#b3093c}"
)


def page(title: str, body: str, status: int = 200) -> Answer:
    return as_page(
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{STYLE}</style></head><body><h1>{escape(title)}</h1>{body}</body></html>",
        status,
    )
