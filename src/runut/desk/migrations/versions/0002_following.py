"""Following, watching, and who may ask the server."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; words of names come into the order of their characters, so that beginnings are found."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute('ALTER TABLE name_words ALTER COLUMN word TYPE TEXT COLLATE "C"')
    op.create_table(
        "accounts",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False, comment="reader or editor"),
        sa.Column("hash", sa.Text(), nullable=False, comment="argon2 of the token or password"),
        sa.Column("added", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_accounts")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "follows",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False, comment="feed, sitemap or front page"),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("added", sa.Text(), nullable=False),
        sa.Column("checked", sa.Text(), nullable=True, comment="when it was last asked for, RFC 3339 in UTC"),
        sa.Column("etag", sa.Text(), nullable=False),
        sa.Column("modified", sa.Text(), nullable=False, comment="Last-Modified, as the server wrote it"),
        sa.Column("failures", sa.Integer(), nullable=False, comment="in a row"),
        sa.Column("due", sa.BigInteger(), nullable=False, comment="not to be asked before, in seconds since 1970 UTC"),
        sa.Column("fault", sa.Text(), nullable=True, comment="why it could not be had the last time"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follows")),
        sa.UniqueConstraint("url", name=op.f("uq_follows_url")),
    )
    op.create_table(
        "hosts",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False, comment="in a row"),
        sa.Column("due", sa.BigInteger(), nullable=False, comment="not to be asked before"),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_hosts")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "watches",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False, comment="as it was typed"),
        sa.Column(
            "every", sa.Text(), nullable=False, comment="what is told: `match`, `outlet` (the first of each) or `once`"
        ),
        sa.Column("added", sa.Text(), nullable=False),
        sa.Column("seen", sa.BigInteger(), nullable=False, comment="`articles.change` up to which it has looked"),
        sa.Column("webhook", sa.Text(), nullable=True),
        sa.Column("secret", sa.Text(), nullable=True, comment="signs what is sent to the webhook"),
        sa.Column(
            "quiet",
            sa.Text(),
            nullable=True,
            comment="hours in which nothing is sent, such as 22:00-06:00 Asia/Jakarta",
        ),
        sa.Column("digest", sa.Integer(), nullable=False, comment="seconds between two deliveries; 0 for at once"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_watches")),
        sa.UniqueConstraint("name", name=op.f("uq_watches_name")),
    )
    op.create_table(
        "deliveries",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("watch", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False, comment="webhook-id: the same at every try"),
        sa.Column("state", sa.Text(), nullable=False, comment="waiting, sent or failed"),
        sa.Column("at", sa.Text(), nullable=False, comment="when it was made"),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("due", sa.BigInteger(), nullable=False, comment="not to be tried before"),
        sa.Column("fault", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["watch"], ["watches.id"], name=op.f("fk_deliveries_watch"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deliveries")),
        sa.UniqueConstraint("name", name=op.f("uq_deliveries_name")),
    )
    op.create_index(op.f("ix_deliveries_watch"), "deliveries", ["watch"], unique=False)
    op.create_table(
        "finds",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("follow", sa.Integer(), nullable=False),
        sa.Column("host", sa.Text(), nullable=False),
        sa.Column(
            "stated",
            sa.BigInteger(),
            nullable=True,
            comment="when the listing says that it was changed, in seconds since 1970 UTC",
        ),
        sa.Column("state", sa.Text(), nullable=False, comment="waiting, done or failed"),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("due", sa.BigInteger(), nullable=False, comment="not to be asked before"),
        sa.Column("etag", sa.Text(), nullable=False),
        sa.Column("modified", sa.Text(), nullable=False),
        sa.Column("fault", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["follow"], ["follows.id"], name=op.f("fk_finds_follow"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finds")),
        sa.UniqueConstraint("url", name=op.f("uq_finds_url")),
    )
    op.create_index(op.f("ix_finds_follow"), "finds", ["follow"], unique=False)
    op.create_index(op.f("ix_finds_state_host_id"), "finds", ["state", "host", "id"], unique=False)
    op.create_table(
        "alerts",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("watch", sa.Integer(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False, comment="`key` of the article"),
        sa.Column(
            "statement",
            sa.Text(),
            nullable=False,
            comment="its words in short; empty where the article as a whole answers",
        ),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("hit", sa.LargeBinary(), nullable=False, comment="what is told, as JSON"),
        sa.Column("delivery", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["delivery"], ["deliveries.id"], name=op.f("fk_alerts_delivery"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["watch"], ["watches.id"], name=op.f("fk_alerts_watch"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alerts")),
        sa.UniqueConstraint("watch", "article", "statement", name=op.f("uq_alerts_watch_article_statement")),
    )
    op.create_index(op.f("ix_alerts_article"), "alerts", ["article"], unique=False)
    op.create_index(op.f("ix_alerts_delivery"), "alerts", ["delivery"], unique=False)
    op.create_index(op.f("ix_people_articles"), "people", ["articles"], unique=False)
