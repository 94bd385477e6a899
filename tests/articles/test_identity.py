"""Names for articles: what is one page over time, and what must not become one."""

import runut
from runut.articles.identity import article_id

PASTED = "Pasar Rejowinangun kembali dibuka, kata {who} kepada pedagang di Magelang. Kios baru dibagikan lewat undian."


def pasted(who: str) -> runut.Record:
    return runut.read(PASTED.format(who=who).encode())


def test_two_pasted_texts_without_a_name_are_two_articles():
    assert pasted("Wali Kota").article != pasted("Camat").article


def test_a_text_pasted_again_is_the_same_article():
    assert pasted("Wali Kota").article == pasted("Wali Kota").article


def test_one_headline_of_an_outlet_is_one_article_whatever_its_text():
    assert article_id(None, "Suara Kedu", "Pasar dibuka", "Satu.") == article_id(
        None, "Suara Kedu", "PASAR DIBUKA", "Dua."
    )


def test_one_headline_without_an_outlet_may_be_that_of_two_articles():
    assert article_id(None, None, "Pasar dibuka", "Satu.") != article_id(None, None, "Pasar dibuka", "Dua.")


def test_an_address_names_the_page_whatever_it_says():
    assert article_id("https://suarakedu.example/1", "A", "x", "y") == article_id("http://www.suarakedu.example/1/")
