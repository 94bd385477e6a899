"""From the encoder's weights and the gold to one model file, by one command.

    python training/train.py [--guessed FILE] [--leave-out FOLD --out FILE] [--epochs N] [--threads N] [--layers N]

Needs training/requirements.txt in an environment of its own, and the gold beside the repository (`../shared/data`).
Reads training gold only: the development files are never opened. With `--leave-out`, one fifth of the articles is kept
out, so that training/validate.py can measure on it. `--guessed` names what training/guesses.py wrote: it is learned
from before all else. The same seed on the same machine gives the same file.
"""

from __future__ import annotations

import argparse
import random
import sys
import zlib
from pathlib import Path

import encoder as encoders
import torch
import transitions
import vocabulary
from articles import DATA, Lesson, Story, everything, gold, guesses, lesson
from augmenting import vary
from exporting import export
from fitting import Plan, fit
from net import Net, Shape

from runut.model.pieces import Vocabulary

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src" / "runut" / "model" / "data" / "reader.zip"
FOLDS = 5
# This share of the articles is varied in each epoch; the others are read as they are.
VARIED = 0.8


def fold_of(story: Story) -> int:
    """The fifth to which an article belongs: by its id, so that it never changes."""
    return zlib.crc32(story.id.encode()) % FOLDS


def main() -> None:
    """Train and write."""
    options = _options()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    encoder = encoders.load(encoders.packaged())
    kept = vocabulary.choose(encoder, DATA)
    pieces = cut_down(encoder, kept)
    stories, closing, guessed = (
        [story for story in some if fold_of(story) != options.leave_out]
        for some in (everything(), gold(), guesses(options.guessed) if options.guessed else [])
    )
    names = [person for story in stories for person in story.people if len(person.split()) > 1]
    plan = Plan(guessed=int(bool(guessed)), epochs=options.epochs, seed=options.seed)

    def lessons(epoch: int) -> list[Lesson]:
        chance = random.Random(options.seed * 1000 + epoch)
        marked = stories + closing if epoch < plan.guessed + plan.epochs else closing
        given = guessed if epoch < plan.guessed else marked
        varied = (vary(s, names, chance) if chance.random() < VARIED else s for s in given)
        return [lesson(story, pieces) for story in varied]

    net = Net(encoder, kept, Shape(trunk=options.layers - Shape().lower - 1))
    fit(net, lessons, plan, lambda line: print(line, file=sys.stderr, flush=True))
    size = export(net, encoder, kept, {"stories": len(stories), "ways": transitions.count(stories)}, options.out)
    print(f"{options.out}: {size / 1e6:.1f} MB, trained on {len(stories)} articles")


def cut_down(encoder: encoders.Encoder, kept: list[int]) -> Vocabulary:
    """The vocabulary with its new ids."""
    pairs = ((encoder.pieces[old], (new, float(encoder.scores[old]))) for new, old in enumerate(kept))
    pieces = {piece: pair for piece, pair in pairs if pair[0] >= vocabulary.SPECIAL}
    return Vocabulary(pieces, kept.index(encoder.unknown), kept.index(encoder.separator))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Train the statement reader.")
    parser.add_argument("--leave-out", type=int, help=f"keep this fold (0 to {FOLDS - 1}) out")
    parser.add_argument("--guessed", type=Path, help="articles as the packaged reader reads them")
    parser.add_argument("--out", type=Path, default=TARGET)
    parser.add_argument("--epochs", type=int, default=Plan().epochs)
    parser.add_argument("--layers", type=int, default=Shape().top + 1, help="of the encoder, the last one twice")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    main()
