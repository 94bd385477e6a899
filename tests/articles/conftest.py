"""Pages of the fixtures, read."""

from pathlib import Path

import pytest

from runut.articles import recover
from runut.pages import parse
from runut.vocabulary import Article, Capture

FIXTURES = Path(__file__).parents[1] / "fixtures" / "pages"


@pytest.fixture(scope="session")
def read():
    """Recover the article of a page given as text or bytes."""

    def read(content: str | bytes, source: str = "page.html") -> Article:
        raw = content.encode() if isinstance(content, str) else content
        return recover(parse(Capture(source, raw)))

    return read


@pytest.fixture(scope="session")
def fixture():
    """The text of a page among the fixtures."""
    return lambda name: (FIXTURES / name).read_text(encoding="utf-8")
