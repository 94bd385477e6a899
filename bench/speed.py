"""Time reading and attribution, in one process on one core.

    python bench/speed.py [--rounds N]

After a warm-up each set is run `--rounds` times; the median counts. Pages go from bytes to the whole record; texts
of about 350 words go through attribution alone.
"""

import argparse
import os
import statistics
import time
from collections.abc import Callable, Sequence
from typing import TypeVar

import runut
from runut import flow
from texts import demo_pages, demo_texts, shared_pages, shared_texts

Item = TypeVar("Item")


def rate(work: Callable[[Item], object], items: Sequence[Item], rounds: int) -> float:
    """Items a second: the median over the rounds, after one round that does not count."""
    return len(items) / statistics.median(seconds(work, items) for _ in range(rounds + 1)) if items else 0.0


def seconds(work: Callable[[Item], object], items: Sequence[Item]) -> float:
    """Time that one pass takes, in seconds."""
    start = time.perf_counter()
    for item in items:
        work(item)
    return time.perf_counter() - start


def attribute(text: str) -> object:
    """Attribution of one Indonesian text by rules."""
    return runut.attribute(text, language="id", published="2025-06-20", reader="rules")


def one_core() -> None:
    """Stay on one core where the system lets us."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Time reading and attribution, in one process on one core.")
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    one_core()
    print(f"{'what':34}{'items':>8}{'a second':>12}")
    for name, pages in (("pages: demo story", demo_pages()), ("pages: development", shared_pages())):
        show(name, len(pages), rate(flow.read, pages, rounds))
    for name, texts in (("articles: demo story", demo_texts()), ("articles: development", shared_texts())):
        show(name, len(texts), rate(attribute, texts, rounds))


def show(name: str, count: int, speed: float) -> None:
    """Print one line of the table; a set that is not here says so."""
    print(f"{name:34}{count:>8}{speed:>12,.1f}" if count else f"{name:34}{'not here':>20}")


if __name__ == "__main__":
    main()
