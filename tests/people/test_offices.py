"""Who is named in Indonesian text, by which office, and what only looks like somebody's name."""

from __future__ import annotations

import pytest

import runut

OFFICES = [
    ("Juru bicara KPK, Sari Dewanti, datang.", "Sari Dewanti", "Juru bicara KPK"),
    ("Kepada wartawan, Sari Dewanti mengaku lelah.", "Sari Dewanti", None),
    (
        "Direktur Kriminal Khusus Polda Kombes Raka Pratama datang.",
        "Raka Pratama",
        "Direktur Kriminal Khusus Polda Kombes",
    ),
    ("Menteri Dalam Negeri (Mendagri) Raka Pratama datang.", "Raka Pratama", "Menteri Dalam Negeri (Mendagri)"),
    ("Ketua Umum Asosiasi Tani dan Guru, Raka Pratama, datang.", "Raka Pratama", "Ketua Umum Asosiasi Tani dan Guru"),
    ("Menteri Kehutanan Raja Hartono datang.", "Raja Hartono", "Menteri Kehutanan"),
    ("Mantan Menteri Agama Lukman Hakim Pratama datang.", "Lukman Hakim Pratama", "Mantan Menteri Agama"),
    ("Bek Persib Raka Pratama datang.", "Raka Pratama", "Bek Persib"),
    ("Sementara itu, manajernya, Raka Pratama, datang.", "Raka Pratama", "manajernya"),
    ("Kedatangan Sari Dewanti membuat jalan macet.", "Sari Dewanti", None),
    ("Perubahan Sari Dewanti terlihat sejak lama.", "Sari Dewanti", None),
]
NOBODY = [
    "Pesawat itu mendarat di Bandara Internasional Raka Pratama.",
    "Rumah itu berdiri di Jalan Raka Pratama.",
    "Laga digelar malam ini, kata panitia, di Stadion Gelora Bung Raka.",
    "Kapal itu karam pada 10 November.",
    "Presiden meneken Peraturan Nomor 79.",
    "Kabar itu ramai di kanal YouTube-nya.",
]


@pytest.mark.parametrize(("text", "name", "role"), OFFICES)
def test_an_office_is_read_whole(text: str, name: str, role: str | None):
    people = runut.attribute(text, language="id", reader="rules").people
    assert [(one.name, one.role) for one in people] == [(name, role)]


@pytest.mark.parametrize("text", NOBODY)
def test_places_dates_and_laws_are_nobody(text: str):
    assert runut.attribute(text, language="id", reader="rules").people == ()


def test_a_pet_name_is_explained_behind_it():
    text = "Menteri Raka Pratama datang. Ria, sapaan akrab Raka Pratama, tersenyum. “Aman,” kata Ria."
    found = runut.attribute(text, language="id", reader="rules")
    assert [one.name for one in found.people] == ["Raka Pratama"]
    assert found.statements[0].speaker == "Raka Pratama"
