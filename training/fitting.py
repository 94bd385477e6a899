"""Fit the network to lessons."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from articles import Lesson, Said
from net import NOT, Net
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - its usual name

WINDOW = 256
# The rate rises in this share of the steps, and then falls in a line.
RISING = 0.05
# Tokens that the reader sees before and behind a cue; drawn anew for each batch.
REACHES = (36, 44, 60)
IGNORED = -100
# What the encoder does not bring along.
NEW = ("finder.cues", "reader.mark", "reader.parts", "reader.acts", "reader.types")


@dataclass(frozen=True, slots=True)
class Plan:
    """How to fit."""

    guessed: int = 1
    """Epochs with articles as the packaged reader reads them, where there are any."""
    epochs: int = 3
    """With all articles that somebody marked, the gold twice."""
    closing: int = 1
    """With the gold alone: what others marked or wrote is more, but a little otherwise."""
    rate: float = 3e-4
    head_rate: float = 1e-3
    batch: int = 4
    seed: int = 0
    dropout: float = 0.1
    """Of the embedded tokens."""
    false_cues: float = 0.25
    """As many false cues a batch as this share of the true ones."""
    held: float = 0.995
    """How much of the mean weights is left at each step, from the last epoch with all articles on."""


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a lesson's tokens."""

    lesson: Lesson
    start: int
    end: int


