"""`runut`: the command line. Each command lives in a module of its own and is imported when it is called."""

from __future__ import annotations

import sys
from importlib import import_module
from io import TextIOWrapper

import click

from runut.cli.faults import told
from runut.version import __version__

COMMANDS = {
    "read": "runut.cli.read",
    "attribute": "runut.cli.attribute",
    "trace": "runut.cli.trace",
    "story": "runut.cli.story",
    "batch": "runut.cli.batch",
    "add": "runut.cli.add",
    "follow": "runut.cli.follow",
    "gather": "runut.cli.gather",
    "watch": "runut.cli.watch",
    "search": "runut.cli.search",
    "show": "runut.cli.show",
    "people": "runut.cli.people",
    "outlets": "runut.cli.outlets",
    "export": "runut.cli.export",
    "serve": "runut.cli.serve",
    "access": "runut.cli.access",
    "mcp": "runut.cli.mcp",
    "rule": "runut.cli.rule",
    "gold": "runut.cli.gold",
    "verify": "runut.cli.verify",
    "doctor": "runut.cli.doctor",
    "backup": "runut.cli.backup",
    "restore": "runut.cli.restore",
    "forget": "runut.cli.forget",
    "demo": "runut.cli.demo",
    "completion": "runut.cli.completion",
}

EPILOG = """\b
Examples:
  runut demo                             the bundled story, end to end
  runut read page.html                   one page, as a card
  runut read page.html --html out.html   a page that can be sent to a colleague
  runut read - < pasted.txt              text pasted from a browser or a chat
  runut read pages/ --json | jq .chain   a folder, one record a line
  runut read URL --evidence proof.zip    the page, its hash, the record, the report
  runut verify proof.zip                 does the record still come from its page?
  runut attribute texts.jsonl            attribution alone, in bulk
  runut trace articles.jsonl             who copied whom, passage by passage
  runut story articles.jsonl             how many origins has it?
  runut batch crawl/ --to lake/          a million pages, on many cores
  runut add pages/                       keep pages on the desk
  runut follow kompas.com                feeds of a site, or an OPML file
  runut gather --every 10m               what is new, again and again
  runut watch add bantahan act:denies    be told of each denial
  runut search beras act:denies          who denies what about rice?
  runut show ADDRESS --diff              what a page changed
  runut people mulyani                   who is quoted, how often, by whom
  runut outlets                          which outlets, and whom they credit
  runut export --to csv --out said.csv   a row a statement
  runut serve                            the desk as JSON over HTTP
  runut access add meja --role editor    a token for somebody else
  runut mcp                              the desk for an assistant
  runut rule ADDRESS 3 no                a statement was marked wrongly
  runut gold > gold.jsonl                rulings, for scorers
  runut doctor                           is everything as it was kept?
  runut backup desk.tar                  the desk and its captures
  runut restore desk.tar                 and back
  runut forget ADDRESS                   a takedown
"""


class Commands(click.Group):
    """Commands by name; the module behind a name is loaded only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[name]).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them: `--help` must answer at once."""
        with formatter.section("Commands"):
            formatter.write_dl(list(SHORT.items()))


SHORT = {
    "read": "Read pages: their anatomy, who said what, and the chain.",
    "attribute": "Attribute running text in bulk (JSON Lines in and out).",
    "trace": "Find who copied whom among many articles (JSON Lines).",
    "story": "Gather articles into stories, and count independent origins.",
    "batch": "Read very many pages to a lake of Parquet.",
    "add": "Keep pages on the desk, with their captures.",
    "follow": "Follow feeds, sitemaps and sites for new articles.",
    "gather": "Read what is new at everything that is followed.",
    "watch": "Save questions, and be told when the desk has an answer.",
    "search": "Find articles and statements on the desk.",
    "show": "Show an article of the desk, its versions, and what changed.",
    "people": "List who is quoted on the desk, how often, and by whom.",
    "outlets": "List the outlets of the desk.",
    "export": "Write articles for other tools (CSV, JSON-LD, WACZ …).",
    "serve": "Serve the desk to other programs (HTTP, JSON).",
    "access": "Say who may ask the server.",
    "mcp": "Serve the desk to an assistant (Model Context Protocol).",
    "rule": "Decide whether a statement is marked rightly.",
    "gold": "Write rulings as gold for scorers.",
    "verify": "Check an evidence archive, or the desk.",
    "doctor": "Tell what is wrong with the desk, and mend it.",
    "backup": "Copy the desk with its captures into one file.",
    "restore": "Make a desk from a backup.",
    "forget": "Take an article down: nothing of it is left but its hash.",
    "demo": "Read the bundled demo story and leave its report.",
    "completion": "Print the shell's completion script.",
}


@click.group(cls=Commands, invoke_without_command=True, epilog=EPILOG, context_settings={"max_content_width": 100})
@click.version_option(__version__, prog_name="runut")
@click.pass_context
def group(ctx: click.Context) -> None:
    """Where did this news page come from, and can I stand on it?"""
    if ctx.invoked_subcommand is None:
        import_module("runut.cli.opening").open_door(ctx)


def main() -> None:
    """Run the command line; faults become one clear line on stderr and an exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a character shows another, and no fault
    with told():
        group.main(prog_name="runut")
