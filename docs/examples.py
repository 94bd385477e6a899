"""The example in the two READMEs, made by reading a page of the demo story.

    python docs/examples.py

Writes the examples anew; a test keeps them current.
"""

import re
import textwrap
from pathlib import Path
from typing import Literal

from runut import flow
from runut.demo import pages
from runut.reports.answer import answer
from runut.reports.plain import line
from runut.vocabulary import Capture

ROOT = Path(__file__).resolve().parent.parent
PAGE = "02-nusantara-kabar.html"
READMES: dict[str, Literal["id", "en"]] = {"README.md": "en", "README.id.md": "id"}
BLOCK = re.compile(r"(?<=<!-- example:start -->\n).*?(?=<!-- example:end -->)", re.DOTALL)


def example(language: Literal["id", "en"]) -> str:
    """The command and the answer that it opens with."""
    page = next(page for page in pages() if page.name == PAGE)
    record = flow.read(Capture(page.name, page.path.read_bytes()))
    told = textwrap.fill(line(answer(record, language)), 100)
    command = f"$ runut read src/runut/demo/pages/{PAGE} --card --lang {language}"
    return f"\n```console\n{command}\n{told}\n…\n```\n\n"


def written(name: str) -> str:
    """A README with its example as it is now."""
    made = example(READMES[name])
    return BLOCK.sub(lambda _: made, (ROOT / name).read_text(encoding="utf-8"))


if __name__ == "__main__":
    for readme in READMES:
        (ROOT / readme).write_text(written(readme), encoding="utf-8")
