import pytest

from runut.capture.fetch import fetch
from runut.capture.wire import Limits
from runut.errors import Refused, Unreachable

pytestmark = pytest.mark.network

QUICK = Limits(connect=1, read=0.4, total=3.0)


def get(url):
    return fetch(url, allow_private=True, limits=QUICK)


@pytest.fixture
def ruled(site):
    site.says("/berita/1")

    def rule(text, status=200, **headers):
        site.says("/robots.txt", text.encode(), status, **({"Content_Type": "text/plain"} | headers))
        return site.url("/berita/1")

    return rule


@pytest.mark.parametrize(
    "rules",
    [
        "User-agent: *\nDisallow: /",
        "User-agent: *\nDisallow: /berita/",
        "user-agent: RUNUT\ndisallow: /*/1$",
        "User-agent: Runut/2.0\nDisallow: /",
        "User-agent: lain\nUser-agent: runut\nDisallow: /berita\n\nUser-agent: *\nAllow: /",
        "\ufeffUser-agent: *\nDisallow: /",
    ],
)
def test_what_robots_txt_forbids_is_not_asked_for(site, ruled, rules):
    url = ruled(rules)
    with pytest.raises(Refused, match=r"robots\.txt"):
        get(url)
    assert site.paths == ["/robots.txt"]


@pytest.mark.parametrize(
    "rules",
    [
        "",
        "<html>nothing here</html>",
        "User-agent: *\nDisallow: /cari",
        "User-agent: lain\nDisallow: /",
        "User-agent: github\nDisallow: /",
        "User-agent: *\nDisallow: /\n\nUser-agent: Runut\nAllow: /",
        "User-agent: *\nDisallow: /berita\nAllow: /berita/1",
    ],
)
def test_what_robots_txt_allows_is_read(ruled, rules):
    assert get(ruled(rules)).content


def test_robots_txt_of_each_site_on_the_way_is_asked_for_once(site, ruled):
    ruled("User-agent: *\nDisallow: /berita/1")
    site.says("/a", b"", 302, Location="/b")
    site.says("/b", b"", 302, Location=site.url("/berita/1", host="localhost"))
    with pytest.raises(Refused, match="localhost asks programs not to"):
        get(site.url("/a"))
    assert site.paths == ["/robots.txt", "/a", "/b", "/robots.txt"]


@pytest.mark.parametrize("status", [401, 403, 404, 410, 429])
def test_no_robots_txt_allows_everything(ruled, status):
    assert get(ruled("User-agent: *\nDisallow: /", status)).content


@pytest.mark.parametrize("status", [500, 503, 204])
def test_a_robots_txt_that_is_not_given_forbids_everything(site, ruled, status):
    url = ruled("" if status == 204 else "x", status)
    with pytest.raises(Refused, match=r"could not give its robots\.txt"):
        get(url)
    assert site.paths == ["/robots.txt"]


def test_a_damaged_robots_txt_forbids_everything(ruled):
    with pytest.raises(Refused):
        get(ruled("User-agent: *", Content_Encoding="gzip"))


def test_robots_txt_may_move(site, ruled):
    url = ruled("", 301, Location="/aturan.txt")
    site.says("/aturan.txt", b"User-agent: *\nDisallow: /")
    with pytest.raises(Refused, match="asks programs not to"):
        get(url)


def test_robots_txt_may_not_move_for_ever(ruled):
    with pytest.raises(Unreachable, match="too often"):
        get(ruled("", 301, Location="/robots.txt"))


def test_robots_txt_may_not_move_inside(site, ruled):
    ruled("", 301, Location="http://169.254.169.254/")
    with pytest.raises(Refused, match="metadata"):
        fetch("http://umum.example/berita/1", gate=site.as_public(), limits=QUICK)
    assert site.paths == ["/robots.txt"]


def test_of_a_huge_robots_txt_the_start_counts(ruled):
    assert get(ruled("# " + "x" * 600_000 + "\nUser-agent: *\nDisallow: /")).content
    with pytest.raises(Refused):
        get(ruled("User-agent: *\nDisallow: /\n# " + "x" * 600_000))


def test_many_robots_before_many_rules_cost_no_product(ruled):
    robots = "".join(f"User-agent: r{n}\n" for n in range(20_000))
    rules = "".join(f"Disallow: /{n}\n" for n in range(10_000))
    assert get(ruled(robots + rules)).content
