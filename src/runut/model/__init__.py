"""The learned reader: statements of a text as a small encoder marks them, in any language, and the text's vector.

    from runut.model import embed, encode, read
    found = read(prose)
    near = embed(prose) @ embed(another)

    passed = encode(prose)  # both of one pass
    passed.found("id"), passed.vector()

The model is files of this package that are loaded when they are first asked for; onnxruntime runs it on one core.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from runut.model.found import Found
from runut.model.limits import Limits
from runut.text import Prose

if TYPE_CHECKING:
    from runut.model.decoding import Floats
    from runut.model.reading import Reading
    from runut.model.scanning import Scan

__all__ = ["Found", "Limits", "Pass", "embed", "encode", "read"]


@dataclass(frozen=True, slots=True, eq=False)
class Pass:
    """What one pass of the encoder over a text gives."""

    prose: Prose
    seen: Scan

    def found(self, language: str | None = None) -> list[Found]:
        """All statements of the text; see `read`."""
        return self.reading(language).found

    def reading(self, language: str | None = None) -> Reading:
        """All statements of the text, and how likely each word belongs to a cue."""
        from runut.model.reading import mark
        from runut.model.weights import weights

        network = weights()
        return mark(self.prose, self.seen, network, network.limits(language))

    def vector(self) -> Floats:
        """The text's vector; see `embed`."""
        from runut.model.vectors import space

        return space().vector(self.seen)


def encode(prose: Prose) -> Pass:
    """Run the encoder over a text once, for whatever is then asked of it.

    Raises UsageFault when this installation has no model.
    """
    from runut.model.scanning import scan
    from runut.model.weights import weights

    return Pass(prose, scan(prose, weights()))


def read(prose: Prose, language: str | None = None) -> list[Found]:
    """Mark all statements of a text, in the order of their places; speakers are left open.

    `language` is the text's BCP 47 code; it only chooses the limits measured for that language, where there are any.
    Raises UsageFault when this installation has no model.
    """
    return encode(prose).found(language)


def embed(prose: Prose) -> Floats:
    """The text's vector, of length one: the dot product of two tells how near their texts are, in any languages.

    Texts that have nothing to do with each other are at about 0. A text without words has zeros.
    Raises UsageFault when this installation has no model.
    """
    return encode(prose).vector()
