"""Decompression that stops at a limit: what a small input may become is decided here, not by it."""

import zlib
from collections.abc import Iterable, Iterator

from runut.capture.limits import STEP, megabytes
from runut.errors import TooLarge, Unreadable

GZIP = b"\x1f\x8b"

# A gzip file may hold several members one after the other; thousands of empty ones only cost time.
_MEMBERS = 4_096


def gunzip(content: bytes, limit: int) -> bytes:
    """The bytes inside a gzip file, at most `limit`; raises `TooLarge` or `Unreadable`."""
    slices = (content[start : start + STEP] for start in range(0, len(content), STEP))
    return gather(inflate(slices, "gzip"), limit)


def gather(pieces: Iterable[bytes], limit: int) -> bytes:
    """Join pieces; `TooLarge` as soon as they are more than `limit` bytes."""
    kept = []
    room = limit
    for piece in pieces:
        room -= len(piece)
        if room < 0:
            raise TooLarge(f"The page is larger than {megabytes(limit)} when unpacked, which is the limit.")
        kept.append(piece)
    return b"".join(kept)


def inflate(pieces: Iterable[bytes], coding: str) -> Iterator[bytes]:
    """Unpack a stream piece by piece, each result at most some 100 kB.

    `coding` is an HTTP content coding: `gzip`, `deflate`, `br` or `identity`. Raises `Unreadable` for
    others (also for several at once), and for damaged data.
    """
    name = coding.strip().lower().removeprefix("x-")
    if name in ("", "identity"):
        return iter(pieces)
    if name == "gzip":
        return _gzip(pieces)
    if name == "deflate":
        return _deflate(pieces)
    if name == "br":
        return _brotli(pieces)
    raise Unreadable(f"The page is packed as {name[:40]!r}, which Runut does not read.")


def _gzip(pieces: Iterable[bytes]) -> Iterator[bytes]:
    engine = zlib.decompressobj(zlib.MAX_WBITS | 16)
    members = 1
    for piece in pieces:
        yield from _drain(engine, piece)
        while engine.eof and (rest := engine.unused_data):
            if rest[:1] != GZIP[:1]:
                return  # What follows the last member is padding.
            members += 1
            if members > _MEMBERS:
                raise TooLarge(f"The gzip data has more than {_MEMBERS} members, the limit for one page.")
            engine = zlib.decompressobj(zlib.MAX_WBITS | 16)
            yield from _drain(engine, rest)
    yield from _finish(engine)


def _deflate(pieces: Iterable[bytes]) -> Iterator[bytes]:
    engine = None
    for piece in pieces:
        if engine is None and piece:
            # RFC 9110 means the zlib format; some servers send the bare stream.
            engine = zlib.decompressobj(zlib.MAX_WBITS if piece[0] & 15 == 8 else -zlib.MAX_WBITS)
        if engine is not None:
            yield from _drain(engine, piece)
    if engine is not None:
        yield from _finish(engine)


def _drain(engine: "zlib._Decompress", piece: bytes) -> Iterator[bytes]:
    while piece and not engine.eof:
        try:
            out = engine.decompress(piece, STEP)
        except zlib.error as fault:
            raise Unreadable(f"The compressed data is damaged ({fault}); get the page again.") from None
        if out:
            yield out
        piece = engine.unconsumed_tail


def _finish(engine: "zlib._Decompress") -> Iterator[bytes]:
    # All input is consumed, so what is left here is the tail of one match.
    yield engine.flush()
    if not engine.eof:
        raise Unreadable("The compressed data ends too early; get the page again.")


def _brotli(pieces: Iterable[bytes]) -> Iterator[bytes]:
    import brotli

    engine = brotli.Decompressor()
    try:
        for piece in pieces:
            out = engine.process(piece, output_buffer_limit=STEP)
            while out:
                yield out
                out = engine.process(b"", output_buffer_limit=STEP)
    except brotli.error:
        raise Unreadable("The compressed data is damaged; get the page again.") from None
    if not engine.is_finished():
        raise Unreadable("The compressed data ends too early; get the page again.")
