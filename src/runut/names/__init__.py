"""Who is who across articles: names of many articles meet under one entry, each time with the reason.

Within one article `runut.people` has resolved everybody already; here whole articles are compared. What is not sure is
told as such and never merged: two entries for one person are mended by a ruling, one entry for two misleads.
"""

from runut.names.bearers import Bearer, bearers
from runut.names.entries import Entry, place
from runut.names.judged import Match
from runut.names.keys import asked, kept
from runut.names.matching import match

__all__ = ["Bearer", "Entry", "Match", "asked", "bearers", "kept", "match", "place"]
