import re

import pytest

import estimates
import mistakes
import published
from cases import Article, Case

TEXT = "Pasar aman, kata Sari. Ia bernyanyi merdu soal laut. Budi menyebut pasar itu ramai. Rini makan ikan bakar."
NAMED, PLAIN = TEXT.split(". ")[2:]


def row(content, cue, *, act="states", manner="indirect", confidence=0.75, rule="named"):
    at = TEXT.index(cue)
    return {
        "content": [[TEXT.index(content), TEXT.index(content) + len(content)]],
        "cue": [at, at + len(cue)],
        "act": act,
        "manner": manner,
        "confidence": confidence,
        "evidence": [{"rule": "frame: speech"}, {"rule": f"speaker: {rule}"}],
    }


SAID = Case(row("Pasar aman", "kata"), row("Pasar aman", "kata", confidence=1.0), said=True)
UNSAID = Case(
    row("pasar itu ramai", "menyebut"), row("pasar itu ramai", "menyebut", act="believes", rule="pronoun"), said=False
)
MISSED = Case(wanted=row("soal laut", "bernyanyi"))
INVENTED = Case(given=row("ikan bakar", "makan", manner="direct", confidence=0.2))


def article(*cases, outlet="Kabar Lereng"):
    return Article("id", outlet, TEXT, list(cases))


def cells(section, heading, first):
    """The cells of the table row that begins with a cell, below a heading."""
    lines = section.split(f"### {heading}\n")[1].split("\n### ")[0].split("\n")
    return next(
        found for found in ([c.strip() for c in line.split("|")[1:-1]] for line in lines) if found[:1] == [first]
    )


ALIKE = [article(SAID, UNSAID, MISSED, INVENTED) for _ in range(5)]


def test_articles_that_are_alike_leave_no_doubt():
    section = published.render(ALIKE)
    two_thirds, third = "0.67 (0.67–0.67)", "0.33 (0.33–0.33)"
    assert "5 Indonesian articles with 15 statements" in section
    assert cells(section, "Indonesian: statement", "all") == ["all", "15", "15", *[two_thirds] * 3]
    assert cells(section, "Indonesian: who said what", "all") == ["all", "15", "15", *[third] * 3]


def test_a_class_is_that_of_the_gold_for_recall_and_that_of_the_reading_for_precision():
    section = published.render(ALIKE)
    none, two_thirds, whole = "0.00 (0.00–0.00)", "0.67 (0.67–0.67)", "1.00 (1.00–1.00)"
    assert cells(section, "Indonesian: statement", "direct") == ["direct", "0", "5", none, "–", "–"]
    assert cells(section, "Indonesian: statement", "indirect")[1:5] == ["15", "10", whole, two_thirds]
    assert cells(section, "Indonesian: statement", "`states`")[1:3] == ["15", "10"]
    assert "`believes`" not in section


def test_outlets_and_confidence_are_told_apart():
    section = published.render([*ALIKE, article(SAID, outlet="Suara Muara")])
    assert cells(section, "By outlet", "Suara Muara") == ["Suara Muara", "Indonesian", "1", "1", *["1.00"] * 4]
    assert cells(section, "By outlet", "Kabar Lereng")[2:] == ["5", "15", "0.67", "0.67", "0.67", "0.33"]
    trust = re.findall(r"^\| Indonesian \| (.*) \|$", section, re.MULTILINE)
    assert trust == [
        "0–0.5 | 5 | 0 | 0.00 | 0.20",
        "0.7–0.8 | 5 | 0 | 0.00 | 0.75",
        "0.9–1 | 6 | 6 | 1.00 | 1.00",
    ]


def test_the_errors_are_counted_with_an_example_each():
    section = published.render(ALIKE)
    known = mistakes.names()
    for kind in ("missed/unknown", "speaker/pronoun", "invented/speech"):
        name, example = known[kind]["name"], known[kind]["example"]
        assert cells(section, "Commonest errors", name) == [name, "5", "5", example]
    assert "These are 15 of 15 errors." in section


@pytest.mark.parametrize(
    ("cases", "kind"),
    [
        ([Case(wanted=row("pasar itu ramai", "menyebut"))], "missed/known"),
        ([Case(wanted={**row("pasar itu ramai", "menyebut"), "cue": None})], "missed/loose"),
        ([Case(wanted={**row("Pasar aman", "kata", manner="direct"), "cue": None})], "missed/quote"),
        (
            [Case(row(NAMED, "kata"), row(NAMED, "kata"), said=True), Case(wanted=row("ramai", "menyebut"))],
            "missed/within",
        ),
        ([Case(wanted=row("ikan", "makan")), Case(given=row(PLAIN, "makan"))], "content/long"),
        ([Case(wanted=row(PLAIN, "makan")), Case(given=row("ikan", "makan"))], "content/short"),
        (
            [Case(row(NAMED, "kata"), row(NAMED, "kata"), said=True), Case(given=row("ramai", "makan"))],
            "invented/again",
        ),
    ],
)
def test_the_kind_of_an_error_is_told_from_its_spans(cases, kind):
    assert mistakes.mistakes(article(*cases)) == {kind: 1}


def test_an_interval_holds_its_figure_and_is_the_same_each_time():
    tallies = [estimates.Tally(right, 4, right, 5) for right in (0, 1, 2, 3, 4, 4)]
    found = estimates.estimates(tallies)
    assert found == estimates.estimates(tallies)
    assert [one.value for one in found] == pytest.approx([14 / 24, 14 / 30, 28 / 54])
    assert all(0 <= one.low < one.value < one.high <= 1 for one in found)


def test_too_few_articles_have_no_interval():
    assert estimates.estimates([estimates.Tally(1, 2, 1, 1)] * 4) == [
        (0.5, None, None),
        (1.0, None, None),
        (2 / 3, None, None),
    ]


def test_only_what_is_between_the_marks_is_written_anew():
    page = f"before\n{published.BEGIN}\nold\n{published.END}\nafter\n"
    assert published.replaced(page, "new") == page.replace("old", "new")
    with pytest.raises(SystemExit):
        published.replaced("no marks", "new")


def test_without_the_gold_the_page_stays(tmp_path, monkeypatch):
    monkeypatch.setattr(published.sets, "SHARED", tmp_path)
    before = published.PAGE.read_bytes()
    published.main()
    assert published.PAGE.read_bytes() == before


def test_the_page_has_the_marks_and_every_example_is_named():
    page = published.PAGE.read_text(encoding="utf-8")
    assert page.index(published.BEGIN) < page.index(published.END)
    assert all(entry["name"] and entry["example"] for entry in mistakes.names().values())
