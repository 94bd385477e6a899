"""Names that differ as slips of the pen do, and what must speak for them."""

from __future__ import annotations

from runut.names.bearers import Bearer
from runut.names.judged import Match
from runut.names.matters import in_company
from runut.names.roles import roles_agree
from runut.names.slips import Slip


def slipped(short: Bearer, long: Bearer, found: Slip) -> Match:
    """Names of as many words that differ as slips of the pen do."""
    told = f"“{short.name}” and “{long.name}” {found.told}"
    if found.is_sure:
        return Match("same", 0.84, "letter", told)
    if roles_agree(short, long):
        return Match("same", 0.84, "letter", f"{told}, and they have one role")
    return in_company(short, long, told, 0.82, "letter") or Match("unsure", 0.4, "letter", told)
