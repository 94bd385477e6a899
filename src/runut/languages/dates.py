"""`dates.toml`: how this language says when."""

from datetime import date
from typing import Literal, TypeAlias

from msgspec import Struct, field

Order: TypeAlias = Literal["dmy", "mdy", "ymd"]
Unit: TypeAlias = Literal["day", "weekend", "week", "month", "year", "season", "decade"]
Relation: TypeAlias = Literal["past", "this", "next", "lasting", "before", "after", "same"]


class Part(Struct, frozen=True, forbid_unknown_fields=True):
    """What a word such as `awal` or `mid` leaves of a period; first and last of each, None for the whole."""

    year: tuple[int, int] | None = None
    """Months of a year."""
    month: tuple[int, int] | None = None
    """Days of a month; 31 stands for its last."""
    decade: tuple[int, int] | None = None
    """Years of a decade, from 0."""
    week: tuple[int, int] | None = None
    """Days of a week, from 1 for Monday."""


class Form(Struct, frozen=True, forbid_unknown_fields=True):
    """A way of saying when.

    `words` are patterns: `{role}` stands for a word with that role, `[…]` may be missing, `|` divides choices within
    brackets. What stands before `>`, without brackets, must precede the phrase without being part of it. A role that
    ends in `2` belongs to the end of a range; one that begins with `-` is not read.

    Roles by table: weekday, month (`named` without the short ones), offset, unit, plural, single, count, ordinal, part,
    season, term, from, zone, each relation and each group of `words` by its name. Roles by number: day, figure (a month
    in figures), year, short (a year of two figures), count. Words that are no role stand as they are.
    """

    words: tuple[str, ...]
    sets: dict[str, str | int] = field(default_factory=dict)
    """What the phrase means beyond its roles, such as `relation = "past"`."""
    capital: bool = False
    """Only where its month or weekday has a capital (`Minggu` is Sunday, `minggu` a week)."""
    skip: bool = False
    """The phrase looks like a date and is none (`Nomor 7 Tahun 2017`)."""


class Example(Struct, frozen=True, forbid_unknown_fields=True):
    """A text with its dates, words and EDTF value each; every example is a test."""

    text: str
    dates: tuple[tuple[str, str], ...]
    published: str | None = None


class Dates(Struct, frozen=True, forbid_unknown_fields=True, rename={"forms": "form", "examples": "example"}):
    """Shape of `dates.toml`; all words in lower case. A key may be several words (`hari ini`)."""

    order: Order
    """How a date in figures is read where its numbers allow more than one reading."""
    months_ahead: int
    """A month named without its year is taken for a past one if it lies further ahead than this, in months."""
    months: dict[str, int]
    weekdays: dict[str, int]
    """ISO: Monday is 1, Sunday 7."""
    zones: dict[str, str]
    """Abbreviation to offset (`+07:00`), or to the IANA name of a zone whose offset changes over the year."""
    short_months: dict[str, int] = field(default_factory=dict)
    """Abbreviations and foreign names: months only beside a day or a year."""
    before_noon: tuple[str, ...] = ()
    after_noon: tuple[str, ...] = ()
    offsets: dict[str, int] = field(default_factory=dict)
    """Words for a day, in days from the day of speaking (`kemarin` = -1)."""
    units: dict[str, Unit] = field(default_factory=dict)
    plurals: dict[str, Unit] = field(default_factory=dict)
    """Units in the plural, where the language has one; elsewhere the forms count with `units`."""
    singles: dict[str, Unit] = field(default_factory=dict)
    """One of a unit in a single word (`setahun`)."""
    numbers: dict[str, int] = field(default_factory=dict)
    ordinals: dict[str, int] = field(default_factory=dict)
    parts: dict[str, Part] = field(default_factory=dict)
    seasons: dict[str, tuple[int, int]] = field(default_factory=dict)
    """First and last month."""
    terms: dict[str, int] = field(default_factory=dict)
    """Numbered parts of a year and their length in months (`kuartal` = 3)."""
    terms_from: dict[str, int] = field(default_factory=dict)
    """Years that do not begin in January, and the month they begin in (`tahun ajaran` = 7)."""
    relations: dict[Relation, tuple[str, ...]] = field(default_factory=dict)
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Further roles for forms: words that join and surround dates."""
    known_days: dict[str, date] = field(default_factory=dict)
    """Days that news name without their year for years on (`10-07`), and the day that is meant."""
    future: tuple[str, ...] = ()
    """Words that tell, when they precede a date in its sentence, that it lies ahead."""
    forms: tuple[Form, ...] = ()
    """Of several forms that fit at a place, the first wins."""
    examples: tuple[Example, ...] = ()
