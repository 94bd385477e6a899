"""Short forms of offices and what they stand for, of all languages that are read here."""

from __future__ import annotations

from functools import cache

from runut.languages import load_pack, served


@cache
def offices() -> dict[str, str]:
    """By each short form in lower case, the office in full (*menlu*)."""
    packs = [load_pack(code) for code in sorted(served())]
    return {short: full for pack in packs for short, full in pack.sources.short_titles.items()}
