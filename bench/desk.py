"""Time the desk: loading, searching by many while one adds, and the size of its file.

    python bench/desk.py [--articles 100000] [--readers 8] [--seconds 20] [--database ADDRESS]

The articles are those of the development corpora, over and over: each time other words of the same length stand in
them, and other people are named, so that vocabulary and names grow as they do. What is timed is `add` with records that
are attributed already. `--database` names an empty PostgreSQL database; without it a file under build/ is made.
"""

from __future__ import annotations

import argparse
import gzip
import json
import multiprocessing
import random
import re
import statistics
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from multiprocessing.synchronize import Barrier

import msgspec
from msgspec.structs import replace

from runut.desk import Address, Desk, Item, add, facets, open_desk, search
from runut.desk.lines import Text, record_of
from runut.find import Question, parse
from runut.vocabulary import Record
from texts import ROOT, SHARED

CORPORA = ("id-2025-06", "id-more")
CACHE = ROOT / "build" / "desk-records.jsonl"
GROWTH = (10_000, 30_000, 100_000)
AT_ONCE = 200
ADDED_EACH_SECOND = 20
CHANGED = 0.1
"""Share of the ordinary words that another one replaces."""

Asked = tuple[list[Question], list[Question]]
Times = tuple[list[float], list[float]]


def originals() -> list[Record]:
    """The corpora's articles, attributed; kept, as that takes minutes."""
    if not CACHE.exists():
        CACHE.parent.mkdir(exist_ok=True)
        with CACHE.open("wb") as stream:
            for name in CORPORA:
                with gzip.open(SHARED / "corpora" / f"{name}.jsonl.gz", "rt") as lines:
                    stream.writelines(msgspec.json.encode(attributed(json.loads(line))) + b"\n" for line in lines)
    with CACHE.open("rb") as stream:
        return [msgspec.json.decode(line, type=Record) for line in stream]


def attributed(given: dict[str, str]) -> Record:
    """The record of one article of a corpus."""
    keys = ("outlet", "url", "headline", "published")
    return record_of(Text(given["text"], language="id", **{key: given.get(key) for key in keys}))


class Varying:
    """Makes article number n of any number: the originals first, then variations of them."""

    def __init__(self, records: Sequence[Record]) -> None:
        self.records = records
        self.words = by_length(w for r in records[:500] for w in r.text.split() if w.isalpha() and w.islower())
        self.names = by_length(w for r in records for p in r.people for w in p.name.split()[1:] if w.isalpha())

    def article(self, number: int) -> Record:
        """The same number gives the same article."""
        turn, place = divmod(number, len(self.records))
        record = self.records[place]
        return record if turn == 0 else self.varied(record, number, turn)

    def varied(self, record: Record, number: int, turn: int) -> Record:
        """Other words and names of the same length: all spans stay right."""
        chance = random.Random(number)
        renamed = {
            word: chance.choice(self.names[len(word)])
            for person in record.people
            for word in person.name.split()[1:]
            if len(word) in self.names and chance.random() < 0.5
        }
        swap = re.compile("|".join(rf"\b{re.escape(word)}\b" for word in renamed)) if renamed else None

        def rename(text: str) -> str:
            return swap.sub(lambda found: renamed[found[0]], text) if swap else text

        words = (
            chance.choice(self.words.get(len(w), [w]))
            if chance.random() < CHANGED and w.isalpha() and w.islower()
            else w
            for w in re.split(r"(\s)", record.text)
        )
        return replace(
            record,
            id=f"{number:016x}",
            article=f"{number:016x}",
            url=f"https://arsip.example/{number}",
            published=f"{2010 + turn % 15}-{1 + number % 12:02d}-{1 + number % 28:02d}T08:00:00+07:00",
            text=rename("".join(words)),
            people=tuple(replace(person, name=rename(person.name)) for person in record.people),
            statements=tuple(replace(s, speaker=rename(s.speaker)) if s.speaker else s for s in record.statements),
        )


