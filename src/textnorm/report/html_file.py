"""A whole HTML page: one file, no script, no network, and a policy that says so."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from html import escape
from importlib.resources import files

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="same-origin">
<title>{title}</title>
<link rel="icon" href="data:,">
<style>{style}</style>
</head>
<body>
{body}
</body>
</html>
"""


def style_sheet(extra: str = "") -> str:
    """Return the style of every page, and a few rules of this one."""
    return files(__package__).joinpath("style.css").read_text(encoding="utf-8") + extra


def policy(style: str, form: str = "'none'") -> str:
    """Return what the page may do: use this one style, and nothing else; *form*: where a form may go."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action {form}"
    )


def policy_header() -> str:
    """Return the same for a server's header: what is true of every page, whatever its style."""
    return "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"


def document(title: str, body: str, extra_style: str = "", form: str = "'none'") -> str:
    """Return the page; *body* is HTML, *title* is text."""
    style = style_sheet(extra_style)
    return _PAGE.format(title=escape(title), body=body, style=style, policy=policy(style, form))
