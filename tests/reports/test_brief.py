import re

import pytest
from msgspec.structs import replace

from runut.flow import read
from runut.reports.brief import brief
from runut.reports.page import html
from runut.reports.texts import load_texts
from runut.vocabulary import Capture


@pytest.mark.parametrize("language", ["en", "id"])
def test_briefs(stories, language, snapshot):
    assert {name: brief(record, language).splitlines() for name, record in stories.items()} == snapshot


@pytest.mark.parametrize("language", ["en", "id"])
def test_every_number_in_the_paragraph_has_its_footnote(story, language):
    paragraph, *rest = brief(story, language).split("\n")
    used = sorted({int(n) for n in re.findall(r"\[(\d+)\]", paragraph)})
    assert used == list(range(1, len(used) + 1))
    assert [line.split("]")[0] + "]" for line in rest if line] == [f"[{n}]" for n in used]


def test_footnotes_quote_the_page_where_they_say(relayed):
    notes = re.findall(r"Characters (\d+)–(\d+): (.*)", brief(relayed, "en").split("\n\n")[1])
    assert notes
    for start, end, words in notes:
        assert relayed.text[int(start) : int(end)] == words


def test_an_unnamed_source_is_called_so(relayed):
    assert "tidak disebut namanya" in brief(relayed, "id")
    assert "unnamed officials" in brief(relayed, "en")


def test_a_quote_is_quoted_with_the_mark_that_opens_it():
    text = "Losari ramai hari ini. “Kapal itu sudah ditemukan di pantai,” kata Bayu Laksana, kepala pelabuhan Losari."
    told = brief(read(Capture(source="-", content=text.encode(), media_type="text/plain")), "id")
    assert "“Kapal itu sudah ditemukan di pantai,” kata Bayu Laksana" in told


@pytest.mark.parametrize("language", ["en", "id"])
def test_a_language_that_is_not_read_is_not_said_to_hold_nothing(relayed, language):
    unread = html(replace(relayed, statements=(), relays=(), chain=(None,), origins=(), language="und"), language)
    silent = html(replace(relayed, statements=(), relays=(), chain=(None,), origins=()), language)
    texts = load_texts(language)
    assert texts.say("label.unread") in unread
    assert texts.say("label.unread") not in silent
    assert texts.say("label.no_statements") not in unread
