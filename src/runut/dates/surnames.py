"""Months that are somebody's name in a text: `Theresa May`, and from then on `May`."""

from __future__ import annotations

from runut.dates.phrases import Phrase
from runut.languages import Pack
from runut.text import Prose


def without_names(prose: Prose, phrases: list[Phrase], pack: Pack) -> list[Phrase]:
    """The phrases without bare months that are surnames; a small word before one still shows the month (`in May`)."""
    bare = [phrase for phrase in phrases if phrase.fields.keys() == {"month"}]
    called = {prose[phrase.span] for phrase in bare if _is_somebody(prose, phrase, pack)} if bare else set()
    if not called:
        return phrases
    return [p for p in phrases if p not in bare or prose[p.span] not in called or _is_led_up_to(prose, p)]


def _is_somebody(prose: Prose, phrase: Phrase, pack: Pack) -> bool:
    return _follows_first_name(prose, phrase, pack) or _speaks(prose, phrase, pack)


def _speaks(prose: Prose, phrase: Phrase, pack: Pack) -> bool:
    """A verb of speech right behind it, and no small word before it: `“…,” May said`."""
    verb = phrase.word + 1
    if (
        _is_led_up_to(prose, phrase)
        or verb >= len(prose.words)
        or prose.text[phrase.span[1] : prose.starts[verb]] != " "
    ):
        return False
    return any(
        prose.lower[verb] in group.words for group in pack.cues.cue if group.frame == "speech" and not group.weak
    )


def _follows_first_name(prose: Prose, phrase: Phrase, pack: Pack) -> bool:
    before = _before(prose, phrase)
    if before is None or not before[0].isupper():
        return False
    lower = before.lower()
    return lower in pack.sources.ranks or any(lower in names for names in pack.sources.genders.values())


def _is_led_up_to(prose: Prose, phrase: Phrase) -> bool:
    before = _before(prose, phrase)
    return before is not None and before[0].islower()


def _before(prose: Prose, phrase: Phrase) -> str | None:
    """The word right before a phrase, with only a space between."""
    word = phrase.word
    return prose.words[word - 1] if word and prose.text[prose.ends[word - 1] : phrase.span[0]] == " " else None
