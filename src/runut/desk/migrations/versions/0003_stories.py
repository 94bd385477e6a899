"""Stories: which articles tell of one event."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; articles that are there are placed when stories are first asked for."""
    op.create_table(
        "stories",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False, comment="made from the article that began it; it stays"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stories")),
        sa.UniqueConstraint("name", name=op.f("uq_stories_name")),
    )
    op.create_table(
        "told",
        sa.Column("article", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("story", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], name=op.f("fk_told_article")),
        sa.ForeignKeyConstraint(["story"], ["stories.id"], name=op.f("fk_told_story")),
        sa.PrimaryKeyConstraint("article", name=op.f("pk_told")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_told_story"), "told", ["story"], unique=False)
    op.create_table(
        "merged",
        sa.Column("name", sa.Text(), nullable=False, comment="of a story that turned out to be another"),
        sa.Column("story", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["story"], ["stories.id"], name=op.f("fk_merged_story")),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_merged")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_merged_story"), "merged", ["story"], unique=False)
    op.create_table(
        "signs",
        sa.Column(
            "sign",
            sa.BigInteger(),
            autoincrement=False,
            nullable=False,
            comment="hash of a sign of runut.copies.anchors",
        ),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["articles.id"], name=op.f("fk_signs_article")),
        sa.PrimaryKeyConstraint("sign", "article", name=op.f("pk_signs")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_signs_article"), "signs", ["article"], unique=False)
    op.create_table(
        "tallies",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column(
            "upto",
            sa.BigInteger(),
            nullable=False,
            comment="`articles.change` up to which articles were counted",
        ),
        sa.Column("counts", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_tallies")),
        sqlite_with_rowid=False,
    )
