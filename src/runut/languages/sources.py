"""`sources.toml`: the words that make up a source: titles, groups, documents, pronouns."""

from msgspec import Struct, field


class Sources(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Shape of `sources.toml`. All words are in lower case unless said otherwise."""

    singular: tuple[str, ...]
    """Pronouns for one person (*dia*, *she*)."""
    relations: tuple[str, ...] = ()
    """Nouns before a name for somebody else, who is related to its bearer (*istri Sari*)."""
    agent_endings: tuple[str, ...] = ()
    """How nouns for people end (*-er*); other nouns end so, too."""
    plural_endings: tuple[str, ...] = ()
    """How nouns for several end (*-s*)."""
    abstract_endings: tuple[str, ...] = ()
    """How nouns end that mean nobody (*-ness*)."""
    circumfixes: tuple[tuple[str, str], ...] = ()
    """How nouns begin and end that mean nobody (*ke- -an*)."""
    epithets: tuple[str, ...] = ()
    """Endings of words that stand for one person (*the 71-year-old*)."""
    genders: dict[str, tuple[str, ...]] = {}
    """By a pronoun that tells of gender: its forms, nouns for such people, and first names (*she*: *her*, *mother*)."""
    first_names: dict[str, str] = {}
    """By such a pronoun, more first names with space between them: long lists are quicker to read so."""
    plural: tuple[str, ...]
    """Pronouns for several (*mereka*, *they*)."""
    neuter: tuple[str, ...] = ()
    """Pronouns for an organisation or a document (*it*)."""
    own: tuple[str, ...] = ()
    """First-person pronouns: within a quote they mean its speaker."""
    landmarks: tuple[str, ...] = ()
    """Nouns before the name of a place (*Gunung*), whose first word is no person's behind them."""
    bearers: tuple[str, ...] = ()
    """Nouns for things with a name of their own, which is nobody's behind them (*kapal*, *tanker*, *hurricane*)."""
    active: tuple[str, ...] = ()
    """How verbs begin whose subject does what they tell (*me-*)."""
    verbal: tuple[str, ...] = ()
    """How verbs begin of which no office has one: *me-*, *di-*, but not *ber-* (*penumpang bernama …*)."""
    addressing: tuple[str, ...] = ()
    """Prepositions before whom somebody speaks to (*kepada*)."""
    linking: tuple[str, ...] = ()
    """Small words within the names of bodies (*Komisi Arunika **untuk** Anak*)."""
    locatives: tuple[str, ...] = ()
    """Prepositions before places that never stand before people (*di*)."""
    toward: tuple[str, ...] = ()
    """Prepositions before where somebody goes: a place, or a team (*ke*)."""
    residents: tuple[str, ...] = ()
    """Nouns for those who live somewhere, behind which a single name is the place's (*warga Losari*)."""
    starters: tuple[str, ...] = ()
    """Words that begin a person's name, by which it shows where a body's name ends (*Universitas Arunika Siti …*)."""
    clubs: tuple[str, ...] = ()
    """Names of teams that stand between a title and a name (*bek Persib Budi Hartono*)."""
    crowned: tuple[str, ...] = ()
    """Titles that are first names, too, behind somebody's office (*Menteri Raja Hartono*)."""
    given: tuple[str, ...] = ()
    """Titles that before a name are a first name (*Imam Hartono*)."""
    borne: tuple[str, ...] = ()
    """Role words that are names of people, too, behind a first one (*Agung*, *Jaya*)."""
    utterances: tuple[str, ...] = ()
    """Nouns for words that somebody gave, who is their speaker (*pernyataan*, *statement*)."""
    mine: tuple[str, ...] = ()
    """Words by which somebody says that a noun is theirs (*saya* behind it, *my* before it)."""
    hearers: tuple[str, ...] = ()
    """Second-person pronouns: outside quotes they mean whoever reads (*Anda*, *you*)."""
    possessive: tuple[str, ...] = ()
    """Words or suffixes by which a noun points to the last speaker (*pihaknya*, *her*)."""
    determiners: tuple[str, ...] = ()
    """Words that say that a noun was mentioned before (*itu*, *tersebut*, *the*)."""
    joiners: tuple[str, ...] = ()
    """Words that join two sources to one (*dan*, *and*)."""
    titles: tuple[str, ...] = ()
    """Nouns that begin or end a person's role (*menteri*, *spokesperson*)."""
    ranks: tuple[str, ...] = ()
    """Forms of address and ranks just before a name (*Kombes*, *Mr*)."""
    role_words: tuple[str, ...] = ()
    """Words that, capitalised, belong to a role or an organisation and not to a name (*Utama*, *Affairs*)."""
    generations: tuple[str, ...] = ()
    """Words behind a name that tell a child from a parent of the same name (*Jr*)."""
    lesser: tuple[str, ...] = ()
    """Words before a title by which somebody else holds the title itself (*vice*, *former*)."""
    past: tuple[str, ...] = ()
    """Those of them that tell of the same person later on (*former*)."""
    pet_names: tuple[str, ...] = ()
    """Words behind a nickname that introduce it (*Ria, sapaan akrab Sari Dewanti*)."""
    nicknames: tuple[str, ...] = ()
    """Phrases before another name of whoever was just named (*akrab disapa*, *known as*)."""
    alternatives: tuple[str, ...] = ()
    """Words before a short form of the name that was just given (*Maruarar atau Ara*)."""
    particles: tuple[str, ...] = ()
    """Small words inside a name (*bin*, *van*)."""
    groups: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    called: dict[str, str] = {}
    """By what texts call some bodies for a change, their short forms (*lembaga antirasuah*)."""
    bare_kinds: tuple[str, ...] = ()
    """Nouns that mean a body named before even without a determiner (*perusahaan*, *agensi*)."""
    private: tuple[str, ...] = ()
    """Nouns for a body that is no part of the state (*perusahaan*)."""
    public: tuple[str, ...] = ()
    """Words in the names of bodies of the state (*kementerian*)."""
    generic: tuple[str, ...] = ()
    """Nouns by which a body of any name may be called again (*the company*); all of them where none is given."""
    documents: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()
    """Participles that tell how somebody came by another's document (*obtained by the Star*): no part of its name."""
    media: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()
    """Nouns for people whom the text does not name (*pejabat*, *source*)."""
    leaders: tuple[str, ...] = ()
    """Titles by which, with a place, the holder of another high office is meant (*the Arunikan leader*)."""
    wider: dict[str, tuple[str, ...]] = {}
    """By a noun for people of several offices, the words of those offices (*lawmaker*: *senator*, *representative*)."""
    anonymous: tuple[str, ...] = ()
    """Those of them whom a text never names later on (*source*)."""
    indefinite: tuple[str, ...] = ()
    """Words that open a source without a name (*seorang*, *some*)."""
    interviewers: tuple[str, ...] = ()
    """Roles of those who ask for others to answer (*host*, *reporter*)."""
    several: tuple[str, ...] = ()
    """Words for more than one (*many*): no verb for one person follows."""
    partial: tuple[str, ...] = ()
    """Words that, alone, mean one or some of those who were just named (*one*, *many*)."""
    openers: tuple[str, ...] = ()
    """Words that open a phrase before the source that is no part of it (*menurut*, *di*, *meanwhile*)."""
    stoppers: tuple[str, ...] = ()
    """Words that end a source which follows its cue (*kepada*, *saat*, *in*)."""
    prepositions: tuple[str, ...] = ()
    """Further prepositions behind which a noun only tells more of the one before (*the team behind the study*)."""
    inner: tuple[str, ...] = ()
    """Stoppers that may also stand within a description that has no name yet (*dari*, *of*)."""
    auxiliaries: tuple[str, ...] = ()
    """Words between a source and its cue that belong to neither (*juga*, *has*)."""
    relative: tuple[str, ...] = ()
    """Words that open a relative clause (*yang*, *who*)."""
    personal: tuple[str, ...] = ()
    """Those of them that stand for people only (*who*)."""
    article_words: tuple[str, ...] = ()
    """Words to drop from the front of a description when it names a speaker (*the*)."""
    short_titles: dict[str, str] = field(default_factory=dict)
    """Short forms of roles, with the full form (*mendag* = *Menteri Perdagangan*)."""
    short_organisations: dict[str, str] = field(default_factory=dict)
    """Short forms of organisations, with the full name (*kemnaker* = *Kementerian Ketenagakerjaan*)."""
