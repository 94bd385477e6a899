"""How much of an input is read, before and after unpacking."""

RAW_BYTES = 50_000_000
"""The largest input, in bytes; also the largest page inside a packed one. News pages stay under 3 MB."""

STEP = 1 << 16
"""Bytes read or unpacked at a time: small enough to stop soon after a limit, large enough to be fast."""

HEAD = 1 << 16
"""Bytes at the start of a page in which a tool that saved it leaves its mark."""


def megabytes(count: int) -> str:
    """Say a number of bytes for a person: `50 MB`, `0.5 MB`."""
    return f"{count / 1_000_000:.3g} MB"
