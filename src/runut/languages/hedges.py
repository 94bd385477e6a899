"""`hedges.toml`: words by which a text says that something is not sure, or disputed, or not answered."""

from __future__ import annotations

from msgspec import Struct

Words = tuple[str, ...]


class Hedges(Struct, frozen=True, forbid_unknown_fields=True):
    """What a copy may lose of its source's caution, and how somebody denies; compared without regard to case."""

    unsure: Words
    """Words that make a statement less than certain ("diduga", "allegedly")."""
    about: Words
    """Words before a number that make it less than exact ("sekitar", "some")."""
    contrasts: Words
    """Words by which a sentence takes back some of what it says ("tetapi", "unless")."""
    caveats: Words
    """Words that tell what is denied, missing or not verified ("membantah", "could not be reached")."""
    denials: Words
    """Words that deny when they stand among the first that somebody says ("tidak pernah", "there is no")."""
    nothing: Words
    """Words that deny when they are the first ("no", "tiada")."""
    untrue: Words
    """Words that call something untrue wherever they stand in what is said ("tidak benar", "baseless")."""
    instead: Words
    """Words that put one number in the place of another, behind a comma: *310 ton, bukan 850*."""
    pending: Words
    """What looks like a denial and only says that nothing is settled or known ("belum ada", "no decision")."""
    beliefs: Words
    """How what somebody only believes begins ("kami menduga", "we think")."""
    suspicions: Words
    """Words by which somebody tells what others are suspected of ("diduga", "allegedly")."""
    unanswered: Words
    """Words that tell of a question without an answer ("did not respond"): nobody refuses anything."""
    questions: Words
    """How what somebody asks to know begins ("apakah", "whether"); it calls for nothing."""
