"""How a desk is laid out. One schema for SQLite and PostgreSQL; migrations/ makes it, a test compares the two.

What a record says stands in `versions.record`, packed, and nowhere else in full. All other tables of articles are made
from it, so that they can be compared with it and made again (`runut doctor`).
"""

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# Beginnings are looked up by order, which is that of the characters whatever language a server speaks.
ORDERED = Text().with_variant(Text(collation="C"), "postgresql")

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("made", Text, nullable=False, unique=True, comment="what made a record: code, packs and model, as JSON"),
    Column("first", Text, nullable=False, comment="when it was first used, RFC 3339 in UTC"),
)
"""What made the records: versions of the code, of the packs, and the model."""

sources = Table(
    "sources",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False, unique=True, comment="the input as it was named: a path, an address, a file"),
    Column("first", Text, nullable=False),
    Column("last", Text, nullable=False),
)
"""Where articles were added from."""

outlets = Table(
    "outlets",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False, unique=True),
    Column("domain", Text),
)

names = Table(
    "names",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False, unique=True),
)
"""Everybody and everything named as a speaker or a carrier, as the articles name them."""

name_words = Table(
    "name_words",
    metadata,
    Column("word", ORDERED, primary_key=True),
    Column("name", Integer, ForeignKey("names.id"), primary_key=True),
    sqlite_with_rowid=False,
)
"""The folded words of names: `speaker:mulyani` finds "Sri Mulyani Indrawati"."""

people = Table(
    "people",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False, comment="the first whole name that articles gave"),
    Column("kind", Text, nullable=False),
    Column("articles", Integer, nullable=False, index=True, comment="how many name them"),
    Column("members", LargeBinary, nullable=False, comment="those of its mentions that differ, for matching; JSON"),
)
"""One entry for each person or body; the mentions of many articles meet here."""

