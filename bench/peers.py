"""Other readers of news pages, each as a function from the bytes of a page to the fields of a record that it gives.

What a reader does not give stays away and is not scored. Times are counted as a user of the library meets them: from
bytes to text and metadata, nothing fetched.
"""

import importlib
import importlib.util
from collections.abc import Callable, Iterator
from typing import Any

Row = dict[str, Any]
Reader = Callable[[bytes], Row]
NOWHERE = "https://page.example/"


def readers() -> Iterator[tuple[str, Reader]]:
    """Those that are installed here, by name."""
    for module, name, make in (
        ("trafilatura", "trafilatura", trafilatura),
        ("newspaper", "newspaper4k", newspaper),
        ("rs_trafilatura", "rs-trafilatura", rs_trafilatura),
        ("readability", "readability-lxml", readability),
        ("resiliparse", "resiliparse", resiliparse),
    ):
        if importlib.util.find_spec(module) is not None:
            yield name, make()


def trafilatura() -> Reader:
    """Text and metadata, with the library's own settings."""
    extract = importlib.import_module("trafilatura").bare_extraction

    def read(page: bytes) -> Row:
        found = extract(page, with_metadata=True)
        return article(found.text, found.title, (found.author or "").split("; "), found.date) if found else {}

    return read


def newspaper() -> Reader:
    """Text and metadata, without the pictures, which it would fetch."""
    library = importlib.import_module("newspaper")
    settings = library.Config()
    settings.fetch_images = False

    def read(page: bytes) -> Row:
        found = library.Article(NOWHERE, config=settings)
        found.download(input_html=page.decode("utf-8", "replace"))
        found.parse()
        published = found.publish_date
        return article(found.text, found.title, found.authors, published.isoformat() if published else None)

    return read


def rs_trafilatura() -> Reader:
    """Text and metadata."""
    extract = importlib.import_module("rs_trafilatura").extract_bytes

    def read(page: bytes) -> Row:
        found = extract(page)
        return article(found.main_content, found.title, (found.author or "").split("; "), found.date)

    return read


def readability() -> Reader:
    """The main element and the title; it knows no more."""
    document = importlib.import_module("readability").Document
    parse = importlib.import_module("lxml.html").fromstring

    def read(page: bytes) -> Row:
        found = document(page.decode("utf-8", "replace"))
        return {"text": parse(found.summary()).text_content(), "headline": found.short_title()}

    return read


def resiliparse() -> Reader:
    """The main text; it knows no more."""
    extract = importlib.import_module("resiliparse.extract.html2text").extract_plain_text

    def read(page: bytes) -> Row:
        return {"text": extract(page.decode("utf-8", "replace"), main_content=True, alt_texts=False)}

    return read


def article(text: str | None, headline: str | None, names: list[str], published: str | None) -> Row:
    """Fields as a record has them."""
    byline = [{"name": name.strip()} for name in names if name.strip()]
    return {"text": text or "", "headline": headline, "byline": byline, "published": published}
