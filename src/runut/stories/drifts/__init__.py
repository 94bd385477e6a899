"""What changed on the way from a source to its copy: numbers, cautions, quotes, speakers, what was left out.

Sentences that say the same are found first (`pairing`); each kind of change is looked for in a module of its own.
"""

from runut.stories.drifts.comparing import drifts
from runut.stories.drifts.drift import Drift, DriftKind

__all__ = ["Drift", "DriftKind", "drifts"]
