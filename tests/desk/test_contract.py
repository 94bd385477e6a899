"""What every desk does, in memory, in a file and on a server."""

import pytest
from msgspec.structs import replace
from sqlalchemy import text as sql

from runut.capture.archive import Place
from runut.desk import (
    Item,
    Received,
    add,
    difference,
    examine,
    facets,
    gold,
    mend,
    outlets_held,
    people_held,
    rule,
    rule_people,
    search,
    show,
)
from runut.errors import StoreFault, UsageFault
from runut.find import parse
from runut.vocabulary import Outlet, Person


def what(outcomes):
    return [outcome.what for outcome in outcomes]


def found(desk, question, **options):
    return [hit.headline for hit in search(desk, parse(question), **options).hits]


def test_adding_again_changes_nothing(stocked, beras):
    assert what(add(stocked, [Item(beras)])) == ["known"]
    assert len(show(stocked, "https://dermaga.example/beras").versions) == 1


def test_a_page_that_changes_keeps_every_version(stocked, beras, changed):
    assert what(add(stocked, [Item(changed)])) == ["changed"]
    newest, oldest = show(stocked, beras.url), show(stocked, beras.url, version=1)
    assert (newest.version, oldest.record.text) == (2, beras.text)
    assert [(c.before, c.after) for c in difference(oldest.record, newest.record).text] == [("turun", "naik")]
    assert found(stocked, "naik") == ["Beras"]
    assert found(stocked, "turun") == []


def test_a_page_that_is_as_it_was_shows_the_old_version_again(stocked, beras, changed):
    assert what(add(stocked, [Item(changed), Item(beras)])) == ["changed", "changed"]
    assert show(stocked, beras.url).version == 1
    assert found(stocked, "turun") == ["Beras"]


def test_another_reading_of_a_version_takes_its_place(stocked, beras):
    assert what(add(stocked, [Item(replace(beras, statements=()))])) == ["reread"]
    assert len(show(stocked, beras.url).versions) == 1
    assert found(stocked, "speaker:sari") == []


def test_the_same_article_twice_at_once(desk, beras, changed):
    assert what(add(desk, [Item(beras), Item(beras), Item(changed)])) == ["new", "known", "changed"]
    assert [f for f in examine(desk) if f] == []


def test_a_batch_is_whole_or_not_at_all(desk, beras, kapal):
    place = Place("a.warc.gz", 0, 9, "urn:x", "00" * 32, "00" * 32)
    twice = (Received(source="a", place=place), Received(source="b", place=place))
    with pytest.raises(StoreFault):  # two captures cannot lie at one place
        add(desk, [Item(beras), Item(kapal, twice)])
    assert found(desk, "kata") == []
    assert what(add(desk, [Item(beras), Item(kapal)])) == ["new", "new"]


@pytest.mark.parametrize(
    ("question", "headlines"),
    [
        ("beras", ["Beras"]),
        ("BÉRAS", ["Beras"]),
        ('"harga beras"', ["Beras"]),
        ('"beras harga"', []),
        ("bantuan", ["Beras"]),  # the text has “membantu”
        ("membant*", ["Beras"]),
        ("kata", ["Beras", "Kapal karam"]),
        ("kata -beras", ["Kapal karam"]),
        ("speaker:dewanti", ["Beras"]),
        ('speaker:"Sari Dewanti" act:denies', ["Beras"]),
        ('speaker:"Bayu Laksana" act:denies', []),
        ("speaker:sari speaker:bayu", ["Beras", "Kapal karam"]),
        ("via:reuters", ["Kapal karam"]),
        ("outlet:dermaga.example", []),
        ('outlet:"kilas dermaga"', ["Beras"]),
        ("since:2025-06-15", ["Kapal karam"]),
        ("until:2025-06-15 language:id", ["Beras"]),
        ("kind:video", []),
    ],
)
def test_questions(stocked, question, headlines):
    assert sorted(found(stocked, question)) == headlines


@pytest.mark.parametrize("question", ["NEAR(a b)", "a' OR 1=1", "a & b | !c <-> d", '"', "*", "a^2 {x}: y", "%_", "\\"])
def test_signs_that_mean_something_to_a_database_mean_nothing(stocked, question):
    search(stocked, parse(question))


def test_an_empty_answer_says_why(stocked):
    assert search(stocked, parse("zebra")).reasons == ("No text on this desk has “zebra”.",)
    assert search(stocked, parse("speaker:zebra")).reasons == ("Nobody on this desk is called “zebra”.",)


def test_only_excluded_words_are_no_question(stocked):
    with pytest.raises(UsageFault, match="at least one word"):
        search(stocked, parse("-beras"))


