"""A crawl of any size: the development pages, or those of the demo where there are none, varied in a fixed way.

In turn n other words of the same length stand for most of the rarer ones, the same for the same, and each page has an
address of its own; so vocabulary and shingles grow as they do. Every fifth turn has nearly the words of the one before:
its pages are copies. Files are WARC, packed record by record, as crawlers make them.
"""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from texts import DEMO, ROOT, SHARED

FOLDER = ROOT / "build" / "crawl"
A_FILE = 5_000
"""Pages of one WARC."""
COPIED = 5
# What is frequent carries the grammar and the cues: without it nothing would be attributed.
FREQUENT = 400
_MARKUP = re.compile(
    rb"(<script(?![^>]*ld\+json)\b.*?</script>|<style\b.*?</style>|<[^>]*>)", re.DOTALL | re.IGNORECASE
)
_WORD = re.compile(rb"\b[a-z]{4,14}\b")
_CANONICAL = re.compile(rb"<link[^>]+rel=[\"']?canonical[\"']?[^>]*href=[\"']([^\"']+)[\"']", re.IGNORECASE)


@cache
def originals() -> tuple[bytes, ...]:
    """The pages at hand."""
    folder = SHARED / "pages" if (SHARED / "pages").exists() else DEMO / "pages"
    found = sorted(path for path in folder.rglob("*") if path.name.endswith((".html", ".html.gz")))
    return tuple(gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes() for path in found)


@cache
def stock() -> tuple[frozenset[bytes], dict[int, list[bytes]]]:
    """The words that stay, and by length those that stand for others."""
    counted = Counter(word for page in originals() for part in _MARKUP.split(page)[::2] for word in _WORD.findall(part))
    kept = frozenset(word for word, _ in counted.most_common(FREQUENT))
    others: defaultdict[int, list[bytes]] = defaultdict(list)
    for word in sorted(counted):
        if word not in kept:
            others[len(word)].append(word)
    return kept, others


def page(number: int) -> tuple[str, bytes]:
    """Page number n: its address and its content."""
    pages = originals()
    turn, content = number // len(pages), pages[number % len(pages)]
    parts = _MARKUP.split(content)
    parts[::2] = [_WORD.sub(lambda found: _other(found[0], turn), part) for part in parts[::2]]
    content = b"".join(parts)
    address = f"https://media-{number % len(pages)}.example/{turn}/{number}"
    canonical = _CANONICAL.search(content)
    return address, content.replace(canonical[1], address.encode()) if canonical else content


def _other(word: bytes, turn: int) -> bytes:
    """What stands for a word in a turn; of a copy nineteen words in twenty are those of the turn before."""
    kept, others = stock()
    if word in kept or not others[len(word)]:
        return word
    is_copy = turn % COPIED == COPIED - 1 and zlib.crc32(word, turn) % 20
    mixed = zlib.crc32(word, turn - 1 if is_copy else turn)
    return others[len(word)][mixed // 5 % len(others[len(word)])] if mixed % 5 < 3 else word


def write(count: int, folder: Path = FOLDER) -> list[Path]:
    """The WARC files of the first pages, made where they are not there yet."""
    folder.mkdir(parents=True, exist_ok=True)
    starts = range(0, count, A_FILE)
    files = [folder / f"{start:07d}-{min(A_FILE, count - start)}.warc.gz" for start in starts]
    with ProcessPoolExecutor() as workers:
        list(workers.map(_write, files, starts))
    return files


def _write(path: Path, start: int) -> None:
    if path.exists():
        return
    draft = path.with_suffix(".part")
    with draft.open("wb") as stream:
        for number in range(start, start + int(path.name.split("-")[1].split(".")[0])):
            stream.write(_record(*page(number)))
    draft.rename(path)


def _record(address: str, content: bytes) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    head = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    facts = {"WARC-Date": "2026-03-12T02:15:00Z"}
    record = writer.create_warc_record(
        address, "response", io.BytesIO(content), length=len(content), http_headers=head, warc_headers_dict=facts
    )
    writer.write_record(record)
    return out.getvalue()


def articles(texts: Sequence[str], count: int) -> Iterator[tuple[int, str]]:
    """Texts varied likewise, up to a number: the turn of each, and its words."""
    words = sorted({word for text in texts[:500] for word in text.split() if len(word) > 2})
    for number in range(count):
        turn = number // len(texts)
        yield turn, " ".join(_changed(word, turn, words) for word in texts[number % len(texts)].split())


def _changed(word: str, turn: int, words: Sequence[str]) -> str:
    mixed = zlib.crc32(word.encode(), turn)
    return words[mixed // 5 % len(words)] if turn and mixed % 5 < 3 else word
