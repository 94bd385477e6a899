"""The words of the desk in the browser: those of the reports, and its own in `texts/*.toml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
from msgspec.structs import replace

from runut.reports.texts import Interface, Texts, load_texts

LANGUAGES: tuple[Interface, ...] = ("id", "en")
# Readers of Malay read Indonesian sooner than English.
_MEANS: dict[str, Interface] = {"id": "id", "ms": "id", "jv": "id", "su": "id", "en": "en"}


@cache
def texts(language: Interface) -> Texts:
    """All texts of the desk in one language."""
    reports = load_texts(language)
    return replace(reports, entries={**reports.entries, **own(language)})


@cache
def own(language: Interface) -> Mapping[str, str]:
    """The desk's own texts, under keys such as `nav.search`."""
    content = (files("runut.web") / "texts" / f"{language}.toml").read_bytes()
    return dict(_flat(msgspec.toml.decode(content), ""))


def preferred(accepted: str) -> Interface:
    """The language that a browser would rather have, by its `Accept-Language`; Indonesian where it tells nothing.

    Whoever asks for none of the desk's languages gets English.
    """
    if not accepted.strip() or accepted.strip() == "*":
        return "id"
    wanted = sorted(_ranked(accepted), key=lambda pair: -pair[1])
    return next((_MEANS[code] for code, weight in wanted if code in _MEANS and weight > 0), "en")


def _ranked(accepted: str) -> Iterator[tuple[str, float]]:
    for part in accepted[:500].split(","):
        code, _, weight = part.partition(";q=")
        try:
            yield code.strip().lower().partition("-")[0], float(weight or 1)
        except ValueError:
            continue


def _flat(tree: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, str]]:
    for name, value in tree.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield prefix + name, value
