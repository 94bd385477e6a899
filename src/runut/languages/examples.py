"""`examples.toml`: short texts and what is said in them; every one is a test, and shows how the language is read."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct

from runut.vocabulary import Act, Manner


class Said(Struct, frozen=True, forbid_unknown_fields=True):
    """One statement of an example; what is None is not looked at."""

    words: str
    """The words of the content, its pieces joined by a space; empty for a silence without a topic."""
    source: str | None = None
    """The source beside the cue; an empty string says that none stands there."""
    speaker: str | None = None
    """Who it is; an empty string says that nobody can be told."""
    act: Act | None = None
    manner: Manner | None = None
    via: tuple[str, ...] | None = None
    """Through whom it came."""


class Example(Struct, frozen=True, forbid_unknown_fields=True):
    """A text with all its statements in order; none when the text only narrates."""

    text: str
    says: tuple[Said, ...]


class Examples(Struct, frozen=True, forbid_unknown_fields=True, rename={"examples": "example"}):
    """Shape of `examples.toml`."""

    examples: tuple[Example, ...]


@cache
def load_examples(code: str) -> tuple[Example, ...]:
    """The examples of a language. Reading never needs them, so they are no part of its pack."""
    content = (files("runut.languages") / code / "examples.toml").read_bytes()
    return msgspec.toml.decode(content, type=Examples).examples
