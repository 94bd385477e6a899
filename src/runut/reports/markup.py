"""HTML as values: whatever is not `Markup` is neutralised and escaped."""

from __future__ import annotations

import re
from html import escape
from typing import TypeAlias
from urllib.parse import urlsplit

from runut.reports.plain import plain

Child: TypeAlias = "str | Markup | None"

_VOID = frozenset({"br"})
_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


def tag(name: str, *children: Child, **attributes: object) -> Markup:
    """An element.

    Attributes that are None or False are left out, True stands bare; `class_` means `class`, and an
    underscore within a name means a hyphen.
    """
    opened = f"<{name}{''.join(_attribute(key, value) for key, value in attributes.items())}>"
    return Markup(opened if name in _VOID and not children else f"{opened}{join(*children)}</{name}>")


def join(*children: Child) -> Markup:
    """Children one after the other."""
    return Markup("".join(child if isinstance(child, Markup) else safe(child) for child in children if child))


def safe(text: str) -> str:
    """Untrusted text as HTML text."""
    return escape(plain(text), quote=True)


def address(url: str | None) -> str | None:
    """An address that may be linked: http(s) only, without what a browser would read otherwise; else None."""
    if not url or plain(url) != url or any(c.isspace() or c in "\\<>\"'`" for c in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def language_tag(code: str) -> str | None:
    """A language for `lang`; None when there is none to tell."""
    return code if _TAG.fullmatch(code) and code != "und" else None


def _attribute(key: str, value: object) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{safe(str(value))}"'
