"""Where in a text something stands."""

from typing import TypeAlias

Span: TypeAlias = tuple[int, int]
"""Half-open `[start, end)`, counted in Unicode code points of the article's `text`."""
