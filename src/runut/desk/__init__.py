"""The desk: articles kept with their captures, found again, ruled on, and never silently lost.

A `Desk` is opened once; each verb is a function that takes it.
"""

from runut.desk.adding import Item, Outcome, Received, add
from runut.desk.address import Address
from runut.desk.backing import backup, restore
from runut.desk.bringing import Brought, bring
from runut.desk.differences import Difference, difference
from runut.desk.doctor import examine, mend
from runut.desk.facets import Facets, facets
from runut.desk.forgetting import Tombstone, forget
from runut.desk.gold import gold
from runut.desk.opening import Desk, open_desk
from runut.desk.outlets import outlets_held
from runut.desk.people import PersonHeld, people_held
from runut.desk.proving import Proof, prove
from runut.desk.rulings import Ruling, rule, rule_people
from runut.desk.searching import Answer, Hit, search
from runut.desk.showing import Shown, show
from runut.desk.tracing import trace_article

__all__ = [
    "Address",
    "Answer",
    "Brought",
    "Desk",
    "Difference",
    "Facets",
    "Hit",
    "Item",
    "Outcome",
    "PersonHeld",
    "Proof",
    "Received",
    "Ruling",
    "Shown",
    "Tombstone",
    "add",
    "backup",
    "bring",
    "difference",
    "examine",
    "facets",
    "forget",
    "gold",
    "mend",
    "open_desk",
    "outlets_held",
    "people_held",
    "prove",
    "restore",
    "rule",
    "rule_people",
    "search",
    "show",
    "trace_article",
]
