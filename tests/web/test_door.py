"""Who gets in: what each route asks for, and what no page elsewhere can make a browser do."""

import re

import pytest
from litestar.handlers import HTTPRouteHandler

from runut.serve import add_account, remove_account
from runut.serve.sessions import COOKIE, Sessions
from runut.web.signing import _own

HERE = "http://127.0.0.1"
OPEN = {"/static/{digest:str}/{name:path}", "/sign-in", "/sign-out", "/help", "/runut.webmanifest", "/health"}

CLOSED = {"/imports/{name:str}"}
"""Where something is read that is an editor's own."""


def routes(client):
    """Every route of the desk in the browser, those of the JSON beside it left out, and something to fill in."""
    for route in client.app.routes:
        if route.path.startswith(("/api", "/schema", "/metrics")):
            continue
        for handler in getattr(route, "route_handlers", ()):
            assert isinstance(handler, HTTPRouteHandler)
            for method in handler.http_methods - {"OPTIONS"}:
                yield method, route.path, re.sub(r"\{\w+:\w+\}", "x", route.path)


def sign_in(client, token):
    answer = client.post("/sign-in", data={"token": token, "next": "/people"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/people")
    return re.search(r'name="csrf" value="([^"]+)"', client.get("/").text)[1]


def test_reading_is_open_here_and_writing_is_not(client, desk):
    reader = {"Authorization": f"Bearer {add_account(desk, 'pembaca', 'reader')}"}
    for method, route, path in routes(client):
        bare = client.request(method, path, follow_redirects=False).status_code
        held = client.request(method, path, headers=reader, follow_redirects=False).status_code
        if (method == "GET" and route not in CLOSED) or route in OPEN or route == "/read":
            assert bare not in (401, 403, 500), (method, route)
        else:
            assert (bare, held) == (401, 403), (method, route)


def test_elsewhere_nothing_is_read_without_a_token(made, desk, token):
    client = made(host="0.0.0.0", base="http://desk.example")
    for method, route, path in routes(client):
        if route not in OPEN:
            assert client.request(method, path).status_code == 401, (method, route)
    assert 'name="token"' in client.get("/people").text


def test_a_session_begins_with_a_token_and_writes_with_its_own_forms(client, keys, token):
    csrf = sign_in(client, token)
    said = client.get(f"/api/articles/{keys['grain']}").json()["record"]["statements"][0]["id"]
    form = {"statement": said, "verdict": "yes"}
    target = f"/articles/{keys['grain']}/rulings"
    assert client.post(target, data=form).status_code == 403
    assert client.post(target, data=form | {"csrf": "x.y"}).status_code == 403
    assert client.post(target, data=form | {"csrf": csrf}, follow_redirects=False).status_code == 303
    ruled = client.get(f"/api/articles/{keys['grain']}").json()["rulings"]
    assert [(one["by"], one["verdict"]) for one in ruled] == [("sari", "yes")]


def test_the_json_takes_no_cookie_without_the_forms_token(client, keys, token):
    csrf = sign_in(client, token)
    body = {"name": "satu", "question": "beras"}
    assert client.post("/api/watches", json=body).status_code == 403
    assert client.post("/api/watches", json=body, headers={"x-csrf": csrf}).status_code == 201


def test_the_cookie_is_out_of_reach(client, made, token):
    answer = client.post("/sign-in", data={"token": token}, follow_redirects=False)
    cookie = answer.headers["set-cookie"].lower()
    assert all(part in cookie for part in ("httponly", "samesite=strict", "path=/", "max-age="))
    away = made(host="0.0.0.0", base="https://desk.example")
    told = away.post("/sign-in", data={"token": token}, follow_redirects=False).headers["set-cookie"].lower()
    assert "secure" in told


@pytest.mark.parametrize(
    "headers", [{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "https://jahat.example"}]
)
def test_a_page_elsewhere_makes_a_browser_do_nothing(client, token, headers):
    csrf = sign_in(client, token)
    for path in ("/read", "/watch", "/sign-in", "/sign-out"):
        assert client.post(path, data={"csrf": csrf}, headers=headers).status_code == 403, path


def test_a_reader_is_told_what_a_reader_may(made, desk, keys, token):
    client = made(host="0.0.0.0", base="https://desk.example")
    client.post("/sign-in", data={"token": add_account(desk, "pembaca", "reader")})
    found = client.get(f"/articles/{keys['grain']}?lang=en")
    assert found.status_code == 200
    assert "Your token may read" in found.text
    assert 'name="verdict"' not in found.text
    csrf = re.search(r'name="csrf" value="([^"]+)"', client.get("/").text)[1]
    assert client.post("/watch", data={"name": "x", "question": "y", "csrf": csrf}).status_code == 403


def test_out_is_out(client, desk, token):
    csrf = sign_in(client, token)
    kept = client.cookies[COOKIE]
    client.post("/sign-out", data={"csrf": csrf})
    client.cookies.set(COOKIE, kept)
    assert 'name="csrf" value=""' in client.get("/").text
    assert client.post("/watch", data={"name": "x", "question": "y", "csrf": csrf}).status_code == 401


def test_a_session_ends_with_its_account(client, desk, token):
    csrf = sign_in(client, token)
    remove_account(desk, "sari")
    assert client.post("/watch", data={"name": "x", "question": "y", "csrf": csrf}).status_code == 401


def test_a_session_ends_by_itself(monkeypatch):
    sessions = Sessions()
    monkeypatch.setattr("runut.serve.sessions.LASTS", -1)
    assert sessions.find(sessions.begin("sari", "editor", "x")) is None


def test_a_wrong_token_begins_nothing(client):
    answer = client.post("/sign-in", data={"token": "sari.salah"})
    assert answer.status_code == 401
    assert COOKIE not in client.cookies
    assert client.post("/sign-in", data={"token": ""}).status_code == 401


@pytest.mark.parametrize(
    "target", ["https://jahat.example", "//jahat.example", "/\\jahat.example", "javascript:alert(1)", "\t//x", ""]
)
def test_signing_in_leads_nowhere_else(target):
    assert _own(target) == "/"


def test_each_form_has_another_token(client, token):
    sign_in(client, token)
    found = {re.search(r'name="csrf" value="([^"]+)"', client.get("/").text)[1] for _ in range(3)}
    assert len(found) == 3


def test_every_page_lets_run_only_what_is_the_desks_own(client, keys):
    paths = ["/", "/search", f"/articles/{keys['ship']}", "/sign-in", "/articles/tidak-ada", "/help"]
    for answer in (client.get(path) for path in paths):
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy, answer.url
        assert "unsafe" not in policy, answer.url
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert not re.search(r"<script(?![^>]*\ssrc=)|\sstyle=|\son\w+=|<style", answer.text), answer.url
