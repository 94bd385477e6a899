"""What the timings run on: our demo pages, varied in a fixed way, and the development data where it is."""

import gzip
import itertools
import json
from collections.abc import Iterator
from pathlib import Path

from runut import flow
from runut.vocabulary import Capture, Record

ROOT = Path(__file__).resolve().parent.parent
DEMO = ROOT / "src" / "runut" / "demo"
SHARED = ROOT.parent / "shared" / "data"
PAGES = (".html", ".htm", ".txt", ".gz", ".mhtml")
WORDS = 350
"""Length of a text, in words: that of an ordinary news article."""


def demo_pages(count: int = 120) -> list[Capture]:
    """Pages of the demo story, over and over; no two are the same bytes, so nothing kept serves again."""
    files = [file for file in sorted(DEMO.rglob("*")) if file.suffix in PAGES and "gold" not in file.parts]
    turns = zip(range(count), itertools.cycle(files), strict=False)
    return [Capture(source=f"{turn}-{file.name}", content=vary(file.read_bytes(), turn)) for turn, file in turns]


def vary(content: bytes, turn: int) -> bytes:
    """The same page with its ordinal at the end, where it is no part of an article."""
    return content + f"\n<!-- {turn} -->\n".encode()


def shared_pages() -> list[Capture]:
    """The development pages as files hold them; none where there are none."""
    files = sorted(file for file in (SHARED / "pages").rglob("*") if file.suffix in {".html", ".gz"})
    return [Capture(source=file.name, content=file.read_bytes()) for file in files]


def demo_texts(count: int = 400) -> list[str]:
    """Texts of about `WORDS` words, made of the demo's paragraphs in turning order."""
    records = (flow.read(page) for page in demo_pages(24))
    paragraphs = [paragraph for record in records for paragraph in indonesian(record)]
    if not paragraphs:
        return []
    return [fill(itertools.islice(itertools.cycle(paragraphs), turn, None)) for turn in range(count)]


def indonesian(record: Record) -> list[str]:
    """The paragraphs of an Indonesian article; none of another."""
    return [part for part in record.text.split("\n\n") if part] if record.language == "id" else []


def shared_texts(count: int = 400) -> list[str]:
    """Articles of the development corpus cut at the paragraph that reaches `WORDS` words."""
    corpus = SHARED / "corpora" / "id-2025-06.jsonl.gz"
    if not corpus.exists():
        return []
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        texts = (fill(iter(json.loads(line)["text"].split("\n"))) for line in lines)
        return list(itertools.islice((text for text in texts if len(text.split()) >= WORDS), count))


def fill(paragraphs: Iterator[str]) -> str:
    """Paragraphs until `WORDS` words are reached."""
    taken, words = [], 0
    for paragraph in paragraphs:
        taken.append(paragraph)
        words += len(paragraph.split())
        if words >= WORDS:
            break
    return "\n\n".join(taken)
