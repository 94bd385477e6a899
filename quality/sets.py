"""The gold sets, and how Runut does on each; asked through the command line, as anybody else would."""

import contextlib
import gzip
import hashlib
import importlib.util
import io
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
DEMO = ROOT / "src" / "runut" / "demo"
RUNUT = Path(sys.executable).parent / "runut"
ASKED = ("id", "text", "language", "outlet", "headline", "published")
"""What a line of gold tells of an article; the rest is the answer."""

Row = dict[str, Any]
Scorer = Callable[[list[Row], dict[str, Row]], dict[str, float]]


@dataclass(frozen=True, slots=True)
class GoldSet:
    """One file of gold with the way to be measured against it."""

    name: str
    gold: Path
    scorer: Path
    """A Python file whose `score(gold, predicted)` returns measures between 0 and 1."""
    key: str
    """What joins gold and prediction: `id` for texts, `file` for pages."""
    base: Path
    """The folder that the gold's `file` starts from."""
    reader: str = "rules"
    """Who reads texts: `rules`, or `model` for the learned reader beside them."""
    texts: Path | None = None
    """Where the texts are, by `id`, when the gold holds marks alone, by `article`."""

    @property
    def digest(self) -> str:
        """SHA-256 of the gold, in hex."""
        return hashlib.sha256(self.gold.read_bytes()).hexdigest()

    def measure(self) -> dict[str, float]:
        """Read the whole set and score it."""
        gold = rows(self.gold.read_text(encoding="utf-8"))
        gold = with_texts(gold, self.texts) if self.texts else gold
        predicted = attribute(gold, self.reader) if self.key == "id" else read(gold, self.base)
        with contextlib.redirect_stdout(io.StringIO()):
            return load_scorer(self.scorer)(gold, {row[self.key]: row for row in predicted})


def found() -> list[GoldSet]:
    """The demo story always; the development gold where it lies beside the repository."""
    sets = list(demo())
    if (SHARED / "score").is_dir():
        sets += development(SHARED / "data", SHARED / "score")
    return [one for one in sets if one.gold.exists()]


def demo() -> Iterator[GoldSet]:
    """Our own story, marked by hand; it travels with the package."""
    scorer = ROOT / "quality" / "scores.py"
    yield GoldSet("demo", DEMO / "gold" / "statements.jsonl", scorer, "id", DEMO)
    yield GoldSet("demo-pages", DEMO / "gold" / "pages.jsonl", scorer, "file", DEMO / "pages")


def development(data: Path, score: Path) -> Iterator[GoldSet]:
    """Gold kept outside the repository, since its texts belong to others."""
    statements, pages = score / "statements.py", score / "pages.py"
    for name in ("id-dev", "en-dev"):
        gold = data / "statements" / f"{name}.jsonl"
        yield GoldSet(name, gold, statements, "id", data)
        yield GoldSet(f"{name}-model", gold, statements, "id", data, "model")
    kept, texts = ROOT / "quality" / "kept.jsonl", data / "copies" / "articles.jsonl.gz"
    yield GoldSet("en-kept", kept, statements, "id", data, texts=texts)
    yield GoldSet("en-kept-model", kept, statements, "id", data, "model", texts)
    yield GoldSet("seed", data / "seed" / "gold.jsonl", statements, "id", data)
    yield GoldSet("seed-page", data / "seed" / "page.jsonl", pages, "file", data / "seed")
    for name in ("id", "id-2026", "fundus"):
        yield GoldSet(f"pages-{name}", data / "pages" / f"{name}.jsonl", pages, "file", data / "pages")


def attribute(gold: list[Row], reader: str) -> list[Row]:
    """What `runut attribute` says of the texts."""
    lines = [json.dumps({key: row[key] for key in ASKED if row.get(key)}, ensure_ascii=False) for row in gold]
    return rows(run("attribute", "--reader", reader, "-", cwd=ROOT, stdin="\n".join(lines)))


def read(gold: list[Row], base: Path) -> list[Row]:
    """What `runut read` says of the pages, each read alone."""
    return rows(run("read", "--json", "--no-join", *(row["file"] for row in gold), cwd=base))


def with_texts(marks: list[Row], texts: Path) -> list[Row]:
    """Marks with the articles that they are of."""
    by_article = {row["article"]: row for row in marks}
    with gzip.open(texts, "rt", encoding="utf-8") as lines:
        return [row | by_article[row["id"]] for row in map(json.loads, lines) if row["id"] in by_article]


def run(*words: str, cwd: Path, stdin: str = "") -> str:
    """Run `runut` and give back its output; an input that cannot be read (exit 1) is a row like others."""
    done = subprocess.run([RUNUT, *words], cwd=cwd, input=stdin, capture_output=True, encoding="utf-8", check=False)
    if done.returncode not in {0, 1}:
        raise SystemExit(f"runut {words[0]} ended with {done.returncode}: {done.stderr[-2000:]}")
    return done.stdout


def rows(text: str) -> list[Row]:
    """Parse JSON Lines."""
    return [json.loads(line) for line in text.split("\n") if line.strip()]


def load_scorer(path: Path) -> Scorer:
    """Load `score` from a Python file."""
    scorer: Scorer = load(path).score
    return scorer


def load(path: Path) -> ModuleType:
    """Load a Python file that belongs to no package."""
    spec = importlib.util.spec_from_file_location(f"scorer_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is no Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
