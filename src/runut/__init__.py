"""Runut: where did this news page come from, and can I stand on it?

`runut.read` reads a page, `runut.attribute` the statements of a text:

```python
record = runut.read("page.html")
found = runut.attribute("“Harga turun,” kata Sari.", language="id")
```
"""

from runut.api import attribute, locate, read
from runut.errors import RunutError
from runut.version import __version__
from runut.vocabulary import (
    Article,
    Attribution,
    Capture,
    Doubt,
    Evidence,
    Record,
    Relay,
    Span,
    Statement,
)

__all__ = [
    "Article",
    "Attribution",
    "Capture",
    "Doubt",
    "Evidence",
    "Record",
    "Relay",
    "RunutError",
    "Span",
    "Statement",
    "__version__",
    "attribute",
    "locate",
    "read",
]
