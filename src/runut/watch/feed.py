"""A watch as an Atom feed."""

from __future__ import annotations

from collections.abc import Sequence

from runut.exports.atom import Feed, FeedEntry, atom
from runut.exports.identifiers import outlet_urn, safe_link
from runut.exports.moments import rfc3339
from runut.watch.alerts import Alert
from runut.watch.watches import Watch


def feed(watch: Watch, found: Sequence[Alert], link: str | None = None) -> str:
    """The feed of what a watch has found; `link` is where it is served, if it is."""
    updated = found[0].at if found else watch.added
    head = Feed(id=f"urn:runut:watch:{watch.name}", title=f"{watch.name}: {watch.question}", updated=updated, link=link)
    return "".join(atom(head, (_entry(watch, one) for one in found)))


def _entry(watch: Watch, one: Alert) -> FeedEntry:
    hit = one.hit
    outlet = hit.outlet
    return FeedEntry(
        id=f"urn:runut:alert:{watch.name}:{one.id}",
        title=hit.headline or hit.article,
        updated=one.at,
        published=rfc3339(hit.published),
        link=safe_link(hit.url),
        authors=(outlet,) if outlet else (),
        summary="\n".join(f"{said.speaker or '—'} {said.act}: {said.words}" for said in hit.statements) or None,
        language=None if hit.language == "und" else hit.language,
        source=Feed(id=outlet_urn(outlet), title=outlet, updated=one.at) if outlet else None,
    )
