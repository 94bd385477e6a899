import re

import pytest

from runut.reports.brief import brief


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
