"""Each view: what it shows, and what it says when there is nothing to show."""

import json
import re
import time
from html import unescape

import pytest
from msgspec.structs import replace

from runut.desk import Item, add, show
from runut.desk.rulings import on_people
from runut.vocabulary import Relay
from runut.web.article import chain
from runut.web.asking import chosen, narrowed
from runut.web.comparing import compare
from runut.web.giving import given
from runut.web.texts import texts

IN_ENGLISH = {"Accept-Language": "en"}


@pytest.fixture
def signed(client, token):
    """A client of somebody who may write, and the token for forms."""
    client.post("/sign-in", data={"token": token})
    return re.search(r'name="csrf" value="([^"]+)"', client.get("/").text)[1]


def read(answer):
    """The words of a page."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())


@pytest.mark.parametrize("path", ["/", "/search", "/people", "/outlets", "/watch", "/compare"])
def test_an_empty_view_says_why_it_is_empty(client, path):
    found = client.get(path)
    assert found.status_code == 200
    assert 'class="empty"' in found.text or path == "/compare"


def test_the_language_is_the_browsers_until_another_is_chosen(client):
    assert 'lang="en"' in client.get("/", headers=IN_ENGLISH).text[:60]
    assert 'lang="id"' in client.get("/?lang=id", headers=IN_ENGLISH).text[:60]
    assert 'lang="id"' in client.get("/people", headers=IN_ENGLISH).text[:60]


def test_an_article_shows_its_statements_chain_and_versions(client, keys):
    found = client.get(f"/articles/{keys['copy']}", headers=IN_ENGLISH)
    words = read(found)
    assert "Kilas Dermaga did not report this itself" in words
    assert re.search(r'<ol class="statements">\s*<li id="s1"', found.text)
    assert 'href="#s1"' in found.text
    assert "Version 1" in words
    old = client.get(f"/articles/{keys['grain']}?version=1")
    assert "12.500" in read(old)
    assert "12.900" in read(client.get(f"/articles/{keys['grain']}"))


def test_a_ruling_is_kept_and_read_back(client, keys, signed, desk):
    record = show(desk, keys["grain"]).record
    target = f"/articles/{keys['grain']}/rulings"
    form = {"statement": record.statements[1].id, "csrf": signed}
    client.post(target, data=form | {"verdict": "no", "note": "salah orang <b>"})
    part = client.post(target, data=form | {"verdict": "yes"}, headers={"HX-Request": "true"} | IN_ENGLISH)
    assert part.text.lstrip().startswith('<li id="s2"')
    assert "Ruled: yes, by sari" in read(part)
    assert "1 earlier ruling" in read(part)
    assert [one.verdict for one in show(desk, keys["grain"]).rulings] == ["no", "yes"]
    assert "Ruled: yes, by sari" in read(client.get(f"/articles/{keys['grain']}", headers=IN_ENGLISH))


def test_rulings_are_made_on_the_newest_version_alone(client, keys, signed):
    assert 'name="verdict"' not in client.get(f"/articles/{keys['grain']}?version=1").text
    assert 'name="verdict"' in client.get(f"/articles/{keys['grain']}").text


def test_an_address_points_at_words(client, keys, desk):
    text = show(desk, keys["grain"]).record.text
    start = text.index("Panen raya")
    found = client.get(f"/articles/{keys['grain']}?version=2&at={start}-{start + 10}")
    (words,) = re.findall(r'<mark class="here" id="here"[^>]*>(.*?)</mark>', found.text)
    assert re.sub("<[^>]+>", "", words) == "Panen raya"


def test_what_changed_is_only_what_changed(client, keys):
    found = client.get(f"/articles/{keys['grain']}/changes", headers=IN_ENGLISH)
    assert re.findall(r"</span>([^<]*)</(ins|del)>", found.text) == [("500", "del"), ("900", "ins")] or (
        "12.500" in read(found) and "12.900" in read(found)
    )
    assert "one version" in read(client.get(f"/articles/{keys['copy']}/changes", headers=IN_ENGLISH))


def test_the_original_is_text_with_the_words_marked(client, keys, desk):
    record = show(desk, keys["ship"]).record
    start = record.text.index("Kami masih")
    found = client.get(f"/articles/{keys['ship']}/original?at={start}-{start + 24}", headers=IN_ENGLISH)
    assert re.findall(r'id="here"[^>]*>([^<]*)<', found.text) == [record.text[start : start + 24]]
    assert "Beranda Ekonomi" in read(found)
    assert "<nav>Beranda" not in found.text
    assert "dicuri" not in found.text
    assert "No capture is held" in read(client.get(f"/articles/{keys['grain']}/original", headers=IN_ENGLISH))


def test_copies_have_shares_and_reasons(client, keys):
    part = client.get(f"/articles/{keys['copy']}/copies", headers={"HX-Request": "true"} | IN_ENGLISH)
    assert "<html" not in part.text
    assert "It has wording from" in read(part)
    assert "of the copy's words" in read(part)
    assert "<html" in client.get(f"/articles/{keys['copy']}/copies").text
    assert "No other article" in read(client.get(f"/articles/{keys['ship']}/copies", headers=IN_ENGLISH))


def test_two_articles_side_by_side(client, keys):
    found = client.get(f"/compare?left={keys['grain']}&left_version=1&right={keys['copy']}", headers=IN_ENGLISH)
    legend, *figures = re.findall(r'<mark class="number">([^<]*)</mark>', found.text)
    assert (legend, figures) == ("Numbers", ["12.500", "15.200"])
    left = set(re.findall(r'href="#r(\d+)" id="l\1"', found.text))
    right = set(re.findall(r'href="#l(\d+)" id="r\1"', found.text))
    assert left
    assert left == right
    assert "Dua pejabat yang mengetahui rencana itu" in re.findall(r'<mark class="source">([^<]*)</mark>', found.text)


def test_a_hedge_that_only_one_side_has_is_marked_where_it_stands(desk, keys):
    older = show(desk, keys["copy"]).record
    sure = replace(older, text=older.text.replace("diduga menahan", "telah menahan"))
    found = compare(older, sure)
    assert [one.words for one in found.left if one.mark == "hedge"] == ["diduga"]
    assert [one.words for one in compare(sure, older).right if one.mark == "hedge"] == ["diduga"]
    assert not [one for one in found.right if one.mark == "hedge"]


def test_nothing_of_either_side_is_lost(desk, keys):
    left, right = (show(desk, keys[name]).record for name in ("grain", "copy"))
    found = compare(left, right)
    assert "".join(one.words for one in found.left) == left.text
    assert "".join(one.words for one in found.right) == right.text
    assert compare(left, left).left_share == 1.0


def test_two_articles_that_share_nothing_say_so(client, keys):
    found = client.get(f"/compare?left={keys['ship']}&right={keys['copy']}", headers=IN_ENGLISH)
    assert "no wording in common" in read(found)


def test_a_story_rests_on_its_origins(client, keys):
    found = client.get(f"/articles/{keys['copy']}/story", headers=IN_ENGLISH)
    words = read(found)
    assert "2 articles, 1 independent origin" in words
    assert "number changed" in words
    assert "15.200" in words
    assert found.text.index("Nusantara Kabar") < found.text.index("Kilas Dermaga")
    told = client.get(f"/articles/{keys['copy']}/story.json").json()
    assert {one["copy"] for one in told["copies"]} >= {keys["copy"]}
    assert "No other article" in read(client.get(f"/articles/{keys['ship']}/story", headers=IN_ENGLISH))


def test_without_copies_the_timeline_has_own_work_alone(client, keys):
    both = client.get(f"/articles/{keys['copy']}/story").text
    own = client.get(f"/articles/{keys['copy']}/story?copies=off").text
    assert (both.count("<circle"), own.count("<circle")) == (2, 1)


@pytest.mark.postgres
@pytest.mark.parametrize("desk", ["server"], indirect=True)
def test_the_workflow_on_a_desk_on_a_server(client, keys, signed, desk):
    """Every view answers, what an editor gives and rules is kept, and stories leave out what was ruled wrong."""
    text = "“Harga cabai naik,” kata Rudi Hartono, menteri itu, di Jakarta pada hari Selasa kemarin pagi."
    given = client.post("/read", data={"text": text, "csrf": signed}, files={"file": ("", b"")})
    assert "Rudi Hartono" in read(given)
    views = ("", "/copies", "/story", "/changes", "/brief?language=id", "/report.html")
    paths = ["/", "/people?named=sari", "/outlets", "/watch", "/search?q=beras", "/search/facets?q=beras"]
    paths += [f"/articles/{keys['copy']}{view}" for view in views]
    paths += [f"/articles/{keys['ship']}/original?at=10-40", f"/compare?left={keys['grain']}&right={keys['copy']}"]
    assert {path: client.get(path).status_code for path in paths} == dict.fromkeys(paths, 200)
    assert "1 independent origin" in read(client.get("/", headers=IN_ENGLISH))
    said = next(one for one in show(desk, keys["copy"]).record.statements if one.speaker == "Bayu Laksana")
    form = {"statement": said.id, "verdict": "no", "csrf": signed}
    client.post(f"/articles/{keys['copy']}/rulings", data=form)
    assert "origins not counted yet" in read(client.get("/", headers=IN_ENGLISH))
    voices = client.get(f"/articles/{keys['copy']}/story.json").json()["voices"]
    assert [one["articles"] for one in voices if one["speaker"] == "Bayu Laksana"] == [1]
    made = client.post("/watch", data={"name": "beras", "question": "act:denies", "past": "yes", "csrf": signed})
    assert "act:denies" in read(made)


def test_home_tells_on_how_many_origins_a_story_rests(client, keys):
    assert "2 articles · origins not counted yet" in read(client.get("/", headers=IN_ENGLISH))
    client.get(f"/articles/{keys['copy']}/story")
    assert "2 articles · 1 independent origin" in read(client.get("/", headers=IN_ENGLISH))


def test_a_key_with_anything_in_it_has_its_pages(client, desk, keys, signed):
    key = "https://a.example/x?y=1&z=~1~0#w/é"
    record = replace(show(desk, keys["ship"]).record, article=key, id="lain", url=None)
    add(desk, [Item(record)])
    found = client.get("/search?by=time&q=kapal").text
    (target,) = [one for one in re.findall(r'<a class="headline" href="([^"]+)"', found) if "a.example" in one]
    assert target.count("/") == 2
    for view in ("", "/copies", "/story", "/story.json", "/original", "/changes"):
        assert client.get(target + view).status_code == 200, view
    found = client.post(target + "/rulings", data={"statement": "0", "verdict": "yes", "csrf": signed})
    assert found.status_code == 200
    assert [one.verdict for one in show(desk, key).rulings] == ["yes"]


def test_search_finds_narrows_and_pages(client, keys):
    found = client.get("/search?q=beras", headers=IN_ENGLISH)
    assert found.text.count('class="hit"') == 2
    assert "<b>beras</b>" in found.text.lower()
    part = client.get("/search/facets?q=beras", headers={"HX-Request": "true"})
    assert "outlet%3A%22Kilas+Dermaga%22" in part.text
    assert client.get('/search?q=beras outlet:"Kilas Dermaga"').text.count('class="hit"') == 1
    assert "Nothing on this desk answers" in read(client.get("/search?q=gajah", headers=IN_ENGLISH))
    assert client.get("/search?q=warna:merah").status_code == 400


def test_a_listing_goes_on(client, desk, keys):
    record = show(desk, keys["copy"]).record
    more = [replace(record, id=f"n{n}", article=f"n{n}", url=f"https://a.example/{n}") for n in range(30)]
    add(desk, [Item(one) for one in more])
    first = client.get("/search?by=time").text
    (following,) = re.findall(r'<a href="([^"]+)" rel="next"', first)
    assert client.get(unescape(following)).text.count('class="hit"') == 13


def test_questions_are_narrowed_and_widened_again():
    asked = narrowed("beras -impor", "speaker", 'Sari "Ibu" Dewanti')
    assert asked == 'beras -impor speaker:"Sari  Ibu  Dewanti"'
    (one,) = chosen(asked)
    assert (one.name, one.without) == ("speaker", "beras -impor")


def test_people_and_outlets(client, keys, signed, desk):
    assert "Sari Dewanti" in read(client.get("/people"))
    assert "called “gajah”" in read(client.get("/people?named=gajah", headers=IN_ENGLISH))
    said = show(desk, keys["copy"]).record.statements[0].id
    client.post(f"/articles/{keys['copy']}/rulings", data={"statement": said, "verdict": "no", "csrf": signed})
    client.post(f"/articles/{keys['copy']}/rulings", data={"statement": said, "verdict": "yes", "csrf": signed})
    assert "1 of 1 right" in read(client.get("/outlets", headers=IN_ENGLISH))


def test_two_names_are_ruled_on_and_the_ruling_is_taken_back(client, keys, signed, desk):
    assert "No names were ruled on yet" in read(client.get("/people", headers=IN_ENGLISH))
    form = {"left": " Sari  Dewanti", "right": "Bu Sari", "csrf": signed}
    client.post("/people/rulings", data=form | {"verdict": "yes", "note": "satu kantor <b>"})
    words = read(client.get("/people", headers=IN_ENGLISH))
    assert "Bu Sari · Sari Dewanti : the same" in words
    assert "satu kantor <b>" in words
    with desk.reading() as connection:
        assert on_people(connection) == {"Bu Sari\nSari Dewanti": "yes"}
    client.post("/people/rulings", data=form | {"verdict": "undecided"})
    assert "taken back" in read(client.get("/people", headers=IN_ENGLISH))
    assert client.post("/people/rulings", data=form | {"right": "Sari Dewanti", "verdict": "no"}).status_code == 400
    client.post("/sign-out", data={"csrf": signed})
    assert client.post("/people/rulings", data=form | {"verdict": "no"}).status_code == 401


def test_watches_are_made_silenced_and_ended(client, keys, signed):
    form = {"name": "beras", "question": "act:denies", "past": "yes", "csrf": signed}
    assert "act:denies" in read(client.post("/watch", data=form))
    client.post("/watch/beras/silence", data={"quiet": "22:00-06:00 Asia/Jakarta", "csrf": signed})
    assert "22:00-06:00 Asia/Jakarta" in read(client.get("/watch"))
    assert client.post("/watch/beras/silence", data={"quiet": "malam", "csrf": signed}).status_code == 400
    client.post("/watch/beras/end", data={"csrf": signed})
    assert client.get("/watch/beras").status_code == 404


def test_a_pasted_text_is_read_and_not_kept_by_who_may_not_write(client, desk, keys):
    text = "“Ikan langka,” kata Menteri Kelautan Rudi Hartono. Nelayan membantah kabar itu."
    found = client.post("/read", data={"text": text}, files={"file": ("", b"")}, headers=IN_ENGLISH)
    assert "not kept" in read(found)
    assert "Rudi Hartono" in read(found)
    assert "/rulings" not in found.text
    assert client.get("/search?q=nelayan").text.count('class="hit"') == 0


def test_what_an_editor_gives_is_kept(client, signed):
    page = "<html lang='id'><body><article><h1>Ikan</h1>"
    page += "<p>“Ikan langka di pasar,” kata Rudi Hartono di Losari kemarin.</p>"
    page += "<p>Nelayan di pelabuhan itu sudah dua pekan tidak melaut karena ombak tinggi dan angin.</p></article>"
    found = client.post("/read", data={"csrf": signed}, files={"file": ("ikan.html", page.encode())})
    assert re.search(r"/articles/\w+$", str(found.url)), found.text[:300]
    text = "“Harga cabai naik,” kata Rudi Hartono, menteri itu, di Jakarta pada hari Selasa kemarin pagi."
    again = client.post("/read", data={"text": text, "csrf": signed}, files={"file": ("", b"")})
    assert "/articles/" in str(again.url)
    assert client.get("/search?q=cabai").text.count('class="hit"') == 1


def test_much_goes_on_by_itself_and_tells_how_far_it_is(client, signed):
    body = "<html lang='id'><title>Ikan {0} di Losari</title><article>"
    body += "<h1>Ikan {0} di Losari</h1><p>“Ikan {0} langka,” kata Rudi Hartono di Losari kemarin.</p>"
    body += "<p>Nelayan di pelabuhan itu sudah dua pekan tidak melaut karena ombak tinggi dan angin.</p></article>"
    pages = [("file", (f"ikan{n}.html", body.format(n).encode())) for n in range(3)]
    found = client.post("/read", data={"csrf": signed}, files=[*pages, ("file", ("x.pdf", b"%PDF-1.7"))])
    assert "/imports/" in str(found.url)
    for _ in range(400):
        part = client.get(str(found.url), headers={"HX-Request": "true"} | IN_ENGLISH)
        if "4 of 4" in part.text:
            break
        time.sleep(0.05)
    assert "hx-get" not in part.text
    assert part.text.count('href="/articles/') == 3
    assert "could not be read" in read(part)
    assert client.get("/search?q=langka").text.count('class="hit"') == 3
    assert client.get("/imports/tidak-ada").status_code == 404


def test_several_at_once_are_for_editors(client):
    files = [("file", (f"{n}.txt", b"Kata Sari, hujan.")) for n in range(2)]
    assert client.post("/read", files=files).status_code == 401


def test_links_below_each_other_are_links():
    told = given("", "https://a.example/x\n https://b.example/y\n", [])
    assert [(one.name, one.is_link) for one in told] == [("https://a.example/x", True), ("https://b.example/y", True)]
    (text,) = given("", "Lihat https://a.example/x di sini", [])
    assert not text.is_link


def test_what_cannot_be_read_says_why(client, signed):
    nothing = client.post("/read", data={"csrf": signed}, files={"file": ("", b"")}, headers=IN_ENGLISH)
    assert nothing.status_code == 422
    assert "Nothing was given" in read(nothing)
    binary = client.post("/read", data={"csrf": signed}, files={"file": ("x.pdf", b"%PDF-1.7 x")}, headers=IN_ENGLISH)
    assert binary.status_code == 422
    assert "could not be read" in read(binary)
    huge = client.post(
        "/read", data={"csrf": signed}, files={"file": ("x.html", b"x" * 51_000_000)}, headers=IN_ENGLISH
    )
    assert (huge.status_code, "without pictures" in read(huge)) == (413, True)
    inner = client.post("/read", data={"link": "http://127.0.0.1/", "csrf": signed}, files={"file": ("", b"")})
    assert inner.status_code == 422


def test_a_link_is_fetched_for_editors_alone(client):
    answer = client.post("/read", data={"link": "https://a.example"}, files={"file": ("", b"")}, headers=IN_ENGLISH)
    assert answer.status_code == 401
    assert "editor's token" in read(answer)


def test_home_shows_what_waits_until_it_is_ruled_on(client, desk, keys, signed):
    record = show(desk, keys["ship"]).record
    unsure = [replace(one, confidence=0.2) for one in record.statements]
    add(desk, [Item(replace(record, id="lain", statements=tuple(unsure)))])
    assert client.get("/").text.count("#s1") == 1
    client.post(
        f"/articles/{keys['ship']}/rulings", data={"statement": unsure[0].id, "verdict": "undecided", "csrf": signed}
    )
    assert client.get("/").text.count("#s1") == 0


def test_views_have_their_json(client, keys, desk):
    told = client.get(f"/compare.json?left={keys['grain']}&left_version=1&right={keys['copy']}").json()
    assert (told["figures"]["left"], told["figures"]["right"]) == (["12.500", "Dua"], ["15.200"])
    assert client.get("/waiting.json").json()["articles"] == 3
    told = client.get(f"/articles/{keys['ship']}/original.json?at=0-8").json()
    assert told["text"][slice(*told["here"])] == show(desk, keys["ship"]).record.text[:8].strip()


@pytest.mark.parametrize(
    "page", ["/compare?left={grain}&right={copy}", "/articles/{ship}/original", "/articles/{copy}/story", "/people"]
)
def test_views_name_their_json(client, keys, page):
    found = client.get(page.format(**keys), headers=IN_ENGLISH).text
    (address,) = re.findall(r'<li><a href="([^"]+)">This view as JSON', found)
    assert client.get(unescape(address)).json()


def test_what_is_shared(client, keys):
    assert "[1]" in read(client.get(f"/articles/{keys['copy']}/brief?language=en"))
    report = client.get(f"/articles/{keys['copy']}/report.html")
    assert report.headers["content-disposition"].startswith("attachment")
    manifest = json.loads(client.get("/runut.webmanifest").text)
    assert manifest["share_target"]["action"] == "/"
    filled = client.get("/?url=https://a.example/x&text=kata").text
    assert 'value="https://a.example/x"' in filled
    assert ">kata</textarea>" in filled


def test_files_are_kept_by_browsers_until_they_change(client):
    (style,) = re.findall(r'href="(/static/\w+/desk.css)"', client.get("/").text)
    assert "immutable" in client.get(style).headers["cache-control"]
    assert client.get("/static/x/desk.css").headers["cache-control"] == "no-cache"
    assert client.get("/static/x/../app.py").status_code == 404
    assert client.get("/static/x/vendor/htmx.LICENSE").status_code == 404


def test_faults_are_pages_that_say_what_to_do(client):
    found = client.get("/articles/tidak-ada")
    assert found.status_code == 404
    assert "This desk has no article" in read(found)


def test_an_address_that_means_nothing_is_told_to_each_in_its_way(client):
    page = client.get("/tidak/ada")
    assert (page.status_code, "<html" in page.text) == (404, True)
    answer = client.get("/api/tidak-ada")
    assert (answer.status_code, answer.json()["error"]["status"]) == (404, 404)


def test_the_first_view_is_small(client, keys):
    """Compressed: at most 150 KB, with everything that is loaded at once."""
    for path in ("/", f"/articles/{keys['copy']}", f"/articles/{keys['copy']}/story", "/search"):
        page = client.get(path)
        files = re.findall(r'(?:src|href)="(/static/[^"]+)"', page.text)
        sizes = [int(client.get(one).headers.get("content-length", 0)) for one in {path, *files}]
        assert sum(sizes) <= 150_000, path


def test_a_chain_has_only_what_one_has_from_the_next(desk, keys):
    """Carriers beside each other, and those of a passage alone, are no links of one chain."""
    record = show(desk, keys["copy"]).record
    relays = tuple(Relay(words=None, name=name, kind="outlet", scope="article", cites=None) for name in ("A", "B"))
    aside = Relay(words=None, name="C", kind="outlet", scope="passage")
    said = texts("en")
    one = chain(replace(record, relays=(relays[0], aside), chain=("X", "A"), origins=("dua pejabat",)), said)
    both = chain(replace(record, relays=relays, chain=("X", "A", "B"), origins=("dua pejabat",)), said)
    named = [[[[link.name for link in step] for step in row] for row in rows] for rows in (one, both)]
    own = ["Kilas Dermaga"]
    assert named == [
        [[own, ["A"], ["dua pejabat"]], [own, ["C"]]],
        [[own, ["A"]], [own, ["B"]], [["dua pejabat"]]],
    ]
