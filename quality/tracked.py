"""Check that nothing stands in the repository that belongs to one machine or to somebody else.

    python quality/tracked.py

Reads every file that git tracks or would track, prints what must go and exits 1 if there is any.
"""

import hashlib
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LARGEST = 1_000_000
"""Bytes; a larger file is data or a build product."""
MODELS = {Path("src/runut/model/data/reader.zip"): 40_000_000}
"""Weights that the wheel carries, and how large each may become."""

# The hosts of package registries, each by the beginning of its SHA-256: written out, this file itself would name them.
REGISTRIES = frozenset(
    {
        "a4aa2ac280bb8d1a",
        "8b5bb5eb9d758455",
        "0dc11026ac75c015",
        "e680c440a2e92079",
        "789e46d79514e280",
        "00a7dc5a0cc38858",
    }
)
LONGEST_HOST = 3
"""Labels of the longest of them; what stands before or behind them belongs to a longer name or a path."""
HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.ASCII | re.IGNORECASE)
INDEX = re.compile(r"^\s*--?(?:extra-)?(?:index-url|find-links|i|f)\s", re.MULTILINE)
MACHINE = re.compile(r"(?<![\w.:])/(?:work|root|opt|Users)/\w|(?<![\w.:])/home/\w+/[\w.]")
# In a page an address may begin with any folder name.
MACHINE_IN_PAGE = re.compile(r"file:///(?:work|root|home|opt|Users)/")
SECRET = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_\w{36}|\bxox[abprs]-\w{10}"
    r"|\bsk-\w{32}|\beyJ[\w-]{16,}\.eyJ[\w-]{16,}\."
)
PAGE = {".html", ".htm", ".mhtml"}


def faults(path: Path, text: str) -> Iterator[str]:
    """Say what in a file must not stand there, one line each with its place."""
    machine = MACHINE_IN_PAGE if path.suffix in PAGE else MACHINE
    found = [("registry address", match) for match in HOST.finditer(text) if is_registry(match.group())]
    for kind, pattern in (("registry address", INDEX), ("machine path", machine), ("secret", SECRET)):
        found += [(kind, match) for match in pattern.finditer(text)]
    for kind, match in found:
        line = text.count("\n", 0, match.start()) + 1
        yield f"{path}:{line}: {kind}"


@cache
def is_registry(name: str) -> bool:
    """Whether a dotted name is the host of a package registry, or has one within it."""
    labels = name.lower().split(".")
    runs = (labels[at:end] for end in range(2, len(labels) + 1) for at in range(max(0, end - LONGEST_HOST), end - 1))
    return any(run[-1].isalpha() and fingerprint(".".join(run)) in REGISTRIES for run in runs)


def fingerprint(host: str) -> str:
    """By which a host is known here."""
    return hashlib.sha256(host.encode()).hexdigest()[:16]


def tracked(root: Path) -> Iterator[Path]:
    """All files that are in the repository or would be with the next commit, relative to its root."""
    command = ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listing = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    yield from (Path(name) for name in sorted(set(listing.split("\0"))) if name and (root / name).is_file())


def survey(root: Path) -> Iterator[str]:
    """All that must go, over the whole repository."""
    for path in tracked(root):
        content = (root / path).read_bytes()
        if len(content) > (most := MODELS.get(path, LARGEST)):
            yield f"{path}: larger than {most:,} bytes"
        yield from faults(path, content.decode("utf-8", errors="replace"))


def main() -> int:
    """Print what must go; 1 when there is any."""
    found = list(survey(ROOT))
    print("\n".join(found) or "tracked files: no registry address, machine path or secret")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