def fit(net: Net, lessons: Callable[[int], Sequence[Lesson]], plan: Plan, say: Callable[[str], None]) -> None:
    """Fit in place; `lessons(epoch)` gives the articles of each epoch, varied anew.

    What is left at the end lies between the weights before the closing epoch and the mean ones of the last steps: means
    of weights err less than the last ones (Izmailov et al. 2018).
    """
    chance = random.Random(plan.seed)
    torch.manual_seed(plan.seed)
    epochs = plan.guessed + plan.epochs + plan.closing
    steps = sum(len(_windows(lessons(epoch), random.Random(0))) // plan.batch + 1 for epoch in range(epochs))
    optimiser, schedule = _optimiser(net, plan, steps)
    mean: dict[str, Tensor] = {}
    before: dict[str, Tensor] = {}
    net.train()
    for epoch in range(epochs):
        if epoch == epochs - plan.closing:
            before = {name: now.clone() for name, now in net.state_dict().items()}
        begun, total = time.perf_counter(), torch.zeros(3)
        batches = _batches(_windows(lessons(epoch), chance), plan.batch, chance)
        for batch in batches:
            # Half the digits where they do not matter: a third faster, and the losses are the same.
            with torch.autocast("cpu", dtype=torch.bfloat16):
                losses = torch.stack(losses_of(net, batch, plan, chance, aware=epoch > 0))
            _step(net, losses.sum(), optimiser, schedule)
            total += losses.detach() / len(batches)
            if epoch >= epochs - plan.closing - 1:
                _hold(mean, net, plan.held)
        cues, parts, acts = total.tolist()
        took = time.perf_counter() - begun
        say(f"epoch {epoch + 1}: cues {cues:.3f} parts {parts:.3f} acts {acts:.3f} in {took:.0f} s")
    net.load_state_dict({name: (before[name] + last) / 2 for name, last in mean.items()})
    net.eval()


def _step(
    net: Net, loss: Tensor, optimiser: torch.optim.Optimizer, schedule: torch.optim.lr_scheduler.LRScheduler
) -> None:
    optimiser.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
    optimiser.step()
    schedule.step()


def _hold(mean: dict[str, Tensor], net: Net, held: float) -> None:
    """Move the mean weights a little towards those of now."""
    with torch.no_grad():
        for name, now in net.state_dict().items():
            mean[name] = mean[name].lerp(now, 1 - held) if name in mean else now.clone()


def _optimiser(net: Net, plan: Plan, steps: int) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    """AdamW with a higher rate for what is new; the rate rises at first, then falls to nearly nothing."""
    named = [(name, p) for name, p in net.named_parameters() if p.requires_grad]
    groups = [
        {"params": [p for name, p in named if not name.startswith(NEW)], "lr": plan.rate},
        {"params": [p for name, p in named if name.startswith(NEW)], "lr": plan.head_rate},
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)

    def share(step: int) -> float:
        return min(1.0, (step + 1) / (RISING * steps)) * max(0.02, 1 - step / steps)

    return optimiser, torch.optim.lr_scheduler.LambdaLR(optimiser, share)


def _windows(lessons: Sequence[Lesson], chance: random.Random) -> list[Window]:
    found = []
    for lesson in lessons:
        size = len(lesson.ids)
        start = -chance.randrange(0, WINDOW // 2) if size > WINDOW else 0
        while True:
            found.append(Window(lesson, max(0, start), min(size, start + WINDOW)))
            if start + WINDOW >= size:
                break
            start += WINDOW - 32
    return [w for w in found if w.end - w.start >= 8]


def _batches(windows: list[Window], size: int, chance: random.Random) -> list[list[Window]]:
    """Windows of like length together, in random order."""
    windows = sorted(windows, key=lambda w: (w.end - w.start) + chance.random() * 40)
    batches = [windows[i : i + size] for i in range(0, len(windows), size)]
    chance.shuffle(batches)
    return batches


def losses_of(net: Net, batch: list[Window], plan: Plan, chance: random.Random, *, aware: bool) -> list[Tensor]:
    """Losses of cues, of parts, and of acts and types together."""
    longest = max(w.end - w.start for w in batch)
    ids = torch.zeros(len(batch), longest, dtype=torch.long)
    mask = torch.zeros(len(batch), longest)
    labels = torch.full((len(batch), longest), IGNORED)
    for row, window in enumerate(batch):
        size = window.end - window.start
        ids[row, :size] = torch.tensor(window.lesson.ids[window.start : window.end])
        mask[row, :size] = 1
        for place, word in enumerate(window.lesson.words[window.start : window.end]):
            if word >= 0:
                labels[row, place] = window.lesson.labels[word]
    states, logits = net.finder(net.lower(F.dropout(net.embedding[ids], plan.dropout), mask), mask)
    cue_loss = F.cross_entropy(
        logits.float().flatten(0, 1), labels.flatten(), ignore_index=IGNORED, label_smoothing=0.02
    )
    asked = _asked(batch)
    if not asked:
        return [cue_loss, cue_loss * 0, cue_loss * 0]
    if aware:
        asked += _false(batch, logits.detach(), labels, chance, int(len(asked) * plan.false_cues) + 1)
    return [cue_loss, *_read(net, batch, states, asked, chance)]


def _asked(batch: list[Window]) -> list[tuple[int, Said | int]]:
    """The statements whose mark lies well within a window, with the window's row."""
    found: list[tuple[int, Said | int]] = []
    for row, window in enumerate(batch):
        low = window.start + 24 if window.start else 0
        high = window.end - 24 if window.end < len(window.lesson.ids) else window.end
        found += [(row, said) for said in window.lesson.said if low <= window.lesson.firsts[said.mark[0]] < high]
    return found


def _false(
    batch: list[Window], logits: Tensor, labels: Tensor, chance: random.Random, most: int
) -> list[tuple[int, Said | int]]:
    """Words that the finder takes for cues and that are none."""
    likely = logits.float().softmax(-1)[..., 1::2].sum(-1)
    rows, places = torch.nonzero((likely > 0.08) & (labels == 0), as_tuple=True)
    found = list(zip(rows.tolist(), places.tolist(), strict=True))
    chance.shuffle(found)
    return [(row, batch[row].lesson.words[batch[row].start + place]) for row, place in found[:most]]


def mark_of(lesson: Lesson, words: Sequence[int]) -> tuple[int, int]:
    """Tokens from the first piece of the first word to the last piece of the last one."""
    start = lesson.firsts[words[0]]
    last = words[-1] + 1
    end = lesson.firsts[last] if last < len(lesson.firsts) else len(lesson.ids)
    while end > start + 1 and lesson.words[end - 1] < 0 and end - 1 > lesson.firsts[words[-1]] + 3:
        end -= 1
    return start, end


def _read(
    net: Net, batch: list[Window], states: Tensor, asked: list[tuple[int, Said | int]], chance: random.Random
) -> list[Tensor]:
    reach = chance.choice(REACHES)
    count, size = len(asked), 2 * reach
    places = torch.zeros(count, size, dtype=torch.long)
    rows = torch.tensor([row for row, _ in asked])
    marks, mask = torch.zeros(count, size), torch.zeros(count, size)
    parts = torch.full((count, size), IGNORED)
    acts, types = torch.full((count,), NOT), torch.full((count,), IGNORED)
    for index, (row, said) in enumerate(asked):
        window = batch[row]
        lesson, width = window.lesson, window.end - window.start
        start, end = mark_of(lesson, said.mark if isinstance(said, Said) else (said,))
        centre = start - window.start + chance.randrange(-12, 13)
        low = max(0, min(centre - reach, width - size))
        high = min(width, low + size)
        places[index, : high - low] = torch.arange(low, high)
        mask[index, : high - low] = 1
        marks[index, max(0, start - window.start - low) : max(0, end - window.start - low)] = 1
        if isinstance(said, Said):
            acts[index], types[index] = said.act, said.type
            content, source = set(said.content), set(said.source)
            for place in range(low, high):
                word = lesson.words[window.start + place]
                if word >= 0:
                    parts[index, place - low] = 2 if word in source else 1 if word in content else 0
    marks = marks * mask
    part_logits, act_logits, type_logits = net.reader(states[rows[:, None], places], marks, mask)
    part_loss = F.cross_entropy(part_logits.float().flatten(0, 1), parts.flatten(), ignore_index=IGNORED)
    act_loss = F.cross_entropy(act_logits.float(), acts, label_smoothing=0.05)
    type_loss = F.cross_entropy(type_logits.float(), types, ignore_index=IGNORED, label_smoothing=0.05)
    return [part_loss * 1.5, 0.6 * act_loss + 0.2 * type_loss]
