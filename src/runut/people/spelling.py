"""Whether two words are one name, once with a slip of the pen."""

from __future__ import annotations


def is_near(left: str, right: str) -> bool:
    """One letter is left out, put in, exchanged for another, or swapped with the next one; both begin alike."""
    if left == right or abs(len(left) - len(right)) > 1 or left[:1] != right[:1]:
        return False
    start = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    left, right = left[start:], right[start:]
    swapped = left[1::-1] == right[:2] and left[2:] == right[2:]
    return swapped or left[1:] == right[1:] or left[1:] == right or left == right[1:]
