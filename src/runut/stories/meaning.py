"""How much two texts mean the same, whatever their language: given from outside, since it takes a learned model."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Meaning = Callable[[str], NDArray[np.float32]]
"""The unit vector of a text."""
