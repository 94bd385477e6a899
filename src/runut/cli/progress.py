"""Progress of long work, on stderr and only where a person watches."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
# Short work shows nothing; after that a person wants to know.
PATIENCE = 1.0
EVERY = 0.5


def counted(items: Iterable[Item], what: str) -> Iterator[Item]:
    """Pass items on, and keep one line on stderr that tells how many there were and how fast they come."""
    begun = shown = time.monotonic()
    watched = sys.stderr.isatty()
    number = 0
    for number, item in enumerate(items, start=1):
        yield item
        now = time.monotonic()
        if watched and now - begun > PATIENCE and now - shown > EVERY:
            shown = now
            sys.stderr.write(f"\r{number} {what}, {number / (now - begun):.1f} a second ")
            sys.stderr.flush()
    if watched and shown > begun:
        sys.stderr.write("\r" + " " * 60 + "\r")
