"""Articles in languages that the reader was not trained on."""

import re
import tomllib
from pathlib import Path

import pytest

from runut.model import read
from runut.text import prepare

ARTICLES = tomllib.loads((Path(__file__).parent / "others.toml").read_text("utf8"))["article"]


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


@pytest.mark.parametrize("article", ARTICLES, ids=[f"{a['language']}-{i}" for i, a in enumerate(ARTICLES)])
def test_direct_quotes_are_found_without_training(article: dict) -> None:
    text = article["text"]
    found = [words(" ".join(text[start:end] for start, end in one.content)) for one in read(prepare(text))]
    for quote in article["direct"]:
        assert any(words(quote) <= given for given in found), quote


@pytest.mark.parametrize("article", ARTICLES, ids=[f"{a['language']}-{i}" for i, a in enumerate(ARTICLES)])
def test_all_that_is_marked_stands_in_its_text(article: dict) -> None:
    for said in (*article["direct"], *article["indirect"]):
        assert said in article["text"]
