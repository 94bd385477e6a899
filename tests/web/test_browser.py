"""A real browser walks the desk: by mouse, by keyboard alone, on a telephone, without scripts, in both languages."""

import re
from contextlib import contextmanager

import pytest
from msgspec.structs import replace

from runut.desk import Item, add, show
from runut.vocabulary import Paragraph, Statement

pytestmark = [
    pytest.mark.browser,
    pytest.mark.network,
    pytest.mark.timeout(240),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]
PASTED = "“Ikan langka di pasar,” kata Menteri Kelautan Rudi Hartono. Nelayan di Losari membantah kabar itu."
WORDS = {
    "id": {"read": "Baca", "in": "Masuk", "held": "Diputuskan: {}", "copies": "Salinan dan sumber", "story": "Kisah"},
    "en": {"read": "Read", "in": "Sign in", "held": "Ruled: {}", "copies": "Copies and sources", "story": "The story"},
}
VERDICTS = {"id": {"yes": "ya", "no": "tidak", "undecided": "ragu"}, "en": {v: v for v in ("yes", "no", "undecided")}}


@pytest.fixture
def opened(chromium, here):
    """Opens a page of the browser; nothing may be asked of anybody else, and nothing may go wrong in it."""
    contexts = []

    @contextmanager
    def page(language="id", width=1280, **options):
        context = chromium.new_context(
            base_url=here,
            locale=language,
            viewport={"width": width, "height": 900},
            timezone_id="Asia/Jakarta",
            **options,
        )
        contexts.append(context)
        found, faults = context.new_page(), []
        found.set_default_timeout(10_000)
        found.on("request", lambda request: faults.append(request.url) if not request.url.startswith(here) else None)
        found.on("pageerror", lambda error: faults.append(str(error)))
        found.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
        yield found
        assert [fault for fault in faults if "status of 4" not in fault] == []

    yield page
    for context in contexts:
        context.close()


def sign_in(page, token, back="/"):
    page.goto(f"/sign-in?next={back}")
    page.fill("#token", token)
    page.click("button.main")
    page.wait_for_load_state()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("language", ["id", "en"])
def test_the_workflow_by_mouse(opened, token, keys, desk, language, width):
    said = WORDS[language]
    with opened(language, width, has_touch=width == 390) as page:
        sign_in(page, token)
        page.fill("#text", PASTED)
        page.click(f"button:has-text('{said['read']}')")
        page.wait_for_url("**/articles/*")
        assert "Rudi Hartono" in page.inner_text(".statements")
        page.goto(f"/articles/{keys['copy']}")
        assert page.inner_text(".chain li >> nth=0").startswith("Kilas Dermaga")
        (page.tap if width == 390 else page.click)(".body a.act-denies >> nth=0")
        card = page.locator(".statement.current")
        assert "Lumbung Raya" in card.inner_text()
        number = card.get_attribute("id")
        card.locator("button[value=yes]").click()
        held = said["held"].format(VERDICTS[language]["yes"])
        page.wait_for_selector(f"#{number} .held:has-text('{held}')")
        page.wait_for_selector(f"#copies h2:has-text('{said['copies']}') ~ div .hit")
        if width == 390:
            card.locator(".close").click()
        page.click("#copies a[href^='/compare']")
        page.wait_for_selector("mark.number >> nth=1")
        assert {"12.900", "15.200"} <= set(page.locator("mark.number").all_inner_texts())
        page.go_back()
        page.goto(f"/articles/{keys['copy']}/story")
        assert said["story"] in page.inner_text(".eyebrow >> nth=0")
        assert page.inner_text("h1") == "Harga beras turun"
        page.click(".draw summary")
        page.wait_for_selector(".graph canvas >> nth=0", state="attached")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert [one.verdict for one in show(desk, keys["copy"]).rulings] == ["yes"]


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_workflow_by_keyboard_alone(opened, token, keys, desk, language):
    with opened(language) as page:
        page.goto("/")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("/")
        page.keyboard.type("beras")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search?q=beras")
        page.keyboard.press("Tab")
        page.keyboard.press("j")
        page.keyboard.press("j")
        page.keyboard.press("k")
        page.keyboard.press("o")
        page.wait_for_url("**/articles/*")
        sign_in_by_keys(page, token, page.url)
        for key, verdict in (("y", "yes"), ("n", "no"), ("h", "undecided")):
            page.keyboard.press("j")
            number = page.locator(".statement.current").get_attribute("id")
            page.keyboard.press(key)
            held = WORDS[language]["held"].format(VERDICTS[language][verdict])
            page.wait_for_selector(f"#{number}.current .held:has-text('{held}')")
        page.keyboard.press("Escape")
        assert page.locator(".statement.current").count() == 0
        page.keyboard.press("?")
        page.wait_for_url("**/help")
    ruled = [one.verdict for name in ("grain", "copy") for one in show(desk, keys[name]).rulings]
    assert ruled == ["yes", "no", "undecided"]


