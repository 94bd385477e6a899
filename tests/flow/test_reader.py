import runut

TEXT = (
    "Pelabuhan Sungsang ditutup sejak Senin.\n\n"
    "Kepala Pelabuhan Rahmat Salim mengatakan dermaga itu akan dibuka lagi pekan depan. Menurut dia, tiang "
    "penyangga sudah diganti. “Kapal kecil boleh bersandar di sisi barat,” katanya."
)


def test_the_model_beside_the_rules_keeps_what_the_rules_read():
    rules = runut.attribute(TEXT, language="id", reader="rules")
    both = runut.attribute(TEXT, language="id")
    kept = {(said.content, said.speaker) for said in both.statements}
    assert rules.statements
    assert {(said.content, said.speaker) for said in rules.statements} <= kept


def test_a_statement_within_another_points_to_it():
    text = "“Kepala desa mengatakan jalan itu ditutup,” kata Sari Dewanti di Bantul, Senin."
    outer, inner = runut.attribute(text, language="id").statements
    assert (outer.speaker, outer.within) == ("Sari Dewanti", None)
    assert (inner.speaker, inner.within) == ("Kepala desa", 0)


def test_the_model_leaves_the_rules_a_statement_that_holds_its_own():
    text = "Sari Dewanti mengatakan polisi menyebut jalan itu rusak karena truk."
    found = runut.attribute(text, language="id").statements
    assert {said.speaker for said in found} == {"Sari Dewanti", "polisi"}
