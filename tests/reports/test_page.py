import re
import shutil
import subprocess
from base64 import b64encode
from hashlib import sha256

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from runut.reports.page import html
from runut.vocabulary import (
    Credit,
    Doubt,
    Evidence,
    Image,
    Note,
    Outlet,
    Paragraph,
    Person,
    Record,
    Related,
    Relay,
    Statement,
)

ATTACK = '"><script>alert(1)</script><img src=x onerror=alert(1)>${style}$answer{0}'


def parsed(record, language="en"):
    return LexborHTMLParser(html(record, language))


def without(page, selector):
    for node in page.css(selector):
        node.decompose()
    return page


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_page_opens_with_the_answer_and_says_its_languages(relayed, language):
    page = parsed(relayed, language)
    assert page.css_first("html").attributes["lang"] == language
    assert page.css_first("h1").text().startswith("Kabar Rimba")
    assert page.css_first(".text").attributes["lang"] == "id"
    assert all(note.attributes["lang"] == language for note in page.css(".text .note"))
    assert all(q.attributes["lang"] == "id" for q in page.css("q"))


def test_every_statement_can_be_reached(story):
    page = parsed(story)
    if story.kind in ("error", "index"):
        return
    marked = {s for spot in page.css(".spot") for s in spot.attributes["data-s"].split()}
    assert marked == {str(n + 1) for n in range(len(story.statements))}
    rows = [row.attributes["id"] for row in page.css(".statements tbody tr")]
    assert rows == [f"s{n + 1}" for n in range(len(story.statements))]
    stops = [a.attributes["href"] for a in page.css(".spot > a") if "tabindex" not in a.attributes]
    assert sorted(stops) == sorted(f"#s{n + 1}" for n in range(len(story.statements)))


def test_every_link_within_the_page_leads_somewhere_and_no_id_is_given_twice(story):
    page = parsed(story)
    ids = [node.attributes["id"] for node in page.css("[id]")]
    assert len(ids) == len(set(ids))
    assert {a.attributes["href"][1:] for a in page.css("a[href^='#']")} <= set(ids)
    assert {a.attributes["aria-describedby"] for a in page.css("[aria-describedby]")} <= set(ids)
    assert {a.attributes["aria-labelledby"] for a in page.css("[aria-labelledby]")} <= set(ids)


def test_the_article_is_there_word_for_word(story):
    page = without(parsed(story), ".notes, sup")
    if story.kind in ("error", "index") or not story.text:
        return
    assert re.sub(r"\s", "", page.css_first(".text").text()) == re.sub(r"\s", "", story.text)


def test_a_note_tells_who_how_through_whom_how_surely_and_why(relayed):
    page = parsed(relayed)
    notes = {spot.attributes["data-s"]: spot.css_first(".note").text(separator=" ") for spot in page.css(".spot")}
    assert all(words in notes["1"] for words in ("The Harbor Times", "dilaporkan", "reports", "90%", "reporting verb"))
    assert all(words in notes["2"] for words in ("dua pejabat kabupaten", "unnamed", "Kantor Berita Nusa", "87%"))


def test_nested_and_crossing_statements_are_cut_at_every_boundary(own):
    text = "abcdefghij"
    spans = [((0, 8),), ((2, 4), (6, 10)), ((3, 7),)]
    record = msgspec.structs.replace(
        own,
        text=text,
        paragraphs=(Paragraph("paragraph", (0, 10)),),
        statements=tuple(Statement(content=content, within=0) for content in spans),
        people=(),
    )
    spots = [(s.css_first("a").text(deep=False) or "", s.attributes["data-s"]) for s in parsed(record).css(".spot")]
    assert [s for _, s in spots] == ["1", "2 1", "3 2 1", "3 1", "3 2 1", "2 1", "2"]


def test_nothing_is_fetched_and_nothing_runs_but_its_own(story):
    page = parsed(story)
    assert page.css("link, img, iframe, object, embed, base, form, audio, video, [src], [style], [srcset]") == []
    style, script = page.css_first("style").text(), page.css_first("script").text()
    assert len(page.css("script")) == len(page.css("style")) == 1
    assert not re.search(r"@import|url\(|https?://", style + script)
    policy = page.css_first("meta[http-equiv='Content-Security-Policy']").attributes["content"]
    assert policy.startswith("default-src 'none'")
    for content in (style, script):
        assert f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'" in policy


def attributes(page):
    return {name for node in page.css("*") for name in node.attributes}


def hostile(words):
    """A record whose every field holds the same words."""
    place = (0, len(words))
    return Record(
        id=words,
        file=words,
        url=words,
        canonical_url=words,
        outlet=Outlet(words, words),
        language=words,
        section=(words,),
        headline=words,
        deck=words,
        byline=(Credit(words, "writer"),),
        agency=(words,),
        published=words,
        modified=words,
        dateline=words,
        images=(Image(words, words, words),),
        tags=(words,),
        related=(Related(words, words),),
        notes=(Note("correction", words),),
        paragraphs=(Paragraph("item", place),),
        text=words,
        statements=(
            Statement(
                id=words,
                content=(place, (5, 2), (-3, 999)),
                cue=(1, 3),
                source=(2, 90),
                speaker=words,
                speaker_type="unnamed",
                role=words,
                act="alleges",
                via=(words,),
                within=7,
                confidence=3.0,
                evidence=(Evidence(words, words, place),),
            ),
        ),
        relays=(Relay(words=place, name=words, kind="social", scope="article", cites=9),),
        chain=(words, words, None),
        origins=(words,),
        people=(Person(words, words, (place, (4, 9))),),
        doubts=(Doubt(words, words, place),),
        reading=msgspec.convert(
            {"runut": words, "packs": {words: words}, "model": words}, type=Record.__annotations__["reading"]
        ),
    )


