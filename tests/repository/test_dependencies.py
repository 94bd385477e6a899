import ast
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
DATA = {"psycopg", "tzdata"}
"""Packages that other libraries find by name: the driver of a server's address, the zones of the world."""


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module.partition(".")[0]


def test_what_is_imported_is_asked_for_and_the_reverse():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"]["optional-dependencies"].values()
    lines = [*project["project"]["dependencies"], *(line for extra in extras for line in extra)]
    wanted = {Requirement(line).name for line in lines} - DATA
    modules = {name for path in (ROOT / "src").rglob("*.py") for name in imported(path)}
    foreign = modules - set(sys.stdlib_module_names) - {"runut"}
    owners = packages_distributions()
    assert {name.lower() for module in foreign for name in set(owners.get(module, [module]))} == wanted
