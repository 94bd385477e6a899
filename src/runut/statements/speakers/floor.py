"""Who has the floor while the article is read from top to bottom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from runut.people import Cast, Member
from runut.statements.drafts import Draft
from runut.statements.ground import Ground
from runut.statements.speakers.credits import Credits
from runut.statements.speakers.speaker import UNCLEAR, Speaker
from runut.vocabulary import Span

if TYPE_CHECKING:
    from runut.statements.speakers.asked import Asked

Choice: TypeAlias = "Callable[[Floor, Asked], Speaker | None]"
"""Tells who is meant where nobody is named."""


@dataclass(slots=True, eq=False)
class Floor:
    """Who spoke last, of each kind, and what the text called them."""

    ground: Ground
    cast: Cast
    credits: Credits
    choose: Choice | None = None
    """What tells whom a pronoun means, where not the weights that come with Runut do; training listens so."""
    last: Speaker | None = None
    end: int = 0
    """Where the last one's words end."""
    asking: Draft | None = None
    """The last one's words, where they ask a question: whoever speaks next, unnamed, is somebody else."""
    person: Speaker | None = None
    group: Speaker | None = None
    organisation: Speaker | None = None
    bodies: dict[str, Speaker] = field(default_factory=dict)
    """All bodies that spoke so far, by name; who spoke last stands last."""
    document: Speaker | None = None
    pronouns: dict[str, str] = field(default_factory=dict)
    """The pronoun by which each person was first meant."""
    meant: dict[str, tuple[str, int]] = field(default_factory=dict)
    """By pronoun, whom it meant last and in which sentence."""
    persons: dict[str, Speaker] = field(default_factory=dict)
    """All who spoke so far, by name; who spoke last stands last."""
    ends: dict[str, int] = field(default_factory=dict)
    """Where the last words of each of them end."""
    descriptions: list[Speaker] = field(default_factory=list)
    """All who were only described so far."""
    described: dict[str, int] = field(default_factory=dict)
    """By word, the last of them whose description has it."""
    spelt_out: dict[str, bool] = field(default_factory=dict)
    """Whether the text has the full name of a body, kept once somebody has asked."""

    offices: dict[int, list[tuple[Member, Span]]] = field(default_factory=dict)
    """By sentence, who is mentioned there by an office alone, kept once somebody has asked."""

    def give(self, speaker: Speaker, item: Draft) -> None:
        """A speaker who has a name, or whom the text describes, has the floor with this statement."""
        self.last, self.end = speaker, item.end
        self.asking = item if _asks(self.ground, item) or _interviews(self.ground, speaker) else None
        somebody = speaker.type == "unnamed" and _is_somebody(self.ground, speaker)
        if speaker.type == "person" or (somebody and not _are_several(self.ground, speaker)):
            self.person = speaker
            name = speaker.name or ""
            self.persons.pop(name, None)
            self.persons[name] = speaker
            self.ends[name] = item.end
        elif speaker.type == "group" or somebody:
            self.group = speaker
        elif speaker.type == "organisation":
            self.organisation = speaker
            self.bodies.pop(speaker.name or "", None)
            self.bodies[speaker.name or ""] = speaker
        else:
            self.document = speaker
        if speaker.rule == "description":
            self.describe(speaker)

    def describe(self, speaker: Speaker) -> None:
        """Remember whom the text only describes, for when it describes them again."""
        for word in _nouns(self.ground, (speaker.name or "").lower().split()):
            self.described[word] = self.described[_one_of(self.ground, word)] = len(self.descriptions)
        self.descriptions.append(speaker)

    def described_with(self, words: set[str]) -> Speaker | None:
        """Whoever was described last with one of these words (`pria itu` behind `seorang pria tua`)."""
        found = [self.described[word] for word in words if word in self.described]
        return self.descriptions[max(found)] if found else None

    def latest_person(self, before: int, rule: str) -> Speaker:
        """The person named last before a place; unclear when nobody is."""
        member = self.cast.latest_person(before)
        return Speaker.of(member, rule) if member else UNCLEAR


def _nouns(ground: Ground, words: list[str]) -> list[str]:
    """By which words of a description it may be meant again: where nouns stand last, by its noun alone."""
    if not ground.grammar.head_last:
        return words
    end = next((at for at, word in enumerate(words) if at and word in ground.grammar.prepositions), len(words))
    return words[max(0, end - 1) : end]


def _one_of(ground: Ground, noun: str) -> str:
    """The noun for one of several whom no text names (`sources`: `the |source`); else the noun itself."""
    ending = next((end for end in ground.lexicon.plural_endings if noun.endswith(end)), "")
    one = noun.removesuffix(ending)
    return one if one in ground.lexicon.anonymous else noun


def _asks(ground: Ground, item: Draft) -> bool:
    """A question (`Sari asked why …`, `“Why?” Sari said`), no request (`Sari asked them to …`)."""
    if item.cue is None or not item.content or not ground.grammar.questions:
        return False
    end = item.content[-1][1]
    if ground.text[end - 1 : end + 2].rstrip("”’\"'").endswith("?"):
        return True
    if ground.lower[item.cue.last - 1] not in ground.grammar.questions:
        return False
    before = ground.prose.words_in((item.cue.span[1], item.content[0][0]))
    return not before or ground.lower[before.stop - 1] not in ground.grammar.markers


def _is_somebody(ground: Ground, speaker: Speaker) -> bool:
    """A description has a noun for people, where any noun may have been taken for one (`a mix of anger and fear`)."""
    if speaker.rule != "description":
        return True
    return not ground.lexicon.people.isdisjoint((speaker.name or "").lower().split())


def _are_several(ground: Ground, speaker: Speaker) -> bool:
    """A description of more than one, whom no pronoun for one person means (`banyak warga`, `two officials`)."""
    return (speaker.name or "").partition(" ")[0].lower() in ground.lexicon.several


def _interviews(ground: Ground, speaker: Speaker) -> bool:
    """By their role somebody speaks for others to answer (`Fox host Sari Moss`)."""
    return speaker.role is not None and not ground.lexicon.interviewers.isdisjoint(speaker.role.lower().split())
