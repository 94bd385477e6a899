"""Measure how often each way of reading a statement is right, and write `statements/confidence.toml`.

    python quality/confidence.py

Runs over the training articles of `../shared`; a statement is right when its content and its speaker both match the
gold. A way of reading seen seldom is drawn towards the share of its frame, and that towards the share of all.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import runut

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
TARGET = ROOT / "src" / "runut" / "statements" / "confidence.toml"
TRAINING = {"id": "id-train.jsonl", "en": "en-train.jsonl"}
# As many unseen cases of the wider class are added to each narrower one.
PRIOR = 8

HEAD = """# How often each way of reading was right, in content and speaker both, on the training articles.
# Written by quality/confidence.py for each language; the keys are frame and frame/rule of the evidence.
"""


def main() -> None:
    """Measure and write."""
    score = _scorer()
    parts = [HEAD]
    for language, name in TRAINING.items():
        seen: Counter[str] = Counter()
        right: Counter[str] = Counter()
        for line in (SHARED / "data" / "statements" / name).read_text("utf8").splitlines():
            _count(json.loads(line), score, seen, right)
        parts += [f"\n[{language}]\n", *(f'"{key}" = {share:.2f}\n' for key, share in _shares(seen, right))]
        sys.stderr.write(f"{language}: {len(seen) - 1} shares from {seen['']} statements\n")
    TARGET.write_text("".join(parts), "utf8")


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_statements", SHARED / "score" / "statements.py")
    assert spec is not None, "a path always gives a spec"
    assert spec.loader is not None, "a Python file always has a loader"
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _count(gold: dict[str, Any], score: ModuleType, seen: Counter[str], right: Counter[str]) -> None:
    found = runut.attribute(
        gold["text"],
        language=gold["language"],
        outlet=gold["outlet"],
        published=gold["published"],
        reader="rules",
    ).statements
    pairs = score.match(gold["text"], gold["statements"], [{"content": s.content, "cue": s.cue} for s in found])
    matched = {j: gold["statements"][i]["speaker"] for _, i, j in pairs}
    for index, statement in enumerate(found):
        frame, rule = (e.rule.split(": ")[1] for e in statement.evidence[:2])
        good = index in matched and score.same_name(matched[index], statement.speaker)
        for key in ("", frame, f"{frame}/{rule}"):
            seen[key] += 1
            right[key] += good


def _shares(seen: Counter[str], right: Counter[str]) -> list[tuple[str, float]]:
    whole = right[""] / seen[""]
    frames = {k: (right[k] + PRIOR * whole) / (n + PRIOR) for k, n in seen.items() if k and "/" not in k}
    ways = {k: (right[k] + PRIOR * frames[k.split("/")[0]]) / (n + PRIOR) for k, n in seen.items() if "/" in k}
    return sorted((frames | ways).items())


if __name__ == "__main__":
    main()
