"""Who said what: from an article's text to its statements."""

from runut.statements.attributing import Reader, attribute
from runut.statements.scene import Scene, survey

__all__ = ["Reader", "Scene", "attribute", "survey"]
