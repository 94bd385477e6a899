"""What the documents promise must be there: commands, targets, links, examples."""

import contextlib
import io
import re
import shlex
from pathlib import Path

import click
import pytest

from runut.cli import main as cli

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
FENCE = re.compile(r"^ *```(\w*)\n(.*?)^ *```", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`((?:runut|make) [^`]+)`")
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
PLACEHOLDER = re.compile(r"^[A-Z]+$|^…$")
COMMAND = next(value for value in vars(cli).values() if isinstance(value, click.Group))


def name(path):
    return str(path.relative_to(ROOT))


def commands(program):
    """Every command of a program in the documents, with its document."""
    for path in DOCUMENTS:
        text = path.read_text(encoding="utf-8")
        lines = [
            line.strip().removeprefix("$ ")
            for kind, body in FENCE.findall(text)
            if kind != "python"
            for line in body.split("\n")
        ]
        for line in [*lines, *INLINE.findall(text)]:
            if line.startswith(f"{program} "):
                yield pytest.param(line, id=f"{name(path)}: {line[:60]}")


@pytest.mark.parametrize("line", list(commands("runut")))
def test_commands_in_the_documents_parse(line):
    words = shlex.split(re.split(r"\s[<>|]\s", line)[0], comments=True)[1:]
    command, context = COMMAND, click.Context(COMMAND, info_name="runut")
    if words and not words[0].startswith("-") and not PLACEHOLDER.match(words[0]):
        command = COMMAND.get_command(context, words.pop(0))
        assert command is not None
        context = click.Context(command, parent=context)
    elif words and PLACEHOLDER.match(words[0]):
        return
    command.make_parser(context).parse_args(words)


def test_a_command_that_does_not_parse_is_noticed():
    command = COMMAND.get_command(click.Context(COMMAND), "read")
    with pytest.raises(click.NoSuchOption):
        command.make_parser(click.Context(command)).parse_args(["page.html", "--pose-as-browser"])


@pytest.mark.parametrize("line", list(commands("make")))
def test_targets_in_the_documents_exist(line):
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert shlex.split(line, comments=True)[1] in targets


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_links_between_documents_lead_somewhere(path):
    links = [link for link in LINK.findall(path.read_text(encoding="utf-8")) if "://" not in link]
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("document", ["README.md", "README.id.md", "docs/how-to/bulk.md"])
def test_python_in_the_documents_runs(document):
    blocks = [body for kind, body in FENCE.findall((ROOT / document).read_text(encoding="utf-8")) if kind == "python"]
    assert blocks
    for body in blocks:
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(body, document, "exec"), {})  # noqa: S102  the block is ours
        assert "Sari" in out.getvalue()


def plain_commands(document):
    lines = (param.values[0] for param in commands("runut") if param.id.startswith(f"{document}:"))
    return [re.sub(r"--lang \w+|\s*#.*", "", line) for line in lines]


def test_both_readmes_give_the_same_commands():
    assert plain_commands("README.md") == plain_commands("README.id.md") != []


def test_the_guide_to_languages_names_every_file_of_a_pack():
    guide = (ROOT / "docs" / "languages.md").read_text(encoding="utf-8")
    for folder in (ROOT / "src" / "runut" / "languages").glob("*/"):
        parts = {path.name for path in folder.glob("*.toml")}
        assert not parts or parts == set(re.findall(r"^\| `(\w+\.toml)`", guide, re.MULTILINE))


def test_every_decision_is_listed():
    folder = ROOT / "docs" / "decisions"
    listed = re.findall(r"\]\((\d{4}-[a-z-]+\.md)\)", (folder / "index.md").read_text(encoding="utf-8"))
    assert listed == sorted(path.name for path in folder.glob("0*.md"))
