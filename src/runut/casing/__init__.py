"""Capitals for texts that have lost theirs, so that names can be told from other words.

    from runut.casing import cased
    cased("“aman,” kata sari dewanti.")  # “Aman,” kata Sari Dewanti.

A text with capitals is given back as it is.
"""

from runut.casing.restoring import cased

__all__ = ["cased"]
