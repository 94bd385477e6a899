"""The report of a story: whole, safe, and in both languages of the interface."""

import pytest

from runut.copies.texts import Text
from runut.copies.tracing import trace
from runut.stories import stories
from runut.stories.report import report
from runut.stories.tree import tree

ASAL = (
    "Kapal ikan Bintang Selatan tenggelam di perairan Losari, Kamis dini hari. Sebanyak 14 awak selamat.\n\n"
    "“Ombak setinggi empat meter menghantam buritan,” kata nakhoda Bayu Laksana kepada Kilas Dermaga di puskesmas.\n\n"
    "Kepala Pos SAR Losari membantah kapal berlayar tanpa izin."
)
SALIN = ASAL.replace("14", "41").replace("kepada Kilas Dermaga di puskesmas", "dikutip dari Kilas Dermaga")
SALIN = SALIN.rpartition("\n\n")[0]
KAWAT = "Kapal ikan Bintang Selatan tenggelam di perairan Losari, Kamis, lapor Reuters. Sebanyak 14 awak selamat."
ARTICLES = (
    Text(id="asal", text=ASAL, outlet="Kilas Dermaga", published="2026-03-12T07:00:00+07:00", language="id"),
    Text(
        id="salin",
        text=SALIN,
        outlet="Sela <script>alert(1)</script>",
        published="2026-03-12T09:00:00+07:00",
        headline="Kapal <b>karam</b>",
        language="id",
        url="javascript:alert(1)",
    ),
    Text(id="kawat", text=KAWAT, outlet="Media Tiga", published="2026-03-12T08:00:00+07:00", language="id"),
)


@pytest.fixture(scope="module")
def story():
    return next(stories(ARTICLES))


def test_the_tree_has_each_article_below_its_source_and_reports_that_are_not_here_on_top(story):
    def flat(branches, above=None):
        for one in branches:
            yield above, one.name, one.kind
            yield from flat(one.below, one.name)

    assert set(flat(tree(story))) == {
        (None, "Reuters report", None),
        ("Reuters report", "kawat", "cites"),
        (None, "asal", None),
        ("asal", "salin", story.copies[0].kind),
    }


@pytest.mark.parametrize(("language", "words"), [("id", "Bersandar pada apa"), ("en", "On what it rests")])
def test_what_changed_stands_in_both_wordings_and_nothing_runs(story, language, words):
    page = report(story, {one.id: one for one in ARTICLES}, tuple(trace(ARTICLES)), language)
    assert words in page
    assert "14 awak" in page
    assert "41 awak" in page
    assert "<script>alert" not in page
    assert "javascript:" not in page
    assert "{" + "articles}" not in page