def test_a_snippet_points_at_the_words_that_match(stocked):
    (hit,) = search(stocked, parse("impor")).hits
    (snippet,) = hit.snippets
    text = show(stocked, hit.article).record.text
    assert [text[start:end] for start, end in snippet.matches] == ["impor"]
    assert text[slice(*snippet.span)] == snippet.words


@pytest.mark.parametrize("by", ["rank", "time"])
def test_a_cursor_gives_everything_once(desk, kapal, by):
    add(desk, [Item(replace(kapal, id=f"v{n}", article=f"a{n}")) for n in range(23)])
    seen, cursor = [], None
    while True:
        answer = search(desk, parse("kapal"), by=by, limit=5, cursor=cursor)
        seen += [hit.article for hit in answer.hits]
        cursor = answer.cursor
        if cursor is None:
            break
    assert sorted(seen) == sorted(f"a{n}" for n in range(23))


def test_of_more_hits_than_are_ranked_the_latest_are_shown_and_that_is_told(desk, kapal, monkeypatch):
    monkeypatch.setattr("runut.desk.searching.RANKED", 5)
    add(desk, [Item(replace(kapal, id=f"v{n}", article=f"a{n}")) for n in range(9)])
    answer = search(desk, parse("kapal"), limit=3)
    assert answer.is_cut
    assert {hit.article for hit in answer.hits} <= {f"a{n}" for n in range(3, 9)}
    assert not search(desk, parse("kapal since:2999-01-01")).is_cut


@pytest.mark.parametrize("cursor", ["x", "MQ", "////", "é"])
def test_what_is_no_cursor_is_told(stocked, cursor):
    with pytest.raises(UsageFault, match="cursor"):
        search(stocked, parse("beras"), cursor=cursor)


def test_facets_count(stocked):
    counted = facets(stocked, parse("kata"))
    assert counted.articles == 2
    assert {one.value for one in counted.outlet} == {"Kilas Dermaga", "Sela Warta"}
    assert [one.value for one in counted.day] == ["2025-06-20", "2025-06-01"]
    assert ("Sari Dewanti", 2) in [(one.value, one.count) for one in counted.speaker]


def test_people_and_outlets(stocked):
    assert {held.name for held in people_held(stocked)} >= {"Sari Dewanti", "Bayu Laksana"}
    assert {outlet.name: outlet.articles for outlet in outlets_held(stocked)} == {"Kilas Dermaga": 1, "Sela Warta": 1}


def test_names_meet_under_one_entry(desk, beras, text):
    shorter = text("“Stok aman,” kata Sari Dewanti Wulan kemarin.", headline="Stok", url="https://x.example/stok")
    add(desk, [Item(beras), Item(shorter)])
    (held,) = people_held(desk, named="dewanti")
    assert {(one.name, one.rule) for one in held.names} == {
        ("Sari Dewanti", "first"),
        ("Sari Dewanti Wulan", "shorter"),
    }
    assert sorted(found(desk, 'speaker:"Dewanti Wulan"')) == ["Beras", "Stok"]


def test_a_single_name_meets_another_in_one_matter_only(desk, text):
    lines = ("“Air naik,” kata Rudi, warga Losari di lereng Semeru.", "“Air surut,” kata Rudi di Losari dekat Semeru.")
    other = "“Gol itu sah,” kata Rudi, pelatih Arunika di Teduh."
    add(desk, [Item(text(words, url=f"https://x.example/{n}")) for n, words in enumerate((*lines, other))])
    assert sorted(one.articles for one in people_held(desk, named="rudi")) == [1, 2]
    rule_people(desk, "Rudi", "Rudi", "no", by="ana")
    mend(desk)
    assert sorted(one.articles for one in people_held(desk, named="rudi")) == [1, 1, 1]


def test_rulings_are_kept_through_a_rerun(stocked, beras):
    ruling = rule(stocked, beras.url, "0", "yes", by="ana")
    rule(stocked, beras.url, "0", "no", by="budi", note="bukan dia")
    add(stocked, [Item(replace(beras, statements=()))])
    assert [(r.verdict, r.by) for r in show(stocked, beras.url).rulings] == [("yes", "ana"), ("no", "budi")]
    assert ruling.snapshot.words == "Harga beras turun"


@pytest.mark.parametrize("statement", ["DELETE FROM rulings", "UPDATE rulings SET verdict = 'no'"])
def test_no_ruling_is_ever_changed(stocked, beras, statement):
    rule(stocked, beras.url, "0", "yes", by="ana")
    with pytest.raises(StoreFault, match="never changed"), stocked.writing() as connection:
        connection.execute(sql(statement))
    assert [r.verdict for r in show(stocked, beras.url).rulings] == ["yes"]


