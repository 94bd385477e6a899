"""PROV-JSON (W3C submission of 2013): where an article comes from, link by link, and what read it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from runut.exports.identifiers import NAMESPACE, article_name, encoded
from runut.vocabulary import Record

PREFIX = {"runut": NAMESPACE}
RUNUT = "runut:runut"


def provenance(record: Record) -> dict[str, Any]:
    """The chain as entities derived from each other, each attributed to its carrier, and the record as read by Runut.

    Carriers other than the outlet are known by name alone: what they published is an entity that nobody here holds. A
    link that the article does not name has no agent.
    """
    name = article_name(record)
    given, reading = f"runut:record-{encoded(record.id) or name}", f"runut:reading-{name}"
    chain = record.chain or (None,)
    reports = [f"runut:report-{name}-{i}" for i in range(len(chain))]
    agents, attributed = _agents(record, name, reports)
    return {
        "prefix": PREFIX,
        "entity": {**_reports(record, reports, chain), given: _typed("runut:Record")},
        "agent": agents | {RUNUT: _typed("prov:SoftwareAgent", "Runut")},
        "activity": {reading: _reading(record)},
        "wasDerivedFrom": _relations("derived", ("generatedEntity", "usedEntity"), pairwise([given, *reports])),
        "wasAttributedTo": _relations("attributed", ("entity", "agent"), attributed),
        "wasGeneratedBy": _relations("generated", ("entity", "activity"), [(given, reading)]),
        "used": _relations("used", ("activity", "entity"), [(reading, reports[0])]),
        "wasAssociatedWith": _relations("by", ("activity", "agent"), [(reading, RUNUT)]),
    }


def _reports(record: Record, reports: Sequence[str], chain: Sequence[str | None]) -> dict[str, Any]:
    """The article, and what each farther carrier published."""
    facts = {"prov:label": record.headline, "runut:url": record.url, "runut:published": record.published}
    article = _typed("runut:Article") | {name: value for name, value in facts.items() if value}
    cited = (_typed("runut:CitedReport", carrier) for carrier in chain[1:])
    return dict(zip(reports, (article, *cited), strict=True))


def _agents(record: Record, name: str, reports: Sequence[str]) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    """Carriers and origins, and which report is attributed to which of them."""
    agents: dict[str, Any] = {}
    attributed = []
    for i, carrier in enumerate(record.chain):
        if carrier:
            agents[f"runut:carrier-{name}-{i}"] = _typed("prov:Organization", carrier)
            attributed.append((reports[i], f"runut:carrier-{name}-{i}"))
    for i, words in enumerate(record.origins):
        agents[f"runut:origin-{name}-{i}"] = _typed("runut:Origin", words)
        attributed.append((reports[-1], f"runut:origin-{name}-{i}"))
    return agents, attributed


def _typed(kind: str, label: str | None = None) -> dict[str, Any]:
    """A plain string would be read as a word, not as the name of a class."""
    named = {"prov:label": label} if label else {}
    return {"prov:type": {"$": kind, "type": "prov:QUALIFIED_NAME"}} | named


def _relations(name: str, ends: tuple[str, str], pairs: Iterable[tuple[str, str]]) -> dict[str, Any]:
    return {
        f"_:{name}{i}": {f"prov:{ends[0]}": left, f"prov:{ends[1]}": right} for i, (left, right) in enumerate(pairs)
    }


def _reading(record: Record) -> dict[str, Any]:
    packs = ", ".join(f"{code} {version}" for code, version in record.reading.packs.items())
    facts = {"runut:version": record.reading.runut, "runut:packs": packs, "runut:model": record.reading.model}
    return _typed("runut:Reading") | {name: value for name, value in facts.items() if value}
