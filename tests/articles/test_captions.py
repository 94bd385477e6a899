"""Caption and credit told apart."""

import pytest

from runut.articles.phrases import phrases
from runut.articles.pictures import split_caption


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("Foto: Perahu di dermaga lama. (Getty Images)", "Perahu di dermaga lama.", "Getty Images"),
        ("Perahu di dermaga lama (ANTARA FOTO/Bima Ardani)", "Perahu di dermaga lama", "ANTARA FOTO/Bima Ardani"),
        ("Foto: Reuters", None, "Reuters"),
        ("Dok. Istimewa", None, "Dok. Istimewa"),
        ("Perahu di dermaga lama. Foto: Bima Ardani", "Perahu di dermaga lama.", "Bima Ardani"),
        ("Perahu di dermaga lama. ©2026 Kabar Kini", "Perahu di dermaga lama.", "2026 Kabar Kini"),
        ("Perahu di dermaga, Rabu (4/3/2026)", "Perahu di dermaga, Rabu (4/3/2026)", None),
        ("Perahu di dermaga lama saat senja.", "Perahu di dermaga lama saat senja.", None),
    ],
)
def test_split(line, caption, credit):
    assert split_caption(line, phrases()) == (caption, credit)
