"""`cues.toml`: the words that signal a statement, how they take their source and content, and what act each is."""

from typing import Literal, TypeAlias

from msgspec import Struct

from runut.vocabulary import Act

Frame: TypeAlias = Literal["speech", "inverted", "request", "according", "hearsay", "passive", "silence", "contained"]
"""How a cue takes its source and content.

speech      source before the cue, content after it or before both: *Sari mengatakan …*, *“…,” Sari said*
inverted    content before, source after: *“…,” kata Sari*
request     source, cue, addressee, marker, content: *Sari meminta warga untuk …*
according   cue, source, content, or content, cue, source: *menurut Sari, …*
hearsay     no source at all; the content stands around the cue: *Sari dilaporkan …*
passive     content, cue, agent, or a pointer to the sentence before: *Hal itu disampaikan Sari*
silence     a refusal or the absence of an answer; the content is the topic, if there is one
contained   a document behind a preposition, cue, content: *Dalam laporan itu disebutkan, …*
"""


class CueGroup(Struct, frozen=True, forbid_unknown_fields=True):
    """Cues that share a frame and an act."""

    frame: Frame
    act: Act
    words: tuple[str, ...]
    """In lower case; several words make a phrase."""
    addressed: bool = False
    """True for verbs that take the one spoken to as their object (*told*)."""
    object: bool = False
    """True for verbs whose content is a thing rather than a clause (*criticised the plan*): it ends at a comma."""
    behind: tuple[str, ...] = ()
    """Words behind whom it is said of, that open what is said (*accused Sari **of** …*, *criticised her **for** …*)."""
    weak: bool = False
    """True for verbs of many meanings: they need a source that can speak."""
    shown: bool = False
    """True for verbs by which people say something only where it is introduced (*found that*); documents always do."""
    received: bool = False
    """True for passives whose subject is the one spoken to (*was told*): what is said stands behind, its speaker behind
    an agent or nowhere."""
    closing: bool = False
    """True for verbs that tell how something is said: cues only behind the whole quote (*“…,” she chuckled*)."""
    telling: bool = False
    """True for passives by which somebody tells what stands before (*Angka itu disampaikan Sari*)."""
    shared: bool = False
    """True for views without a holder that belong to whoever has just spoken (*diharapkan*)."""


class Leaning(Struct, frozen=True, forbid_unknown_fields=True):
    """Words in the content that turn a neutral cue into another act."""

    act: Act
    start: tuple[str, ...] = ()
    """Phrases that decide when the content begins with them."""
    within: tuple[str, ...] = ()
    """Phrases that decide anywhere in the content's first sentence."""


class Cues(Struct, frozen=True, forbid_unknown_fields=True):
    """Shape of `cues.toml`."""

    cue: tuple[CueGroup, ...]
    idioms: tuple[str, ...] = ()
    """Phrases with a cue in them that say nothing of the story (*who asked not to be named*)."""
    questions: tuple[str, ...] = ()
    """Cues of questions: whoever speaks next, unnamed, answers (*asked*)."""
    recounted: tuple[str, ...] = ()
    """Cues by which, in a quote, somebody tells what they said themselves (*I told him*)."""
    counting: tuple[str, ...] = ()
    """Cues by which nothing is said where an amount follows (*added 300 jobs*)."""
    absent: tuple[str, ...] = ()
    """Suffixes by which an inverted cue carries its source in itself (`-nya` in *ujarnya*)."""
    complementisers: tuple[str, ...] = ()
    """Words between cue and content that belong to neither (*bahwa*, *that*)."""
    markers: tuple[str, ...] = ()
    """Words that open the content of a request (*untuk*, *agar*, *to*)."""
    clausal: tuple[str, ...] = ()
    """Markers after which a clause with a subject of its own may stand (*agar*, *supaya*)."""
    topics: tuple[str, ...] = ()
    """Words that open the topic of a silence (*terkait*, *soal*, *about*)."""
    pointers: tuple[str, ...] = ()
    """Subjects that point to the sentence before (*hal itu*, *hal tersebut*)."""
    reports: tuple[str, ...] = ()
    """Phrases that tell where the information of the sentence before comes from (*informasi ini muncul dalam*)."""
    coordinators: tuple[str, ...] = ()
    """Words by which a second cue shares the first one's source (*dan*, *serta*, *seraya*)."""
    breaks: tuple[str, ...] = ()
    """Words that end the content when a cue with a source of its own follows (*sementara*, *setelah*)."""
    contrasts: tuple[str, ...] = ()
    """Breaks that open a main clause (*but*)."""
    agents: tuple[str, ...] = ()
    """Words before the agent of a passive (*oleh*, *by*)."""
    unasserted: tuple[str, ...] = ()
    """Words just before a verb by which nothing is said yet (*untuk mengatakan*, *to say*)."""
    passives: tuple[str, ...] = ()
    """Words before a verb that make it passive (*was described*): its subject does not speak."""
    possessors: tuple[str, ...] = ()
    """Relative words that mean whose something is (*whose*)."""
    adverbial_suffixes: tuple[str, ...] = ()
    """Endings of adverbs that may stand between a source and its cue (*merely*)."""
    companions: tuple[str, ...] = ()
    """Words before those with whom something is done (*dengan*, *with*)."""
    existential: tuple[str, ...] = ()
    """Words that say that there is somebody; behind a negation, nobody (*belum ada yang mengaku*)."""
    limiters: tuple[str, ...] = ()
    """Words that turn a negation around (*tidak hanya mengatakan*)."""
    attendants: tuple[str, ...] = ()
    """Words before a second verb of the same subject (*…, seraya menegaskan …*)."""
    absolutes: tuple[str, ...] = ()
    """Words before the subject of a participle that has one of its own (*with experts warning …*)."""
    participles: tuple[str, ...] = ()
    """Endings by which a cue shares the subject of its sentence (*…, saying*)."""
    inverts: bool = False
    """True where a verb of speech may stand before its source without a quote (*…, said Sari*)."""
    containers: tuple[str, ...] = ()
    """Prepositions before a document in which something stands (*dalam*)."""
    contacting: tuple[str, ...] = ()
    """Words for reaching somebody, behind whom it is told that they gave no answer (*menghubungi Sari*)."""
    differing: tuple[str, ...] = ()
    """Words that only compare what is said with what was said before (*Pendapat berbeda disampaikan Sari*)."""
    emphases: tuple[str, ...] = ()
    """Adverbs right behind a cue that are no part of the content (*membantah keras*)."""
    givers: tuple[str, ...] = ()
    """Words before the source of a missing answer (*belum ada komentar dari …*)."""
    negations: tuple[str, ...] = ()
    verbal_prefixes: tuple[str, ...] = ()
    """How verbs begin: hearsay governs a clause only when one follows (*diduga melakukan*, not *diduga pelaku*)."""
    verbal_suffixes: tuple[str, ...] = ()
    """How verbs end, where they have no prefixes (*-ed*)."""
    past_forms: tuple[str, ...] = ()
    """Verbs that do not end so (*began*), where no noun is written in the same way."""
    present_suffixes: tuple[str, ...] = ()
    """How verbs end that tell what one person does (*-s*)."""
    finite: tuple[str, ...] = ()
    """Auxiliaries that open a predicate (*telah*, *has*)."""
    future: tuple[str, ...] = ()
    """Words that tell what somebody is going to do (*akan*, *will*)."""
    verbal: tuple[str, ...] = ()
    """Words that open a predicate likewise (*akan*, *telah*)."""
    leaning: tuple[Leaning, ...] = ()
