"""Which of the languages served a text is in."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from runut.languages.pack import load_pack, served

if TYPE_CHECKING:
    from lingua import LanguageDetector

# Languages that are not served but stand on news sites often, so that they are not taken for one that is.
OTHERS = ("de", "es", "fr", "it", "ja", "ms", "nb", "nl", "pl", "pt", "tl", "tr", "zh")
# Page templates are shipped saying `en`, and many sites never change it; so this declaration proves little.
BY_DEFAULT = "en"
UNKNOWN = "und"
# Most texts are told by their first words; Indonesian and Malay take more. In code points.
SAMPLES = (240, 2000)
SURE = 0.95
SHORTEST = 20
# A declaration is borne out by this share of small words of its language among so many characters with so many words:
# English texts have 29 % at least, those of twenty other languages 7 % at most.
BORNE_OUT, LOOKED_AT, FEWEST_WORDS = 0.2, 600, 40


def detect(text: str, declared: str | None = None) -> str:
    """Tell the language of a text: the code of a language served, or `und`.

    `declared` is what the page says of itself (`id`, `id-ID`); it is believed when it is served, unless it is
    what templates say by default. A page that declares another language is still looked at.
    """
    said = primary(declared)
    if said in served() and said != BY_DEFAULT:
        return said
    if len(text) < SHORTEST:
        return said if said in served() else UNKNOWN
    if said == BY_DEFAULT and _bears_out(said, text[:LOOKED_AT]):
        return said
    code, share = _likeliest(text[: SAMPLES[0]])
    if share < SURE and len(text) > SAMPLES[0]:
        code, share = _likeliest(text[: SAMPLES[1]])
    return _kindred(code, text[: SAMPLES[1]]) if share > 0 else UNKNOWN


def _bears_out(code: str, text: str) -> bool:
    """The text has the small words of the language, so that the detector need not be loaded."""
    words, small = re.findall(r"\w+", text.lower()), _small_words(code)
    return len(words) >= FEWEST_WORDS and sum(word in small for word in words) >= BORNE_OUT * len(words)


@cache
def _small_words(code: str) -> frozenset[str]:
    of = load_pack(code).sources
    return frozenset((*of.article_words, *of.determiners, *of.openers, *of.auxiliaries, *of.possessive, *of.relative))


def _kindred(code: str, text: str) -> str:
    """A served relative whose words the text has more of; else the code itself when served; else `und`.

    The detector takes one Indonesian article in sixty for Malay, so kin are weighed even where both are served.
    """
    kin = ((name, load_pack(name).asides.kin.get(code)) for name in served() if name != code)
    near = [(name, its) for name, its in kin if its]
    words = Counter(re.findall(r"\w+", text.lower())) if near else Counter()
    for name, its in near:
        if sum(words[w] for w in its.own) > sum(words[w] for w in its.other):
            return name
    return code if code in served() else UNKNOWN


def _likeliest(text: str) -> tuple[str, float]:
    best = _detector().compute_language_confidence_values(" ".join(text.split()))[0]
    return best.language.iso_code_639_1.name.lower(), best.value


def primary(tag: str | None) -> str:
    """The language of a BCP 47 tag without region and script (`id-ID` is `id`; so is the old `in`)."""
    code = (tag or "").replace("_", "-").split("-")[0].strip().lower()
    return "id" if code == "in" else code


@cache
def _detector() -> LanguageDetector:
    # Importing and its models take a quarter of a second, needed only for texts that do not declare themselves.
    from lingua import IsoCode639_1, LanguageDetectorBuilder

    codes = {*served(), *OTHERS}
    known = [code for name in sorted(codes) if (code := getattr(IsoCode639_1, name.upper(), None))]
    # The low accuracy mode holds trigrams only: 30 MB instead of 220, and a whole paragraph is enough for it.
    return LanguageDetectorBuilder.from_iso_codes_639_1(*known).with_low_accuracy_mode().build()
