import pytest
from msgspec.structs import replace

from runut.vocabulary import Credit, Image, Note, Relay


@pytest.fixture
def told(kapal):
    """A record with all that an export may tell."""
    return replace(
        kapal,
        byline=(Credit("Sari Dewanti", "writer"), Credit("Bayu Laksana", "editor")),
        images=(Image("https://sela.example/kapal.jpg", "Kapal", "Rina Utami"), Image(None, "tanpa alamat")),
        notes=(Note("correction", "Nama kapal dibetulkan."), Note("update", "Ditambah.")),
        section=("Daerah", "Losari"),
        tags=("kapal",),
        modified="2025-06-21T10:00:00+07:00",
        relays=(*kapal.relays, Relay(words=None, name="Antara", kind="agency")),
        chain=("Sela Warta", "Antara", "Reuters"),
        origins=("pejabat pelabuhan",),
    )
