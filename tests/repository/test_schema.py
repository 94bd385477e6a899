import json

import msgspec

import schema
from runut.vocabulary import Reading, Record


def test_the_published_schema_is_current():
    assert schema.TARGET.read_text(encoding="utf-8") == schema.written(), "run `make generated`"


def test_the_schema_names_every_field_of_a_record():
    properties = json.loads(schema.written())["$defs"]["Record"]["properties"]
    record = msgspec.to_builtins(Record(reading=Reading(runut="0")))
    assert set(properties) == set(record)