def test_gold_has_what_was_ruled_right(stocked, beras):
    for number, _ in enumerate(beras.statements):
        assert list(gold(stocked)) == []
        rule(stocked, beras.url, str(number), "no" if number == 1 else "yes", by="ana")
    (judged,) = gold(stocked)
    assert len(judged.statements) == len(beras.statements) - 1


def test_a_clean_desk_has_no_fault(stocked):
    assert [fault for fault in examine(stocked) if fault] == []


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("UPDATE articles SET headline = 'Boras'", "table"),
        ("UPDATE statements SET act = 'states'", "table"),
        ("DELETE FROM found WHERE {key} > 0", "index"),
    ],
)
def test_what_was_made_from_records_is_made_anew(stocked, statement, kind):
    if "found" in statement and not stocked.address.on_server:
        statement = "INSERT INTO found(found) VALUES ('delete-all')"
    with stocked.writing() as connection:
        connection.execute(sql(statement.format(key="article")))
    assert kind in {fault.kind for fault in examine(stocked) if fault}
    assert mend(stocked) == 2
    assert [fault for fault in examine(stocked) if fault] == []


def test_one_flipped_byte_of_a_record_is_found(stocked):
    from runut.desk.tables import versions

    with stocked.writing() as connection:
        row = connection.execute(versions.select()).first()
        damaged = bytes([*row.record[:40], row.record[40] ^ 1, *row.record[41:]])
        connection.execute(versions.update().where(versions.c.id == row.id).values(record=damaged))
    assert "record" in {fault.kind for fault in examine(stocked) if fault}


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Kata \0 dan itu.", "statements": (), "paragraphs": ()},
        {"headline": "a\0b", "published": "\0", "canonical_url": "https://x.example/" + "é" * 5000},
        {"language": "x" * 5000, "section": ("\0" * 5000,), "agency": ("é" * 5000, "\0")},
        {"id": "\0", "article": "é" * 5000},
        {"id": "é" * 5000, "article": "\0"},
        {"outlet": Outlet("\0" * 400, "é" * 5000)},
        {"people": (Person("Sari\0 Dewanti", "\0", ((0, 4),)), Person("Y" * 9000, None, ())), "statements": ()},
        {"text": "kata " * 60_000 + " ".join(map(str, range(100_000))), "statements": ()},
    ],
)
def test_hostile_records_are_kept_whole_and_harm_nothing(desk, beras, kapal, change):
    outcomes = add(desk, [Item(kapal), Item(replace(beras, **change))])
    assert what(outcomes) == ["new", "new"]
    shown = show(desk, outcomes[1].article).record
    assert all(getattr(shown, name) == value for name, value in change.items())
    assert [fault for fault in examine(desk) if fault] == []
    assert found(desk, "kapal") == ["Kapal karam"]


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("UPDATE names SET name = 'Sari Dewante' WHERE name = 'Sari Dewanti'", "table"),
        ("UPDATE vocabulary SET stem = 'x' WHERE word = 'beras'", "table"),
        ("UPDATE people SET name = 'Sari Dewante' WHERE name = 'Sari Dewanti'", "table"),
        ("UPDATE versions SET added = '2000-01-01T00:00:00Z'", "record"),
    ],
)
def test_a_changed_row_is_found(stocked, statement, kind):
    with stocked.writing() as connection:
        connection.execute(sql(statement))
    assert kind in {fault.kind for fault in examine(stocked) if fault}


def test_a_lost_connection_is_told_and_the_desk_goes_on(desk, beras, kapal):
    """The server ends our connections in the middle of a transaction."""
    if not desk.address.on_server:
        pytest.skip("only a server's connections are lost")
    add(desk, [Item(beras)])
    lost = sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()")

    def add_and_lose():
        with desk.writing() as connection:
            connection.execute(sql("INSERT INTO facts VALUES ('half', 'done')"))
            connection.execute(lost)

    with pytest.raises(StoreFault, match="connection to the server was lost"):
        add_and_lose()
    assert what(add(desk, [Item(beras), Item(kapal)])) == ["known", "new"]
    assert [fault for fault in examine(desk) if fault] == []
    with desk.reading() as connection:
        assert connection.execute(sql("SELECT count(*) FROM facts WHERE name = 'half'")).scalar() == 0


@pytest.mark.parametrize("name", ["", "zzzz", "https://nowhere.example/"])
def test_what_is_not_there_is_told(stocked, name):
    with pytest.raises(UsageFault, match="has no article"):
        show(stocked, name)
