"""From a page to the anatomy of its article."""

from runut.articles.labels import label
from runut.articles.recovery import recover
from runut.articles.typed import BODY, BlockKind, TypedBlock

__all__ = ["BODY", "BlockKind", "TypedBlock", "label", "recover"]
