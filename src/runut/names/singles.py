"""A single name, and somebody whose name holds it or nearly is it."""

from __future__ import annotations

from runut.names.bearers import Bearer
from runut.names.cores import compared
from runut.names.judged import Match, Words
from runut.names.matters import in_company
from runut.names.mistyped import slipped
from runut.names.roles import roles_agree
from runut.names.slips import slip


def single(short: Bearer, long: Bearer, word: str, many: Words) -> Match:
    """What a name of one word is found to be beside a fuller one; beside another single one where it is mistyped."""
    if len(many) == 1 and (mistyped := slip((word,), many)):
        return slipped(short, long, mistyped)
    if word not in many:
        return Match("different", 0.05, "words", f"“{short.name}” is no part of “{long.name}”")
    called = {compared(name) for name in long.called}
    told = f"“{short.name}” is what {long.name} may be called"
    if called and (word,) not in called:
        return Match("unsure", 0.4, "single", f"{told}, but is called otherwise")
    if roles_agree(short, long):
        return Match("same", 0.85, "role", f"“{short.name}” has the role of {long.name}")
    found = in_company(short, long, told, 0.8) if called else None
    return found or Match("unsure", 0.4, "single", f"{told}, but others as well")
