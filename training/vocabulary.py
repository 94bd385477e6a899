"""Choose the pieces that the reader keeps of the encoder's quarter of a million."""

from __future__ import annotations

import gzip
import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from encoder import Encoder

from runut.model.pieces import SPACE, Vocabulary, _normal
from runut.text import prepare

# A piece is kept when news uses it this often, and the likeliest ones of all languages besides.
LEAST_SEEN = 4
MOST = 56_000
SPECIAL = 4
# Characters of these scripts alone would fill the vocabulary.
WIDE = ("CJK", "HANGUL", "YI ", "ETHIOPIC")

CORPORA = ("corpora/id-2025-06.jsonl.gz", "corpora/id-more.jsonl.gz", "copies/articles.jsonl.gz")
TRAINING = ("statements/id-train.jsonl", "statements/en-train.jsonl")


def full(encoder: Encoder) -> Vocabulary:
    """The encoder's whole vocabulary."""
    pairs = enumerate(zip(encoder.pieces, encoder.scores.tolist(), strict=True))
    pieces = {piece: (index, score) for index, (piece, score) in pairs if index >= SPECIAL and piece != "<mask>"}
    return Vocabulary(pieces, encoder.unknown, encoder.separator)


def choose(encoder: Encoder, data: Path) -> list[int]:
    """Ids of the pieces to keep, special ones first, in the encoder's order."""
    seen = _count(full(encoder), _texts(data))
    kept = {index for index, times in seen.items() if times >= LEAST_SEEN and index >= SPECIAL}
    kept |= {index for index, piece in enumerate(encoder.pieces) if index >= SPECIAL and _letter(piece)}
    by_score = sorted(range(SPECIAL, len(encoder.pieces) - 1), key=lambda i: -encoder.scores[i])
    for index in by_score:
        if len(kept) >= MOST:
            break
        if not _wide(encoder.pieces[index]):
            kept.add(index)
    return [*range(SPECIAL), *sorted(kept)]


def _texts(data: Path) -> Iterator[str]:
    for name in (*CORPORA, *TRAINING):
        path = data / name
        with gzip.open(path, "rt", encoding="utf8") if name.endswith("gz") else path.open(encoding="utf8") as lines:
            yield from (json.loads(line)["text"] for line in lines)


def _count(vocabulary: Vocabulary, texts: Iterable[str]) -> Counter[int]:
    words: Counter[str] = Counter()
    for text in texts:
        words.update(text.split())
    seen: Counter[int] = Counter()
    for word, times in words.items():
        prose = prepare(word)
        for start, end in zip(prose.starts, prose.ends, strict=True):
            for piece in vocabulary.cut(_normal((SPACE if start == 0 else "") + word[start:end])):
                seen[piece] += times
    return seen


def _letter(piece: str) -> bool:
    return len(piece.removeprefix(SPACE)) <= 1 and not _wide(piece)


def _wide(piece: str) -> bool:
    return any(unicodedata.name(letter, "").startswith(WIDE) for letter in piece)
