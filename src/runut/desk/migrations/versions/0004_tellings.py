"""Stories as they were told, kept so that opening one is reading."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table; a story is told when it is next asked for."""
    op.create_table(
        "tellings",
        sa.Column("story", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("state", sa.LargeBinary(), nullable=False, comment="hash of all that it was told from and by"),
        sa.Column("origins", sa.Integer(), nullable=False, comment="how many independent origins it has"),
        sa.Column(
            "content", sa.LargeBinary(), nullable=False, comment="the story as it was told, JSON deflated by zlib"
        ),
        sa.ForeignKeyConstraint(["story"], ["stories.id"], name=op.f("fk_tellings_story"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("story", name=op.f("pk_tellings")),
    )
    op.create_index(op.f("ix_rulings_article"), "rulings", ["article"], unique=False)