def by_length(words: Iterator[str]) -> dict[int, list[str]]:
    """Words by their number of letters."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for word in words:
        found[len(word)].append(word)
    return dict(found)


def load(desk: Desk, varying: Varying, count: int) -> int:
    """Add articles, and print how fast at each stage; gives the bytes of their texts."""
    spent, size, since, began = 0.0, 0, 0.0, 0
    for first in range(0, count, AT_ONCE):
        items = [Item(varying.article(n)) for n in range(first, min(first + AT_ONCE, count))]
        size += sum(len(item.record.text.encode()) for item in items)
        begun = time.perf_counter()
        add(desk, items)
        spent += time.perf_counter() - begun
        done = first + len(items)
        if done in GROWTH or done == count:
            stage = (done - began) / (spent - since)
            print(
                f"loading   {done:>7,} articles: {done / spent:,.0f}/s in all, {stage:,.0f}/s since the last line",
                flush=True,
            )
            since, began = spent, done
    return size


def questions(varying: Varying, seed: int) -> Asked:
    """Two words of one text each, and speakers with an act."""
    chance = random.Random(seed)
    words: list[Question] = []
    while len(words) < 400:
        found = [word for word in chance.choice(varying.records).text.split() if word.isalpha()]
        if len(found) > 1:
            words.append(parse(" ".join(chance.sample(found, 2))))
    said = [s for record in varying.records for s in record.statements if s.speaker and '"' not in s.speaker]
    return words, [parse(f'speaker:"{one.speaker}" act:{one.act}') for one in chance.sample(said, 400)]


def read(address: Address, asked: Asked, seconds: float, begin: Barrier, answers: multiprocessing.Queue[Times]) -> None:
    """One reader: asks without a pause, the two sorts of questions in turn."""
    times: Times = ([], [])
    with open_desk(address) as desk:
        search(desk, asked[0][0])
        begin.wait()
        end = time.perf_counter() + seconds
        for word, field in zip(asked[0] * 50, asked[1] * 50, strict=True):
            begun = time.perf_counter()
            if begun > end:
                break
            search(desk, word)
            between = time.perf_counter()
            search(desk, field)
            facets(desk, field)
            times[0].append(between - begun)
            times[1].append(time.perf_counter() - between)
    answers.put(times)


def many(desk: Desk, varying: Varying, first: int, readers: int, seconds: float) -> None:
    """Readers ask while one adds; print how long they wait for their answers."""
    # Begun anew: a process that is forked carries the corpora along, and the collector walks through them.
    context = multiprocessing.get_context("spawn")
    answers: multiprocessing.Queue[Times] = context.Queue()
    items = [Item(varying.article(first + n)) for n in range(int(seconds * ADDED_EACH_SECOND) if readers > 1 else 0)]
    begin = context.Barrier(readers + 1)
    started = [
        context.Process(target=read, args=(desk.address, questions(varying, seed), seconds, begin, answers))
        for seed in range(readers)
    ]
    for process in started:
        process.start()
    begin.wait()
    added = write(desk, items)
    times = [answers.get(timeout=seconds + 120) for _ in started]
    for process in started:
        process.join()
    for name, place in (("two words", 0), ("speaker, act, facets", 1)):
        told = sorted(1000 * one for each in times for one in each[place])
        p50, p95 = statistics.median(told), told[int(len(told) * 0.95)]
        print(
            f"{name:<21} {readers} readers, {added:.0f} added/s: p50 {p50:.1f} ms, p95 {p95:.1f} ms, {len(told)} asked",
            flush=True,
        )


def write(desk: Desk, items: Sequence[Item]) -> float:
    """Add twenty articles a second, one by one; gives how many a second it were."""
    begun = time.perf_counter()
    for count, item in enumerate(items, 1):
        add(desk, [item])
        time.sleep(max(0.0, count / ADDED_EACH_SECOND - (time.perf_counter() - begun)))
    return len(items) / (time.perf_counter() - begun) if items else 0.0


def main() -> None:
    """Measure one desk."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--readers", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--database")
    given = parser.parse_args()
    if not (SHARED / "corpora").is_dir():
        raise SystemExit("The corpora are not here; the desk is timed with them alone.")
    varying = Varying(originals())
    path = ROOT / "build" / "bench-desk.db"
    for old in path.parent.glob(path.name + "*") if not given.database else ():
        old.unlink()
    address = Address.of(given.database or str(path), str(path.parent / "bench-captures"))
    with open_desk(address) as desk:
        size = load(desk, varying, given.articles)
        if not address.on_server:
            print(f"size      {path.stat().st_size / size:.2f} times the text")
        for readers in (1, given.readers):
            many(desk, varying, given.articles + 10_000_000 * readers, readers, given.seconds)


if __name__ == "__main__":
    main()
