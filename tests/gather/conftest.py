import pytest

from runut.capture.wire import Limits
from runut.desk import Address, open_desk
from runut.gather import Manners
from runut.gather.manners import Pace


@pytest.fixture
def desk(tmp_path):
    """One in a file: what depends on the database is tested elsewhere."""
    with open_desk(Address(str(tmp_path / "desk.db"), tmp_path / "captures")) as opened:
        yield opened


@pytest.fixture
def manners(site):
    """To which the server is every public host; it does not wait."""
    limits = Limits(connect=1, read=0.4, total=1.0, size=100_000)
    return Manners(gate=site.as_public("dalam.example"), limits=limits, pace=Pace(0))
