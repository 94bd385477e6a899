"""A name that is another without some of its words."""

from __future__ import annotations

from runut.names.bearers import Bearer
from runut.names.cores import compared
from runut.names.judged import Match, Words
from runut.names.matters import in_company, know_others
from runut.names.ordinary import is_lead
from runut.names.parts import lacks
from runut.names.roles import roles_agree, roles_differ
from runut.names.spelling import borne, is_common


def shorter(short: Bearer, long: Bearer, few: Words, many: Words) -> Match | None:
    """What a name is found to be whose words `few` are some of `many`; None where they are not, or not as names are."""
    if lacks(few, many) or lacks(borne(few), borne(many)):
        return _lacking(short, long, few, many)
    if few == many[: len(few)]:
        return _begins(short, long) or Match("different", 0.05, "words", f"{_without(short, long)} behind it")
    return None


def _lacking(short: Bearer, long: Bearer, few: Words, many: Words) -> Match:
    told = _without(short, long)
    if _may_be_another_s(few, many) and know_others(short, long):
        found = _begins(short, long) if few == many[: len(few)] else _of_one_matter(short, long)
        return found or Match("unsure", 0.5, "shorter", f"{told}, and may be another's")
    distinctive = sum(not is_common(word) and len(word) > 1 for word in few)
    if distinctive >= 2 or (distinctive and not roles_differ(short, long)) or roles_agree(short, long):
        return Match("same", 0.92, "shorter", told)
    return Match("unsure", 0.5, "shorter", f"{told}, but many people are called so")


def _may_be_another_s(few: Words, many: Words) -> bool:
    """Whether what is left out stands behind, or may be somebody's first name (*Woo* Jin Young)."""
    return few == many[: len(few)] or (len(few) == 2 and few == many[1:] and not is_lead(many[0]))


def _begins(short: Bearer, long: Bearer) -> Match | None:
    """What has more words behind is often another body or place, or a body and somebody of it."""
    told = _without(short, long)
    few, called = compared(short.name), {compared(name) for name in long.called}
    behind = set(compared(long.name)) - set(few)
    if any(behind & set(words) for words in called):
        return None  # somebody of that body: called by what stands behind it
    if few[:1] in called:
        return Match("same", 0.9, "shorter", f"{told}, and an article calls {long.name} by the first name")
    return _of_one_matter(short, long)


def _of_one_matter(short: Bearer, long: Bearer) -> Match | None:
    """Roles or the company of other names tell that both articles mean one."""
    told = _without(short, long)
    if roles_agree(short, long):
        return Match("same", 0.92, "shorter", f"{told}, and they have one role")
    return in_company(short, long, told, 0.91, "shorter")


def _without(short: Bearer, long: Bearer) -> str:
    return f"“{short.name}” is “{long.name}” without some of its words"
