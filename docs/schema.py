"""The JSON Schema of a record, made from the types.

    python docs/schema.py

Writes docs/record.schema.json anew; a test keeps it current.
"""

from pathlib import Path
from typing import Any

import msgspec

from runut.vocabulary import Record

TARGET = Path(__file__).resolve().parent / "record.schema.json"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """The schema, with the dialect that msgspec writes."""
    return {"$schema": DIALECT, "title": "Record of Runut", **msgspec.json.schema(Record)}


def written() -> str:
    """The schema as the file holds it."""
    return msgspec.json.format(msgspec.json.encode(schema()), indent=2).decode() + "\n"


if __name__ == "__main__":
    TARGET.write_text(written(), encoding="utf-8")
