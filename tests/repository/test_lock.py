import tomllib

import pytest

from lock import LOCK, ROOT, faults

PROJECT = {"project": {"dependencies": ["kata>=2"]}, "dependency-groups": {"dev": ["ujar", {"include-group": "x"}]}}
GOOD = (
    "kata==2.1 ; python_version >= '3.11' \\\n    --hash=sha256:aa\nujar==1 \\\n    --hash=sha256:bb\n    # via kata\n"
)


def test_the_lock_holds_what_the_project_asks_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert list(faults(project, LOCK.read_text(encoding="utf-8"))) == []


def test_a_good_lock_has_no_faults():
    assert list(faults(PROJECT, GOOD)) == []


@pytest.mark.parametrize(
    ("lock", "fault"),
    [
        (GOOD.replace("ujar==1", "tutur==1"), "ujar is not locked"),
        (GOOD.replace("kata==2.1", "kata==1.9"), "kata>=2 does not allow the locked 1.9"),
        (GOOD.replace("--hash=sha256:bb", ""), "ujar has no digest"),
    ],
)
def test_a_stale_lock_is_told(lock, fault):
    assert fault in list(faults(PROJECT, lock))


@pytest.mark.parametrize("name", ["requirements.lock", "bootstrap.lock"])
def test_no_lock_names_an_index(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert "index" not in text
