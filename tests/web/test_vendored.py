"""What others made is carried along as they published it, with its licence."""

import hashlib
import re
from importlib.resources import files

VENDOR = files("runut.web") / "static" / "vendor"
ROWS = re.findall(r"^\| `([\w.-]+)` .* `(\w{64})` \|$", (VENDOR / "README.md").read_text(), re.MULTILINE)


def test_each_file_is_as_it_was_published():
    scripts = sorted(one.name for one in VENDOR.iterdir() if one.name.endswith(".js"))
    assert sorted(name for name, _ in ROWS) == scripts
    for name, digest in ROWS:
        assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == digest, name


def test_each_has_its_licence():
    for name, _ in ROWS:
        assert (VENDOR / f"{name.partition('.')[0]}.LICENSE").read_text().strip()
