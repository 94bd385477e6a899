"""Trace articles beside the libraries that find near-duplicates: what each finds of the gold, and how fast.

    python bench/copies.py [--articles N]

Peers: datasketch and rensa (MinHash and LSH, 5-word shingles, 128 permutations, threshold 0.5), each in this process on
the same texts. Recall is by class of the gold pairs; precision counts siblings as right, as the scorer does. With more
articles than the gold has, varied ones are added, to see how time grows.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import resource
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

from runut.copies.candidates import Frequencies, candidates
from runut.copies.texts import Text
from runut.copies.tracing import trace
from runut.copies.words import words
from texts import SHARED

Pair = frozenset[str]
CLASSES = ("V", "PC", "PE", "PM", "RL", "RM", "RH")


def articles() -> list[Text]:
    """The corpus."""
    with gzip.open(SHARED / "copies" / "articles.jsonl.gz", "rt") as lines:
        keys = Text.__struct_fields__
        return [Text(**{k: v for k, v in json.loads(line).items() if k in keys}) for line in lines]


def more(texts: Sequence[Text], count: int) -> list[Text]:
    """The corpus, and articles made of it with every third word changed, up to a number."""
    chance = random.Random(1)
    stock = list({word for one in texts[:500] for word in one.text.split()})
    found = list(texts)
    while len(found) < count:
        base = texts[len(found) % len(texts)]
        body = " ".join(chance.choice(stock) if n % 3 == 0 else w for n, w in enumerate(base.text.split()))
        found.append(Text(id=f"more-{len(found)}", text=body, outlet=base.outlet, language=base.language))
    return found[:count] if count else found


def runut_pairs(texts: Sequence[Text]) -> Iterable[Pair]:
    """Ours."""
    return [frozenset((link.copy, link.source)) for link in trace(texts)]


def datasketch_pairs(texts: Sequence[Text]) -> Iterable[Pair]:
    """MinHash and LSH of datasketch."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=0.5, num_perm=128)
    for one in texts:
        made = MinHash(num_perm=128)
        made.update_batch([shingle.encode() for shingle in shingles(one.text)])
        for other in index.query(made):
            yield frozenset((one.id, other))
        index.insert(one.id, made)


def rensa_pairs(texts: Sequence[Text]) -> Iterable[Pair]:
    """The same of rensa."""
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=0.5, num_perm=128, num_bands=32)
    for number, one in enumerate(texts):
        made = RMinHash(num_perm=128, seed=1)
        made.update(shingles(one.text))
        for other in index.query(made):
            yield frozenset((one.id, texts[other].id))
        index.insert(number, made)


def shingles(text: str) -> list[str]:
    """All runs of five words."""
    found = re.findall(r"\w+", text.lower())
    return [" ".join(found[n : n + 5]) for n in range(len(found) - 4)]


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=0, help="more than the gold has, to see how time grows")
    given = parser.parse_args()
    texts = more(articles(), given.articles)
    begun = time.process_time()
    sampled = [words(one.text).sampled for one in texts]
    pairs = sum(1 for _ in candidates(sampled, Frequencies(sampled)))
    print(f"index and candidates: {len(texts) / (time.process_time() - begun):,.0f} articles/cpu-s, {pairs:,} pairs")
    if given.articles:
        compare("runut", runut_pairs, texts, None)
    else:
        compared = {"runut": runut_pairs, "datasketch": datasketch_pairs, "rensa": rensa_pairs}
        rates = {name: compare(name, find, texts, _gold()) for name, find in compared.items()}
        print(
            "runut against "
            + ", ".join(f"{n} {rates['runut'] / r:.1f}x" for n, r in rates.items() if r and n != "runut")
        )
    print(f"most memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


Gold = dict[Pair, str]


def _gold() -> tuple[Gold, dict[str, set[str]]]:
    with (SHARED / "copies" / "gold.jsonl").open() as lines:
        rows = [json.loads(line) for line in lines]
    parents: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        parents[row["copy"]].add(row["source"])
    return {frozenset((row["copy"], row["source"])): row["class"] for row in rows}, parents


def compare(
    name: str,
    find: Callable[[Sequence[Text]], Iterable[Pair]],
    texts: Sequence[Text],
    gold: tuple[Gold, dict[str, set[str]]] | None,
) -> float:
    """Time one, and print what it found; gives articles a second, 0 where it is not installed."""
    begun = time.process_time()
    try:
        found = set(find(texts))
    except ImportError:
        print(f"{name:<11} is not installed")
        return 0.0
    rate = len(texts) / (time.process_time() - begun)
    print(f"{name:<11} {rate:>7,.0f} articles/cpu-s, {len(found):,} links" + (_quality(found, *gold) if gold else ""))
    return rate


def _quality(found: set[Pair], gold: Gold, parents: dict[str, set[str]]) -> str:
    total = Counter(gold.values())
    hit = Counter(gold[pair] for pair in found if pair in gold)
    false = sum(1 for pair in found if pair not in gold and not _siblings(pair, parents))
    recall = "  ".join(f"{kind} {hit[kind] / total[kind]:.2f}" for kind in CLASSES)
    return f"\n            recall {recall}  precision {1 - false / max(1, len(found)):.3f}"


def _siblings(pair: Pair, parents: dict[str, set[str]]) -> bool:
    one, other = (({name} | parents.get(name, set())) for name in pair)
    return bool(one & other)


if __name__ == "__main__":
    main()
