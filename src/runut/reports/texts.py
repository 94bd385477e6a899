"""The interface's own words, in each language that it speaks: data in `texts/*.toml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Literal, TypeAlias

import msgspec
from msgspec import Struct

from runut.errors import UnknownLanguage

Interface: TypeAlias = Literal["id", "en"]


class Texts(Struct, frozen=True, eq=False):
    """All texts of one language, under keys such as `answer.own`."""

    language: Interface
    entries: Mapping[str, str]
    heads: Mapping[str, tuple[str, ...]]
    """Words by which an unnamed source is recognised in this language, by sort (`officials`)."""
    envoys: tuple[str, ...]
    """Titles of those who speak for another, in this language."""

    def say(self, key: str, **values: object) -> str:
        """The text under `key` with its placeholders filled."""
        return self.entries[key].format(**values)

    def count(self, key: str, number: int, **values: object) -> str:
        """The text under `key.one` or `key.many`, by `number`, which fills the placeholder `n`."""
        return self.say(f"{key}.{'one' if number == 1 else 'many'}", n=self.number(number), **values)

    def word(self, section: str, name: str) -> str:
        """The word for a value of the vocabulary, such as an act; the value itself when there is none."""
        return self.entries.get(f"{section}.{name}", name)

    def number(self, value: int) -> str:
        """A whole number as this language writes it."""
        return f"{value:,}".replace(",", self.entries["number.group"])

    def percent(self, share: float) -> str:
        """A share between 0 and 1 in percent."""
        return self.say("number.percent", n=round(min(max(share, 0.0), 1.0) * 100))

    def listing(self, items: Sequence[str]) -> str:
        """Items in a row as a sentence has them: “A, B and C”."""
        if len(items) < 2:
            return "".join(items)
        if len(items) == 2:
            return self.say("list.two", first=items[0], second=items[1])
        *head, last = items
        return self.say("list.last", head=self.entries["list.comma"].join(head), last=last)


@cache
def load_texts(language: str) -> Texts:
    """The texts of an interface language.

    Raises UnknownLanguage when there are none.
    """
    if language not in languages():
        raise UnknownLanguage(f"The interface does not speak “{language}”. It speaks: {', '.join(languages())}.")
    content = msgspec.toml.decode((_folder() / f"{language}.toml").read_bytes(), type=dict[str, Any])
    heads = {sort: tuple(words) for sort, words in content.pop("heads").items()}
    envoys = tuple(content.pop("envoys"))
    return Texts(
        language=msgspec.convert(language, Interface), entries=dict(_flat(content, "")), heads=heads, envoys=envoys
    )


@cache
def languages() -> tuple[str, ...]:
    """Codes of the languages that the interface speaks."""
    return tuple(sorted(f.name.removesuffix(".toml") for f in _folder().iterdir() if f.name.endswith(".toml")))


def _folder() -> Any:
    return files("runut.reports") / "texts"


def _flat(tree: Mapping[str, Any], prefix: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for name, value in tree.items():
        found += _flat(value, f"{prefix}{name}.") if isinstance(value, dict) else [(prefix + name, value)]
    return found
