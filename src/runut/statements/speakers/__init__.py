"""Who the source of a statement is, resolved through the whole article."""

from runut.statements.speakers.resolving import resolve
from runut.statements.speakers.speaker import Speaker

__all__ = ["Speaker", "resolve"]