people_keys = Table(
    "people_keys",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False, comment="hash of a key of runut.names"),
    Column("person", Integer, ForeignKey("people.id"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)
"""Under which keys an entry is looked for."""

articles = Table(
    "articles",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("key", ORDERED, nullable=False, unique=True, comment="`article` of the record: names the page over time"),
    Column("version", Integer, nullable=False, comment="the newest of its versions"),
    Column("outlet", Integer, ForeignKey("outlets.id")),
    Column("language", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("section", Text, comment="the outermost of the breadcrumb"),
    Column("headline", Text),
    Column("url", Text, index=True),
    Column("published", Text, comment="as the outlet states it, with its zone"),
    Column("moment", BigInteger, comment="the same in seconds since 1970 UTC; null without a time and a zone"),
    Column("day", Integer, nullable=False, comment="as the outlet states it, such as 20250601; 0 when it states none"),
    Column("change", BigInteger, nullable=False, unique=True, comment="counts up with every change of any article"),
    Index(None, "outlet", "day"),
    Index(None, "day"),
)

versions = Table(
    "versions",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("article", Integer, ForeignKey("articles.id"), nullable=False),
    Column("number", Integer, nullable=False, comment="1 for the first that the desk got"),
    Column("name", Text, nullable=False, comment="`id` of the record: same content, same id"),
    Column("record", LargeBinary, nullable=False, comment="the whole record, JSON deflated by zlib"),
    Column("sha256", LargeBinary, nullable=False, comment="of the record's JSON"),
    Column("run", Integer, ForeignKey("runs.id"), nullable=False),
    Column("added", Text, nullable=False, comment="RFC 3339 in UTC"),
    Column("seal", LargeBinary, nullable=False, comment="over name, number, sha256 and added"),
    UniqueConstraint("article", "number"),
    UniqueConstraint("article", "name"),
)

captures = Table(
    "captures",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("version", Integer, ForeignKey("versions.id"), nullable=False, index=True),
    Column("source", Integer, ForeignKey("sources.id"), nullable=False),
    Column("url", Text),
    Column("fetched", Text),
    Column("sha256", LargeBinary, nullable=False, index=True, comment="of the bytes as received"),
    Column("file", Text, nullable=False, comment="the WARC file in the desk's folder of captures"),
    Column("start", BigInteger, nullable=False, comment="where its records begin in the file, in bytes"),
    Column("length", BigInteger, nullable=False),
    Column("record", Text, nullable=False, comment="WARC-Record-ID of the response or resource"),
    Column("whole", LargeBinary, nullable=False, comment="SHA-256 of all its records as they lie there"),
    UniqueConstraint("file", "start"),
)

statements = Table(
    "statements",
    metadata,
    Column("article", Integer, ForeignKey("articles.id"), primary_key=True),
    Column("number", SmallInteger, primary_key=True, comment="its place in the record's `statements`"),
    Column("name", Integer, ForeignKey("names.id")),
    Column("person", Integer, ForeignKey("people.id")),
    Column("act", Text, nullable=False),
    Column("manner", Text, nullable=False),
    Index(None, "name", "person", "act"),
    Index(None, "person", "act"),
    Index(None, "act", "article", "person", "name"),
    sqlite_with_rowid=False,
)
"""Who says what in the newest version of each article; the words stand in the record."""

carriers = Table(
    "carriers",
    metadata,
    Column("article", Integer, ForeignKey("articles.id"), primary_key=True),
    Column("name", Integer, ForeignKey("names.id"), primary_key=True),
    Column("place", SmallInteger, primary_key=True, comment="number of the statement, or one of PLACES"),
    Index(None, "name"),
    sqlite_with_rowid=False,
)
"""Through whom an article has something: a statement's `via`, a relay, a credited agency."""

AGENCY = -1
RELAY = -2
"""`carriers.place` where no single statement is meant."""

bearers = Table(
    "bearers",
    metadata,
    Column("article", Integer, ForeignKey("articles.id"), primary_key=True),
    Column("name", Integer, ForeignKey("names.id"), primary_key=True),
    Column("person", Integer, ForeignKey("people.id"), nullable=False, index=True),
    Column("rule", Text, nullable=False, comment="why it is this entry's; `first` for whom it was made"),
    Column("beside", Integer, ForeignKey("names.id"), comment="the name it was matched with"),
    Column("score", Float, nullable=False),
    Index(None, "name", "person"),
    sqlite_with_rowid=False,
)
"""Which entry somebody named in an article belongs to, and why."""

rulings = Table(
    "rulings",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False, comment="RFC 3339 in UTC"),
    Column("by", Text, nullable=False),
    Column("about", Text, nullable=False, comment="`statement` or `people`"),
    Column("verdict", Text, nullable=False, comment="yes, no or undecided"),
    Column("article", Text, comment="`key` of the article"),
    Column("target", Text, nullable=False, comment="id of the statement; two names for people"),
    Column("snapshot", LargeBinary, comment="what was ruled on, as it stood then; JSON"),
    Column("note", Text),
    Column("seal", LargeBinary, nullable=False, comment="over all of it"),
    Index(None, "about", "target"),
    Index(None, "article"),
)
"""What people decided. Rows are only ever added; the newest of a target holds."""

tombstones = Table(
    "tombstones",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("key", Text, nullable=False, unique=True, comment="`key` of the article that was here"),
    Column("sha256", Text, nullable=False, comment="of the newest record, in hexadecimal"),
    Column("at", Text, nullable=False),
    Column("why", Text),
    Column("seal", LargeBinary, nullable=False, comment="over key, sha256, at and why"),
)
"""What was taken down: nothing of it is left but its hash."""

vocabulary = Table(
    "vocabulary",
    metadata,
    Column("word", ORDERED, primary_key=True),
    Column("language", Text, primary_key=True),
    Column("stem", Text, nullable=False, index=True),
    sqlite_with_rowid=False,
)
"""The folded words of all texts and their stems, for questions such as `membant*`."""

facts = Table(
    "facts",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""What the desk knows of itself: its id, and the version of its index."""

follows = Table(
    "follows",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("url", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False, comment="feed, sitemap or front page"),
    Column("title", Text),
    Column("added", Text, nullable=False),
    Column("checked", Text, comment="when it was last asked for, RFC 3339 in UTC"),
    Column("etag", Text, nullable=False),
    Column("modified", Text, nullable=False, comment="Last-Modified, as the server wrote it"),
    Column("failures", Integer, nullable=False, comment="in a row"),
    Column("due", BigInteger, nullable=False, comment="not to be asked before, in seconds since 1970 UTC"),
    Column("fault", Text, comment="why it could not be had the last time"),
)
"""Listings that are asked again and again for new articles."""

finds = Table(
    "finds",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("url", Text, nullable=False, unique=True),
    Column("follow", Integer, ForeignKey("follows.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("host", Text, nullable=False),
    Column("stated", BigInteger, comment="when the listing says that it was changed, in seconds since 1970 UTC"),
    Column("state", Text, nullable=False, comment="waiting, done or failed"),
    Column("tries", Integer, nullable=False),
    Column("due", BigInteger, nullable=False, comment="not to be asked before"),
    Column("etag", Text, nullable=False),
    Column("modified", Text, nullable=False),
    Column("fault", Text),
    Index(None, "state", "host", "id"),
)
"""Addresses of articles that listings told of, and what became of each."""

hosts = Table(
    "hosts",
    metadata,
    Column("name", Text, primary_key=True),
    Column("failures", Integer, nullable=False, comment="in a row"),
    Column("due", BigInteger, nullable=False, comment="not to be asked before"),
    sqlite_with_rowid=False,
)
"""Hosts that asked for rest, or that did not answer."""

watches = Table(
    "watches",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False, unique=True),
    Column("question", Text, nullable=False, comment="as it was typed"),
    Column("every", Text, nullable=False, comment="what is told: `match`, `outlet` (the first of each) or `once`"),
    Column("added", Text, nullable=False),
    Column("seen", BigInteger, nullable=False, comment="`articles.change` up to which it has looked"),
    Column("webhook", Text),
    Column("secret", Text, comment="signs what is sent to the webhook"),
    Column("quiet", Text, comment="hours in which nothing is sent, such as 22:00-06:00 Asia/Jakarta"),
    Column("digest", Integer, nullable=False, comment="seconds between two deliveries; 0 for at once"),
)
"""Questions that are asked again whenever the desk changes."""

alerts = Table(
    "alerts",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("watch", Integer, ForeignKey("watches.id", ondelete="CASCADE"), nullable=False),
    Column("article", Text, nullable=False, index=True, comment="`key` of the article"),
    Column("statement", Text, nullable=False, comment="its words in short; empty where the article as a whole answers"),
    Column("at", Text, nullable=False),
    Column("hit", LargeBinary, nullable=False, comment="what is told, as JSON"),
    Column("delivery", Integer, ForeignKey("deliveries.id", ondelete="SET NULL"), index=True),
    UniqueConstraint("watch", "article", "statement"),
)
"""What watches have found; each is told once."""

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("watch", Integer, ForeignKey("watches.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("name", Text, nullable=False, unique=True, comment="webhook-id: the same at every try"),
    Column("state", Text, nullable=False, comment="waiting, sent or failed"),
    Column("at", Text, nullable=False, comment="when it was made"),
    Column("tries", Integer, nullable=False),
    Column("due", BigInteger, nullable=False, comment="not to be tried before"),
    Column("fault", Text),
)
"""Alerts on their way to a webhook."""

accounts = Table(
    "accounts",
    metadata,
    Column("name", Text, primary_key=True),
    Column("role", Text, nullable=False, comment="reader or editor"),
    Column("hash", Text, nullable=False, comment="argon2 of the token or password"),
    Column("added", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""Who may ask the server."""

stories = Table(
    "stories",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False, unique=True, comment="made from the article that began it; it stays"),
)
"""Articles about one event, gathered as they arrive."""

told = Table(
    "told",
    metadata,
    Column("article", Integer, ForeignKey("articles.id"), primary_key=True, autoincrement=False),
    Column("story", Integer, ForeignKey("stories.id"), nullable=False, index=True),
    sqlite_with_rowid=False,
)
"""Which story each article tells."""

merged = Table(
    "merged",
    metadata,
    Column("name", Text, primary_key=True, comment="of a story that turned out to be another"),
    Column("story", Integer, ForeignKey("stories.id"), nullable=False, index=True),
    sqlite_with_rowid=False,
)
"""Names of stories that were joined to another: they lead to it."""

tellings = Table(
    "tellings",
    metadata,
    Column("story", Integer, ForeignKey("stories.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("state", LargeBinary, nullable=False, comment="hash of all that it was told from and by"),
    Column("origins", Integer, nullable=False, comment="how many independent origins it has"),
    Column("content", LargeBinary, nullable=False, comment="the story as it was told, JSON deflated by zlib"),
)
"""Stories as they were told, since that takes long; each can be told again from the records."""

signs = Table(
    "signs",
    metadata,
    Column("sign", BigInteger, primary_key=True, autoincrement=False, comment="hash of a sign of runut.copies.anchors"),
    Column("article", Integer, ForeignKey("articles.id"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)
"""By which signs articles of the last weeks are met by those that arrive."""

tallies = Table(
    "tallies",
    metadata,
    Column("name", Text, primary_key=True),
    Column("upto", BigInteger, nullable=False, comment="`articles.change` up to which articles were counted"),
    Column("counts", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
"""How many articles have each sign (runut.stories.growing)."""
