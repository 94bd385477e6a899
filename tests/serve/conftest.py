from importlib import import_module

import pytest
from argon2 import PasswordHasher

from runut.desk import Address, open_desk


@pytest.fixture
def desk(tmp_path):
    """One in a file: what depends on the database is tested elsewhere."""
    with open_desk(Address(str(tmp_path / "desk.db"), tmp_path / "captures")) as opened:
        yield opened


@pytest.fixture(autouse=True)
def light(monkeypatch):
    """The real argon2 with little work: hundreds of tokens are checked here."""
    quick = PasswordHasher(time_cost=1, memory_cost=64)
    for name in ("runut.serve.accounts", "runut.serve.door"):
        monkeypatch.setattr(import_module(name), "hasher", lambda: quick)
