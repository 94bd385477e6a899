"""Who said what: from an article's text to its statements."""

from runut.statements.attributing import attribute
from runut.statements.scene import Scene, survey

__all__ = ["Scene", "attribute", "survey"]
