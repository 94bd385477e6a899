"""The learned reader: statements of a text as a small encoder marks them, in any language.

    from runut.model import read
    found = read(prose)

The model is a file of this package that is loaded when it is first asked for; onnxruntime runs it on one core.
"""

from runut.model.found import Found
from runut.model.limits import Limits
from runut.text import Prose

__all__ = ["Found", "Limits", "read"]


def read(prose: Prose, language: str | None = None) -> list[Found]:
    """Mark all statements of a text, in the order of their places; speakers are left open.

    `language` is the text's BCP 47 code; it only chooses the limits measured for that language, where there are any.
    Raises UsageFault when this installation has no model.
    """
    from runut.model import reading
    from runut.model.weights import weights

    network = weights()
    return reading.read(prose, network, network.limits(language))
