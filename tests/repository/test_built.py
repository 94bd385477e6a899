import pytest

from built import loads


@pytest.mark.parametrize(
    "text",
    [
        '<script src="https://contoh.example/a.js">',
        "<img alt=x src=//contoh.example/a.png>",
        '<link rel="stylesheet" href="https://contoh.example/a.css">',
        "@import 'https://contoh.example/a.css'",
        "a { background: url(https://contoh.example/a.png) }",
    ],
)
def test_what_a_browser_would_fetch_is_found(text):
    assert [address.split("/")[2] for address in loads(text)] == ["contoh.example"]


@pytest.mark.parametrize(
    "text",
    [
        '<a href="https://contoh.example/">',
        '<link rel="canonical" href="https://contoh.example/a">',
        '<link href="assets/a.css"><script src="a.js">',
        "url(data:image/png;base64,AA//BB)",
    ],
)
def test_links_and_local_files_pass(text):
    assert list(loads(text)) == []