def sign_in_by_keys(page, token, back):
    page.goto(f"/sign-in?next={back.partition('/articles')[1]}{back.partition('/articles')[2]}")
    page.focus("#token")
    page.keyboard.type(token)
    page.keyboard.press("Enter")
    # The address to go back to stands in that of the sign-in page too.
    page.wait_for_url(lambda address: "/sign-in" not in address, wait_until="networkidle")


def test_an_import_can_be_left_and_looked_at_again(opened, token, tmp_path):
    body = "<html lang='id'><title>Ikan {0} di Losari</title><article>"
    body += "<h1>Ikan {0} di Losari</h1><p>“Ikan {0} langka di pasar,” kata Rudi Hartono di Losari.</p>"
    body += "<p>Nelayan di pelabuhan itu sudah dua pekan tidak melaut karena ombak tinggi dan angin.</p></article>"
    for n in range(5):
        (tmp_path / f"ikan{n}.html").write_text(body.format(n))
    with opened("en") as page:
        sign_in(page, token)
        page.set_input_files("#file", sorted(tmp_path.glob("ikan*.html")))
        page.click("button:has-text('Read')")
        page.wait_for_url("**/imports/*")
        there = page.url
        page.goto("/people")
        page.goto(there)
        page.wait_for_selector("text=5 of 5 read")
        assert page.locator(".import li a").count() == 5


def test_versions_and_the_original_by_keys(opened, keys):
    with opened() as page:
        page.goto(f"/articles/{keys['grain']}")
        page.keyboard.press("[")
        page.wait_for_url("**?version=1")
        page.keyboard.press("]")
        page.wait_for_url("**?version=2")
        page.goto(f"/articles/{keys['ship']}")
        page.keyboard.press("j")
        page.keyboard.press("v")
        page.wait_for_url("**/original?*at=*")
        assert page.locator("#here").count() == 1
        page.go_back()
        page.wait_for_url(f"**/articles/{keys['ship']}*")


def test_keys_can_be_switched_off(opened, keys):
    with opened() as page:
        page.goto("/help?keys=off")
        page.goto(f"/articles/{keys['grain']}")
        page.keyboard.press("j")
        page.keyboard.press("?")
        assert page.locator(".statement.current").count() == 0
        assert "/help" not in page.url


def test_hover_and_focus_open_the_same(opened, keys):
    with opened() as page:
        page.goto(f"/articles/{keys['grain']}")
        words = page.locator("#w2")
        words.hover()
        assert page.locator("#s2.current").count() == 1
        page.mouse.move(5, 5)
        assert page.locator("#s2.current").count() == 1  # it stays until another is opened
        page.locator("#w1").focus()
        page.keyboard.press("Tab")
        page.keyboard.press("Shift+Tab")
        assert page.locator("#s1.current").count() == 1
        assert "lit" in page.locator("#w1").get_attribute("class")


def test_selected_words_have_an_address(opened, keys):
    with opened() as page:
        page.goto(f"/articles/{keys['grain']}")
        page.locator(".body p >> nth=0").dblclick(position={"x": 30, "y": 12})
        target = page.locator(".share-bar:visible").get_attribute("href")
        chosen = page.evaluate("getSelection().toString().trim()")
        page.goto(target)
        assert page.locator("#here").inner_text().strip() == chosen


def test_times_are_the_readers_with_the_zones_beside(opened, keys):
    with opened("en") as page:
        page.goto(f"/articles/{keys['copy']}")
        when = page.locator(".head .when >> nth=0")
        assert re.search(r"10:30\sAM WIB", when.inner_text())
        when.focus()
        zones = when.locator(".zones")
        assert zones.is_visible()
        assert "10:30 WIB · 11:30 WITA · 12:30 WIT · 03:30 UTC" in zones.inner_text()


def test_without_scripts_everything_can_be_read(opened, keys):
    with opened("en", java_script_enabled=False) as page:
        page.goto("/")
        page.click("text=Beras murah di Losari")
        page.click(".body a.said >> nth=0")
        assert page.url.endswith("#s1")
        assert page.locator("#s1 .verb, #s1 .who").first.is_visible()
        page.click("#copies a")
        assert "Nusantara Kabar" in page.inner_text("main")
        page.goto("/search?q=beras")
        page.click(".facets a >> nth=0")
        page.click(".facets details[open] a >> nth=0")
        assert page.locator(".hit").count() == 1


