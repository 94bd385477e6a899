"""The demo story: a small newsroom of invented outlets, people and events, bundled with the package.

Its pages have the anatomy of real ones. `gold/` beside them holds what a careful editor finds in them:
`pages.jsonl` the anatomy, `statements.jsonl` who said what, `story.gold.json` who copied whom.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec
from msgspec import Struct

__all__ = ["DemoPage", "pages"]


@dataclass(frozen=True, slots=True)
class DemoPage:
    """One page of the demo story."""

    name: str
    """File name within `pages`; it begins with the page's place in the story."""
    outlet: str
    shows: dict[str, str]
    """What there is to see in it, one sentence for each language of the interface (`id`, `en`)."""
    path: Traversable
    """Where it is; inside a zipped package too, so read it with `path.read_bytes()`."""


class ListedPage(Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of `newsroom.toml`."""

    file: str
    outlet: str
    shows: dict[str, str]


class Newsroom(Struct, frozen=True, forbid_unknown_fields=True):
    """Shape of `newsroom.toml`."""

    page: tuple[ListedPage, ...]


@cache
def pages() -> tuple[DemoPage, ...]:
    """Give the pages of the demo story in the order in which it is told."""
    folder = files(__name__)
    newsroom = msgspec.toml.decode((folder / "newsroom.toml").read_bytes(), type=Newsroom)
    return tuple(DemoPage(p.file, p.outlet, p.shows, folder / "pages" / p.file) for p in newsroom.page)
