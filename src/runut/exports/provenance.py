"""PROV-JSON (W3C submission of 2013): where an article comes from, link by link, and what read it."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from runut.vocabulary import Record

PREFIX = {"runut": "https://github.com/runut/runut/ns#"}


def provenance(record: Record) -> dict[str, Any]:
    """The chain as entities derived from each other, each attributed to its carrier, and the record as read by Runut.

    Carriers other than the outlet are known by name alone: what they published is an entity that nobody here holds.
    """
    name = record.article or record.id
    chain = [one or "unknown" for one in record.chain] or ["unknown"]
    entities = {f"runut:report-{name}-{i}": _report(record, i, carrier) for i, carrier in enumerate(chain)}
    reports = list(entities)
    agents = {f"runut:carrier-{name}-{i}": _agent(carrier) for i, carrier in enumerate(chain)}
    origins = {f"runut:origin-{name}-{i}": _origin(words) for i, words in enumerate(record.origins)}
    given = f"runut:record-{record.id or name}"
    return {
        "prefix": PREFIX,
        "entity": entities | {given: {"prov:type": "runut:Record"}},
        "agent": agents | origins | {"runut:runut": {"prov:type": "prov:SoftwareAgent", "prov:label": "Runut"}},
        "activity": {"runut:reading-" + name: _reading(record)},
        "wasDerivedFrom": {
            f"_:derived{i}": {"prov:generatedEntity": near, "prov:usedEntity": far}
            for i, (near, far) in enumerate([(given, reports[0]), *pairwise(reports)])
        },
        "wasAttributedTo": {
            f"_:attributed{i}": {"prov:entity": entity, "prov:agent": agent}
            for i, (entity, agent) in enumerate(
                [*zip(reports, agents, strict=True), *((reports[-1], origin) for origin in origins)]
            )
        },
        "wasGeneratedBy": {"_:generated": {"prov:entity": given, "prov:activity": "runut:reading-" + name}},
        "used": {"_:used": {"prov:activity": "runut:reading-" + name, "prov:entity": reports[0]}},
        "wasAssociatedWith": {"_:by": {"prov:activity": "runut:reading-" + name, "prov:agent": "runut:runut"}},
    }


def _report(record: Record, place: int, carrier: str) -> dict[str, Any]:
    if place:
        return {"prov:type": "runut:CitedReport", "prov:label": carrier}
    facts = {"prov:label": record.headline, "runut:url": record.url, "runut:published": record.published}
    return {"prov:type": "runut:Article"} | {name: value for name, value in facts.items() if value}


def _agent(carrier: str) -> dict[str, Any]:
    return {"prov:type": "prov:Organization", "prov:label": carrier}


def _origin(words: str) -> dict[str, Any]:
    return {"prov:type": "runut:Origin", "prov:label": words}


def _reading(record: Record) -> dict[str, Any]:
    packs = ", ".join(f"{code} {version}" for code, version in record.reading.packs.items())
    facts = {"runut:version": record.reading.runut, "runut:packs": packs, "runut:model": record.reading.model}
    return {"prov:type": "runut:Reading"} | {name: value for name, value in facts.items() if value}
