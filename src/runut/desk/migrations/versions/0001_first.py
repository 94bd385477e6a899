"""The first layout."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# The stems of all articles, without the texts themselves; `ascii` takes the stems as they are.
FOUND_SQLITE = "CREATE VIRTUAL TABLE found USING fts5(headline, body, content='', tokenize='ascii')"
FOUND_SERVER = (
    "CREATE TABLE found (article INTEGER PRIMARY KEY, stems tsvector NOT NULL)",
    "CREATE INDEX ix_found_stems ON found USING gin (stems) WITH (fastupdate = off)",
)
# Rulings are only ever added. Taking an article down may empty what they quote, and nothing else.
KEPT_SQLITE = (
    """
    CREATE TRIGGER rulings_stay BEFORE DELETE ON rulings
    BEGIN SELECT RAISE(ABORT, 'rulings are immutable'); END
    """,
    """
    CREATE TRIGGER rulings_hold BEFORE UPDATE ON rulings
    WHEN NOT (new.snapshot IS NULL AND new.note IS NULL AND new.id = old.id AND new.at = old.at AND new.by = old.by
        AND new.about = old.about AND new.verdict = old.verdict AND new.article IS old.article
        AND new.target = old.target)
    BEGIN SELECT RAISE(ABORT, 'rulings are immutable'); END
    """,
)
KEPT_SERVER = (
    """
    CREATE FUNCTION rulings_are_kept() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'UPDATE' AND new.snapshot IS NULL AND new.note IS NULL
            AND (new.id, new.at, new."by", new.about, new.verdict, new.target)
                = (old.id, old.at, old."by", old.about, old.verdict, old.target)
            AND new.article IS NOT DISTINCT FROM old.article THEN
            RETURN new;
        END IF;
        RAISE EXCEPTION 'rulings are immutable';
    END $$
    """,
    """
    CREATE TRIGGER rulings_hold BEFORE UPDATE OR DELETE ON rulings
    FOR EACH ROW EXECUTE FUNCTION rulings_are_kept()
    """,
)


def upgrade() -> None:
    """Make the tables, the index of words, and the guard of the rulings."""
    op.create_table(
        "facts",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_facts")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "names",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_names")),
        sa.UniqueConstraint("name", name=op.f("uq_names_name")),
    )
    op.create_table(
        "outlets",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("domain", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outlets")),
        sa.UniqueConstraint("name", name=op.f("uq_outlets_name")),
    )
    op.create_table(
        "people",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False, comment="the first whole name that articles gave"),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False, comment="how many name them"),
        sa.Column(
            "members", sa.LargeBinary(), nullable=False, comment="those of its mentions that differ, for matching; JSON"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
    )
    op.create_table(
        "rulings",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.Text(), nullable=False, comment="RFC 3339 in UTC"),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False, comment="`statement` or `people`"),
        sa.Column("verdict", sa.Text(), nullable=False, comment="yes, no or undecided"),
        sa.Column("article", sa.Text(), nullable=True, comment="`key` of the article"),
        sa.Column("target", sa.Text(), nullable=False, comment="id of the statement; two names for people"),
        sa.Column("snapshot", sa.LargeBinary(), nullable=True, comment="what was ruled on, as it stood then; JSON"),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("seal", sa.LargeBinary(), nullable=False, comment="over all of it"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rulings")),
    )
    op.create_index(op.f("ix_rulings_about_target"), "rulings", ["about", "target"], unique=False)
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("made", sa.Text(), nullable=False, comment="what made a record: code, packs and model, as JSON"),
        sa.Column("first", sa.Text(), nullable=False, comment="when it was first used, RFC 3339 in UTC"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_runs")),
        sa.UniqueConstraint("made", name=op.f("uq_runs_made")),
    )
    op.create_table(
        "sources",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False, comment="the input as it was named: a path, an address, a file"),
        sa.Column("first", sa.Text(), nullable=False),
        sa.Column("last", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sources")),
        sa.UniqueConstraint("name", name=op.f("uq_sources_name")),
    )
    op.create_table(
        "tombstones",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("key", sa.Text(), nullable=False, comment="`key` of the article that was here"),
        sa.Column("sha256", sa.Text(), nullable=False, comment="of the newest record, in hexadecimal"),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("seal", sa.LargeBinary(), nullable=False, comment="over key, sha256, at and why"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tombstones")),
        sa.UniqueConstraint("key", name=op.f("uq_tombstones_key")),
    )
    op.create_table(
        "vocabulary",
        sa.Column("word", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("stem", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("word", "language", name=op.f("pk_vocabulary")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_vocabulary_stem"), "vocabulary", ["stem"], unique=False)
    op.create_table(
        "articles",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column(
            "key",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
            comment="`article` of the record: names the page over time",
        ),
        sa.Column("version", sa.Integer(), nullable=False, comment="the newest of its versions"),
        sa.Column("outlet", sa.Integer(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("section", sa.Text(), nullable=True, comment="the outermost of the breadcrumb"),
        sa.Column("headline", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True, comment="as the outlet states it, with its zone"),
        sa.Column(
            "moment",
            sa.BigInteger(),
            nullable=True,
            comment="the same in seconds since 1970 UTC; null without a time and a zone",
        ),
        sa.Column(
            "day",
            sa.Integer(),
            nullable=False,
            comment="as the outlet states it, such as 20250601; 0 when it states none",
        ),
        sa.Column("change", sa.BigInteger(), nullable=False, comment="counts up with every change of any article"),
        sa.ForeignKeyConstraint(["outlet"], ["outlets.id"], name=op.f("fk_articles_outlet")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_articles")),
        sa.UniqueConstraint("change", name=op.f("uq_articles_change")),
        sa.UniqueConstraint("key", name=op.f("uq_articles_key")),
    )
    op.create_index(op.f("ix_articles_day"), "articles", ["day"], unique=False)
    op.create_index(op.f("ix_articles_outlet_day"), "articles", ["outlet", "day"], unique=False)
    op.create_index(op.f("ix_articles_url"), "articles", ["url"], unique=False)
    op.create_table(
        "name_words",
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("name", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["name"], ["names.id"], name=op.f("fk_name_words_name")),
        sa.PrimaryKeyConstraint("word", "name", name=op.f("pk_name_words")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "people_keys",
        sa.Column("key", sa.BigInteger(), autoincrement=False, nullable=False, comment="hash of a key of runut.names"),
        sa.Column("person", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_people_keys_person")),
        sa.PrimaryKeyConstraint("key", "person", name=op.f("pk_people_keys")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_people_keys_person"), "people_keys", ["person"], unique=False)
    op.create_table(
        "bearers",
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("name", sa.Integer(), nullable=False),
        sa.Column("person", sa.Integer(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False, comment="why it is this entry's; `first` for whom it was made"),
        sa.Column("beside", sa.Integer(), nullable=True, comment="the name it was matched with"),
        sa.Column("score", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], name=op.f("fk_bearers_article")),
        sa.ForeignKeyConstraint(["beside"], ["names.id"], name=op.f("fk_bearers_beside")),
        sa.ForeignKeyConstraint(["name"], ["names.id"], name=op.f("fk_bearers_name")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_bearers_person")),
        sa.PrimaryKeyConstraint("article", "name", name=op.f("pk_bearers")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_bearers_name"), "bearers", ["name"], unique=False)
    op.create_index(op.f("ix_bearers_person"), "bearers", ["person"], unique=False)
    op.create_table(
        "carriers",
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("name", sa.Integer(), nullable=False),
        sa.Column("place", sa.SmallInteger(), nullable=False, comment="number of the statement, or one of PLACES"),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], name=op.f("fk_carriers_article")),
        sa.ForeignKeyConstraint(["name"], ["names.id"], name=op.f("fk_carriers_name")),
        sa.PrimaryKeyConstraint("article", "name", "place", name=op.f("pk_carriers")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_carriers_name"), "carriers", ["name"], unique=False)
    op.create_table(
        "statements",
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("number", sa.SmallInteger(), nullable=False, comment="its place in the record's `statements`"),
        sa.Column("name", sa.Integer(), nullable=True),
        sa.Column("person", sa.Integer(), nullable=True),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("manner", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], name=op.f("fk_statements_article")),
        sa.ForeignKeyConstraint(["name"], ["names.id"], name=op.f("fk_statements_name")),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_statements_person")),
        sa.PrimaryKeyConstraint("article", "number", name=op.f("pk_statements")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_statements_act"), "statements", ["act"], unique=False)
    op.create_index(op.f("ix_statements_name_act"), "statements", ["name", "act"], unique=False)
    op.create_index(op.f("ix_statements_person_act"), "statements", ["person", "act"], unique=False)
    op.create_table(
        "versions",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False, comment="1 for the first that the desk got"),
        sa.Column("name", sa.Text(), nullable=False, comment="`id` of the record: same content, same id"),
        sa.Column("record", sa.LargeBinary(), nullable=False, comment="the whole record, JSON deflated by zlib"),
        sa.Column("sha256", sa.LargeBinary(), nullable=False, comment="of the record's JSON"),
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("added", sa.Text(), nullable=False, comment="RFC 3339 in UTC"),
        sa.Column("seal", sa.LargeBinary(), nullable=False, comment="over name, number, sha256 and added"),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], name=op.f("fk_versions_article")),
        sa.ForeignKeyConstraint(["run"], ["runs.id"], name=op.f("fk_versions_run")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_versions")),
        sa.UniqueConstraint("article", "name", name=op.f("uq_versions_article_name")),
        sa.UniqueConstraint("article", "number", name=op.f("uq_versions_article_number")),
    )
    op.create_table(
        "captures",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("source", sa.Integer(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("fetched", sa.Text(), nullable=True),
        sa.Column("sha256", sa.LargeBinary(), nullable=False, comment="of the bytes as received"),
        sa.Column("file", sa.Text(), nullable=False, comment="the WARC file in the desk's folder of captures"),
        sa.Column("start", sa.BigInteger(), nullable=False, comment="where its records begin in the file, in bytes"),
        sa.Column("length", sa.BigInteger(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False, comment="WARC-Record-ID of the response or resource"),
        sa.Column("whole", sa.LargeBinary(), nullable=False, comment="SHA-256 of all its records as they lie there"),
        sa.ForeignKeyConstraint(["source"], ["sources.id"], name=op.f("fk_captures_source")),
        sa.ForeignKeyConstraint(["version"], ["versions.id"], name=op.f("fk_captures_version")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_captures")),
        sa.UniqueConstraint("file", "start", name=op.f("uq_captures_file_start")),
    )
    op.create_index(op.f("ix_captures_sha256"), "captures", ["sha256"], unique=False)
    op.create_index(op.f("ix_captures_version"), "captures", ["version"], unique=False)
    on_server = op.get_bind().dialect.name == "postgresql"
    for statement in (*FOUND_SERVER, *KEPT_SERVER) if on_server else (FOUND_SQLITE, *KEPT_SQLITE):
        op.execute(statement)


def downgrade() -> None:
    """Drop everything."""
    for table in (
        "found",
        "captures",
        "versions",
        "statements",
        "carriers",
        "bearers",
        "people_keys",
        "name_words",
        "articles",
        "vocabulary",
        "tombstones",
        "sources",
        "runs",
        "rulings",
        "people",
        "outlets",
        "names",
        "facts",
    ):
        op.execute(f"DROP TABLE {table}")
