"""Make what tells the case of words in texts without capitals, or measure the packaged one.

    python training/capitals.py [--out FILE]
    python training/capitals.py --measure

Needs torch and the data beside the repository (`../shared/data`); it learns from the capitals of the articles that the
statement reader learns from, and of others that may be learned from, without any that shares a passage with the
development gold or with those that it is measured on: a fifth of the marked articles. Takes ten minutes on one core.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from articles import everything, objects
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional
from train import fold_of

from runut.casing.network import PADDING, Network, network
from runut.casing.words import BRACKET, EDGE, GAPS, MARK, PLAIN, ROWS, rows, written

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared" / "data"
TARGET = ROOT / "src" / "runut" / "casing" / "capitals.npz"
OTHERS = ("copies/articles.jsonl.gz", "pages/fundus.jsonl", "pages/id.jsonl", "pages/id-2026.jsonl")
STORIES, TOKENS = "stories/*.articles.jsonl", "names/idner-train.txt"
LANGUAGES = {"id", "en", "ms", None}
DEVELOPMENT = ("statements/id-dev.jsonl", "statements/en-dev.jsonl")
# Indonesian texts are read so many times, since there are that many fewer of them.
AGAIN = 5
# This fifth of the marked articles is measured on.
MEASURED = 0
# Words of a text made from a list of words.
TOGETHER = 300
# Of an article so many characters are learned from; a shorter one is left out.
LONGEST, SHORTEST = 6000, 300
# Texts with fewer or more capitals than these shares of their characters are not written as news is.
FEWEST, MOST = 0.01, 0.12
# Words of a passage by which articles are told to have one in common, and what share may be.
PASSAGE, COMMON = 8, 0.3
# Gaps behind which a capital is that of the word, not of a sentence or a quote.
INNER = {PLAIN, MARK, BRACKET}

WIDTH, HIDDEN, CASES = 16, 64, 3
EPOCHS, BATCH, STRETCH = 12, 64, 64
RATE, DROPOUT = 3e-3, 0.15
# So many words are hidden wholly, and so many show only how they begin and end: names are new every year.
HIDDEN_WORDS, UNKNOWN_WORDS = 0.04, 0.15


class Learner(nn.Module):
    """The network of `runut.casing.network` while it learns."""

    def __init__(self) -> None:
        super().__init__()
        self.table = nn.EmbeddingBag(ROWS, WIDTH, mode="sum", padding_idx=0)
        nn.init.normal_(self.table.weight, 0, 0.1)
        sizes = ((WIDTH + len(GAPS), HIDDEN, 5), (HIDDEN, HIDDEN, 3), (HIDDEN, CASES, 1))
        self.layers = nn.ModuleList(nn.Conv1d(*size, padding="same") for size in sizes)

    def forward(self, looks: Tensor, gaps: Tensor) -> Tensor:
        """Logits `[texts, words, cases]`."""
        if self.training:
            looks = _hidden(looks)
        states = self.table(looks.flatten(0, 1)).unflatten(0, looks.shape[:2])
        states = torch.cat([states, functional.one_hot(gaps, len(GAPS)).float()], -1).transpose(1, 2)
        for layer in self.layers[:-1]:
            states = torch.relu(layer(functional.dropout(states, DROPOUT, self.training)))
        return self.layers[-1](states).transpose(1, 2)


def _hidden(looks: Tensor) -> Tensor:
    chance = torch.rand(looks.shape[:2])
    looks = looks.masked_fill((chance < HIDDEN_WORDS)[..., None], 0)
    own = looks[..., :1].masked_fill((chance > 1 - UNKNOWN_WORDS)[..., None], 0)
    return torch.cat([own, looks[..., 1:]], -1)


def main() -> None:
    """Make the file, or measure the packaged one."""
    parser = argparse.ArgumentParser(description="Make or measure what restores capitals.")
    parser.add_argument("--out", type=Path, default=TARGET)
    parser.add_argument("--measure", action="store_true", help="measure the packaged file instead")
    options = parser.parse_args()
    if not options.measure:
        torch.manual_seed(0)
        torch.set_num_threads(1)
        np.savez(options.out, **packed(learned(list(articles()))))
    for language in ("id", "en"):
        texts = [story.text for story in everything() if story.language == language and fold_of(story) == MEASURED]
        print(f"{language}: {measured(network(), texts)}")


def articles() -> Iterator[str]:
    """Texts to learn from; Indonesian ones several times."""
    chance, seen = random.Random(1), passages(_held())
    held = frozenset(seen)
    given = list(_given())
    for language, text in chance.sample(given, len(given)):
        own = passages([text])
        if _is_news(text) and not own & held and len(own & seen) <= COMMON * len(own):
            seen |= own
            yield from [text] * (AGAIN if language == "id" else 1)


def _given() -> Iterator[tuple[object, str]]:
    """Texts with their language, as long as they are read."""
    for story in everything():
        yield story.language, story.text[:LONGEST]
    for path in (*(DATA / name for name in OTHERS), *sorted(DATA.glob(STORIES))):
        for line in objects(path):
            found = LANGUAGES.intersection(_languages(line))
            if found:
                yield found.pop(), line["text"][:LONGEST]
    words = [line.split()[0] for line in (DATA / TOKENS).read_text("utf8").splitlines() if line.strip()]
    yield from (("id", " ".join(words[at : at + TOGETHER])) for at in range(0, len(words), TOGETHER))


def _languages(line: dict[str, Any]) -> list[object]:
    language = line.get("language")
    return language if isinstance(language, list) else [language]


def _is_news(text: str) -> bool:
    capitals = sum(map(str.isupper, text))
    return len(text) >= SHORTEST and FEWEST * len(text) <= capitals <= MOST * len(text)


def _held() -> Iterator[str]:
    """Texts that nothing may be learned from."""
    for name in DEVELOPMENT:
        yield from (line["text"] for line in objects(DATA / name))
    yield from (story.text for story in everything() if fold_of(story) == MEASURED)


def passages(texts: Iterable[str]) -> set[int]:
    """All runs of a few words."""
    found: set[int] = set()
    for text in texts:
        words = re.findall(r"\w+", text.lower())
        found.update(hash(tuple(words[at : at + PASSAGE])) for at in range(len(words) - PASSAGE + 1))
    return found


def lowered(text: str) -> str:
    """In lower case, of the same length."""
    return "".join([sign.lower() if len(sign.lower()) == 1 else sign for sign in text])


def cases(text: str) -> list[int]:
    """The case of each word that the lowered text has."""
    found = [text[word.start : word.end] for word in written(lowered(text))]
    return [0 if word == word.lower() else 2 if word.isupper() and len(word) > 1 else 1 for word in found]


@dataclass(frozen=True, slots=True)
class Lessons:
    """Stretches of words."""

    looks: Tensor
    gaps: Tensor
    cases: Tensor


def lessons(texts: Sequence[str]) -> Lessons:
    """All texts one behind the other, with words of nothing between, cut into stretches."""
    nothing = (0,) * len(rows("a"))
    looks, gaps, told = [], [], []
    for text in texts:
        words = written(lowered(text))
        looks += [*[rows(word.text) for word in words], *[nothing] * PADDING]
        gaps += [*[word.gap for word in words], *[EDGE] * PADDING]
        told += [*cases(text), *[-100] * PADDING]
    size = len(looks) // STRETCH * STRETCH
    arrays = (np.array(looks[:size], np.int32), np.array(gaps[:size]), np.array(told[:size]))
    return Lessons(*[torch.from_numpy(array).unflatten(0, (-1, STRETCH)) for array in arrays])


def learned(texts: list[str]) -> Learner:
    """A network that has seen these texts."""
    random.Random(2).shuffle(texts)
    given, learner = lessons(texts), Learner()
    print(f"{len(texts)} texts, {given.gaps.numel()} words")
    optimiser = torch.optim.Adam(learner.parameters(), lr=RATE)
    steps = EPOCHS * -(-len(given.gaps) // BATCH)
    schedule = torch.optim.lr_scheduler.LinearLR(optimiser, 1, 0.003, steps)
    for epoch in range(EPOCHS):
        total = 0.0
        for batch in torch.randperm(len(given.gaps)).split(BATCH):
            logits = learner(given.looks[batch], given.gaps[batch])
            loss = functional.cross_entropy(logits.flatten(0, 1), given.cases[batch].flatten(), ignore_index=-100)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {epoch + 1}: loss {total / steps * EPOCHS:.4f}", flush=True)
    return learner.eval()


def packed(learner: Learner) -> dict[str, NDArray[np.generic]]:
    """The arrays of the file."""
    table = learner.table.weight.detach().numpy()
    scale = float(np.percentile(np.abs(table), 99.99)) / 127
    kept: dict[str, NDArray[np.generic]] = {
        "table": np.clip(np.round(table / scale), -127, 127).astype(np.int8),
        "scale": np.array(scale, np.float32),
    }
    for at, layer in enumerate(learner.layers):
        kept[f"weights{at}"] = layer.weight.detach().numpy().transpose(2, 1, 0).astype(np.float16)
        kept[f"bias{at}"] = layer.bias.detach().numpy().astype(np.float16)
    return kept


def measured(packaged: Network, texts: Sequence[str]) -> str:
    """How well it finds words with capitals; those that open a sentence or a quote are not counted."""
    told, found = [], []
    for text in texts:
        words = written(lowered(text))
        inner = [word.gap in INNER for word in words]
        told += [case for case, within in zip(cases(text), inner, strict=True) if within]
        found += [case for case, within in zip(packaged.cases(words), inner, strict=True) if within]
    right = sum(bool(one and other) for one, other in zip(told, found, strict=True))
    precision, recall = right / sum(map(bool, found)), right / sum(map(bool, told))
    return f"P {precision:.3f}  R {recall:.3f}  F1 {2 * precision * recall / (precision + recall):.3f}"


if __name__ == "__main__":
    main()
