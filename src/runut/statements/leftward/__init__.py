"""What one more word to the left does to the source phrase that is being read before a cue."""

from runut.statements.leftward.step import Step
from runut.statements.leftward.stepping import step

__all__ = ["Step", "step"]
