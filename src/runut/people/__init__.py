"""Who appears in an article: names, roles, and whom a shorter mention means."""

from runut.people.cast import Cast, Member, gather
from runut.people.lexicon import Lexicon, lexicon
from runut.people.roll import find_people

__all__ = ["Cast", "Lexicon", "Member", "find_people", "gather", "lexicon"]
