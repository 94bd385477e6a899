"""The commands together: help, version, completion, the demo."""

from importlib import import_module
from pathlib import Path

import click
import pytest

from runut.cli.main import COMMANDS, SHORT
from runut.demo import pages
from runut.version import __version__


def test_help_lists_every_command_and_teaches_by_example(run):
    ran = run("--help")
    assert ran.code == 0
    for name, short in SHORT.items():
        assert f"  {name} " in ran.out
        assert short in ran.out
        assert f"runut {name} " in ran.out or name == "completion"


def test_every_command_has_a_line_of_help():
    assert list(SHORT) == list(COMMANDS)
    assert all(short.endswith(".") for short in SHORT.values())


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_named_and_explains_itself(run, name):
    assert import_module(COMMANDS[name]).command.name == name
    ran = run(name, "--help")
    assert ran.code == 0
    assert ran.out.startswith(f"Usage: runut {name} ")
    assert len(ran.out.splitlines()) > 4
    options = [option for option in import_module(COMMANDS[name]).command.params if isinstance(option, click.Option)]
    assert [option.name for option in options if not option.help] == []


def test_version(run):
    assert run("--version").out == f"runut, version {__version__}\n"


def test_alone_without_a_terminal_it_prints_its_help(run):
    ran = run()
    assert ran.code == 0
    assert ran.out.startswith("Usage: runut")


@pytest.mark.parametrize("arguments", [["frobnicate"], ["--frob"]])
def test_wrong_use(run, arguments):
    ran = run(*arguments)
    assert (ran.code, ran.raw) == (2, b"")
    assert arguments[0] in ran.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(run, shell):
    ran = run("completion", shell)
    assert (ran.code, ran.err) == (0, "")
    assert "_RUNUT_COMPLETE" in ran.out
    assert "runut" in ran.out


def test_completion_knows_its_shells(run):
    assert run("completion", "tcsh").code == 2


def test_completion_completes_commands(monkeypatch, run):
    monkeypatch.setenv("_RUNUT_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "runut re")
    monkeypatch.setenv("COMP_CWORD", "1")
    assert run().out == "plain,read\nplain,restore\n"


@pytest.mark.parametrize(("language", "words"), [("id", "pejabat"), ("en", "unnamed")])
def test_the_demo_leaves_its_reports_and_says_where(run, tmp_path, language, words):
    folder = tmp_path / "reports"
    ran = run("demo", "--to", folder, "--lang", language)
    assert (ran.code, ran.err) == (0, "")
    assert str(folder / "index.html") in ran.out.replace("\n", "")
    overview = (folder / "index.html").read_text("utf-8")
    assert f'<html lang="{language}"' in overview
    for page in pages():
        assert page.outlet in ran.out
    reports = sorted(folder.glob("*.report.html"))
    assert len(reports) >= 12
    assert all(report.name in overview for report in reports)
    assert words in "".join(report.read_text("utf-8") for report in reports).lower()


def test_the_demo_in_a_place_where_nothing_can_be_written(run, put):
    place = put("taken", "a file, no folder")
    ran = run("demo", "--to", Path(place) / "reports")
    assert ran.code == 2
    assert "--to" in ran.err
