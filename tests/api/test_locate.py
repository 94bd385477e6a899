import runut

PAGE = """<!doctype html><html lang="id"><head><title>Pasar dibuka lagi</title></head>
<body><nav><a href="/">Beranda</a></nav>
<article><h1>Pasar dibuka lagi</h1>
<p>Pasar Wirogunan dibuka lagi pada hari Senin setelah tiga bulan diperbaiki.</p>
<p>\u201cSemua kios sudah dialiri listrik,\u201d kata Kepala Dinas Perdagangan Ratna Wijaya.</p>
</article></body></html>""".encode()


def test_words_of_a_statement_are_found_in_the_page():
    record = runut.read(PAGE)
    said = record.statements[0]
    (content,), (cue,) = runut.locate(PAGE, record, [said.content[0], said.cue])
    assert content.node == cue.node == "/html/body/article[1]/p[2]/text()[1]"
    node = "\u201cSemua kios sudah dialiri listrik,\u201d kata Kepala Dinas Perdagangan Ratna Wijaya."
    assert node[content.start : content.end] == record.text[slice(*said.content[0])]
    assert node[cue.start : cue.end] == "kata"
