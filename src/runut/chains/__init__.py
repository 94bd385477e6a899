"""Whom an article credits: carriers in its text, relays, the chain of the story and where it ends."""

from runut.chains.carrier import Carrier
from runut.chains.carriers import find_carriers
from runut.chains.chain import chain
from runut.chains.origins import origins
from runut.chains.passing import via
from runut.chains.relays import relays

__all__ = ["Carrier", "chain", "find_carriers", "origins", "relays", "via"]