def shape(page):
    return {node.tag for node in page.css("*")}, attributes(page)


@pytest.mark.parametrize(
    "address", [ATTACK, "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "//evil", "\x01http://x y"]
)
def test_an_attack_in_every_field_stays_text(address):
    page = parsed(hostile(address))
    assert len(page.css("script")) == 1
    assert page.css("img") == []
    assert not any(name.startswith("on") for name in attributes(page))
    assert all(a.attributes["href"].startswith("#") for a in page.css("a"))


@settings(deadline=None, max_examples=60)
@given(words=st.text(st.characters()) | st.text(st.sampled_from("<>\"'&`= /!-$}{\u202e\x00\u2028")))
def test_no_words_change_what_the_page_is_made_of(words):
    tags, names = shape(parsed(hostile(words)))
    model_tags, model_names = shape(parsed(hostile("plain words here")))
    # An empty field may drop its element; nothing may add one.
    assert tags <= model_tags
    assert names <= model_names | {"href", "rel"}
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00\x1b]", html(hostile(words)))


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(spans=st.lists(st.tuples(st.integers(-5, 300), st.integers(-5, 300)), min_size=1, max_size=8))
def test_spans_anywhere_lose_no_letter_of_the_text(own, spans):
    statements = tuple(Statement(content=(span,), cue=spans[0], speaker="A") for span in spans)
    paragraphs = tuple(Paragraph("paragraph", span) for span in spans)
    page = without(parsed(msgspec.structs.replace(own, statements=statements, paragraphs=paragraphs)), ".notes, sup")
    assert re.sub(r"\s", "", page.css_first(".text").text()) == re.sub(r"\s", "", own.text)


def test_addresses_of_the_web_are_linked_without_telling_where_from(relayed):
    links = [a for a in parsed(relayed).css("a") if not a.attributes["href"].startswith("#")]
    assert [a.attributes["href"] for a in links] == [
        "https://kabarrimba.example/2025/03/04/bupati",
        "https://kabarrimba.example/tambang",
    ]
    assert all(a.attributes["rel"] == "noopener noreferrer" for a in links)


def test_the_drawing_shows_what_the_list_says(relayed):
    page = parsed(relayed)
    listed = [b.text() for b in page.css(".chain ol b")]
    drawn = [" ".join(t.text() for t in box.css("text.name")) for box in page.css(".drawing .box")]
    assert (
        drawn
        == list(dict.fromkeys(listed))
        == ["Kabar Rimba", "Kantor Berita Nusa", "The Harbor Times", "unnamed officials"]
    )
    assert page.css_first(".drawing title").text().endswith(" ← ".join(drawn))


def test_the_footer_says_what_made_it_and_what_it_is_not(relayed):
    footer = parsed(relayed, "id").css_first("footer").text()
    assert "Asal-usul, bukan vonis." in footer
    assert "Runut 0.1.0" in footer


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(left, right):
    low, high = sorted((luminance(left), luminance(right)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_contrast_is_enough_in_light_and_dark(own, scheme):
    style = parsed(own).css_first("style").text()
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", re.findall(r":root \{(.*?)\}", style, re.DOTALL)[scheme]))
    for ground in ("paper", "raised", "tint", "flash"):
        assert contrast(colours["ink"], colours[ground]) >= 7
    for ground in ("paper", "raised"):
        assert contrast(colours["soft"], colours[ground]) >= 4.5
        assert contrast(colours["link"], colours[ground]) >= 4.5
    for mark in ("says", "holds", "wants", "blames", "refuses"):
        assert contrast(colours[mark], colours["paper"]) >= 3


def test_acts_differ_without_colour(own):
    style = parsed(own).css_first("style").text()
    shapes = {
        name: re.search(rf"\.act-{name}[^{{]*\{{ text-decoration-style: (\w+)", style)
        for name in ("believes", "asks", "alleges", "denies")
    }
    assert len({match.group(1) for match in shapes.values()} | {"solid"}) == 5


@pytest.mark.browser
@pytest.mark.skipif(shutil.which("chromium") is None, reason="there is no chromium")
def test_a_browser_runs_it_without_complaint(relayed, tmp_path):
    file = tmp_path / "report.html"
    file.write_text(html(relayed, "id"), "utf-8")
    options = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--enable-logging=stderr",
    ]
    run = subprocess.run(
        ["chromium", *options, f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", f"{file.as_uri()}#c0-10"],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert "CONSOLE" not in run.stderr
    assert LexborHTMLParser(run.stdout).css_first("h1").text().startswith("Kabar Rimba")


def test_a_doubt_says_its_language(relayed):
    told = msgspec.structs.replace(relayed, doubts=(Doubt("no_time", "No time."), Doubt("odd_thing", "Something odd.")))
    spans = [(s.text(), s.attributes["lang"]) for s in parsed(told, "id").css(".doubts li > span")]
    assert spans == [("Laman ini tidak menyebut waktu terbit.", "id"), ("Something odd.", "en")]
