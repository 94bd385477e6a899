"""Whether two names of two articles are one person's or one body's, and why."""

from __future__ import annotations

from runut.names.aliases import other_name
from runut.names.bearers import Bearer
from runut.names.cores import compared, core
from runut.names.judged import Match, Words
from runut.names.mistyped import slipped
from runut.names.parts import abbreviates
from runut.names.roles import roles_differ
from runut.names.shorter import shorter
from runut.names.singles import single
from runut.names.slips import slip
from runut.names.wholes import whole


def match(left: Bearer, right: Bearer) -> Match:
    """Compare two names as two articles use them; what is not sure is `unsure`, and must not be merged."""
    a, b = compared(left.name), compared(right.name)
    if not a or not b:
        return Match("different", 0.0, "words", "one of them has no words")
    for told in (other_name(left, right, a, b), whole(left, right, a, b)):
        if told:
            return told
    if not set(a) & set(b) and not abbreviates(a, b) and not (len(a) == len(b) == 1 and slip(a, b)):
        return Match("different", 0.0, "nothing", f"“{left.name}” and “{right.name}” have no word in common")
    if "organisation" in (left.kind, right.kind):
        return Match("different", 0.1, "words", "bodies with different names")
    return _part(left, right, a, b)


def _part(left: Bearer, right: Bearer, a: Words, b: Words) -> Match:
    """Names of people of which one is shorter, abbreviated or mistyped."""
    short, long = (left, right) if len(a) <= len(b) else (right, left)
    few, many = (a, b) if len(a) <= len(b) else (b, a)
    if len(few) == 1:
        return single(short, long, few[0], many)
    if told := shorter(short, long, few, many):
        return told
    if abbreviates(few, many):
        return _supported(short, long, 0.86, "initial", f"“{short.name}” abbreviates “{long.name}”")
    if found := slip(few, many):
        return slipped(short, long, found)
    if core(few) == core(many) or slip(core(few), core(many)):
        return Match("unsure", 0.3, "words", f"“{left.name}” and “{right.name}” differ by what leads up to the name")
    return Match("different", 0.05, "words", f"“{left.name}” and “{right.name}” have different words")


def _supported(short: Bearer, long: Bearer, score: float, rule: str, told: str) -> Match:
    """Weak likeness of names counts where the roles do not speak against it."""
    if roles_differ(short, long):
        return Match("unsure", 0.4, rule, f"{told}, but their roles differ")
    return Match("same", score, rule, told)
