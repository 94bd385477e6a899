"""Check that requirements.lock is what pyproject.toml asks for.

    python quality/lock.py --uv PATH

Without network: every requirement is in the lock with a version that it allows, and every entry has a digest.
With network also: resolving again, with the locked versions preferred, changes nothing.
"""

import argparse
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
ENTRY = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)((?:.*\\\n)*.*)", re.MULTILINE)
RESOLVE = (
    "pip",
    "compile",
    "--quiet",
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-emit-index-url",
    "--custom-compile-command=make lock",
    "--group=dev",
    "pyproject.toml",
)
NO_NETWORK = re.compile(r"error sending request|failed to fetch|could not connect|dns error|offline", re.IGNORECASE)


def requirements(project: dict[str, Any]) -> Iterator[Requirement]:
    """What the project asks for: to run, and to work on it."""
    wanted = [*project["project"]["dependencies"]]
    wanted += [line for group in project["dependency-groups"].values() for line in group if isinstance(line, str)]
    yield from map(Requirement, wanted)


def faults(project: dict[str, Any], lock: str) -> Iterator[str]:
    """Say where lock and project disagree."""
    entries = {canonicalize_name(m[1]): (m[2], m[3]) for m in ENTRY.finditer(lock)}
    for name, (_, rest) in entries.items():
        if "--hash=sha256:" not in rest:
            yield f"{name} has no digest"
    for wanted in requirements(project):
        entry = entries.get(canonicalize_name(wanted.name))
        if entry is None:
            yield f"{wanted.name} is not locked"
        elif not wanted.specifier.contains(entry[0], prereleases=True):
            yield f"{wanted} does not allow the locked {entry[0]}"


def resolved(uv: str, lock: str) -> str | None:
    """The lock as it would be made now from the same versions; None when no registry is reached.

    Raises SystemExit when the requirements cannot be met.
    """
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / LOCK.name
        output.write_text(lock, encoding="utf-8")
        command = [uv, *RESOLVE, f"--output-file={output}"]
        run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if run.returncode == 0:
            return output.read_text(encoding="utf-8")
    if NO_NETWORK.search(run.stderr):
        return None
    raise SystemExit(run.stderr)


def main() -> int:
    """Print where the lock is stale; 1 when it is."""
    parser = argparse.ArgumentParser(description="Check that requirements.lock is what pyproject.toml asks for.")
    parser.add_argument("--uv", required=True, type=Path)
    uv = str(parser.parse_args().uv.absolute())
    lock = LOCK.read_text(encoding="utf-8")
    found = list(faults(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8")), lock))
    again = None if found else resolved(uv, lock)
    if again not in {None, lock}:
        found.append("resolving again gives another lock")
    how = "against pyproject.toml only, no registry was reached" if again is None else "by resolving again"
    print("\n".join([*found, "run `make lock`"]) if found else f"lock: current ({how})")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
