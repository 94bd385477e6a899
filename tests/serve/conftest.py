import pytest

from runut.desk import Address, open_desk


@pytest.fixture
def desk(tmp_path):
    """One in a file: what depends on the database is tested elsewhere."""
    with open_desk(Address(str(tmp_path / "desk.db"), tmp_path / "captures")) as opened:
        yield opened
