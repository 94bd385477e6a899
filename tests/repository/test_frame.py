import re
import stat
import tomllib
from pathlib import Path

import runut

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_the_changelog_knows_this_version():
    headings = re.findall(r"^## \[([^\]]+)\]", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert headings[0] == "Unreleased"
    assert runut.__version__ in headings or len(headings) == 1


def test_every_lint_exception_has_a_reason():
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").split("\n")
    start = lines.index("[tool.ruff.lint]")
    codes = [line for line in lines[start:] if re.match(r'\s+"[A-Z]+\d*",', line)]
    assert codes
    assert [line for line in codes if not re.search(r"# .{8,}", line)] == []


def test_every_file_of_the_package_that_reading_needs_is_packed():
    assert PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"] == ["src/runut"]
    assert (ROOT / "src" / "runut" / "py.typed").exists()


def test_the_licence_is_the_one_that_is_named():
    assert PROJECT["project"]["license"] == "Apache-2.0"
    assert "Version 2.0, January 2004" in (ROOT / "LICENSE").read_text(encoding="utf-8")


def test_the_server_runs_what_a_person_runs():
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & stat.S_IXUSR
    text = script.read_text(encoding="utf-8")
    assert re.search(r"^make test", text, re.MULTILINE)
    assert re.search(r"^make check", text, re.MULTILINE)


def test_no_module_is_a_drawer():
    drawers = {"utils", "helpers", "common", "manager", "misc"}
    assert [path for path in (ROOT / "src").rglob("*.py") if path.stem in drawers] == []
