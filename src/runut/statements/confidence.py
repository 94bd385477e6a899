"""How sure a statement is, from how it was read."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

# What is said of a way of reading that was never measured.
UNMEASURED = 0.5


def confidence(language: str, frame: str, rule: str) -> float:
    """How likely a statement read in this frame, its speaker found by this rule, is right in content and speaker.

    The share that was right on the training articles of that language, as `confidence.toml` keeps it.
    """
    shares = _shares().get(language, {})
    return shares.get(f"{frame}/{rule}", shares.get(frame, UNMEASURED))


@cache
def _shares() -> dict[str, dict[str, float]]:
    content = (files("runut.statements") / "confidence.toml").read_text(encoding="utf8")
    return tomllib.loads(content)
