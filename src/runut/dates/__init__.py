"""When things happened, and when the page says it was published."""

from runut.dates.anchors import Anchor, resolve_against
from runut.dates.clock import read_time
from runut.dates.find import find_dates
from runut.dates.zones import find_zone

__all__ = ["Anchor", "find_dates", "find_zone", "read_time", "resolve_against"]