VIEWS = [
    "/",
    "/articles/{copy}",
    "/articles/{copy}?at=0-20",
    "/articles/{grain}?version=1",
    "/articles/{copy}/copies",
    "/articles/{grain}/changes",
    "/articles/{ship}/original?at=10-40",
    "/articles/{copy}/brief?language=en",
    "/articles/{copy}/story",
    "/articles/{ship}/story",
    "/compare",
    "/compare?left={grain}&right={copy}",
    "/search?q=beras",
    "/search?q=gajah",
    "/search/facets?q=beras",
    "/people",
    "/people?named=gajah",
    "/outlets",
    "/watch",
    "/watch/beras",
    "/help",
    "/sign-in",
    "/articles/tidak-ada",
]


HIDDEN_COLUMNS = """Array.from(document.querySelectorAll(".folding"))
    .filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.ariaLabel)"""


def barriers(page, width):
    """What axe finds on a page with everything unfolded, and what is wider than the screen or its place on a phone."""
    from axe_playwright_python.sync_playwright import Axe

    tags = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    page.evaluate("document.querySelectorAll('details:not(.draw)').forEach((one) => { one.open = true; })")
    found = Axe().run(page, options=tags).response["violations"]
    told = [(one["id"], [node["html"][:160] for node in one["nodes"][:3]]) for one in found]
    wide = page.evaluate("document.documentElement.scrollWidth")
    cut = page.evaluate(HIDDEN_COLUMNS)
    return told + ([("wide", wide)] if wide > width else []) + [("cut", one) for one in cut if width < 640]


@pytest.mark.parametrize("state", [("id", 1280, "light"), ("en", 390, "light"), ("en", 1280, "dark")])
def test_no_view_keeps_anybody_out(chromium, walked, state, tmp_path):
    """axe finds nothing, in any state; nothing is wider than the screen, and nothing to be tapped is too small."""
    (address, keys, token), (language, width, scheme) = walked, state
    view = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme, "locale": language}
    context = chromium.new_context(base_url=address, bypass_csp=True, **view)
    page = context.new_page()
    for signed, views in ((False, [VIEWS[1], "/watch"]), (True, VIEWS)):
        if signed:
            sign_in(page, token)
        for name in views:
            page.goto(name.format(**keys))
            if name.startswith(("/articles", "/search?")):  # parts of these come later
                page.wait_for_load_state("networkidle")
            assert barriers(page, width) == [], (name, state)
    for name in give(page, tmp_path):
        assert barriers(page, width) == [], (name, state)
    context.close()


def give(page, folder):
    """Walks through what becomes of what is given: refused, on its way, and brought."""
    page.goto("/")
    page.click("form[action='/read'] button.main")
    page.wait_for_selector("#fault")
    yield "nothing was given"
    for n in range(2):
        (folder / f"{n}.html").write_text(f"<html lang=id><title>Ikan {n}</title><p>“Ikan {n} langka,” kata Sari.</p>")
    (folder / "x.pdf").write_bytes(b"%PDF-1.7")
    page.goto("/")
    page.set_input_files("#file", sorted(folder.iterdir()))
    page.click("form[action='/read'] button.main")
    page.wait_for_url("**/imports/*")
    yield "an import"
    page.wait_for_selector(".import:not([hx-get])")
    yield "an import that is done"
    page.goto("/imports/tidak-ada")
    yield "no import"


def test_a_hostile_page_does_nothing_and_stays_usable(opened, desk, keys):
    """Scripts in its words do not run; ten thousand statements, two hundred shown, answer to keys at once."""
    record = show(desk, keys["ship"]).record
    words = "</script><script>document.title='dicuri'</script><img src=x onerror=document.title='dicuri'> \u202e"
    text = (words + " kata ") * 600
    said = tuple(
        Statement(id=f"s{n}", content=((n * 5, n * 5 + 400),), speaker=words, act="denies", confidence=0.9)
        for n in range(10_000)
    )
    whole = (Paragraph("paragraph", (0, len(text))),)
    add(desk, [Item(replace(record, id="x", headline=words, text=text, paragraphs=whole, statements=said))])
    with opened("en") as page:
        page.goto(f"/articles/{keys['ship']}")
        page.wait_for_load_state("networkidle")
        for _ in range(20):
            page.keyboard.press("j")
        assert page.locator(".statement.current").get_attribute("id") == "s20"
        assert page.title() != "dicuri"
        page.goto(f"/articles/{keys['ship']}/story")
        page.goto("/?lang=id")
        assert page.title() != "dicuri"
