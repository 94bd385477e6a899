"""Check that the built documentation loads nothing from elsewhere.

    python quality/built.py

Prints what would be fetched and exits 1 if there is any.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

SITE = Path(__file__).resolve().parent.parent / "site"
LOADS = re.compile(
    r"<(?:script|img|iframe|source)\b[^>]*?\ssrc=\"?((?:https?:)?//[^\s\">]+)"
    r"|<link\b(?![^>]*\brel=\"?canonical)[^>]*?\shref=\"?((?:https?:)?//[^\s\">]+)"
    r"|@import\s+(?:url\()?[\"']?((?:https?:)?//[^\s\"')]+)"
    r"|url\([\"']?((?:https?:)?//[^\s\"')]+)"
)


def loads(text: str) -> Iterator[str]:
    """Addresses that a browser would fetch from elsewhere for this page or style sheet."""
    yield from (next(filter(None, match.groups())) for match in LOADS.finditer(text))


def survey(site: Path) -> Iterator[str]:
    """All that the site would fetch from elsewhere, with the file that asks for it."""
    for path in sorted(site.rglob("*")):
        if path.suffix in {".html", ".css"}:
            yield from (f"{path.relative_to(site)}: {address}" for address in loads(path.read_text(encoding="utf-8")))


def main() -> int:
    """Print what would be fetched; 1 when there is any, or no site."""
    if not (SITE / "index.html").exists():
        print("site: not built")
        return 1
    found = list(survey(SITE))
    print("\n".join(found) or "site: loads nothing from elsewhere")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
