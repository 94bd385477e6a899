"""The assistant's tools, called through the protocol's own client."""

import asyncio

import mcp
import pytest

from runut.assist import server


@pytest.fixture
def ask(stocked):
    """Calls a tool, or lists the tools."""

    def call(name=None, /, may_write=False, **given):
        async def run():
            async with mcp.Client(server(stocked, may_write=may_write)) as client:
                if name is None:
                    return (await client.list_tools()).tools
                return (await client.call_tool(name, given)).structured_content

        return asyncio.run(run())

    return call


@pytest.fixture
def desk(tmp_path):
    from runut.desk import Address, open_desk

    with open_desk(Address(str(tmp_path / "desk.db"), tmp_path / "captures")) as opened:
        yield opened


def test_an_assistant_reads_and_does_not_write_unless_it_may(ask):
    assert [tool.name for tool in ask()] == ["read", "search", "show", "people", "trace", "story"]
    assert all(tool.annotations.read_only_hint for tool in ask())
    assert [tool.name for tool in ask(may_write=True)][-1] == "add"


def test_what_is_found_has_spans_and_doubts(ask, beras):
    found = ask("search", question="act:denies")
    (hit,) = found["hits"]
    (said,) = hit["statements"]
    assert beras.text[slice(*said["span"])] == said["words"] == "kabar impor gula"
    assert hit["article"] in found["doubts"]
    shown = ask("show", article=hit["article"])
    assert shown["record"]["text"] == beras.text
    assert [one["name"] for one in ask("people", named="sari")["people"]] == ["Sari Dewanti"]


def test_a_text_is_read_at_once(ask):
    record = ask("read", text="Pasar ramai. “Harga beras naik lagi,” kata Sari Dewanti di pasar induk kemarin sore.")
    (said,) = record["statements"]
    assert (said["speaker"], said["act"]) == ("Sari Dewanti", "states")


@pytest.mark.parametrize(
    ("tool", "given", "told"),
    [
        ("search", {"question": "warna:merah"}, "There is no field"),
        ("show", {"article": "tidak-ada"}, "has no article"),
        ("read", {}, "either a url or a text"),
        ("read", {"url": "/etc/passwd"}, "web address"),
    ],
)
def test_faults_are_answers_that_say_what_to_do(ask, tool, given, told):
    assert told in ask(tool, **given)["error"]


@pytest.mark.parametrize("url", ["http://127.0.0.1/", "http://169.254.169.254/latest/meta-data"])
def test_an_assistant_reaches_nothing_inside(ask, url):
    record = ask("read", url=url)
    assert record["kind"] == "error"
    assert record["doubts"][0]["kind"] == "refused"
    assert ask("add", may_write=True, url=url)["brought"][0]["what"] == "unread"
