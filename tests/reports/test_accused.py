import msgspec

from runut.reports.accused import accusations, same_name
from runut.vocabulary import Person, Reading, Record, Statement

TEXT = "Warga menuduh Rano Karsa dan Sita Lestari menipu. Rano Karsa membantah. Kerabat Sita Lestari menangis."


def span(words, nth=0, text=TEXT):
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return (start, start + len(words))


def record(*statements, people=("Rano Karsa", "Sita Lestari"), text=TEXT):
    return Record(
        language="id",
        text=text,
        statements=statements,
        people=tuple(Person(name) for name in people),
        reading=Reading(runut="0"),
    )


ALLEGED = Statement(
    content=(span("menipu"),), cue=span("menuduh"), speaker="Warga", speaker_type="group", act="alleges"
)
DENIED = Statement(
    content=(),
    cue=span("membantah"),
    source=span("Rano Karsa", 1),
    speaker="Rano Karsa",
    speaker_type="person",
    act="denies",
)


def found(*statements, **more):
    return [(a.name, a.response, a.answer, a.alone) for a in accusations(record(*statements, **more))]


def test_the_accused_may_stand_between_cue_and_content(relayed):
    (accusation,) = accusations(relayed)
    assert (accusation.name, accusation.response, accusation.answer) == ("Ratna Wulandari", "no_comment", 5)


def test_of_several_named_only_a_defence_tells():
    assert found(ALLEGED, DENIED) == [("Rano Karsa", "denial", 1, False), ("Sita Lestari", "unclear", None, False)]


def test_one_named_and_not_heard():
    assert found(ALLEGED, people=("Rano Karsa",)) == [("Rano Karsa", "nothing", None, True)]


def test_one_named_who_speaks_of_something_else_is_heard():
    spoken = msgspec.structs.replace(DENIED, act="states")
    assert found(ALLEGED, spoken, people=("Rano Karsa",)) == [("Rano Karsa", "statement", 1, True)]


def test_a_defence_outweighs_other_words():
    spoken = msgspec.structs.replace(DENIED, act="states")
    assert found(ALLEGED, spoken, DENIED, people=("Rano Karsa",)) == [("Rano Karsa", "denial", 2, True)]


def test_who_only_has_the_name_in_the_title_does_not_clearly_speak_for_them():
    kin = Statement(
        content=(), cue=span("menangis"), source=span("Kerabat Sita Lestari"), speaker="kerabat", act="states"
    )
    assert found(ALLEGED, kin, people=("Sita Lestari",)) == [("Sita Lestari", "unclear", 1, True)]


def test_a_spokesperson_speaks_for_a_body():
    text = (
        "Nelayan menuduh PT Ombak Biru mencemari teluk. PT Ombak Biru beroperasi. Juru bicara PT Ombak Biru membantah."
    )
    alleged = Statement(
        content=(span("mencemari teluk", text=text),),
        cue=span("menuduh", text=text),
        speaker="Nelayan",
        speaker_type="group",
        act="alleges",
    )
    operates = Statement(
        content=(),
        cue=span("beroperasi", text=text),
        speaker="PT Ombak Biru",
        speaker_type="organisation",
        act="states",
    )
    denied = Statement(
        content=(),
        cue=span("membantah", text=text),
        source=span("Juru bicara PT Ombak Biru", text=text),
        speaker="juru bicara",
        act="denies",
    )
    assert found(alleged, operates, denied, people=(), text=text) == [("PT Ombak Biru", "denial", 2, True)]


def test_nobody_named_is_unclear():
    assert found(ALLEGED, people=()) == [(None, "unclear", None, True)]


def test_the_accuser_and_those_who_pass_it_on_are_not_the_accused():
    own = msgspec.structs.replace(ALLEGED, speaker="Rano Karsa", via=("Sita Lestari",))
    assert found(own) == [(None, "unclear", None, True)]


def test_what_the_accusation_itself_quotes_is_no_response():
    inner = msgspec.structs.replace(DENIED, within=0)
    assert found(ALLEGED, inner, people=("Rano Karsa",)) == [("Rano Karsa", "nothing", None, True)]


def test_statements_within_each_other_in_a_ring_end():
    ring = msgspec.structs.replace(ALLEGED, within=0)
    assert found(ring, people=("Rano Karsa",)) == [("Rano Karsa", "nothing", None, True)]


def test_without_accusation_there_is_nothing_to_ask():
    assert found(DENIED) == []


def test_a_name_is_the_same_when_shortened_but_not_when_only_shared_in_part():
    assert same_name("Rano", "Rano Karsa")
    assert not same_name("Rano Karsa", "Rano Lestari")
    assert not same_name("", "Rano")
