"""Time cold starts of the command line and its peak memory.

    python bench/start.py [--rounds N]

Every run is a new process; the median of the rounds counts. Memory is the largest resident size of any of them.
"""

import argparse
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

DEMO = Path(__file__).resolve().parent.parent / "src" / "runut" / "demo"
RUNUT = Path(sys.executable).parent / "runut"


def cold(words: tuple[str, ...], rounds: int) -> float:
    """Seconds from start to end of `runut` with these words; the median."""
    return statistics.median(once(words) for _ in range(rounds))


def once(words: tuple[str, ...]) -> float:
    """Seconds of one run. Raises CalledProcessError when it fails."""
    start = time.perf_counter()
    subprocess.run([RUNUT, *words], check=True, capture_output=True)
    return time.perf_counter() - start


def largest() -> float:
    """Peak resident memory over all runs so far, in MB."""
    size = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    # Linux counts in KiB, macOS in bytes.
    return size * (1 if sys.platform == "darwin" else 1024) / 1e6


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Time cold starts of the command line and its peak memory.")
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    page = str(next(file for file in sorted(DEMO.rglob("*.html"))))
    commands = (("--help",), ("read", page), ("read", "--json", page))
    print(f"{'what':34}{'seconds':>12}{'peak MB':>12}")
    for words in commands:
        name = " ".join(("runut", *words)).replace(page, "PAGE")
        print(f"{name:34}{cold(words, rounds):>12.3f}{largest():>12.1f}")


if __name__ == "__main__":
    main()
