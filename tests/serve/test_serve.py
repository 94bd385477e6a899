"""The server: who may do what, what it says, and what it never does."""

import json

import msgspec
import pytest
from litestar.testing import TestClient
from msgspec.structs import replace

from runut.desk import Item, add
from runut.errors import NotHeld, UsageFault
from runut.serve import accounts, add_account, application, remove_account
from runut.serve.app import listens_on_loopback
from runut.serve.door import MOST_WRONG
from runut.vocabulary import Record

HERE = "http://127.0.0.1"


@pytest.fixture
def made(stocked):
    """Makes clients of the server, each for an address that it listens at."""
    opened = []

    def client(host="127.0.0.1", base=HERE, **options):
        one = TestClient(application(stocked, host=host, **options), base_url=base)
        opened.append(one)
        return one.__enter__()

    yield client
    for one in opened:
        one.__exit__(None, None, None)


@pytest.fixture
def client(made):
    return made()


@pytest.fixture
def tokens(stocked):
    return {role: {"Authorization": f"Bearer {add_account(stocked, role, role)}"} for role in ("reader", "editor")}


def routes(client):
    """Every route with its method, and something to fill in."""
    for path, item in client.get("/schema/openapi.json").json()["paths"].items():
        for method in item:
            yield method.upper(), path.replace("{article}", "beras").replace("{name}", "satu")


def test_a_listing_goes_on_with_its_cursor(client):
    first = client.get("/api/articles", params={"q": "kata", "limit": 1}).json()
    second = client.get("/api/articles", params={"q": "kata", "limit": 1, "cursor": first["cursor"]}).json()
    found = [hit["headline"] for answer in (first, second) for hit in answer["hits"]]
    assert (sorted(found), second["cursor"]) == (["Beras", "Kapal karam"], None)


def test_an_article_has_its_record_and_what_is_made_of_it(client, beras):
    (hit,) = client.get("/api/articles", params={"q": "act:denies"}).json()["hits"]
    address = f"/api/articles/{hit['article']}"
    record = client.get(address).json()["record"]
    assert msgspec.convert(record, Record).statements == beras.statements
    assert len(client.get(f"{address}/annotations").json()) == len(beras.statements)
    assert client.get(f"{address}/schema.org").json()["headline"] == "Beras"
    assert client.get(f"{address}/provenance").json()["wasGeneratedBy"]


def test_what_changed_is_told_from_where_one_was(client, stocked, beras):
    first = client.get("/api/changes").json()
    assert len(first["hits"]) == 2
    assert client.get("/api/changes", params={"changed_after": first["upto"]}).json()["hits"] == []
    add(stocked, [Item(replace(beras, id="baru", text=beras.text + " Tamat."))])
    later = client.get("/api/changes", params={"changed_after": first["upto"]}).json()
    assert [hit["headline"] for hit in later["hits"]] == ["Beras"]


def test_records_are_a_stream_of_json_lines(client, stocked, beras, monkeypatch):
    monkeypatch.setattr("runut.desk.leaving.AT_ONCE", 2)
    add(stocked, [Item(replace(beras, id=f"{n}", article=f"{n}", url=f"https://a.example/{n}")) for n in range(5)])
    lines = client.get("/api/records").text.splitlines()
    assert len({json.loads(line)["article"] for line in lines}) == len(lines) == 7
    assert len(client.get("/api/records", params={"q": "kapal"}).text.splitlines()) == 1


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/articles/tidak-ada", 404),
        ("/api/watches/tidak-ada/alerts", 404),
        ("/api/articles?q=warna:merah", 400),
        ("/api/articles?limit=0", 400),
        ("/api/articles?cursor=x", 400),
        ("/api/changes?changed_after=-1", 400),
        ("/tidak-ada", 404),
    ],
)
def test_faults_have_one_shape_and_say_what_to_do(client, path, status):
    answer = client.get(path)
    assert answer.status_code == status
    assert answer.json()["error"]["status"] == status
    assert answer.json()["error"]["message"]


def test_what_nobody_foresaw_tells_the_client_nothing(made, monkeypatch):
    monkeypatch.setattr("runut.serve.reading.outlets_held", lambda _: {}["rahasia"])
    client = made()
    answer = TestClient(client.app, base_url=HERE, raise_server_exceptions=False).get("/api/outlets")
    assert answer.status_code == 500
    assert "rahasia" not in answer.text
    assert answer.json()["error"]["status"] == 500


def test_on_loopback_all_may_read_and_none_write_without_an_editors_token(client, tokens):
    for method, path in routes(client):
        bare = client.request(method, path, json={}).status_code
        reader = client.request(method, path, json={}, headers=tokens["reader"]).status_code
        editor = client.request(method, path, json={}, headers=tokens["editor"]).status_code
        if method == "GET":
            assert {bare, reader, editor} <= {200, 404}, path
        else:
            assert (bare, reader) == (401, 403), (method, path)
            assert editor not in (401, 403), (method, path)


def test_beyond_loopback_nobody_reads_without_a_token(made, tokens, monkeypatch):
    monkeypatch.setattr("runut.serve.door.MOST_WRONG", 1_000)
    client = made(host="0.0.0.0", base="http://desk.example")
    assert client.get("/health").status_code == 200
    for method, path in [*routes_of(client, tokens), ("GET", "/schema/openapi.json")]:
        if path == "/health":
            continue
        assert client.request(method, path, json={}).status_code == 401, (method, path)
        wrong = {"Authorization": altered(tokens["reader"]["Authorization"])}
        assert client.request(method, path, json={}, headers=wrong).status_code == 401
    assert client.get("/api/articles", headers=tokens["editor"]).status_code == 200


def altered(token):
    """Another token, by its last sign."""
    return token[:-1] + ("y" if token.endswith("x") else "x")


