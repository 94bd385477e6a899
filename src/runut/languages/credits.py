"""`credits.toml`: how an article credits those it has its information from."""

from typing import Literal, TypeAlias

from msgspec import Struct

from runut.vocabulary import RelayKind

CreditFrame: TypeAlias = Literal["cite", "according", "told", "inverted", "reports", "place", "carried", "closing"]
"""How a credit takes its carrier.

cite        cue, carrier: *dilansir Antara*, *citing Reuters*
according   cue, carrier that is no person: *menurut data BPS*, *according to a report*
told        cue, the one spoken to: *kepada Reuters*, *told Reuters*
inverted    the reporting verb before its outlet: *lapor Reuters*
reports     carrier, cue: *Reuters melaporkan*, *Reuters reported*
place       where something was said: *di Truth Social*, *dalam keterangan tertulis*, *in a statement*
carried     a passive before the carrier that spread it: *disiarkan televisi lokal*, *seen by Reuters*
closing     the line at the foot: *Sumber: Antara*
"""


class CreditCue(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that open a credit."""

    frame: CreditFrame
    words: tuple[str, ...]
    """In lower case; several words make a phrase."""
    unknown: bool = False
    """Whether a capitalised name that no list holds counts as a carrier after them."""
    spoken: bool = False
    """Whether the sentence must also hold a word of speech for the credit to count."""
    names: bool = True
    """Whether a known outlet counts without a noun such as *laporan* before it."""
    active: bool = False
    """Whether its subject is the one who cites (*mengutip*, *citing*) and not what is cited (*dikutip*)."""
    near: bool = False
    """Whether that word of speech must stand close before the cue, or the credit open its sentence."""
    named: bool = False
    """Whether a noun without a name (*media asing*) does not count after them."""
    doubtful: bool = False
    """Whether a name that means other things too (*ABC*) counts after them."""
    carrier: str = ""
    """The carrier that they name by themselves: nothing is read after *tweeted*."""
    takes: tuple[RelayKind, ...] = ()
    """The kinds of carrier that they can open; empty for all."""


class Head(Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns for a carrier."""

    kind: RelayKind
    words: tuple[str, ...]
    alone: bool = False
    """Whether they are a carrier without any name (*keterangan tertulis*)."""
    kept: bool = False
    """Whether they belong to the carrier's name (*laman resmi Persib*) or only say what it is (*kantor berita AFP*)."""
    vague: bool = False
    """Whether they name no carrier in particular: where something was said (*media sosial*), but no relay."""
    carrier: str = ""
    """The carrier that they name by themselves (*tweet*)."""
    titled: bool = False
    """Whether they count only before a title in quote marks or behind an outlet (*his show “Valley Tonight”*)."""


class CreditExample(Struct, frozen=True, forbid_unknown_fields=True):
    """A text with the names of its carriers, in order; every example is a test."""

    text: str
    names: tuple[str, ...]


class Credits(
    Struct, frozen=True, forbid_unknown_fields=True, rename={"cues": "cue", "heads": "head", "examples": "example"}
):
    """Shape of `credits.toml`; all words in lower case."""

    cues: tuple[CreditCue, ...] = ()
    heads: tuple[Head, ...] = ()
    head_last: bool = False
    """Whether a noun stands behind what qualifies it (*an opinion poll*) and not before (*survei opini*)."""
    mediums: tuple[str, ...] = ()
    """Words in a name by which it is that of a medium (*radio*, *tribun*)."""
    links: tuple[str, ...] = ()
    """Words between cue, noun and name that belong to none of them (*dari*, *oleh*)."""
    determiners: tuple[str, ...] = ()
    """Words before a noun named for the first time (*sebuah*, *a*)."""
    anaphors: tuple[str, ...] = ()
    """Words by which a noun points back (*tersebut*, *the*): no new carrier."""
    anaphors_first: bool = False
    """Whether they stand before the noun and not behind it."""
    contacts: tuple[str, ...] = ()
    """Phrases by which an outlet tells that it met or asked somebody itself (*saat dihubungi*, *told reporters*)."""
    suffixes: tuple[str, ...] = ()
    """Endings by which a noun points to its owner (`-nya`)."""
    qualifiers: tuple[str, ...] = ()
    """Words between a noun and its name (*resmi*, *milik*)."""
    official: tuple[str, ...] = ()
    """Words by which a site is called somebody's own (*resmi*)."""
    publishers: tuple[str, ...] = ()
    """What leads from a document to its publisher (*yang diterbitkan oleh*, *published by*)."""
    inner: tuple[str, ...] = ()
    """Small words inside a name (*of*, *dan*)."""
    joiners: tuple[str, ...] = ()
    """Words between two carriers of one credit (*dan*, *serta*)."""
    when: tuple[str, ...] = ()
    """Words between a carrier and the date of the credit (*pada*, *edisi*)."""
    people: tuple[str, ...] = ()
    """Words after which an outlet's name belongs to a person of it (*koresponden*, *reporter*)."""
    breaks: tuple[str, ...] = ()
    """Words that end the search for a noun (*that*, *said*)."""
    openers: tuple[str, ...] = ()
    """Words that may stand before a credit that opens its sentence (*demikian*, *sebelumnya*)."""
    article: str = ""
    """The word that belongs to a name before which it is written large (*The*)."""
    shortened: bool = False
    """Whether an outlet named in full is named by a part of that elsewhere (*the Post*)."""
    again: tuple[Head, ...] = ()
    """What points back to the outlet of its kind that is named last (*the newspaper*)."""
    compounds: tuple[str, ...] = ()
    """Words that, behind a noun for a carrier, make it something else (*social media companies*)."""
    talks: tuple[str, ...] = ()
    """Words that stand for speech close before a place (*an interview on Kabar TV*)."""
    call_signs: str = ""
    """A regular expression for the names of stations that no list holds; empty when they have none."""
    possessives: tuple[str, ...] = ()
    """Endings by which a name owns what follows (*CNN's Sari*)."""
    mastheads: tuple[str, ...] = ()
    """Words that end the name of an outlet that no list holds (*Valley Courier*)."""
    signed: str = ""
    """The platform whose posts, set into a text, are signed *— Sari (@sari)*; empty when they are no credit."""
    glued_after: tuple[str, ...] = ()
    """Words that careless markup glues to the end of a name (*pada*, *seperti*)."""
    examples: tuple[CreditExample, ...] = ()
