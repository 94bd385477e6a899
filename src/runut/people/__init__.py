"""Who appears in an article: names, roles, and whom a shorter mention means."""

from runut.people.cast import Cast
from runut.people.gathering import gather
from runut.people.genders import gender_of
from runut.people.kinds import PARTY
from runut.people.lexicon import POSSESSIVE, Lexicon, bare, lexicon
from runut.people.member import Member
from runut.people.roll import find_people

__all__ = ["PARTY", "POSSESSIVE", "Cast", "Lexicon", "Member", "bare", "find_people", "gather", "gender_of", "lexicon"]