def routes_of(client, tokens):
    paths = client.get("/schema/openapi.json", headers=tokens["reader"]).json()["paths"]
    return [(method.upper(), path) for path, item in paths.items() for method in item]


def test_a_route_that_says_nothing_is_for_editors_alone(stocked, tokens):
    from litestar import get

    @get("/baru", sync_to_thread=False)
    def new() -> str:
        return "x"

    app = application(stocked, host="127.0.0.1")
    app.register(new)
    with TestClient(app, base_url=HERE) as client:
        told = [client.get("/baru", headers=given).status_code for given in ({}, tokens["reader"], tokens["editor"])]
    assert told == [401, 403, 200]


def test_who_has_a_name_is_reached_from_elsewhere_and_asks_for_tokens(made, tokens):
    client = made(names=("meja.example",), base="http://meja.example")
    assert client.get("/api/articles").status_code == 401
    assert client.get("/api/articles", headers=tokens["reader"]).status_code == 200


def test_nobody_listens_beyond_loopback_without_tokens(stocked):
    with pytest.raises(UsageFault, match="nobody has a token"):
        application(stocked, host="127.0.0.1", names=("meja.example",))
    with pytest.raises(UsageFault, match="nobody has a token"):
        application(stocked, host="0.0.0.0")
    add_account(stocked, "meja", "reader")
    application(stocked, host="0.0.0.0")


@pytest.mark.parametrize(
    ("host", "is_loopback"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.168.1.4", False),
        ("localhost.example", False),
        ("", False),
    ],
)
def test_what_loopback_is(host, is_loopback):
    assert listens_on_loopback(host) is is_loopback


def test_a_page_elsewhere_does_not_reach_it_by_a_name_of_its_own(client):
    assert client.get("/api/articles", headers={"Host": "jahat.example"}).status_code == 400
    assert client.get("/api/articles", headers={"Host": "localhost:8484"}).status_code == 200


def test_a_token_holds_until_it_is_taken_back(client, stocked, tokens):
    body = {"name": "satu", "question": "beras"}
    assert client.post("/api/watches", json=body, headers=tokens["editor"]).status_code == 201
    remove_account(stocked, "editor")
    assert client.delete("/api/watches/satu", headers=tokens["editor"]).status_code == 401
    assert [account.name for account in accounts(stocked)] == ["reader"]
    with pytest.raises(NotHeld):
        remove_account(stocked, "editor")


def test_only_a_hash_of_a_token_is_kept(stocked, tokens):
    secret = tokens["editor"]["Authorization"].partition(".")[2]
    with stocked.reading() as connection:
        kept = connection.exec_driver_sql("SELECT name, role, hash FROM accounts").all()
    assert secret not in str(kept)
    assert all(row[2].startswith("$argon2id$") for row in kept)


def test_who_guesses_is_stopped(client, tokens):
    told = [client.post("/api/watches", headers={"Authorization": "Bearer editor.x"}).status_code for _ in range(30)]
    assert told == [401] * MOST_WRONG + [429] * (30 - MOST_WRONG)


def test_who_guesses_keeps_out_nobody_else(client, tokens):
    watch = {"name": "satu", "question": "kapal"}
    assert client.post("/api/watches", json=watch, headers=tokens["editor"]).status_code == 201
    for _ in range(MOST_WRONG):
        client.post("/api/watches", headers={"Authorization": "Bearer editor.x"})
    assert client.delete("/api/watches/satu", headers=tokens["editor"]).status_code == 204


def test_too_many_requests_are_turned_away(made):
    client = made(rate=3)
    assert [client.get("/health").status_code for _ in range(5)] == [200, 200, 200, 429, 429]


def test_an_editor_rules_follows_watches_and_takes_down(client, tokens):
    editor = tokens["editor"]
    (hit,) = client.get("/api/articles", params={"q": "beras"}).json()["hits"]
    address = f"/api/articles/{hit['article']}"
    ruled = client.post(f"{address}/rulings", json={"statement": "0", "verdict": "no", "note": "x"}, headers=editor)
    assert (ruled.json()["by"], ruled.json()["verdict"]) == ("editor", "no")
    assert client.delete(address, headers=editor).json()["key"] == hit["article"]
    assert client.get(address).status_code == 404
    watch = {"name": "satu", "question": "kapal", "webhook": "https://pihak.example/rahasia", "past": True}
    assert client.post("/api/watches", json=watch, headers=editor).json()["secret"].startswith("whsec_")
    assert "rahasia" not in client.get("/api/watches").text


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/", "http://localhost:5432/", "file:///etc/passwd", "http://10.0.0.1/x"]
)
def test_the_server_fetches_nothing_inside(client, tokens, url):
    added = client.post("/api/articles", json={"urls": [url]}, headers=tokens["editor"])
    assert added.status_code == 400 or added.json()["brought"][0]["what"] == "unread"
    assert client.post("/api/follows", json={"url": url}, headers=tokens["editor"]).status_code == 403
    hook = {"name": "satu", "question": "beras", "webhook": url}
    assert client.post("/api/watches", json=hook, headers=tokens["editor"]).status_code == 403


def test_monitoring_reads_the_figures(client):
    client.get("/api/outlets")
    answer = client.get("/metrics")
    assert answer.headers["content-type"].startswith("application/openmetrics-text")
    lines = answer.text.splitlines()
    assert "runut_articles 2" in lines
    assert 'runut_requests_total{method="GET",route="/api/outlets",status="200"} 1' in lines
    assert lines[-1] == "# EOF"


def test_no_body_is_too_large_to_be_refused(client, tokens):
    assert client.post("/api/watches", content=b"x" * 2_000_000, headers=tokens["editor"]).status_code in (400, 413)
