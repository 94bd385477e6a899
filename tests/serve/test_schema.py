"""Requests made from the server's own description, right and wrong ones: none may break it."""

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings

from runut.desk import Address, Item, add, open_desk
from runut.desk.lines import Text, record_of
from runut.serve import add_account, application

SAID = "“Harga beras turun,” kata Menteri Pangan Sari Dewanti. Menurut Reuters, kapal itu tenggelam."


@pytest.fixture
def described(tmp_path):
    """The description, and headers with which all may be asked."""
    with open_desk(Address(str(tmp_path / "desk.db"), tmp_path / "captures")) as desk:
        add(desk, [Item(record_of(Text(SAID, url="https://a.example/beras", headline="Beras", language="id")))])
        headers = {"Host": "localhost", "Authorization": f"Bearer {add_account(desk, 'editor', 'editor')}"}
        app = application(desk, host="127.0.0.1", rate=1_000_000)
        yield schemathesis.openapi.from_asgi("/schema/openapi.json", app, headers=headers), headers


@pytest.mark.filterwarnings("default")
def test_no_request_breaks_the_server(described):
    schema, headers = described
    statuses = set()
    for found in schema.get_all_operations():

        @given(case=found.ok().as_strategy())
        @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), database=None)
        def ask(case):
            answer = case.call(headers=headers)
            statuses.add(answer.status_code)
            assert answer.status_code < 500, (case.as_curl_command(), answer.text)

        ask()
    assert {200, 400} <= statuses
