import io

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.console import Console

from runut.reports.card import card
from runut.vocabulary import Outlet


def printed(record, language="en", width=80, **more):
    console = Console(width=width, file=io.StringIO(), **more)
    console.print(card(record, language))
    return console.file.getvalue()


@pytest.mark.parametrize("width", [60, 80, 120])
def test_relayed_cards(relayed, width, snapshot):
    assert [line.rstrip() for line in printed(relayed, "id", width).splitlines()] == snapshot


@pytest.mark.parametrize("name", ["own", "parallel", "rumour", "quiet", "error", "index"])
def test_other_cards(stories, name, snapshot):
    assert [line.rstrip() for line in printed(stories[name]).splitlines()] == snapshot


@pytest.mark.parametrize("width", [60, 75, 90, 120])
def test_no_line_is_wider_than_the_terminal(story, width):
    assert all(len(line) <= width for line in printed(story, "id", width).splitlines())


def test_without_colour_the_same_is_said(relayed):
    coloured = Console(width=90, file=io.StringIO(), record=True, force_terminal=True, color_system="truecolor")
    coloured.print(card(relayed, "en"))
    assert coloured.export_text(styles=False) == printed(relayed, "en", 90, no_color=True)


def test_the_card_ends_with_a_command_that_a_shell_takes(relayed):
    assert printed(relayed, width=120).rstrip().endswith("runut read 'kabar rimba.txt' --html report.html")
    hostile = msgspec.structs.replace(relayed, file="a\x1b[2J.txt")
    assert printed(hostile, width=120).rstrip().endswith("runut read FILE --html report.html")


def test_many_statements_are_counted_and_not_all_shown(own):
    many = msgspec.structs.replace(own, statements=own.statements[:1] * 400)
    assert "and 396 more" in printed(many)
    assert len(printed(many).splitlines()) < 60


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(words=st.text(st.characters(), min_size=1))
def test_hostile_words_neither_steer_the_terminal_nor_style_it(own, words):
    statements = tuple(msgspec.structs.replace(s, speaker=words, role=words) for s in own.statements)
    hostile = msgspec.structs.replace(
        own, outlet=Outlet(words), headline=words, statements=statements, origins=(words,), chain=(words, words)
    )
    shown = printed(hostile)
    assert all(c.isprintable() or c in "\n\u00a0\u3000 " or c.isspace() for c in shown)
    assert "\x1b" not in shown


def test_markup_of_the_terminal_library_is_shown_as_it_is(own):
    assert "[bold red]Echo[/]" in printed(msgspec.structs.replace(own, outlet=Outlet("[bold red]Echo[/]")))
